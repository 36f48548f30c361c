"""The bridge to screen readers, by AccessKit if it is installed (the extra `access`); without it, or if it fails, there is none.

AccessKit calls its handlers from threads of its own and takes an exception in one of them as the end of everything, so they touch
nothing but a frozen picture and a queue, and whatever goes wrong in them switches the bridge off for good instead of the game.

Where its threads are its own (Linux), it asks for the first picture with its lock held, and its Python calls wait for that lock
without letting go of the interpreter. Whoever told it something at that moment would wait for ever, so it is told nothing
before it has asked and had time to go on.
"""

import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pygame

from game.ui.inputs import RIGHT_BUTTON, Input, Key, Press, Release
from game.ui.sliders import Slider
from game.ui.spoken import Node, Tree
from game.ui.view import View
from game.ui.widgets import Role, Widget

HIDES = sys.platform in ("win32", "darwin")  # where the window must not be seen before the bridge stands
SETTLED_S = 0.25  # chosen: the lock is held for milliseconds after the first picture; a reader takes longer to say hello


class Want(Enum):
    """What a screen reader asks for. The value is AccessKit's name."""

    PRESS = "CLICK"
    FOCUS = "FOCUS"
    MORE = "INCREMENT"
    LESS = "DECREMENT"
    SET = "SET_VALUE"
    LOOK_UP = "SHOW_CONTEXT_MENU"  # what the right button asks for


@dataclass(frozen=True, slots=True)
class Request:
    """One thing asked for, of the widget of this id; `value` is the stop wanted of a slider."""

    want: Want
    id: str
    value: float = 0.0


