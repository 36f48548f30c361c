"""The keys that mean the same everywhere."""

import pygame

from game.ui.inputs import Key

PREVIOUS = (pygame.K_LEFT, pygame.K_UP)
NEXT = (pygame.K_RIGHT, pygame.K_DOWN)
ARROWS = (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN)


def is_enter(key: Key) -> bool:
    """Return whether the key presses the focused thing: Enter or Space, with nothing held."""
    return _is_plain(key) and key.code in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


def is_help(key: Key) -> bool:
    """Return whether the key asks for the keys there are."""
    return key.meant.code == pygame.K_F1


def is_space(key: Key) -> bool:
    """Return whether the key is Space with nothing held."""
    return _is_plain(key) and key.code == pygame.K_SPACE


def _is_plain(key: Key) -> bool:
    return not (key.ctrl or key.alt or key.shift)


def digit(key: Key) -> int | None:
    """Return the digit 1..9 of a number key of either block, else None."""
    if pygame.K_1 <= key.code <= pygame.K_9:
        return key.code - pygame.K_0
    if pygame.K_KP_1 <= key.code <= pygame.K_KP_9:
        return key.code - pygame.K_KP_1 + 1
    return None
