"""Who sits where, week after week: people keep their seats, so that only those who changed company get up."""

import numpy as np
from numpy.typing import NDArray

from game.ui.seats import Ground, Whole, lowest

Firms = NDArray[np.int8]  # (dots,) firm used, -1 none


class Seating:
    """The seat of every dot. `chair[s]` is the dot on seat s, or -1."""

    def __init__(self, seats: int, firms: Firms, ground: Ground) -> None:
        self.firms = firms.copy()
        self.seat = np.full(len(firms), -1, np.intp)
        self._shuffled = np.random.default_rng(11).permutation(seats)
        self._lot = np.random.default_rng(13).permutation(len(firms))
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
        """Return who sits well: users on their firm's ground or just beyond, the others on nobody's."""
        at_home = ground.homely[np.maximum(firms, 0), self.seat]
        return np.where(firms >= 0, at_home, ground.tight[self.seat] < 0)

    def _seat_everybody(self, ground: Ground) -> None:
        """Give a seat to every dot that has none: users as far in as there is room, the others anywhere free."""
        free = np.ones(self._seats, bool)
        free[self.seat[self.seat >= 0]] = False
        for firm in range(int(self.firms.max(initial=-1)) + 1):
            standing = self._mixed(np.flatnonzero((self.firms == firm) & (self.seat < 0)))
            for goal in (firm, -1, None):
                if len(standing):
                    room = np.flatnonzero(free if goal is None else free & (ground.tight == goal))
                    self._sit(standing, lowest(room, ground.depth[firm], len(standing)), free)
                    standing = standing[self.seat[standing] < 0]
        standing = np.flatnonzero(self.seat < 0)
        open_, near = free[self._shuffled], ground.halo[self._shuffled]
        taken = ground.tight[self._shuffled] >= 0
        pools = (open_ & ~near & ~taken, open_ & near & ~taken, open_ & taken)
        self._sit(standing, np.concatenate([self._shuffled[pool] for pool in pools]), free)

    def _mixed(self, dots: Whole) -> Whole:
        """Return dots in an order of their own: agents come group by group, and rings of groups would seem to mean something."""
        return dots[np.argsort(self._lot[dots], kind="stable")]

    def _sit(self, standing: Whole, seats: Whole, free: NDArray[np.bool_]) -> None:
        """Seat dots on the first of some free seats, as many as there are."""
        count = min(len(standing), len(seats))
        self.seat[standing[:count]] = seats[:count]
        free[seats[:count]] = False
