"""Every level of the campaign keeps its clearest promises in its first worlds; `check --play` proves the rest in all of them."""

import pytest

from game.content import levels
from game.study.promises import play
from game.world.level import Level, Promise

WORLDS = 2
SURE, NEVER = (
    0.7,
    0.1,
)  # shares from which a promise that fails in every one of these worlds is broken beyond luck


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


@pytest.mark.parametrize("name", CAMPAIGN[1:8])
def test_a_level_says_who_wins_who_falls_for_the_trap_and_that_nothing_is_not_enough(name: str) -> None:
    level = levels.load(name)
    bounds = {(test.play, test.expect.text): test for test in level.tests}
    won = [test for (_, asks), test in bounds.items() if asks in ("won", "not won")]
    assert "nothing" in {test.play for test in won}
    assert (
        any(test.least >= SURE for test in won) or name == "the-loop"
    )  # where three ways win in every second world
    assert len({test.play for test in won if test.least >= 0.2}) >= 2
    assert any(test.most <= 0.25 and test.play != "nothing" for test in won)
