"""The picture the game is about: people stream round a ring of users, data and performance, bright as far as it turns.

It is alive: a live widget that keeps the ground below it and draws its dots anew each frame. In reduced motion it stands still.
"""

from dataclasses import dataclass
from math import cos, radians, sin
from typing import Protocol

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.brush import CENTRE, Brush
from game.ui.dots import Palette, Stamp, scatter, stamp
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.raster import Sweep, pixels_of
from game.ui.tokens import ROW, ROW_STRONG, Theme, mix
from game.ui.widgets import Role, Widget

DOTS, STRAYS = 5_000, 600  # people on the ring, and around it
ROUND_S = 80.0  # seconds a person takes once round
SPREAD, FAR_SPREAD, FAR_SHARE = 0.034, 0.13, 0.15  # of the radius; most keep to the ring, some do not
SHADES = 5  # brightnesses of a dot
NODE = 37.0  # logical px of a node's radius at a ring of REFERENCE
REFERENCE = 236.0  # logical px: the radius the nodes are designed for
NODE_TURNS = (0.0, 120.0, 240.0)  # clockwise from the top
NODE_ICONS = ("users", "database", "brain-circuit")
DIMMEST = 0.25  # of a hue in the faintest dot
SEED = 7  # of the picture, the same on every machine


Places = NDArray[np.float32]  # (n, 2) px


class Seated(Protocol):
    """A widget that finds its own place beside a point of the ring."""

    def settle(self, look: Look, x: float, y: float, turn: float) -> None:
        """Take a place at a point (logical px) that lies `turn` degrees clockwise from the top."""


@dataclass(frozen=True, slots=True)
class Legend:
    """The words of the picture: the three nodes, and a line inside each third."""

    nodes: tuple[str, str, str]
    lines: tuple[str, str, str] = ("", "", "")


