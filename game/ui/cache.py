"""Pictures already made are kept until there is no room; the one unused for longest goes first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame

LIMIT_BYTES = 64 * 2**20
# Of a window: a desk in full needs 6 (measured at 1080p), and the words of last week may go.
BYTES_A_PIXEL = 10


def limit_of(size_px: tuple[int, int]) -> int:
    """Return how many bytes a window of that size may keep."""
    return min(LIMIT_BYTES, BYTES_A_PIXEL * size_px[0] * size_px[1])


class SurfaceCache:
    """Surfaces by key, bounded by the bytes they occupy."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self.limit_bytes = limit_bytes
        self.used_bytes = 0
        self._surfaces: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def __len__(self) -> int:
        return len(self._surfaces)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._surfaces

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Return the surface kept under `key`, making it if there is none."""
        kept = self._surfaces.get(key)
        if kept is not None:
            self._surfaces.move_to_end(key)
            return kept
        made = make()
        self._surfaces[key] = made
        self.used_bytes += size_bytes(made)
        self._make_room()
        return made

    def clear(self) -> None:
        """Forget everything, as when the scale changes."""
        self._surfaces.clear()
        self.used_bytes = 0

    def _make_room(self) -> None:
        while self.used_bytes > self.limit_bytes and len(self._surfaces) > 1:
            _, oldest = self._surfaces.popitem(last=False)
            self.used_bytes -= size_bytes(oldest)


def size_bytes(surface: pygame.Surface) -> int:
    """Return the bytes of a surface's pixels."""
    return surface.get_pitch() * surface.get_height()
