"""Luck that depends on who, when and what for, never on who came before.

Every draw is a function of (seed, week, stream, id). A person alone, all people at once and another machine get the
same number, and one decision of the player shifts nobody else's luck: two futures can be compared in the same world.

Seed, week and stream are hashed one after the other into a key before the id is added: adding them first would let
neighbouring seeds share their streams, shifted by one person (measured in a prototype: replicates were not
independent). The mixer is SplitMix64's finaliser (Steele, Lea, Flood 2014). Weekly masks over all people come from
Philox, whose `random_raw` NumPy keeps stable; no floating-point generator is used anywhere.
"""

from enum import IntEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from agents import exact

Draws = NDArray[np.uint32]
Ints = NDArray[np.int64]

UTIL = 1 << 16  # utility is counted in whole 2^-16 util, so that sums and differences are exact
_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15  # 2^64 / golden ratio, the step of SplitMix64
_MIX_1 = 0xBF58476D1CE4E5B9
_MIX_2 = 0x94D049BB133111EB
_TABLE = 1 << 16


class Stream(IntEnum):
    """What a draw is for. A number once given is never reused: recorded games depend on it."""

    WEEK = 1  # does this person act this week, and how: the rest of the weekly number below its leading byte
    MEET = 2  # which acquaintance is met
    CONTENT = 3  # is that acquaintance content enough to recommend
    PERSUADE = 4  # does the recommendation persuade
    TRY = 5  # does a trial reach the first good moment
    STAY = 6  # the luck of a review
    PROMOTE = 7  # becomes loyal
    LAPSE = 8  # weeks until a disappointed person looks again
    CONSENT = 9  # the person's own threshold for giving data
    REWIRE = 10  # is this acquaintance a distant one
    DISTANT = 11  # which distant one
    BIRTH = 12  # who uses what when the level opens
    STORM = 13  # leaves in a scandal
    HAZARD = 14  # does a scandal break out
    INVESTOR = 15
    PROGRAMME = 16  # public programmes: voucher, grant
    EVENT = 17  # event cards with a chance
    WORLD = 18  # jitter of the world's parameters
    FOUNDER = 19  # bots that draw their decisions
    RIVAL = 20
    PROJECT = 21  # uncertain length of work
    CONTRACT = 22
    RETELL = 23  # is a bad story told at a meeting
    SECTOR = 24  # rounds of firms outside this market
    TASTE = 32  # + coefficient number
    CHOICE = 48  # + option number
    AWARE = 64  # + firm number


def _mix(x: int) -> int:
    x = ((x ^ (x >> 30)) * _MIX_1) & _MASK
    x = ((x ^ (x >> 27)) * _MIX_2) & _MASK
    return x ^ (x >> 31)


def key(seed: int, week: int, stream: int) -> int:
    """Return the 64-bit key of all draws for this purpose in this week of this world."""
    k = _mix((seed & _MASK) ^ _GOLDEN)
    k = _mix(k ^ ((week * _GOLDEN) & _MASK) ^ 0x5851F42D4C957F2D)
    return _mix(k ^ ((stream * _MIX_2) & _MASK) ^ 0x14057B7EF767814F)


def draws(seed: int, week: int, stream: int, ids: NDArray[np.integer]) -> Draws:
    """Return one uniform 32-bit number per id.

    Args:
        seed: the world's seed.
        week: week of the draw, 0 for what is fixed at birth.
        stream: a `Stream`, plus an offset where the stream allows one.
        ids: whole numbers, any shape.
    """
    x = ids.astype(np.uint64) * np.uint64(_GOLDEN) + np.uint64(key(seed, week, stream))
    x = (x ^ (x >> np.uint64(30))) * np.uint64(_MIX_1)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(_MIX_2)
    return ((x ^ (x >> np.uint64(31))) >> np.uint64(32)).astype(np.uint32)


def draw(seed: int, week: int, stream: int, number: int = 0) -> int:
    """Return one uniform 32-bit number: `draws` for a single id."""
    return _mix((number * _GOLDEN + key(seed, week, stream)) & _MASK) >> 32


def share(seed: int, week: int, stream: int, number: int = 0) -> float:
    """Return one uniform share in [0, 1), a multiple of 2^-32."""
    return draw(seed, week, stream, number) / 4294967296.0


def threshold(probability: float) -> int:
    """Return t so that a uniform 32-bit draw is below t with this probability (clipped to 0..1)."""
    return int(min(max(probability, 0.0), 1.0) * 4294967296.0)


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


def _tail(p: exact.Floats) -> exact.Floats:
    q = np.sqrt(-2 * exact.log(p))
    top = (-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734,
           4.374664141464968, 2.938163982698783)  # fmt: skip
    low = (7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1.0)
    return _poly(q, top) / _poly(q, low)


def _centre(p: exact.Floats) -> exact.Floats:
    q = p - 0.5
    r = q * q
    top = (-3.969683028665376e01, 2.209460984245205e02, -2.759285104469687e02, 1.383577518672690e02,
           -3.066479806614716e01, 2.506628277459239)  # fmt: skip
    low = (-5.447609879822406e01, 1.615858368580409e02, -1.556989798598866e02, 6.680131188771972e01,
           -1.328068155288572e01, 1.0)  # fmt: skip
    return _poly(r, top) * q / _poly(r, low)


def _poly(x: exact.Floats, coefficients: tuple[float, ...]) -> exact.Floats:
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
            return np.full(self.planes.shape[1], _MASK, np.uint64)
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
