"""A chart one draws on: the weeks so far, and the weeks to come as somebody expects them, with a band for the doubt.

The mouse draws where it is dragged; on the keyboard, left and right choose a week and up and down move it. Weeks not touched yet
follow the last one that was, so that a straight line costs one stroke.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pygame

from game.study import sketches
from game.ui.brush import Brush
from game.ui.charts import LineChart, Sentences, Series, ticks
from game.ui.inputs import Input, Key, Move, Press, Release
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tokens import CAPTION, CAPTION_STRONG
from game.ui.widgets import Act, Role

MOST_PAST = 26  # weeks shown before the drawing
STEPS, PAGE = 60, 6  # of the height, for one press of up or down, and for one of page up or down
HEADROOM = 1.6  # of the highest week so far: how high one can draw
HIGH = 220.0  # logical px
LEAST = 0.02  # of the height: the band's half width at nothing


class AxisChart(LineChart):
    """A chart whose axis has room for its words, whatever they measure."""

    lead = 44.0  # logical px left of the curves

    def place(self, look: Look, box: Box) -> None:
        """Take a box, and find out what the words at the axis need."""
        super().place(look, box)
        words = (self.sentences.ticks(tick) for tick in ticks(*self.range()))
        self.lead = max((look.type.width(word, CAPTION) for word in words), default=0.0) + 14

    @property
    def plot(self) -> Box:
        """Return where the curves are drawn."""
        box = self.box
        return Box(box.x + self.lead, box.y + 8, max(1.0, box.w - self.lead - 8), max(1.0, box.h - 22))


class Sketchpad(AxisChart):
    """Draws `weeks` values after those of the past. `say` writes an amount; `floor` and `ceiling` bound what can be drawn."""

    role = Role.SLIDER

    def __init__(self, name: str, label: str, past: Sequence[float], weeks: int, say: Callable[[float], str], *,
                 ceiling: float | None = None, floor: float | None = 0.0) -> None:  # fmt: skip
        self.past = [float(value) for value in past[-MOST_PAST:]] or [0.0]
        self.weeks, self.floor, self.ceiling = weeks, floor, ceiling
        self.middle = [self.past[-1]] * weeks
        self.spread = 0.2
        self.at = 0  # the week the keys move
        self._touched: set[int] = set()
        self._last: int | None = None  # the week the mouse drew last in this stroke
        self._span = self._reach()
        super().__init__(name, label, (), Sentences(point=self._point, ticks=say), has_axis=True)
        self._say = say
        self.speaks = Sentences()
        self._redraw()

    # ---- what is drawn

    @property
    def value(self) -> str:
        """Return the week the keys move, as drawn."""
        return self.speaks.point(self.at)

    @property
    def band(self) -> tuple[list[float], list[float]]:
        """Return the low and the high edge, week by week: the doubt grows with the root of time."""
        halves = sketches.halves(self.middle, self.spread, LEAST * self._height)
        lows = [self._bounded(value - half) for value, half in zip(self.middle, halves, strict=True)]
        return lows, [self._bounded(value + half) for value, half in zip(self.middle, halves, strict=True)]

    def widen(self, spread: float) -> None:
        """Set how unsure one is, as a share of the last week's value."""
        self.spread = spread
        self._redraw()

    def draw_at(self, week: int, value: float) -> None:
        """Move one week, from 0; those after it that were not touched follow."""
        self.middle[week] = self._bounded(value)
        self._touched.add(week)
        for later in range(week + 1, self.weeks):
            if later in self._touched:
                break
            self.middle[later] = self.middle[week]
        self.at = week
        self._redraw()

    def _bounded(self, value: float) -> float:
        low = value if self.floor is None else max(self.floor, value)
        return low if self.ceiling is None else min(self.ceiling, low)

    def _reach(self) -> tuple[float, float]:
        low, high = min(self.past), max(self.past)
        if self.ceiling is not None:
            return 0.0, self.ceiling
        room = max(high - low, abs(high), 1.0) * (HEADROOM - 1)
        return (min(0.0, low - room) if self.floor is None else 0.0), max(high + room, 10.0)

    @property
    def _height(self) -> float:
        return self._span[1] - self._span[0]

    def _redraw(self) -> None:
        nothing = [np.nan] * (len(self.past) - 1)
        low, high = self.band
        now = self.past[-1]
        past = np.array([*self.past, *[np.nan] * self.weeks])
        drawn, lows, highs = (np.array([*nothing, now, *curve]) for curve in (self.middle, low, high))
        self.show([Series(drawn, 1, is_dashed=True, low=lows, high=highs), Series(past, 0, is_filled=True)])

    def _point(self, index: int) -> str:
        return self.speaks.point(index - len(self.past))

    # ---- drawing

    def range(self) -> tuple[float, float]:
        """Return a range that does not move under the hand."""
        return self._span

    def height(self, look: Look, width: float) -> float:
        """Return a height one can draw in."""
        return HIGH * float(max(1.0, look.text_size**0.5))

    def paint(self, brush: Brush) -> None:
        """Draw the chart and a point for every week to come; the one the keys move is larger."""
        super().paint(brush)
        low, high = self._span
        for i, value in enumerate(self.middle):
            x, y = self._x(len(self.past) + i), self._y(value, low, high)
            is_here = i == self.at
            brush.disc(x, y, 6.5 if is_here else 4.0, brush.theme.bg1)
            brush.disc(x, y, 5.0 if is_here else 2.8, brush.theme.firm(1))

        brush.text(self.plot.x + 10, self.plot.y + 8, self.value, CAPTION_STRONG, brush.theme.firm(1))

    def _paint_end(self, brush: Brush, low: float, high: float) -> None:
        """Draw no end: the points are drawn one by one."""

    # ---- input

    def handle(self, event: Input) -> Act | None:
        """Draw with the mouse, move with the keys."""
        if isinstance(event, Press):
            self.held, self._last = True, None
            self._stroke(event.x, event.y)
            return self.used()
        if isinstance(event, Move) and self.held:
            self._stroke(event.x, event.y)
            return self.used()
        if isinstance(event, Release) and self.held:
            self.held, self._last = False, None
            return self.used()
        if isinstance(event, Key) and not (event.ctrl or event.alt):
            return self._by_key(event)
        return None

    def _by_key(self, key: Key) -> Act | None:
        step = self._height / STEPS
        across = {
            pygame.K_LEFT: self.at - 1,
            pygame.K_RIGHT: self.at + 1,
            pygame.K_HOME: 0,
            pygame.K_END: self.weeks - 1,
        }
        up = {
            pygame.K_UP: step,
            pygame.K_DOWN: -step,
            pygame.K_PAGEUP: PAGE * step,
            pygame.K_PAGEDOWN: -PAGE * step,
        }
        if key.code in across:
            self.at = max(0, min(self.weeks - 1, across[key.code]))
            self.touch()
            return self.used()
        if key.code in up:
            value = self.middle[self.at] + up[key.code]
            self.draw_at(self.at, max(self._span[0], min(self._span[1], value)))
            return self.used()
        return None

    def _stroke(self, x: float, y: float) -> None:
        """Draw to a point; weeks that a quick hand jumped over lie between."""
        share = (x - self.plot.x) / max(1.0, self.plot.w)
        week = max(0, min(self.weeks - 1, round(share * max(1, self.length - 1)) - len(self.past)))
        low, high = self._span
        value = high - max(0.0, min(1.0, (y - self.plot.y) / max(1.0, self.plot.h))) * (high - low)
        first = week if self._last is None else self._last
        start = self.middle[first]
        for between in range(min(first, week), max(first, week) + 1):
            part = (between - first) / (week - first) if week != first else 1.0
            if between != first or week == first:
                self.draw_at(between, start + (value - start) * part)
        self._last = self.at = week
