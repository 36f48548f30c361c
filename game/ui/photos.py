"""Pictures that mods bring: measured by their first bytes before pygame sees them, and shown no larger than there is room."""

from pathlib import Path

import pygame

from game.content.pictures import check_picture
from game.ui.brush import Brush
from game.ui.look import Look
from game.ui.widgets import Role, Widget

TALL = 150.0  # logical px at most


def photo(path: Path) -> pygame.Surface | None:
    """Return a picture; None if it is none, or larger than a picture has to be."""
    if list(check_picture(path, path.name)):
        return None
    try:
        return pygame.image.load(path)
    except (pygame.error, OSError):  # right at its head and wrong further on
        return None


class Photo(Widget):
    """A picture, in its own proportions."""

    role = Role.PICTURE

    def __init__(self, name: str, label: str, picture: pygame.Surface) -> None:
        super().__init__(name, label)
        self.picture = picture
        self._shown: pygame.Surface | None = None

    def height(self, look: Look, width: float) -> float:
        """Return the height at which the whole picture is seen."""
        wide, tall = self.picture.get_size()
        return min(TALL, tall * min(1.0, width / wide))

    def paint(self, brush: Brush) -> None:
        """Draw the picture at the left of its place."""
        wide, tall = self.picture.get_size()
        scale = brush.look.scale * self.box.h / tall
        size = (max(1, round(wide * scale)), max(1, round(tall * scale)))
        if self._shown is None or self._shown.get_size() != size:
            whole = pygame.Surface((wide, tall), pygame.SRCALPHA)  # whatever its own colours are
            whole.blit(self.picture, (0, 0))
            self._shown = pygame.transform.smoothscale(whole, size)
        brush.surface.blit(self._shown, brush.rect(self.box).topleft)
