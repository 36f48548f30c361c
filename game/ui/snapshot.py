"""A scene as text, and what can be proven wrong about it without looking: used by tests, reviews and screen readers alike.

The dump says what every widget is, is called and holds. The checks draw the scene and look at every line of text that was drawn.
"""

from collections.abc import Iterable, Iterator

import pygame

from game.ui.layout import Box
from game.ui.look import Look, Run
from game.ui.scrolling import Scroll
from game.ui.tokens import TARGET
from game.ui.view import View
from game.ui.widgets import Widget

TOUCH = 0.5  # logical px by which texts may run into each other: rounding


def dump(widgets: Iterable[Widget]) -> str:
    """Return one line a widget: id, role, label, value, box, and what can be said of it."""
    return "\n".join(_line(widget) for widget in widgets)


def _line(widget: Widget) -> str:
    depth = sum(1 for _ in widget.lineage()) - 1
    x, y, w, h = (round(v) for v in widget.box)
    states = [
        name
        for name, holds in (
            ("focused", widget.focused),
            ("disabled", widget.focusable and not widget.enabled),
            ("tab", widget.reachable),
        )
        if holds
    ]
    value = f" = {widget.value!r}" if widget.value else ""
    state = f" [{' '.join(states)}]" if states else ""
    return f"{'  ' * depth}{widget.id} {widget.role.value} {widget.label!r}{value} ({x},{y} {w}x{h}){state}"


def runs(view: View) -> list[Run]:
    """Return every line of text of a fresh drawing of the view."""
    notes: list[Run] = []
    noted = Look(
        view.look.size_px,
        view.look.theme,
        view.look.text_size,
        view.look.interface,
        view.look.calm,
        view.look.cache,
        notes,
    )
    before = view.look
    view.look = noted
    view.spoil()
    view.draw(pygame.Surface(noted.size_px))
    view.look = before
    view.spoil()
    top = max((run.layer for run in notes), default=0)
    return [run for run in notes if run.layer == top or top == 0]


def overflow(drawn: Iterable[Run], canvas: Box) -> list[str]:
    """Return a sentence for each text that leaves its widget or the canvas, or had to be cut short."""
    found = []
    for run in drawn:
        where = f"{run.owner}: {run.text!r}"
        if run.is_cut:
            found.append(f"{where} is cut short")
        if not canvas.holds(run.box):
            found.append(f"{where} leaves the screen")
        elif not run.room.inset(-1).holds(run.box):
            found.append(f"{where} leaves its widget")
    return found


def overlaps(drawn: Iterable[Run]) -> list[str]:
    """Return a sentence for each pair of texts of one layer that lie on each other."""
    lines = list(drawn)
    return [
        f"{a.owner}: {a.text!r} lies on {b.owner}: {b.text!r}"
        for i, a in enumerate(lines)
        for b in lines[i + 1 :]
        if a.layer == b.layer and a.box.meets(b.box, TOUCH)
    ]


def small_targets(widgets: Iterable[Widget]) -> list[str]:
    """Return a sentence for each pressable widget that is less than 28 px high or wide."""
    return [
        f"{w.id} is {w.box.w:.0f}x{w.box.h:.0f}"
        for w in widgets
        if w.reachable and min(w.box.w, w.box.h) < TARGET - 0.01
    ]


def collisions(widgets: Iterable[Widget]) -> list[str]:
    """Return a sentence for each pair of pressable widgets that overlap."""
    stops = [w for w in widgets if w.reachable and not isinstance(w, Scroll)]
    return [
        f"{a.id} lies on {b.id}"
        for i, a in enumerate(stops)
        for b in stops[i + 1 :]
        if a not in b.lineage() and b not in a.lineage() and _seen(a).meets(_seen(b), TOUCH)
    ]


def twins(widgets: Iterable[Widget]) -> list[str]:
    """Return each id that two widgets share."""
    seen: set[str] = set()
    return [w.id for w in widgets if w.id in seen or seen.add(w.id)]  # type: ignore[func-returns-value]


def faults(view: View) -> Iterator[str]:
    """Yield everything that can be proven wrong about a view as it stands."""
    widgets = list(view.widgets())
    drawn = runs(view)
    yield from (f"{w.id}: {w.label!r} is cut short" for w in widgets if w.is_cut)
    yield from overflow(drawn, view.look.canvas)
    yield from overlaps(drawn)
    yield from small_targets(widgets)
    yield from collisions(widgets)
    yield from (f"two widgets are called {name}" for name in twins(widgets))


def _seen(widget: Widget) -> Box:
    """Return the part of a widget's box that scrolling leaves in sight."""
    box = widget.box
    for above in widget.lineage():
        if above.clips:
            left, top = max(box.x, above.box.x), max(box.y, above.box.y)
            right, bottom = min(box.right, above.box.right), min(box.bottom, above.box.bottom)
            box = Box(left, top, max(0.0, right - left), max(0.0, bottom - top))
    return box
