"""One layer of a view: a tree of widgets with its focus, its hover, and what a pressed button holds on to."""

import time
from collections.abc import Iterator, Sequence
from math import inf

import pygame

from game.ui.brush import Brush
from game.ui.focus import Focus
from game.ui.inputs import Input, Leave, Move, Press, Release, Wheel
from game.ui.layout import Box
from game.ui.tokens import HOVER_S
from game.ui.widgets import Act, Widget

EDGE = 5.0  # logical px around an island that it may draw on: its focus ring
WARMTHS = 4  # steps of a hover's colour, so that few grounds are made


class Layer:
    """The base of a scene, or a dialog above it."""

    def __init__(self, root: Widget) -> None:
        self.root = root
        self.focus = Focus(root)
        self.hovered: Widget | None = None
        self.grip: Widget | None = None  # what the pressed button holds on to
        self._warm: set[Widget] = set()
        self.is_whole = True  # whether everything that changed has been drawn
        self._arrives = False  # whether it is drawn for the first time, island by island

    @property
    def opened(self) -> Widget | None:
        """Return the focused widget if it has something open above everything."""
        focused = self.focus.widget
        return focused if focused is not None and focused.over is not None else None

    def let_go(self) -> None:
        """Forget pointer and menus, as when a dialog opens above."""
        if self.opened is not None:
            self.opened.dismiss()
        if self.grip is not None:
            self.grip.held = False
        self.grip = None
        self.hover(None)

    # ---- input

    def bubble(self, start: Widget | None, event: Input) -> Act | None:
        """Offer an input to a widget, then to what holds it, up to the root."""
        for widget in start.lineage() if start is not None else ():
            act = widget.handle(event)
            if act is not None:
                return act
        return None

    def tell(self, widget: Widget | None, event: Move | Wheel) -> Act | None:
        """Tell the widget under the pointer, or the one that holds it, of a movement."""
        return widget.handle(event) if widget is not None else None

    def press(self, under: Widget | None, event: Press) -> Act | None:
        """Give the focus to what is pressed, and let it hold the pointer until the button comes up."""
        stop = next((w for w in under.lineage() if w.reachable), None) if under else None
        self.focus.set(stop, by_key=False)
        for widget in under.lineage() if under else ():
            act = widget.handle(event)
            if act is not None:
                self.grip = widget
                return act
        return None

    def release(self, under: Widget | None, event: Release) -> Act | None:
        """End what a press began."""
        self.grip = None
        return under.handle(event) if under is not None else None

    def hover(self, widget: Widget | None) -> None:
        """Say who is under the pointer."""
        if widget is self.hovered:
            return
        if self.hovered is not None:
            self.hovered.hovered = False
            self._warm.add(self.hovered)
            self.hovered.handle(Leave())
        if widget is not None:
            widget.hovered = True
            self._warm.add(widget)
        self.hovered = widget

    def warm_up(self, dt_s: float, calm: bool) -> None:
        """Carry hovers on: in by a share of their time, out the same way; at once in reduced motion."""
        step = 1.0 if calm else dt_s / HOVER_S
        for widget in list(self._warm):
            before = round(widget.warmth * WARMTHS)
            goal = 1.0 if widget.hovered else 0.0
            widget.warmth += max(-step, min(step, goal - widget.warmth))
            if round(widget.warmth * WARMTHS) != before:
                widget.touch()
            if widget.warmth == goal and not widget.hovered:
                self._warm.discard(widget)

    # ---- drawing

    def draw(self, brush: Brush, ground: pygame.Surface | None, *, fresh: bool, spoiled: Sequence[Box] = (),
             patience_s: float = inf) -> bool:  # fmt: skip
        """Draw what changed on `ground` (or on what the root paints); return whether anything was drawn.

        What is not drawn when `patience_s` is over waits for the next frame; `is_whole` says whether nothing does.
        """
        self.is_whole = True
        self._arrives &= not fresh
        if fresh and patience_s < inf and ground is None:
            self._begin(brush)
        elif fresh:
            if ground is not None:
                brush.surface.blit(ground, (0, 0))
            self.root.draw(brush)
            return True
        for box in spoiled:
            with brush.clip(box):
                self._ground(brush, ground)
        drawn = self._draw_islands(brush, ground, spoiled, time.perf_counter() + patience_s)
        self.root.dirty = not self.is_whole
        return drawn or fresh or bool(spoiled)

    def _begin(self, brush: Brush) -> None:
        """Draw nothing but what the root paints, and have all that stands on it drawn island by island."""
        self._arrives = True
        self.root.paint(brush)
        for island in islands(self.root, is_base=True):
            island.dirty = True

    def _draw_islands(
        self, brush: Brush, ground: pygame.Surface | None, spoiled: Sequence[Box], end_s: float
    ) -> bool:
        """Draw the islands that changed until time is over, but one at least; return whether any was drawn."""
        drawn = lives = False
        for island in list(islands(self.root, is_base=ground is None)):
            if not (island.dirty or any(box.meets(island.box) for box in spoiled)):
                lives |= _enliven(brush, island)
            elif drawn and time.perf_counter() > end_s:
                island.dirty, self.is_whole = True, False
            else:
                self._repaint(brush, island, ground)
                drawn = True
        self._arrives = self._arrives and not self.is_whole
        return drawn or lives

    def _repaint(self, brush: Brush, island: Widget, ground: pygame.Surface | None) -> None:
        if self._arrives:  # nothing of it is there yet, and its shadow may fall on what is around
            island.draw(brush)
            return
        with brush.clip(island.box.inset(-EDGE)):
            self._ground(brush, ground)
            brush.sight = brush.look.canvas  # an island's own edge cuts nothing off
            island.draw(brush)

    def _ground(self, brush: Brush, ground: pygame.Surface | None) -> None:
        if ground is not None:
            brush.surface.blit(ground, (0, 0))
        else:
            self.root.paint(brush)


def islands(root: Widget, *, is_base: bool) -> Iterator[Widget]:
    """Yield what repaints as one: in the base, the topmost widgets that do more than arrange others; else the root."""
    if not is_base:
        yield root
        return
    for child in root.children:
        if not child.visible:
            continue
        if child.is_island:
            yield child
        else:
            yield from islands(child, is_base=True)
            child.dirty = False


def _enliven(brush: Brush, island: Widget) -> bool:
    """Redraw the live widgets of an island that is otherwise unchanged."""
    live = [widget for widget in island.walk() if widget.is_live]
    for widget in live:
        brush.owner, brush.room = widget.id, widget.box
        widget.enliven(brush)
    return bool(live)
