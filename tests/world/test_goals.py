"""How a level ends, and that it says why."""

import pytest

from game.world.conditions import Binary, Condition, Number, Operator, Value
from game.world.goals import counted, judge, missed
from game.world.level import Kind, Objective
from game.world.report import Outcome
from tests.levels_for_tests import text, tiny


def at_least(name, number):
    return Condition(f"{name} >= {number}", Binary(Operator.AT_LEAST, Value(name), Number(number)))


def objective(kind, id_="goal", **more):
    return Objective(id_, kind, at_least("users", 100), text("A goal"), points=10, **more)


def played(level, users, cash=1):
    """Judge a level after these weekly users."""
    streaks = {}
    for week, count in enumerate(users, 1):
        streaks = counted(level, {"users": float(count)}, streaks)
        ending = judge(level, streaks, week, cash)
        if ending.outcome is not Outcome.RUNNING:
            break
    return ending


def test_it_is_won_as_soon_as_every_goal_holds():
    level = tiny(objectives=(objective(Kind.WIN),))
    ending = played(level, [0, 50, 100])
    assert (ending.outcome, ending.week, ending.stars, ending.score) == (Outcome.WON, 3, 1, 10)


def test_a_goal_to_hold_counts_weeks_in_a_row():
    level = tiny(objectives=(objective(Kind.WIN, hold_weeks=3),))
    assert played(level, [100, 100, 0, 100, 100]).outcome is Outcome.RUNNING
    assert played(level, [100, 100, 0, 100, 100, 100]).week == 6


def test_a_goal_for_the_end_is_only_asked_at_the_end():
    level = tiny(weeks=4, objectives=(objective(Kind.WIN, at_end=True),))
    assert played(level, [100, 100, 100]).outcome is Outcome.RUNNING
    assert played(level, [0, 0, 0, 100]).outcome is Outcome.WON
    assert played(level, [100, 100, 100, 0]).outcome is Outcome.TIME


def test_what_was_missed_is_named_when_the_time_is_up():
    level = tiny(
        weeks=4,
        objectives=(
            objective(Kind.WIN, "now"),
            objective(Kind.WIN, "end", at_end=True),
            objective(Kind.BONUS, "more"),
        ),
    )
    assert missed(level, {"now": 2, "end": 0, "more": 0}) == ("end",)
    assert missed(level, {"now": 0, "end": 1, "more": 0}) == ("now",)
    assert missed(level, {"now": 1, "end": 1, "more": 0}) == ()


def test_a_must_that_fails_ends_it_and_is_named():
    level = tiny(objectives=(objective(Kind.MUST, "many"), objective(Kind.WIN)))
    ending = played(level, [99])
    assert (ending.outcome, ending.cause, ending.stars) == (Outcome.LOST, "many", 0)


def test_an_empty_till_loses_even_when_all_goals_are_met():
    level = tiny(objectives=(objective(Kind.WIN),))
    ending = played(level, [1000], cash=-1)
    assert (ending.outcome, ending.cause) == (Outcome.LOST, "out-of-cash")
    assert played(level, [1000], cash=0).outcome is Outcome.WON


def test_each_bonus_is_a_star_more_for_those_who_win():
    bonuses = (objective(Kind.BONUS, "a"), objective(Kind.BONUS, "b", at_end=True))
    level = tiny(weeks=2, objectives=(objective(Kind.WIN, at_end=True), *bonuses))
    assert played(level, [100, 100]).stars == 3
    assert played(level, [0, 0]).stars == 0


def test_a_level_without_a_goal_to_win_runs_out_its_time():
    ending = played(tiny(weeks=3), [1, 2, 3])
    assert (ending.outcome, ending.cause, ending.week) == (Outcome.TIME, "out-of-time", 3)


@pytest.mark.parametrize("at_end", [True, False])
def test_a_must_for_the_end_does_not_end_a_level_early(at_end):
    level = tiny(
        weeks=2, objectives=(objective(Kind.MUST, "m", at_end=at_end), objective(Kind.WIN, "w", at_end=True))
    )
    assert (played(level, [0]).outcome is Outcome.RUNNING) is at_end
