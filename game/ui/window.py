"""The window: opened at a size that fits the screen, resizable down to 1024x576, sharp on dense displays.

There may be none: no display, or the wrong pygame. Both are errors with a name, for the caller to put into words.
"""

import os
import sys

import pygame

from game.ui.layout import Box

LEAST_SIZE = (1024, 576)  # window units; below, the desk cannot be laid out
FIRST_SIZE = (1280, 720)
HEADLESS = ("dummy", "offscreen")  # video drivers that show nothing to anybody


class NoDisplayError(Exception):
    """There is no screen to open a window on; the game can still be played as text."""


class WrongPygameError(Exception):
    """Plain pygame is installed in place of pygame-ce.

    The remedy is: uninstall pygame, then install pygame-ce anew, because both write into the same folder.
    """


def check_pygame() -> None:
    """Make sure that `pygame` is pygame-ce.

    Raises:
        WrongPygameError: If it is not.
    """
    if not getattr(pygame, "IS_CE", False):
        raise WrongPygameError(pygame.version.ver)


def prepare() -> None:
    """Set what SDL must know before it starts. Whatever the player has set stays."""
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")  # the list of candidates on Windows
    if sys.platform.startswith("linux"):
        # Without a GPU SDL paints windows through an emulated one, which costs 8 ms a frame at 720p and 40 at 4K.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")


class Window:
    """A pygame window, its surface, and how its units relate to real pixels."""

    def __init__(
        self,
        title: str,
        size: tuple[int, int] = FIRST_SIZE,
        *,
        fullscreen: bool = False,
        is_hidden: bool = False,
    ) -> None:
        """Open a window.

        Raises:
            NoDisplayError: If there is no screen.
            WrongPygameError: If pygame is not pygame-ce.
        """
        check_pygame()
        prepare()
        asked = os.environ.get("SDL_VIDEODRIVER", "")
        try:
            pygame.display.init()
            if pygame.display.get_driver() in HEADLESS and asked not in HEADLESS:
                raise NoDisplayError(pygame.display.get_driver())
            self._window = pygame.Window(title, size, resizable=True, allow_high_dpi=True, hidden=is_hidden)
        except pygame.error as error:
            raise NoDisplayError(str(error)) from error
        self._window.minimum_size = LEAST_SIZE
        self.is_fullscreen = False
        if fullscreen:
            self.toggle_fullscreen()
        pygame.key.set_repeat(350, 45)
        pygame.key.stop_text_input()
        self._typing: Box | None = None

    @property
    def surface(self) -> pygame.Surface:
        """Return the surface to draw on; another one after the size changed."""
        return self._window.get_surface()

    @property
    def size_px(self) -> tuple[int, int]:
        """Return the size in real pixels."""
        width, height = self.surface.get_size()
        return width, height

    @property
    def density(self) -> float:
        """Return real pixels per window unit, in which events come."""
        return self.size_px[0] / max(1, self._window.size[0])

    @property
    def handle(self) -> int:
        """Return the system's handle, which screen-reader bridges need."""
        return int(self._window.handle)

    @property
    def name(self) -> str:
        """Return the title."""
        return self._window.title

    def show(self) -> None:
        """Let a hidden window be seen."""
        self._window.show()

    def title(self, text: str) -> None:
        """Show another title."""
        self._window.title = text

    def icon(self, surface: pygame.Surface) -> None:
        """Show an icon in the task bar."""
        self._window.set_icon(surface)

    def toggle_fullscreen(self) -> None:
        """Fill the screen, or stop filling it."""
        if self.is_fullscreen:
            self._window.set_windowed()
        else:
            self._window.set_fullscreen(desktop=True)
        self.is_fullscreen = not self.is_fullscreen

    def show_frame(self) -> None:
        """Put what was drawn on the screen."""
        self._window.flip()

    def take_text(self, place: Box | None, scale: float) -> None:
        """Let keys write text at a place (logical px), or let keys be keys again.

        Keys are taken as text only while a field has the focus: else a Korean input method would swallow shortcuts.
        """
        if place == self._typing:
            return
        if place is None:
            pygame.key.stop_text_input()
        else:
            if self._typing is None:
                pygame.key.start_text_input()
            units = scale / self.density
            pygame.key.set_text_input_rect(pygame.Rect([round(v * units) for v in place]))
        self._typing = place

    def close(self) -> None:
        """Close the window."""
        self._window.destroy()
