"""Levels open one after the other, losing opens the next as well as winning, and stars are never lost."""

from datetime import UTC, datetime
from pathlib import Path

from game.play.campaign import FREE, GATE, next_level, opened_by, standings
from game.play.records import Header, JournalError, Result
from game.play.saves import Save

LEVELS = ("first", "second", "third")


def save(level, outcome="", stars=0, week=10, score=0):
    header = Header(level, "", "r1", 1, 24, 500)
    result = Result(outcome, "", week, stars, score, 0, 0) if outcome else None
    return Save(Path(f"{level}.dljournal"), datetime.now(UTC), header, week, result)


def opened(*saves):
    return [standing.is_open for standing in standings(LEVELS, saves)]


def test_only_the_first_level_is_open_at_the_beginning():
    assert opened() == [True, False, False]


def test_a_game_that_goes_on_opens_nothing():
    assert opened(save("first")) == [True, False, False]


def test_a_lost_level_opens_the_next_as_a_won_one_does():
    assert opened(save("first", "lost")) == opened(save("first", "won", 1)) == [True, True, False]


def test_a_level_that_was_played_is_open_whatever_came_before():
    assert opened(save("third")) == [True, False, True]


def test_the_best_game_counts_and_not_the_last():
    games = [
        save("first", "lost"),
        save("first", "won", 3, 20),
        save("first", "won", 2, 9),
        save("first", "time"),
    ]
    first = standings(LEVELS, games)[0]
    assert (first.stars, first.is_won, first.best.week) == (3, True, 20)


def test_the_running_game_is_the_one_played_last():
    finished, newer, older = save("first", "won", 1), save("first", week=5), save("first", week=9)
    assert standings(LEVELS, [finished, newer, older])[0].running is newer


def test_a_damaged_save_and_one_of_another_level_count_for_nothing():
    broken = Save(Path("broken.dljournal"), datetime.now(UTC), problem=JournalError("header"))
    assert opened(broken, save("elsewhere", "won")) == [True, False, False]


def test_the_next_level_is_the_first_open_one_that_is_not_won():
    def found(*saves):
        return next_level(standings(LEVELS, saves)).level

    assert found() == "first"
    assert found(save("first", "lost")) == "first"
    assert found(save("first", "won", 1)) == "second"
    assert found(*(save(level, "won", 1) for level in LEVELS)) == "third"
    assert next_level(()) is None


CAMPAIGN = [f"level-{place}" for place in range(15)]


def open_places(*finished):
    found = standings(CAMPAIGN, [save(CAMPAIGN[place], "lost") for place in finished])
    return [place for place, standing in enumerate(found) if standing.is_open]


def test_the_first_five_come_in_order_and_the_last_of_them_opens_all_of_the_middle():
    assert open_places(0, 1, 2) == [0, 1, 2, 3]
    assert open_places(0, 1, 2, 3) == [0, 1, 2, 3, 4]
    assert open_places(0, 1, 2, 3, 4) == [0, 1, 2, 3, 4, *FREE]


def test_any_four_of_the_middle_open_what_comes_after_it():
    first = (0, 1, 2, 3, 4)
    assert GATE not in open_places(*first, 5, 7, 11)
    assert GATE in open_places(*first, 5, 7, 9, 11)
    assert GATE in open_places(*first, 8, 9, 10, 11)
    assert open_places(*first, 5, 6, 7, 8, GATE)[-2:] == [GATE, GATE + 1]


def test_a_locked_level_can_say_what_opens_it():
    assert opened_by(0) == ()
    assert (opened_by(3), opened_by(9), opened_by(GATE), opened_by(13)) == ((2,), (4,), tuple(FREE), (GATE,))
