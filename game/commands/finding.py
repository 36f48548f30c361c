"""Which level is meant: by a file, an id, or the header of a journal."""

from pathlib import Path

from game.content import levels
from game.content.complaints import LevelError
from game.content.shelf import LEVELS
from game.play.replay import FindLevel
from game.world.level import Level


def folders(more: Path | None) -> tuple[Path, ...]:
    """Return where levels lie: the game's own folder, and the one named on the command line."""
    return (LEVELS,) if more is None else (LEVELS, more)


def level_named(word: str, more: Path | None = None) -> Level:
    """Return the level of a file or an id.

    Raises:
        LevelError: with everything that is wrong with it.
    """
    return levels.load(word, folders(more))


def finder(more: Path | None) -> FindLevel:
    """Return what finds the level of a journal; None for an id that no file has."""

    def find(name: str) -> Level | None:
        try:
            path = levels.find(name, folders(more))
        except LevelError:
            return None
        return levels.load(path, folders(more))

    return find
