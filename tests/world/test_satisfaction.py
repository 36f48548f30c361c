"""How content people are follows from what is offered to them, and how they meet the model decides what waiting costs."""

from dataclasses import replace

import numpy as np
import pytest

from agents.messages import ModelKind, Taste
from game.world import satisfaction, waiting
from game.world.level import Meets, Segment
from game.world.model import MarketModel
from tests.levels_for_tests import START, text, tiny

WEEKS = 10
RULES = replace(START, decision=replace(START.decision, model=ModelKind.RULES, engineers=6))


def _open(**changes):
    """Return a world in which rules have opened."""
    world = MarketModel(tiny(weeks=WEEKS, start=RULES, **changes), 1)
    for _ in range(WEEKS - 1):
        world.step()
    assert world.companies[0].is_open
    return world


def _two(first, second):
    """Return two segments alike but for how they meet the model; waiting is dear to both."""
    taste = Taste(speed=5.0)
    return (
        Segment("a", text("a"), 1000, taste, meets=first),
        Segment("b", text("b"), 1000, taste, meets=second),
    )


def test_nobody_is_content_with_a_service_that_is_not_open():
    world = MarketModel(tiny(), 1)
    assert (satisfaction.by_segment(world) == 0).all()
    assert world.values()["satisfaction.mean"] == 0


def test_more_of_anything_good_makes_people_more_content():
    world = _open()
    nature, tastes = world.market.nature, tuple(s.taste for s in world.level.segments)
    plain = satisfaction.reviews(world.offers, nature, tastes)
    for better in (
        replace(world.offers, ux=world.offers.ux + 0.1),
        replace(world.offers, quality=world.offers.quality + 0.1, lab_quality=world.offers.lab_quality + 0.1),
        replace(world.offers, relative_price=world.offers.relative_price - 0.2),
    ):
        assert (satisfaction.reviews(better, nature, tastes) > plain).all()
    assert ((plain > 0) & (plain < 1)).all()


def test_the_mean_is_taken_over_the_weeks_since_the_opening():
    world = _open()
    weeks = [report.satisfaction for report in world.reports if report.has_launched]
    assert world.values()["satisfaction.mean"] == pytest.approx(np.mean(weeks))
    assert len(weeks) < WEEKS - 1


def test_people_who_watch_wait_gladly_and_those_who_must_not_notice_do_not():
    world = _open(segments=_two(Meets.SHOWN, Meets.HIDDEN), distances=((0.0, 0.1), (0.1, 0.0)))
    speeds = waiting.speeds(world.companies, world.ground)
    assert speeds.shape == (len(world.companies), 2)
    assert speeds[0, 0] > 0 > speeds[0, 1]
    assert world.values()["satisfaction.lowest"] == satisfaction.by_segment(world)[1]


def test_where_all_meet_it_as_it_is_offered_one_figure_does():
    world = _open()
    assert waiting.speeds(world.companies, world.ground).ndim == 1


def test_reasons_to_leave_are_shares_of_those_who_left():
    found = [value for name, value in _open().values().items() if name.startswith("left.")]
    assert sum(found) <= 1 + 1e-9
    assert all(0 <= share <= 1 for share in found)


def test_the_gap_between_groups_is_that_of_their_qualities():
    world = _open()
    quality = world.companies[0].quality
    assert world.values()["quality.gap"] == quality.max() - quality.min()
