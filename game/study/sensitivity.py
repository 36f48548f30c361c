"""Which numbers of the market decide: elementary effects first (Morris), shares of variance then (Sobol), reckoned by SALib.

Every parameter is varied over the whole of its stated range. Screening walks through that space, one parameter at a time, and finds
which matter at all: mu* is the mean size of the effect of moving one, counted for its whole range; sigma tells how much that effect
differs from place to place. The few that matter most are then varied together: first order is the share of the variance that one
explains alone, total the share it has any part in. A dummy that nothing reads goes along; with the same luck at every point its
effect is exactly zero.

Sources: Morris 1991, Campolongo 2007, Saltelli 2010; SALib is an optional package.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import product
from statistics import fmean
from typing import Any

import numpy as np

from game.study.points import Case, Fate
from game.world.parameters import about

DUMMY = "dummy"
LEVELS = 4  # of the grid that screening walks on; its steps go across two thirds of a range
EVERY = slice(None)
HOW = "SALib is missing. Install the extra for studies: pip install -e '.[research]'"

Point = tuple[float, ...]  # one figure for each factor
Spread = tuple[Fate, ...]  # what became of a point's worlds


class MissingError(ImportError):
    """SALib is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Factor:
    """A number that is varied, and between which bounds."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Effect:
    """What moving one factor does, by screening."""

    name: str
    mu: float  # mean effect, with its sign
    mu_star: float  # mean size
    margin: float  # of mu*: half of the 95 % interval
    sigma: float


@dataclass(frozen=True, slots=True)
class Index:
    """Shares of the variance that one factor explains; the margins are half of 95 % intervals."""

    name: str
    first: float
    first_margin: float
    total: float
    total_margin: float


def factors(names: Iterable[str] = (), *, with_dummy: bool = True) -> tuple[Factor, ...]:
    """Return the factors of these names, or every parameter there is, and a dummy that nothing reads.

    Raises:
        KeyError: no parameter has this name.
    """
    known = about()
    found = [Factor(name, known[name].low, known[name].high) for name in (tuple(names) or known)]
    return (*found, *([Factor(DUMMY, 0.0, 1.0)] if with_dummy else ()))


def walks(over: Sequence[Factor], number: int, seed: int) -> list[Point]:
    """Return the points of so many random walks, each of which moves every factor once.

    Raises:
        MissingError: SALib is not there.
    """
    sample = _of("sample.morris").sample(_problem(over), number, num_levels=LEVELS, seed=seed)
    return _points(sample)


def spread(over: Sequence[Factor], number: int, seed: int) -> list[Point]:
    """Return number x (factors + 2) points in Saltelli's scheme; a power of two covers the space evenly.

    Raises:
        MissingError: SALib is not there.
    """
    sample = _of("sample.sobol").sample(_problem(over), number, calc_second_order=False, seed=seed)
    return _points(sample)


def effects(
    over: Sequence[Factor], points: Sequence[Point], values: Sequence[float], seed: int
) -> list[Effect]:
    """Return the effect of every factor on a figure of the points of `walks`, largest first.

    Raises:
        MissingError: SALib is not there.
    """
    analyse = _of("analyze.morris").analyze
    found = analyse(_problem(over), np.array(points), np.array(values), num_levels=LEVELS, seed=seed)
    columns = (found[key] for key in ("mu", "mu_star", "mu_star_conf", "sigma"))
    rows = zip([f.name for f in over], *columns, strict=True)
    return sorted(
        (Effect(name, *map(float, rest)) for name, *rest in rows), key=lambda e: (-e.mu_star, e.name)
    )


def indices(over: Sequence[Factor], values: Sequence[float], seed: int) -> list[Index]:
    """Return the share of every factor in the variance of a figure of the points of `spread`, largest total first.

    Where nothing varies, nothing is explained: all shares are 0.

    Raises:
        MissingError: SALib is not there.
    """
    if len(set(values)) < 2:
        return [Index(factor.name, 0.0, 0.0, 0.0, 0.0) for factor in over]
    analyse = _of("analyze.sobol").analyze
    found = analyse(_problem(over), np.array(values), calc_second_order=False, seed=seed)
    rows = zip(
        [f.name for f in over], *(found[key] for key in ("S1", "S1_conf", "ST", "ST_conf")), strict=True
    )
    return sorted((Index(name, *map(float, rest)) for name, *rest in rows), key=lambda i: (-i.total, i.name))


def cases(
    over: Sequence[Factor], points: Sequence[Point], bots: Sequence[str], seeds: Sequence[int]
) -> list[Case]:
    """Return the worlds of all points: every bot in every seed, points last, seeds first, so that a part is a smaller study."""
    return [Case(bot, seed, _numbers(over, point)) for seed, point, bot in product(seeds, points, bots)]


def gathered(fates: Sequence[Fate], points: int, bots: int) -> list[Spread]:
    """Return the worlds of each point, taken from those of `cases` in their order."""
    stride = points * bots
    return [
        tuple(
            fates[start + place] for start in range(0, len(fates), stride) for place in _places(point, bots)
        )
        for point in range(points)
    ]


def means(spreads: Iterable[Spread], output: str, which: slice = EVERY) -> list[float]:
    """Return the mean of one output over the worlds of each point, or over some of them: `slice(b, None, bots)` is one bot."""
    return [fmean(getattr(fate, output) for fate in worlds[which]) for worlds in spreads]


def _places(point: int, bots: int) -> range:
    return range(point * bots, (point + 1) * bots)


def _numbers(over: Sequence[Factor], point: Point) -> tuple[tuple[str, float], ...]:
    pairs = zip(over, point, strict=True)
    return tuple((factor.name, value) for factor, value in pairs if factor.name != DUMMY)


def _problem(over: Sequence[Factor]) -> dict[str, object]:
    bounds = [[factor.low, factor.high] for factor in over]
    return {"num_vars": len(over), "names": [factor.name for factor in over], "bounds": bounds}


def _points(sample: Any) -> list[Point]:
    return [tuple(map(float, row)) for row in sample]


def _of(module: str) -> Any:
    try:
        return import_module(f"SALib.{module}")
    except ImportError as missing:
        raise MissingError(HOW) from missing
