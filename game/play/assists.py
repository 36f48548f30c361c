"""Difficulty and assists: what a player has chosen for a game, and what the journal says was used.

The header holds what was on at the start. What was switched since, each hint read and each week taken back are notes in the
journal, linked into its chain; so nobody has to be believed. A journal from before assists says nothing, and nothing is said of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.content.handicaps import NORMAL, SLOW_MARKET, ways_of
from game.play.notes import MOST_NOTES, Note
from game.play.records import Header

if TYPE_CHECKING:  # whoever only reads settings starts without the market
    from game.world.level import Level

HINTS, UNDO, TAKE_BACK, ADVISOR, SLOW_CLOCK = "hints", "undo", "take-back", "advisor", "slow-clock"
ASSISTS = (HINTS, UNDO, TAKE_BACK, ADVISOR, SLOW_MARKET, SLOW_CLOCK)
USUAL = (HINTS, UNDO, ADVISOR)
FIXED = frozenset({SLOW_MARKET})  # they change the world, and can only be chosen before its first week
NONE = "none"  # in a header: everything was off, which is something else than not having been asked
KIND = "assist"
_KEPT_FREE = 64  # notes: for forecasts, hints and the diagnosis, however often somebody switches


@dataclass(frozen=True, slots=True)
class Chosen:
    """How a player wants to play."""

    difficulty: str = NORMAL
    assists: tuple[str, ...] = USUAL

    @property
    def ways(self) -> tuple[str, ...]:
        """Return what of it changes the world."""
        return ways_of(self.difficulty, self.assists)

    @property
    def written(self) -> tuple[str, ...]:
        """Return the assists as a header holds them."""
        return self.assists or (NONE,)

    def turning(self, assist: str, on: bool) -> "Chosen":
        """Return the choice with an assist on or off."""
        kept = {*self.assists, assist} if on else {*self.assists} - {assist}
        return replace(self, assists=in_order(kept))


@dataclass(frozen=True, slots=True)
class Used:
    """What was used in a game, as far as its journal says.

    Attributes:
        difficulty: as chosen.
        assists: that were on at any time, in order; None of a game that was never asked.
        hints: how many were read.
        taken_back: how many weeks were.
        since: the week of an earlier game from which this one goes on, if it does.
    """

    difficulty: str
    assists: tuple[str, ...] | None
    hints: int
    taken_back: int
    since: int | None

    @property
    def is_plain(self) -> bool:
        """Return whether there is nothing to tell."""
        return self == Used(NORMAL, None, 0, 0, None)


def in_order(assists: Iterable[str]) -> tuple[str, ...]:
    """Return the assists among these, each once, in their order."""
    found = frozenset(assists)
    return tuple(assist for assist in ASSISTS if assist in found)


def at_hand(level: "Level", assists: Iterable[str]) -> frozenset[str]:
    """Return those of the assists that a level has something for: not every one has hints, or lets an advisor be asked."""
    missing = {HINTS: not level.hints, ADVISOR: not level.advisor}
    return frozenset(assist for assist in assists if not missing.get(assist, False))


def in_force(header: Header, notes: Iterable[Note]) -> tuple[str, ...]:
    """Return the assists that are on; of a game that was never asked, the usual ones."""
    now = in_order(header.assists) if header.assists else USUAL
    for note in notes:
        if (on := _on(note)) is not None:
            now = in_order({*on} - FIXED | ({*header.assists} & FIXED))
    return now


def used(header: Header, notes: Iterable[Note]) -> Used:
    """Return what a journal says was used."""
    notes = tuple(notes)
    on = [note for note in notes if _on(note) is not None]
    ever = {*header.assists, *(assist for note in on for assist in _on(note) or ())}
    is_asked = bool(header.assists or on)
    hints = {note.said["hint"] for note in notes if note.kind == KIND and _is_number(note.said, "hint")}
    back = [note.said["back"] for note in notes if note.kind == KIND and _is_number(note.said, "back")]
    since = None if header.parent is None else header.parent.week
    return Used(
        header.difficulty, in_order(ever) if is_asked else None, len(hints), max(back, default=0), since
    )


def switching(assists: Iterable[str]) -> dict[str, object]:
    """Return what a note says when assists are switched."""
    return {"on": list(in_order(assists))}


def has_room(notes: Iterable[Note]) -> bool:
    """Return whether a journal has room for another switch."""
    return len(tuple(notes)) < MOST_NOTES - _KEPT_FREE


def _on(note: Note) -> tuple[str, ...] | None:
    on = note.said.get("on") if note.kind == KIND else None
    return tuple(one for one in on if isinstance(one, str)) if isinstance(on, list) else None


def _is_number(said: Mapping[str, object], key: str) -> bool:
    return type(said.get(key)) is int
