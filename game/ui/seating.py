"""Who sits where, week after week: people keep their seats, so that only those who changed company get up."""

import numpy as np
from numpy.typing import NDArray

from game.ui.seats import Ground, Whole

Firms = NDArray[np.int8]  # (dots,) firm used, -1 none


class Seating:
    """The seat of every dot. `chair[s]` is the dot on seat s, or -1."""

    def __init__(self, seats: int, firms: Firms, ground: Ground) -> None:
        self.firms = firms.copy()
        self.seat = np.full(len(firms), -1, np.intp)
        self._shuffled = np.random.default_rng(11).permutation(seats)
        self._seats = seats
        self._seat_everybody(ground)

    def move(self, firms: Firms, ground: Ground) -> Whole:
        """Seat people who now use `firms`; return the dots that changed seats."""
        before = self.seat.copy()
        stays = (firms == self.firms) & self._may_stay(firms, ground)
        self.firms = firms.copy()
        self.seat[~stays] = -1
        self._seat_everybody(ground)
        return np.flatnonzero(self.seat != before)

    def _may_stay(self, firms: Firms, ground: Ground) -> NDArray[np.bool_]:
        """Return who sits well: users on their firm's loose ground, the others on nobody's."""
        return np.where(firms >= 0, ground.loose[self.seat] == firms, ground.tight[self.seat] < 0)

    def _seat_everybody(self, ground: Ground) -> None:
        """Give a seat to every dot that has none: users as far in as there is room, the others anywhere free."""
        free = np.ones(self._seats, bool)
        free[self.seat[self.seat >= 0]] = False
        for firm in range(int(self.firms.max(initial=-1)) + 1):
            standing = np.flatnonzero((self.firms == firm) & (self.seat < 0))
            inner = np.flatnonzero(free & (ground.tight == firm))
            self._sit(standing, inner[np.argsort(ground.depth[inner], kind="stable")], free)
        standing = np.flatnonzero(self.seat < 0)
        open_ = free[self._shuffled]
        home = ground.loose[self._shuffled] >= 0
        near = ground.halo[self._shuffled]
        pools = (open_ & ~near & ~home, open_ & near & ~home, open_ & home)
        self._sit(standing, np.concatenate([self._shuffled[pool] for pool in pools]), free)

    def _sit(self, standing: Whole, seats: Whole, free: NDArray[np.bool_]) -> None:
        """Seat dots on the first of some free seats."""
        count = min(len(standing), len(seats))
        self.seat[standing[:count]] = seats[:count]
        free[seats[:count]] = False
