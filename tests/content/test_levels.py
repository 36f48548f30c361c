"""Levels are found by id, built on others, hashed by what they mean; the game's own have nothing wrong with them."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from agents.messages import ModelKind
from game.content import levels, resolving, shelf
from game.content.complaints import LevelError
from game.content.digests import digest
from game.content.shape_firms import LEVERS
from game.content.shelf import LEVELS, Shelf
from game.content.tree import read_bytes
from game.world.level import Kind, Level, Strategy, Text
from game.world.model import MarketModel

CAMPAIGN = [found.id for found in levels.campaign()]
PARENT = """\
format: 1
id: base
extends: core/startup
title: {ko: 바탕, en: Base}
player: {cash: 300M}
segments:
  everyday: {size: 10k}
objectives:
  users: {kind: win, when: users > 1k, points: 100, text: {ko: 사용자, en: Users}}
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def child(folder: Path, name: str, text: str = "", extends: str = "base") -> Path:
    head = f"format: 1\nid: {name}\nextends: {extends}\ntitle: {{ko: 아이, en: Child}}\n"
    return write(folder, name, head + text)


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


# --- finding


def test_a_level_goes_by_its_id_its_file_or_its_name() -> None:
    path = LEVELS / "02_the_loop.yaml"
    found = [levels.load(name) for name in ("the-loop", "02_the_loop", str(path), path)]
    assert {level.hash for level in found} == {levels.load("the-loop").hash}
    assert levels.find("the-loop") == path


def test_a_level_nobody_knows_is_named_with_the_nearest() -> None:
    with pytest.raises(LevelError) as caught:
        levels.load("the-lop")
    complaint = caught.value.complaints[0]
    assert complaint.code == "L313"
    assert complaint.hint is not None
    assert complaint.hint.args["near"] == "the-loop"


def test_ids_never_leave_the_folders(tmp_path: Path) -> None:
    outside = write(tmp_path, "outside", PARENT)
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(outside)
    (inside / "linked").symlink_to(tmp_path)
    assert list(Shelf((inside,)).ids()) == []
    for name in ("../outside", "inside/../outside", "link"):
        with pytest.raises(LevelError):
            levels.load(name, [inside])


def test_a_level_is_built_on_its_neighbour_before_it_is_installed(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT)
    level = levels.load(child(tmp_path, "kid", "player: {cash: {scale: 0.5}}\n"))
    assert level.start.cash_won == 150_000_000


def test_a_file_that_is_not_there_is_a_complaint(tmp_path: Path) -> None:
    with pytest.raises(LevelError) as caught:
        levels.load(tmp_path / "nowhere.yaml")
    assert caught.value.complaints[0].code == "Y101"


def test_a_changed_parent_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT)
    path = child(tmp_path, "kid")
    before = levels.load(path)
    write(tmp_path, "base", PARENT.replace("300M", "30M"))
    assert (before.start.cash_won, levels.load(path).start.cash_won) == (300_000_000, 30_000_000)


# --- building on others


def test_four_lines_are_a_level(tmp_path: Path) -> None:
    path = child(tmp_path, "four", extends="core/startup")
    assert [complaint.code for complaint in levels.check_paths([path])] == ["W411"]
    assert levels.load(path).title == Text("아이", "Child")


def test_maps_merge_lists_are_replaced_and_null_removes(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT + "hints: [{ko: 하나, en: One}, {ko: 둘, en: Two}]\n")
    level = levels.load(
        child(
            tmp_path,
            "kid",
            "segments: {everyday: {wants: {price: 2}}, overseas: null}\nhints: [{ko: 셋, en: Three}]\n"
            "events: null\n",
        )
    )
    everyday = level.segments[0]
    assert (everyday.people, everyday.taste.price, everyday.taste.privacy) == (10_000, 2.0, 0.9)
    assert [segment.id for segment in level.segments] == ["everyday", "workers", "students"]
    assert [hint.en for hint in level.hints] == ["Three"]
    assert level.events == ()


def test_changes_follow_each_other_down_the_family(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT)
    child(tmp_path, "kid", "player: {cash: {scale: 0.5}}\n")
    path = child(
        tmp_path, "grandkid", "player: {cash: {scale: 2, add: 1M}}\nclock: {weeks: {scale: 0.333}}\n", "kid"
    )
    level = levels.load(path)
    assert level.start.cash_won == 301_000_000
    assert level.weeks == 35  # 104 x 0.333, rounded


def test_the_past_of_a_value_is_remembered(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT)
    path = child(tmp_path, "kid", "player: {cash: {scale: 0.5}}\n")
    merging = resolving.resolve(path, Shelf().beside(path)).merging
    assert merging is not None
    past = merging.past[("player", "cash")]
    assert [(Path(origin.place.file).name, origin.text) for origin in past] == [
        ("startup.yaml", "700M"),
        ("base.yaml", "300M"),
        ("kid.yaml", "scale 0.5"),
    ]
    assert past[1].place.line == 5


