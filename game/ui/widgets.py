"""What every widget has: a name for machines, a role and words for people, a place, and a share in what happens.

Widgets form a tree that lives as long as its scene. They take translated text, read inputs and answer with an `Act`; they never
reach into the world. The same tree feeds drawing, Tab order, screen readers, tutorial anchors and tests.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Self

from game.ui.brush import Brush
from game.ui.inputs import Input, Key, Press, Release
from game.ui.keys import is_enter
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tips import Tip
from game.ui.tokens import RADIUS_CONTROL, TARGET


class Role(Enum):
    """What a widget is to somebody who cannot see it."""

    GROUP = "group"
    PANEL = "panel"
    LABEL = "label"
    BUTTON = "button"
    CHECKBOX = "checkbox"
    SLIDER = "slider"
    CHOICE = "choice"
    TABS = "tabs"
    FIELD = "field"
    LIST = "list"
    DIALOG = "dialog"
    PICTURE = "picture"
    METER = "meter"


class Deed(Enum):
    """What was done to a widget."""

    USED = "used"  # the widget took the input, and there is nothing to tell
    PRESS = "press"
    CHANGE = "change"  # value: the new value
    SUBMIT = "submit"  # value: the text
    LOOK_UP = "look up"  # value: the page about it, "" for all pages
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Act:
    """News from a widget: who, what, and the value if there is one."""

    who: str
    deed: Deed
    value: object = None


class Widget:
    """A piece of the screen. Subclasses paint themselves and answer inputs."""

    role: ClassVar[Role] = Role.GROUP
    focusable: ClassVar[bool] = False
    is_live: ClassVar[bool] = False  # told of time, and asked to `enliven` itself every frame
    is_island: ClassVar[bool] = True  # repainted as one; False for what only arranges others
    clips: ClassVar[bool] = False  # children outside its box are neither seen nor hit
    has_arrows: bool = False  # arrow keys move the focus among its children
    radius: float = RADIUS_CONTROL

    def __init__(
        self, name: str, label: str = "", *, tip: Tip | None = None, shortcut: Key | None = None
    ) -> None:
        self.id, self.label, self.tip, self.shortcut = name, label, tip, shortcut
        self.box = Box(0, 0, 0, 0)
        self.parent: Widget | None = None
        self.children: list[Widget] = []
        self.visible = self.enabled = self.dirty = True
        self.focused = self.shows_focus = self.hovered = self.held = False
        self.is_folded = False  # out of sight only because the window has no room
        self.is_cut = False  # whether its words had to be cut short when last drawn
        self.warmth = 0.0  # 0..1, how far the hover has come

    # ---- what it is

    @property
    def value(self) -> str:
        """Return the value as a reader would hear it; "" if it has none."""
        return ""

    @property
    def told(self) -> Tip | None:
        """Return its tip; without one, its whole label if that is not all seen."""
        return self.tip or (Tip(self.label) if self.is_cut and self.label else None)

    @property
    def term(self) -> str:
        """Return what it is about, as the table of pages has it; by default its own name."""
        return self.id

    @property
    def over(self) -> Box | None:
        """Return the box it covers above everything else, as an open menu does."""
        return None

    @property
    def anchor(self) -> Box:
        """Return what its tip points at."""
        return self.box

    @property
    def caret_box(self) -> Box | None:
        """Return where text is being written, if this takes text."""
        return None

    @property
    def reachable(self) -> bool:
        """Return whether Tab stops here: a disabled widget is reached only if its tip says why."""
        return self.focusable and self.visible and (self.enabled or self.tip is not None)

    # ---- the tree

    def add(self, *children: "Widget") -> Self:
        """Put children at the end; return self."""
        for child in children:
            child.parent = self
            self.children.append(child)
        self.touch()
        return self

    def clear(self) -> None:
        """Take all children out."""
        for child in self.children:
            child.parent = None
        self.children.clear()
        self.touch()

    def walk(self) -> Iterator["Widget"]:
        """Yield this widget and all below it that are visible, in reading order."""
        if self.visible:
            yield self
            for child in self.children:
                yield from child.walk()

    def offered(self) -> Iterator["Widget"]:
        """Yield this widget and all below it that can be used by a key: also what is there but folded away at this size."""
        if self.visible or self.is_folded:
            yield self
            for child in self.children:
                yield from child.offered()

    def fold(self, folded: bool) -> None:
        """Put it out of sight for want of room, or bring it back; what it can do stays."""
        self.is_folded, self.visible = folded, not folded

    def lineage(self) -> Iterator["Widget"]:
        """Yield this widget, its parent, and so on to the root."""
        widget: Widget | None = self
        while widget is not None:
            yield widget
            widget = widget.parent

    def find(self, name: str) -> "Widget":
        """Return the widget called `name`.

        Raises:
            KeyError: If there is none.
        """
        for widget in self.walk():
            if widget.id == name:
                return widget
        raise KeyError(name)

    def under(self, x: float, y: float) -> "Widget | None":
        """Return the deepest visible widget at a point, the last drawn first."""
        inside = self.box.has(x, y)
        if not self.visible or (self.clips and not inside):
            return None
        for child in reversed(self.children):
            found = child.under(x, y)
            if found is not None:
                return found
        return self if inside else None

    def touch(self) -> None:
        """Say that what is drawn no longer holds, up to the root."""
        widget: Widget | None = self
        while widget is not None:
            widget.dirty = True
            widget = widget.parent

    # ---- place

    def width(self, look: Look) -> float:
        """Return the natural width in logical px."""
        return max((child.width(look) for child in self.children), default=0.0)

    def height(self, look: Look, width: float) -> float:
        """Return the height wanted at a width, logical px."""
        return max((child.height(look, width) for child in self.children), default=0.0)

    def place(self, look: Look, box: Box) -> None:
        """Take a box, and give the children theirs: by default, all of it."""
        self.box = box
        for child in self.children:
            child.place(look, box)

    # ---- drawing

    def draw(self, brush: Brush) -> None:
        """Draw this widget and all below it."""
        self.dirty = False
        if not self.visible:
            return
        brush.owner, brush.room, brush.was_cut = self.id, self.box, False
        self.paint(brush)
        self.is_cut = brush.was_cut
        self.draw_children(brush)
        if self.shows_focus:
            self.paint_focus(brush)

    def draw_children(self, brush: Brush) -> None:
        """Draw the children in order, within the box if the widget clips."""
        if not self.clips:
            for child in self.children:
                child.draw(brush)
            return
        with brush.clip(self.box):
            for child in self.children:
                child.draw(brush) if child.box.meets(self.box) else _settle(child)

    def paint(self, brush: Brush) -> None:
        """Draw the widget itself, without its children."""

    def enliven(self, brush: Brush) -> None:
        """Draw what moves over what is there, in a frame that changes nothing else; by default all, as over what moves below."""
        self.draw(brush)

    def paint_over(self, brush: Brush) -> None:
        """Draw what lies above everything, in `over`."""

    def paint_focus(self, brush: Brush) -> None:
        """Draw the focus ring."""
        brush.ring(self.box, self.radius)

    # ---- input

    def handle(self, event: Input) -> Act | None:
        """Answer an input; None if it is not for this widget."""
        if isinstance(event, Key) and is_enter(event):
            return self.activate() if self.enabled and self.focusable else None
        if isinstance(event, Press) and self.focusable:
            self.held = self.enabled
            self.touch()
            return self.used()
        if isinstance(event, Release) and self.held:
            self.held = False
            self.touch()
            return self.activate() if self.box.has(event.x, event.y) else self.used()
        return None

    def hears(self, key: Key) -> Act | None:
        """Answer a key nobody with the focus wanted: a shortcut."""
        return self.activate() if self.enabled and self.shortcut == key.meant else None

    def activate(self) -> Act | None:
        """Do what a click, Enter or a screen reader's "press" does."""
        return None

    def reveal(self, box: Box) -> None:
        """Bring a box into sight, if this scrolls."""

    def tick(self, dt_s: float) -> None:
        """Let time pass; only live widgets are told."""

    def dismiss(self) -> bool:
        """Close what is open above everything; return whether anything was."""
        return False

    def used(self) -> Act:
        """Return the answer "taken, nothing to tell"."""
        return Act(self.id, Deed.USED)


class Target(Widget):
    """A widget one can press: focusable and never smaller than a finger or an unsteady hand needs."""

    focusable = True

    def height(self, look: Look, width: float) -> float:
        """Return at least the least target."""
        return max(TARGET, super().height(look, width))


def _settle(widget: Widget) -> None:
    """Mark what is out of sight as drawn, so that it does not ask for another frame."""
    for below in widget.walk():
        below.dirty = False
