"""What the card of a level is drawn with: the card itself, facts in rows, and how many stars there are."""

from game.ui.brush import RIGHT, Brush
from game.ui.groups import Column
from game.ui.labels import Gap
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.marks import star
from game.ui.scrolling import Scroll
from game.ui.tokens import CAPTION, CAPTION_STRONG, RADIUS_PANEL, ROW, ROW_STRONG
from game.ui.widgets import Role, Widget

PAD = 18.0  # logical px within the card


class Card(Widget):
    """What a level is about, and the ways into it."""

    role = Role.PANEL
    radius = RADIUS_PANEL

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label)

    def show(self, parts: list[Widget], ways_in: list[Widget]) -> None:
        """Show other parts, and other buttons below them."""
        self.clear()
        self.scroll = Scroll("levels.scroll", self.label, Column("levels.parts", *parts, gap=9))
        self.foot = Column("levels.foot", *(ways_in or [Gap("levels.foot.gap")]), gap=8)
        self.add(self.scroll, self.foot)

    def place(self, look: Look, box: Box) -> None:
        """Give the buttons their height and the rest to what is told."""
        self.box = box
        inner = box.inset(PAD)
        tall = self.foot.height(look, inner.w)
        self.scroll.place(look, Box(inner.x, inner.y - 4, inner.w, inner.h - tall - 8))
        self.foot.place(look, Box(inner.x, inner.bottom - tall, inner.w, tall))

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        brush.box(self.box, self.radius, brush.theme.bg1, border=brush.theme.line)


class FactRow(Widget):
    """An icon, what it is, and how much."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, amount: str, icon: str) -> None:
        super().__init__(name, label)
        self.amount, self.icon = amount, icon

    @property
    def value(self) -> str:
        """Return how much."""
        return self.amount

    def height(self, look: Look, width: float) -> float:
        """Return the height of a line, or two where name and amount do not fit side by side."""
        return look.type.pitch(ROW, 1.4) * (1 if self._fits(look, width) else 2)

    def paint(self, brush: Brush) -> None:
        """Draw the line."""
        theme, box, pitch = brush.theme, self.box, brush.look.type.pitch(ROW, 1.4)
        y = box.y + pitch / 2
        brush.icon(self.icon, box.x + 8, y, 15, theme.text3)
        brush.text(box.x + 24, y, self.label, CAPTION, theme.text2)
        low = y if self._fits(brush.look, box.w) else y + pitch
        brush.text(box.right, low, self.amount, CAPTION_STRONG, at=RIGHT)

    def _fits(self, look: Look, width: float) -> bool:
        words = look.type.width(self.label, CAPTION) + look.type.width(self.amount, CAPTION_STRONG)
        return words + 40 <= width


class Stars(Widget):
    """How many stars there are, of how many."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, amount: str) -> None:
        super().__init__(name, label)
        self.amount = amount

    @property
    def value(self) -> str:
        """Return how many."""
        return self.amount

    def height(self, look: Look, width: float) -> float:
        """Return the height of the pill."""
        return 42.0 + (look.text_size - 1) * ROW_STRONG.size

    def paint(self, brush: Brush) -> None:
        """Draw the pill."""
        theme, box = brush.theme, self.box
        brush.box(box, 12, theme.bg1, border=theme.line)
        star(brush, box.x + 24, box.cy, 9, theme.warn)
        taken = brush.text(box.right - 16, box.cy, self.amount, ROW_STRONG, at=RIGHT)
        brush.text(box.x + 42, box.cy, self.label, ROW, theme.text2, width=box.w - 66 - taken)
