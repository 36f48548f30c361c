"""Docking, second rung: the whole market of people against the whole market of averages, in the same worlds.

Same parameters, same luck of investors, programmes and scandals; only people differ from averages. Forty worlds, five of
each way to break the links. What hangs on a hair goes one way here and the other way there, so fates may differ in a few
worlds; five points of the escape rate are allowed. `benchmarks/factorial.py` does the same with as many worlds as asked.
"""

from dataclasses import replace

import pytest

from agents.arrays import Floats
from game.study.bots import decision_of
from game.world.level import Level
from game.world.model import MarketModel
from game.world.parameters import Parameters
from game.world.report import Outcome
from tests.docking.whole import QUALITY_OUT, USERS_OUT, Fate, reckon
from tests.levels_for_tests import tiny
from tests.patterns.play import ALL, NONE, PAIRS, SINGLES

DESIGNS = [arm.policy for arm in (NONE, *SINGLES, *PAIRS, ALL)]
SEEDS = range(1, 6)
PLAIN = {"taste_sd": 0.0, "rewire": 1.0, "outside": 0.0, "acquaintances": 5000.0}


def setting() -> Level:
    """Nobody differs in taste, everybody may meet everybody of the segment, awareness is recalled at each choice."""
    return tiny(156, 20_000, jitter=0.15, parameters=replace(Parameters(), **PLAIN), recalls=True)


def lived(policy, seed: int) -> tuple[float, float, bool, int]:
    """Return users and quality at the end, whether the firm lives, and its launch week."""
    level = setting()
    model = MarketModel(level, seed)
    model.measures_ring = False
    while model.ending.outcome is Outcome.RUNNING:
        model.play_week(decision_of(policy, model.news(), level))
    company, end = model.companies[0], model.reports[-1]
    model.release()
    return end.users if company.is_alive else 0.0, end.quality, company.is_alive, company.launch_week


@pytest.fixture(scope="module")
def both() -> list[tuple[tuple[float, float, bool, int], Fate, int]]:
    """Return every world twice: as lived, and as reckoned (a batch of worlds and the place in it)."""
    found = []
    for policy in DESIGNS:
        fates = reckon(setting(), policy, SEEDS)
        found += [(lived(policy, seed), fates, place) for place, seed in enumerate(SEEDS)]
    return found


def test_services_open_in_the_same_week(both) -> None:
    opened = [(world[3], int(fates.launch_week[i])) for world, fates, i in both]
    assert all(a == b for a, b in opened if a >= 0)


def test_firms_that_live_have_the_same_users_within_five_per_cent(both) -> None:
    pairs = [(w[0], f.users[i]) for w, f, i in both if w[2] and f.alive[i] and f.users[i] > 1000]
    assert len(pairs) > 20
    assert sum(a for a, _ in pairs) == pytest.approx(sum(b for _, b in pairs), rel=0.05)


def test_as_many_escape_within_five_points(both) -> None:
    people = [w[2] and w[0] >= USERS_OUT and w[1] >= QUALITY_OUT for w, _, _ in both]
    averages: list[Floats] = [f.escaped[i] for _, f, i in both]
    assert abs(sum(people) - sum(averages)) <= 0.05 * len(both)
