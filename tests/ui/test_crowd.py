"""People keep their places, every dot is somebody, and the crowd looks at the world without touching it."""

import numpy as np
import pygame
import pytest

from game.ui.crowd import Crowd, per_dot
from game.ui.dots import Palette, scatter, stamp
from game.ui.raster import pixels_of
from game.ui.seats import ANCHORS, anchors, distances, lattice, share_out
from game.ui.tokens import DARK, DOTS_S
from tests.ui.sample_people import flows, people

STAGE = pygame.Rect(20, 30, 588, 298)


@pytest.fixture
def crowd():
    """A crowd of 2,000 around four companies."""
    made = Crowd(STAGE)
    made.arrange(people(2000), 4)
    return made


def places(crowd):
    """Where everybody goes (dots, 2)."""
    return np.array([crowd.place_of(int(row)) for row in crowd.rows])


def switched(service, share, seed=5):
    """The same people after a share of them chose anew."""
    luck = np.random.default_rng(seed)
    after = service.copy()
    movers = luck.random(len(service)) < share
    after[movers] = luck.integers(-1, 4, movers.sum())
    return after


# ---- keeping places


def test_nobody_moves_when_nobody_changes(crowd):
    before = places(crowd)
    crowd.arrange(people(2000), 4, now=1.0)
    assert np.array_equal(before, places(crowd))


@pytest.mark.parametrize("share", [0.005, 0.02, 0.04])
def test_in_an_ordinary_week_only_those_who_changed_company_move(crowd, share):
    service = people(2000)
    after = switched(service, share)
    before = places(crowd)
    crowd.arrange(after, 4, now=1.0)
    moved = (places(crowd) != before).any(axis=1)
    users = service >= 0
    assert not (moved & users & (service == after)).any()
    assert moved[service != after].all()


def test_people_without_a_service_are_pushed_aside_only_by_newcomers(crowd):
    service = people(2000)
    after = switched(service, 0.03)
    before = places(crowd)
    crowd.arrange(after, 4, now=1.0)
    pushed = (places(crowd) != before).any(axis=1) & (service < 0) & (after < 0)
    assert pushed.sum() <= ((service != after) & (after >= 0)).sum()


def test_a_company_that_shrinks_for_long_draws_together(crowd):
    service = people(2000)
    mine = np.flatnonzero(service == 1)
    wide = crowd.hubs[1].radius
    for week in range(1, 8):
        service = service.copy()
        service[mine[(week - 1) * 100 : week * 100]] = -1
        crowd.arrange(service, 4, now=float(week))
    own = places(crowd)[service == 1]
    spread = np.hypot(*(own - own.mean(axis=0)).T).max()
    assert crowd.hubs[1].radius < wide * 0.6
    assert spread < wide


def test_nobody_shares_a_place(crowd):
    for week in range(5):
        crowd.arrange(switched(people(2000), 0.3, week), 4, now=float(week))
        assert len(np.unique(places(crowd), axis=0)) == len(crowd.rows)


def test_companies_gather_and_keep_apart(crowd):
    service, xy = people(2000), places(crowd)
    middles = np.array([xy[service == firm].mean(axis=0) for firm in range(4)])
    for firm in range(4):
        own = xy[service == firm]
        nearest = np.hypot(*(own[:, None] - middles[None]).transpose(2, 0, 1)).argmin(axis=1)
        assert (nearest == firm).mean() > 0.8
    loners = xy[service < 0]
    near = np.hypot(*(loners - middles[1]).T) < crowd.hubs[1].radius * 0.95
    assert not near.any()


@pytest.mark.parametrize("share", [0.0, 0.5, 0.97, 1.0])
@pytest.mark.parametrize("firms", range(1, 9))
def test_any_shares_find_room_on_the_stage(share, firms):
    luck = np.random.default_rng(firms)
    service = np.where(luck.random(3000) < share, 0, luck.integers(-1, firms, 3000)).astype(np.int8)
    crowd = Crowd(pygame.Rect(0, 0, 300, 160))
    crowd.arrange(service, firms)
    shown = service[crowd.rows]
    assert [hub.dots for hub in crowd.hubs] == [int((shown == firm).sum()) for firm in range(firms)]
    xy = places(crowd)
    assert ((xy >= 0) & (xy < [300, 160])).all()


