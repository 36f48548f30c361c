"""Figures as levels write them: `9_000`, `10k`, `1.5M`, `40%`.

They are kept as decimals, so that 0.1M is exactly a hundred thousand won on every machine and a half of an inherited figure
is exactly half.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from game.content import guesses
from game.content.nodes import Leaf

UNITS = {
    "": Decimal(1),
    "k": Decimal(10) ** 3,
    "M": Decimal(10) ** 6,
    "B": Decimal(10) ** 9,
    "%": Decimal("0.01"),
}
MOST_DIGITS = 15  # every whole number of 15 digits is exact in a double
_LONG = 10_000  # from here on a figure is written with a unit
_FAR = Decimal(10) ** 18  # nothing in a level is as large; such a figure is only ever quoted

_FIGURE = re.compile(r"(?P<sign>-?)(?P<digits>[0-9][0-9_]*(?:\.[0-9]+)?)(?P<unit>[kMB%]?)", re.ASCII)
_LOOSE = re.compile(
    r"(?P<sign>[-+\u2212]?)[₩$]?(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9_]*)(?:\.[0-9]+)?)\s*(?P<unit>[kKmMbB%]?)\s*(?:won|원)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Computed(Leaf):
    """A figure worked out from an inherited one; it stands where the change is written."""

    value: Decimal = Decimal(0)

    @property
    def is_null(self) -> bool:
        """Return False: a figure is never nothing."""
        return False


def amount(leaf: Leaf) -> Decimal | None:
    """Return the figure a text says, or None when it says none."""
    return leaf.value if isinstance(leaf, Computed) else figure(leaf.text)


def figure(text: str) -> Decimal | None:
    """Return the figure of `1_000`, `10k`, `1.5M`, `40%` or `-3`, or None for anything else, `nan` and `1e9` included."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    digits = found["digits"].replace("_", "")
    if len(digits.replace(".", "")) > MOST_DIGITS:
        return None
    value = Decimal(digits) * UNITS[found["unit"]]
    return -value if found["sign"] else value


def better(text: str) -> str | None:
    """Return how a figure that cannot be read was meant: `10K` is `10k`, `1,200,000` is `1200000`, `4억` is `400M`."""
    found = _LOOSE.fullmatch(text.strip())
    if found is None or not found["digits"].strip("_."):
        return _said_in_korean(text)
    digits = found["digits"].replace(",", "").lstrip("_")
    unit = {"K": "k", "m": "M", "b": "B"}.get(found["unit"], found["unit"])
    sign = "-" if found["sign"] in ("-", "\u2212") else ""
    written = f"{sign}{'0' if digits.startswith('.') else ''}{digits}{unit}"
    return written if written != text and figure(written) is not None else None


def _said_in_korean(text: str) -> str | None:
    """Return the figure of `4억 2천만 원`."""
    total = guesses.won(text)
    near = written(total) if total is not None else None
    return near if near is not None and figure(near) is not None else None


def written(value: Decimal | float) -> str:
    """Return a figure as a level would write it, with a unit where that is shorter to read: `700M`, `12.5k`, `1040`, `0.35`."""
    exact = Decimal(str(value)) if isinstance(value, float) else value
    if abs(exact) >= _FAR:
        return f"{exact:.2E}"
    for unit in ("B", "M", "k"):
        part = exact / UNITS[unit]
        if abs(exact) >= _LONG and abs(part) >= 1 and part == part.quantize(Decimal("0.1")):
            return _plain(part) + unit
    return _plain(exact)


def percent(value: Decimal) -> str:
    """Return a share in per cent: `55%`."""
    return f"{_plain(value * 100)}%"


def _plain(value: Decimal) -> str:
    whole = format(value.normalize(), "f")
    return whole if "." not in whole else whole[: whole.index(".") + 7].rstrip("0").rstrip(".")
