"""Where things go: boxes in logical pixels, shared out in rows and columns, and one scale to real pixels.

A scene is laid out on a canvas of 1280x720 logical pixels or more; the scale fits it to the window. What exceeds 16:9 widens the
canvas, and the flexible middle takes the room. A larger interface makes the canvas smaller, never the picture blurred.
"""

from collections.abc import Sequence
from typing import NamedTuple

DESIGN_WIDTH, DESIGN_HEIGHT = 1280, 720  # logical px the desk is designed for
LEAST_SCALE, MOST_SCALE = 0.75, 3.0  # below, 12 px text is unreadable; above, nothing gets sharper


class Box(NamedTuple):
    """A rectangle in logical pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Return the x just beyond the box."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Return the y just beyond the box."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """Return the x of the centre."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """Return the y of the centre."""
        return self.y + self.h / 2

    def has(self, x: float, y: float) -> bool:
        """Return whether a point lies in the box."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def holds(self, other: "Box", slack: float = 0.5) -> bool:
        """Return whether another box lies within this one, give or take `slack`."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: "Box", slack: float = 0.0) -> bool:
        """Return whether two boxes overlap by more than `slack`."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > slack and down > slack

    def inset(self, dx: float, dy: float | None = None) -> "Box":
        """Return the box made smaller by `dx` left and right and `dy` above and below; negative grows it."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, max(0.0, self.w - 2 * dx), max(0.0, self.h - 2 * dy))

    def moved(self, dx: float, dy: float) -> "Box":
        """Return the box shifted."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def within(self, outer: "Box") -> "Box":
        """Return the box shifted just enough to lie in `outer`, at its top left if it is too large."""
        x = max(outer.x, min(self.x, outer.right - self.w))
        y = max(outer.y, min(self.y, outer.bottom - self.h))
        return Box(x, y, self.w, self.h)

    def top(self, height: float, gap: float = 0.0) -> tuple["Box", "Box"]:
        """Cut `height` off the top; return the piece and what is left below the gap."""
        rest = self.h - height - gap
        return Box(self.x, self.y, self.w, height), Box(self.x, self.y + height + gap, self.w, max(0.0, rest))

    def left(self, width: float, gap: float = 0.0) -> tuple["Box", "Box"]:
        """Cut `width` off the left; return the piece and what is left beyond the gap."""
        rest = self.w - width - gap
        return Box(self.x, self.y, width, self.h), Box(self.x + width + gap, self.y, max(0.0, rest), self.h)


class Part(NamedTuple):
    """What one piece of a row or column asks for: a fixed least size, and a share of what is left."""

    least: float = 0.0
    share: float = 0.0


def fixed(size: float) -> Part:
    """Return a part of exactly `size`."""
    return Part(size, 0.0)


def flex(share: float = 1.0, least: float = 0.0) -> Part:
    """Return a part that takes at least `least`, and its share of the rest."""
    return Part(least, share)


def sizes(length: float, parts: Sequence[Part], gap: float = 0.0) -> list[float]:
    """Share `length` out: flexible parts split what the fixed ones leave, none below its least."""
    free = length - gap * max(0, len(parts) - 1)
    settled = {i: part.least for i, part in enumerate(parts) if part.share == 0}
    while True:
        open_ = [i for i in range(len(parts)) if i not in settled]
        left = max(0.0, free - sum(settled.values()))
        total = sum(parts[i].share for i in open_)
        short = [i for i in open_ if left * parts[i].share / total < parts[i].least]
        if not short:
            break
        settled.update({i: parts[i].least for i in short})
    return [settled[i] if i in settled else left * part.share / total for i, part in enumerate(parts)]


def columns(box: Box, parts: Sequence[Part], gap: float = 0.0) -> list[Box]:
    """Return boxes side by side, left to right."""
    found, x = [], box.x
    for width in sizes(box.w, parts, gap):
        found.append(Box(x, box.y, width, box.h))
        x += width + gap
    return found


def rows(box: Box, parts: Sequence[Part], gap: float = 0.0) -> list[Box]:
    """Return boxes one below the other, top to bottom."""
    found, y = [], box.y
    for height in sizes(box.h, parts, gap):
        found.append(Box(box.x, y, box.w, height))
        y += height + gap
    return found


def grid(box: Box, across: int, down: int, gap: float = 0.0) -> list[Box]:
    """Return `across` x `down` equal boxes in reading order."""
    lines = rows(box, [flex()] * down, gap)
    return [cell for line in lines for cell in columns(line, [flex()] * across, gap)]


def scale_of(width: int, height: int, interface: float = 1.0) -> float:
    """Return real pixels per logical pixel for a window of real size; `interface` is the player's size, 1 = 100 %."""
    fit = min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT)
    return max(LEAST_SCALE, min(MOST_SCALE, fit)) * interface


def canvas_of(width: int, height: int, scale: float) -> Box:
    """Return the whole window in logical pixels."""
    return Box(0.0, 0.0, width / scale, height / scale)