def test_a_family_of_nine_is_one_too_many(tmp_path: Path) -> None:
    write(tmp_path, "g0", PARENT.replace("id: base", "id: g0").replace("extends: core/startup\n", ""))
    paths = [child(tmp_path, f"g{n}", extends=f"g{n - 1}") for n in range(1, 10)]
    codes = [{complaint.code for complaint in levels.check_paths([path])} for path in paths]
    assert "L312" not in codes[7]  # eight above it
    assert "L312" in codes[8]


def test_a_child_of_a_broken_parent_says_who_uses_it(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT.replace("300M", "lots"))
    complaints = levels.check_paths([child(tmp_path, "kid")])
    assert [Path(complaint.place.file).name for complaint in complaints] == ["base.yaml"]
    assert [note.id for note in complaints[0].notes] == ["used-through-extends"]


# --- the hash


@pytest.fixture
def level() -> Level:
    return levels.load("the-loop")


def test_the_hash_is_about_meaning_not_about_writing(tmp_path: Path) -> None:
    plain = levels.load(write(tmp_path, "base", PARENT))
    lines = PARENT.splitlines()
    moved = "# a comment\n" + "\n".join(lines[7:9] + lines[:4] + lines[5:7] + lines[4:5]) + "\n"
    written = (
        moved.replace("300M", '"300_000_000"')
        .replace("users > 1k", "users  >  1000")
        .replace("Users", "People")
    )
    assert levels.load(write(tmp_path, "base", written)).hash == plain.hash


@pytest.mark.parametrize(
    "change",
    [
        ("300M", "301M"),
        ("10k", "11k"),
        ("users > 1k", "users >= 1k"),
        ("kind: win", "kind: bonus"),
        ("points: 100", "points: 99"),
    ],
)
def test_the_hash_tells_levels_apart(tmp_path: Path, change: tuple[str, str]) -> None:
    plain = levels.load(write(tmp_path, "base", PARENT))
    assert levels.load(write(tmp_path, "base", PARENT.replace(*change))).hash != plain.hash


def test_the_order_of_segments_counts_because_the_world_goes_through_them(level: Level) -> None:
    assert digest(replace(level, segments=level.segments[::-1])) != digest(level)


def test_every_figure_of_a_level_is_in_its_hash(level: Level) -> None:
    start = level.start
    others = [
        replace(level, weeks=1),
        replace(level, agents=999),
        replace(level, jitter=0.01),
        replace(level, recalls=True),
        replace(level, reference_price_won=1),
        replace(level, rivals=()),
        replace(level, funds=()),
        replace(level, goals=()),
        replace(level, events=level.events[:-1]),
        replace(level, parameters=replace(level.parameters, wom=0.11)),
        replace(level, start=replace(start, locked=frozenset())),
        replace(level, start=replace(start, models=start.models[:-1])),
        replace(level, start=replace(start, decision=replace(start.decision, ux_won=1))),
    ]
    assert len({digest(other) for other in [level, *others]}) == len(others) + 1


def test_the_hash_is_the_same_in_every_process() -> None:
    code = "from game.content.levels import load; print(load('the-loop').hash)"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("0", "1")
    }
    assert found == {levels.load("the-loop").hash}
    assert len(next(iter(found))) == 32


# --- staying light


def test_checking_needs_neither_the_market_s_engine_nor_a_window() -> None:
    code = (
        "import sys; from game.content.levels import check_paths; "
        "assert check_paths(['levels']) == []; "
        "print([m for m in ('mesa', 'pygame', 'pandas', 'scipy', 'networkx') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=LEVELS.parent
    )
    assert done.stdout.strip() == "[]"


def test_a_folder_stands_for_its_levels(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT.replace("300M", "lots"))
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    (tmp_path / "deeper").mkdir()
    write(tmp_path / "deeper", "other", PARENT.replace("id: base", "id: other").replace("10k", "many"))
    files = {Path(complaint.place.file).name for complaint in levels.check_paths([tmp_path])}
    assert files == {"base.yaml", "other.yaml"}


def test_a_listing_needs_only_the_file_itself(tmp_path: Path) -> None:
    path = child(tmp_path, "orphan", "teaching: {minutes: 25}\n", extends="nobody")
    listing = levels.listing(path)
    assert listing is not None
    assert (listing.id, listing.title.ko, listing.minutes) == ("orphan", "아이", 25)
    assert levels.listing(write(tmp_path, "broken", "[")) is None
    assert shelf.id_of(tmp_path / "nowhere.yaml") is None


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
