"""The mark of the game, and the files made of it."""

import struct
from io import BytesIO

import pygame
import pytest

from game.ui import emblem


@pytest.mark.parametrize("size", emblem.SIZES)
def test_the_files_are_what_the_game_draws(size):
    shipped = pygame.image.load(emblem.FOLDER / f"deeplemma-{size}.png")
    drawn = emblem.emblem(size)
    assert shipped.get_size() == (size, size)
    assert pygame.image.tobytes(shipped, "RGBA") == pygame.image.tobytes(drawn, "RGBA")


def test_the_corners_are_clear_and_the_ring_is_white():
    drawn = emblem.emblem(256)
    assert drawn.get_at((0, 0)).a == 0
    on_the_ring = (128, round(128 + emblem.RADIUS * 256 / emblem.TILE))
    assert drawn.get_at(on_the_ring)[:3] == (255, 255, 255)
    assert drawn.get_at((128, 128))[:3] != (255, 255, 255)


def test_the_icon_file_holds_every_size():
    data = (emblem.FOLDER / "deeplemma.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind, count) == (0, 1, len(emblem.IN_ICO))
    for place, size in enumerate(emblem.IN_ICO):
        side, *_, length, start = struct.unpack_from("<BBBBHHII", data, 6 + 16 * place)
        assert side == size % 256
        picture = pygame.image.load(BytesIO(data[start : start + length]), "icon.png")
        assert picture.get_size() == (size, size)
