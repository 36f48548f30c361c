"""Streams of people between companies: a curve, the number who took it this week, and dots that drift along it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.ui.seats import Points

MOST = 5  # streams drawn at once; more cannot be read
LEAST_DOTS, MOST_DOTS = 16, 160
DRIFT_PER_S = 0.05  # of the curve's length: slow enough to read beside, quick enough to show the direction
BEND = 0.30  # of the distance, how far a curve leaves the straight line
TURN = 0.75  # radians by which a stream leaves a company beside the straight line, so that it is seen
STEP = 2.2  # px between the dots of a full stream on a stage 300 px high
OUTSIDE = 64.0  # px from a company's rim at which people without one come from or go to


class Stream(NamedTuple):
    """People who moved from one firm to another this week (-1: none), and the middle of their curve in stage px."""

    source: int
    target: int
    people: float
    x: float
    y: float


class Current(NamedTuple):
    """What draws a stream: its curve (3, 2), and each dot's phase and place beside it."""

    stream: Stream
    curve: Points
    phase: NDArray[np.float32]  # (dots,) 0..1
    beside: NDArray[np.float32]  # (dots, 2) px

    def places(self, now_s: float) -> Points:
        """Return where the dots are (dots, 2)."""
        along = ((self.phase + now_s * DRIFT_PER_S) % 1.0)[:, None]
        start, middle, end = self.curve
        path = (1 - along) ** 2 * start + 2 * along * (1 - along) * middle + along**2 * end
        return np.asarray(path + self.beside)


def biggest(flows: NDArray[np.float64], most: int = MOST) -> list[tuple[int, int, float]]:
    """Return (source, target, people) of the largest movements; the last row and column of `flows` is no service."""
    firms = len(flows) - 1
    moved = flows.copy()
    np.fill_diagonal(moved, 0)
    order = np.argsort(-moved, axis=None, kind="stable")[:most]
    pairs = [(int(i) // len(flows), int(i) % len(flows)) for i in order]
    names = [-1 if k == firms else k for k in range(firms + 1)]
    return [(names[a], names[b], float(moved[a, b])) for a, b in pairs if moved[a, b] >= 0.5]


def current(
    flow: tuple[int, int, float], middles: Points, reach: NDArray[np.float32], size: tuple[int, int]
) -> Current:
    """Return the stream of one flow; middles (firms, 2) and reach (firms,) in px."""
    source, target, people = flow
    side = TURN if source < target else -TURN
    start = _end(source, target, middles, reach, size, turn=-side)
    end = _end(target, source, middles, reach, size, turn=side)
    across = end - start
    far = float(np.hypot(*across)) or 1.0
    aside = np.array([across[1], -across[0]], np.float32) * BEND * (1 if source < target else -1)
    middle = np.clip((start + end) / 2 + aside, 14, np.array(size) - 14)
    grain = max(1.0, size[1] / 300)
    count = int(
        np.clip(far / (STEP * grain), LEAST_DOTS, MOST_DOTS) * np.clip(np.sqrt(people) / 10, 0.4, 1.0)
    )
    luck = np.random.default_rng((source + 1) * 31 + target + 1)
    beside = luck.normal(0, 2.6 * grain, (count, 2)).astype(np.float32)
    curve = np.stack([start, middle, end]).astype(np.float32)
    mid = curve[0] / 4 + curve[1] / 2 + curve[2] / 4
    stream = Stream(source, target, people, float(mid[0]), float(mid[1]))
    return Current(stream, curve, np.linspace(0, 1, count, endpoint=False, dtype=np.float32), beside)


def _end(
    firm: int, other: int, middles: Points, reach: NDArray[np.float32], size: tuple[int, int], *, turn: float
) -> Points:
    """Return where a stream touches a company's rim, `turn` radians off the straight line, or where people without one stand."""
    if firm < 0:
        return _outside(other, middles, reach, size)
    middle = middles[firm]
    goal = middles[other] if other >= 0 else _outside(firm, middles, reach, size)
    way = goal - middle
    angle = float(np.arctan2(way[1], way[0])) + (turn if other >= 0 else turn / 3)
    rim = max(0.0, float(reach[firm]) - 4)
    touch = middle + rim * np.array([np.cos(angle), np.sin(angle)], np.float32)
    return np.asarray(np.clip(touch, 8, np.array(size) - 8))


def _outside(firm: int, middles: Points, reach: NDArray[np.float32], size: tuple[int, int]) -> Points:
    """Return the point near a company's rim that is furthest from all others and still on the stage."""
    turns = np.arange(0, 2 * np.pi, np.pi / 12)
    ring = (float(reach[firm]) + OUTSIDE) * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    points = (middles[firm] + ring).astype(np.float32)
    on_stage = ((points > 10) & (points < np.array(size) - 10)).all(axis=1)
    clear = np.full(len(points), 1e6, np.float32)
    for k in range(len(middles)):
        if k != firm:
            clear = np.minimum(clear, np.hypot(*(points - middles[k]).T) - reach[k])
    clear = np.where(on_stage, clear, clear - 1e6)
    return np.asarray(np.clip(points[int(clear.argmax())], 10, np.array(size) - 10))
