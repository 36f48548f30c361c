"""Line charts: ours against the best rival, read by pointer or arrow keys.

For those who cannot see them, a chart sums itself up in one sentence, made outside from its `Facts`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pygame

from game.ui import curves
from game.ui.brush import CENTRE, RIGHT, Brush
from game.ui.curves import Floats, Stroke
from game.ui.inputs import Input, Key, Leave, Move
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tokens import CAPTION, CAPTION_STRONG
from game.ui.widgets import Act, Role, Widget

HEADROOM = 0.08  # of the range, above the highest and below the lowest value


@dataclass(frozen=True)
class Series:
    """One curve: a value a week (NaN where there is none), a token of the theme or a firm's index, and how it is drawn."""

    values: Floats
    firm: int = 0
    is_dashed: bool = False
    is_filled: bool = False
    low: Floats | None = None  # an uncertain value's range, drawn as a band
    high: Floats | None = None

    def colour(self, brush: Brush) -> str:
        """Return the hue of the firm it is about."""
        return brush.theme.firm(self.firm)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sentence about a chart needs: the first curve's ends and extremes, and the rival's last value (NaN: none)."""

    weeks: int
    first: float
    last: float
    low: float
    high: float
    rival: float

    @property
    def change(self) -> float:
        """Return the change from first to last as a share of the first; 0 if it began at 0."""
        return (self.last - self.first) / abs(self.first) if self.first else 0.0


def facts(series: Sequence[Series]) -> Facts:
    """Return what there is to say about a chart; the second series is the rival."""
    mine = series[0].values[np.isfinite(series[0].values)]
    rival = series[1].values[np.isfinite(series[1].values)] if len(series) > 1 else np.zeros(0)
    if not len(mine):
        return Facts(0, 0.0, 0.0, 0.0, 0.0, float("nan"))
    last_rival = float(rival[-1]) if len(rival) else float("nan")
    return Facts(len(mine), float(mine[0]), float(mine[-1]), float(mine.min()), float(mine.max()), last_rival)


@dataclass(frozen=True)
class Sentences:
    """How a chart speaks: one sentence for the whole, one for a point, and words for the axis."""

    whole: Callable[[Facts], str] = field(default=lambda _: "")
    point: Callable[[int], str] = field(default=lambda index: str(index))  # by index into the values
    ticks: Callable[[float], str] = field(default=lambda value: f"{value:g}")


class LineChart(Widget):
    """Curves over weeks. The pointer or the arrows move a crosshair; `mark` names a week to point out."""

    role = Role.PICTURE
    focusable = True
    radius = 6

    def __init__(self, name: str, label: str, series: Sequence[Series], sentences: Sentences | None = None, *,
                 has_axis: bool = False) -> None:  # fmt: skip
        super().__init__(name, label)
        self.series, self.sentences, self.has_axis = tuple(series), sentences or Sentences(), has_axis
        self.cross: int | None = None
        self.mark: int | None = None

    @property
    def value(self) -> str:
        """Return the sentence about the crosshair's week, or about the whole."""
        if self.cross is not None:
            return self.sentences.point(self.cross)
        return self.sentences.whole(facts(self.series))

    @property
    def length(self) -> int:
        """Return how many weeks the longest curve has."""
        return max((len(series.values) for series in self.series), default=0)

    def show(self, series: Sequence[Series]) -> None:
        """Show other curves."""
        self.series = tuple(series)
        self.cross = None if self.cross is None else min(self.cross, self.length - 1)
        self.touch()

    def height(self, look: Look, width: float) -> float:
        """Return a height at which a curve can be read."""
        return 54.0 + (20 if self.has_axis else 0)

    @property
    def plot(self) -> Box:
        """Return where the curves are drawn, within the axis' words."""
        if not self.has_axis:
            return Box(self.box.x, self.box.y, max(1.0, self.box.w - 6), self.box.h)
        return Box(self.box.x + 44, self.box.y + 4, max(1.0, self.box.w - 50), max(1.0, self.box.h - 26))

    # ---- input

    def handle(self, event: Input) -> Act | None:
        """Move the crosshair."""
        if isinstance(event, Move):
            self._cross(round((event.x - self.plot.x) / self.plot.w * (self.length - 1)))
            return self.used()
        if isinstance(event, Leave):
            self._cross(None)
            return None
        if isinstance(event, Key) and self.length and not (event.ctrl or event.alt):
            return self._by_key(event)
        return None

    def _by_key(self, key: Key) -> Act | None:
        here = self.length - 1 if self.cross is None else self.cross
        ways = {
            pygame.K_LEFT: here - 1,
            pygame.K_RIGHT: here + 1,
            pygame.K_HOME: 0,
            pygame.K_END: self.length - 1,
        }
        if key.code == pygame.K_ESCAPE and self.cross is not None:
            self._cross(None)
            return self.used()
        if key.code not in ways:
            return None
        self._cross(ways[key.code])
        return self.used()

    def _cross(self, index: int | None) -> None:
        index = None if index is None or not self.length else max(0, min(self.length - 1, index))
        if index != self.cross:
            self.cross = index
            self.touch()

    # ---- drawing

    def range(self) -> tuple[float, float]:
        """Return the lowest and highest value shown, with headroom."""
        parts = [a for s in self.series for a in (s.values, s.low, s.high) if a is not None]
        known = np.concatenate([part[np.isfinite(part)] for part in parts]) if parts else np.zeros(0)
        if not len(known):
            return 0.0, 1.0
        low, high = float(known.min()), float(known.max())
        room = (high - low) * HEADROOM or max(1e-9, abs(high) * HEADROOM)
        return low - room, high + room

    def paint(self, brush: Brush) -> None:
        """Draw grid, curves and crosshair."""
        low, high = self.range()
        self._paint_grid(brush, low, high)
        rect = brush.rect(self.plot)
        for series in reversed(self.series):
            self._paint_series(brush, series, rect, (low, high))
        self._paint_end(brush, low, high)
        if self.mark is not None:
            x = self._x(self.mark)
            brush.line([(x, self.plot.y), (x, self.plot.bottom)], brush.theme.warn, 1.3, dash=(3, 4))
        if self.cross is not None:
            self._paint_cross(brush, low, high)

    def _paint_grid(self, brush: Brush, low: float, high: float) -> None:
        plot = self.plot
        if self.has_axis:
            for tick in ticks(low, high):
                y = self._y(tick, low, high)
                brush.rule(plot.x, y, plot.w, brush.theme.line)
                brush.text(plot.x - 8, y, self.sentences.ticks(tick), CAPTION, brush.theme.text3, at=RIGHT)
            return
        for share in (0.0, 0.5, 1.0):
            ink = brush.theme.line2 if share == 1 else brush.theme.line
            brush.rule(plot.x, plot.y + share * plot.h, self.box.w, ink)

    def _paint_series(
        self, brush: Brush, series: Series, rect: pygame.Rect, span: tuple[float, float]
    ) -> None:
        if rect.w < 2 or rect.h < 2 or not len(series.values):
            return
        low, high = span
        hue, s = series.colour(brush), brush.look.scale
        wide = round(rect.w * (len(series.values) - 1) / max(1, self.length - 1)) or 1
        size = (wide, rect.h)
        if series.low is not None and series.high is not None:
            edges = [(high - edge) / (high - low) for edge in (series.low, series.high)]
            brush.surface.blit(curves.band(edges[0], edges[1], size, hue, 60), rect.topleft)
        heights = (high - series.values) / (high - low)
        stroke = Stroke(
            (1.6 if series.is_dashed else 2.0) * s, round(4 * s) if series.is_dashed else 0, series.is_filled
        )
        key = ("curve", heights.tobytes(), size, stroke, hue)
        surface = brush.look.cache.get(key, lambda: curves.curve(heights, size, stroke, hue))
        brush.surface.blit(surface, rect.topleft)

    def _paint_end(self, brush: Brush, low: float, high: float) -> None:
        if not self.series:
            return
        known = np.flatnonzero(np.isfinite(self.series[0].values))
        if len(known):
            self._paint_dot(brush, self.series[0], int(known[-1]), (low, high))

    def _paint_dot(self, brush: Brush, series: Series, index: int, span: tuple[float, float]) -> None:
        if index >= len(series.values) or not np.isfinite(series.values[index]):
            return
        x, y = self._x(index), self._y(float(series.values[index]), *span)
        brush.disc(x, y, 4.6, brush.theme.bg1)
        brush.disc(x, y, 3.2, series.colour(brush))

    def _paint_cross(self, brush: Brush, low: float, high: float) -> None:
        assert self.cross is not None
        theme, plot = brush.theme, self.plot
        x = self._x(self.cross)
        brush.post(x, plot.y, plot.h, theme.text3)
        for series in self.series:
            self._paint_dot(brush, series, self.cross, (low, high))
        text = self.sentences.point(self.cross)
        width = brush.look.type.width(text, CAPTION_STRONG) + 16
        high_px = brush.look.type.pitch(CAPTION_STRONG, 1.0) + 8
        pill = Box(x - width / 2, plot.y - 2, width, high_px).within(self.box.inset(-4, 0))
        brush.box(pill, pill.h / 2, theme.bg3, border=theme.line2)
        brush.text(pill.cx, pill.cy, text, CAPTION_STRONG, at=CENTRE)

    def _x(self, index: int) -> float:
        return self.plot.x + self.plot.w * index / max(1, self.length - 1)

    def _y(self, value: float, low: float, high: float) -> float:
        return self.plot.y + (high - value) / (high - low) * self.plot.h


def ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Return round values between `low` and `high`, at most about `most`."""
    rough = (high - low) / max(1, most)
    power = 10.0 ** np.floor(np.log10(max(rough, 1e-12)))
    step = next(power * nice for nice in (1, 2, 2.5, 5, 10) if power * nice >= rough)
    first = int(np.ceil(low / step))
    return [float(step * k) for k in range(first, int(np.floor(high / step)) + 1)]
