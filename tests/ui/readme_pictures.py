"""Writes the pictures of the README from a real game: `python tests/ui/readme_pictures.py`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pygame

from game.content import levels
from game.ui.look import Look
from tests.ui.desk_gallery import desk_of, played

WEEKS, SEED = 44, 5


def main():
    """Draw the desk of the second level, in English and in Korean."""
    pygame.display.init()
    folder = Path(__file__).resolve().parents[2] / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    game = played(WEEKS, "break-users", SEED, levels.load("the-loop"))
    for language, name in (("en", "desk.png"), ("ko", "desk_ko.png")):
        look = Look((1280, 720))
        desk = desk_of(game, look, language)
        surface = pygame.Surface(look.size_px)
        desk.draw(surface)
        pygame.image.save(surface, folder / name)
        desk.close()


if __name__ == "__main__":
    main()
