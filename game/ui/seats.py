"""Places for people: a loose lattice over the stage, and whose ground each place is.

Every company holds the ground around its anchor, as many seats as it has people: a disc where there is room, flattened where
two meet or where the wall is. Anchors never move, so a company grows and shrinks at its rim and nobody in the middle stirs.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]  # (n, 2) real px within the stage
Whole = NDArray[np.intp]
Far = NDArray[np.float32]  # (firms, seats) px squared

JITTER = 0.30  # of the pitch: enough to look like people, too little to touch
HEX = 3**0.5 / 2  # height of a row of a hexagonal lattice, in pitches
ROUNDS = 40  # of settling weights; ten are enough unless a firm has most of a narrow stage
LOOSE_SHARE, LOOSE_SEATS = 0.06, 6  # how much larger the ground is within which people stay where they are
HALO = 2.2  # pitches of empty ground around a company, so that its outline shows

ANCHORS: dict[int, tuple[tuple[float, float], ...]] = {  # share of width and height; the player's first
    1: ((0.40, 0.52),),
    2: ((0.24, 0.55), (0.68, 0.46)),
    3: ((0.21, 0.50), (0.66, 0.42), (0.45, 0.78)),
    4: ((0.215, 0.55), (0.655, 0.42), (0.43, 0.77), (0.90, 0.76)),
    5: ((0.20, 0.52), (0.60, 0.40), (0.42, 0.80), (0.76, 0.80), (0.90, 0.34)),
    6: ((0.19, 0.48), (0.58, 0.40), (0.38, 0.82), (0.68, 0.82), (0.90, 0.66), (0.86, 0.22)),
    7: ((0.18, 0.50), (0.52, 0.36), (0.36, 0.82), (0.60, 0.82), (0.82, 0.78), (0.75, 0.28), (0.93, 0.42)),
    8: (
        (0.16, 0.46),
        (0.48, 0.34),
        (0.30, 0.84),
        (0.52, 0.82),
        (0.72, 0.82),
        (0.92, 0.78),
        (0.70, 0.28),
        (0.91, 0.28),
    ),
}


class Ground(NamedTuple):
    """Whose ground each seat is."""

    tight: NDArray[np.int8]  # (seats,) firm or -1: exactly as many seats as each firm has people
    depth: Far  # (firms, seats) the lower, the nearer a firm's middle; about 0 at its rim
    homely: NDArray[
        np.bool_
    ]  # (firms, seats) on a firm's ground or so little beyond its rim that people stay
    halo: NDArray[np.bool_]  # (seats,) too near a company for people without one


def lattice(width: int, height: int, pitch: float) -> Points:
    """Return the seats of a stage: a hexagonal lattice with jitter, every seat a pitch's half off the wall."""
    ys = np.arange(pitch * 0.6, height - pitch * 0.4, pitch * HEX)
    xs = np.arange(pitch * 0.6, width - pitch * 0.9, pitch)
    grid = np.stack(np.meshgrid(xs, ys), axis=-1)
    grid[1::2, :, 0] += pitch / 2
    shake = np.random.default_rng(7).uniform(-JITTER, JITTER, grid.shape) * pitch
    return (grid + shake).reshape(-1, 2).astype(np.float32)


def anchors(firms: int, width: int, height: int) -> Points:
    """Return where the middles of `firms` companies are."""
    places = ANCHORS[max(1, min(len(ANCHORS), firms))]
    return np.array([(x * width, y * height) for x, y in places], np.float32)


def distances(seats: Points, middles: Points) -> Far:
    """Return the squared distance of every seat to every firm's middle."""
    x, y = np.ascontiguousarray(seats.T)
    return np.stack([np.square(x - mx) + np.square(y - my) for mx, my in middles]).astype(np.float32)


def share_out(far: Far, area: float, wanted: Whole) -> Ground:
    """Return whose ground each seat is when firm k wants `wanted[k]` seats; `area` is that of one seat, px squared."""
    weights = _settle(far, wanted, np.float32(area))
    depth = far - weights[:, None]
    slack = np.where(wanted > 0, (wanted * LOOSE_SHARE + LOOSE_SEATS) * (area / np.pi), 0).astype(np.float32)
    rim = np.where(wanted > 0, np.square(np.sqrt(weights + slack) + HALO * np.sqrt(area)), -1)
    halo = np.zeros(far.shape[1], bool)
    for firm in range(len(wanted)):
        halo |= far[firm] < rim[firm]
    return Ground(_innermost(depth, wanted, slack), depth, depth <= slack[:, None], halo)


def _settle(far: Far, wanted: Whole, area: np.float32) -> Far:
    """Return a weight (px squared) for each firm such that the seats nearest to it by weight are as many as it wants."""
    weights = (wanted * (area / np.pi)).astype(np.float32)
    for _ in range(ROUNDS):
        owner, depth = _nearest(far - weights[:, None])
        lacking = wanted - np.bincount(owner[depth <= 0], minlength=len(wanted))
        if (lacking <= 0).all():
            break
        weights += np.maximum(lacking, 0).astype(np.float32) * np.float32(area / np.pi)
    return weights


def _nearest(depth: Far) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return each seat's deepest firm (seats,) and its depth there, the first firm if two are equal."""
    owner, least = np.zeros(depth.shape[1], np.int8), depth[0].copy()
    for firm in range(1, len(depth)):
        owner[depth[firm] < least] = firm
        np.minimum(least, depth[firm], out=least)
    return owner, least


def _innermost(depth: Far, wanted: Whole, slack: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return the firm of each seat (seats,) when every firm takes its innermost `wanted`; what it lacks, anywhere near."""
    owner, least = _nearest(depth)
    taken = np.full(len(owner), -1, np.int8)
    for firm, want in enumerate(wanted):
        mine = np.flatnonzero((owner == firm) & (least <= slack[firm]))
        taken[lowest(mine, depth[firm], int(want))] = firm
    for firm, want in enumerate(wanted):
        lacking = int(want - np.count_nonzero(taken == firm))
        if lacking > 0:
            taken[lowest(np.flatnonzero(taken < 0), depth[firm], lacking)] = firm
    return taken


def lowest(seats: Whole, depth: NDArray[np.float32], count: int) -> Whole:
    """Return the `count` seats of lowest depth, the deepest first; all of them if there are fewer."""
    if count < len(seats):
        seats = seats[np.argpartition(depth[seats], count)[:count]]
    return seats[np.argsort(depth[seats], kind="stable")]