def test_the_ground_has_exactly_the_seats_wanted():
    seats = lattice(588, 298, 6)
    wanted = np.array([300, 900, 100, 0])
    ground = share_out(distances(seats, anchors(4, 588, 298)), 588 * 298 / len(seats), wanted)
    assert np.array_equal(np.bincount(ground.tight[ground.tight >= 0], minlength=4), wanted)
    for firm in range(3):
        assert ground.homely[firm, ground.tight == firm].all()


def test_every_number_of_companies_has_its_anchors_on_the_stage():
    for firms, spots in ANCHORS.items():
        assert len(spots) == firms
        assert all(0.05 < x < 0.95 and 0.1 < y < 0.9 for x, y in spots)


# ---- who is who


def test_pointing_at_a_dot_finds_the_person_it_shows(crowd):
    for row in crowd.rows[::37]:
        assert crowd.person_at(*crowd.place_of(int(row))) == row


def test_pointing_beside_everybody_or_the_stage_finds_nobody(crowd):
    assert crowd.person_at(0, 0) is None
    assert Crowd(STAGE).person_at(100, 100) is None


def test_a_crowded_stage_shows_one_dot_for_several_people_in_a_round_number():
    crowd = Crowd(STAGE)
    crowd.arrange(people(20_000), 4)
    assert crowd.agents_per_dot == 2
    assert len(crowd.rows) == 10_000
    assert crowd.place_of(1) is None
    assert crowd.place_of(2) is not None
    assert [per_dot(n, 588 * 298) for n in (500, 11_000, 20_000, 1_000_000)] == [1, 1, 2, 100]


def test_dots_keep_the_shares_of_the_people_they_stand_for():
    service = people(20_000)
    crowd = Crowd(STAGE)
    crowd.arrange(service, 4)
    for hub in crowd.hubs:
        assert hub.dots / len(crowd.rows) == pytest.approx((service == hub.firm).mean(), abs=0.01)


# ---- walking


def test_movers_walk_from_their_old_place_to_the_new_and_others_stand(crowd):
    service = people(2000)
    after = switched(service, 0.03)
    before = places(crowd)
    crowd.arrange(after, 4, now=10.0)
    goal = places(crowd)
    offset = np.array(STAGE.topleft)
    start, middle, end = (crowd._places(10.0 + t) + offset for t in (0.0, DOTS_S / 3, DOTS_S))
    assert np.allclose(start, before, atol=0.01)
    assert np.array_equal(end, goal)
    walking = (before != goal).any(axis=1)
    assert np.array_equal(middle[~walking], goal[~walking])
    assert (middle[walking] != goal[walking]).any(axis=1).all()


def test_a_walk_interrupted_goes_on_from_where_it_was(crowd):
    crowd.arrange(switched(people(2000), 0.05, 1), 4, now=0.0)
    here = crowd._places(0.1).copy()
    crowd.arrange(switched(people(2000), 0.05, 2), 4, now=0.1)
    assert np.allclose(crowd._places(0.1), here, atol=0.01)


def test_in_reduced_motion_people_are_there_at_once_and_no_stream_is_drawn():
    crowd = Crowd(STAGE, calm=True)
    crowd.arrange(people(2000), 4)
    crowd.arrange(switched(people(2000), 0.05), 4, flows=flows(), now=1.0)
    assert not crowd.is_walking(1.0)
    surfaces = [pygame.Surface((640, 360)) for _ in range(2)]
    for surface, now in zip(surfaces, (1.0, 1.7), strict=True):
        crowd.draw(surface, now)
    assert np.array_equal(*(pixels_of(surface) for surface in surfaces))


