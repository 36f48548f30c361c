"""Shapes as arrays: every edge is a distance to an outline, so it is smooth at any scale and the same on every machine.

All numbers here are real pixels. Each function returns a fresh surface with alpha; `Brush` keeps and places them.
Boxes are drawn small and their middle is repeated (nine-slice), which is exact because nothing changes along a straight edge.
"""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.tokens import rgb

Plane = NDArray[np.floating[Any]]  # (height, width), distances or coverage
GLOW_ROWS = 32  # of a light at once: few enough to be worked on in the processor's own memory


class Fill(NamedTuple):
    """How a box is painted. `fade` is the colour at the bottom; `alpha` counts for fill and border alike."""

    colour: str
    border: str = ""
    border_px: int = 1
    fade: str = ""
    alpha: int = 255


def surface_of(argb: NDArray[np.uint32]) -> pygame.Surface:
    """Return a surface with the given pixels, (height, width) of 0xAARRGGBB, not premultiplied."""
    height, width = argb.shape
    surface = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    pixels_of(surface)[...] = argb
    return surface


def pixels_of(surface: pygame.Surface) -> NDArray[np.uint32]:
    """Return the pixels of a 32-bit surface as a writable view (height, width).

    Raises:
        ValueError: If the surface does not lay its pixels out as 0x??RRGGBB in rows of whole words.
    """
    if surface.get_masks()[:3] != (0xFF0000, 0xFF00, 0xFF) or surface.get_bytesize() != 4:
        msg = f"unexpected pixel layout: masks {surface.get_masks()}, pitch {surface.get_pitch()}"
        raise ValueError(msg)
    memory: Any = surface.get_buffer()  # pygame's stubs do not say that it is a buffer
    words: NDArray[np.uint32] = np.frombuffer(memory, np.uint32)
    rows = words.reshape(surface.get_height(), surface.get_pitch() // 4)
    return np.asarray(rows[:, : surface.get_width()])


def tinted(coverage: Plane, colour: str, alpha: int = 255) -> pygame.Surface:
    """Return a one-coloured surface whose opacity is `coverage` (0..1) times `alpha`."""
    return surface_of(_words(coverage, colour, alpha))


def _words(coverage: Plane, colour: str, alpha: int) -> NDArray[np.uint32]:
    red, green, blue = rgb(colour)
    opacity = np.rint(np.clip(coverage, 0, 1) * alpha).astype(np.uint32)
    words: NDArray[np.uint32] = (opacity << np.uint32(24)) | np.uint32(red << 16 | green << 8 | blue)
    return words


def box(size: tuple[int, int], radius: float, fill: Fill) -> pygame.Surface:
    """Return a rounded box, drawn as nine slices; equal to `box_in_full` pixel by pixel."""
    width, height = size
    radius = min(radius, width / 2, height / 2)
    corner = corner_px(radius, fill)
    columns = _slices(width, corner)
    rows = np.arange(height) if fill.fade else _slices(height, corner)
    small = _kept_pixels((int(columns.max()) + 1, int(rows.max()) + 1), radius, fill)
    return surface_of(small[rows][:, columns])


def corner_px(radius: float, fill: Fill) -> int:
    """Return how far from its corners a box is more than straight edges."""
    return int(np.ceil(radius)) + fill.border_px + 2


def box_in_full(size: tuple[int, int], radius: float, fill: Fill) -> pygame.Surface:
    """Return a rounded box with every pixel computed: what `box` must equal."""
    width, height = size
    return surface_of(_box_pixels(size, min(radius, width / 2, height / 2), fill))


def _slices(length: int, corner: int) -> NDArray[np.int64]:
    """Return, for each of `length` pixels, the pixel of the small box that it repeats."""
    if length <= 2 * corner + 1:
        return np.arange(length)
    middle = np.full(length - 2 * corner, corner)
    return np.concatenate([np.arange(corner), middle, np.arange(corner + 1, 2 * corner + 1)])


@lru_cache(maxsize=400)
def _kept_pixels(size: tuple[int, int], radius: float, fill: Fill) -> NDArray[np.uint32]:
    """Return pixels as `_box_pixels` does: boxes of all sizes share the few they are made of."""
    return _box_pixels(size, radius, fill)


def _box_pixels(size: tuple[int, int], radius: float, fill: Fill) -> NDArray[np.uint32]:
    """Return (height, width) pixels of a rounded box."""
    edge = box_distance(size, radius)
    height = edge.shape[0]
    colour = np.broadcast_to(np.array(rgb(fill.colour), float), (*edge.shape, 3))
    if fill.fade:
        down = ((np.arange(height) + 0.5) / height)[:, None, None]
        colour = colour + (np.array(rgb(fill.fade), float) - colour) * down
    if fill.border:
        rim = np.clip(0.5 + edge + fill.border_px, 0, 1)[:, :, None]
        colour = colour + (np.array(rgb(fill.border), float) - colour) * rim
    opacity = np.rint(np.clip(0.5 - edge, 0, 1) * fill.alpha).astype(np.uint32)
    whole = np.rint(colour).astype(np.uint32)
    words: NDArray[np.uint32] = (opacity << 24) | (whole[..., 0] << 16) | (whole[..., 1] << 8) | whole[..., 2]
    return words


def box_distance(size: tuple[int, int], radius: float, grow: float = 0) -> Plane:
    """Return the signed distance (height, width) of each pixel to a rounded box, negative inside.

    The box fills the plane but for `grow` pixels on each side.
    """
    x, y = (_inwards(length, radius, grow) for length in size)
    outside = np.hypot(np.maximum(x, 0)[None, :], np.maximum(y, 0)[:, None])
    inside = np.minimum(np.maximum(x[None, :], y[:, None]), 0)
    return outside + inside - radius


def _inwards(length: int, radius: float, grow: float) -> NDArray[np.float64]:
    """Return how far each pixel lies outside the box shrunk by its radius, from the nearer end."""
    near = np.arange(length) + 0.5
    return np.asarray(radius + grow - np.minimum(near, near[::-1]))


def shadow(size: tuple[int, int], radius: float, blur: int, alpha: int) -> pygame.Surface:
    """Return the soft shadow of a box of `size`, which it exceeds by `blur` on each side."""
    width, height = size
    far = box_distance((width + 2 * blur, height + 2 * blur), radius, blur)
    return tinted(np.clip(1 - far / max(blur, 1), 0, 1) ** 2, "#000000", alpha)


def disc(radius: float, colour: str, alpha: int = 255) -> pygame.Surface:
    """Return a disc centred in an even-sized square."""
    return tinted(0.5 + radius - _far(_half(radius)), colour, alpha)


def glow(radius: float, colour: str, alpha: int, power: float = 2.0) -> pygame.Surface:
    """Return a light that fades from the centre to nothing at `radius`.

    A quarter is reckoned, a few rows at a time, and mirrored: the light behind a scene at 1080p would otherwise take 40 MiB for
    a moment, and four times as long.
    """
    half = _half(radius)
    line = np.arange(half) + 0.5 - half
    words = np.empty((2 * half, 2 * half), np.uint32)
    for top in range(0, half, GLOW_ROWS):
        rows = slice(top, min(top + GLOW_ROWS, half))
        far = np.hypot(line[None, :], line[rows, None])
        words[rows, :half] = _words(np.clip(1 - far / radius, 0, 1) ** power, colour, alpha)
    words[:half, half:] = words[:half, half - 1 :: -1]
    words[half:] = words[half - 1 :: -1]
    return surface_of(words)


def _half(radius: float) -> int:
    return int(np.ceil(radius)) + 1


def _far(half: int) -> Plane:
    """Return the distance of each pixel of a square of 2 * half pixels to its centre."""
    line = np.arange(2 * half) + 0.5 - half
    return np.asarray(np.hypot(line[None, :], line[:, None]))


class Sweep(NamedTuple):
    """Part of a circle: radius to the middle of the stroke, stroke width, clockwise degrees from twelve o'clock."""

    radius: float
    width: float
    start: float
    stop: float
    dash: tuple[float, float] | None = None  # (on, off) in px along the arc


def arc(sweep: Sweep, colour: str, alpha: int = 255) -> pygame.Surface:
    """Return an arc with round caps, or round dashes, centred in an even-sized square."""
    half = _half(sweep.radius + sweep.width / 2)
    line = np.arange(2 * half) + 0.5 - half
    x, y = line[None, :], line[:, None]
    if sweep.dash is None:
        return tinted(_stroke(x, y, sweep), colour, alpha)
    coverage = np.zeros((2 * half, 2 * half))
    for start, stop in _dashes(sweep):
        coverage = np.maximum(coverage, _stroke(x, y, sweep._replace(start=start, stop=stop)))
    return tinted(coverage, colour, alpha)


def _dashes(sweep: Sweep) -> list[tuple[float, float]]:
    """Return the angles of each dash; the last one is never cut short."""
    assert sweep.dash is not None
    degrees = np.degrees(1 / max(sweep.radius, 1e-6))
    on, off = sweep.dash[0] * degrees, sweep.dash[1] * degrees
    span = sweep.stop - sweep.start
    count = max(1, round((span + off) / (on + off)))
    pitch = (span + off) / count
    return [(sweep.start + i * pitch, sweep.start + i * pitch + pitch - off) for i in range(count)]


def _stroke(x: Plane, y: Plane, sweep: Sweep) -> Plane:
    """Return the coverage of one arc with round caps over the pixel offsets x, y from its centre."""
    ring = np.abs(np.hypot(x, y) - sweep.radius)
    if sweep.stop - sweep.start < 360:
        turned = (np.degrees(np.arctan2(x, -y)) - sweep.start) % 360
        caps = np.minimum(*(np.hypot(x - cx, y - cy) for cx, cy in _ends(sweep)))
        ring = np.where(turned <= sweep.stop - sweep.start, ring, caps)
    return np.clip(0.5 + sweep.width / 2 - ring, 0, 1)


def _ends(sweep: Sweep) -> list[tuple[float, float]]:
    turns = np.radians([sweep.start, sweep.stop])
    return [(sweep.radius * float(np.sin(a)), -sweep.radius * float(np.cos(a))) for a in turns]
