"""Turning points drawn: a card a decision with both futures in small, bars of who could still win, the weakest link by week."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from game.ui import curves
from game.ui.brush import CENTRE, RIGHT, Brush
from game.ui.buttons import warm
from game.ui.curves import Stroke
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.readings.turning import Bar, Turning
from game.ui.tokens import BODY_STRONG, CAPTION, CAPTION_STRONG, HEADING, LIST_LEADING, RADIUS_CARD, Tone
from game.ui.widgets import Act, Deed, Role, Target, Widget

PAD, NUMBER = 12.0, 30.0  # logical px: inside a card, and for its number
CURVE = 96.0  # logical px of both futures in small
LEAST_WORDS = 260.0  # logical px of words at 100 % text below which no curve is drawn
BARS, CELLS = 64.0, 12.0  # logical px: height of the bars, and of a row of the weakest links


class TurningCard(Target):
    """One decision that mattered; pressing it shows both futures."""

    role = Role.BUTTON
    radius = RADIUS_CARD

    def __init__(self, name: str, turning: Turning) -> None:
        super().__init__(name, turning.what)
        self.turning = turning

    @property
    def value(self) -> str:
        """Return the week and what would have been without it."""
        return " · ".join((self.turning.week, self.turning.effect, self.turning.users))

    def height(self, look: Look, width: float) -> float:
        """Return the height of all lines."""
        head = look.type.pitch(CAPTION_STRONG, LIST_LEADING)
        what = len(self._what(look, width)) * look.type.pitch(BODY_STRONG, LIST_LEADING)
        rest = len(self._rest(look, width)) * look.type.pitch(CAPTION, 1.4)
        return head + what + rest + 2 * PAD

    def activate(self) -> Act | None:
        """Ask for both futures."""
        return Act(self.id, Deed.PRESS, self.turning.choice)

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box, look, told = brush.theme, self.box, brush.look, self.turning
        brush.box(box, self.radius, warm(theme.bg2, self, theme), border=theme.line)
        brush.text(box.x + PAD + 8, box.cy, str(told.number), HEADING, theme.text2, at=CENTRE)
        x, y = box.x + PAD + NUMBER, box.y + PAD
        head = look.type.pitch(CAPTION_STRONG, LIST_LEADING)
        brush.icon(told.icon, x + 7, y + head / 2, 14, theme.text2)
        brush.text(x + 20, y + head / 2, told.week, CAPTION_STRONG, theme.accent)
        y = brush.lines(x, y + head, self._what(look, box.w), BODY_STRONG, theme.text, leading=LIST_LEADING)
        effect = look.type.wrap(told.effect, CAPTION, self._words(look, box.w))
        ink = theme.text if told.tone is Tone.PLAIN else theme.tone(told.tone)
        y = brush.lines(x, y, effect, CAPTION, ink, leading=1.4)
        users = look.type.wrap(told.users, CAPTION, self._words(look, box.w))
        brush.lines(x, y, users, CAPTION, theme.text2, leading=1.4)
        if self._has_curve(look, box.w):
            self._paint_curves(
                brush, Box(box.right - PAD - CURVE, box.y + PAD + 4, CURVE, box.h - 2 * PAD - 8)
            )

    def _paint_curves(self, brush: Brush, box: Box) -> None:
        told, theme, rect = self.turning, brush.theme, brush.rect(box)
        most = max((*told.actual, *told.without, 1.0))
        weeks = max(len(told.actual), len(told.without), 2)
        thick, dash = 2 * brush.look.scale, round(4 * brush.look.scale)
        for values, hue, stroke in (
            (told.actual, theme.firm(1), Stroke(thick, dash)),
            (told.without, theme.accent, Stroke(thick)),
        ):
            if not values:
                continue
            heights = 1 - np.array(values) / most
            size = (max(1, round(rect.w * (len(values) - 1) / (weeks - 1))), rect.h)
            key = ("turning", heights.tobytes(), size, stroke, hue)
            make = partial(curves.curve, heights, size, stroke, hue)
            brush.surface.blit(brush.look.cache.get(key, make), rect.topleft)
            end = box.x + box.w * (len(values) - 1) / (weeks - 1)
            brush.disc(end, box.bottom - box.h * values[-1] / most, 3, hue)

    def _what(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.label, BODY_STRONG, self._words(look, width))

    def _rest(self, look: Look, width: float) -> list[str]:
        words = self._words(look, width)
        return [
            *look.type.wrap(self.turning.effect, CAPTION, words),
            *look.type.wrap(self.turning.users, CAPTION, words),
        ]

    def _has_curve(self, look: Look, width: float) -> bool:
        return width - 2 * PAD - NUMBER - CURVE - 16 >= LEAST_WORDS * look.text_size

    def _words(self, look: Look, width: float) -> float:
        return width - 2 * PAD - NUMBER - (CURVE + 16 if self._has_curve(look, width) else 0)


class ChanceBars(Widget):
    """Who could still win from which week on: a bar a week that was tried, the last one with a winner marked."""

    role = Role.PICTURE

    def __init__(self, name: str, label: str, bars: Sequence[Bar], last: int | None) -> None:
        super().__init__(name, label)
        self.bars, self.last = tuple(bars), last

    @property
    def value(self) -> str:
        """Return the bars as numbers."""
        return ", ".join(f"{bar.week}: {bar.winners}/{bar.tried}" for bar in self.bars)

    def height(self, look: Look, width: float) -> float:
        """Return the height of bars and the words around them."""
        return BARS + 2 * look.type.pitch(CAPTION_STRONG, 1.4)

    def paint(self, brush: Brush) -> None:
        """Draw the bars."""
        theme, box = brush.theme, self.box
        pitch = brush.look.type.pitch(CAPTION_STRONG, 1.4)
        step = min(90.0, box.w / max(1, len(self.bars)))
        foot = box.bottom - pitch
        for i, bar in enumerate(self.bars):
            x = box.x + i * step
            share = bar.winners / max(1, bar.tried)
            well = Box(x, foot - BARS, step - 6, BARS)
            brush.box(well, 4, theme.bg1b, border=theme.line)
            if bar.winners:
                high = max(4.0, BARS * share)
                brush.box(Box(x, foot - high, step - 6, high), 4, theme.good)
            middle = x + (step - 6) / 2
            brush.text(
                middle, box.y + pitch / 2, f"{bar.winners}/{bar.tried}", CAPTION, theme.text2, at=CENTRE
            )
            brush.text(middle, foot + pitch / 2, str(bar.week), CAPTION_STRONG, theme.text, at=CENTRE)


class LinkStrip(Widget):
    """The weakest link of the loop by week: a row a link, filled in the weeks in which it was the weakest."""

    role = Role.PICTURE

    def __init__(self, name: str, label: str, links: Sequence[tuple[str, tuple[bool, ...]]]) -> None:
        super().__init__(name, label)
        self.links = tuple(links)

    @property
    def value(self) -> str:
        """Return how many weeks each link was the weakest."""
        return ", ".join(f"{word} {sum(weeks)}" for word, weeks in self.links)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the rows."""
        return len(self.links) * self._pitch(look)

    def paint(self, brush: Brush) -> None:
        """Draw the rows; how often each was the weakest stands at the right."""
        theme, look, pitch = brush.theme, brush.look, self._pitch(brush.look)
        name = max(look.type.width(word, CAPTION) for word, _ in self.links) + 10
        side = max(look.type.width(str(sum(weeks)), CAPTION_STRONG) for _, weeks in self.links) + 8
        for row, (word, weeks) in enumerate(self.links):
            y = self.box.y + (row + 0.5) * pitch
            brush.text(self.box.x, y, word, CAPTION, theme.text2)
            brush.text(self.box.right, y, str(sum(weeks)), CAPTION_STRONG, theme.text, at=RIGHT)
            wide = (self.box.w - name - side) / max(1, len(weeks))
            brush.box(Box(self.box.x + name, y - CELLS / 2, wide * len(weeks), CELLS), 3, theme.bg1b)
            for start, end in runs(weeks):
                place = Box(self.box.x + name + start * wide, y - CELLS / 2, (end - start) * wide, CELLS)
                brush.box(place, 3, theme.bad)

    def _pitch(self, look: Look) -> float:
        return max(CELLS + 6, look.type.pitch(CAPTION, 1.5))


def runs(weeks: Sequence[bool]) -> list[tuple[int, int]]:
    """Return where each unbroken run of True begins, and just beyond where it ends."""
    edges = [i for i in range(len(weeks) + 1) if (i > 0 and weeks[i - 1]) != (i < len(weeks) and weeks[i])]
    return list(zip(edges[::2], edges[1::2], strict=True))
