"""What a player says or draws during a game and what changes nothing in it: forecasts drawn, help taken, a diagnosis at the end.

A note is a line of its own in the journal, written at once and linked into the chain like a week, so that nobody draws a forecast
after the fact. Journals without notes are as they always were.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.play import lines

KINDS = ("sketch", "diagnosis", "assist")
MOST_NOTES = 256  # in one journal; a level asks for four sketches at most and has twelve hints


@dataclass(frozen=True, slots=True)
class Note:
    """One note: after how many weeks it was made, and what it says, in whole numbers, yes and no, and texts."""

    week: int
    kind: str  # one of `KINDS`
    said: Mapping[str, Any]
    chain: str
    is_after_end: bool = False  # made when the result was written already

    def plain(self) -> dict[str, object]:
        """Return the line as plain data."""
        return {"n": self.kind, "w": self.week, "s": dict(self.said), "c": self.chain}


def note_link(chain: str, week: int, kind: str, said: Mapping[str, object]) -> str:
    """Return the next link of the chain, over a note."""
    line = lines.write({"n": kind, "w": week, "s": dict(said)})
    return hashlib.blake2b(chain.encode("ascii") + b"\n" + line, digest_size=16).hexdigest()


def made(chain: str, week: int, kind: str, said: Mapping[str, object], *, is_after_end: bool = False) -> Note:
    """Return a note as it will be read again.

    Raises:
        LineError: it holds something no journal holds.
    """
    again = lines.read(lines.write({"s": dict(said)}))["s"]
    return Note(week, kind, again, note_link(chain, week, kind, again), is_after_end)


def note_of(found: Mapping[str, Any], week: int, *, is_after_end: bool) -> Note:
    """Return the note a line holds; raise `lines.LineError` if it holds anything else, or belongs to another week."""
    match found:
        case {"n": str(kind), "w": int(number), "s": dict(said), "c": str(chain)} if len(found) == len(
            "nwsc"
        ):
            if kind in KINDS and number == week:
                return Note(week, kind, said, chain, is_after_end)
    raise lines.LineError


def linked(notes: tuple[Note, ...], week: int, chain: str, *, is_after_end: bool = False) -> str | None:
    """Return the chain after the notes of a week, or None if one of them is not linked as it should be."""
    for note in notes:
        if (note.week, note.is_after_end) == (week, is_after_end):
            if note.chain != note_link(chain, note.week, note.kind, note.said):
                return None
            chain = note.chain
    return chain


def is_diagnosed(notes: tuple[Note, ...]) -> bool:
    """Return whether a diagnosis among these was marked right in both its parts."""
    return any(
        note.kind == "diagnosis"
        and note.said.get("link_right") is True
        and note.said.get("choice_right") is True
        for note in notes
    )