def test_streams_are_the_largest_movements_and_lie_on_the_stage(crowd):
    crowd.arrange(people(2000), 4, flows=flows(), now=1.0)
    assert [(s.source, s.target, s.people) for s in crowd.streams] == [
        (-1, 0, 142),
        (0, 1, 96),
        (2, 0, 61),
        (1, 3, 48),
    ]
    for stream in crowd.streams:
        assert 0 <= stream.x < STAGE.w
        assert 0 <= stream.y < STAGE.h


# ---- drawing


def drawn(crowd, now=5.0):
    """The picture as (height, width) colours."""
    surface = pygame.Surface((640, 360))
    crowd.draw(surface, now)
    return pixels_of(surface) & 0xFFFFFF


def test_drawing_changes_neither_the_people_nor_their_places(crowd):
    service = people(2000)
    service.flags.writeable = False
    crowd.arrange(service, 4, now=1.0)
    before = places(crowd)
    for frame in range(20):
        drawn(crowd, 1 + frame / 60)
    assert np.array_equal(before, places(crowd))


def test_nothing_is_drawn_outside_the_stage(crowd):
    picture = drawn(crowd)
    picture[STAGE.top : STAGE.bottom, STAGE.left : STAGE.right] = 0
    assert not picture.any()


def test_a_lens_colours_people_and_leaves_them_where_they_are(crowd):
    by_firm = drawn(crowd)
    before = places(crowd)
    crowd.paint(np.arange(2000) % 3, ("#FF0000", "#00FF00", "#0000FF"))
    by_lens = drawn(crowd)
    assert not np.array_equal(by_firm, by_lens)
    assert np.array_equal(before, places(crowd))
    for row in (0, 1, 2):
        x, y = crowd.place_of(row)
        assert by_lens[int(y), int(x)] == (0xFF0000, 0x00FF00, 0x0000FF)[row]


def test_a_person_in_the_light_stays_bright_while_others_dim(crowd):
    lit, other = 10, 900
    crowd.light(np.array([lit]))
    picture = drawn(crowd)
    hues = [DARK.firm(int(people(2000)[row])) for row in (lit, other)]
    colours = [picture[int(y), int(x)] for x, y in (crowd.place_of(lit), crowd.place_of(other))]
    assert colours[0] == int(hues[0][1:], 16)
    assert colours[1] != int(hues[1][1:], 16)
    crowd.light(None)
    x, y = crowd.place_of(other)
    assert drawn(crowd)[int(y), int(x)] == int(hues[1][1:], 16)


def test_dots_at_the_very_edge_stay_within_the_picture():
    pixels = np.zeros((40, 60), np.uint32)
    xy = np.array([(0, 0), (59, 39), (-5, 100), (30, 20)], np.float32)
    scatter(pixels, xy, np.zeros(4, np.intp), (stamp(5), Palette(("#FFFFFF",), "#000000")))
    assert pixels.any()
    scatter(
        np.zeros((3, 3), np.uint32), xy, np.zeros(4, np.intp), (stamp(5), Palette(("#FFFFFF",), "#000000"))
    )


@pytest.mark.parametrize("core", range(2, 10))
def test_a_dot_is_round_and_softer_outside(core):
    shape = stamp(core)
    pixels = np.zeros((21, 21), np.uint32)
    scatter(
        pixels,
        np.array([(10, 10)], np.float32),
        np.zeros(1, np.intp),
        (shape, Palette(("#FFFFFF",), "#000000")),
    )
    assert (pixels > 0).sum() == len(shape.dx)
    assert np.array_equal(pixels > 0, (pixels > 0).T)
    assert list(shape.strength) == sorted(shape.strength)


def test_a_new_number_of_people_or_companies_gathers_everybody_anew(crowd):
    crowd.arrange(people(500, 3), 3, now=1.0)
    assert len(crowd.rows) == 500
    assert len(crowd.hubs) == 3
    assert not crowd.is_walking(1.0)
