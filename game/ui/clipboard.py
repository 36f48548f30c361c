"""The system's clipboard: text is put there, and a system without one is no reason to stop."""

import pygame


def put(text: str) -> bool:
    """Put a text where it can be pasted from; return whether that worked."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return False
    return True
