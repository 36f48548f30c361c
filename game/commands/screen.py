"""Is there a screen, and the pygame the game is made for? Asked before a window is opened."""

import os
import sys
from importlib.util import find_spec

_UNSEEN = ("dummy", "offscreen", "evdev", "")  # drivers of SDL that show nothing to anybody


def why_no_window() -> str | None:
    """Return the id of the sentence that says why there can be no window, or None when there can."""
    if find_spec("pygame") is None:
        return "command.no-pygame"
    if sys.platform.startswith("linux") and not _has_display():
        return "command.no-screen"  # said without waiting for pygame
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame

    if not getattr(pygame, "IS_CE", 0):
        return "command.plain-pygame"
    try:
        pygame.display.init()
    except pygame.error:
        return "command.no-screen"
    is_asked_for = "SDL_VIDEODRIVER" in os.environ  # tests draw on a dummy on purpose
    return None if is_asked_for or pygame.display.get_driver() not in _UNSEEN else "command.no-screen"


def _has_display() -> bool:
    return any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")
    )
