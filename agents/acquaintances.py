"""Whom people hear from: a small world that is computed, not stored.

Everybody has `k` acquaintances. Most are neighbours on a ring of the own segment; a share are drawn from far away,
and of those some from another segment (Watts and Strogatz 1998). "Hears from" is directed. The list of a person is a
function of the id and never changes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents import luck
from agents.luck import Stream

Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Network:
    """The acquaintances of everybody. `starts` and `sizes` are (S,): the rows of each segment."""

    seed: int
    k: int
    rewire: float
    outside: float
    starts: Rows
    sizes: Rows

    def acquaintance(self, rows: Rows, segment: NDArray[np.uint8], slot: Rows) -> Rows:
        """Return the row of each person's acquaintance number `slot` (0..k-1), shape of rows."""
        start, size = self.starts[segment], self.sizes[segment]
        edge = rows * self.k + slot
        far = luck.draws(self.seed, 0, Stream.REWIRE, edge)
        friend = start + (rows - start + _offset(slot)) % size
        distant = far < luck.threshold(self.rewire)
        if distant.any():
            friend[distant] = self._distant(edge[distant], start[distant], size[distant])
        return friend

    def _distant(self, edge: Rows, start: Rows, size: Rows) -> Rows:
        """Return somebody far away: of the own segment, or now and then of any."""
        where = luck.draws(self.seed, 0, Stream.DISTANT, edge).astype(np.int64)
        leaves = luck.draws(self.seed, 1, Stream.DISTANT, edge) < luck.threshold(self.outside)
        everybody = int(self.starts[-1] + self.sizes[-1])
        first, count = np.where(leaves, 0, start), np.where(leaves, everybody, size)
        friend: Rows = first + ((where * count) >> 32)
        return friend


def _offset(slot: Rows) -> Rows:
    """Return 1, -1, 2, -2 ... for slots 0, 1, 2, 3 ...: nearest neighbours first, both sides."""
    step = slot // 2 + 1
    side: Rows = np.where(slot % 2 == 0, step, -step)
    return side
