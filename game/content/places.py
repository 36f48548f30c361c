"""A place is a file, a line and a column: every complaint about a level points at one.

Columns count characters from 1, as editors do. The caret under a quoted line has to count what a terminal shows instead,
where a Hangul syllable takes two cells (Unicode Standard Annex #11, East Asian Width).
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# What a level may not contain: it could move a terminal's cursor, reorder what a reader sees, or end a line in one editor
# and not in another. Tab and line ends are the only controls allowed; a surrogate is half a character.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
LINE_END = re.compile("\r\n|\r|\n")


class Source:
    """One file as it was read: its name for the reader, and its text to quote from."""

    __slots__ = ("_lines", "name", "text")

    def __init__(self, name: str, text: str = "") -> None:
        self.name = name
        self.text = text
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its end, or nothing where the file has no such line."""
        return self.lines[number - 1] if 0 < number <= self.last else ""

    @property
    def lines(self) -> list[str]:
        """Return all lines without their ends."""
        if self._lines is None:
            self._lines = LINE_END.split(self.text)
        return self._lines

    @property
    def last(self) -> int:
        """Return the number of the last line."""
        return len(self.lines)

    def place(self, offset: int, length: int = 1) -> Place:
        """Return the place of character `offset` (from 0) of the text."""
        ends = [end.end() for end in LINE_END.finditer(self.text, 0, offset)]
        start = ends[-1] if ends else 0
        return Place(self, len(ends) + 1, offset - start + 1, length)


class Place(NamedTuple):
    """A stretch of one line: line and column count from 1, length in characters."""

    source: Source
    line: int
    column: int
    length: int = 1

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return self.source.name

    @property
    def order(self) -> tuple[str, int, int]:
        """Return what places are sorted by: file, then line, then column."""
        return self.source.name, self.line, self.column

    def within(self, offset: int, length: int) -> Place:
        """Return the place `offset` characters further on in the same line."""
        return Place(self.source, self.line, self.column + offset, max(1, length))


def top(name: str) -> Place:
    """Return the first character of a file that could not be read."""
    return Place(Source(name), 1, 1, 1)


def shown(text: str) -> str:
    """Return text with everything that could act on a terminal written out: an escape as a backslash and x1b."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_written_out(letter) if _acts(letter) else letter for letter in text)


def _acts(letter: str) -> bool:
    """Return whether a letter does something instead of being seen; the joiner of emoji (U+200D) may stay."""
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") and letter != "\u200d"


def _written_out(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def columns(text: str) -> int:
    """Return how many terminal cells a text takes: two for wide letters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(_cells(letter) for letter in text)


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
