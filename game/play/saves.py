"""The folder of saved games: one journal a game, never written over, the latest on top.

Listing reads the journals and plays none of them. A file
that cannot be read is listed with its problem and left alone.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from game.content.filenames import is_device
from game.play import journal
from game.play.folders import data_dir as data_dir
from game.play.folders import mods_dir as mods_dir
from game.play.notes import is_diagnosed
from game.play.records import Header, JournalError, Result

_MOST_SAVES = 1000  # listed; the rest stay on the disk
_LONGEST_NAME = 60  # characters of a file name, well below the limit of any file system


@dataclass(frozen=True, slots=True)
class Save:
    """One saved game as a list shows it."""

    path: Path
    played: datetime  # when the last week was played, local time
    header: Header | None = None  # None when the file cannot be read; `problem` says why
    week: int = 0
    result: Result | None = None
    is_torn: bool = False
    is_diagnosed: bool = False  # the player found out what it hung on
    problem: JournalError | None = None

    @property
    def name(self) -> str:
        """Return the name the player sees: the file's, without its ending."""
        return self.path.name.removesuffix(journal.SUFFIX)

    @property
    def can_go_on(self) -> bool:
        """Return whether there is a week left to play."""
        return self.header is not None and self.result is None


class Saves:
    """The saved games below a data folder."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "saves"

    def free_path(self, name: str) -> Path:
        """Return a path for a new game: `NAME.dljournal`, or the first free `NAME-2.dljournal`, `NAME-3`..."""
        stem = plain_name(name)
        path = self.folder / f"{stem}{journal.SUFFIX}"
        number = 2
        while path.exists():
            path = self.folder / f"{stem}-{number}{journal.SUFFIX}"
            number += 1
        return path

    def all(self) -> tuple[Save, ...]:
        """Return the saved games, the last played first."""
        return tuple(look(path) for path in self._paths())

    def latest(self) -> Save | None:
        """Return the game last played that can go on, if there is one: what "continue" opens. Older ones are not read."""
        return next((save for save in map(look, self._paths()) if save.can_go_on), None)

    def _paths(self) -> list[Path]:
        found = [path for path in self.folder.glob(f"*{journal.SUFFIX}") if path.is_file()]
        found.sort(key=lambda path: (-path.stat().st_mtime_ns, path.name))
        return found[:_MOST_SAVES]

    def rename(self, save: Save, name: str) -> Path:
        """Give a game another name and return its new path; never over another game."""
        path = self.free_path(name)
        save.path.rename(path)
        return path


def look(path: Path) -> Save:
    """Return what a list can say about a journal without playing it."""
    played = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    try:
        record = journal.read(path)
    except JournalError as problem:
        return Save(path, played, problem=problem)
    result = record.ending.result if record.ending else None
    return Save(
        path,
        played,
        record.header,
        len(record.entries),
        result,
        bool(record.torn),
        is_diagnosed(record.notes),
    )


def plain_name(name: str) -> str:
    """Return a name any file system takes: letters of any script, digits, `-`, `_` and `+`."""
    stem = re.sub(r"[^\w+-]+", "-", name).strip("-")[:_LONGEST_NAME]
    return f"game-{stem}".rstrip("-") if not stem or is_device(stem) else stem
