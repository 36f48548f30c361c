"""Draw the kit into PNG files to look at: `python tests/ui/gallery.py FOLDER [WORD...]`, only those named by every word."""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pygame

from game.ui.look import Look
from game.ui.tokens import THEMES
from game.ui.view import View
from tests.ui import samples
from tests.ui.scene_samples import SCENES


def controls(look, lang):
    """Every control, one focused by key."""
    view = View(samples.desk(lang), look)
    view.focus_on("cleaning")
    return view


def menu(look, lang):
    """A menu open."""
    view = View(samples.desk(lang), look)
    view.focus_on("consent")
    view.top.focus.widget.activate()
    return view


def tip(look, lang):
    """A tip open."""
    view = View(samples.desk(lang), look)
    view.resting.rest(view.root.find("plain"))
    view.update(1.0)
    return view


def dialog(look, lang):
    """An event over the desk."""
    view = View(samples.desk(lang), look)
    view.draw(pygame.Surface(look.size_px))
    view.open(samples.event_dialog(samples.WORDS[lang]))
    return view


def desk(look, lang):
    """Crowd, charts, ring and controls together."""
    return View(samples.WholeDesk(samples.WORDS[lang]), look)


def rings(look, lang):
    """The ring in small, several times."""
    say = samples.WORDS[lang]
    return View(
        samples.Desk(samples.cycle_panel(say), samples.small_rings(say), samples.news_panel(say)), look
    )


PICTURES = {"desk": desk, "rings": rings, "controls": controls, "menu": menu, "tip": tip, "dialog": dialog}
PICTURES |= SCENES  # every scene and sheet besides the desk
SIZES = {"1x": (1280, 720), "2x": (2560, 1440)}


def main(folder, words):
    """Write every wanted picture."""
    pygame.display.init()
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in PICTURES.items():
        for size, px in SIZES.items():
            for theme in THEMES.values():
                for lang in ("en", "ko"):
                    for text in (1.0, 1.5):
                        file = f"{name}_{lang}_{theme.name}_{size}_{text:.0%}.png"
                        if not all(word in file for word in words):
                            continue
                        surface = pygame.Surface(px)
                        view = make(Look(px, theme, text), lang)
                        view.draw(surface)
                        pygame.image.save(surface, folder / file)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
