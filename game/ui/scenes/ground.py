"""The window's ground behind scenes without a desk: the theme's darkest tone and a light in it; and the game's mark."""

from game.ui.brush import Brush
from game.ui.layout import Box
from game.ui.raster import Sweep
from game.ui.widgets import Widget

GLOW = 430.0  # logical px
MARK_TURNS = (18.0, 138.0, 258.0)  # where the mark's three arcs begin, and how long they are
MARK_ARC = 84.0


class Ground(Widget):
    """The root of a scene: fills the window, with a light at `light` (shares of width and height)."""

    is_island = False
    light = (0.5, 0.5)

    def paint(self, brush: Brush) -> None:
        """Fill the window."""
        brush.fill(self.box, brush.theme.bg0)
        x, y = self.box.x + self.box.w * self.light[0], self.box.y + self.box.h * self.light[1]
        brush.glow(x, y, GLOW, brush.theme.accent, round(34 * brush.theme.shade))


def paint_mark(brush: Brush, box: Box) -> None:
    """Draw the game's mark: three arcs that make a ring, on a tile."""
    theme = brush.theme
    brush.box(box, box.w * 0.24, theme.accent, fade=theme.accent_low)
    for turn in MARK_TURNS:
        brush.arc(box.cx, box.cy, Sweep(box.w * 0.27, box.w * 0.105, turn, turn + MARK_ARC), theme.on_accent)
