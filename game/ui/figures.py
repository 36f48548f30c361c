"""Large figures side by side with what they are above them, bars that push for or against, and plain facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from game.ui.brush import RIGHT, Brush
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tokens import CAPTION, CAPTION_STRONG, FIGURE, LIST_LEADING, RADIUS_CARD, ROW, Tone
from game.ui.widgets import Role, Widget

PAD, GAP = 14.0, 10.0  # logical px within a cell, and between cells
BAR, BAR_SHARE = 8.0, 0.30  # logical px of a bar's height; share of the row it can fill
LEAST_BAR = 3.0  # logical px: any weight shows


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is, how much, and how it stands."""

    what: str
    amount: str
    tone: Tone = Tone.PLAIN


class Figures(Widget):
    """Figures in cells of one well, as many a line as have room."""

    role: ClassVar[Role] = Role.LABEL

    def __init__(self, name: str, label: str, figures: Sequence[Figure]) -> None:
        super().__init__(name, label)
        self.figures = tuple(figures)

    @property
    def value(self) -> str:
        """Return the figures as one would read them out."""
        return ", ".join(f"{figure.what} {figure.amount}" for figure in self.figures)

    def height(self, look: Look, width: float) -> float:
        """Return the height of all lines of cells."""
        return len(self._lines(look, width)) * self._cell(look) + 8

    def paint(self, brush: Brush) -> None:
        """Draw the well and its cells."""
        theme, look, box = brush.theme, brush.look, self.box
        brush.box(box, RADIUS_CARD, theme.bg1b, border=theme.line)
        lines = self._lines(look, box.w)
        most = max(len(line) for line in lines)
        wide = (box.w - 2 * PAD) / most
        for down, line in enumerate(lines):
            for across, figure in enumerate(line):
                x, y = box.x + PAD + across * wide, box.y + 4 + down * self._cell(look)
                if across:
                    brush.post(x - PAD / 2, y + 10, self._cell(look) - 20)
                self._paint_figure(
                    brush, figure, Box(x + (PAD / 2 if across else 0), y, wide - PAD, self._cell(look))
                )

    def _paint_figure(self, brush: Brush, figure: Figure, cell: Box) -> None:
        look = brush.look
        first = look.type.pitch(CAPTION, LIST_LEADING)
        top = cell.cy - (first + look.type.pitch(FIGURE, LIST_LEADING)) / 2
        brush.text(cell.x, top + first / 2, figure.what, CAPTION, brush.theme.text2, width=cell.w)
        ink = brush.theme.text if figure.tone is Tone.PLAIN else brush.theme.tone(figure.tone)
        low = top + first + look.type.pitch(FIGURE, LIST_LEADING) / 2
        brush.text(cell.x, low, figure.amount, FIGURE, ink, width=cell.w)

    def _cell(self, look: Look) -> float:
        return look.type.pitch(CAPTION, LIST_LEADING) + look.type.pitch(FIGURE, LIST_LEADING) + 16

    def _lines(self, look: Look, width: float) -> list[tuple[Figure, ...]]:
        """Return the figures in lines of equal length, as long as all words fit."""
        wanted = max(
            (max(look.type.width(f.what, CAPTION), look.type.width(f.amount, FIGURE)) for f in self.figures),
            default=1.0,
        )
        most = max(1, int((width - 2 * PAD) // (wanted + PAD + 1)))
        count = -(-len(self.figures) // most)
        across = -(-len(self.figures) // max(1, count))
        return [self.figures[i : i + across] for i in range(0, len(self.figures), across)]


@dataclass(frozen=True, slots=True)
class Weight:
    """One thing that was weighed: its name, what was seen, how much it pushed (positive: for), and that push in words."""

    name: str
    seen: str
    push: float
    words: str


class Scales(Widget):
    """What spoke for and against, one row a thing: the bar to the right of the middle speaks for, to the left against."""

    role: ClassVar[Role] = Role.LABEL

    def __init__(self, name: str, label: str, weights: Sequence[Weight]) -> None:
        super().__init__(name, label)
        self.weights = tuple(weights)

    @property
    def value(self) -> str:
        """Return every row as one would read it out."""
        return ", ".join(" ".join(part for part in (w.name, w.seen, w.words) if part) for w in self.weights)

    def height(self, look: Look, width: float) -> float:
        """Return the height of all rows."""
        return len(self.weights) * self._row(look)

    def paint(self, brush: Brush) -> None:
        """Draw the rows and the line in the middle of the bars."""
        box = self.box
        half = box.w * BAR_SHARE / 2
        middle = box.right - half - brush.look.type.width("−0.0", CAPTION) - 8
        most = max((abs(weight.push) for weight in self.weights), default=1.0) or 1.0
        for i, weight in enumerate(self.weights):
            row = Box(box.x, box.y + i * self._row(brush.look), box.w, self._row(brush.look))
            self._paint_row(brush, weight, row, (middle, half / most))
        brush.post(middle, box.y + 2, box.h - 4, brush.theme.line2)

    def _paint_row(self, brush: Brush, weight: Weight, row: Box, scale: tuple[float, float]) -> None:
        theme, (middle, unit) = brush.theme, scale
        speaks_for = weight.push >= 0
        hue = theme.good if speaks_for else theme.bad
        brush.icon("plus" if speaks_for else "minus", row.x + 8, row.cy, 14, hue)
        left = middle - row.w * BAR_SHARE / 2
        seen = brush.text(left - 14, row.cy, weight.seen, ROW, theme.text2, at=RIGHT) if weight.seen else 0
        brush.text(row.x + 24, row.cy, weight.name, ROW, width=left - 26 - seen - row.x - 24)
        wide = max(LEAST_BAR, abs(weight.push) * unit)
        bar = Box(middle if speaks_for else middle - wide, row.cy - BAR / 2, wide, BAR)
        brush.box(bar, 3, hue)
        brush.text(row.right, row.cy, weight.words, CAPTION, theme.text2, at=RIGHT)

    def _row(self, look: Look) -> float:
        return look.type.pitch(ROW, LIST_LEADING) + 5


class Fact(Widget):
    """A name and, below it, what there is to know: a path, a licence."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, text: str) -> None:
        super().__init__(name, label)
        self.text = text

    @property
    def value(self) -> str:
        """Return what there is to know."""
        return self.text

    def height(self, look: Look, width: float) -> float:
        """Return the height of the name and the wrapped text."""
        lines = len(look.type.wrap(self.text, CAPTION, width)) * look.type.pitch(CAPTION, LIST_LEADING)
        return look.type.pitch(CAPTION_STRONG, LIST_LEADING) + lines

    def paint(self, brush: Brush) -> None:
        """Draw both."""
        first = brush.look.type.pitch(CAPTION_STRONG, LIST_LEADING)
        brush.text(self.box.x, self.box.y + first / 2, self.label, CAPTION_STRONG, width=self.box.w)
        lines = brush.look.type.wrap(self.text, CAPTION, self.box.w)
        brush.lines(self.box.x, self.box.y + first, lines, CAPTION, brush.theme.text2)
