"""The ring: each arrow is a measured effect, and looking changes nothing."""

import math
from dataclasses import replace

import numpy as np
import pytest

from agents.messages import Link, ModelKind, Source
from game.world.loop import measure
from game.world.model import MarketModel
from tests.levels_for_tests import tiny
from tests.world.worlds import by_segment, firm, ground


class Crowd:
    """People whose joining and leaving follow the mean quality in a known way."""

    def __init__(self, joins=1.0, leaves=0.1, pull=4.0):
        self.joins, self.leaves, self.pull = joins, leaves, pull
        self.asked = []

    def pressure(self, offers, firm):
        self.asked.append(int(offers.marketing_won[firm]))
        factor = math.exp(self.pull * float(offers.quality[firm].mean()))
        return self.joins * factor, self.leaves


def ring_of(company, crowd=None, contributors=None):
    model = MarketModel(tiny(), 1)
    gave = by_segment(0, 0, 0, 0) if contributors is None else contributors
    return measure(company, gave, model.offers, crowd or Crowd(), ground())


def running(**orders):
    company = firm(**orders)
    company.has_launched, company.users = True, by_segment(4000, 2000, 1000, 1000)
    for week in range(20):
        company.gather(company.users * 0.4, ground())
        company.train(week, ground())
    return company


def test_the_gain_is_the_product_of_the_three_arrows():
    ring = ring_of(running(labelling_won=4_500_000), contributors=by_segment(1600, 800, 400, 400))
    arrows = [a.elasticity for a in ring.arrows]
    assert ring.gain == pytest.approx(arrows[0] * arrows[1] * arrows[2])
    assert [a.start for a in ring.arrows] == [Link.USERS, Link.DATA, Link.PERFORMANCE]
    assert all(a > 0 for a in arrows)


def test_the_pull_of_performance_is_what_people_answer_to_a_nudge():
    company = running()
    quality = ground().overall(company.quality)
    ring = ring_of(company, Crowd(pull=4.0))
    assert ring.arrows[2].elasticity == pytest.approx(4.0 * max(quality, 0.05), rel=1e-6)


def test_with_rules_more_data_change_nothing_and_the_arrow_is_broken():
    ring = ring_of(running(model=ModelKind.RULES))
    assert ring.arrows[1].elasticity == 0.0
    assert ring.arrows[1].is_broken
    assert ring.weakest is Link.PERFORMANCE


def test_without_annotators_users_bring_no_data():
    ring = ring_of(running(labelling_won=0), contributors=by_segment(1600, 800, 400, 400))
    assert ring.arrows[0].elasticity == 0.0
    assert (ring.arrows[0].is_broken, ring.weakest) == (True, Link.DATA)


def test_once_the_annotators_are_busy_more_users_bring_no_more_data():
    company, few, many = running(), by_segment(800, 400, 200, 200), by_segment(1600, 800, 400, 400)
    assert not ring_of(company, contributors=few).arrows[0].is_broken
    assert ring_of(company, contributors=many).arrows[0].is_broken


def test_the_loop_must_turn_without_advertising():
    crowd = Crowd()
    model = MarketModel(tiny(), 1)
    offers = replace(model.offers, marketing_won=np.array([5_000_000, 0]))
    measure(running(), by_segment(1, 1, 1, 1), offers, crowd, ground())
    assert crowd.asked == [0, 0]


def test_loop_time_is_the_time_to_grow_by_e_and_endless_when_users_melt_away():
    company = running()
    growing = ring_of(company, Crowd(joins=1600.0, leaves=0.1, pull=0.0))
    assert growing.loop_weeks == pytest.approx(1 / (1600 / 8000 - 0.1))
    assert ring_of(company, Crowd(joins=800.0, leaves=0.1, pull=0.0)).loop_weeks == math.inf
    assert ring_of(firm(), Crowd(joins=5.0)).loop_weeks == math.inf


def test_gauges_fill_with_users_data_and_performance_and_never_overflow():
    empty, full = ring_of(firm(open_data=False)), running()
    assert (empty.users, empty.data, empty.performance) == (0.0, 0.0, 0.0)
    full.users = by_segment(270_000, 150_000, 120_000, 60_000)
    full.stocks.clean[Source.SERVICE] = 1e9
    full.train(99, ground())
    full.skill[:], full.fresh = 1.0, 1.0
    ring = ring_of(full)
    assert (ring.users, ring.data, ring.performance) == (1.0, 1.0, 1.0)


def test_looking_at_the_ring_changes_nothing():
    model = MarketModel(tiny(weeks=40), 1)
    for _ in range(25):
        model.step()
    before = model.fingerprint()
    measure(model.companies[0], model.contributors[0], model.offers, model.market, model.ground)
    assert model.fingerprint() == before


def test_a_world_that_does_not_measure_its_ring_goes_the_same_way():
    looked, blind = MarketModel(tiny(weeks=20), 1), MarketModel(tiny(weeks=20), 1)
    blind.measures_ring = False
    for _ in range(20):
        looked.step()
        blind.step()
    assert looked.fingerprint() == blind.fingerprint()
