"""Where the keyboard is: Tab goes in reading order, arrows within a group, F6 from panel to panel."""

import pygame

from game.ui.inputs import Key
from game.ui.keys import ARROWS
from game.ui.layout import Box
from game.ui.widgets import Role, Widget

ASIDE = 3.0  # how much worse a step aside is than one ahead, when an arrow looks for its target


class Focus:
    """The focused widget of one tree, and the ways to move on."""

    def __init__(self, root: Widget) -> None:
        self.root = root
        self.widget: Widget | None = None
        self.by_key = False

    @property
    def is_by_pointer(self) -> bool:
        """Return whether a click alone brought the focus here.

        Space is then the scene's before it is the widget's: who has clicked a card and presses Space lets time run, and does not
        mean to click the card again. What takes text or has a menu open keeps it.
        """
        widget = self.widget
        return widget is not None and not self.by_key and widget.caret_box is None and widget.over is None

    def order(self) -> list[Widget]:
        """Return every widget Tab stops at, in reading order."""
        return [widget for widget in self.root.walk() if widget.reachable]

    def set(self, widget: Widget | None, *, by_key: bool) -> None:
        """Give the focus to a widget, or to nobody; the ring shows when a key brought it."""
        for old in (self.widget, widget):
            if old is not None:
                old.focused = old is widget
                old.shows_focus = old.focused and by_key
                old.touch()
        self.widget, self.by_key = widget, by_key
        if widget is not None:
            for above in widget.lineage():
                above.reveal(widget.box)

    def check(self) -> None:
        """Let go of a widget that has gone or can no longer be reached."""
        if self.widget is not None and self.widget not in self.order():
            self.set(None, by_key=False)

    def move(self, key: Key) -> bool:
        """Move by Tab, F6 or an arrow; return whether the key was one of these and led somewhere."""
        if key.code == pygame.K_TAB and not (key.ctrl or key.alt):
            return self._go(self._next(-1 if key.shift else 1))
        if key.code == pygame.K_F6:
            return self._go(self._next_panel(-1 if key.shift else 1))
        if key.code in ARROWS and not (key.ctrl or key.alt):
            return self._go(self._by_arrow(key.code))
        return False

    def _go(self, widget: Widget | None) -> bool:
        if widget is None:
            return False
        self.set(widget, by_key=True)
        return True

    def _next(self, by: int) -> Widget | None:
        stops = self.order()
        if not stops:
            return None
        if self.widget not in stops:
            return stops[0 if by > 0 else -1]
        return stops[(stops.index(self.widget) + by) % len(stops)]

    def _next_panel(self, by: int) -> Widget | None:
        """Return the first stop in the next panel that has one."""
        panels = [w for w in self.root.walk() if w.role is Role.PANEL and _first(w) is not None]
        if not panels:
            return None
        here = next((w for w in self.widget.lineage() if w in panels), None) if self.widget else None
        at = (panels.index(here) + by) if here in panels else (0 if by > 0 else -1)
        return _first(panels[at % len(panels)])

    def _by_arrow(self, code: int) -> Widget | None:
        """Return the nearest stop in the arrow's direction within the innermost group that arrows move in."""
        if self.widget is None:
            return self._next(1) if self.root.has_arrows else None
        for group in self.widget.lineage():
            if group.has_arrows:
                stops = [w for w in group.walk() if w.reachable and w is not self.widget and w is not group]
                found = _nearest(self.widget.box, stops, code)
                if found is not None:
                    return found
        return None


def _first(panel: Widget) -> Widget | None:
    return next((widget for widget in panel.walk() if widget.reachable), None)


def _nearest(start: Box, stops: list[Widget], code: int) -> Widget | None:
    ahead = [(cost, i) for i, stop in enumerate(stops) if (cost := _cost(start, stop.box, code)) is not None]
    return stops[min(ahead)[1]] if ahead else None


def _cost(start: Box, goal: Box, code: int) -> float | None:
    """Return how far a box lies in an arrow's direction, or None if it does not."""
    dx, dy = goal.cx - start.cx, goal.cy - start.cy
    along, across = (dx, dy) if code in (pygame.K_LEFT, pygame.K_RIGHT) else (dy, dx)
    if code in (pygame.K_LEFT, pygame.K_UP):
        along = -along
    return along + ASIDE * abs(across) if along > 1 else None
