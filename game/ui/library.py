"""The levels of the campaign, read behind the first picture, and how the player stands in each.

Importing this module imports the world; only the loader's thread does so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content import levels
from game.content.complaints import Complaint, LevelError
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
        """Return how many stars the level can bring: one for winning and one for every bonus."""
        bonuses = [o for o in self.level.objectives if o.kind is Kind.BONUS] if self.level else []
        return 1 + len(bonuses)


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read."""

    entries: tuple[Entry, ...]
    folders: tuple[Path, ...] | None = None

    def standings(self, saves: Sequence[Save]) -> tuple[Standing, ...]:
        """Return how the player stands in each entry, in order."""
        return campaign.standings([entry.id for entry in self.entries], saves)

    def entry(self, level_id: str) -> Entry | None:
        """Return the entry of a level, or None if the campaign has none such."""
        return next((entry for entry in self.entries if entry.id == level_id), None)

    def level(self, level_id: str) -> Level | None:
        """Return a level by its id, of the campaign or not; None if no file has it.

        Raises:
            LevelError: the file is broken.
        """
        entry = self.entry(level_id)
        if entry is not None and entry.level is not None:
            return entry.level
        try:
            path = levels.find(level_id, self.folders)
        except LevelError:
            return None
        return levels.load(path, self.folders)


def read(folders: tuple[Path, ...] | None = None) -> Library:
    """Read the campaign; a broken level is kept with its complaints. Afterwards the desk can be shown at once."""
    entries = tuple(_entry(i, found, folders) for i, found in enumerate(levels.campaign(folders), start=1))
    return Library(entries, folders)


def _entry(number: int, found: levels.Listing, folders: tuple[Path, ...] | None) -> Entry:
    try:
        return Entry(number, found.id, found.title, levels.load(found.path, folders))
    except LevelError as broken:
        return Entry(number, found.id, found.title, None, tuple(broken.complaints))
