"""A window onto something taller than its place."""

import pygame

from game.ui.brush import Brush
from game.ui.inputs import Input, Key, Move, Press, Release, Wheel
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.widgets import Act, Role, Widget

PAD = 5.0  # logical px around the child, so that a focus ring at its edge is seen whole
LINE = 40.0  # logical px a wheel's notch or an arrow moves
BAR_WIDTH, BAR_ROOM, LEAST_BAR = 6.0, 12.0, 28.0  # logical px


class Scroll(Widget):
    """Shows part of one tall child; wheel, keys and a bar move it, and the focus draws it along."""

    role = Role.LIST
    focusable = True
    clips = True

    def __init__(
        self, name: str, label: str, content: Widget, *, arrows: bool = True, pad: float = PAD
    ) -> None:
        super().__init__(name, label)
        self.content, self.offset, self.pad = content, 0.0, pad
        self.has_arrows = arrows
        self.is_read = False  # whether there is more in it to read than what takes the focus
        self.add(content)
        self._tall, self._grip = 0.0, 0.0

    @property
    def reachable(self) -> bool:
        """Return whether Tab stops at the list itself: if it scrolls, and nothing in it takes the focus or it is to be read."""
        is_stop = self.is_read or not any(below.reachable for below in self.content.walk())
        return self.visible and self.overflow > 0 and is_stop

    @property
    def overflow(self) -> float:
        """Return how much taller the child is than its window, logical px."""
        over = self._tall - self.box.h
        return over if over > 1 else 0.0

    def width(self, look: Look) -> float:
        """Return the child's width."""
        return self.content.width(look) + BAR_ROOM

    def height(self, look: Look, width: float) -> float:
        """Return the child's whole height."""
        return self.content.height(look, width) + 2 * self.pad

    def place(self, look: Look, box: Box) -> None:
        """Place the child at its full height, shifted by what is scrolled away."""
        box = box.inset(
            -self.pad, 0
        )  # rings show beside the child, and the child keeps to its neighbours' edges
        self.box, self._look = box, look
        inner = box.w - 2 * self.pad
        self._tall = self.height(look, inner)
        inner -= BAR_ROOM - self.pad if self._tall > box.h + 1 else 0
        self._tall = max(self.height(look, inner), box.h)
        self.offset = max(0.0, min(self.offset, self.overflow))
        top = box.y - self.offset + self.pad
        self.content.place(look, Box(box.x + self.pad, top, inner, self._tall - 2 * self.pad))

    def scroll_to(self, offset: float) -> None:
        """Show from `offset` logical px down."""
        offset = max(0.0, min(offset, self.overflow))
        if offset != self.offset:
            self.offset = offset
            self.place(self._look, self.box.inset(self.pad, 0))
            self.touch()

    def reveal(self, box: Box) -> None:
        """Scroll just enough to show a box."""
        if box.y < self.box.y + 6:
            self.scroll_to(self.offset + box.y - self.box.y - 6)
        elif box.bottom > self.box.bottom - 6:
            self.scroll_to(self.offset + box.bottom - self.box.bottom + 6)

    def handle(self, event: Input) -> Act | None:
        """Scroll by wheel, PageUp, PageDown, Home, End, or the bar; by arrows if nothing in it has the focus."""
        if isinstance(event, Wheel):
            if not self.overflow:
                return None
            self.scroll_to(self.offset + event.lines * LINE)
            return self.used()
        if isinstance(event, Key):
            return self._by_key(event)
        if isinstance(event, Press) and self.overflow and event.x >= self.box.right - BAR_ROOM:
            self.held, self._grip = True, event.y - self._bar().y
            return self.used()
        if isinstance(event, Move) and self.held:
            free = self.box.h - self._bar().h
            self.scroll_to((event.y - self._grip - self.box.y) / max(1.0, free) * self.overflow)
            return self.used()
        if isinstance(event, Release) and self.held:
            self.held = False
            return self.used()
        return None

    def _by_key(self, key: Key) -> Act | None:
        page = self.box.h * 0.85
        ways = {
            pygame.K_PAGEUP: self.offset - page,
            pygame.K_PAGEDOWN: self.offset + page,
            pygame.K_HOME: 0.0,
            pygame.K_END: self.overflow,
        }
        if self.focused:
            ways |= {pygame.K_UP: self.offset - LINE, pygame.K_DOWN: self.offset + LINE}
        if not self.overflow or key.code not in ways or key.alt or key.ctrl:
            return None
        if key.code == pygame.K_DOWN and self.offset >= self.overflow:
            return None  # read to the end: on to what can be pressed
        self.scroll_to(ways[key.code])
        return self.used()

    def _bar(self) -> Box:
        high = max(LEAST_BAR, self.box.h * self.box.h / max(1.0, self._tall))
        down = (self.box.h - high) * self.offset / max(1.0, self.overflow)
        return Box(self.box.right - BAR_WIDTH - 1, self.box.y + down, BAR_WIDTH, high)

    def draw_children(self, brush: Brush) -> None:
        """Draw what is in sight, and the bar if there is more."""
        super().draw_children(brush)
        if self.overflow:
            brush.box(self._bar(), BAR_WIDTH / 2, brush.theme.line2)
