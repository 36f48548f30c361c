"""Where in a file a character of a text stands.

A text is not written as it reads: quotes surround it, an escape is one letter, a folded line break is one space. Text and
file are walked side by side, so that the caret under a condition stands exactly under the word that is wrong.
"""

from __future__ import annotations

from itertools import pairwise

from game.content.places import Place, Source

_CODE_LENGTHS = {"x": 2, "u": 4, "U": 8}  # hexadecimal digits after a backslash; YAML 1.1, 5.6
_FAR = 10_000  # characters of the file looked at; longer than any text may be


def spot(place: Place, text: str, style: str, offset: int, length: int) -> Place:
    """Return the place of `length` characters at `offset` of a text written at `place`; never past its line."""
    walk = _Walk(place, style)
    for letter, after in pairwise(text[: offset + 1] + " "):
        if walk.reached == offset:
            break
        walk.take(letter, after)
    walk.skip_folds(text[offset : offset + 1])
    start = walk.place()
    room = len(start.source.line(start.line)) - start.column + 1
    return start._replace(length=max(1, min(length, room)))


class _Walk:
    """Goes through the file one character of the text at a time."""

    def __init__(self, place: Place, style: str) -> None:
        self.source: Source = place.source
        self.style = style
        self.line, self.column = place.line, place.column
        self.reached = 0
        if style in ("|", ">"):
            self.line, self.column = self.line + 1, 1
            self._skip_space()
        elif style:
            self.column += 1

    def place(self) -> Place:
        return Place(self.source, self.line, self.column)

    def take(self, letter: str, after: str) -> None:
        """Go past what the file writes for `letter`; `after` is the next character of the text."""
        self.reached += 1
        if letter in " \n" and self._at() in ("", " ", "\t"):
            self._forward(1)
            if after not in " \n":
                self._skip_space()
            return
        self.skip_folds(letter)
        self._forward(self._written_length())

    def skip_folds(self, letter: str) -> None:
        """Go past the line breaks and indentation that stand before a letter in the file but not in the text."""
        if letter and not letter.isspace() and self._at() in ("", " ", "\t"):
            self._skip_space()

    def _at(self) -> str:
        line = self.source.line(self.line)
        return line[self.column - 1 : self.column]

    def _forward(self, by: int) -> None:
        if self._at():
            self.column += by
        else:
            self.line, self.column = self.line + 1, 1

    def _skip_space(self) -> None:
        for _ in range(_FAR):
            if self._at().strip() or self.line > self.source.last:
                return
            self._forward(1)

    def _written_length(self) -> int:
        if self.style == '"' and self._at() == "\\":
            kind = self.source.line(self.line)[self.column : self.column + 1]
            return 2 + _CODE_LENGTHS.get(kind, 0)
        return 2 if self.style == "'" and self._at() == "'" else 1
