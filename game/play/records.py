"""What a journal says: a header, one entry a week, and how it ended.

These are plain frozen records, checked when they are read; the file itself is the business of `game.play.journal`.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from game.content.versions import GAME
from game.play import lines
from game.play.notes import Note

FORMAT = 1
KIND = "deeplemma-journal"
VERSION = GAME

SMALL_CROWD = 20_000  # agents up to which every week is fingerprinted: 1 ms beside a few of playing
LONG_INTERVAL = 4  # weeks between fingerprints of larger crowds
_LONGEST_TEXT = 256  # characters of a name
_MOST_NAMES = 64  # mods or assists


class JournalError(Exception):
    """A journal cannot be read, continued or written.

    `code` picks the sentence `journal.CODE` of the catalogue, `values` fill it. Codes: missing, unreadable, big, empty,
    header, line, format, used, exists, unwritable, rules, level, unknown-level, mods, modded, diverged, over.
    """

    def __init__(self, code: str, **values: int | str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Parent:
    """Where a rewound game left the one it came from."""

    chain: str
    week: int


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: everything that has to be known to play the same game again, besides the decisions."""

    level: str
    level_hash: str
    rules: str
    seed: int
    weeks: int
    agents: int
    game: str = VERSION
    mods: tuple[str, ...] = ()
    player: str = ""
    difficulty: str = "normal"
    assists: tuple[str, ...] = ()
    assignment: str = ""
    parent: Parent | None = None
    changes: tuple[str, ...] = ()  # what difficulty and assists change in the level: `player.cash x1.3`

    @property
    def every(self) -> int:
        """Return the weeks from one fingerprint to the next."""
        return 1 if self.agents <= SMALL_CROWD else LONG_INTERVAL

    def plain(self) -> dict[str, object]:
        """Return the line as plain data."""
        line: dict[str, object] = {**asdict(self), "kind": KIND, "format": FORMAT, "every": self.every}
        if not self.changes:  # as in all journals from before there were any
            del line["changes"]
        return line


@dataclass(frozen=True, slots=True)
class Entry:
    """One week: the orders that changed, and the chain up to here."""

    week: int
    orders: Mapping[str, Any]
    chain: str

    def plain(self) -> dict[str, object]:
        """Return the line as plain data."""
        return {"w": self.week, "d": dict(self.orders), "c": self.chain}


@dataclass(frozen=True, slots=True)
class Result:
    """How a game ended, and the totals a reader wants without playing it again."""

    outcome: str
    cause: str
    week: int
    stars: int
    score: int
    users: int
    cash_won: int


@dataclass(frozen=True, slots=True)
class Ending:
    """The last line: the result and the chain with it."""

    result: Result
    chain: str

    def plain(self) -> dict[str, object]:
        """Return the line as plain data."""
        return {"end": asdict(self.result), "c": self.chain}


@dataclass(frozen=True, slots=True)
class Record:
    """A journal as read. `torn` holds the bytes of a last line that was never finished."""

    header: Header
    entries: tuple[Entry, ...]
    ending: Ending | None = None
    torn: bytes = b""
    notes: tuple[Note, ...] = ()


def first_link(header: Header) -> str:
    """Return chain 0, 32 hex digits: the hash of the header."""
    return _hash(lines.write(header.plain()))


def link(chain: str, week: int, orders: Mapping[str, object], fingerprint: str = "") -> str:
    """Return the next link of the chain; `fingerprint` is empty in weeks that take none."""
    line = lines.write({"w": week, "d": dict(orders)})
    return _hash(chain.encode("ascii") + b"\n" + line + fingerprint.encode("ascii"))


def last_link(chain: str, result: Result) -> str:
    """Return the link that closes the chain over the result."""
    return _hash(chain.encode("ascii") + b"\n" + lines.write(asdict(result)))


def _hash(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def header_of(found: Mapping[str, Any]) -> Header:
    """Return the header a line holds.

    Raises:
        JournalError: it is of another format, or no header at all.
    """
    if found.get("kind") == KIND and type(found.get("format")) is int and found["format"] != FORMAT:
        raise JournalError("format", format=found["format"])
    values = {name: found[name] for name in _HEADER if name in found}
    for name in ("mods", "assists"):
        values[name] = _names(values.get(name))
    values["changes"] = _names(values.get("changes", []))
    values["parent"] = _parent(values.get("parent"))
    if not all(_is_plain(values[name], usual) for name, usual in _TYPES.items() if name in values):
        raise JournalError("header")
    try:
        header = Header(**values)
    except TypeError as wrong:
        raise JournalError("header") from wrong
    lists = {name: getattr(header, name) for name in ("mods", "assists", "changes") if name in found}
    if header.plain() != {**found, **lists}:
        raise JournalError("header")
    return header


def entry_of(found: Mapping[str, Any], week: int) -> Entry:
    """Return the entry of this week; raise `lines.LineError` if the line holds anything else."""
    match found:
        case {"w": int(number), "d": dict(orders), "c": str(chain)} if len(found) == 3 and number == week:
            return Entry(week, orders, chain)
    raise lines.LineError


def ending_of(found: Mapping[str, Any]) -> Ending:
    """Return the ending a line holds; raise `lines.LineError` if it holds anything else."""
    match found:
        case {"end": dict(values), "c": str(chain)} if len(found) == 2 and set(values) == set(_TOTALS):
            if all(_is_plain(values[name], usual) for name, usual in _TOTALS.items()):
                return Ending(Result(**values), chain)
    raise lines.LineError


def _parent(found: object) -> Parent | None:
    match found:
        case None:
            return None
        case {"chain": str(chain), "week": int(week)} if len(chain) == 32:
            return Parent(chain, week)
    raise JournalError("header")


def _names(found: object) -> tuple[str, ...]:
    if isinstance(found, list) and len(found) <= _MOST_NAMES and all(_is_plain(name, str) for name in found):
        return tuple(found)
    raise JournalError("header")


def _is_plain(value: object, usual: type) -> bool:
    if type(value) is not usual:
        return False
    return not isinstance(value, str) or (len(value) <= _LONGEST_TEXT and value.isprintable())


_HEADER = tuple(f.name for f in fields(Header))
_TYPES: dict[str, type] = {f.name: usual for f in fields(Header) for usual in (int, str) if f.type is usual}
_TOTALS: dict[str, type] = {f.name: usual for f in fields(Result) for usual in (int, str) if f.type is usual}
