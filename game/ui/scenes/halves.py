"""Panels side by side where there is room, else one below the other; small rings in as few lines as fit."""

from game.ui.groups import Grid
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.widgets import Widget

GUTTER = 12.0  # logical px
WIDE = 1000.0  # logical px at 100 % text from which panels stand side by side


class Halves(Widget):
    """Two things side by side where the window is wide enough, else one below the other."""

    is_island = False

    def __init__(
        self, name: str, left: Widget, right: Widget, *, left_share: float = 0.47, wide: float = WIDE
    ) -> None:
        super().__init__(name)
        self.left_share, self.wide = left_share, wide
        self.add(left, right)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the higher, or of both."""
        left, right = self.children
        if not self._is_wide(look, width):
            return left.height(look, width) + GUTTER + right.height(look, width)
        wide = (width - GUTTER) * self.left_share
        return max(left.height(look, wide), right.height(look, width - GUTTER - wide))

    def place(self, look: Look, box: Box) -> None:
        """Put both."""
        self.box = box
        left, right = self.children
        if self._is_wide(look, box.w):
            first, second = box.left((box.w - GUTTER) * self.left_share, GUTTER)
        else:
            first, second = box.top(left.height(look, box.w), GUTTER)
        left.place(look, first)
        right.place(look, second)

    def _is_wide(self, look: Look, width: float) -> bool:
        return bool(width >= self.wide * look.text_size**0.5)


class Rings(Grid):
    """Small rings in one line, or in two where there is little room."""

    def height(self, look: Look, width: float) -> float:
        """Return the height of the lines."""
        self.across = self._fitting(look, width)
        return super().height(look, width)

    def place(self, look: Look, box: Box) -> None:
        """Give each ring its cell."""
        self.across = self._fitting(look, box.w)
        super().place(look, box)

    def _fitting(self, look: Look, width: float) -> int:
        count = max(1, len(self.children))
        most = max(1, int((width + self.gap) // (92 * max(1.0, look.text_size) + self.gap)))
        return count if most >= count else -(-count // -(-count // most))
