"""Averages at points are the averages of the docking tests, only elsewhere in the ranges."""

from dataclasses import replace

import pytest

from game.study.bots import BREAKS, TRAP
from game.study.points import Case
from tests.docking.points import policy_of, reckoned
from tests.docking.whole import reckon
from tests.levels_for_tests import reference

LEVEL = reference(weeks=70)


def test_at_the_levels_own_numbers_they_are_the_averages_of_the_level() -> None:
    own = (("b_q", LEVEL.parameters.b_q), ("seed", float(LEVEL.start.cash_won)))
    cases = [Case(bot, seed, own) for seed in (1, 2) for bot in ("break-users", "break-data")]
    found = reckoned(LEVEL, cases)
    for place, bot in enumerate(("break-users", "break-data")):
        fate = reckon(LEVEL, policy_of(bot), (1, 2), follows=True)
        assert [f.users for f in found[place::2]] == pytest.approx(list(fate.users * fate.alive))
        assert [f.quality for f in found[place::2]] == pytest.approx(list(fate.quality))
        assert [f.alive for f in found[place::2]] == list(fate.alive)


def test_a_poorer_firm_is_dead_earlier_and_everybody_finds_back_to_its_case() -> None:
    cases = [Case("trap", 1, (("seed", won),)) for won in (12e8, 3e8, 12e8)]
    rich, poor, again = reckoned(LEVEL, cases)
    assert rich == again
    assert (rich.alive, poor.alive) == (1.0, 0.0)
    assert poor.weeks < rich.weeks == LEVEL.weeks


def test_the_founders_of_the_averages_are_the_scripted_ones() -> None:
    assert policy_of("trap") == TRAP
    assert policy_of("break-data+users") == replace(TRAP, **BREAKS["data"] | BREAKS["users"])
    assert policy_of("break-all") == policy_of("break-performance+data+users")
