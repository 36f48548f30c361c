"""A level's tests are played as they say, and one that does not come out is complained about where it is written."""

from dataclasses import replace

import pytest

from game.content.conditions import parse
from game.content.places import top
from game.content.shape_events import VERDICTS
from game.study import promises
from game.study.promises import Game, Kept, Played
from game.world.catalogue import CATALOGUE
from game.world.conditions import ALWAYS, NEVER, Condition
from game.world.level import Kind, Level, Objective, Order, Plan, Promise, Text
from game.world.report import Ending, Outcome
from tests.levels_for_tests import tiny

NAME = Text("이름", "Name")


def asked(text: str) -> Condition:
    condition, complaints = parse(text, {**CATALOGUE, **VERDICTS}, lambda *_: top(""))
    assert condition is not None
    assert not complaints
    return condition


def with_tests(*tests: Promise, **changes: object) -> Level:
    return tiny(weeks=3, tests=tests, **changes)


def outcome(level: Level) -> list[Kept]:
    return promises.kept(level, dict(promises.play_all([level], 1)))


def test_a_test_can_ask_for_the_catalogue_and_for_how_it_ended() -> None:
    aim = Objective("aim", Kind.WIN, ALWAYS, NAME, at_end=True, points=70)
    level = with_tests(
        Promise("won", "nothing", asked("won and not lost and score == 70 and week == 3"), seeds=2),
        Promise("price", "nothing", asked("price == 300 and users.peak < 1k"), seeds=2),
        objectives=(aim,),
    )
    assert [(kept.is_kept, kept.held) for kept in outcome(level)] == [(True, (1, 2)), (True, (1, 2))]


def test_a_level_that_is_lost_says_lost() -> None:
    must = Objective("must", Kind.MUST, NEVER, NAME)
    level = with_tests(Promise("t", "trap", asked("lost and week == 1"), seeds=1), objectives=(must,))
    assert outcome(level)[0].is_kept


def test_plans_are_played_like_bots() -> None:
    plan = Plan("cheap", NAME, (Order(ALWAYS, (("price_won", 7),)),))
    level = with_tests(Promise("t", "plan:cheap", asked("price == 7"), seeds=2), plans=(plan,))
    assert outcome(level)[0].is_kept


def test_two_tests_of_one_player_share_its_games() -> None:
    level = with_tests(
        Promise("a", "trap", ALWAYS, seeds=2),
        Promise("b", "trap", NEVER, seeds=3, least=0.0, most=0.0),
        Promise("c", "nothing", ALWAYS, seeds=1),
    )
    assert promises.games(level) == [
        Game("tiny", "trap", 1), Game("tiny", "trap", 2), Game("tiny", "trap", 3), Game("tiny", "nothing", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("held", "least", "most", "is_kept"),
    [
        (50, 1.0, 1.0, True),
        (49, 1.0, 1.0, False),
        (35, 0.7, 1.0, True),
        (34, 0.7, 1.0, False),
        (12, 0.0, 0.25, True),
        (13, 0.0, 0.25, False),
        (10, 0.2, 0.2, True),
    ],
)
def test_a_promise_is_kept_at_its_very_bound(held: int, least: float, most: float, is_kept: bool) -> None:
    promise = Promise("t", "trap", ALWAYS, 50, least, most)
    kept = Kept("tiny", promise, tuple(range(1, held + 1)), tuple(range(held + 1, 51)))
    assert kept.is_kept is is_kept


def test_what_comes_out_does_not_depend_on_the_number_of_processes() -> None:
    level = with_tests(Promise("t", "random", ALWAYS, seeds=9))
    assert dict(promises.play_all([level], 1)) == dict(promises.play_all([level], 2))


def test_looking_less_at_the_ring_changes_no_ending(tiny_level: Level) -> None:
    from game.study.runs import Run, play

    level = replace(tiny_level, weeks=5)
    row = play(level, Run("break-users", 3))[0]
    ended = promises.play(level, "break-users", 3)
    assert (ended.values["users"], ended.values["cash"]) == (row.users, row.cash_won)


def test_a_game_that_ran_out_of_time_is_neither_won_nor_lost() -> None:
    told = Played(Ending(Outcome.TIME, "out-of-time", 3, 0, 40), {"users": 1.0}).asked
    assert (told["won"], told["lost"], told["score"], told["users"]) == (False, False, 40.0, 1.0)
