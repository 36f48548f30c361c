"""The head of a scene: the way back, a title, a line below it, what stands at its right; and a room with such a head."""

from collections.abc import Sequence

import pygame

from game.ui.brush import Brush
from game.ui.buttons import IconButton, Kind
from game.ui.inputs import Key
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.scenes.ground import Ground
from game.ui.scrolling import Scroll
from game.ui.tokens import CAPTION, HEADING, LIST_LEADING
from game.ui.widgets import Role, Widget

WIDTH = 1040.0  # logical px of what is read below a head, at 100 % text
BUTTON, LEAD = 40.0, 56.0  # logical px: the way back, and where the words begin


class Head(Widget):
    """Title and note beside a button that leads back; the button's id is that of the head with `.back`."""

    role = Role.GROUP

    def __init__(self, name: str, label: str, note: str, back: str, side: Sequence[Widget] = ()) -> None:
        super().__init__(name, label)
        self.note, self.side = note, list(side)
        self.back = IconButton(f"{name}.back", back, "arrow-left", kind=Kind.PLAIN, size=BUTTON,
                               shortcut=Key(pygame.K_ESCAPE))  # fmt: skip
        self.add(self.back, *self.side)

    @property
    def value(self) -> str:
        """Return the line below the title."""
        return self.note

    def height(self, look: Look, width: float) -> float:
        """Return the height of both lines."""
        return max(BUTTON, self._title(look) + len(self._lines(look, width)) * self._pitch(look))

    def place(self, look: Look, box: Box) -> None:
        """Put the button at the left and the rest at the right."""
        self.box = box
        self.back.place(look, Box(box.x, box.cy - BUTTON / 2, BUTTON, BUTTON))
        x = box.right
        for widget in reversed(self.side):
            wide = widget.width(look)
            tall = widget.height(look, wide)
            x -= wide
            widget.place(look, Box(x, box.cy - tall / 2, wide, tall))
            x -= 10

    def paint(self, brush: Brush) -> None:
        """Draw title and note."""
        look, lines = brush.look, self._lines(brush.look, self.box.w)
        y = self.box.cy - (self._title(look) + len(lines) * self._pitch(look)) / 2
        x = self.box.x + LEAD
        brush.text(x, y + self._title(look) / 2, self.label, HEADING, width=self._room(look, self.box.w))
        brush.lines(x, y + self._title(look), lines, CAPTION, brush.theme.text2)

    def _room(self, look: Look, width: float) -> float:
        return width - LEAD - sum(widget.width(look) + 10 for widget in self.side)

    def _lines(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.note, CAPTION, self._room(look, width)) if self.note else []

    def _title(self, look: Look) -> float:
        return look.type.pitch(HEADING, 1.3)

    def _pitch(self, look: Look) -> float:
        return look.type.pitch(CAPTION, LIST_LEADING)


class Room(Ground):
    """A head above, and what scrolls below it, no wider than one reads with ease."""

    light = (0.5, 0.1)

    def __init__(self, head: Head, scroll: Scroll) -> None:
        super().__init__("room")
        self.head, self.scroll = head, scroll
        self.add(head, scroll)

    def place(self, look: Look, box: Box) -> None:
        """Share the window out."""
        self.box = box
        wide = min(WIDTH * max(1.0, look.text_size**0.5), box.w - 48)
        x = box.cx - wide / 2
        tall = self.head.height(look, wide)
        self.head.place(look, Box(x, box.y + 20, wide, tall))
        top = box.y + 20 + tall + 14
        self.scroll.place(look, Box(x, top, wide, max(40.0, box.bottom - 16 - top)))
