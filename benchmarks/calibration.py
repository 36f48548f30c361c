"""Claim: a look at the eight designs, fifty seeds each with 20,000 agents, takes minutes on two cores, not hours.

Meant to take two; a tenth of it, on a machine that was busy with much else, took 1.2 s of processor time a world, which makes
four. What one runs after moving a default: does nobody get out with no link broken, about half with one, more with two?
Bands are those of `tests/patterns/patterns.yaml`. `benchmarks/factorial.py` has the longer tables, beside averages.

    python benchmarks/calibration.py              # prints the designs, the bands, and how long it took
    python benchmarks/calibration.py --seeds 5    # a tenth, and how long the whole would take
"""

import argparse
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.factorial import DESIGNS, RECORDED, Cell, played  # noqa: E402 - the checkout is not installed
from game.content.levels import load  # noqa: E402
from game.world.model import RULES  # noqa: E402
from tests.patterns.measure import known  # noqa: E402

SEEDS, AGENTS = 50, 20_000  # the run the claim is about


def line(bot: str, cell: Cell) -> str:
    """Return one line of the table, the reference model's escape rate at its end."""
    rate = cell.escaped.mean()
    error = (max(rate * (1 - rate), 1 / cell.alive.size) / cell.alive.size) ** 0.5
    users = np.median(cell.users)
    return f"{bot:<26}{cell.alive.mean():>7.2f}{rate:>9.2f} ± {error:.2f}{users:>11,.0f}{RECORDED[bot][1]:>11.2f}"


def banded(cells: dict[str, Cell]) -> list[str]:
    """Return how the escape rates stand to their bands."""
    rate = {bot: float(cell.escaped.mean()) for bot, cell in cells.items()}
    singles = [rate[bot] for bot, links in DESIGNS.items() if len(links) == 1]
    pairs = [rate[bot] for bot, links in DESIGNS.items() if len(links) == 2]
    found = {
        "P12": rate["trap"],
        "P13": max(singles),
        "P13.1": min(singles),
        "P14": min(pairs) - max(singles),
        "P15": rate["break-all"],
    }
    return [
        f"{id_:<6} {known()[id_].name:<52} {value:5.2f}, band {known()[id_].low:g} to {known()[id_].high:g}"
        f"{'' if known()[id_].low <= value <= known()[id_].high else '   OUTSIDE'}"
        for id_, value in found.items()
    ]


def main() -> None:
    """Play, print, and say how long it took."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--seeds", type=int, default=SEEDS)
    ask.add_argument("--agents", type=int, default=AGENTS)
    ask.add_argument("--processes", type=int, default=2)
    given = ask.parse_args()
    level = replace(load("research/factorial"), agents=given.agents)
    start, before = time.perf_counter(), os.times()
    cells = played(level, range(1, given.seeds + 1), given.processes)
    wall, now = time.perf_counter() - start, os.times()
    worlds = len(DESIGNS) * given.seeds
    print(f"rules {RULES}, {level.id}: {given.seeds} seeds of each design, {given.agents:,} agents")
    print(f"{'design':<26}{'alive':>7}{'escaped':>16}{'users':>11}{'reference':>11}")
    print("\n".join(line(bot, cell) for bot, cell in cells.items()))
    print("\n".join(banded(cells)))
    busy = now.children_user + now.children_system - before.children_user - before.children_system
    whole = len(DESIGNS) * SEEDS / worlds
    print(
        f"{worlds} worlds in {wall:.0f} s with {given.processes} processes (processor time {busy:.0f} s); "
        f"{len(DESIGNS) * SEEDS} worlds: {wall * whole:.0f} s as busy as now, "
        f"{busy * whole / given.processes:.0f} s on processors of their own"
    )


if __name__ == "__main__":
    main()
