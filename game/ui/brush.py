"""The one hand that draws: logical pixels in, sharp real pixels out, nothing drawn twice that can be kept."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
import pygame

from game.ui import raster, slabs, strokes
from game.ui.fonts import icon as icon_char
from game.ui.layout import Box
from game.ui.look import Look, Run
from game.ui.raster import Fill, Sweep
from game.ui.slabs import Soft
from game.ui.tokens import FOCUS_GAP, FOCUS_WIDTH, Face, Style, Theme, rgb

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0  # where x lies in a line of text


class Span(NamedTuple):
    """A stretch of one line in one style."""

    text: str
    style: Style
    colour: str


class Brush:
    """Draws on one surface in one look. `y` of text is the middle of its capitals."""

    def __init__(self, surface: pygame.Surface, look: Look) -> None:
        self.surface, self.look = surface, look
        self.owner, self.room, self.sight, self.layer = "", look.canvas, look.canvas, 0
        self.was_cut = False  # whether a text had to be cut short since somebody last asked

    @property
    def theme(self) -> Theme:
        """Return the colours in force."""
        return self.look.theme

    def rect(self, box: Box) -> pygame.Rect:
        """Return a logical box in real pixels, its edges rounded so that neighbours meet."""
        scale = self.look.scale
        left, top = round(box.x * scale), round(box.y * scale)
        return pygame.Rect(left, top, round(box.right * scale) - left, round(box.bottom * scale) - top)

    @contextmanager
    def clip(self, box: Box) -> Iterator[None]:
        """Draw nothing outside `box` for a while."""
        before, sight = self.surface.get_clip(), self.sight
        self.surface.set_clip(self.rect(box).clip(before))
        self.sight = box
        try:
            yield
        finally:
            self.surface.set_clip(before)
            self.sight = sight

    # ---- boxes

    def box(self, box: Box, radius: float, fill: str, *, border: str = "", width: float = 1, fade: str = "",
            alpha: int = 255) -> None:  # fmt: skip
        """Draw a rounded box, with a border inside its edge and a colour to fade to at the bottom."""
        rect = self.rect(box)
        if rect.w <= 0 or rect.h <= 0:
            return
        paint = Fill(fill, border, max(1, self.look.px(width)), fade, alpha)
        corner = radius * self.look.scale
        if slabs.is_slab(rect, corner, paint):
            slabs.put(self.surface, rect, corner, paint, self.look.cache.get)
            return
        key = ("box", rect.size, corner, paint)
        self._blit(key, lambda: raster.box(rect.size, corner, paint), rect.topleft)

    def outline(self, box: Box, radius: float, colour: str, width: float = 1) -> None:
        """Draw the border of a rounded box and leave its inside as it is."""
        rect = self.rect(box)
        line, corner = max(1, self.look.px(width)), radius * self.look.scale
        key = ("outline", rect.size, corner, line, colour)

        def make() -> pygame.Surface:
            edge = raster.box_distance(rect.size, min(corner, min(rect.size) / 2))
            return raster.tinted(np.clip(0.5 - edge, 0, 1) - np.clip(0.5 - edge - line, 0, 1), colour)

        if rect.w > 0 and rect.h > 0:
            self._blit(key, make, rect.topleft)

    def shadow(self, box: Box, radius: float, blur: float = 40, alpha: int = 160) -> None:
        """Draw the shadow of a box, a little below it; the box is then drawn on it, opaque."""
        soft = Soft(radius * self.look.scale, self.look.px(blur), round(alpha * self.theme.shade))
        slabs.put_shadow(self.surface, self.rect(box).move(0, self.look.px(6)), soft, self.look.cache.get)

    def fill(self, box: Box, colour: str) -> None:
        """Fill a box with one opaque colour."""
        self.surface.fill(rgb(colour), self.rect(box))

    def rule(self, x: float, y: float, length: float, colour: str = "") -> None:
        """Draw a thin horizontal line."""
        thin = max(1, self.look.px(1))
        self.surface.fill(
            rgb(colour or self.theme.line),
            (self.look.px(x), self.look.px(y), self.look.px(x + length) - self.look.px(x), thin),
        )

    def post(self, x: float, y: float, length: float, colour: str = "") -> None:
        """Draw a thin vertical line."""
        thin = max(1, self.look.px(1))
        self.surface.fill(
            rgb(colour or self.theme.line),
            (self.look.px(x), self.look.px(y), thin, self.look.px(y + length) - self.look.px(y)),
        )

    def ring(self, box: Box, radius: float) -> None:
        """Draw the focus ring around a box, with a gap, in the colour of text."""
        out = FOCUS_GAP + FOCUS_WIDTH
        self.outline(box.inset(-out), radius + out, self.theme.text, FOCUS_WIDTH)

    # ---- round things and lines

    def disc(self, x: float, y: float, radius: float, colour: str, alpha: int = 255) -> None:
        """Draw a disc around a centre."""
        real = radius * self.look.scale
        self._centred(("disc", real, colour, alpha), lambda: raster.disc(real, colour, alpha), x, y)

    def glow(self, x: float, y: float, radius: float, colour: str, alpha: int = 90) -> None:
        """Draw a light around a centre."""
        real = radius * self.look.scale
        self._centred(("glow", real, colour, alpha), lambda: raster.glow(real, colour, alpha), x, y)

    def arc(self, x: float, y: float, sweep: Sweep, colour: str, alpha: int = 255) -> None:
        """Draw an arc around a centre; the sweep is in logical px."""
        s = self.look.scale
        dash = sweep.dash and (sweep.dash[0] * s, sweep.dash[1] * s)
        real = sweep._replace(radius=sweep.radius * s, width=sweep.width * s, dash=dash)
        self._centred(("arc", real, colour, alpha), lambda: raster.arc(real, colour, alpha), x, y)

    def polygon(self, points: Sequence[tuple[float, float]], colour: str, alpha: int = 255) -> None:
        """Draw a filled polygon."""
        real = np.array(points, float) * self.look.scale
        base = np.floor(real.min(axis=0))
        local = (
            np.rint((real - base) * 4) / 4
        )  # a quarter of a pixel is enough, and lets a shape be found again
        left, top = (base + np.floor(local.min(axis=0) - 1)).astype(int)
        key = ("polygon", local.tobytes(), colour, alpha)
        self._blit(key, lambda: strokes.polygon(local, colour, alpha).surface, (int(left), int(top)))

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: float = 2, *, alpha: int = 255,
             dash: tuple[float, float] | None = None) -> None:  # fmt: skip
        """Draw a line through points, dashed with (on, off) logical px if asked."""
        real = np.array(points, float) * self.look.scale
        pieces = [real] if dash is None else strokes.dashes(real, *(v * self.look.scale for v in dash))
        for piece in pieces:
            drawing = strokes.polyline(piece, width * self.look.scale, colour, alpha)
            self.surface.blit(drawing.surface, (drawing.left, drawing.top))

    # ---- text

    def text(self, x: float, y: float, text: str, style: Style, colour: str = "", *, at: float = LEFT,
             width: float | None = None) -> float:  # fmt: skip
        """Draw one line and return its width; `width` cuts it short with an ellipsis."""
        setter = self.look.type
        shown = text if width is None else setter.fit(text, style, width)
        self.was_cut |= shown != text
        if not shown:
            return 0.0
        surface = setter.line(shown, style, colour or self.theme.text)
        ascent, cap = setter.rise(style)
        left = round(x * self.look.scale - surface.get_width() * at)
        self.surface.blit(surface, (left, round(y * self.look.scale + cap / 2) - ascent))
        self._note(
            shown,
            Box(left / self.look.scale, y, surface.get_width() / self.look.scale, 0),
            style,
            shown != text,
        )
        return surface.get_width() / self.look.scale

    def spans(self, x: float, y: float, spans: Sequence[Span], at: float = LEFT) -> float:
        """Draw stretches of different styles as one line and return its width."""
        widths = [self.look.type.width(span.text, span.style) for span in spans]
        left = x - sum(widths) * at
        for span, wide in zip(spans, widths, strict=True):
            self.text(left, y, span.text, span.style, span.colour)
            left += wide
        return sum(widths)

    def lines(self, x: float, y: float, lines: Sequence[str], style: Style, colour: str = "", *,
              leading: float = 1.35, at: float = LEFT) -> float:  # fmt: skip
        """Draw lines below each other from top `y`; return the y below them."""
        pitch = self.look.type.pitch(style, leading)
        for i, line in enumerate(lines):
            self.text(x, y + pitch * (i + 0.5), line, style, colour, at=at)
        return y + pitch * len(lines)

    def icon(self, name: str, x: float, y: float, size: float, colour: str = "") -> None:
        """Draw an icon around a centre."""
        style = Style(size / self.look.type.text_size, Face.ICON)
        surface = self.look.type.line(icon_char(name), style, colour or self.theme.text2)
        ascent, _ = self.look.type.rise(style)
        left = round(x * self.look.scale - surface.get_width() / 2)
        self.surface.blit(surface, (left, round(y * self.look.scale - ascent / 2)))

    # ---- inside

    def _blit(self, key: Hashable, make: Callable[[], pygame.Surface], at: tuple[int, int]) -> None:
        self.surface.blit(self.look.cache.get(key, make), at)

    def _centred(self, key: Hashable, make: Callable[[], pygame.Surface], x: float, y: float) -> None:
        surface = self.look.cache.get(key, make)
        half_w, half_h = surface.get_width() / 2, surface.get_height() / 2
        self.surface.blit(surface, (round(x * self.look.scale - half_w), round(y * self.look.scale - half_h)))

    def _note(self, text: str, line: Box, style: Style, is_cut: bool) -> None:
        if self.look.notes is None or not text.strip():
            return
        tall = style.size * self.look.type.text_size * 0.86
        ink = Box(line.x, line.y - tall / 2, line.w, tall)
        if self.sight is not self.look.canvas and not self.sight.holds(ink):
            return  # scrolled half out of sight
        self.look.notes.append(Run(text, ink, self.owner, self.room, is_cut, self.layer))
