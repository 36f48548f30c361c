"""Nothing is wrong with the game's own levels, nor with those of the README, and they run."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from agents.messages import ModelKind
from game.content import levels
from game.content.shape_firms import LEVERS
from game.content.shelf import LEVELS
from game.content.tree import read_bytes
from game.world.level import Kind, Strategy
from game.world.model import MarketModel
from tests.content.levels_on_disk import CAMPAIGN, write

# --- the game's own levels


def test_nothing_is_wrong_with_our_levels() -> None:
    assert levels.check_paths([LEVELS]) == []


def test_the_campaign_is_in_order() -> None:
    assert CAMPAIGN[:3] == ["one-minute-pitch", "first-customer", "the-loop"]
    assert CAMPAIGN[-2:] == ["three-legs", "sandbox"]
    assert len(CAMPAIGN) == 15


@pytest.mark.parametrize("name", CAMPAIGN)
def test_a_level_of_the_campaign_can_be_taught(name: str) -> None:
    level = levels.load(name)
    assert level.story.ko
    assert level.story.en
    assert level.goals
    assert level.predictions
    assert level.debrief
    assert level.hints
    assert level.note is not None
    assert 5 <= level.minutes <= 40
    assert any(objective.kind is Kind.WIN for objective in level.objectives)


@pytest.mark.parametrize("name", CAMPAIGN)
def test_a_level_of_the_campaign_is_held_to_something(name: str) -> None:
    level = levels.load(name)
    assert any(test.play == "nothing" for test in level.tests)
    worst = {"won": False, "lost": True}
    assert any(test.least > 0 and not test.expect.holds(worst) for test in level.tests)
    assert level.plans or name == "sandbox", "only where there is nothing to win is there no way to win it"


def test_the_study_level_is_the_experiment_of_the_reference_model() -> None:
    level = levels.load("research/factorial")
    assert (level.people, level.agents, level.weeks, level.jitter) == (600_000, 20_000, 156, 0.15)
    assert level.events == ()
    assert level.start.locked == {"sellers"}  # which a service for people has no use for
    assert [rival.strategy for rival in level.rivals] == [Strategy.INCUMBENT, Strategy.FOLLOWER]
    won = level.objectives[-1]
    assert won.at_end
    assert won.when.holds({"users": 15_000.0, "quality": 0.55})
    assert not won.when.holds({"users": 14_999.0, "quality": 0.55})


# --- what the README says


def examples() -> list[str]:
    """Return the levels written out in the README of the levels."""
    text = (LEVELS / "README.md").read_text(encoding="utf-8")
    return [block.partition("```")[0] for block in text.split("```yaml\n")[1:]]


@pytest.mark.parametrize("number", range(len(examples())))
def test_a_level_of_the_readme_can_be_played(tmp_path: Path, number: int) -> None:
    path = write(tmp_path, "example", examples()[number])
    found = [complaint.code for complaint in levels.check_paths([path])]
    assert found == (["W411"] if number == 0 else [])
    assert levels.load(path).hash


def test_the_readme_names_every_lever() -> None:
    text = (LEVELS / "README.md").read_text(encoding="utf-8")
    listed = text.partition("are called `")[2].partition("`")[0]
    assert [name.strip() for name in listed.split(",")] == list(LEVERS)


# --- in the world


def test_the_first_level_offers_rules_and_classical_models_only() -> None:
    model = MarketModel(replace(levels.load("first-customer"), agents=500), 1)
    order = model.news().decision
    refused = {kind: bool(model.check(replace(order, model=kind))) for kind in ModelKind}
    model.release()
    assert [kind.name for kind, is_refused in refused.items() if not is_refused] == ["RULES", "CLASSICAL"]


@pytest.mark.parametrize("name", CAMPAIGN)
def test_every_level_of_the_campaign_runs_from_its_first_week(name: str) -> None:
    model = MarketModel(replace(levels.load(name), agents=500), 1)
    model.play_week(model.news().decision.hold())
    weeks = model.week
    model.release()
    assert weeks == 1


@pytest.mark.parametrize("path", sorted(LEVELS.rglob("*.yaml")), ids=lambda path: path.stem)
def test_our_levels_are_read_alike_where_libyaml_is_missing(path: Path) -> None:
    assert read_bytes(path.read_bytes(), path.name, reader=yaml.SafeLoader).complaints == ()