class Bridge:
    """Tells a screen reader what is on the screen, and hears what it asks for."""

    def __init__(
        self, kit: Any, handle: Callable[[], int], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Stand between a window and the system's readers.

        Args:
            kit: the module `accesskit`, or something like it.
            handle: of the window, for systems that need it.
            clock: seconds from anywhere.
        """
        self.is_broken = False
        self._kit = kit
        self._clock = clock
        self._asked_at: float | None = None  # when somebody began to listen; None while nobody does
        self._has_focus: bool | None = None  # what is still to be told of the keyboard
        self._tree: Tree | None = None
        self._asked: deque[Request] = deque()
        self._roles = {role: getattr(kit.Role, name) for role, name in ROLES.items()}
        self._wants = [(getattr(kit.Action, want.value), want) for want in Want]
        self._adapter = self._guard(lambda: self._stand(handle))

    def tell(self, tree: Callable[[], Tree]) -> None:
        """Tell what is on the screen now; it is only looked at if somebody listens."""

        def update() -> Any:
            return self._guard(lambda: self._update(tree()))

        if self.is_heard:
            self._tell_focus()
            self._guard(lambda: self._raise(self._adapter.update_if_active(update)))

    def focus(self, is_here: bool) -> None:
        """Tell whether the window has the keyboard, as soon as somebody listens; only some systems ask."""
        self._has_focus = is_here
        if self.is_heard:
            self._tell_focus()

    @property
    def is_heard(self) -> bool:
        """Whether somebody listens, and has had time to begin to."""
        since = self._asked_at
        return since is not None and self._clock() - since >= SETTLED_S

    def _tell_focus(self) -> None:
        teller = getattr(self._adapter, "update_window_focus_state", None)
        if teller is not None and self._has_focus is not None:
            self._guard(lambda: teller(self._has_focus))
        self._has_focus = None

    def requests(self) -> list[Request]:
        """Return what was asked for since the last time."""
        found = []
        while self._asked:
            found.append(self._asked.popleft())
        return found

    # ---- the adapters of three systems

    def _stand(self, handle: Callable[[], int]) -> Any:
        if sys.platform == "win32":
            return self._kit.windows.SubclassingAdapter(handle(), self._first, self._act)
        if sys.platform == "darwin":
            self._kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return self._kit.macos.SubclassingAdapter.for_window(handle(), self._first, self._act)
        return self._kit.unix.Adapter(self._first, self._act, self._gone)

    def _raise(self, events: Any) -> None:
        if events is not None:
            events.raise_events()

    # ---- handlers, called from anywhere

    def _first(self) -> Any:
        self._asked_at = self._clock()
        return self._guard(lambda: self._update(self._tree) if self._tree is not None else self._empty())

    def _gone(self) -> None:
        self._asked_at = None

    def _act(self, request: Any) -> None:
        self._guard(lambda: self._take(request))

    def _take(self, request: Any) -> None:
        want = next((mine for theirs, mine in self._wants if theirs == request.action), None)
        node = self._tree.node(request.target) if self._tree is not None else None
        if want is None or node is None:
            return
        value = request.data[1] if want is Want.SET and request.data is not None else 0.0
        self._asked.append(Request(want, node.id, float(value)))

    def _guard(self, job: Callable[[], Any]) -> Any:
        """Do something, or switch the bridge off: not even a panic of the library may end the game."""
        if self.is_broken:
            return None
        try:
            return job()
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # a panic of the library is no `Exception`
            self.is_broken = True
            return None

    # ---- pictures

    def _empty(self) -> Any:
        update = self._kit.TreeUpdate(0)
        update.nodes.append((0, self._kit.Node(self._kit.Role.WINDOW)))
        update.tree = self._kit.Tree(0)
        return update

    def _update(self, tree: Tree) -> Any:
        self._tree = tree
        update = self._kit.TreeUpdate(tree.focus)
        for node in tree.nodes:
            update.nodes.append((node.number, self._node(node)))
        update.tree = self._kit.Tree(tree.nodes[0].number)
        return update

    def _node(self, node: Node) -> Any:
        kit = self._kit
        made = kit.Node(kit.Role.WINDOW if node.id == "window" else self._roles[node.role])
        made.set_children(list(node.children))
        made.set_bounds(kit.Rect(node.box.x, node.box.y, node.box.right, node.box.bottom))
        if node.label:
            made.set_label(node.label)
        if node.value:
            made.set_value(node.value)
        if node.about:
            made.set_description(node.about)
        if node.leads:
            made.set_keyboard_shortcut(node.leads)
        if node.is_modal:
            made.set_modal()
        if node.is_on is not None:
            made.set_toggled(kit.Toggled.TRUE if node.is_on else kit.Toggled.FALSE)
        if node.span is not None:
            self._stops(made, node)
        if node.is_target:
            self._actions(made, node)
        return made

    def _stops(self, made: Any, node: Node) -> None:
        assert node.span is not None
        made.set_numeric_value(node.span.at)
        made.set_min_numeric_value(0)
        made.set_max_numeric_value(node.span.last)
        made.set_numeric_value_step(1)

    def _actions(self, made: Any, node: Node) -> None:
        made.add_action(self._kit.Action.FOCUS)
        if node.leads:
            made.add_action(self._kit.Action.SHOW_CONTEXT_MENU)
        if not node.is_enabled:
            made.set_disabled()
        elif node.span is not None:
            for want in (Want.MORE, Want.LESS, Want.SET):
                made.add_action(getattr(self._kit.Action, want.value))
        else:
            made.add_action(self._kit.Action.CLICK)


ROLES = {
    Role.GROUP: "GROUP", Role.PANEL: "REGION", Role.LABEL: "LABEL", Role.BUTTON: "BUTTON", Role.CHECKBOX: "CHECK_BOX",
    Role.SLIDER: "SLIDER", Role.CHOICE: "COMBO_BOX", Role.TABS: "TAB_LIST", Role.FIELD: "TEXT_INPUT", Role.LIST: "LIST",
    Role.DIALOG: "DIALOG", Role.PICTURE: "IMAGE", Role.METER: "METER",
}  # fmt: skip


def is_there() -> bool:
    """Return whether AccessKit is installed; it is not loaded for that."""
    return find_spec("accesskit") is not None


def bridge(handle: Callable[[], int]) -> Bridge | None:
    """Return a bridge to the system's screen readers, or None where there can be none."""
    if not is_there():
        return None
    try:
        found = Bridge(import_module("accesskit"), handle)
    except (ImportError, AttributeError):  # not built for this system, or another version of it
        return None
    return None if found.is_broken else found


def inputs(view: View, request: Request) -> list[Input]:
    """Return what a person would do with mouse and keys to get what was asked for; the focus goes there first.

    A widget that has gone, or cannot be used, gets nothing.
    """
    widget = next((widget for widget in view.widgets() if widget.id == request.id), None)
    if widget is None or not widget.reachable:
        return []
    view.focus_on(widget.id)
    if request.want is Want.LOOK_UP:
        return [Press(widget.box.cx, widget.box.cy, RIGHT_BUTTON)]
    return _done_to(widget, request)


def _done_to(widget: Widget, request: Request) -> list[Input]:
    if request.want is Want.FOCUS or not widget.enabled:
        return []
    if isinstance(widget, Slider):
        return _slid(widget, request)
    return [Key(pygame.K_RETURN)] if request.want is Want.PRESS else []


def _slid(slider: Slider, request: Request) -> list[Input]:
    step = {Want.MORE: 1, Want.LESS: -1}.get(request.want)
    if step is not None:
        return [Key(pygame.K_RIGHT if step > 0 else pygame.K_LEFT)]
    if request.want is not Want.SET:
        return []
    last = max(1, len(slider.stops) - 1)
    x = slider.track.x + slider.track.w * min(max(request.value, 0.0), last) / last
    return [Press(x, slider.track.y), Release(x, slider.track.y)]
