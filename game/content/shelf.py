"""Where levels lie, and which of them goes by which id.

An id is looked up in a list made by walking the folders; it is never joined to a path, so no level can name a file outside
them. Links are not followed. Only the first lines of a file are read for its id.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from game.content.merging import OVERRIDES

LEVELS = Path(__file__).parents[2] / "levels"
ENDINGS = (".yaml", ".yml")
MOST_FILES = 2_000  # looked at in one folder; a mod has dozens
_MOST_DEEP = 6  # folders inside each other
_HEAD = 4_096  # bytes that hold the id of every level, comments before it included
_WORD = rb":[ \t]+[\"']?([a-z0-9][a-z0-9_/-]*)"
_HEADS = {key: re.compile(b"^" + key.encode() + _WORD, re.MULTILINE) for key in ("id", OVERRIDES)}


@dataclass(frozen=True, slots=True)
class Part:
    """What a mod puts on the shelf."""

    id: str
    stamp: str  # id, version and hash, as a journal remembers them
    files: tuple[Path, ...]  # levels, and files that override levels


@dataclass(frozen=True, slots=True)
class Shelf:
    """Folders with levels; in the earlier ones an id is found first. Mods come after them, in their order."""

    folders: tuple[Path, ...] = (LEVELS,)
    near: tuple[Path, ...] = ()  # folders that are not searched far down
    mods: tuple[Part, ...] = ()

    def beside(self, path: Path) -> Shelf:
        """Return a shelf that also has what lies beside a file: a level can extend its neighbours."""
        return self if self.mod_of(path) else replace(self, near=(*self.near, path.parent))

    def mod_of(self, path: Path) -> Part | None:
        """Return the mod a file is of, or None."""
        real = os.path.realpath(path) if self.mods else ""
        return next((mod for mod in self.mods if real in _reals(mod.files)), None)

    def patches(self, name: str) -> tuple[Path, ...]:
        """Return the files of mods that override the level of an id, in the order of the mods."""
        return tuple(path for mod in self.mods for path in mod.files if target_of(path) == name)

    def stamps(self, files: Iterable[Path]) -> tuple[str, ...]:
        """Return the mods that files come from, in the order of the mods."""
        mods = [self.mod_of(path) for path in files]
        return tuple(mod.stamp for mod in self.mods if mod in mods)

    def ids(self) -> dict[str, Path]:
        """Return every level's id and file; of two with one id, the first."""
        found: dict[str, Path] = {}
        for name, path in self._named():
            found.setdefault(name, path)
        return found

    def twin(self, name: str, path: Path) -> Path | None:
        """Return another file whose level has the same id, or None."""
        own = os.path.realpath(path)
        return next((p for known, p in self._named() if known == name and os.path.realpath(p) != own), None)

    def _named(self) -> Iterator[tuple[str, Path]]:
        """Yield every level's id and file; an id that is not a mod's to give is not heard."""
        for path in self._in_folders():
            name = id_of(path)
            if name is not None:
                yield name, path
        for mod in self.mods:
            for path in mod.files:
                name = id_of(path)
                if name is not None and name.startswith(f"{mod.id}/"):
                    yield name, path

    def files(self) -> Iterator[Path]:
        """Yield the level files of all folders and mods, in order, each once."""
        yield from self._in_folders()
        yield from (path for mod in self.mods for path in mod.files)

    def _in_folders(self) -> Iterator[Path]:
        seen: set[str] = set()
        places = [(folder, _MOST_DEEP) for folder in self.folders] + [(folder, 2) for folder in self.near]
        for folder, deep in places:
            for path in files_in(folder, deep):
                real = os.path.realpath(path)
                if real not in seen:
                    seen.add(real)
                    yield path


@lru_cache(maxsize=256)
def _reals(files: tuple[Path, ...]) -> frozenset[str]:
    """Return where files really lie."""
    return frozenset(os.path.realpath(path) for path in files)


def files_in(folder: Path, deep: int = _MOST_DEEP) -> list[Path]:
    """Return the level files under a folder, sorted by their path, or the one file that was named; links inside are skipped."""
    if folder.is_file():
        return [folder] if folder.name.endswith(ENDINGS) else []
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
    return _said_in(path, "id")


def target_of(path: Path) -> str | None:
    """Return the id of the level a file says it overrides, or None."""
    return _said_in(path, OVERRIDES)


def _said_in(path: Path, key: str) -> str | None:
    try:
        stat = path.stat()
        return _head(path, key, stat.st_mtime_ns, stat.st_size)
    except OSError:
        return None


@lru_cache(maxsize=4 * MOST_FILES)
def _head(path: Path, key: str, changed_ns: int, size: int) -> str | None:  # noqa: ARG001 - they name the version that was read
    with path.open("rb") as file:
        found = _HEADS[key].search(file.read(_HEAD))
    return found[1].decode("ascii") if found else None


Where = Shelf | Sequence[Path] | None
"""Where levels lie: a shelf, folders, or the game's own levels."""


def default(where: Where) -> Shelf:
    """Return the shelf of these folders, or of the game's own levels."""
    if isinstance(where, Shelf):
        return where
    return Shelf(tuple(where)) if where is not None else Shelf()
