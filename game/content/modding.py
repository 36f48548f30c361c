"""The mods of a player: read from their folder, put in order, tried on the levels they change, and put on the shelf.

A file that overrides a level is tried before it counts. If the level cannot be used with it, the mod is refused and the level
stays as it is: nothing a mod holds can break a level that is not its own.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.content import levels, shelf
from game.content.complaints import Complaint, errors
from game.content.figures import Language
from game.content.modorder import Standing, State, settle
from game.content.mods import MOD_FILE, Mod, read_mod
from game.content.overlaps import overlaps
from game.content.shelf import Shelf, Where

MOST_MODS = 60  # looked at in one folder; a journal names up to 64
_DEEP = 2  # folders down in which mods are found


@dataclass(frozen=True, slots=True)
class Modded:
    """Every mod that was found and how it stands, those in use first and in their order; and where two set the same."""

    standings: tuple[Standing, ...] = ()
    overlaps: tuple[Complaint, ...] = ()

    @property
    def mods(self) -> tuple[Mod, ...]:
        """Return the mods in use, in their order."""
        return tuple(one.mod for one in self.standings if one.state is State.ON)

    def shelf(self, where: Where = None) -> Shelf:
        """Return a shelf with the mods in use on it."""
        return replace(shelf.default(where), mods=tuple(mod.part for mod in self.mods))

    def texts(self, language: Language) -> Mapping[str, str]:
        """Return what mods say instead of the game's own sentences; of two, the later counts."""
        return {key: text for mod in self.mods for key, text in mod.texts.get(language, {}).items()}

    def mod(self, name: str) -> Standing | None:
        """Return how a mod stands, by its id."""
        return next((one for one in self.standings if one.mod.id == name), None)


def read_mods(folder: Path, off: Collection[str] = (), where: Where = None) -> Modded:
    """Return the mods in a folder, each in a folder of its own, `off` turned off; none if there is no such folder."""
    return settled([read_mod(place) for place in _folders(folder)], off, where)


def settled(mods: Sequence[Mod], off: Collection[str] = (), where: Where = None) -> Modded:
    """Return how mods stand together; `where` levels lie that they may override."""
    refused: dict[str, tuple[Complaint, ...]] = {}
    while True:
        standings = settle(mods, off, refused)
        found = Modded(standings)
        broken = _first_broken(found.mods, shelf.default(where))
        if broken is None:
            return Modded(standings, overlaps(found.mods))
        refused[broken[0].name] = broken[1]


def _first_broken(mods: Sequence[Mod], own: Shelf) -> tuple[Mod, tuple[Complaint, ...]] | None:
    """Return the first mod with which a level that is not its own cannot be used, and what is wrong with that."""
    before = own
    for mod in mods:
        after = replace(before, mods=(*before.mods, mod.part))
        wrong = [c for path in _patches(mod) for c in _wrong(path, before, after)]
        if wrong:
            return mod, tuple(wrong)
        before = after
    return None


def _patches(mod: Mod) -> Iterator[Path]:
    """Yield the files of a mod that override levels."""
    yield from (path for path in mod.levels if shelf.target_of(path) is not None)


def _wrong(path: Path, before: Shelf, after: Shelf) -> tuple[Complaint, ...]:
    """Return what a file breaks in the level it overrides; what was broken before is not its fault."""
    found = errors(levels.examine(path, after).complaints)
    target = before.ids().get(shelf.target_of(path) or "") if found else None
    known = errors(levels.examine(target, before).complaints) if target is not None else ()
    old = {(c.code, c.place.order) for c in known}
    return tuple(c for c in found if (c.code, c.place.order) not in old)


def mod_folders(folder: Path) -> list[Path]:
    """Return the folders with a `mod.yaml` in and below a folder; a mod holds no other mods."""
    found: list[Path] = []
    waiting = [(folder, _DEEP)]
    while waiting and len(found) < MOST_MODS:
        place, left = waiting.pop(0)
        if (place / MOD_FILE).is_file():
            found.append(place)
        elif left:
            waiting += [(below, left - 1) for below in _folders(place) if not below.is_symlink()]
    return found


def mod_folder_of(path: Path) -> Path | None:
    """Return the folder of the mod a file is of, or None."""
    above = path.absolute().parents[: _DEEP + 2]
    return next((folder for folder in above if (folder / MOD_FILE).is_file()), None)


def _folders(folder: Path) -> list[Path]:
    """Return the folders in a folder by name, hidden ones left out; links are seen, so that they can be complained about."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return []
    return [Path(e.path) for e in entries if e.is_dir() and not e.name.startswith(".")][:MOST_MODS]
