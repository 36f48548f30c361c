"""Docking, second rung, with a fast follower: a firm under the player's orders does what the averages' follower does."""

from dataclasses import replace

import pytest

from game.study.bots import decision_of
from game.world.model import MarketModel
from game.world.report import Outcome
from tests.docking.test_the_whole_market import setting
from tests.docking.whole import reckon
from tests.levels_for_tests import FOLLOWER, RIVAL
from tests.patterns.play import broken

POLICY = broken("performance", "users")
SEEDS = (1, 2, 3)


def lived(seed: int) -> tuple[float, float]:
    """Return the users of the player and of the follower at the end."""
    level = replace(setting(), rivals=(RIVAL, FOLLOWER))
    model = MarketModel(level, seed)
    model.measures_ring = False
    while model.ending.outcome is Outcome.RUNNING:
        model.play_week(decision_of(POLICY, model.news(), level))
    users = model.reports[-1].firm_users
    model.release()
    return users[0], users[2]


def test_a_pioneer_who_is_followed_has_as_many_users_as_the_averages_say() -> None:
    people, averages = [lived(seed) for seed in SEEDS], reckon(setting(), POLICY, SEEDS, follows=True)
    assert sum(pioneer for pioneer, _ in people) == pytest.approx(float(averages.users.sum()), rel=0.05)
    assert all(copy > 1000 for _, copy in people)


def test_in_the_averages_a_follower_costs_the_pioneer_some_of_its_users() -> None:
    seeds = range(1, 21)
    alone, followed = (reckon(setting(), POLICY, seeds, follows=follows) for follows in (False, True))
    assert 0.60 < (followed.users / alone.users).mean() < 0.97
