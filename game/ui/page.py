"""A scene made of widgets: it builds them from words, hears what they tell, and builds them anew in another language."""

from collections.abc import Callable, Iterator
from typing import ClassVar

import pygame

from game.ui.house import House
from game.ui.inputs import Input, Key
from game.ui.keys import is_help
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.scene import Command
from game.ui.scenes import ways
from game.ui.sound import Sound
from game.ui.tips import Lead
from game.ui.view import View
from game.ui.widgets import Act, Deed, Widget

Hearing = Callable[[Act], Command | None]


class Page:
    """A scene. Subclasses say what it is made of (`build`), what its widgets' news mean (`act`) and its own keys (`key`)."""

    first = ""  # the widget that has the focus as the scene opens
    has_keys: ClassVar[bool] = True  # F1 shows the keys over it
    leads_on: ClassVar[bool] = True  # what is named on it leads to its page in the codex

    def __init__(self, house: House, look: Look) -> None:
        self.house = house
        self._language = house.language
        self._hearings: list[Hearing] = []
        self.view = View(self.build(), look, self._lead)
        if self.first:
            self.view.focus_on(self.first)

    # ---- what a page is

    def build(self) -> Widget:
        """Return the widgets, in the language of the house."""
        raise NotImplementedError

    def act(self, act: Act) -> Command | None:
        """Answer news of a widget."""
        raise NotImplementedError

    def key(self, key: Key) -> Command | None:
        """Answer a key that no widget wanted."""
        return None

    # ---- dialogs

    def open(self, dialog: Widget, hearing: Hearing, *, focus: str = "") -> None:
        """Put a dialog above the page; `hearing` answers its news until it is closed."""
        self.view.open(dialog, focus=focus)
        self._hearings.append(hearing)

    def close(self) -> None:
        """Take the topmost dialog away."""
        self.view.close()
        self._hearings.pop()

    @property
    def has_dialog(self) -> bool:
        """Return whether a dialog is open."""
        return bool(self._hearings)

    # ---- what the window asks of a scene

    def handle(self, event: Input) -> Command | None:
        """Answer an input."""
        act = self.view.handle(event)
        if act is not None:
            return self._heard(act)
        if not isinstance(event, Key):
            return None
        command = None if self.has_dialog else self.key(event)
        if command is None and self.has_keys and is_help(event):
            return ways.keys(self.house, self)
        return command

    def _lead(self, term: str) -> Lead | None:
        return self.house.lead(term) if self.leads_on else None

    def _heard(self, act: Act) -> Command | None:
        if act.deed is Deed.USED:
            return None
        if act.deed is Deed.LOOK_UP:
            return ways.codex(self.house, str(act.value))
        if act.deed is Deed.PRESS:
            self.house.speaker.play(Sound.CLICK)
        return self._hearings[-1](act) if self._hearings else self.act(act)

    def update(self, dt_s: float) -> Command | None:
        """Let time pass."""
        self.view.update(dt_s)
        return None

    def draw(self, surface: pygame.Surface) -> bool:
        """Draw what changed."""
        return self.view.draw(surface)

    def lay(self, look: Look) -> None:
        """Lay everything out for a look; in another language everything is built anew."""
        if self.house.language != self._language:
            self._language = self.house.language
            self.rebuild(look)
        else:
            self.view.lay(look)

    def rebuild(self, look: Look | None = None) -> None:
        """Build the widgets anew and keep the focus where it was; dialogs close."""
        focused = self.view.layers[0].focus.widget
        by_key = self.view.layers[0].focus.by_key
        self._hearings.clear()
        self.view = View(self.build(), look or self.view.look, self._lead)
        known = {widget.id for widget in self.view.widgets() if widget.reachable}
        if focused is not None and focused.id in known:
            self.view.focus_on(focused.id, by_key=by_key)

    def widgets(self) -> Iterator[Widget]:
        """Yield the widgets that can be heard of now."""
        return self.view.widgets()

    @property
    def typing(self) -> Box | None:
        """Return where text is being written, if it is."""
        return self.view.typing
