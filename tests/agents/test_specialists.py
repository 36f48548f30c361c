"""The niche firm follows those whom nobody serves; the commoditiser gives models away in its own time."""

from dataclasses import replace
from itertools import pairwise

import mesa
import pytest

from agents.messages import News, Survey
from agents.motives import RULES, Act, Deed
from agents.specialists import LEAST_WEEKS, MOST_WEEKS, MOVE_WON, NOT_AGAIN_WEEKS, Commoditiser, Niche
from tests.agents.test_competitors import NEWS

NEIGHBOURS = ((0.0, 0.15, 0.5), (0.15, 0.0, 0.2), (0.5, 0.2, 0.0))


def seen(week: int, aim: int, *unserved: float) -> News:
    return replace(NEWS, week=week, aim=aim, survey=Survey(100.0, unserved, NEIGHBOURS, 0.8))


@pytest.fixture
def niche() -> Niche:
    return Niche(mesa.Model(rng=1), "corner", 1)


def test_it_stays_where_more_people_are_left_alone_than_next_door(niche):
    order = niche.decide(seen(0, 0, 50.0, 40.0, 90.0))
    assert (niche.deed, order) == (None, NEWS.decision)
    assert niche.motive.figures == (("segment", 0.0), ("people", 50.0))


def test_it_moves_next_door_and_pays_for_a_new_design(niche):
    order = niche.decide(seen(0, 0, 50.0, 60.0, 90.0))
    assert niche.deed == Deed(Act.AIM, 1)
    assert order.ux_won == MOVE_WON
    niche.decide(seen(1, 1, 50.0, 60.0, 0.0))
    assert niche.deed is None


def test_of_two_neighbours_it_takes_the_one_with_more_people(niche):
    niche.decide(seen(0, 1, 60.0, 50.0, 90.0))
    assert niche.deed == Deed(Act.AIM, 2)


def test_people_too_far_away_are_not_for_it(niche):
    niche.decide(seen(0, 0, 50.0, 40.0, 10_000.0))
    assert niche.deed is None


def test_what_it_left_it_leaves_alone_for_half_a_year(niche):
    niche.decide(seen(0, 0, 50.0, 60.0, 0.0))
    moves = []
    for week in range(1, 40):
        niche.decide(seen(week, 1, 90.0, 60.0, 0.0))
        moves += [week] if niche.deed else []
    assert moves[0] == NOT_AGAIN_WEEKS


def published(seed: int) -> list[int]:
    rival, weeks = Commoditiser(mesa.Model(rng=1), "open", 3, seed=seed), []
    for week in range(400):
        rival.decide(replace(NEWS, week=week))
        weeks += [week] if rival.deed == Deed(Act.PUBLISH) else []
    return weeks


def test_a_commoditiser_publishes_every_half_to_whole_year():
    for seed in range(20):
        weeks = published(seed)
        gaps = [b - a for a, b in pairwise([0, *weeks])]
        assert all(LEAST_WEEKS <= gap <= MOST_WEEKS for gap in gaps)


def test_when_it_publishes_depends_on_the_world_and_on_nothing_else():
    assert published(5) == published(5)
    assert len({tuple(published(seed)) for seed in range(10)}) > 5


def test_it_pays_for_a_research_team_all_along():
    rival = Commoditiser(mesa.Model(rng=1), "open", 3)
    assert rival.decide(NEWS).engineers == 8


def test_every_motive_names_the_figures_of_its_rule(niche):
    for share in (50.0, 60.0):
        niche.decide(seen(0, 0, 50.0, share, 0.0))
        assert tuple(name for name, _ in niche.motive.figures) == RULES[niche.motive.rule]
