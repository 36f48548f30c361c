"""A condition cut into numbers, names, words and signs.

What people write out of habit from other languages (`&&`, `=`, `AND`, `10,000`) is read as what they meant, and complained
about with the right spelling, so that one slip does not hide the next.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import Enum


class Sort(Enum):
    """What a token is."""

    NUMBER = "number"
    NAME = "name"
    WORD = "word"  # and, or, not, yes, no, min, max
    SIGN = "sign"
    STRANGE = "strange"  # nothing a condition can hold
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a condition: how it is written and where; `instead` is what it is read as, when it is a slip."""

    sort: Sort
    text: str
    offset: int
    value: float = 0.0
    instead: str | None = None  # empty when nobody can tell

    @property
    def meaning(self) -> str:
        """Return the text it is read as."""
        return self.instead if self.instead is not None else self.text

    @property
    def end(self) -> int:
        """Return the offset after its last character."""
        return self.offset + len(self.text)


WORDS = frozenset({"and", "or", "not", "yes", "no", "true", "false", "min", "max"})
SIGNS = frozenset({"<", "<=", ">", ">=", "==", "!=", "+", "-", "*", "/", "(", ")", ","})
UNITS = {"": 1.0, "k": 1e3, "M": 1e6, "B": 1e9, "%": 0.01}
_SLIPS = {
    "&&": "and", "&": "and", "||": "or", "|": "or", "!": "not", "=": "==", "===": "==", "<>": "!=", "=<": "<=",
    "=>": ">=", "≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "÷": "/", "−": "-", "–": "-",
}  # fmt: skip
_UNIT_SLIPS = {"K": "k", "m": "M", "b": "B"}
_WORD_SLIPS = {"is": "==", "on": "yes", "off": "no"}
_MOST_DIGITS = 15  # every whole number of 15 digits is exact in a double

_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"(?P<figure>[0-9][0-9_]*(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+)(?P<unit>%|[^\W\d_]+)?")
_NAME = re.compile(r"[^\W\d]\w*(?:\.\w+(?:-\w+)*)*")
_SIGN = re.compile(r"[&|!=<>*]+|.", re.DOTALL)


def tokens(text: str, names: Container[str]) -> Iterator[Token]:
    """Yield the tokens of a condition, the last of sort END. `names` decides whether `a.b-c` is a name or a difference."""
    reached = 0
    while reached < len(text):
        space = _SPACE.match(text, reached)
        if space:
            reached = space.end()
            continue
        token = _number(text, reached) or _name(text, reached, names) or _sign(text, reached)
        yield token
        reached = token.end
    yield Token(Sort.END, "", len(text))


def _number(text: str, start: int) -> Token | None:
    found = _NUMBER.match(text, start)
    if not found:
        return None
    figure, unit = found["figure"], found["unit"] or ""
    digits = figure.replace(",", "").replace("_", "")
    near = _UNIT_SLIPS.get(unit, unit)
    if near not in UNITS or len(digits.replace(".", "")) > _MOST_DIGITS:
        return Token(Sort.NUMBER, found[0], start, instead="")
    is_right = unit == near and "," not in figure and digits[0] != "."
    better = None if is_right else f"{'0' if digits[0] == '.' else ''}{digits}{near}"
    return Token(Sort.NUMBER, found[0], start, float("0" + digits) * UNITS[near], better)


def _name(text: str, start: int, names: Container[str]) -> Token | None:
    found = _NAME.match(text, start)
    if not found:
        return None
    written = _with_hyphens(found[0], names)
    lowered = written.lower()
    if written in names:
        return Token(Sort.NAME, written, start)
    if lowered in WORDS:
        return Token(Sort.WORD, written, start, instead=None if written in WORDS else lowered)
    slip = _WORD_SLIPS.get(lowered)
    if slip:
        return Token(Sort.WORD if slip in WORDS else Sort.SIGN, written, start, instead=slip)
    return Token(Sort.NAME, written, start)


def _with_hyphens(written: str, names: Container[str]) -> str:
    """Return the longest name that begins `written` and is known, or all of it when none is."""
    shorter = written
    while shorter not in names:
        if "-" not in shorter:
            return written
        shorter = shorter.rpartition("-")[0]
    return shorter


def _sign(text: str, start: int) -> Token:
    run = _SIGN.match(text, start)
    written = run[0] if run else text[start]
    while len(written) > 1 and written not in SIGNS and written not in _SLIPS and written != "**":
        written = written[:-1]
    if written in SIGNS:
        return Token(Sort.SIGN, written, start)
    slip = _SLIPS.get(written)
    if slip is None:
        return Token(Sort.STRANGE, written, start)
    return Token(Sort.WORD if slip in WORDS else Sort.SIGN, written, start, instead=slip)
