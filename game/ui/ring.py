"""The ring: users, data and performance as gauges, and between them three arrows as thick as what they pass on.

A broken link is dashed and crossed out, the weakest has a mark of its own, and the middle says whether the whole turns.
An arrow can be pointed at, clicked, or walked to with the arrow keys.
"""

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

from game.ui.brush import CENTRE, LEFT, Brush
from game.ui.inputs import Input, Key, Leave, Move, Press
from game.ui.keys import NEXT, PREVIOUS, is_enter
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.raster import Sweep
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, RING_FIGURE, ROW_STRONG, Face, Style, Tone
from game.ui.widgets import Act, Deed, Role, Widget

RADIUS, NODE = 84.0, 29.0  # logical px on a stage of REFERENCE
REFERENCE = (288.0, 236.0)  # logical px the ring is designed for, with its names
GAP_DEG, HEAD_DEG = 31.0, 7.0  # from a node's middle to an arrow; an arrow's head
THINNEST, THICKEST = 2.5, 11.0  # logical px of an arrow that passes nothing, and all, on
REACH = 14.0  # logical px around an arrow that count as on it
TURNS = (0.0, 120.0, 240.0)  # where the nodes are, clockwise from the top
SMALL = 0.66  # of the designed size: below it the ring shows no names
SMALL_REFERENCE = (216.0, 192.0)  # logical px of a ring without names
ICONS = ("users", "database", "brain-circuit")


@dataclass(frozen=True, slots=True)
class Gauge:
    """One node: its name, how full it is (0..1), the figure in it, and how it stands."""

    name: str
    share: float
    figure: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Link:
    """The arrow that leaves a node: how strong (0..1), whether it passes nothing on, and what it is called."""

    label: str
    strength: float
    is_broken: bool = False
    tip: Tip | None = None


@dataclass(frozen=True, slots=True)
class Loop:
    """What the ring shows; `weakest` is the index of the weakest link."""

    gauges: tuple[Gauge, Gauge, Gauge]
    links: tuple[Link, Link, Link]
    momentum: str
    momentum_name: str
    tone: Tone
    weakest: int


