"""Places for people: a loose lattice over the stage, and whose ground each place is.

Every company holds the ground around its anchor, as many seats as it has people: a disc where there is room, flattened where
two meet or where the wall is. Anchors never move, so a company grows and shrinks at its rim and nobody in the middle stirs.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]  # (n, 2) real px within the stage
Whole = NDArray[np.intp]

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
    """Whose ground each seat is. `tight` holds exactly as many seats as people; `loose` a few more around them."""

    tight: NDArray[np.int8]  # (seats,) firm or -1
    loose: NDArray[np.int8]  # (seats,)
    halo: NDArray[np.bool_]  # (seats,) too near a company for people without one
    depth: NDArray[np.float32]  # (seats,) the lower, the nearer its firm's middle


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


def share_out(seats: Points, middles: Points, wanted: Whole) -> Ground:
    """Return whose ground each seat is when firm k wants `wanted[k]` seats around `middles[k]`."""
    count, firms = len(seats), len(wanted)
    if firms == 0 or count == 0:
        nobody = np.full(count, -1, np.int8)
        return Ground(nobody, nobody.copy(), np.zeros(count, bool), np.zeros(count, np.float32))
    far = np.square(seats[:, None, :] - middles[None, :firms, :]).sum(axis=2)  # (seats, firms), px squared
    area = _area(seats)
    owner, depth = _settle(far, wanted, area)
    loose_wanted = np.ceil(wanted * (1 + LOOSE_SHARE)).astype(np.intp) + np.where(wanted > 0, LOOSE_SEATS, 0)
    order = np.lexsort((depth, owner))
    tight = _innermost(order, owner, wanted, far)
    loose = np.where(tight >= 0, tight, _innermost(order, owner, loose_wanted, None)).astype(np.int8)
    rim = HALO * np.sqrt(area)
    halo = (np.sqrt(np.maximum(far, 0)) < _reach(far, loose)[None, :] + rim).any(axis=1)
    return Ground(tight, loose, halo, depth)


def _area(seats: Points) -> float:
    """Return the area of the stage per seat, px squared."""
    spread = seats.max(axis=0) - seats.min(axis=0) + 1
    return float(spread[0] * spread[1] / len(seats))


def _settle(far: Points, wanted: Whole, area: float) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return each seat's nearest firm, weighted so that all get the seats they want, and its depth there."""
    weights = (wanted * (area / np.pi)).astype(np.float32)
    for _ in range(ROUNDS):
        value = far - weights
        owner = value.argmin(axis=1)
        inside = value[np.arange(len(far)), owner] <= 0
        lacking = wanted - np.bincount(owner[inside], minlength=len(wanted))
        if (lacking <= 0).all():
            break
        weights += np.maximum(lacking, 0).astype(np.float32) * np.float32(area / np.pi)
    value = far - weights
    owner = value.argmin(axis=1)
    return owner.astype(np.int8), value[np.arange(len(far)), owner].astype(np.float32)


def _innermost(order: Whole, owner: NDArray[np.int8], wanted: Whole, far: Points | None) -> NDArray[np.int8]:
    """Return the firm of each seat when every firm takes its innermost `wanted`; what it lacks, anywhere near."""
    taken = np.full(len(owner), -1, np.int8)
    starts = np.searchsorted(owner[order], np.arange(len(wanted) + 1))
    for firm, want in enumerate(wanted):
        mine = order[starts[firm] : starts[firm + 1]][:want]
        taken[mine] = firm
    if far is not None:
        for firm, want in enumerate(wanted):
            lacking = int(want - np.count_nonzero(taken == firm))
            if lacking > 0:
                free = np.flatnonzero(taken < 0)
                taken[free[np.argsort(far[free, firm], kind="stable")[:lacking]]] = firm
    return taken


def _reach(far: Points, ground: NDArray[np.int8]) -> NDArray[np.float32]:
    """Return how far from its middle each firm's ground reaches, px; far below nothing if it has none."""
    reach = np.full(far.shape[1], -1e6, np.float32)
    for firm in range(far.shape[1]):
        mine = far[ground == firm, firm]
        if len(mine):
            reach[firm] = np.sqrt(np.quantile(mine, 0.97))
    return reach
