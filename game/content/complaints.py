"""A complaint is one thing wrong with a file: a code, a place, and what fills the gaps of its sentence.

Reading never stops at the first: all complaints of a file are collected and raised together as one `LevelError`. The
sentences, Korean and English, lie in `assets/words/complaints.yaml`; `game.content.telling` says them. Codes come in families:

- Y: the file itself, before anybody asks what it means (size, encoding, YAML, duplicate keys)
- X: a condition such as `users > 10k and privacy.trust < 40%`
- L: the shape of a level, its ids and references, its texts
- M: a mod: its `mod.yaml`, its files, what it goes together with
- P: what comes out when a level is played, against what its tests promise
- W: a warning; it never blocks play unless the reader asked to be strict
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from game.content.places import Place

MOST = 100  # complaints kept of one file; nobody reads on after a screenful, and a hostile file must not cost memory
_CHOICES_LISTED = 8  # names shown when none is near; a longer list hides the remedy
_NEAR = 0.6  # likeness from which a name is worth suggesting; the default of difflib


class Severity(Enum):
    """Whether a complaint keeps a level from being played."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence or a term of the catalogue, by its id, and what fills its gaps."""

    id: str
    args: Mapping[str, Arg] = field(default_factory=dict)


Arg = str | int | float | tuple[str, ...] | Said
"""What can fill a gap: a word as written, a number, a list to choose from, or a term of the catalogue."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong, where, and what to do about it.

    Attributes:
        code: family letter and number, such as `L301`; its sentence is found by it.
        place: the stretch the caret goes under.
        args: what fills the gaps of the sentence.
        path: the key in the level, `player.cash`, where there is one.
        hint: the remedy, said beside the caret.
        notes: further facts, each on its own line.
    """

    code: str
    place: Place
    args: Mapping[str, Arg] = field(default_factory=dict)
    path: str = ""
    hint: Said | None = None
    notes: tuple[Said, ...] = ()

    @property
    def severity(self) -> Severity:
        """Return whether this is an error or a warning."""
        return Severity.WARNING if self.code.startswith("W") else Severity.ERROR

    def noting(self, note: Said) -> Complaint:
        """Return the complaint with one more note."""
        return replace(self, notes=(*self.notes, note))


class LevelError(Exception):
    """A file, or the files it extends, cannot be used; `complaints` says everything that is wrong, by place."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = in_order(complaints)
        super().__init__("; ".join(f"{c.place.file}:{c.place.line}: {c.code}" for c in self.complaints))

    def __reduce__(self) -> tuple[type[LevelError], tuple[tuple[Complaint, ...]]]:
        return type(self), (self.complaints,)


def in_order(complaints: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """Return complaints by file, line and column, each only once."""
    kept: dict[tuple[object, ...], Complaint] = {}
    for complaint in complaints:
        kept.setdefault(
            (complaint.code, complaint.place.order, complaint.path, str(complaint.args)), complaint
        )
    return tuple(sorted(kept.values(), key=lambda c: (*c.place.order, c.code)))


def errors(complaints: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """Return the complaints that block play."""
    return tuple(c for c in complaints if c.severity is Severity.ERROR)


def instead(better: str | None) -> Said | None:
    """Return the hint to write another word instead, if one is known."""
    return Said("write-instead", {"better": better}) if better else None


def unspaced(place: Place, sign: str, path: str = "") -> Complaint:
    """Return the complaint about a colon or a hyphen that lacks the space behind it."""
    return Complaint("Y130", place, {"sign": sign}, path, instead(f"{sign} "))


def meant(word: str, choices: Iterable[str]) -> Said | None:
    """Return the hint `did you mean ...?`, or a short list of what is known, or nothing when the list is long."""
    names = tuple(choices)
    near = nearest(word, names)
    if near is not None:
        return Said("did-you-mean", {"near": near})
    return Said("known-names", {"names": ", ".join(names)}) if 0 < len(names) <= _CHOICES_LISTED else None


@lru_cache(maxsize=512)
def nearest(word: str, choices: tuple[str, ...]) -> str | None:
    """Return the choice most like a misspelt word, or None when none is like it."""
    folded = {_fold(choice): choice for choice in choices}
    found = difflib.get_close_matches(_fold(word[:64]), folded, n=1, cutoff=_NEAR)
    return folded[found[0]] if found else None


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_")
