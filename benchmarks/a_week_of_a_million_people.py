"""Claim: a week costs a few milliseconds for 20,000 people and well under a tenth of a second for 1,000,000.

Every figure is a ratio within one run or stands beside one: the memory bound is the time to read every column of the people
once; "one at a time" is the same rule asked of each person separately (a sample, scaled up), as object agents would be.

    python benchmarks/a_week_of_a_million_people.py
"""

import statistics
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.agents.market_for_tests import SmallMarket, offers

WARM, TIMED = 30, 15


def week_s(model: SmallMarket) -> float:
    """Return the median time of a week after a warm-up."""
    times = []
    for week in range(WARM + TIMED):
        start = time.perf_counter()
        model.market.choose(offers(), week)
        times.append(time.perf_counter() - start)
    return statistics.median(times[WARM:])


def bound_s(model: SmallMarket) -> float:
    """Return the time to read every column once."""
    start = time.perf_counter()
    for column in model.columns.arrays.values():
        column.max()
    return time.perf_counter() - start


def one_by_one_s(model: SmallMarket, sample: int = 2000) -> float:
    """Return the time to ask everybody separately, from a sample."""
    model.market.open(offers(), WARM + TIMED)
    rows = np.arange(0, len(model.users), max(1, len(model.users) // sample))
    start = time.perf_counter()
    for row in rows:
        model.users[int(row)].step()
    return (time.perf_counter() - start) / rows.size * len(model.users)


def main() -> None:
    """Print one line for each size."""
    print(
        f"{'people':>10} {'week ms':>9} {'ns each':>8} {'x memory bound':>15} {'one at a time / together':>25}"
    )
    for agents in (20_000, 100_000, 1_000_000):
        model = SmallMarket(agents=agents, weeks=WARM + TIMED)
        week, alone = week_s(model), one_by_one_s(model)
        size = sum(c.nbytes for c in model.columns.arrays.values()) / agents
        print(
            f"{agents:>10,} {week * 1e3:>9.2f} {week / agents * 1e9:>8.1f} {week / bound_s(model):>15.1f} {alone / week:>25.0f}"
            f"   {size:.0f} bytes a person"
        )


if __name__ == "__main__":
    main()
