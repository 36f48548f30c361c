"""Luck or skill: the same decisions elsewhere, counted honestly."""

from dataclasses import replace

import pytest

from game.content.words import Words
from game.play.playthrough import Playthrough
from game.study import fortune_told
from game.study.fortune import MOST_AGENTS, Fortune, fortune, rank
from game.study.progress import answer
from game.study.recording import Recording
from game.study.runs import Run, play
from game.study.unknown import other_seed
from tests.levels_for_tests import tiny
from tests.study import games

WORLDS = 6


@pytest.fixture(scope="module")
def found(recorded: Recording) -> Fortune:
    return answer(fortune(recorded, WORLDS, processes=1))


def test_the_same_question_gets_the_same_worlds(recorded: Recording, found: Fortune) -> None:
    assert answer(fortune(recorded, WORLDS, processes=1)) == found
    assert [end.seed for end in found.ends] == [other_seed(recorded.seed, n) for n in range(WORLDS)]
    assert recorded.seed not in {end.seed for end in found.ends}


def test_what_the_worlds_refuse_is_counted(recorded: Recording, found: Fortune) -> None:
    assert found.orders == sum(len(order) for order in recorded.orders)
    assert found.skipped == sum(end.skipped for end in found.ends)
    rich = answer(fortune(_without_the_gift(recorded), 3, processes=1))
    assert rich.skipped >= 3  # nobody offers the gift there, so it cannot be taken
    assert rich.worlds_with_skips == 3


def _without_the_gift(recorded: Recording) -> Recording:
    """Return the game as if its decisions came from a level without the card they answer."""
    bare = Recording.played(replace(recorded.level, events=()), recorded.seed, recorded.orders, 8)
    bare.orders = recorded.orders[:8]
    return bare


def test_decisions_that_fit_everywhere_are_skipped_nowhere_and_fare_as_the_bot_who_gave_them() -> None:
    level = tiny(weeks=8, agents=400)
    idle = Recording.played(level, 3, ({},) * 8)
    found = answer(fortune(idle, 3, processes=1))
    assert (found.skipped, found.orders) == (0, 0)
    for end in found.ends:
        row = play(level, Run("nothing", end.seed))[-1]
        assert (row.users, row.cash_won, row.outcome) == (end.users, end.cash_won, end.outcome.value)


def test_the_rank_is_the_share_that_ended_worse() -> None:
    assert rank(5.0, [1.0, 2.0, 9.0, 10.0]) == 0.5
    assert rank(0.0, [1.0, 2.0]) == 0.0
    assert rank(3.0, [1.0, 2.0]) == 1.0
    assert rank(1.0, [1.0, 1.0]) == 0.5


def test_every_world_stands_in_the_histogram_once(found: Fortune) -> None:
    assert sum(count for _, _, count in found.histogram) == WORLDS
    assert found.histogram[0][0] <= found.actual.users <= found.histogram[-1][1] + 1e-9


def test_a_large_crowd_is_made_smaller_and_that_is_said() -> None:
    level = replace(tiny(weeks=2, agents=400), agents=MOST_AGENTS + 1_000)
    found = answer(fortune(Recording.played(level, 3, ({},) * 2), 2, processes=1))
    assert (found.agents, found.has_fewer) == (MOST_AGENTS, True)
    assert any("20,000" in line for line in fortune_told.notes(Words("en"), found))


def test_asking_about_luck_changes_nothing(played: Playthrough) -> None:
    before = played.model.fingerprint()
    answer(fortune(Recording.of(played), 2, processes=1))
    assert played.model.fingerprint() == before


def test_a_game_that_is_not_over_is_followed_as_far_as_it_was_played() -> None:
    short = Recording.played(games.eventful(), games.SEED, games.orders(games.eventful(), 6), 6)
    found = answer(fortune(short, 2, processes=1))
    assert found.until == 6
    assert {end.week for end in found.ends} == {6}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("merit", "key"), [(9.0, "lucky"), (-1.0, "unlucky")])
def test_luck_is_told_apart_from_what_is_usual(found: Fortune, language: str, merit: float, key: str) -> None:
    words = Words("ko" if language == "ko" else "en")
    other = replace(found, actual=replace(found.actual, merit=merit))
    assert fortune_told.placed(words, other) == words.say(
        f"luck.{key}", share=other.luck, rest=1 - other.luck
    )
    assert len(list(fortune_told.lines(words, found))) > 22
