"""What lies behind a dialog: the scene, out of focus and dimmed, made once when the dialog opens."""

import pygame

from game.ui.tokens import Theme, rgb

SHRINK, BLUR = 4, 2  # blurring a quarter of the size is 50 times cheaper, and looks the same


def dimmed(surface: pygame.Surface, theme: Theme) -> pygame.Surface:
    """Return a blurred, veiled copy of what is drawn."""
    width, height = surface.get_size()
    small = pygame.transform.smoothscale(surface, (max(1, width // SHRINK), max(1, height // SHRINK)))
    soft = pygame.transform.box_blur(small, BLUR)
    veil = pygame.Surface(soft.get_size(), pygame.SRCALPHA, 32)
    veil.fill((*rgb(theme.veil), theme.veil_alpha))
    soft.blit(veil, (0, 0))
    return pygame.transform.smoothscale(soft, (width, height))
