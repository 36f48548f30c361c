"""Outlines given by points: polygons and polylines as distance to their segments, with smooth edges, round joins and dashes.

All numbers are real pixels; points are (n, 2). Each drawing comes with the offset of its top left pixel.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.raster import Plane, tinted

Points = NDArray[np.float64]  # (n, 2)


class Drawing(NamedTuple):
    """A surface and where its top left pixel belongs."""

    surface: pygame.Surface
    left: int
    top: int


def polygon(points: Points, colour: str, alpha: int = 255) -> Drawing:
    """Return a filled polygon, convex or not, with smooth edges."""
    left, top, width, height = _frame(points, 1.0)
    x, y = _grid(left, top, width, height)
    edge = np.full((height, width), np.inf)
    inside = np.zeros((height, width), bool)
    for start, stop in zip(points, np.roll(points, -1, axis=0), strict=True):
        edge = np.minimum(edge, _segment_distance(x, y, start, stop))
        inside ^= _crosses(x, y, start, stop)
    return Drawing(tinted(0.5 + np.where(inside, edge, -edge), colour, alpha), left, top)


def polyline(points: Points, width: float, colour: str, alpha: int = 255) -> Drawing:
    """Return a line of `width` px with round caps and joins."""
    left, top, across, down = _frame(points, width / 2 + 1)
    near = np.full((down, across), np.inf)
    reach = int(np.ceil(width / 2 + 1))
    for start, stop in pairwise(points):
        low = np.floor(np.minimum(start, stop)).astype(int) - (left + reach, top + reach)
        high = np.ceil(np.maximum(start, stop)).astype(int) - (left - reach, top - reach)
        x0, y0 = np.maximum(low, 0)
        x1, y1 = np.minimum(high, (across, down))
        x, y = _grid(left + x0, top + y0, x1 - x0, y1 - y0)
        part = near[y0:y1, x0:x1]
        np.minimum(part, _segment_distance(x, y, start, stop), out=part)
    return Drawing(tinted(0.5 + width / 2 - near, colour, alpha), left, top)


def dashes(points: Points, on: float, off: float) -> list[Points]:
    """Return the pieces of a polyline that a dash pattern of `on` and `off` px leaves."""
    lengths = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    total = float(along[-1])
    if total == 0:
        return []
    starts = np.arange(0.0, total, on + off)
    return [_piece(points, along, start, min(start + on, total)) for start in starts]


def _piece(points: Points, along: NDArray[np.float64], start: float, stop: float) -> Points:
    """Return the polyline between two lengths along it."""
    inner = along[(along > start) & (along < stop)]
    marks = np.concatenate([[start], inner, [stop]])
    return np.stack([np.interp(marks, along, points[:, axis]) for axis in (0, 1)], axis=1)


def curve(ends: Sequence[tuple[float, float]], steps: int = 40) -> Points:
    """Return `steps` points of the Bezier curve through three or four control points."""
    t = np.linspace(0, 1, steps)[:, None]
    points = [np.array(end, float) for end in ends]
    while len(points) > 1:
        points = [a + (b - a) * t for a, b in pairwise(points)]
    return points[0]


def _frame(points: Points, margin: float) -> tuple[int, int, int, int]:
    """Return left, top, width and height of the pixels a drawing touches."""
    left, top = np.floor(points.min(axis=0) - margin).astype(int)
    right, bottom = np.ceil(points.max(axis=0) + margin).astype(int)
    return int(left), int(top), int(right - left), int(bottom - top)


def _grid(left: int, top: int, width: int, height: int) -> tuple[Plane, Plane]:
    """Return the pixel centres of a frame as a row and a column."""
    return (np.arange(width) + 0.5 + left)[None, :], (np.arange(height) + 0.5 + top)[:, None]


def _segment_distance(x: Plane, y: Plane, start: Points, stop: Points) -> Plane:
    """Return how far each pixel is from a segment."""
    dx, dy = stop - start
    share = ((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy + 1e-12)
    share = np.clip(share, 0, 1)
    return np.asarray(np.hypot(x - start[0] - share * dx, y - start[1] - share * dy))


def _crosses(x: Plane, y: Plane, start: Points, stop: Points) -> NDArray[np.bool_]:
    """Return whether a ray to the right of each pixel crosses the segment (even-odd rule)."""
    (x0, y0), (x1, y1) = start, stop
    spans = (y0 > y) != (y1 > y)
    height = y1 - y0 if y1 != y0 else 1e-12
    return np.asarray(spans & (x < x0 + (y - y0) * (x1 - x0) / height))
