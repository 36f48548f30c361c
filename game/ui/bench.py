"""Everything the level workshop shows, read behind the frames: the game's levels, those of mods, the player's own, and the mods.

Importing this module imports the world.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from game.content import levels
from game.content.complaints import Complaint, errors
from game.content.levels import Listing
from game.content.modding import Modded
from game.content.modorder import Standing, State
from game.content.shelf import Shelf, target_of
from game.study import proving
from game.study.proofs import Proofs
from game.study.proving import Proof
from game.world.level import Level, Text


class Source(Enum):
    """Whose a level is."""

    GAME = "game"
    MOD = "mod"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Made:
    """A level in the workshop: what can be said of it, and the level if it can be played."""

    id: str
    title: Text
    path: Path
    source: Source
    mod: str  # id of the mod it comes from, or empty
    complaints: tuple[Complaint, ...]
    level: Level | None
    proof: Proof | None  # what bots and plans found, if they ever tried it as it is

    @property
    def is_broken(self) -> bool:
        """Return whether it cannot be played."""
        return bool(errors(self.complaints)) or self.level is None


@dataclass(frozen=True, slots=True)
class Bench:
    """All levels, and all mods as they stand."""

    levels: tuple[Made, ...]
    modded: Modded

    @property
    def mods(self) -> tuple[Standing, ...]:
        """Return the mods, those in use first and in their order."""
        return self.modded.standings

    def proved(self, path: Path, proof: Proof) -> "Bench":
        """Return everything with another proof of one level."""
        found = (replace(made, proof=proof) if made.path == path else made for made in self.levels)
        return replace(self, levels=tuple(found))

    def of(self, mod: str) -> tuple[Made, ...]:
        """Return the levels of a mod."""
        return tuple(made for made in self.levels if made.mod == mod)


def read(own: Shelf, modded: Modded, data: Path) -> Bench:
    """Return everything on a shelf; `data` is where proofs are kept."""
    proofs = Proofs(data)
    found = [_made(path, source, mod, own, proofs) for path, source, mod in _files(own)]
    return Bench(tuple(made for made in found if made is not None), modded)


def _files(own: Shelf) -> Iterator[tuple[Path, Source, str]]:
    """Yield every level file, and whose it is; those that override a level are shown with their mod."""
    for path in own.files():
        mod = own.mod_of(path)
        if mod is not None:
            if target_of(path) is None:
                yield path, Source.MOD, mod.id
        elif path.is_relative_to(own.folders[0]):
            yield path, Source.GAME, ""
        else:
            yield path, Source.OWN, ""


def _made(path: Path, source: Source, mod: str, own: Shelf, proofs: Proofs) -> Made | None:
    """Return a level, or None for one that is only there to be extended."""
    found = levels.examine(path, own)
    if found.is_part and not errors(found.complaints):
        return None
    listed: Listing | None = levels.listing(path)
    title = found.level.title if found.level else listed.title if listed else Text(path.stem, path.stem)
    name = found.level.id if found.level else listed.id if listed else path.stem
    proof = None
    if found.level is not None:
        known = proofs.read(found.level)
        proof = proving.proof(found.level, known) if known else None
    return Made(name, title, path, source, mod, found.complaints, found.level, proof)


def counts(modded: Modded) -> tuple[int, int, int]:
    """Return how many mods are on, off and broken."""
    states = [one.state for one in modded.standings]
    return states.count(State.ON), states.count(State.OFF), states.count(State.BROKEN)
