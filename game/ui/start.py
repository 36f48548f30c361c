"""The game in its window, from the first picture to the last.

The title is drawn before anything heavy is imported; the levels, the world and the desk come behind it, on the loader's thread.
"""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.content.figures import Language
from game.play.assists import Chosen
from game.play.profiles import Profile
from game.ui import access
from game.ui.access import Bridge
from game.ui.app import App
from game.ui.background import Task
from game.ui.house import House
from game.ui.look import Look
from game.ui.memory import spare_memory
from game.ui.scene import Command, Go, Scene
from game.ui.scenes import ways
from game.ui.scenes.title import Title
from game.ui.window import Window

if TYPE_CHECKING:
    from game.world.level import Level

PATIENCE_S = 0.012  # of drawing in a scene's first frames, so that something is seen of it at once
BEHIND = ("desk", "ending", "codex", "why", "what_if", "week_views", "levels", "settings", "opening", "menu", "advising",
          "sketching", "diagnosing", "help")  # fmt: skip
"""Scenes that are imported once the levels are read, the one needed soonest first."""


def main(*, data: Path, usual: Language = "en", asked: Language | None = None, folders: tuple[Path, ...] | None = None,
         level: "Level | None" = None, journal: Path | None = None, seed: int | None = None,
         film: Path | None = None, mods: Path | None = None, profile: Profile | None = None,
         ease: Chosen | None = None) -> int:  # fmt: skip
    """Open the window and play until somebody leaves; return the exit code.

    Args:
        data: the folder of everything the player owns.
        usual: the system's language.
        asked: the language the command line asks for, if it does.
        folders: where levels lie; the game's own if not given.
        level: to open at once, with its story.
        journal: of a game to go on with at once.
        seed: of the next new world.
        film: the journal of a game to watch at once.
        mods: the folder of mods; that among what the player owns if not given.
        profile: who plays; who played last if not given.
        ease: difficulty and assists of the next new game; as chosen last if not given.

    Raises:
        NoDisplayError: there is no screen.
        WrongPygameError: pygame is not pygame-ce.
        JournalError: the disk refused the last week; the window is closed.
    """
    spare_memory()
    house = House(data, usual, asked, folders, seed, mods=mods, profile=profile, ease=ease)
    app = opened(house, level, journal, film)
    try:
        app.run()
    finally:
        house.speaker.end()
        app.close()
        house.leave()
    return 0


def opened(
    house: House, level: "Level | None" = None, journal: Path | None = None, film: Path | None = None
) -> App:
    """Return the window with the first scene in it, nothing drawn yet."""

    def onward() -> Command:
        if film is not None:
            return ways.watch(house, film)
        return ways.go_on(house, journal) if journal is not None else Go(ways.opening(house, _given(level)))

    def first(look: Look, loading: Task[Any]) -> Scene:
        house.loading = loading
        return Title(house, look, onward if level or journal or film else None)

    window, bridge = _heard(house.words.say("title.name"))
    return App(
        window,
        first,
        loader=lambda: _load(house),
        failing=lambda look, error: _failing(house, look, error),
        look=Look(**house.looks()),
        bridge=bridge,
        meaning=lambda key: house.keymap.read(key),
        patience_s=PATIENCE_S,
    )


def _heard(title: str) -> tuple[Window, Callable[[], Bridge | None]]:
    """Return a window and what makes its bridge to screen readers: after the first picture, where it need not come before."""
    if not (access.HIDES and access.is_there()):
        window = Window(title)
        return window, lambda: access.bridge(lambda: window.handle)
    window = Window(title, is_hidden=True)
    made = access.bridge(lambda: window.handle)
    window.show()
    return window, lambda: made


def _given(level: "Level | None") -> "Level":
    assert level is not None
    return level


def _load(house: House) -> Any:
    """Read the levels, and let the world be imported and the sounds be made behind them."""
    library = house.read()
    Task(lambda: _behind(house)).start()
    return library


def _behind(house: House) -> None:
    """Import what will be needed soon, make the sounds, and read the codex."""
    for name in BEHIND:
        import_module(f"game.ui.scenes.{name}")
    house.speaker.begin()
    with suppress(Exception):  # a broken codex is told of by whoever opens it
        import_module("game.content.codex").read()


def _failing(house: House, look: Look, error: BaseException) -> Scene:
    scene: Scene = import_module("game.ui.scenes.failing").Failing(house, look, error)
    return scene
