"""Where levels lie, and which of them goes by which id.

An id is looked up in a list made by walking the folders; it is never joined to a path, so no level can name a file outside
them. Links are not followed. Only the first lines of a file are read for its id.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LEVELS = Path(__file__).parents[2] / "levels"
ENDINGS = (".yaml", ".yml")
MOST_FILES = 2_000  # looked at in one folder; a mod has dozens
_MOST_DEEP = 6  # folders inside each other
_HEAD = 4_096  # bytes that hold the id of every level, comments before it included
_ID = re.compile(rb"^id:[ \t]+[\"']?([a-z0-9][a-z0-9_/-]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Folders with levels; in the earlier ones an id is found first."""

    folders: tuple[Path, ...] = (LEVELS,)
    near: tuple[Path, ...] = ()  # folders that are not searched far down

    def beside(self, path: Path) -> Shelf:
        """Return a shelf that also has what lies beside a file: a level can extend its neighbours."""
        return Shelf(self.folders, (*self.near, path.parent))

    def ids(self) -> dict[str, Path]:
        """Return every level's id and file; of two with one id, the first."""
        found: dict[str, Path] = {}
        for path in self.files():
            name = id_of(path)
            if name is not None:
                found.setdefault(name, path)
        return found

    def twin(self, name: str, path: Path) -> Path | None:
        """Return another file whose level has the same id, or None."""
        own = os.path.realpath(path)
        return next((p for p in self.files() if id_of(p) == name and os.path.realpath(p) != own), None)

    def files(self) -> Iterator[Path]:
        """Yield the level files of all folders, in order, each once."""
        seen: set[str] = set()
        places = [(folder, _MOST_DEEP) for folder in self.folders] + [(folder, 2) for folder in self.near]
        for folder, deep in places:
            for path in files_in(folder, deep):
                real = os.path.realpath(path)
                if real not in seen:
                    seen.add(real)
                    yield path


def files_in(folder: Path, deep: int = _MOST_DEEP) -> list[Path]:
    """Return the level files under a folder, sorted by their path; links are skipped."""
    found: list[Path] = []
    waiting = [(folder, deep)]
    while waiting and len(found) < MOST_FILES:
        place, left = waiting.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.is_symlink() or entry.name.startswith("."):
                continue
            if entry.is_dir() and left > 1:
                waiting.append((Path(entry.path), left - 1))
            elif entry.is_file() and entry.name.endswith(ENDINGS):
                found.append(Path(entry.path))
    return sorted(found[:MOST_FILES])


def id_of(path: Path) -> str | None:
    """Return the id a file says it has, or None."""
    try:
        stat = path.stat()
        return _id_in(path, stat.st_mtime_ns, stat.st_size)
    except OSError:
        return None


@lru_cache(maxsize=4 * MOST_FILES)
def _id_in(path: Path, changed_ns: int, size: int) -> str | None:  # noqa: ARG001 - they name the version that was read
    with path.open("rb") as file:
        found = _ID.search(file.read(_HEAD))
    return found[1].decode("ascii") if found else None


def default(folders: Sequence[Path] | None) -> Shelf:
    """Return the shelf of these folders, or of the game's own levels."""
    return Shelf(tuple(folders)) if folders is not None else Shelf()
