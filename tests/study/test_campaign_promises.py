"""Every level of the campaign keeps its clearest promises in its first worlds; `check --play` proves the rest in all of them."""

import pytest

from game.content import levels
from game.study.promises import play
from game.world.level import PLAN, Level, Promise

WORLDS = 2
SURE, NEVER = 0.7, 0.1  # shares from which a promise that fails in all of these worlds is broken beyond luck
WAY, TRAP = 0.5, 0.25  # shares of worlds that a way wins at least and a trap at most
NO_WAY_TO_LOSE = ("one-minute-pitch", "first-customer")  # before their time is up


def clear(level: Level) -> list[Promise]:
    return [test for test in level.tests if test.least >= SURE or test.most <= NEVER]


CAMPAIGN = [found.id for found in levels.campaign()]


@pytest.mark.parametrize("name", CAMPAIGN)
def test_a_level_keeps_its_word(name: str) -> None:
    level = levels.load(name)
    games = {
        (who, seed): play(level, who, seed).asked
        for who in sorted({promise.play for promise in clear(level)})
        for seed in range(1, WORLDS + 1)
    }
    for promise in clear(level):
        held = [promise.expect.holds(games[promise.play, seed]) for seed in range(1, WORLDS + 1)]
        if promise.least >= SURE:
            assert any(held), promise.id
        if promise.most <= NEVER:
            assert not all(held), promise.id


@pytest.mark.parametrize("name", CAMPAIGN[:-1])  # the sandbox asks for nothing
def test_a_level_promises_an_insight_another_way_a_trap_hints_that_help_and_that_nothing_is_not_enough(
    name: str,
) -> None:
    level = levels.load(name)
    won = [test for test in level.tests if test.expect.text in ("won", "not won")]
    assert "nothing" in {test.play for test in won}
    assert any(test.least >= SURE for test in won if test.play.startswith(PLAN))
    assert len({test.play for test in won if test.least >= WAY and test.play.startswith(PLAN)}) >= 2
    assert any(test.most <= TRAP and test.play.startswith(PLAN) for test in won)
    assert any("hint" in test.id for test in level.tests) or name in NO_WAY_TO_LOSE
