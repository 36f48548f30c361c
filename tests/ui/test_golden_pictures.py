"""A few pictures stay as they are meant to be; where one does not, both and the difference lie side by side in `out/pictures`."""

from pathlib import Path

import pygame
import pytest

from tests.ui import golden_pictures as golden

OUT = Path(__file__).resolve().parents[2] / "out" / "pictures"


@pytest.mark.parametrize("name", golden.PICTURES)
def test_a_picture_is_as_it_is_meant_to_be(name):
    expected = pygame.image.load(golden.FOLDER / f"{name}.png")
    actual = golden.drawn(name)
    share, difference = golden.off(actual, expected)
    if share > golden.MOST_OFF:
        OUT.mkdir(parents=True, exist_ok=True)
        pygame.image.save(golden.beside(actual, expected, difference), OUT / f"{name}.png")
    assert share <= golden.MOST_OFF, f"{share:.2%} of the pixels are off: look at out/pictures/{name}.png"


def test_a_moved_button_is_noticed():
    expected = golden.drawn("event-ko-dark")
    moved = expected.copy()
    moved.blit(expected, (4, 0), pygame.Rect(500, 300, 200, 100))
    moved.blit(expected, (640, 360), pygame.Rect(500, 300, 200, 100))
    assert golden.off(moved, expected)[0] > golden.MOST_OFF
