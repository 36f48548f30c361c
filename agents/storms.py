"""Review storms: a bad story about a firm that goes from one acquaintance to the next, and is forgotten.

Whoever leaves in a scandal carries the story: the firm and the week it broke. It is told at the meetings people have
anyway, so it runs along the network and nowhere else, and whoever carries it trusts that firm less. A story is as old as
its scandal, whoever tells it: what is told late is told seldom and weighs little, so every storm ends.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from agents import exact, luck
from agents.arrays import Ints
from agents.luck import Draws
from agents.nature import Nature

FORGOTTEN = 0.05  # share of its first weight below which a story is no story any more; judged
NOBODY = -1  # the firm of people who carry no story
LONG_AGO = -32768  # the week of a story that was never heard

Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Storm:
    """What stories do in one week, by their age in weeks; the last entry of each table stands for everything older."""

    week: int
    weights: Ints  # 2^-16 util a story takes from the privacy reason
    retold: NDArray[np.uint64]  # thresholds of the chance to be told at a meeting

    def takes(self, carried: NDArray[np.int8], since: NDArray[np.int16], firm: NDArray[np.integer]) -> Ints:
        """Return what the story that each person carries takes from that firm, 2^-16 util, (n,)."""
        weight: Ints = np.where(carried == firm, self.weights[self._age(since)], 0)
        return weight

    def is_told(self, since: NDArray[np.int16], draws: Draws) -> NDArray[np.bool_]:
        """Return whether stories that broke in these weeks are told at these meetings, (n,)."""
        told: NDArray[np.bool_] = draws < self.retold[self._age(since)]
        return told

    def carriers(self, story: NDArray[np.int8], broke: NDArray[np.int16]) -> Rows:
        """Return the rows of those whose story is not forgotten, of all people."""
        rows = np.flatnonzero(story != NOBODY)
        return rows[self.weights[self._age(broke[rows])] > 0]

    def _age(self, since: NDArray[np.int16]) -> Rows:
        age: Rows = np.minimum(self.week - since.astype(np.intp), self.weights.size - 1)
        return age


def storm_of(nature: Nature, week: int, last_story: int) -> Storm | None:
    """Return what stories do this week, or None while nobody can remember one; `last_story` is the week of the latest."""
    weights, retold = _tables(nature.dread, nature.retell, nature.dread_half)
    return Storm(week, weights, retold) if week - last_story < weights.size - 1 else None


@lru_cache(maxsize=256)
def _tables(dread: float, retell: float, half_life: float) -> tuple[Ints, NDArray[np.uint64]]:
    """Return what a story weighs and how often it is told, by age in weeks; both end with 0."""
    weeks = int(exact.log(1 / FORGOTTEN) / exact.log(2.0) * half_life) + 1 if dread > 0 else 0
    fresh = np.append(exact.power(0.5, np.arange(weeks) / half_life), 0.0)
    weights: Ints = np.rint(dread * fresh * luck.UTIL).astype(np.int64)
    retold = (np.minimum(retell * fresh, 1.0) * 4294967296.0).astype(np.uint64)
    return weights, retold
