"""What the window shows at a time: a scene, and what a scene can ask of the window.

A scene is anything with these methods. It answers an input with a command, and changes nothing outside itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import pygame

from game.ui.inputs import Input
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.widgets import Widget


@dataclass(frozen=True)
class Go:
    """Show another scene; `replace` forgets this one, `alone` forgets all, else they wait below."""

    scene: Callable[[Look], "Scene"]
    replace: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """Return to the scene below; from the last one, leave the game."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the game."""


@dataclass(frozen=True, slots=True)
class Restyle:
    """Change how the game looks: fields of `Look` by name."""

    changes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fullscreen:
    """Fill the screen, or stop filling it."""


Command = Go | Back | Quit | Restyle | Fullscreen


class Scene(Protocol):
    """One thing the window shows."""

    def handle(self, event: Input) -> Command | None:
        """Answer an input; None if there is nothing to ask of the window."""

    def update(self, dt_s: float) -> Command | None:
        """Let time pass; a scene that waits for something may ask for another."""

    def draw(self, surface: pygame.Surface) -> bool:
        """Draw what changed; return whether anything did."""

    def lay(self, look: Look) -> None:
        """Lay everything out for a look: after a new size, a setting, or coming back to this scene."""

    def widgets(self) -> Iterator[Widget]:
        """Yield the widgets that can be heard of now, in reading order."""

    @property
    def typing(self) -> Box | None:
        """Return where text is being written, if it is."""
