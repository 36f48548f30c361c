"""The niche firm follows those whom nobody serves; the commoditiser gives models away in its own time."""

from dataclasses import replace
from itertools import pairwise

import mesa
import pytest

from agents.messages import News, Survey
from agents.motives import RULES, Act, Deed
from agents.specialists import (
    LEAST_WEEKS,
    LOOK_BACK_WEEKS,
    MOST_WEEKS,
    MOVE_WON,
    NOT_AGAIN_WEEKS,
    Commoditiser,
    Niche,
)
from tests.agents.test_competitors import NEWS

NEIGHBOURS = ((0.0, 0.15, 0.5), (0.15, 0.0, 0.2), (0.5, 0.2, 0.0))


def seen(week: int, aim: int, *unserved: float, own: float = 0.12) -> News:
    survey = Survey(100.0, unserved, NEIGHBOURS, 0.8)
    return replace(NEWS, week=week, aim=aim, survey=survey, shares=(0.0, own, 0.2))


@pytest.fixture
def niche() -> Niche:
    return Niche(mesa.Model(rng=1), "corner", 1)


def lose(
    niche: Niche, aim: int, *unserved: float, weeks: int = LOOK_BACK_WEEKS + 1, first: int = 0
) -> list[int]:
    """Let its share fall week after week; return the weeks in which it moves."""
    moves = []
    for week in range(first, first + weeks):
        niche.decide(seen(week, aim, *unserved, own=0.12 - 0.0001 * week))
        moves += [week] if niche.deed else []
    return moves


def test_who_does_well_stays_however_many_people_are_left_alone_next_door(niche):
    for week in range(30):
        order = niche.decide(seen(week, 0, 50.0, 90.0, 90.0))
        assert (niche.deed, order) == (None, NEWS.decision)
    assert niche.motive.figures == (("segment", 0.0), ("people", 50.0))


def test_who_is_losing_stays_where_more_people_are_left_alone_than_next_door(niche):
    assert lose(niche, 0, 50.0, 40.0, 90.0, weeks=40) == []


def test_who_is_losing_moves_next_door_and_pays_for_a_new_design(niche):
    assert lose(niche, 0, 50.0, 60.0, 90.0) == [LOOK_BACK_WEEKS]
    assert niche.deed == Deed(Act.AIM, 1)
    assert niche.motive.rule == "niche.moves"
    order = niche.decide(seen(14, 1, 50.0, 60.0, 0.0))
    assert (niche.deed, order.ux_won) == (None, 0)


def test_the_week_of_the_move_costs_ten_designer_weeks(niche):
    lose(niche, 0, 50.0, 60.0, 90.0, weeks=LOOK_BACK_WEEKS)
    assert niche.decide(seen(13, 0, 50.0, 60.0, 90.0, own=0.1)).ux_won == MOVE_WON


def test_of_two_neighbours_it_takes_the_one_with_more_people(niche):
    lose(niche, 1, 60.0, 50.0, 90.0)
    assert niche.deed == Deed(Act.AIM, 2)


def test_people_too_far_away_are_not_for_it(niche):
    assert lose(niche, 0, 50.0, 40.0, 10_000.0, weeks=40) == []


def test_what_it_left_it_leaves_alone_for_half_a_year(niche):
    left = lose(niche, 0, 50.0, 60.0, 0.0)[0]
    back = lose(niche, 1, 90.0, 60.0, 0.0, weeks=60, first=left + 1)
    assert back[0] == left + NOT_AGAIN_WEEKS


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
    for week in range(15):
        niche.decide(seen(week, 0, 50.0, 60.0, 0.0, own=0.1 - 0.001 * week))
        assert tuple(name for name, _ in niche.motive.figures) == RULES[niche.motive.rule]
