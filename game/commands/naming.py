"""Which file or folder a word on the command line names; nothing heavy is loaded for it."""

from pathlib import Path

from game.content import levels
from game.content.complaints import LevelError
from game.content.shelf import Where


def path_named(word: str, where: Where = None) -> Path | None:
    """Return the file or folder of a path, or the file of the level with an id; None where there is neither."""
    if Path(word).exists():
        return Path(word)
    try:
        return levels.find(word, where)
    except LevelError:
        return None
