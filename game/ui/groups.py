"""Widgets that hold others: columns, rows, grids and panels."""

from collections.abc import Sequence

from game.ui import layout
from game.ui.brush import Brush
from game.ui.layout import Box, Part, fixed, flex
from game.ui.look import Look
from game.ui.tokens import CAPTION, PANEL_PADDING, RADIUS_PANEL, TITLE
from game.ui.widgets import Role, Widget

HEADER_HEIGHT = 48.0  # logical px at 100 % text: panel title with its controls


class Column(Widget):
    """Children below each other, each as high as it wants; the flexible ones share what is left, down to nothing."""

    is_island = False

    def __init__(self, name: str, *children: Widget, gap: float = 8, flexible: Sequence[str] = (), arrows: bool = False
                 ) -> None:  # fmt: skip
        super().__init__(name)
        self.gap, self.flexible = gap, tuple(flexible)
        self.has_arrows = arrows
        self.add(*children)

    def height(self, look: Look, width: float) -> float:
        """Return the heights of all visible children and the gaps between."""
        heights = [child.height(look, width) for child in self._shown()]
        return sum(heights) + self.gap * max(0, len(heights) - 1)

    def place(self, look: Look, box: Box) -> None:
        """Stack the children from the top."""
        self.box = box
        shown = self._shown()
        parts = [flex() if child.id in self.flexible else fixed(child.height(look, box.w)) for child in shown]
        for child, part in zip(shown, layout.rows(box, parts, self.gap), strict=True):
            child.place(look, part)

    def _shown(self) -> list[Widget]:
        return [child for child in self.children if child.visible]


class Row(Widget):
    """Children side by side, with widths given as parts; a missing part is the child's natural width."""

    is_island = False

    def __init__(self, name: str, *children: Widget, parts: Sequence[Part | None] = (), gap: float = 8,
                 arrows: bool = False) -> None:  # fmt: skip
        super().__init__(name)
        self.gap, self.parts = gap, list(parts)
        self.has_arrows = arrows
        self.add(*children)

    def width(self, look: Look) -> float:
        """Return the widths of all children and the gaps between."""
        return sum(part.least for part in self._parts(look)) + self.gap * max(0, len(self.children) - 1)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the highest child at the width it gets."""
        widths = layout.sizes(width, self._parts(look), self.gap)
        return max((c.height(look, w) for c, w in zip(self.children, widths, strict=True)), default=0.0)

    def place(self, look: Look, box: Box) -> None:
        """Put the children side by side, each in the full height."""
        self.box = box
        for child, part in zip(self.children, layout.columns(box, self._parts(look), self.gap), strict=True):
            child.place(look, part)

    def _parts(self, look: Look) -> list[Part]:
        asked = self.parts + [None] * (len(self.children) - len(self.parts))
        return [part or fixed(child.width(look)) for part, child in zip(asked, self.children, strict=True)]


class Grid(Widget):
    """Children in equal cells, in reading order."""

    is_island = False

    def __init__(self, name: str, *children: Widget, across: int = 2, gap: float = 8) -> None:
        super().__init__(name)
        self.across, self.gap = across, gap
        self.add(*children)

    def height(self, look: Look, width: float) -> float:
        """Return the highest child's height in every line of cells."""
        cell = (width - self.gap * (self.across - 1)) / self.across
        tall = max((child.height(look, cell) for child in self.children), default=0.0)
        return tall * self._down() + self.gap * (self._down() - 1)

    def place(self, look: Look, box: Box) -> None:
        """Give each child its cell."""
        self.box = box
        cells = layout.grid(box, self.across, self._down(), self.gap)
        for child, cell in zip(self.children, cells, strict=False):
            child.place(look, cell)

    def _down(self) -> int:
        return max(1, -(-len(self.children) // self.across))


class Panel(Widget):
    """A card with a title, an icon, controls at the right of the title, and one body."""

    role = Role.PANEL
    radius = RADIUS_PANEL

    def __init__(self, name: str, label: str, body: Widget, *, icon: str = "", note: str = "",
                 side: Sequence[Widget] = (), padding: float = PANEL_PADDING) -> None:  # fmt: skip
        super().__init__(name, label)
        self.icon, self.note, self.padding = icon, note, padding
        self.body, self.side = body, list(side)
        self.add(*self.side, body)

    def header(self, look: Look) -> float:
        """Return the height of the title line."""
        return HEADER_HEIGHT * max(1.0, look.text_size) if self.label else self.padding

    def height(self, look: Look, width: float) -> float:
        """Return header, body and the padding below."""
        return self.header(look) + self.body.height(look, width - 2 * self.padding) + self.padding

    def place(self, look: Look, box: Box) -> None:
        """Put the controls at the right of the title and the body below."""
        self.box = box
        head, rest = box.top(self.header(look))
        x = box.right - self.padding
        for widget in reversed(self.side):
            wide, high = widget.width(look), widget.height(look, widget.width(look))
            x -= wide
            widget.place(look, Box(x, head.cy + 1 - high / 2, wide, high))
            x -= 8
        self.side_x = x
        self.body.place(
            look, Box(box.x + self.padding, rest.y, box.w - 2 * self.padding, rest.h - self.padding)
        )

    def paint(self, brush: Brush) -> None:
        """Draw the card and its title."""
        theme = brush.theme
        brush.box(self.box, self.radius, theme.bg1, border=theme.line)
        if not self.label:
            return
        x, y = self.box.x + self.padding, self.box.y + self.header(brush.look) / 2 + 1
        if self.icon:
            brush.icon(self.icon, x + 11, y, 18, theme.accent)
            x += 28
        x += brush.text(x, y, self.label, TITLE, width=self.side_x - x) + 10
        if self.note and self.side_x - x > 40:
            brush.text(x, y + 0.5, self.note, CAPTION, theme.text2, width=self.side_x - x)
