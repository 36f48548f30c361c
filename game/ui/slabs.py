"""Large opaque boxes and their shadows, put down as four corners and plain stretches: nothing of their size is kept or blended.

A panel as a picture of its own would be megabytes on a dense screen, and blending it costs ten times what filling does.
"""

from collections.abc import Callable, Hashable
from math import ceil
from typing import NamedTuple

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


class Soft(NamedTuple):
    """A shadow: the radius of its box's corners, how far it reaches, and how dark it is at most."""

    radius: float
    blur: int
    alpha: int


def put_shadow(surface: pygame.Surface, rect: pygame.Rect, soft: Soft, keep: Keep) -> None:
    """Draw the shadow of a box but for its even middle, on which that box is to be drawn; equal to `raster.shadow`."""
    corner = soft.blur + ceil(soft.radius) + 2
    inner = 2 * (corner - soft.blur) + 1
    outer = rect.inflate(2 * soft.blur, 2 * soft.blur)
    if min(rect.size) < inner:
        whole = keep(("shadow", rect.size, soft), lambda: raster.shadow(rect.size, *soft))
        surface.blit(whole, outer.topleft)
        return
    small = keep(("shadow", inner, soft), lambda: raster.shadow((inner, inner), *soft))
    for x, wide, left in ((0, corner, outer.left), (corner + 1, corner, outer.right - corner)):
        for y, tall, top in ((0, corner, outer.top), (corner + 1, corner, outer.bottom - corner)):
            surface.blit(small, (left, top), (x, y, wide, tall))
    across, down = outer.w - 2 * corner, outer.h - 2 * corner
    for y, top in ((0, outer.top), (corner + 1, outer.bottom - corner)):
        _stretch(
            surface,
            small,
            pygame.Rect(corner, y, 1, corner),
            pygame.Rect(outer.left + corner, top, across, corner),
        )
    for x, left in ((0, outer.left), (corner + 1, outer.right - corner)):
        _stretch(
            surface,
            small,
            pygame.Rect(x, corner, corner, 1),
            pygame.Rect(left, outer.top + corner, corner, down),
        )


def _stretch(surface: pygame.Surface, small: pygame.Surface, piece: pygame.Rect, place: pygame.Rect) -> None:
    if place.w > 0 and place.h > 0:
        surface.blit(pygame.transform.scale(small.subsurface(piece), place.size), place)
