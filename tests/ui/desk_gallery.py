"""Writes pictures of the desk as it looks after some weeks of play, for people to look at.

Run `python tests/ui/desk_gallery.py FOLDER [WORD...]`: only pictures whose name has every word. Names read
`desk_<weeks>_<language>_<theme>_<size>_<text>.png`.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pygame

from game.content.words import Words
from game.play.playthrough import Playthrough, Refused
from game.study.bots import founder
from game.ui.look import Look
from game.ui.scenes.desk import Desk
from game.ui.session import Session
from game.ui.tokens import THEMES
from tests.ui.desks import market_level, settle

SIZES = {"720p": (1280, 720), "1080p": (1920, 1080)}
WEEKS = (0, 20, 60)
TEXTS = (1.0, 1.5)


def played(weeks, bot="break-all", seed=3, level=None):
    """A game after some weeks of a scripted founder."""
    level = level or market_level()
    game = Playthrough.new(level, seed, None)
    decide = founder(bot, level, seed)
    while game.week < weeks and not game.is_over:
        try:
            game.play(decide(game.model.news()))
        except Refused:
            game.play(game.decision)
    return game


def desk_of(game, look, language):
    """The desk over a game, with next week foreseen."""
    desk = Desk(Session(game), Words(language), look)
    settle(desk)
    return desk


def names():
    """Every picture's name and what it needs."""
    for weeks in WEEKS:
        for language in ("ko", "en"):
            for theme in THEMES.values():
                for size, px in SIZES.items():
                    for text in TEXTS:
                        yield (
                            f"desk_{weeks}_{language}_{theme.name}_{size}_{text:.0%}",
                            weeks,
                            language,
                            Look(px, theme, text),
                        )


def main(folder, words):
    """Write every wanted picture."""
    pygame.display.init()
    folder.mkdir(parents=True, exist_ok=True)
    for name, weeks, language, look in names():
        if all(f"_{word}" in f"_{name}_" for word in words):
            desk = desk_of(played(weeks), look, language)
            changed(desk, weeks)
            surface = pygame.Surface(look.size_px)
            desk.draw(surface)
            pygame.image.save(surface, folder / f"{name}.png")
            desk.close()


def changed(desk, weeks):
    """Turn some levers, as a player would have."""
    if weeks == 20:
        desk.draft.set("labelling_won", 3_000_000)
        desk.draft.set("feedback_permille", 500)
        desk._show_draft()
        settle(desk)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
