"""The ways to where levels are made: the workshop, and the set-up of a market of one's own."""

from typing import TYPE_CHECKING

from game.ui.house import House
from game.ui.scene import Command
from game.ui.scenes.ways import Making, after_reading

if TYPE_CHECKING:
    from game.ui.library import Library


def workshop(house: House, chosen: str = "") -> Making:
    """Return the level workshop."""
    from game.ui.scenes.workshop import Workshop

    return lambda look: Workshop(house, look, chosen)


def sandbox(house: House) -> Command:
    """Set up a market of one's own; where the sandbox cannot be read, the workshop says why."""
    return after_reading(house, lambda library: _sandbox(house, library))


def _sandbox(house: House, library: "Library") -> Making:
    from game.content.complaints import LevelError
    from game.content.sandbox import PARENT
    from game.ui.scenes.sandbox import SandboxScene

    try:
        parent = library.level(PARENT)
    except LevelError:
        parent = None
    return (
        workshop(house)
        if parent is None
        else lambda look: SandboxScene(house, look, parent, house.new_seed())
    )
