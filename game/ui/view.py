"""A scene's widgets on the screen: who hears an input, what is repainted, and what lies on top.

Only what changed is drawn again: each island (a panel, or whatever stands alone) repaints as one, live widgets repaint every
frame, and menus, tips and dialogs lie above. While a dialog is open, what is below it stands still and hears nothing.
"""

from collections.abc import Iterator
from math import inf

import pygame

from game.ui import backdrop
from game.ui.brush import Brush
from game.ui.inputs import (
    LEFT_BUTTON,
    RIGHT_BUTTON,
    Composing,
    Input,
    Key,
    Leave,
    Move,
    Pointed,
    Press,
    Release,
    Typed,
)
from game.ui.keymap import USUAL
from game.ui.keys import is_space
from game.ui.layers import Layer, islands
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.resting import Resting
from game.ui.scrolling import Scroll
from game.ui.tips import Leads, nowhere
from game.ui.widgets import Act, Deed, Widget

LOOK_UP = USUAL["codex"]  # asks for the page about what is rested on


class View:
    """A root widget, the dialogs above it, and the pointer and focus in them. `leads` gives the page about a term."""

    def __init__(self, root: Widget, look: Look, leads: Leads = nowhere) -> None:
        self.look, self.leads = look, leads
        self.layers = [Layer(root)]
        self.resting = Resting(leads)
        self._seen: pygame.Surface | None = None
        self._below: pygame.Surface | None = None
        self._covered: list[Box] = []
        # Where what is below a dialog that has just opened can be seen.
        self._shown: pygame.Surface | None = None
        self._patience_s, self._is_new = inf, False
        self.lay(look)

    @property
    def root(self) -> Widget:
        """Return the widget at the bottom."""
        return self.layers[0].root

    @property
    def top(self) -> Layer:
        """Return the layer that hears inputs."""
        return self.layers[-1]

    @property
    def typing(self) -> Box | None:
        """Return where text is being written, or None while keys are only keys."""
        focused = self.top.focus.widget
        return focused.caret_box if focused else None

    def widgets(self) -> Iterator[Widget]:
        """Yield the widgets that can be heard of now, in reading order."""
        return self.top.root.walk()

    def focus_on(self, name: str, *, by_key: bool = True) -> None:
        """Give the focus to a widget by name."""
        self.top.focus.set(self.top.root.find(name), by_key=by_key)

    # ---- place

    def lay(self, look: Look | None = None) -> None:
        """Lay everything out anew, as after a new size, a setting, or a change of what there is."""
        self.look = look or self.look
        for layer in self.layers:
            layer.root.place(self.look, self.look.canvas)
        self.spoil()
        self.top.focus.check()

    def settle(self) -> None:
        """Lay everything out anew at the same look, as after words have changed; only what has moved is drawn again."""
        if self._seen is None or len(self.layers) > 1:
            self.lay()
            return
        before = _places(self.root)
        self.root.place(self.look, self.look.canvas)
        after = _places(self.root)
        if [places[0] for places in before.values()] != [places[0] for places in after.values()]:
            self.spoil()
        for island, places in after.items():
            if places != before.get(island):
                island.touch()
        self.top.focus.check()

    def arrive(self, patience_s: float) -> None:
        """Have frames drawn panel by panel: no longer than that in one frame, but one panel at least.

        The first picture begins empty; later what is not drawn anew yet stays as it was for a frame.
        """
        self._patience_s, self._is_new = patience_s, True

    def spoil(self) -> None:
        """Have everything drawn again at the next frame."""
        self._seen = self._shown = None

    def open(self, widget: Widget, *, focus: str = "") -> None:
        """Put a dialog above everything and give it the focus."""
        self.resting.leave()
        self.top.let_go()
        shown = self._seen if self.top is self.layers[0] and self.top.is_whole else None
        self.layers.append(Layer(widget))
        widget.place(self.look, self.look.canvas)
        stops = self.top.focus.order()
        start = widget.find(focus) if focus else (stops[0] if stops else None)
        self.top.focus.set(start, by_key=True)
        self._read_from_the_top(start)
        self.spoil()
        self._shown = shown

    def _read_from_the_top(self, start: Widget | None) -> None:
        """Begin at the top of what has opened: where the first answer is further down, the text above it has the focus."""
        above = start.lineage() if start is not None else ()
        scrolled = next((w for w in above if isinstance(w, Scroll) and w.offset > 0), None)
        if scrolled is not None:
            scrolled.is_read = True
            self.top.focus.set(scrolled, by_key=True)
            scrolled.scroll_to(0.0)

    def close(self) -> None:
        """Take the topmost dialog away; what was focused below has the focus again."""
        assert len(self.layers) > 1, "there is no dialog to close"
        self.layers.pop()
        self.resting.leave()
        self.spoil()

    # ---- input

    def handle(self, event: Input) -> Act | None:
        """Pass an input on to whoever it is for; None if nobody wanted it."""
        top = self.top
        if isinstance(event, Press) and event.button == RIGHT_BUTTON:
            return self._look_up(top.root.under(event.x, event.y))
        if isinstance(event, Press | Release) and event.button != LEFT_BUTTON:
            return None
        if isinstance(event, Pointed):
            return self._pointed(event)
        if isinstance(event, Leave):
            top.hover(None)
            self._rest_on(None)
            return None
        if isinstance(event, Typed | Composing):
            return top.bubble(top.focus.widget, event)
        return self._key(event)

    def _key(self, key: Key) -> Act | None:
        top = self.top
        act = self._shortcut(key) if is_space(key) and top.focus.is_by_pointer else None
        act = act or top.bubble(top.focus.widget or top.root, key)
        if act is not None:
            return act
        if key.code == pygame.K_ESCAPE and self.resting.leave():
            return top.root.used()
        if top.focus.move(key):
            self.resting.rest(top.focus.widget)
            return top.root.used()
        return self._shortcut(key) or (self._look_up_rested() if key.meant == LOOK_UP else None)

    def _shortcut(self, key: Key) -> Act | None:
        for widget in self.top.root.offered():
            act = widget.hears(key)
            if act is not None:
                return act
        return None

    def _look_up_rested(self) -> Act | None:
        """Ask for the page about what is rested on, has the focus, or is under the pointer; for all pages if there is none."""
        focus = self.top.focus
        found = self._look_up(
            self.resting.widget or (focus.widget if focus.by_key else None) or self.top.hovered
        )
        if found is None and self.leads("") is not None:
            found = Act(self.top.root.id, Deed.LOOK_UP, "")
        return found

    def _look_up(self, widget: Widget | None) -> Act | None:
        """Ask for the page about a widget, or about what is around it."""
        for about in widget.lineage() if widget is not None else ():
            lead = self.leads(about.term)
            if lead is not None:
                self.resting.leave()
                return Act(about.id, Deed.LOOK_UP, lead.page)
        return None

    def _pointed(self, event: Pointed) -> Act | None:
        top = self.top
        opened = top.opened
        if opened is not None and opened.over is not None:
            if opened.over.has(event.x, event.y):
                return opened.handle(event)
            if isinstance(event, Press) and top.root.under(event.x, event.y) is not opened:
                opened.dismiss()
                return opened.used()
        under = top.grip or top.root.under(event.x, event.y)
        if isinstance(event, Move):
            self.top.hover(under)
            act = top.tell(under, event)
            self._rest_on(under)
            return act
        if isinstance(event, Press):
            self.resting.leave()
            return top.press(under, event)
        if isinstance(event, Release):
            return top.release(under, event)
        return top.bubble(under, event)

    def _rest_on(self, widget: Widget | None) -> None:
        self.resting.rest(widget if widget is not None else self.top.focus.widget)

    # ---- time

    def update(self, dt_s: float) -> None:
        """Let time pass: live widgets move, hovers warm up, tips open."""
        for widget in self.top.root.walk():
            if widget.is_live:
                widget.tick(dt_s)
        self.top.warm_up(dt_s, self.look.calm)
        self.resting.wait(dt_s)

    # ---- drawing

    def draw(self, surface: pygame.Surface) -> bool:
        """Draw what changed; return whether anything did."""
        brush = Brush(surface, self.look)
        fresh = surface is not self._seen
        if fresh:
            self._draw_below(brush)
        brush.layer = len(self.layers) - 1
        covering = list(self._covering())
        gone = [box for box in self._covered if box not in covering]
        patience_s = inf if fresh and not self._is_new else self._patience_s
        drawn = self.top.draw(brush, self._below, fresh=fresh, spoiled=gone, patience_s=patience_s)
        self._is_new &= not self.top.is_whole
        if covering and (drawn or covering != self._covered):
            self._draw_over(brush)
            drawn = True
        self._seen, self._covered = surface, covering
        return drawn or bool(gone)

    def _draw_below(self, brush: Brush) -> None:
        """Draw the layers under the topmost one and keep them, dimmed, as its ground."""
        self._below = None
        for i, layer in enumerate(self.layers[:-1]):
            brush.layer = i
            is_there = i == 0 and self._shown is brush.surface
            layer.draw(brush, self._below, fresh=not is_there, spoiled=self._covered if is_there else ())
            self._below = backdrop.dimmed(brush.surface, self.look.theme)

    def _covering(self) -> Iterator[Box]:
        opened = self.top.opened
        if opened is not None and opened.over is not None:
            yield opened.over.inset(-24)
        tip = self.resting.box(self.look)
        if tip is not None:
            yield tip.inset(-24)

    def _draw_over(self, brush: Brush) -> None:
        brush.layer += 1
        opened = self.top.opened
        if opened is not None and opened.over is not None:
            brush.owner, brush.room = opened.id, opened.over
            opened.paint_over(brush)
        self.resting.paint(brush)


def _places(root: Widget) -> dict[Widget, list[tuple[Widget, Box]]]:
    """Return where everything that can be seen stands, by island; the island itself comes first."""
    return {
        island: [(widget, widget.box) for widget in island.walk()] for island in islands(root, is_base=True)
    }
