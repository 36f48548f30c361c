"""The text of a level file, to read: numbered lines, keys and remarks in inks of their own, long lines broken with their indent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.ui.brush import RIGHT, Brush
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tokens import CODE, LIST_LEADING
from game.ui.widgets import Role, Widget

AHEAD = 12  # letters after the marked one that are to be seen with it
ELLIPSIS = "..."  # the code font has no better one that is as narrow
GAP = 12.0  # logical px between a line's number and its text
_KEY = re.compile(r"(\s*(?:- )?)([\w.-]+:)(?=\s|$)")
_REMARK = "  # "  # what follows is no part of what is read


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is drawn: the number of the line it begins (0 if it goes on), and its parts, each with its ink."""

    number: int
    parts: tuple[tuple[str, str], ...]


class CodeText(Widget):
    """Lines of a file. Only those in sight are drawn, so that a long file costs no more than a short one."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, text: str) -> None:
        super().__init__(name, label)
        self.text = text
        self._rows: tuple[Row, ...] = ()
        self._broken_for: int | None = None  # letters

    @property
    def value(self) -> str:
        """Return the whole text."""
        return self.text

    def height(self, look: Look, width: float) -> float:
        """Return the height of all rows."""
        return len(self._broken(look, width)) * look.type.pitch(CODE, LIST_LEADING)

    def paint(self, brush: Brush) -> None:
        """Draw the rows in sight."""
        look, pitch = brush.look, brush.look.type.pitch(CODE, LIST_LEADING)
        sight = next((above.box for above in self.lineage() if above.clips), self.box)
        left = self.box.x + self._lead(look)
        for at, row in enumerate(self._broken(look, self.box.w)):
            line = Box(self.box.x, self.box.y + at * pitch, self.box.w, pitch)
            if line.meets(sight):
                self._paint_row(brush, row, left, line.cy)

    def _paint_row(self, brush: Brush, row: Row, left: float, middle: float) -> None:
        theme = brush.theme
        if row.number:
            brush.text(left - GAP, middle, str(row.number), CODE, theme.text3, at=RIGHT)
        x = left
        for text, ink in row.parts:
            if text.strip():
                x += brush.text(x, middle, text, CODE, getattr(theme, ink))
            else:  # an indent
                x += brush.look.type.width(text, CODE)

    def _lead(self, look: Look) -> float:
        return look.type.width(str(self.text.count("\n") + 1), CODE) + GAP

    def _broken(self, look: Look, width: float) -> tuple[Row, ...]:
        """Return the rows at a width; a row's room is counted in letters, for all of them are alike, and wide ones are two."""
        letters = max(12, int((width - self._lead(look)) / max(0.1, look.type.width("0" * 20, CODE) / 20)))
        if self._broken_for != letters:
            self._broken_for = letters
            self._rows = tuple(_all_rows(self.text.rstrip("\n").split("\n"), letters))
        return self._rows


class Quote(Widget):
    """One line of a file in a well, with its number and a mark where something is wrong; of a long line, the part around it."""

    role = Role.LABEL
    radius = 8.0

    def __init__(self, name: str, line: str, number: int, column: int) -> None:
        super().__init__(name, line)
        self.number, self.column = number, max(0, min(column, len(line) - 1))

    @property
    def value(self) -> str:
        """Return which line it is."""
        return str(self.number)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the line, the mark and room around."""
        return look.type.pitch(CODE, LIST_LEADING) + look.type.pitch(CODE, 0.9) + 12

    def paint(self, brush: Brush) -> None:
        """Draw the well, the number, the line and the mark."""
        look, theme, box = brush.look, brush.theme, self.box
        brush.box(box, self.radius, theme.bg1b, border=theme.line)
        first = box.y + 6 + look.type.pitch(CODE, LIST_LEADING) / 2
        left = box.x + 12 + brush.text(box.x + 12, first, str(self.number), CODE, theme.text3) + GAP
        text, column = self._part(look, box.right - 12 - left)
        brush.text(left, first, text, CODE, theme.text)
        x = left + look.type.width(text[:column], CODE)
        low = first + look.type.pitch(CODE, LIST_LEADING) / 2 + look.type.pitch(CODE, 0.35)
        brush.text(x, low, "^", CODE, theme.bad)

    def _part(self, look: Look, room: float) -> tuple[str, int]:
        """Return as much of the line as fits, with the marked letter in it, and where that letter is in it."""
        start, until = 0, self.column + AHEAD
        while (
            start < self.column
            and look.type.width(ELLIPSIS + self.label[start:until] + ELLIPSIS, CODE) > room
        ):
            start += 1
        text = ELLIPSIS + self.label[start:] if start else self.label
        column = self.column - start + (len(ELLIPSIS) if start else 0)
        if look.type.width(text, CODE) <= room:
            return text, column
        end = len(text)
        while end > 1 and look.type.width(text[:end] + ELLIPSIS, CODE) > room:
            end -= 1
        return text[:end] + ELLIPSIS, max(0, min(column, end - 1))


def _all_rows(lines: list[str], letters: int) -> Iterator[Row]:
    """Yield the rows of all lines; what stands under a key with a bar is text, and has neither keys nor remarks."""
    text_within: int | None = None  # the indent of the key
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip())
        if text_within is not None and line.strip() and indent <= text_within:
            text_within = None
        yield from _rows(number, line, letters, is_text=text_within is not None)
        if text_within is None and line.endswith(("|", ">", "|-", ">-")):
            text_within = indent


def _rows(number: int, line: str, letters: int, *, is_text: bool) -> Iterator[Row]:
    """Yield the rows of one line."""
    indent = len(line) - len(line.lstrip())
    is_remark = not is_text and line.lstrip().startswith("#")
    rest, is_first = line, True
    while rest or is_first:
        at = _end(rest, letters)
        piece, left = rest[:at].rstrip(), rest[at:].lstrip()
        key = _KEY.match(piece) if is_first and not (is_remark or is_text) else None
        parts = ((piece, "text2"),) if is_text else tuple(_parts(piece, key, is_remark=is_remark))
        yield Row(number if is_first else 0, parts)
        is_remark = is_remark or (not is_text and _REMARK in piece)
        rest = " " * min(indent + 2, letters // 3) + left if left else ""
        is_first = False


def _parts(piece: str, key: "re.Match[str] | None", *, is_remark: bool) -> Iterator[tuple[str, str]]:
    if is_remark:
        yield piece, "text3"
        return
    if key is not None:
        yield from ((key[1], "text"), (key[2], "accent"))
        piece = piece[key.end() :]
    body, mark, remark = piece.partition(_REMARK)
    yield body, "text"
    if mark:
        yield mark + remark, "text3"


def _end(text: str, letters: int) -> int:
    """Return where a row of so many letters ends: at a blank if there is one behind its first third."""
    used = at = 0
    while at < len(text) and (used := used + (2 if text[at] >= "\u1100" else 1)) <= letters:
        at += 1
    if at == len(text):
        return at
    blank = text.rfind(" ", letters // 3, at + 1)
    return blank if blank > 0 and text[:blank].strip() else max(1, at)
