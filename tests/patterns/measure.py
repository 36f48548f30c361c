"""Patterns as known and as measured: the list with its bands, and a figure with the error of its sample."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from tests.patterns.constants import FIGURES
from tests.patterns.play import PATTERNS
from tests.patterns.worlds import Record

RESAMPLES = 200


@dataclass(frozen=True)
class Known:
    """A pattern as the list has it."""

    name: str
    low: float
    high: float
    reference: float
    anchor: str
    kind: str  # C follows from parameters, E emerges from play
    figure: str  # exact, smooth, rate


@dataclass(frozen=True)
class Measured:
    """A figure, its standard error over worlds, and how many worlds that were (0 for what needs none)."""

    value: float
    error: float
    worlds: int


@cache
def known() -> dict[str, Known]:
    """Return all patterns by id, in their order."""
    listed = yaml.safe_load((Path(__file__).parent / "patterns.yaml").read_text(encoding="utf-8"))
    return {
        id_: Known(p["name"], *p["band"], p["reference"], p["anchor"], p["kind"], p["is"])
        for id_, p in listed.items()
    }


def measured(id_: str, worlds: Mapping[object, Sequence[Record]], smooth: int, rate: int) -> Measured:
    """Return a pattern's figure from played worlds; nothing is played here."""
    if id_ in FIGURES:
        return Measured(FIGURES[id_](), 0.0, 0)
    pattern, asked = PATTERNS[id_], rate if known()[id_].figure == "rate" else smooth
    arms = [worlds[arm][:asked] for arm in pattern.arms]
    return Measured(pattern.read(*arms), _error(pattern.read, arms, known()[id_].figure), len(arms[0]))


def _error(read, arms: Sequence[Sequence[Record]], kind: str) -> float:
    """Return the standard error by drawing worlds again, the same for every arm; never below what one world more would say."""
    count = len(arms[0])
    draws = np.random.default_rng(0)
    again = [
        read(*([arm[i] for i in rows] for arm in arms))
        for rows in (draws.integers(0, count, count) for _ in range(RESAMPLES))
    ]
    least = 1 / (count + 1) if kind == "rate" else 0.0
    return max(float(np.nanstd(again)), least)
