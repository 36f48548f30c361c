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

from game.content.complaints import Complaint, Said, meant
from game.content.merging import Merging, merged
from game.content.nodes import Leaf, Map
from game.content.scalars import is_id
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
        complaints: about files, YAML and inheritance.
    """

    name: str
    merging: Merging | None
    is_whole: bool
    complaints: tuple[Complaint, ...]


def resolve(path: Path, shelf: Shelf) -> Resolved:
    """Read a level file and those it extends, and put them together."""
    chain = _Chain(shelf)
    chain.follow(path)
    name = _name(path)
    roots = [reading.root for reading in chain.readings]
    whole = [root for root in reversed(roots) if root is not None]
    merging = merged(tuple(whole)) if whole and roots[0] is not None else None
    found = [c for reading in chain.readings for c in reading.complaints] + chain.complaints
    if merging is not None:
        found += merging.complaints
    return Resolved(name, merging, chain.is_whole, tuple(noted(found, name)))


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
        self.ids: list[str] = []
        self.visited: list[str] = []
        self.complaints: list[Complaint] = []
        self.is_whole = True

    def follow(self, path: Path | None) -> None:
        """Read a file, then the one it extends, and so on."""
        while path is not None:
            reading = read(path)
            self.readings.append(reading)
            self.visited.append(os.path.realpath(path))
            self.is_whole = self.is_whole and reading.root is not None
            path = self._parent(reading.root) if reading.root is not None else None

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

    def _broken(self, code: str, leaf: Leaf, hint: Said | None = None, **args: str | int) -> None:
        self.is_whole = False
        self.complaints.append(Complaint(code, leaf.place, args, "extends", hint))


def read(path: Path) -> Reading:
    """Read a level file; one that has not changed since is remembered, because many levels extend the same one."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return read_file(path, _name(path))
    return _read(path.absolute(), _name(path), stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, name: str, changed_ns: int, size: int) -> Reading:  # noqa: ARG001 - they name the version that was read
    return read_file(path, name)


def _name(path: Path) -> str:
    """Return a path as a reader would type it: from the folder he is in where it lies below, else in full."""
    whole, here = path.absolute(), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
