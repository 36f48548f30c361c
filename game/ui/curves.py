"""Curves as planes of opacity, column by column: smooth at any slope, with the area below fading out, in under a millisecond."""

from typing import NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.raster import tinted

Floats = NDArray[np.float64]

STEEPEST = 0.8  # of the width: how thick, upright, a steep piece may get
GLOW = 70 / 255  # opacity of the area right below the line


class Stroke(NamedTuple):
    """How a curve is drawn, real px: width, dash (0: solid), and whether the area below is filled."""

    width: float
    dash: int = 0
    is_filled: bool = False


def curve(heights: Floats, size: tuple[int, int], stroke: Stroke, colour: str) -> pygame.Surface:
    """Return a curve through `heights` (n,), 0 at the top of `size` and 1 at its foot; NaN leaves a gap."""
    width, height = size
    middle, is_there = across(heights, width)
    middle = middle * (height - 1) + 0.5
    before = np.concatenate([middle[:1], middle[:-1]])
    after = np.concatenate([middle[1:], middle[-1:]])
    top = np.minimum(middle, np.minimum(middle + before, middle + after) / 2)
    foot = np.maximum(middle, np.maximum(middle + before, middle + after) / 2)
    half = np.minimum(stroke.width / 2 * np.hypot(1, (after - before) / 2), stroke.width * STEEPEST)
    half = np.maximum(half, stroke.width / 2)
    y = np.arange(height)[:, None] + 0.5
    cover = np.clip(np.minimum(y - (top - half - 0.5), (foot + half + 0.5) - y), 0, 1)
    if stroke.dash:
        cover = cover * ((np.arange(width) // stroke.dash) % 2 == 0)
    if stroke.is_filled:
        below = np.where(y > middle, GLOW * (1 - (y - middle) / height), 0)
        cover = np.maximum(cover, below)
    return tinted(cover * is_there, colour)


def band(low: Floats, high: Floats, size: tuple[int, int], colour: str, alpha: int) -> pygame.Surface:
    """Return the area between two curves, heights as in `curve`."""
    width, height = size
    foot, is_low = across(low, width)
    top, is_high = across(high, width)
    y = np.arange(height)[:, None] + 0.5
    cover = np.clip(np.minimum(y - top * (height - 1), foot * (height - 1) + 1 - y), 0, 1)
    return tinted(cover * (is_low & is_high), colour, alpha)


def across(heights: Floats, width: int) -> tuple[Floats, NDArray[np.bool_]]:
    """Return a height for each of `width` columns (width,), and whether the curve is there."""
    place = np.linspace(0, max(0, len(heights) - 1), width)
    known = np.flatnonzero(np.isfinite(heights))
    if not len(known):
        return np.ones(width), np.zeros(width, bool)
    is_there = np.isfinite(heights)[np.rint(place).astype(np.intp)]
    return np.interp(place, known, heights[known]), is_there
