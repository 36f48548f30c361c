"""A decision laid out: one line a reason with its weight on both sides, a bar for or against, and what moved it.

The bars follow each other as a sum is made: each begins where the one before it ended, and the last line is where they end.
"""

from game.ui import marks
from game.ui.brush import RIGHT, Brush
from game.ui.buttons import warm
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.readings.reasons import Origin, Reason, Reckoned
from game.ui.tokens import (
    BODY_STRONG,
    CAPTION,
    CAPTION_STRONG,
    LIST_LEADING,
    RADIUS_CARD,
    ROW,
    ROW_STRONG,
    TARGET,
)
from game.ui.widgets import Act, Deed, Role, Target, Widget

PAD, GAP, ICON = 8.0, 12.0, 26.0  # logical px
BAR, LEAST_BAR = 12.0, 2.0  # logical px: height of a bar; any weight shows
LEAST_BARS, MOST_BARS = 130.0, 260.0  # logical px the bars take
LEAST_ORIGIN = 250.0  # logical px at 100 % text below which what moved a reason stands on a line of its own


class OriginChip(Target):
    """What moved a reason: week, decision and part. Pressing it asks what would have been without it."""

    role = Role.BUTTON
    radius = RADIUS_CARD

    def __init__(self, name: str, origin: Origin) -> None:
        super().__init__(name, origin.what)
        self.origin = origin
        self.enabled = origin.choice is not None

    @property
    def reachable(self) -> bool:
        """Return whether Tab stops here: only at a decision, which can be left out."""
        return self.visible and self.enabled

    @property
    def value(self) -> str:
        """Return week and part."""
        return " ".join(part for part in (self.origin.week, self.origin.amount) if part)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the wrapped words."""
        lines = len(self._lines(look, width)) * look.type.pitch(CAPTION, LIST_LEADING)
        return max(TARGET, lines + 10) if self.origin.week else lines + 10

    def activate(self) -> Act | None:
        """Ask what would have been without it."""
        return Act(self.id, Deed.PRESS, self.origin.choice) if self.enabled else None

    def paint(self, brush: Brush) -> None:
        """Draw week, words and part; the ground is a card only where there is something to press."""
        theme, box, origin = brush.theme, self.box, self.origin
        if origin.week:
            edge = theme.warn if origin.turns else theme.line2 if self.enabled else theme.line
            ground = warm(theme.bg2, self, theme) if self.enabled else theme.bg1
            brush.box(box, self.radius, ground, border=edge, width=1.5 if origin.turns else 1)
        x, right = box.x + PAD, box.right - PAD
        if origin.week:
            x += brush.text(x, box.cy, origin.week, CAPTION_STRONG, theme.accent) + 8
            ink = theme.good if origin.amount.startswith("+") else theme.bad
            brush.text(right, box.cy, origin.amount, CAPTION_STRONG, ink, at=RIGHT)
        lines = self._lines(brush.look, box.w)
        top = box.cy - len(lines) * brush.look.type.pitch(CAPTION, LIST_LEADING) / 2
        ink = theme.text if origin.week else theme.text3
        brush.lines(x, top, lines, CAPTION, ink, leading=LIST_LEADING)

    def _lines(self, look: Look, width: float) -> list[str]:
        week = look.type.width(self.origin.week, CAPTION_STRONG) + 8 if self.origin.week else 0.0
        amount = look.type.width(self.origin.amount, CAPTION_STRONG) + 10 if self.origin.amount else 0.0
        return look.type.wrap(self.label, CAPTION, max(60.0, width - 2 * PAD - week - amount))


class Reckoning(Widget):
    """The reasons of one decision, and their sum."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, found: Reckoned) -> None:
        super().__init__(name, label)
        self.found = found
        self.chips: dict[str, OriginChip] = {}
        for reason in found.reasons:
            if reason.origin is not None:
                self.chips[reason.id] = OriginChip(f"{name}.{reason.id}", reason.origin)
        self.add(*self.chips.values())

    @property
    def value(self) -> str:
        """Return every line as one would read it out."""
        found = self.found
        lines = [f"{r.name} {r.own}, {r.theirs}: {r.amount}" for r in found.reasons]
        return "; ".join([*lines, f"{found.sums[0]}, {found.sums[1]}: {found.total}"])

    # ---- place

    def height(self, look: Look, width: float) -> float:
        """Return the height of head, lines and sum."""
        self._measure(look, width)
        return self._head(look) + sum(self._tall(look, r) for r in self.found.reasons) + self._foot(look)

    def place(self, look: Look, box: Box) -> None:
        """Take a box, and put what moved each reason beside it or below."""
        self.box = box
        self._measure(look, box.w)
        y = box.y + self._head(look)
        self._rows: list[Box] = []
        for reason in self.found.reasons:
            tall = self._tall(look, reason)
            self._rows.append(Box(box.x, y, box.w, tall))
            chip = self.chips.get(reason.id)
            if chip is not None:
                high = chip.height(look, self._origin)
                top = y + tall - high - 2 if self._is_below else y + (tall - high) / 2
                chip.place(look, Box(box.right - self._origin, top, self._origin, high))
            y += tall
        self._sum = Box(box.x, y + 4, box.w, self._foot(look) - 4)

    def _measure(self, look: Look, width: float) -> None:
        """Settle the columns: name, own, theirs, bars, difference, origin."""
        wide, found = look.type.width, self.found
        self._name = max((wide(r.name, ROW_STRONG) for r in found.reasons), default=0.0) + ICON + GAP
        own = [r.own for r in found.reasons] + [found.sums[0]]
        theirs = [r.theirs for r in found.reasons] + [found.sums[1]]
        totals = [r.amount for r in found.reasons] + [found.total]
        self._own = max(wide(text, ROW_STRONG) for text in own) + GAP
        self._theirs = max(wide(text, ROW_STRONG) for text in theirs) + GAP
        self._amount = max(wide(text, BODY_STRONG) for text in totals) + GAP
        rest = width - PAD - self._name - self._own - self._theirs - self._amount
        least = LEAST_ORIGIN * look.text_size
        self._is_below = rest - LEAST_BARS - GAP < least
        self._bars = min(MOST_BARS, max(40.0, rest if self._is_below else rest - GAP - least))
        self._origin = width - ICON if self._is_below else rest - self._bars - GAP

    def _tall(self, look: Look, reason: Reason) -> float:
        line = max(30.0, look.type.pitch(ROW_STRONG, LIST_LEADING) + 8)
        chip = self.chips.get(reason.id)
        if chip is None:
            return line
        high = chip.height(look, self._origin) + 4
        return line + high if self._is_below else max(line, high)

    def _head(self, look: Look) -> float:
        return look.type.pitch(CAPTION_STRONG, 1.9)

    def _foot(self, look: Look) -> float:
        return look.type.pitch(BODY_STRONG, 1.4) + 18

    # ---- drawing

    def paint(self, brush: Brush) -> None:
        """Draw the table."""
        x = self.box.x + self._name
        own, theirs = x + self._own - GAP, x + self._own + self._theirs - GAP
        bars = Box(x + self._own + self._theirs, self.box.y, self._bars, self.box.h)
        middle = self.box.y + self._head(brush.look) / 2
        for right, firm in ((own, self.found.firms[0]), (theirs, self.found.firms[1])):
            marks.firm_mark(brush, firm, right - 6, middle, 5)
        low, high = self._reach()
        unit = bars.w / max(1, high - low)
        zero = bars.x - low * unit
        self._paint_grounds(brush, bars, zero)
        at = 0
        for reason, row in zip(self.found.reasons, self._rows, strict=True):
            self._paint_row(brush, reason, row, (own, theirs, bars.right + self._amount))
            line = row.y + self._line(brush.look, row, reason) / 2
            self._paint_bar(brush, zero + at * unit, zero + (at + reason.push) * unit, line, reason.push)
            at += reason.push
        self._paint_sum(brush, (own, theirs, bars.right + self._amount), zero, unit)

    def _line(self, look: Look, row: Box, reason: Reason) -> float:
        """Return the height of a row's first line, where its figures stand."""
        chip = self.chips.get(reason.id)
        return row.h - chip.height(look, self._origin) - 4 if chip is not None and self._is_below else row.h

    def _reach(self) -> tuple[int, int]:
        """Return the least and the most that the sum comes to on its way."""
        at, low, high = 0, 0, 0
        for reason in self.found.reasons:
            at += reason.push
            low, high = min(low, at), max(high, at)
        return low, high

    def _paint_grounds(self, brush: Brush, bars: Box, zero: float) -> None:
        """Tint the side that speaks against and the one that speaks for."""
        rows = self._rows
        if not rows:
            return
        top, foot = rows[0].y, rows[-1].bottom
        theme = brush.theme
        if zero - bars.x > 1:
            brush.box(Box(bars.x, top, zero - bars.x, foot - top), 0, theme.bad, alpha=20)
        if bars.right - zero > 1:
            brush.box(Box(zero, top, bars.right - zero, foot - top), 0, theme.good, alpha=20)
        brush.post(zero, top, self._sum.bottom - 6 - top, theme.text3)

    def _paint_row(self, brush: Brush, reason: Reason, row: Box, rights: tuple[float, float, float]) -> None:
        theme = brush.theme
        y = row.y + self._line(brush.look, row, reason) / 2
        if reason.origin is not None and reason.origin.turns:
            brush.box(row.inset(0, 1), RADIUS_CARD, theme.warn, alpha=26)
        brush.icon(reason.icon, row.x + 12, y, 16, theme.text2)
        brush.text(row.x + ICON, y, reason.name, ROW_STRONG)
        brush.text(rights[0], y, reason.own, ROW, theme.text2, at=RIGHT)
        brush.text(rights[1], y, reason.theirs, ROW, theme.text2, at=RIGHT)
        ink = theme.good if reason.push > 0 else theme.bad if reason.push < 0 else theme.text2
        brush.text(rights[2], y, reason.amount, ROW_STRONG, ink, at=RIGHT)

    def _paint_bar(self, brush: Brush, start: float, end: float, y: float, push: int) -> None:
        left, wide = min(start, end), max(LEAST_BAR, abs(end - start))
        hue = brush.theme.good if push >= 0 else brush.theme.bad
        brush.box(Box(left, y - BAR / 2, wide, BAR), 3, hue)

    def _paint_sum(self, brush: Brush, rights: tuple[float, float, float], zero: float, unit: float) -> None:
        theme, box, found = brush.theme, self._sum, self.found
        brush.box(box, RADIUS_CARD, theme.bg2, border=theme.line2)
        brush.icon("scale", box.x + 12, box.cy, 16)
        brush.text(box.x + ICON, box.cy, self.label, BODY_STRONG)
        brush.text(rights[0], box.cy, found.sums[0], ROW_STRONG, at=RIGHT)
        brush.text(rights[1], box.cy, found.sums[1], ROW_STRONG, at=RIGHT)
        ink = theme.good if found.margin >= 0 else theme.bad
        brush.text(rights[2], box.cy, found.total, BODY_STRONG, ink, at=RIGHT)
        self._paint_bar(brush, zero, zero + found.margin * unit, box.cy, found.margin)
