"""exp, log and power that give the same bits on every machine.

The libm functions behind `numpy.exp` and friends differ between CPUs and NumPy versions, and a replay that differs in
one bit is worthless. These are built from + - * / , rint, frexp and ldexp only, which IEEE 754 rounds in one way
everywhere. Each works on a float or an array of floats and is accurate to a few units in the last place, which the
tests state.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

# ln 2 in two parts: the high one has 32 trailing zero bits, so that k * LN2_HI is exact for |k| < 2**20 (Cody and Waite 1980).
LN2_HI = 6.93147180369123816490e-01
LN2_LO = 1.90821492927058770002e-10
LOG2_E = 1.44269504088896338700
SQRT_HALF = 0.70710678118654752440
BELOW = "exact.log needs numbers above zero"
EXP_LIMIT = 700.0  # beyond this the result would leave the range of normal floats


def _series(x: Any, coefficients: tuple[float, ...]) -> Any:
    """Return the polynomial with these coefficients, highest power first, by Horner's rule, of a float or an array."""
    total = x * coefficients[0] + coefficients[1]
    for c in coefficients[2:]:
        total *= x
        total += c
    return total


# 1/k! for k = 13 .. 0: on |r| <= ln2/2 the first neglected term is below 5e-18.
_EXP = (
    1 / 6227020800, 1 / 479001600, 1 / 39916800, 1 / 3628800, 1 / 362880, 1 / 40320, 1 / 5040,
    1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1.0, 1.0,
)  # fmt: skip
# 1/(2k+1) for k = 10 .. 0: atanh series; on |s| <= 0.1716 the first neglected term is below 2e-19.
_ATANH = (1 / 21, 1 / 19, 1 / 17, 1 / 15, 1 / 13, 1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3, 1.0)


def exp(x: ArrayLike) -> Any:
    """Return e to the power x, for x clipped to +-700, as float64 (a float for a float, an array for an array)."""
    if isinstance(x, float):
        return np.float64(_exp_of_one(float(x)))
    y = np.clip(np.asarray(x, np.float64), -EXP_LIMIT, EXP_LIMIT)
    k = np.rint(y * LOG2_E)
    r = (y - k * LN2_HI) - k * LN2_LO
    return np.ldexp(_series(r, _EXP), k.astype(np.int32))


def log(x: ArrayLike) -> Any:
    """Return the natural logarithm of x > 0 as float64.

    Raises:
        ValueError: if any x is not above zero; the rules never ask for that.
    """
    if isinstance(x, float):
        return np.float64(_log_of_one(float(x)))
    y = np.asarray(x, np.float64)
    if not (y > 0).all():
        raise ValueError(BELOW)
    m, e = np.frexp(y)
    small = m < SQRT_HALF
    m = np.where(small, m * 2, m)
    k = e - small
    s = (m - 1) / (m + 1)
    return k * LN2_HI + (2 * s * _series(s * s, _ATANH) + k * LN2_LO)


# The same steps for one number, in Python's own floats: the same bits in a tenth of the time, as arrays of one element are slow.


def _exp_of_one(x: float) -> float:
    if math.isnan(x):
        return x
    y = min(max(x, -EXP_LIMIT), EXP_LIMIT)
    k = round(y * LOG2_E)  # to even at a half, as rint
    r = (y - k * LN2_HI) - k * LN2_LO
    return math.ldexp(_series(r, _EXP), k)


def _log_of_one(y: float) -> float:
    if not y > 0:
        raise ValueError(BELOW)
    m, k = math.frexp(y)
    if m < SQRT_HALF:
        m, k = m * 2, k - 1
    s = (m - 1) / (m + 1)
    return float(k * LN2_HI + (2 * s * _series(s * s, _ATANH) + k * LN2_LO))


def power(x: ArrayLike, y: ArrayLike) -> Any:
    """Return x to the power y for x > 0."""
    return exp(np.asarray(y, np.float64) * log(x))


def sigma(x: ArrayLike) -> Any:
    """Return the logistic function 1 / (1 + exp(-x)): the chance of a yes whose utility is x."""
    return 1.0 / (1.0 + exp(-np.asarray(x, np.float64)))
