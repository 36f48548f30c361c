"""How amounts are written: won, people, shares and changes, in Korean and in English.

Korean counts in 만 (10^4), 억 (10^8) and 조 (10^12), English in thousands, millions and billions. Amounts that a person
compares to the won, such as prices, are written in full; larger ones keep three digits. Minus is U+2212, as wide as plus.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Literal

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, Language] = ("ko", "en")

_NOTHING = "–"  # for a figure that is not a number
_MINUS = "−"
_KO_UNITS = ((10**12, "조"), (10**8, "억"), (10**4, "만"))
_EN_UNITS = ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "k"))
_FULL_WON = 1_000_000  # below this an amount is written in full: prices and wages are compared to the won
_FULL_COUNT = 10_000  # below this people are counted one by one


def money(won: float, language: Language, *, compact: bool = False) -> str:
    """Return an amount of won: `4.12억 원`, `1,200만 원`, `9,900원` or compact `₩4.12억`; in English always `₩412M`."""
    if not isfinite(won):
        return _NOTHING
    sign = _MINUS if round(won) < 0 else ""
    size = abs(won)
    if language == "en":
        return f"{sign}₩{_short(size, _EN_UNITS, _FULL_WON)}"
    short = _short(size, _KO_UNITS, _FULL_WON)
    if compact:
        return f"{sign}₩{short}"
    return f"{sign}{short}{'원' if short[-1].isdigit() else ' 원'}"


def count(number: float, language: Language) -> str:
    """Return a number of people or rows: `9,876`, then `1.23만` or `12.3k`."""
    if not isfinite(number):
        return _NOTHING
    units = _KO_UNITS if language == "ko" else _EN_UNITS
    return (_MINUS if round(number) < 0 else "") + _short(abs(number), units, _FULL_COUNT)


def whole(number: float) -> str:
    """Return a number in full, with commas: `1,234,567`."""
    if not isfinite(number):
        return _NOTHING
    rounded = round(number)
    return f"{_MINUS if rounded < 0 else ''}{abs(rounded):,}"


def percent(share: float, digits: int = 0) -> str:
    """Return a share 0..1 as `41%`; both languages write it alike."""
    if not isfinite(share):
        return _NOTHING
    written = f"{abs(share) * 100:.{digits}f}%"
    return f"{_MINUS}{written}" if share < 0 and _is_something(written) else written


def signed(written: str) -> str:
    """Return a written figure with its sign in front: `+1,200`, `−3`, and `±0` for one that rounds to nothing."""
    if written.startswith(_MINUS) or written == _NOTHING:
        return written
    return f"{'+' if _is_something(written) else '±'}{written}"


def points(change: float, language: Language, digits: int = 0) -> str:
    """Return the change of a share in points: `+3%p` in Korean, `+3 pts` in English."""
    written = signed(percent(change, digits))
    return written + "p" if language == "ko" else written.replace("%", " pts")


def _is_something(written: str) -> bool:
    return any(digit in written for digit in "123456789")


def _short(size: float, units: Sequence[tuple[int, str]], full: int) -> str:
    """Return a size of at least 0 in the largest unit it reaches, or in full below `full`."""
    if round(size) < full:
        return f"{round(size):,}"
    for unit, name in units:
        if size >= unit * _reaches(unit):
            return _three(size / unit) + name
    return f"{round(size):,}"


def _reaches(unit: int) -> float:
    """Return from which part of a unit a figure is rounded up to it: 999.6M is written 1B, 9,999.6만 is written 1억."""
    return 0.99995 if unit in (10**8, 10**12) else 0.9995


def _three(figure: float) -> str:
    """Return three digits of a figure, or its whole part where that has more; no zeros at the end of a fraction."""
    digits = 2 if figure < 9.995 else 1 if figure < 99.95 else 0
    written = f"{figure:,.{digits}f}"
    return written.rstrip("0").rstrip(".") if digits else written
