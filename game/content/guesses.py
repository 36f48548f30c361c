"""What somebody meant who wrote `예`, `3 months`, `4억 2천만` or `My Level` where a level file reads something else.

A guess is only ever offered as a remedy. What cannot be guessed with one word is not guessed at all.
"""

from __future__ import annotations

import re
from decimal import Decimal

_ANSWERS = {
    "yes": ("on", "y", "1", "yes", "예", "네", "참"),
    "no": ("off", "n", "0", "no", "아니요", "아니오", "거짓"),
    "true": ("true",),
    "false": ("false",),
}
_ANSWER = {slip: answer for answer, slips in _ANSWERS.items() for slip in slips}

_SPANS: tuple[tuple[Decimal, tuple[str, ...]], ...] = (
    (Decimal(1), ("week", "weeks", "w", "wk", "wks", "주", "주일")),
    (Decimal(1) / 7, ("day", "days", "일")),
    (Decimal(52) / 12, ("month", "months", "개월", "달")),
    (Decimal(52), ("year", "years", "년")),
)
_WEEKS = {word: weeks for weeks, words in _SPANS for word in words}
_SPAN = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,2})?)\s*([a-z가-힣]{1,6})\s*(?:간|동안)?")

_PART = r"(?:(?P<%s>[0-9]{0,9}(?:\.[0-9]{1,4})?)(?P<%s_thousand>천)?(?P<%s_rest>[0-9]{0,3})%s)?"
_SUM = re.compile(_PART % ("억", "억", "억", "억") + _PART % ("만", "만", "만", "만"))
_POWERS = {"억": Decimal(10) ** 8, "만": Decimal(10) ** 4}


def answer(text: str) -> str | None:
    """Return the answer that was meant: `On` and `예` are `yes`."""
    return _ANSWER.get(text.strip().casefold())


def weeks(text: str) -> str | None:
    """Return how many whole weeks a length of time is: `3 months` and `3개월` are `13`, `40주` is `40`."""
    found = _SPAN.fullmatch(text.strip().casefold())
    each = _WEEKS.get(found[2]) if found else None
    if found is None or each is None:
        return None
    whole = int((Decimal(found[1]) * each).to_integral_value())
    return str(whole) if whole > 0 else None


def won(text: str) -> Decimal | None:
    """Return the amount of `4억 2천만 원`, as Korean counts large sums."""
    bare = re.sub(r"[\s,]|원$", "", text.strip())
    found = _SUM.fullmatch(bare)
    if found is None or not bare:
        return None
    total = sum((_part(found, unit) * power for unit, power in _POWERS.items()), Decimal(0))
    return total or None


def _part(found: re.Match[str], unit: str) -> Decimal:
    """Return what stands before a unit: `2천` is 2,000, `천` 1,000, `1천500` 1,500."""
    whole, thousand, rest = found[unit], found[f"{unit}_thousand"], found[f"{unit}_rest"]
    if not thousand:
        return Decimal(f"{whole or ''}{rest or ''}" or 0)
    return Decimal(whole or 1) * 1000 + Decimal(rest or 0)


def name(text: str) -> str | None:
    """Return the id that was meant: `My Level` is `my-level`."""
    near = re.sub(r"\s+", "-", text.strip().lower())
    return near if near != text else None
