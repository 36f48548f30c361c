"""One sheet a scene, to look at: `python tests/ui/contact_sheets.py FOLDER [WORD...]` (only scenes whose name has a word).

Rows are languages, columns are dark and light at 100 % and at 150 % text; `--full` writes every picture in its own size too.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pygame

from game.ui.look import Look
from game.ui.tokens import THEMES
from tests.ui.gallery import PICTURES

SIZE, TILE = (1280, 720), (640, 360)  # px of a window and of its picture on the sheet
LANGUAGES, SIZES = ("ko", "en"), (1.0, 1.5)


def sheet(name: str, folder: Path, *, full: bool) -> None:
    """Write the sheet of one scene."""
    looks = [(theme, text) for theme in THEMES.values() for text in SIZES]
    page = pygame.Surface((TILE[0] * len(looks), TILE[1] * len(LANGUAGES)))
    for down, lang in enumerate(LANGUAGES):
        for across, (theme, text) in enumerate(looks):
            picture = pygame.Surface(SIZE)
            scene = PICTURES[name](Look(SIZE, theme, text), lang)
            scene.update(0.05)
            scene.draw(picture)
            page.blit(pygame.transform.smoothscale(picture, TILE), (across * TILE[0], down * TILE[1]))
            if full:
                pygame.image.save(picture, folder / f"{name}_{lang}_{theme.name}_{text:.0%}.png")
    pygame.image.save(page, folder / f"sheet_{name}.png")


def main(arguments: list[str]) -> None:
    """Write every wanted sheet."""
    pygame.display.init()
    pygame.font.init()
    full = "--full" in arguments
    folder, *words = [word for word in arguments if word != "--full"]
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        if not words or any(word in name for word in words):
            sheet(name, Path(folder), full=full)


if __name__ == "__main__":
    main(sys.argv[1:])
