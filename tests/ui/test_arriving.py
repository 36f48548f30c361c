"""A scene that has just come is drawn panel by panel, a little in each frame, and ends as if it had been drawn at once."""

import numpy as np
import pygame
import pytest

from game.ui.layers import islands
from game.ui.look import Look
from game.ui.raster import pixels_of
from game.ui.view import View
from game.ui.warming import Warming, wanted
from tests.ui import samples
from tests.ui.scene_samples import SCENES

SIZE = (1280, 720)
PLAIN = ("title", "settings", "levels", "opening", "won", "codex", "workshop", "week-views", "learned")


def frames_of(view, patience_s):
    """Draw until nothing is left; the picture, and how many frames that took."""
    surface, frames = pygame.Surface(SIZE), 0
    view.arrive(patience_s)
    while frames == 0 or not view.top.is_whole:
        view.draw(surface)
        frames += 1
        assert frames < 100, "it never ends"
    return surface, frames


@pytest.mark.parametrize("name", PLAIN)
def test_a_scene_drawn_in_pieces_equals_the_scene_drawn_at_once(name):
    scene = SCENES[name](Look(SIZE), "ko")
    view = getattr(scene, "view", scene)
    whole = pygame.Surface(SIZE)
    view.draw(whole)
    view.spoil()
    pieces, frames = frames_of(view, 0.0)
    assert frames == len(list(islands(view.root, is_base=True)))
    assert np.array_equal(pixels_of(pieces), pixels_of(whole))


def test_the_first_frame_shows_something_and_the_next_ones_the_rest():
    view, surface = View(samples.desk("en"), Look(SIZE)), pygame.Surface(SIZE)
    view.arrive(0.0)
    surface.fill("#FF00FF")
    assert view.draw(surface)
    first, *others = islands(view.root, is_base=True)
    magenta = pygame.Color("#FF00FF")
    assert surface.get_at((round(first.box.cx), round(first.box.cy))) != magenta
    assert others
    assert not view.top.is_whole
    assert all(surface.get_at((round(w.box.cx), round(w.box.cy))) != magenta for w in others), (
        "the old scene shows"
    )


def test_what_has_arrived_is_drawn_at_once_from_then_on():
    view = View(samples.desk("en"), Look(SIZE))
    frames_of(view, 0.0)
    view.spoil()
    view.draw(pygame.Surface(SIZE))
    assert view.top.is_whole


def test_fonts_are_opened_one_by_one_until_all_are_and_again_at_another_size():
    warming, look = Warming(), Look(SIZE)
    steps = 0
    while warming.step(look):
        steps += 1
    assert steps == len(wanted(look)) > 10
    assert warming.step(look.changed(text_size=1.5))
