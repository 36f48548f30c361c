"""From a file to the level it means: the chain of files it builds on, put together.

A chain ends where a file extends nothing. It may not lead back to itself nor be longer than eight steps, and what is wrong in
an ancestor is complained about in the ancestor, with a note that says who uses it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.content.complaints import Arg, Complaint, Said, meant
from game.content.ids import better_id, is_id
from game.content.merging import OVERRIDES, Merging, merged
from game.content.nodes import Leaf, Map
from game.content.shelf import Shelf
from game.content.tree import Reading, read_file

MOST_STEPS = 8  # levels above a level; the campaign needs two


@dataclass(frozen=True, slots=True)
class Resolved:
    """A level with everything it inherits, before anybody asks what it means.

    Attributes:
        name: what complaints call the file.
        merging: the tree put together and the past of its keys; None when a file of the chain cannot be read.
        is_whole: whether all ancestors were found; if not, missing keys mean nothing.
        complaints: about files, YAML, inheritance and mods.
        files: all that were read for it, those of mods included.
    """

    name: str
    merging: Merging | None
    is_whole: bool
    complaints: tuple[Complaint, ...]
    files: tuple[Path, ...] = ()


def resolve(path: Path, shelf: Shelf) -> Resolved:
    """Read a level file, those it extends and those of mods that override them, and put them together.

    A file that overrides a level stands for that level as it is with the file.
    """
    chain = _Chain(shelf)
    own = read(path)
    begin = chain.overridden(path, own) if is_patch(own.root) else path
    chain.follow(begin)
    name = name_of(path)
    if own.root is None or not chain.readings:
        return Resolved(name, None, False, tuple(noted([*own.complaints, *chain.complaints], name)))
    found = [c for reading in chain.all() for c in reading.complaints] + chain.complaints
    merging = merged(chain.roots()) if chain.readings[0].root is not None else None
    if merging is not None:
        found += merging.complaints
    return Resolved(name, merging, chain.is_whole, tuple(noted(found, name)), tuple(chain.files))


def is_patch(root: Map | None) -> bool:
    """Return whether a file overrides a level instead of being one."""
    return root is not None and OVERRIDES in root.entries


def noted(complaints: list[Complaint], name: str) -> Iterator[Complaint]:
    """Yield complaints; those about other files say which level uses them."""
    for complaint in complaints:
        inherited = complaint.place.file != name
        yield complaint.noting(Said("used-through-extends", {"file": name})) if inherited else complaint


class _Chain:
    """Follows `extends` from file to file."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.readings: list[Reading] = []
        self.patches: list[list[Reading]] = []  # of each reading
        self.files: list[Path] = []
        self.ids: list[str] = []
        self.visited: list[str] = []
        self.complaints: list[Complaint] = []
        self.is_whole = True

    def follow(self, path: Path | None) -> None:
        """Read a file, then the one it extends, and so on; and with each the files of mods that override it."""
        while path is not None:
            reading = read(path)
            self.readings.append(reading)
            self.visited.append(os.path.realpath(path))
            self.is_whole = self.is_whole and reading.root is not None
            patches = [file for file in self._patches(reading.root) if file != path]
            self.patches.append([read(file) for file in patches])
            self.files += [path, *patches]
            path = self._parent(reading.root) if reading.root is not None else None

    def overridden(self, path: Path, patch: Reading) -> Path | None:
        """Return the file of the level that a file of a mod overrides; complain if there is none."""
        assert patch.root is not None
        entry = patch.root.entries[OVERRIDES]
        leaf = entry.value
        if self.shelf.mod_of(path) is None:
            self.complaints.append(Complaint("M609", entry.place, {}, OVERRIDES))
        elif not isinstance(leaf, Leaf) or not is_id(leaf.text):
            found = leaf.text if isinstance(leaf, Leaf) else ""
            hint = better_id(found)
            self.complaints.append(Complaint("L309", leaf.place, {"found": found}, OVERRIDES, hint))
        else:
            known = self.shelf.ids()
            if leaf.text in known:
                return known[leaf.text]
            self._broken("L313", leaf, meant(leaf.text, known), kind=Said("level"), found=leaf.text)
        return None

    def all(self) -> Iterator[Reading]:
        """Yield every file that was read."""
        for reading, patches in zip(self.readings, self.patches, strict=True):
            yield reading
            yield from patches

    def roots(self) -> list[tuple[Map, list[Map]]]:
        """Return what could be read, the farthest ancestor first, each with what overrides it."""
        pairs = zip(reversed(self.readings), reversed(self.patches), strict=True)
        return [
            (reading.root, [patch.root for patch in patches if patch.root is not None])
            for reading, patches in pairs
            if reading.root is not None
        ]

    def _patches(self, root: Map | None) -> tuple[Path, ...]:
        name = root.entries.get("id") if root is not None else None
        return self.shelf.patches(name.value.text) if name and isinstance(name.value, Leaf) else ()

    def _parent(self, root: Map) -> Path | None:
        """Return the file a level extends, if there is one and it can be followed."""
        entry, own = root.entries.get("extends"), root.entries.get("id")
        self.ids.append(own.value.text if own is not None and isinstance(own.value, Leaf) else "?")
        if entry is None or not isinstance(entry.value, Leaf) or not is_id(entry.value.text):
            self.is_whole = self.is_whole and entry is None
            return None
        leaf = entry.value
        known = self.shelf.ids()
        parent = known.get(leaf.text)
        if parent is None:
            self._broken("L310", leaf, meant(leaf.text, known), found=leaf.text)
        elif os.path.realpath(parent) in self.visited:
            self._broken("L311", leaf, chain=" > ".join([*self.ids, leaf.text]))
        elif len(self.visited) > MOST_STEPS:
            self._broken("L312", leaf, most=MOST_STEPS)
        return parent if self.is_whole else None

    def _broken(self, code: str, leaf: Leaf, hint: Said | None = None, **args: Arg) -> None:
        self.is_whole = False
        key = OVERRIDES if code == "L313" else "extends"
        self.complaints.append(Complaint(code, leaf.place, args, key, hint))


def read(path: Path) -> Reading:
    """Read a level file; one that has not changed since is remembered, because many levels extend the same one."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return read_file(path, name_of(path))
    return _read(path.absolute(), name_of(path), stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, name: str, changed_ns: int, size: int) -> Reading:  # noqa: ARG001 - they name the version that was read
    return read_file(path, name)


def name_of(path: Path) -> str:
    """Return a path as a reader would type it: from the folder he is in where it lies below, else in full."""
    whole, here = path.absolute(), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
