"""The levels of the campaign, read behind the first picture, and how the player stands in each.

Importing this module imports the world; only the loader's thread does so.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.content import levels
from game.content.complaints import Complaint, LevelError
from game.content.modding import Modded, read_mods
from game.content.shelf import Shelf
from game.play import campaign
from game.play.campaign import Standing
from game.play.saves import Save
from game.world.level import Kind, Level, Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One level of the campaign: its place from 1 up, and the level, or what is wrong with it."""

    number: int
    id: str
    title: Text
    level: Level | None
    complaints: tuple[Complaint, ...] = ()

    @property
    def most_stars(self) -> int:
        """Return how many stars the level can bring: one for winning, one for every bonus, one for the diagnosis."""
        bonuses = [o for o in self.level.objectives if o.kind is Kind.BONUS] if self.level else []
        return 2 + len(bonuses)


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read."""

    entries: tuple[Entry, ...]
    shelf: Shelf = Shelf()
    modded: Modded = Modded()

    def standings(self, saves: Sequence[Save]) -> tuple[Standing, ...]:
        """Return how the player stands in each entry, in order."""
        return campaign.standings([entry.id for entry in self.entries], saves)

    def entry(self, level_id: str) -> Entry | None:
        """Return the entry of a level, or None if the campaign has none such."""
        return next((entry for entry in self.entries if entry.id == level_id), None)

    def level(self, level_id: str) -> Level | None:
        """Return a level by its id, of the campaign or not, or by its id and ways: `the-loop+hard`; None if no file has it.

        Raises:
            LevelError: the file is broken.
        """
        entry = self.entry(level_id)
        if entry is not None and entry.level is not None:
            return entry.level
        return levels.load_if_any(level_id, self.shelf)


def read(
    folders: tuple[Path, ...] | None = None,
    mods: Path | None = None,
    off: Collection[str] = (),
    own: Path | None = None,
) -> Library:
    """Read the campaign; a broken level is kept with its complaints. Afterwards the desk can be shown at once.

    Args:
        folders: where levels lie; the game's own if not given.
        mods: the folder of mods, if there is one.
        off: ids of the mods that are turned off.
        own: the folder of the player's own levels.
    """
    modded = Modded() if mods is None else read_mods(mods, off, folders)
    shelf = modded.shelf(folders)
    if own is not None:
        shelf = replace(shelf, near=(own,))
    entries = tuple(_entry(_number(found.path), found, shelf) for found in levels.campaign(shelf))
    return Library(entries, shelf, modded)


def _number(path: Path) -> int:
    """Return the place of a level in the campaign, as its file begins: the prologue is 0."""
    return int(path.stem.partition("_")[0])


def _entry(number: int, found: levels.Listing, shelf: Shelf) -> Entry:
    try:
        level = levels.load(found.path, shelf)
        return Entry(number, found.id, level.title, level)
    except LevelError as broken:
        return Entry(number, found.id, found.title, None, tuple(broken.complaints))
