"""Turning points: every decision replayed without it, and the last week in which somebody could still have won."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.study import turning_points
from game.study.choices import Part, without
from game.study.plans import player
from game.study.progress import Progress, answer
from game.study.recording import Recording
from game.study.turning_points import Explanation, explain
from game.study.whatif import what_if
from game.world.conditions import Binary, Condition, Number, Operator, Value
from game.world.level import Kind, Level, Objective
from game.world.report import Outcome
from tests.levels_for_tests import text
from tests.study import games

MANY = Condition("users >= 9000", Binary(Operator.AT_LEAST, Value("users"), Number(9000.0)))


def to_be_won() -> Level:
    """The eventful level, won with 9,000 users, and 44 weeks long."""
    goal = Objective("many", Kind.WIN, MANY, text("Many users"), points=100)
    return replace(games.eventful(weeks=44, agents=1200), objectives=(goal,))


@pytest.fixture(scope="module", autouse=True)
def few_rescuers() -> Iterator[None]:
    """Three founders are enough to test with."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(turning_points, "MOST_RESCUERS", 3)
        yield


@pytest.fixture(scope="module")
def lost() -> Recording:
    level = to_be_won()
    made = Recording.played(level, 2, games.orders(level, 44))
    assert made.ending.outcome is Outcome.LOST
    return made


@pytest.fixture(scope="module")
def steps(lost: Recording) -> list[Progress[Explanation]]:
    return list(explain(lost, processes=1))


@pytest.fixture(scope="module")
def explained(steps: list[Progress[Explanation]]) -> Explanation:
    assert steps[-1].answer is not None
    return steps[-1].answer


def test_each_decision_is_replayed_without_it_and_nothing_else(
    lost: Recording, explained: Explanation
) -> None:
    assert len(explained.points) == len({(p.choice.week, p.choice.key) for p in explained.points}) > 8
    for point in explained.points:
        if point.choice.part is Part.EVENT:
            continue
        other = what_if(lost, [without(point.choice)])
        assert other is not None
        assert point.without.ending == other.changed.ending
        assert point.without.week == other.changed.weeks
        assert point.without.users == tuple(r.users for r in other.changed.reports[point.choice.week - 1 :])
        assert point.skipped == len(other.skipped)


def test_what_mattered_most_comes_first(explained: Explanation) -> None:
    gains = [abs(point.gain) for point in explained.points]
    assert gains == sorted(gains, reverse=True)
    first = explained.points[0]
    assert first.gain == explained.actual.merit - first.without.merit


def test_the_decision_without_which_it_would_have_been_won_is_named(explained: Explanation) -> None:
    worst = min(explained.points, key=lambda point: point.gain)
    assert (worst.choice.week, worst.choice.key) == (22, "price_won")
    assert worst.without.ending.outcome is Outcome.WON
    best = max(explained.points, key=lambda point: point.gain)
    assert best.choice.key == "gift"
    assert best.without.week < explained.actual.week


def test_an_event_is_replayed_without_it_too(explained: Explanation) -> None:
    keys = [point.choice.key for point in explained.points if point.choice.part is Part.EVENT]
    assert sorted(keys) == ["gift", "rumour"]


def wins(recording: Recording, name: str, week: int) -> bool:
    world = recording.at(week)
    mind = player(name, world.level, world.seed)
    while world.ending.outcome is Outcome.RUNNING:
        world.play_week(mind(world))
    world.release()
    return world.ending.outcome is Outcome.WON


def test_the_last_chance_is_a_week_from_which_somebody_won_and_after_which_nobody_did(
    lost: Recording, explained: Explanation
) -> None:
    last = explained.last_chance
    assert last is not None
    assert 0 < last < lost.weeks
    winners = next(chance.winners for chance in explained.chances if chance.week == last)
    assert wins(lost, winners[0], last)
    assert not any(wins(lost, name, last + 1) for name in winners)
    assert all(not c.winners for c in explained.chances if c.week > last)


def test_every_week_of_the_grid_is_tried_by_everybody(lost: Recording, explained: Explanation) -> None:
    tried = {chance.week: chance.tried for chance in explained.chances}
    for week in range(0, lost.weeks, turning_points.GRID_WEEKS):
        assert tried[week] == turning_points.rescuers(lost)


def test_a_game_that_was_won_asks_nobody_to_win_it(lost: Recording) -> None:
    orders = [*lost.orders[:5], {}, *lost.orders[6:]]
    level = replace(lost.level, objectives=(replace(lost.level.objectives[0], when=MANY_ENOUGH),))
    won = Recording.played(level, 2, orders)
    assert won.ending.outcome is Outcome.WON
    found = answer(explain(won, processes=1))
    assert found.chances == ()
    assert found.last_chance is None
    assert found.points


MANY_ENOUGH = Condition("users >= 1000", Binary(Operator.AT_LEAST, Value("users"), Number(1000.0)))


def test_two_processes_find_the_same_as_one() -> None:
    short = games.recording(games.eventful(weeks=12, agents=300), weeks=8)
    assert answer(explain(short, processes=2)) == answer(explain(short, processes=1))


def test_progress_only_grows_and_ends_with_the_answer(steps: list[Progress[Explanation]]) -> None:
    assert [s.done for s in steps] == sorted(s.done for s in steps)
    assert all(s.done <= s.of for s in steps)
    assert steps[-1].done == steps[-1].of
    assert [s.answer is None for s in steps] == [True] * (len(steps) - 1) + [False]


def test_what_was_left_aside_is_counted() -> None:
    short = games.recording(games.eventful(weeks=12, agents=300), weeks=8)
    every, few = (answer(explain(short, processes=1, most=most)) for most in (99, 2))
    assert every.aside == 0
    assert few.aside == len(every.points) - len(few.points) > 0


@pytest.mark.parametrize("processes", [1, 2])
def test_whoever_has_seen_enough_can_stop(processes: int) -> None:
    steps = explain(games.recording(games.eventful(weeks=12, agents=300), weeks=8), processes=processes)
    next(steps)
    steps.close()
    assert list(steps) == []


def test_a_game_of_no_weeks_has_no_turning_points() -> None:
    found = answer(explain(Recording.played(games.eventful(agents=500), 1, [], 0), processes=1))
    assert (found.points, found.chances, found.weakest) == ((), (), None)


def test_the_weakest_link_is_the_one_that_was_weakest_most_of_the_time() -> None:
    with games.game(games.eventful(weeks=12, agents=600)) as game:
        found = answer(explain(Recording.of(game), processes=1, most=0))
        weakest = [report.ring.weakest for report in game.model.reports]
    assert list(found.links) == weakest
    assert found.weakest is not None
    assert weakest.count(found.weakest) == max(weakest.count(link) for link in set(weakest))


def test_explaining_changes_nothing(lost: Recording, explained: Explanation) -> None:
    again = Recording.played(lost.level, lost.seed, lost.orders)
    assert lost.at(lost.weeks).fingerprint() == again.at(again.weeks).fingerprint()
    assert explained.actual.ending == again.ending
