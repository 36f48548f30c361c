"""Small multiples: a chart on its own card, with its title, its present value and its change."""

from game.ui.brush import LEFT, RIGHT, Brush
from game.ui.buttons import tone_icon
from game.ui.charts import LineChart
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, CAPTION_STRONG, RADIUS_CARD, Face, Style, Tone
from game.ui.widgets import Role, Widget

CARD_HEAD = 34.0  # logical px at 100 % text: the title line
FIGURE = Style(14, Face.BOLD)


class ChartCard(Widget):
    """A small chart on its own card: title, present value, change with an arrow, and the curves."""

    role = Role.GROUP
    radius = RADIUS_CARD

    def __init__(self, name: str, label: str, chart: LineChart, *, figure: str = "", change: str = "",
                 tone: Tone = Tone.PLAIN) -> None:  # fmt: skip
        super().__init__(name, label)
        self.chart, self.figure, self.change, self.tone = chart, figure, change, tone
        self.about = name  # the term it is about
        self.add(chart)

    @property
    def term(self) -> str:
        """Return what the curves are."""
        return self.about

    @property
    def value(self) -> str:
        """Return value and change in words."""
        return " ".join(part for part in (self.figure, self.change) if part)

    @property
    def told(self) -> Tip | None:
        """Return what the curves are: over the title line, or once the keyboard is here; over the curves it would be in the way."""
        return self.tip if self.hovered or self.chart.shows_focus else None

    @property
    def anchor(self) -> Box:
        """Return the title line, or all of it while the curves are read by the keyboard."""
        return self.box if self.chart.shows_focus else self.box._replace(h=self.chart.box.y - self.box.y)

    def say(self, figure: str, change: str, tone: Tone) -> None:
        """Show another value and change."""
        self.figure, self.change, self.tone = figure, change, tone
        self.touch()

    def height(self, look: Look, width: float) -> float:
        """Return the height of the title line and the chart."""
        return self._head(look) + self.chart.height(look, width - 24) + 14

    def place(self, look: Look, box: Box) -> None:
        """Put the chart below the title line."""
        self.box = box
        top = self._head(look)
        self.chart.place(look, Box(box.x + 12, box.y + top, box.w - 24, max(10.0, box.h - top - 13)))

    def paint(self, brush: Brush) -> None:
        """Draw the card and its title line."""
        theme, box = brush.theme, self.box
        brush.box(box, self.radius, theme.bg1b, border=theme.line)
        y = box.y + self._head(brush.look) / 2 - 1
        right = box.right - 12
        if self.change:
            hue = theme.tone(self.tone)
            right -= brush.text(right, y, self.change, CAPTION_STRONG, hue, at=RIGHT) + 16
            brush.icon(tone_icon(self.tone), right + 6, y, 14, hue)
        figure = brush.look.type.width(self.figure, FIGURE)
        x = box.x + 12
        x += brush.text(x, y, self.label, CAPTION, theme.text2, width=right - x - figure - 12) + 8
        brush.text(x, y, self.figure, FIGURE, at=LEFT, width=right - x - 4)

    def _head(self, look: Look) -> float:
        return CARD_HEAD * (1 + (look.text_size - 1) * 0.5)
