"""The luck of many at once: arrays of the very draws that `chance` makes one by one, tables of them, and weekly numbers.

Weekly masks over all people come from Philox, whose `random_raw` NumPy keeps stable; no floating-point generator is used
anywhere.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from agents import exact
from agents.arrays import Floats, Ints
from agents.chance import GOLDEN, MASK, MIX_1, MIX_2
from agents.chance import Stream as Stream
from agents.chance import draw as draw
from agents.chance import key as key
from agents.chance import share as share
from agents.chance import threshold as threshold

Draws = NDArray[np.uint32]

UTIL = 1 << 16  # utility is counted in whole 2^-16 util, so that sums and differences are exact
_TABLE = 1 << 16


def draws(seed: int, week: int, stream: int, ids: NDArray[np.integer]) -> Draws:
    """Return one uniform 32-bit number per id.

    Args:
        seed: the world's seed.
        week: week of the draw, 0 for what is fixed at birth.
        stream: a `Stream`, plus an offset where the stream allows one.
        ids: whole numbers, any shape.
    """
    x = ids.astype(np.uint64) * np.uint64(GOLDEN) + np.uint64(key(seed, week, stream))
    x = (x ^ (x >> np.uint64(30))) * np.uint64(MIX_1)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(MIX_2)
    return ((x ^ (x >> np.uint64(31))) >> np.uint64(32)).astype(np.uint32)


@cache
def logistic_table() -> Ints:
    """Return the 65,536 quantiles of the logistic distribution in 2^-16 util, shape (65536,)."""
    p = (np.arange(_TABLE) + 0.5) / _TABLE
    table: Ints = np.rint(UTIL * (exact.log(p) - exact.log(1 - p))).astype(np.int64)
    table.setflags(write=False)
    return table


@cache
def gumbel_table() -> Ints:
    """Return the 65,536 quantiles of the standard Gumbel distribution in 2^-16 util, shape (65536,)."""
    p = (np.arange(_TABLE) + 0.5) / _TABLE
    table: Ints = np.rint(-UTIL * exact.log(-exact.log(p))).astype(np.int64)
    table.setflags(write=False)
    return table


@cache
def normal_table() -> Ints:
    """Return the 65,536 quantiles of the standard normal in 2^-16, shape (65536,).

    Rational approximation of Acklam (2003), relative error below 1.2e-9, far finer than the table's step.
    """
    p = (np.arange(_TABLE // 2) + 0.5) / _TABLE
    half = np.where(p < 0.02425, _tail(p), _centre(p))
    table: Ints = np.rint(UTIL * np.concatenate([half, -half[::-1]])).astype(np.int64)
    table.setflags(write=False)
    return table


def _tail(p: Floats) -> Floats:
    q = np.sqrt(-2 * exact.log(p))
    top = (-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734,
           4.374664141464968, 2.938163982698783)  # fmt: skip
    low = (7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1.0)
    return _poly(q, top) / _poly(q, low)


def _centre(p: Floats) -> Floats:
    q = p - 0.5
    r = q * q
    top = (-3.969683028665376e01, 2.209460984245205e02, -2.759285104469687e02, 1.383577518672690e02,
           -3.066479806614716e01, 2.506628277459239)  # fmt: skip
    low = (-5.447609879822406e01, 1.615858368580409e02, -1.556989798598866e02, 6.680131188771972e01,
           -1.328068155288572e01, 1.0)  # fmt: skip
    return _poly(r, top) * q / _poly(r, low)


def _poly(x: Floats, coefficients: tuple[float, ...]) -> Floats:
    total = np.full_like(x, coefficients[0])
    for c in coefficients[1:]:
        total = total * x + c
    return total


class WeeklyNumbers:
    """One uniform 32-bit number u per person and week, readable as a mask of all who might act.

    The leading byte of u is the complement of eight Philox bit planes, so that the AND/OR of the planes by the binary digits of p8
    is exactly {leading byte < p8}: masks for different p8 are nested, and a bound may differ by state, week or world
    without moving anybody's luck. The other 24 bits are a keyed hash of the id, made only for those who are touched.
    """

    def __init__(self, seed: int, week: int, people: int) -> None:
        self.seed, self.week, self.people = seed, week, people
        words = (people + 63) // 64
        philox = np.random.Philox(key=[key(seed, 0, Stream.WEEK), week])
        self.planes: NDArray[np.uint64] = philox.random_raw(8 * words).reshape(8, words)

    def mask(self, p8: int) -> NDArray[np.uint64]:
        """Return the packed bits (little-endian words) of all people whose leading byte is below p8 (0..256)."""
        if p8 >= 256:
            return np.full(self.planes.shape[1], MASK, np.uint64)
        bits = np.zeros(self.planes.shape[1], np.uint64)
        for k in range(8):
            bits = bits | self.planes[k] if p8 >> k & 1 else bits & self.planes[k]
        return bits

    def numbers(self, rows: NDArray[np.intp]) -> Draws:
        """Return u of these rows (row r is the person with id r + 1), shape of rows."""
        word, bit = rows >> 6, (rows & 63).astype(np.uint64)
        lead = np.zeros(rows.shape, np.uint32)
        for k in range(8):
            plane = (self.planes[k][word] >> bit) & np.uint64(1)
            lead |= (plane.astype(np.uint32) ^ np.uint32(1)) << np.uint32(k)
        rest = draws(self.seed, self.week, Stream.WEEK, rows) >> np.uint32(8)
        return (lead << np.uint32(24)) | rest


def rows_of(mask: NDArray[np.uint64], people: int) -> NDArray[np.intp]:
    """Return the row numbers whose bit is set, ascending."""
    bits = np.unpackbits(mask.astype("<u8", copy=False).view(np.uint8), count=people, bitorder="little")
    return np.flatnonzero(bits.view(bool))
