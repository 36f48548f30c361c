"""Lines of text: measured, wrapped, cut short and kept as surfaces.

Korean is broken at spaces only (keep-all), as Koreans read it; so is English. A word longer than the line is broken inside.
Widths are cached word by word, because measuring growing strings is what makes wrapping slow; only a line that just about
fits is measured whole.
"""

from collections.abc import Iterator
from functools import lru_cache

import pygame

from game.ui.cache import SurfaceCache
from game.ui.fonts import drawable, font, missing
from game.ui.tokens import CAP_HEIGHT, Face, Style, rgb

ELLIPSIS = "…"
LEAST_PX = 8  # below this no hangul can be told from another
KERNING = (
    0.06  # by how much a line can differ from the sum of its words; so near the edge it is measured whole
)
TEXT_SIZES = (0.85, 1.0, 1.15, 1.3, 1.5)  # what settings offer


class Typesetter:
    """Text at one scale and one text size; measures in logical px, renders in real px."""

    def __init__(self, scale: float, text_size: float, cache: SurfaceCache) -> None:
        self.scale, self.text_size, self._cache = scale, text_size, cache

    def size_px(self, style: Style) -> int:
        """Return the font size of a style in real pixels."""
        return max(LEAST_PX, round(style.size * self.scale * self.text_size))

    def pitch(self, style: Style, leading: float) -> float:
        """Return the distance of lines in logical px."""
        return style.size * self.text_size * leading

    def cap(self, style: Style) -> float:
        """Return the height of capitals in logical px."""
        return style.size * self.text_size * CAP_HEIGHT

    def width(self, text: str, style: Style) -> float:
        """Return the width of one line in logical px."""
        return measured(text, style.face, self.size_px(style)) / self.scale

    def wrap(self, text: str, style: Style, width: float) -> list[str]:
        """Return the lines of `text`, none wider than `width` logical px; a line feed starts a new one."""
        room = width * self.scale
        size = self.size_px(style)
        return list(_lines(text, style.face, size, room))

    def fit(self, text: str, style: Style, width: float) -> str:
        """Return `text`, or its beginning with an ellipsis if it is wider than `width` logical px."""
        if self.width(text, style) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.width(text[:middle].rstrip() + ELLIPSIS, style) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        return text[:low].rstrip() + ELLIPSIS

    def clamp(self, text: str, style: Style, width: float, most: int) -> list[str]:
        """Return at most `most` lines; the last one shows with an ellipsis that there was more."""
        lines = self.wrap(text, style, width)
        if len(lines) <= most:
            return lines
        rest = " ".join(lines[most - 1 :])
        return [*lines[: most - 1], self.fit(rest, style, width)]

    def line(self, text: str, style: Style, colour: str) -> pygame.Surface:
        """Return one rendered line, kept for the next time."""
        size = self.size_px(style)
        key = ("line", text, style.face, size, colour)
        return self._cache.get(key, lambda: _render(text, style.face, size, colour))

    def rise(self, style: Style) -> tuple[int, int]:
        """Return ascent and height of capitals in real px, to align by capitals and not by the surface's edge."""
        size = self.size_px(style)
        return font(style.face, size).get_ascent(), round(CAP_HEIGHT * size)


@lru_cache(maxsize=20_000)
def measured(text: str, face: Face, size_px: int) -> int:
    """Return the width of one line in real px."""
    if face is Face.CODE:
        return sum(measured(part, part_face, size_px) for part, part_face in _code_runs(text))
    return int(font(face, size_px).size(drawable(text, face))[0])


def _render(text: str, face: Face, size_px: int, colour: str) -> pygame.Surface:
    if face is Face.CODE:
        return _render_code(text, size_px, colour)
    return font(face, size_px).render(drawable(text, face), True, rgb(colour))


def _render_code(text: str, size_px: int, colour: str) -> pygame.Surface:
    """Return a line of code, whose hangul comes from a second file of the same family."""
    pieces = [(_render(part, face, size_px, colour), face) for part, face in _code_runs(text)]
    ascent = max((font(face, size_px).get_ascent() for _, face in pieces), default=size_px)
    height = max((piece.get_height() for piece, _ in pieces), default=size_px)
    line = pygame.Surface((max(1, sum(p.get_width() for p, _ in pieces)), height + 2), pygame.SRCALPHA, 32)
    x = 0
    for piece, face in pieces:
        line.blit(piece, (x, ascent - font(face, size_px).get_ascent()))
        x += piece.get_width()
    return line


def _code_runs(text: str) -> Iterator[tuple[str, Face]]:
    """Yield the stretches of a line of code that one font file can draw, never with `Face.CODE` itself."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or _code_face(text[end]) is not _code_face(text[start]):
            yield text[start:end], _code_face(text[start])
            start = end


def _code_face(char: str) -> Face:
    """Return the file that draws a sign of code: hangul has its own, and what both lack, such as the won, is drawn as in words."""
    if char < "\u1100":
        return Face.CODE_NARROW
    return Face.REGULAR if missing(char, Face.CODE_WIDE) else Face.CODE_WIDE


@lru_cache(maxsize=5_000)
def _lines(text: str, face: Face, size_px: int, room: float) -> tuple[str, ...]:
    """Return the lines of a text. A page asks for them to know its heights, to place and to draw: they are broken once."""
    return tuple(line for part in text.split("\n") for line in _wrapped(part, face, size_px, room))


def _wrapped(text: str, face: Face, size_px: int, room: float) -> Iterator[str]:
    """Yield the lines of one paragraph, broken at spaces."""
    line, used = "", 0.0
    space = measured(" ", face, size_px)
    for word in text.split(" "):
        for piece in _pieces(word, face, size_px, room):
            wide = measured(piece, face, size_px)
            longer = used + space + wide
            if line and abs(longer - room) < room * KERNING:
                longer = measured(f"{line} {piece}", face, size_px)
            if line and longer > room:
                yield line
                line, used = piece, wide
            else:
                line, used = (f"{line} {piece}", longer) if line else (piece, wide)
    yield line


def _pieces(word: str, face: Face, size_px: int, room: float) -> Iterator[str]:
    """Yield a word whole if it fits the line, else in pieces that do."""
    while len(word) > 1 and measured(word, face, size_px) > room:
        count = len(word) - 1
        while count > 1 and measured(word[:count], face, size_px) > room:
            count -= 1
        yield word[:count]
        word = word[count:]
    yield word
