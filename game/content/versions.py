"""Versions of the game and of mods, `1.2.0`, and the ranges a mod is made for, `>=0.1,<0.2`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

GAME = "0.1.0"  # of the game, as in pyproject.toml
MOST = 40  # characters of a version or a range

Numbers = tuple[int, int, int]

_VERSION = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){0,2}", re.ASCII)
_BOUND = re.compile(r"(>=|<=|==|!=|>|<)\s*([0-9.]+)", re.ASCII)
_TESTS: dict[str, Callable[[Numbers, Numbers], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Range:
    """Versions that fit: those for which every bound holds."""

    text: str = ""
    bounds: tuple[tuple[str, Numbers], ...] = ()

    def __str__(self) -> str:
        return self.text

    def holds(self, version: str) -> bool:
        """Return whether a version lies in the range."""
        own = numbers(version)
        return own is not None and all(_TESTS[sign](own, bound) for sign, bound in self.bounds)


def numbers(version: str) -> Numbers | None:
    """Return a version as three numbers, `1.2` as (1, 2, 0); None if it is none."""
    if _VERSION.fullmatch(version) is None:
        return None
    first, second, third, *_ = [*(int(part) for part in version.split(".")), 0, 0]
    return first, second, third


def read_range(text: str) -> Range | None:
    """Return a range, bounds joined by commas; None if it cannot be read."""
    bounds: list[tuple[str, Numbers]] = []
    for part in text.split(","):
        found = _BOUND.fullmatch(part.strip())
        bound = numbers(found[2]) if found else None
        if found is None or bound is None:
            return None
        bounds.append((found[1], bound))
    return Range(text, tuple(bounds))
