"""The ring says by shape and word, not by colour alone, which link is broken; its arrows can be picked by hand and by key."""

from math import cos, radians, sin

import numpy as np
import pygame
import pytest

from game.ui.look import Look
from game.ui.raster import pixels_of
from game.ui.ring import RADIUS, TURNS, Ring
from game.ui.view import View
from game.ui.widgets import Act, Deed
from tests.ui.samples import WORDS, loop


@pytest.fixture
def ring(look, hand):
    """A hand before a ring."""
    made = Ring("ring", "The cycle", loop(WORDS["en"]))
    return hand(View(made, look)), made


def on_arrow(ring, arrow, ahead=60):
    """A point on an arrow."""
    turn = radians(TURNS[arrow] + ahead)
    x, y = ring.centre
    return x + RADIUS * ring.unit * sin(turn), y - RADIUS * ring.unit * cos(turn)


@pytest.mark.parametrize("arrow", range(3))
def test_a_click_on_an_arrow_picks_it(ring, arrow):
    here, made = ring
    assert here.press(*on_arrow(made, arrow)) == Act("ring", Deed.PRESS, arrow)


@pytest.mark.parametrize("arrow", range(3))
def test_a_node_or_the_middle_is_no_arrow(ring, arrow):
    _, made = ring
    assert made.arrow_at(*on_arrow(made, arrow, ahead=0)) is None
    assert made.arrow_at(*made.centre) is None


def test_arrow_keys_walk_round_and_enter_picks(ring):
    here, made = ring
    here.view.focus_on("ring")
    walked = []
    for _ in range(4):
        here.key(pygame.K_RIGHT)
        walked.append(made.pointed)
    assert walked == [0, 1, 2, 0]
    assert made.value == "users to data"
    assert here.key(pygame.K_RETURN) == Act("ring", Deed.PRESS, 0)


def test_pointing_at_an_arrow_explains_it(ring):
    here, made = ring
    here.point(*on_arrow(made, 1))
    here.view.update(1.0)
    assert here.view.resting.tip.title == "Weakest link: Data"
    here.point(*made.centre)
    assert here.view.resting.tip is None


def test_a_reader_hears_gauges_and_momentum(ring):
    assert ring[1].value == "Users 34, Data 16, Model 61, momentum −0.4"


def grey(made, theme_look):
    """The ring without its colours (height, width)."""
    surface = pygame.Surface(theme_look.size_px)
    View(made, theme_look).draw(surface)
    pixels = pixels_of(surface)
    return ((pixels >> 16 & 255) * 299 + (pixels >> 8 & 255) * 587 + (pixels & 255) * 114) // 1000


def test_a_broken_link_is_seen_without_colour():
    look = Look((640, 360))
    whole = grey(Ring("ring", "", loop(WORDS["en"], turning=True)), look)
    broken = grey(Ring("ring", "", loop(WORDS["en"])), look)
    x, y = (round(v * look.scale) for v in on_arrow(_placed(look), 1))
    near = np.s_[y - 12 : y + 12, x - 30 : x + 30]
    assert (np.abs(whole[near].astype(int) - broken[near].astype(int)) > 24).mean() > 0.1


def _placed(look):
    made = Ring("ring", "", loop(WORDS["en"]))
    View(made, look)
    return made


@pytest.mark.parametrize("size", [(308, 250), (120, 110), (90, 90), (308, 700), (900, 120)])
def test_a_ring_of_any_size_stays_within_its_box(size):
    notes = []
    look = Look((1280, 720), notes=notes)
    made = Ring("ring", "", loop(WORDS["ko"]))
    view = View(made, look)
    made.place(look, made.box._replace(w=size[0], h=size[1]))
    view.draw(pygame.Surface(look.size_px))
    assert all(made.box.inset(-1).holds(run.box) for run in notes)
    for i, one in enumerate(notes):
        assert not any(one.box.meets(other.box, 0.5) for other in notes[i + 1 :])
