"""A scandal's story in the books: who heard it is counted, told of, and asked about."""

from dataclasses import replace

from game.world.model import MarketModel
from game.world.parameters import Parameters
from tests.levels_for_tests import START, tiny

LOUD = replace(START.decision, opens_early=True, marketing_won=60_000_000, content_won=6_000_000)


def played(storm: float, weeks: int = 40) -> MarketModel:
    """A world in which every firm that is noticed has a scandal every week."""
    numbers = replace(Parameters(), storm=storm, retell=1.0, wom=0.25, hz_scandal=1e9)
    start = replace(START, decision=LOUD, cash_won=90_000_000_000)
    model = MarketModel(tiny(weeks, 3000, start=start, parameters=numbers), 2)
    for _ in range(weeks):
        model.step()
    return model


def test_who_carries_the_story_is_counted_and_told() -> None:
    model = played(storm=1.0)
    first = next(r for r in model.reports if r.scandals)
    before = [r.stories for r in model.reports if r.week < first.week]
    assert set(before) <= {0.0}
    assert first.stories > 0
    heard = max(r.stories for r in model.reports)
    told = [n for r in model.reports for n in r.news if n.id == "storm"]
    assert heard > 0.01 * model.level.people
    assert len(told) == 1
    assert model.values()["stories"] == model.reports[-1].stories


def test_a_world_without_stories_counts_none() -> None:
    model = played(storm=0.0)
    assert model.companies[0].scandals > 0
    assert {r.stories for r in model.reports} == {0.0}
    assert not any(n.id == "storm" for r in model.reports for n in r.news)
