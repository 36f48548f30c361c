"""A slider over a list of stops, with a tick at the value now in force and a line that says what the new one would change."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.brush import RIGHT, Brush
from game.ui.inputs import Input, Key, Move, Press, Release
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, CAPTION_STRONG, LIST_LEADING, ROW_STRONG, TARGET, Tone
from game.ui.widgets import Act, Deed, Role, Target

KNOB, TRACK = 8.0, 6.0  # logical px: radius of the knob, height of the track
PAGES = 10  # PageUp and PageDown move by a tenth of the way


@dataclass(frozen=True, slots=True)
class Preview:
    """What a value would change: of what, and from what to what, in words."""

    what: str
    change: str
    tone: Tone = Tone.PLAIN


class Slider(Target):
    """Chooses one of `stops`, a rising list of numbers; `say` turns a number into words."""

    role = Role.SLIDER

    def __init__(self, name: str, label: str, stops: Sequence[float], value: float, say: Callable[[float], str], *,
                 tip: Tip | None = None) -> None:  # fmt: skip
        super().__init__(name, label, tip=tip)
        assert len(stops) > 0, "a slider needs somewhere to stand"
        self.stops, self.say = list(stops), say
        self.index = self.present = self.nearest(value)
        self.preview: Preview | None = None
        self.has_preview = True  # keeps the line's room even while there is nothing to say

    @property
    def number(self) -> float:
        """Return the chosen number, one of the stops."""
        return self.stops[self.index]

    @property
    def value(self) -> str:
        """Return the chosen number in words."""
        return self.say(self.number)

    def nearest(self, number: float) -> int:
        """Return the index of the stop nearest to a number."""
        after = bisect_left(self.stops, number)
        near = [i for i in (after - 1, after) if 0 <= i < len(self.stops)]
        return min(near, key=lambda i: abs(self.stops[i] - number))

    def set(self, number: float, *, present: float | None = None) -> None:
        """Show a number without telling anybody; `present` moves the tick."""
        self.index = self.nearest(number)
        self.present = self.present if present is None else self.nearest(present)
        self.touch()

    def foretell(self, preview: Preview | None) -> None:
        """Show what the chosen value would change."""
        if preview != self.preview:
            self.preview = preview
            self.touch()

    # ---- place

    def width(self, look: Look) -> float:
        """Return a width at which label, value and preview fit."""
        words = [look.type.width(self.label, ROW_STRONG), look.type.width(self.value, ROW_STRONG)]
        return sum(words) + 24

    def height(self, look: Look, width: float) -> float:
        """Return the height of label, track and preview."""
        lines = self._first(look) + (self._last(look) if self.has_preview else 0)
        return lines + TARGET - 4

    @property
    def track(self) -> Box:
        """Return where the knob's middle can be: a box of no height."""
        return Box(self.box.x + KNOB, self.box.y + self._track_y, self.box.w - 2 * KNOB, 0)

    def place(self, look: Look, box: Box) -> None:
        """Take a box and settle where the track lies in it."""
        super().place(look, box)
        self._track_y = self._first(look) + (TARGET - 4) / 2

    def _first(self, look: Look) -> float:
        return look.type.pitch(ROW_STRONG, LIST_LEADING)

    def _last(self, look: Look) -> float:
        return look.type.pitch(CAPTION, LIST_LEADING)

    # ---- input

    def handle(self, event: Input) -> Act | None:
        """Move by arrows, Home, End, PageUp, PageDown, or by dragging anywhere on the track."""
        if not self.enabled:
            return None
        if isinstance(event, Key):
            return self._by_key(event)
        if isinstance(event, Press):
            self.held = True
            return self._drag(event.x)
        if isinstance(event, Move) and self.held:
            return self._drag(event.x)
        if isinstance(event, Release) and self.held:
            self.held = False
            self.touch()
            return self.used()
        return None

    def _by_key(self, key: Key) -> Act | None:
        if key.alt or key.ctrl:
            return None
        page = max(1, len(self.stops) // PAGES)
        last = len(self.stops) - 1
        if key.code in (pygame.K_LEFT, pygame.K_DOWN):
            return self._stand(self.index - 1)
        if key.code in (pygame.K_RIGHT, pygame.K_UP):
            return self._stand(self.index + 1)
        ways = {
            pygame.K_HOME: 0,
            pygame.K_END: last,
            pygame.K_PAGEUP: self.index + page,
            pygame.K_PAGEDOWN: self.index - page,
        }
        return self._stand(ways[key.code]) if key.code in ways else None

    def _drag(self, x: float) -> Act:
        share = (x - self.track.x) / max(1.0, self.track.w)
        return self._stand(round(share * (len(self.stops) - 1)))

    def _stand(self, index: int) -> Act:
        """Stand on a stop; tell only if it is another one."""
        index = max(0, min(len(self.stops) - 1, index))
        self.touch()
        if index == self.index:
            return self.used()
        self.index = index
        return Act(self.id, Deed.CHANGE, self.number)

    # ---- drawing

    def paint(self, brush: Brush) -> None:
        """Draw label and value, the track with its tick, and the preview."""
        theme, box, look = brush.theme, self.box, brush.look
        ink = theme.text if self.enabled else theme.text3
        middle = box.y + self._first(look) / 2
        taken = brush.text(box.right, middle, self.value, ROW_STRONG, ink, at=RIGHT)
        brush.text(box.x, middle, self.label, ROW_STRONG, ink, width=box.w - taken - 10)
        self._paint_track(brush)
        if self.preview is not None:
            last = box.bottom - self._last(look) / 2
            tone = theme.tone(self.preview.tone)
            taken = brush.text(box.right, last, self.preview.change, CAPTION_STRONG, tone, at=RIGHT)
            brush.text(box.x, last, self.preview.what, CAPTION, theme.text2, width=box.w - taken - 10)

    def _paint_track(self, brush: Brush) -> None:
        theme, track = brush.theme, self.track
        line = Box(track.x - KNOB, track.y - TRACK / 2, track.w + 2 * KNOB, TRACK)
        brush.box(line, TRACK / 2, theme.bg3)
        knob = self._x(self.index)
        hue = theme.accent if self.enabled else theme.text3
        if self.index:
            brush.box(line._replace(w=knob - line.x), TRACK / 2, hue)
        if self.present != self.index:
            brush.box(Box(self._x(self.present) - 1, track.y - 7, 2, 14), 1, theme.text3)
        brush.disc(knob, track.y, KNOB + 1, theme.bg1)
        brush.disc(knob, track.y, KNOB + self.warmth * 0.8, theme.knob if self.enabled else theme.text3)

    def paint_focus(self, brush: Brush) -> None:
        """Draw the ring around the knob."""
        x, y = self._x(self.index), self.track.y
        side = 2 * KNOB + 4
        brush.ring(Box(x - side / 2, y - side / 2, side, side), side / 2)

    def _x(self, index: int) -> float:
        return self.track.x + self.track.w * index / max(1, len(self.stops) - 1)
