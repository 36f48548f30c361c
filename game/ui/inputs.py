"""What a person does, in logical pixels and without pygame's numbers for wheels and windows.

Widgets learn of mouse and keyboard only through these, never by asking where the mouse is: so a test can say what happened.
"""

from dataclasses import dataclass, field

import pygame

LEFT_BUTTON, RIGHT_BUTTON = 1, 3


@dataclass(frozen=True, slots=True)
class Press:
    """A mouse button went down."""

    x: float
    y: float
    button: int = LEFT_BUTTON


@dataclass(frozen=True, slots=True)
class Release:
    """A mouse button came up."""

    x: float
    y: float
    button: int = LEFT_BUTTON


@dataclass(frozen=True, slots=True)
class Move:
    """The pointer moved."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel turned by `lines`, positive towards the end of the text, with the pointer at x, y."""

    x: float
    y: float
    lines: float


@dataclass(frozen=True, slots=True)
class Leave:
    """The pointer left the window."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key went down (or repeats); `code` is pygame's number for it, `means` the key it stands for if the player chose so."""

    code: int
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
    means: "Key | None" = field(default=None, compare=False)

    @property
    def meant(self) -> "Key":
        """Return the key as shortcuts hear it."""
        return self.means or self


NOTHING = Key(0)  # what a key means that was given up


@dataclass(frozen=True, slots=True)
class Typed:
    """Text was committed, by a key or by an input method."""

    text: str


@dataclass(frozen=True, slots=True)
class Composing:
    """An input method shows what it would commit; "" ends the composition."""

    text: str


Pointed = Press | Release | Move | Wheel
Input = Pointed | Leave | Key | Typed | Composing


class Reader:
    """Turns pygame events into inputs; keeps the pointer, because a wheel event does not say where it is."""

    def __init__(self) -> None:
        self.x, self.y = -1.0, -1.0

    def read(self, event: pygame.event.Event, scale: float) -> Input | None:
        """Return the input of an event, or None if it is nothing a widget needs; `scale` is event px per logical px."""
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.x, self.y = event.pos[0] / scale, event.pos[1] / scale
        if event.type == pygame.KEYDOWN:
            mods = event.mod
            command = mods & (
                pygame.KMOD_CTRL | pygame.KMOD_META
            )  # Command on a Mac does what Ctrl does elsewhere
            return Key(event.key, bool(mods & pygame.KMOD_SHIFT), bool(command), bool(mods & pygame.KMOD_ALT))
        if event.type == pygame.TEXTINPUT:
            return Typed(event.text)
        if event.type == pygame.TEXTEDITING:
            return Composing(event.text)
        return self._pointed(event)

    def _pointed(self, event: pygame.event.Event) -> Input | None:
        if event.type == pygame.MOUSEMOTION:
            return Move(self.x, self.y)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button in (LEFT_BUTTON, RIGHT_BUTTON):
            return Press(self.x, self.y, event.button)
        if event.type == pygame.MOUSEBUTTONUP and event.button in (LEFT_BUTTON, RIGHT_BUTTON):
            return Release(self.x, self.y, event.button)
        if event.type == pygame.MOUSEWHEEL:
            turned = getattr(event, "precise_y", event.y)
            return Wheel(self.x, self.y, -float(turned))
        if event.type == pygame.WINDOWLEAVE:
            self.x, self.y = -1.0, -1.0
            return Leave()
        return None