class Orbit(Widget):
    """The ring of people. `lit` is the share of it that turns, from the top clockwise."""

    role = Role.PICTURE
    is_live = True

    def __init__(self, name: str, label: str, legend: Legend, lit: float, *, room: float = 60.0) -> None:
        super().__init__(name, label)
        self.legend, self.lit, self.room = legend, lit, room  # logical px left outside the ring
        self.side = room  # the same, at the left and at the right
        self.now_s = 0.0
        self._seats: list[tuple[float, Seated]] = []
        self._ground: pygame.Surface | None = None
        rng = np.random.default_rng(SEED)
        self._turn = rng.uniform(0, 1, DOTS)
        is_far = rng.random(DOTS) < FAR_SHARE
        self._off = rng.normal(0, 1, DOTS) * np.where(is_far, FAR_SPREAD, SPREAD)
        self._off[is_far] = 0.02 - np.abs(self._off[is_far])  # who strays, strays inwards
        self._pace = rng.uniform(0.7, 1.3, DOTS)
        self._edge = rng.normal(0, 0.012, DOTS)
        near = np.clip(1 - np.abs(self._off) / (3 * FAR_SPREAD), DIMMEST, 1)
        self._shade = np.rint(near * rng.uniform(0.5, 1, DOTS) * (SHADES - 1)).astype(np.intp)
        self._strays = rng.uniform(0, 1, (STRAYS, 2))

    @property
    def value(self) -> str:
        """Return the words of the picture, in order round the ring."""
        pairs = zip(self.legend.nodes, self.legend.lines, strict=True)
        return ", ".join(part for pair in pairs for part in pair if part)

    def seat(self, turn: float, widget: Widget) -> None:
        """Seat a widget beside the ring; it must know how to `settle`."""
        assert hasattr(widget, "settle"), f"{widget.id} cannot sit on a ring"
        self._seats.append((turn, widget))
        self.add(widget)

    def light(self, lit: float) -> None:
        """Let another share of the ring turn."""
        self.lit = lit
        self.touch()

    # ---- geometry

    @property
    def reach(self) -> float:
        """Return the ring's radius in logical px."""
        return max(60.0, min(self.box.w / 2 - self.side, self.box.h / 2 - self.room * self._growth))

    def point(self, turn: float, off: float = 0.0) -> tuple[float, float]:
        """Return the point of the ring `turn` degrees clockwise from the top, `off` px outside it."""
        r = self.reach + off
        return self.box.cx + r * sin(radians(turn)), self.box.cy - r * cos(radians(turn))

    def nodes(self) -> list[tuple[float, float, float]]:
        """Return the middle and the radius of each node, as it is drawn."""
        unit = max(0.75, self.reach / REFERENCE) * self._growth
        return [(*self.point(turn), (NODE + 4) * unit) for turn in NODE_TURNS]

    def place(self, look: Look, box: Box) -> None:
        """Take a box and seat everybody."""
        self.box = box
        self._ground = None
        self._look = look
        self._growth = float(max(1.0, look.text_size**0.5))  # of the nodes, which hold words
        for turn, widget in self._seats:
            widget.settle(look, *self.point(turn), turn)

    # ---- time and drawing

    def tick(self, dt_s: float) -> None:
        """Let people walk on."""
        if not self._look.calm:
            self.now_s += dt_s

    def draw(self, brush: Brush) -> None:
        """Draw within the box only: a light that leaves it would grow brighter with every frame."""
        with brush.clip(self.box):
            brush.sight = brush.look.canvas  # words beside the ring are still held against the window
            super().draw(brush)

    def enliven(self, brush: Brush) -> None:
        """Draw the people where they are now, and whoever sits over them; nobody walks in reduced motion."""
        if not self._look.calm:
            self.draw(brush)

    def paint(self, brush: Brush) -> None:
        """Draw the ground as it was, the people, the nodes and the words."""
        rect = brush.rect(self.box).clip(brush.surface.get_rect())
        if self._ground is None or self._ground.get_size() != rect.size:
            self._ground = self._prepared(brush.surface.subsurface(rect).copy(), brush.theme)
        picture = self._ground.copy()
        self._show_people(picture, rect)
        brush.surface.blit(picture, rect.topleft)
        for i, name in enumerate(self.legend.nodes):
            self._paint_node(brush, i, name)
        for i, line in enumerate(self.legend.lines):
            self._paint_line(brush, i, line)

    def _prepared(self, ground: pygame.Surface, theme: Theme) -> pygame.Surface:
        """Mix the hues, and return the ground with those who stand about."""
        amounts = np.linspace(DIMMEST, 1, SHADES)
        faint = [mix(theme.bg0, theme.undecided, float(amount)) for amount in amounts]
        bright = [mix(theme.bg0, theme.accent, float(amount)) for amount in amounts]
        self._palette = Palette((*faint, *bright), theme.bg0)
        self._stamp = stamp(max(2, round(1.7 * self._look.scale)))
        small = stamp(max(1, round(1.2 * self._look.scale)))
        strays = (self._strays * ground.get_size()).astype(np.float32)
        _draw_dots(ground, strays, np.zeros(STRAYS, np.intp), (small, self._palette))
        return ground

    def _show_people(self, picture: pygame.Surface, rect: pygame.Rect) -> None:
        s = self._look.scale
        along = (self._turn + self._pace * self.now_s / ROUND_S) % 1.0
        reach_px = self.reach * s * (1 + self._off)
        x = self.box.cx * s - rect.x + reach_px * np.sin(2 * np.pi * along)
        y = self.box.cy * s - rect.y - reach_px * np.cos(2 * np.pi * along)
        is_lit = along < self.lit + self._edge * (0 < self.lit < 1)
        places = np.stack([x, y], axis=1).astype(np.float32)
        _draw_dots(picture, places, self._shade + SHADES * is_lit, (self._stamp, self._palette))

    def _paint_node(self, brush: Brush, i: int, name: str) -> None:
        theme, (x, y) = brush.theme, self.point(NODE_TURNS[i])
        unit = max(0.75, self.reach / REFERENCE) * self._growth
        hue = theme.accent if NODE_TURNS[i] / 360 < self.lit else theme.line2
        brush.glow(x, y, 2 * NODE * unit, hue, round(70 * theme.shade))
        brush.disc(x, y, (NODE + 4) * unit, theme.bg0)
        brush.disc(x, y, NODE * unit, theme.bg2)
        brush.arc(x, y, Sweep((NODE - 2) * unit, 4.5 * unit, 0, 360), hue)
        brush.icon(NODE_ICONS[i], x, y - 9 * unit, 19 * unit, theme.text)
        brush.text(x, y + 11 * unit, name, ROW_STRONG, at=CENTRE)

    def _paint_line(self, brush: Brush, i: int, line: str) -> None:
        if not line:
            return
        turn = NODE_TURNS[i] + 60
        lines = brush.look.type.wrap(line, ROW, self.reach * 0.74)
        x, y = self.point(turn, -self.reach * (0.47 if i != 1 else 0.36))
        top = y - len(lines) * brush.look.type.pitch(ROW, 1.5) / 2
        brush.lines(x, top, lines, ROW, brush.theme.text2, leading=1.5, at=CENTRE)


def _draw_dots(
    surface: pygame.Surface, places: Places, kinds: NDArray[np.intp], look: tuple[Stamp, Palette]
) -> None:
    pixels = pixels_of(surface)
    whole = np.ascontiguousarray(pixels)  # the same memory unless rows are padded
    scatter(whole, places, kinds, look)
    if whole is not pixels:
        pixels[...] = whole
