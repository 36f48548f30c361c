"""A few pictures as they are meant to be.

After a change that is meant `python tests/ui/golden_pictures.py` draws them anew; then look at them.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import pygame

from game.ui.look import Look
from game.ui.tokens import LIGHT
from game.ui.view import View
from tests.ui import samples
from tests.ui.scene_samples import SCENES

FOLDER = Path(__file__).parent / "golden"
SIZE = (1280, 720)
PICTURES = {
    "controls-en-dark": lambda: View(samples.desk("en"), Look(SIZE)),
    "controls-ko-light": lambda: View(samples.desk("ko"), Look(SIZE, LIGHT)),
    "event-ko-dark": lambda: SCENES["event"](Look(SIZE), "ko"),
    "offer-en-light": lambda: SCENES["offer"](Look(SIZE, LIGHT), "en"),
    "month-ko-dark": lambda: SCENES["month"](Look(SIZE, text_size=1.3), "ko"),
}
SLIGHT = 24  # of 255: what another version of the library that sets type may change at the edge of a letter
MOST_OFF = 0.002  # share of pixels that may differ by more


def drawn(name):
    """Return a picture as it is drawn now."""
    scene = PICTURES[name]()
    surface = pygame.Surface(SIZE)
    scene.draw(surface)
    return surface


def off(actual, expected):
    """Return the share of pixels that are off by more than slightly, and by how much each is."""
    one, other = (pygame.surfarray.array3d(surface).astype(int) for surface in (actual, expected))
    difference = np.abs(one - other).max(axis=2)
    return float((difference > SLIGHT).mean()), difference


def beside(actual, expected, difference):
    """Return the picture, what was expected, and where they differ, side by side."""
    wide, high = SIZE
    sheet = pygame.Surface((3 * wide, high))
    sheet.blit(actual, (0, 0))
    sheet.blit(expected, (wide, 0))
    shade = np.repeat(np.minimum(difference * 4, 255).astype(np.uint8)[:, :, None], 3, axis=2)
    sheet.blit(pygame.surfarray.make_surface(shade), (2 * wide, 0))
    return sheet


def main():
    """Write every picture."""
    pygame.display.init()
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        pygame.image.save(drawn(name), FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
