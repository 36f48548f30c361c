"""What a screen reader is told: the widgets one can hear of now, as plain frozen nodes that any thread may read.

Numbers of nodes are kept from picture to picture, so that a reader stays where it was while the scene changes around it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.ui.buttons import Toggle
from game.ui.layout import Box
from game.ui.sliders import Slider
from game.ui.tips import Lead, Leads
from game.ui.view import View
from game.ui.widgets import Role, Widget

ROOT = 0  # the window


@dataclass(frozen=True, slots=True)
class Span:
    """Where a slider stands, counted in its stops."""

    at: int
    last: int


@dataclass(frozen=True, slots=True)
class Node:
    """One widget, as one hears it."""

    number: int
    id: str
    role: Role
    label: str
    value: str
    box: Box  # in real pixels of the window
    children: tuple[int, ...]
    about: str = ""  # what its tip says, and what page there is about it
    leads: str = ""  # the key that leads to a page about it, or about what it belongs to
    is_target: bool = False  # the focus can stand on it
    is_enabled: bool = True
    is_modal: bool = False
    is_on: bool | None = None  # of a checkbox
    span: Span | None = None  # of a slider


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything that can be heard of: the window first, then parents before children."""

    title: str
    nodes: tuple[Node, ...]
    focus: int  # a number; the window's when nothing has the focus

    def node(self, number: int) -> Node | None:
        """Return the node of a number, None if it has gone."""
        return next((node for node in self.nodes if node.number == number), None)


class Numbers:
    """Numbers for widgets, the same one for the same id as long as the program runs."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def of(self, widget: Widget) -> int:
        """Return a widget's number, from 1."""
        return self._known.setdefault(widget.id, len(self._known) + 1)


def tree_of(view: View, title: str, numbers: Numbers) -> Tree:
    """Return what can be heard of a view: all of it, or its topmost dialog alone."""
    top = view.top
    root = top.root
    scale, canvas = view.look.scale, view.look.canvas
    window = Node(ROOT, "window", Role.GROUP, title, "", _pixels(canvas, scale), (numbers.of(root),))
    nodes = [window, *_nodes(root, numbers, scale, view.leads)]
    focused = top.focus.widget
    known = {node.number for node in nodes}
    focus = numbers.of(focused) if focused is not None and numbers.of(focused) in known else ROOT
    return Tree(title, tuple(nodes), focus)


def _nodes(root: Widget, numbers: Numbers, scale: float, leads: Leads) -> Iterator[Node]:
    for widget in root.walk():
        lead = leads(widget.term)
        yield Node(
            number=numbers.of(widget),
            id=widget.id,
            role=widget.role,
            label=widget.label,
            value=widget.value,
            box=_pixels(widget.box, scale),
            about=_about(widget, lead if lead is not None and (lead.is_own or widget.told) else None),
            leads=_key(widget, leads) if widget.reachable else "",
            children=tuple(numbers.of(child) for child in widget.children if child.visible),
            is_target=widget.reachable,
            is_enabled=widget.enabled,
            is_modal=widget.role is Role.DIALOG,
            is_on=widget.is_on if isinstance(widget, Toggle) else None,
            span=Span(widget.index, len(widget.stops) - 1) if isinstance(widget, Slider) else None,
        )


def _about(widget: Widget, lead: Lead | None) -> str:
    """Return what resting on a widget would tell, but for its name."""
    told, said = widget.told, [] if lead is None else [lead.label]
    if told is None:
        return "".join(said)
    title = told.title if told.title != widget.label else ""
    rows = ", ".join(f"{row.what} {row.amount}" for row in told.rows)
    return "\n".join(part for part in (title, told.text, rows, *said) if part)


def _key(widget: Widget, leads: Leads) -> str:
    """Return the key that leads to the page about a widget or about what is around it, "" if there is none."""
    found = (leads(about.term) for about in widget.lineage())
    return next((lead.keys[0] for lead in found if lead is not None), "")


def _pixels(box: Box, scale: float) -> Box:
    return Box(*(value * scale for value in box))
