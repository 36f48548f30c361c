"""A head above two columns that scroll by themselves; where there is little room the left one lies above the right one."""

from game.ui.layout import Box
from game.ui.look import Look
from game.ui.scenes.ground import Ground
from game.ui.scenes.heads import Head
from game.ui.scrolling import Scroll

LEFT, GAP, SIDE = 272.0, 14.0, 20.0  # logical px
LEAST_RIGHT = 560.0  # logical px at 100 % text; below, the columns lie one above the other
WIDEST = 1400.0  # logical px of both columns at 100 % text
UPPER = 0.34  # share of the height of the upper one where one lies above the other


class TwoColumns(Ground):
    """Head, left and right."""

    light = (0.25, 0.0)

    def __init__(self, name: str, head: Head, left: Scroll, right: Scroll) -> None:
        super().__init__(name)
        self.head, self.left, self.right = head, left, right
        self.add(head, left, right)

    def place(self, look: Look, box: Box) -> None:
        """Share the window out."""
        self.box = box
        wide = min(box.w - 2 * SIDE, WIDEST * max(1.0, look.text_size))
        x = box.cx - wide / 2
        tall = self.head.height(look, wide)
        self.head.place(look, Box(x, box.y + 16, wide, tall))
        top = box.y + 16 + tall + 12
        room = Box(x, top, wide, max(80.0, box.bottom - 12 - top))
        first = LEFT * max(1.0, float(look.text_size**0.9))
        if wide - first - GAP >= LEAST_RIGHT * max(1.0, float(look.text_size**0.5)):
            left, right = room.left(first, GAP)
        else:
            left, right = room.top(room.h * UPPER, GAP)
        self.left.place(look, left)
        self.right.place(look, right)