class Ring(Widget):
    """The three gauges and arrows. A click or Enter on an arrow reports its index."""

    role = Role.PICTURE
    focusable = True

    def __init__(self, name: str, label: str, loop: Loop) -> None:
        super().__init__(name, label)
        self.loop = loop
        self.pointed: int | None = None  # the arrow under the pointer or the keys

    @property
    def value(self) -> str:
        """Return gauges, links and momentum as one would read them out."""
        gauges = [f"{gauge.name} {gauge.figure}" for gauge in self.loop.gauges]
        if self.pointed is not None:
            return self.loop.links[self.pointed].label
        return ", ".join([*gauges, f"{self.loop.momentum_name} {self.loop.momentum}"])

    @property
    def term(self) -> str:
        """Return the arrow pointed at, or the ring."""
        return self.id if self.pointed is None else f"{self.id}.arrow.{self.pointed}"

    @property
    def anchor(self) -> Box:
        """Return the arrow a tip is about."""
        if self.pointed is None:
            return self.box
        x, y = self._on_ring(TURNS[self.pointed] + 60)
        return Box(x - REACH, y - REACH, 2 * REACH, 2 * REACH)

    def show(self, loop: Loop) -> None:
        """Show other readings."""
        self.loop = loop
        self._point(self.pointed)
        self.touch()

    def height(self, look: Look, width: float) -> float:
        """Return the height the ring has at a width."""
        return min(REFERENCE[1], width / REFERENCE[0] * REFERENCE[1]) + (look.text_size - 1) * 24

    # ---- geometry

    @property
    def is_small(self) -> bool:
        """Return whether there is no room for names."""
        return min(self.box.w / REFERENCE[0], self.box.h / REFERENCE[1]) < SMALL

    @property
    def unit(self) -> float:
        """Return how large it is drawn, 1 = as designed."""
        room = SMALL_REFERENCE if self.is_small else REFERENCE
        return min(self.box.w / room[0], self.box.h / room[1])

    @property
    def centre(self) -> tuple[float, float]:
        """Return the middle of the ring."""
        down = RADIUS + NODE + 4
        return self.box.cx, self.box.y + down * self.unit + max(0.0, self._spare() / 2)

    def _spare(self) -> float:
        room = SMALL_REFERENCE if self.is_small else REFERENCE
        return self.box.h - room[1] * self.unit

    def _on_ring(self, turn: float) -> tuple[float, float]:
        x, y = self.centre
        return x + RADIUS * self.unit * sin(radians(turn)), y - RADIUS * self.unit * cos(radians(turn))

    def arrow_at(self, x: float, y: float) -> int | None:
        """Return the index of the arrow at a point, or None."""
        cx, cy = self.centre
        dx, dy = x - cx, y - cy
        if abs(hypot(dx, dy) - RADIUS * self.unit) > REACH:
            return None
        turn = degrees(atan2(dx, -dy)) % 360
        ahead = turn % 120
        return int(turn // 120) if GAP_DEG - 6 <= ahead <= 126 - GAP_DEG else None

    # ---- input

    def handle(self, event: Input) -> Act | None:
        """Point at arrows and pick them."""
        if isinstance(event, Key):
            return self._by_key(event)
        if isinstance(event, Leave):
            self._point(None)
            return None
        if isinstance(event, Move | Press):
            self._point(self.arrow_at(event.x, event.y))
            if isinstance(event, Press) and self.pointed is not None:
                return Act(self.id, Deed.PRESS, self.pointed)
            return self.used()
        return None

    def _by_key(self, key: Key) -> Act | None:
        if key.ctrl or key.alt:
            return None
        if key.code in NEXT or key.code in PREVIOUS:
            here = -1 if self.pointed is None else self.pointed
            self._point((here + (1 if key.code in NEXT else -1)) % 3)
            return self.used()
        if is_enter(key) and self.pointed is not None:
            return Act(self.id, Deed.PRESS, self.pointed)
        return None

    def _point(self, arrow: int | None) -> None:
        self.tip = self.loop.links[arrow].tip if arrow is not None else None
        if arrow != self.pointed:
            self.pointed = arrow
            self.touch()

    # ---- drawing

    def paint(self, brush: Brush) -> None:
        """Draw arrows, nodes, names and the middle."""
        for i, link in enumerate(self.loop.links):
            self._paint_link(brush, i, link)
        for i, gauge in enumerate(self.loop.gauges):
            self._paint_gauge(brush, i, gauge)
        x, y = self.centre
        tone = brush.theme.tone(self.loop.tone)
        if self.is_small:
            brush.text(x, y, self.loop.momentum, ROW_STRONG, tone, at=CENTRE)
        else:
            brush.text(x, y - 6, self.loop.momentum, RING_FIGURE, tone, at=CENTRE)
            low = y - 6 + brush.look.type.pitch(RING_FIGURE, 0.5) + brush.look.type.pitch(CAPTION, 0.7)
            brush.text(x, low, self.loop.momentum_name, CAPTION, brush.theme.text2, at=CENTRE)

    def _link_colour(self, brush: Brush, i: int, link: Link) -> str:
        if i == self.pointed:
            return brush.theme.text
        if link.is_broken:
            return brush.theme.bad
        return brush.theme.warn if i == self.loop.weakest else brush.theme.text3

    def _paint_link(self, brush: Brush, i: int, link: Link) -> None:
        u = self.unit
        hue = self._link_colour(brush, i, link)
        wide = (THINNEST + (THICKEST - THINNEST) * min(1.0, max(0.0, link.strength))) * max(0.5, u)
        wide = max(wide, 4.5 * u) if link.is_broken else wide
        start, stop = TURNS[i] + GAP_DEG, TURNS[i] + 120 - GAP_DEG
        dash = (7 * u, 6 * u + wide) if link.is_broken else None
        cx, cy = self.centre
        brush.arc(cx, cy, Sweep(RADIUS * u, wide, start, stop - HEAD_DEG, dash), hue)
        self._paint_head(brush, stop, wide, hue)
        if link.is_broken:
            self._paint_cross(brush, TURNS[i] + 57)
        elif i == self.loop.weakest and not self.is_small:
            x, y = self._on_ring(TURNS[i] + 57)
            brush.disc(x, y, 11, brush.theme.bg1)
            brush.icon("triangle-alert", x, y, 15, hue)

    def _paint_head(self, brush: Brush, turn: float, wide: float, hue: str) -> None:
        """Draw an arrow's head pointing clockwise at `turn`."""
        x, y = self._on_ring(turn)
        ahead = (cos(radians(turn)), sin(radians(turn)))
        outward = (sin(radians(turn)), -cos(radians(turn)))
        half, long_ = max(4.5 * self.unit, wide * 0.5 + 4.5 * self.unit), 6.5 * self.unit
        back = (x - ahead[0] * long_ * 0.8, y - ahead[1] * long_ * 0.8)
        brush.polygon(
            [
                (x + ahead[0] * long_, y + ahead[1] * long_),
                (back[0] + outward[0] * half, back[1] + outward[1] * half),
                (back[0] - outward[0] * half, back[1] - outward[1] * half),
            ],
            hue,
        )

    def _paint_cross(self, brush: Brush, turn: float) -> None:
        x, y = self._on_ring(turn)
        size = 11 if not self.is_small else 7
        brush.disc(x, y, size + 2, brush.theme.bg1)
        brush.disc(x, y, size, brush.theme.bad)
        brush.icon("x", x, y, size + 3, brush.theme.bg1)

    def _paint_gauge(self, brush: Brush, i: int, gauge: Gauge) -> None:
        theme, u = brush.theme, self.unit
        x, y = self._on_ring(TURNS[i])
        brush.disc(x, y, (NODE + 4) * u, theme.bg1)
        brush.disc(x, y, NODE * u, theme.bg2)
        width = max(2.5, 5 * u)
        brush.arc(x, y, Sweep((NODE - 2) * u, width, 0, 360), theme.bg3)
        if gauge.share > 0:
            turn = max(4.0, 360 * min(1.0, gauge.share))
            brush.arc(x, y, Sweep((NODE - 2) * u, width, 0, turn), theme.tone(gauge.tone))
        if self.is_small:
            brush.icon(ICONS[i], x, y, 26 * u, theme.text)
            return
        brush.icon(ICONS[i], x, y - 7 * u, 18 * u, theme.text)
        figure = Style(13 * u / max(1.0, brush.look.text_size * 0.9), Face.BOLD)
        brush.text(x, y + 12 * u, gauge.figure, figure, at=CENTRE)
        self._paint_caption(brush, i, gauge.name)

    def _paint_caption(self, brush: Brush, i: int, name: str) -> None:
        x, y = self._on_ring(TURNS[i])
        if i == 0:
            brush.text(x + (NODE + 10) * self.unit, y - 2, name, ROW_STRONG, at=LEFT)
            return
        width = brush.look.type.width(name, ROW_STRONG)
        x = max(self.box.x + width / 2, min(self.box.right - width / 2, x))
        low = y + NODE * self.unit + brush.look.type.pitch(ROW_STRONG, 0.85)
        brush.text(x, low, name, ROW_STRONG, at=CENTRE)
