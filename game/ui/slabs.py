"""Large opaque boxes, put down as four corners and plain stretches: nothing of their size is kept or blended.

A panel as a picture of its own would be megabytes on a dense screen, and blending it costs ten times what filling does.
"""

from collections.abc import Callable, Hashable

import pygame

from game.ui import raster
from game.ui.raster import Fill
from game.ui.tokens import rgb

LARGE_PX = 8_000  # px; a smaller box is put down faster as one picture
Keep = Callable[[Hashable, Callable[[], pygame.Surface]], pygame.Surface]


def is_slab(rect: pygame.Rect, radius: float, fill: Fill) -> bool:
    """Return whether a box is one of corners and plain stretches, and large enough to be put down so."""
    least = 2 * raster.corner_px(radius, fill) + 1
    return fill.alpha == 255 and not fill.fade and rect.w * rect.h >= LARGE_PX and min(rect.size) > least


def put(surface: pygame.Surface, rect: pygame.Rect, radius: float, fill: Fill, keep: Keep) -> None:
    """Draw such a box, pixel by pixel equal to `raster.box`; `keep` gives its corners."""
    corner = raster.corner_px(radius, fill)
    side = 2 * corner + 1
    small = keep(("slab", side, radius, fill), lambda: raster.box((side, side), radius, fill))
    colour = rgb(fill.colour)
    surface.fill(colour, rect.inflate(0, -2 * corner))
    for top in (rect.top, rect.bottom - corner):
        surface.fill(colour, (rect.left + corner, top, rect.w - 2 * corner, corner))
        for left in (rect.left, rect.right - corner):
            area = (
                0 if left == rect.left else corner + 1,
                0 if top == rect.top else corner + 1,
                corner,
                corner,
            )
            surface.blit(small, (left, top), area)
    if fill.border:
        _edges(surface, rect, corner, fill)


def _edges(surface: pygame.Surface, rect: pygame.Rect, corner: int, fill: Fill) -> None:
    colour, line = rgb(fill.border), fill.border_px
    for top in (rect.top, rect.bottom - line):
        surface.fill(colour, (rect.left + corner, top, rect.w - 2 * corner, line))
    for left in (rect.left, rect.right - line):
        surface.fill(colour, (left, rect.top + corner, line, rect.h - 2 * corner))
