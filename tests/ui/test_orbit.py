"""The ring of people lives: it moves with time and with nothing else, and no frame leaves a trace of the one before."""

import pygame
import pytest

from game.ui.look import Look
from game.ui.tokens import LIGHT
from tests.ui.scene_samples import SCENES

ALIVE = ("title", "many-levels", "loading")


def pixels(surface):
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("name", ALIVE)
@pytest.mark.parametrize("look", [Look(), Look((1100, 620), LIGHT, 1.5)], ids=["dark", "light"])
def test_while_time_stands_still_every_frame_is_the_first(name, look):
    view = SCENES[name](look, "ko").view
    surface = pygame.Surface(look.size_px)
    view.draw(surface)
    first = pixels(surface)
    for _ in range(4):
        view.draw(surface)
    assert pixels(surface) == first


@pytest.mark.parametrize("name", ALIVE)
def test_a_frame_is_the_same_whether_drawn_over_the_last_or_anew(name):
    view = SCENES[name](Look(), "en").view
    surface, fresh = pygame.Surface((1280, 720)), pygame.Surface((1280, 720))
    view.draw(surface)
    for _ in range(5):
        view.update(0.7)
        view.draw(surface)
    view.draw(fresh)
    assert pixels(surface) == pixels(fresh)


@pytest.mark.parametrize(("calm", "moves"), [(False, True), (True, False)])
def test_people_walk_unless_motion_is_reduced(calm, moves):
    view = SCENES["title"](Look(calm=calm), "en").view
    surface = pygame.Surface((1280, 720))
    view.draw(surface)
    before = pixels(surface)
    view.update(1.0)
    view.draw(surface)
    assert (pixels(surface) != before) == moves
