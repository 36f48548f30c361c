"""Claim: with the same luck the effect of a decision varies at least five times less than with fresh luck.

A game of the second level is played to week 26; from there on two plans part ways, one with another setting of one lever. The
effect is the difference in users some weeks later. "Same luck" gives both plans the same luck, another for each try; "fresh
luck" gives each its own, as a game without luck of its own for everybody would. The variance is over the tries.

The last change is there to show the limit: advertising of another order of size reaches nearly everybody, so what it does
differs as much from luck to luck as the plans themselves, and pairing gains little.

    python benchmarks/same_luck.py
"""

import statistics
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from agents.messages import Decision
from game.content import levels
from game.study.plans import player
from game.study.unknown import other_seed
from game.world.model import MarketModel
from game.world.report import Outcome

LEVEL, WORLD, PLAN = "the-loop", 3, "plan:push-users"
FORK_WEEK, TRIES = 26, 16
LATER = (4, 13)  # weeks after the fork at which the users are counted
CHANGES: dict[str, dict[str, int]] = {
    "price 300 -> 240": {"price_won": 240},
    "design 1.3M -> 3.9M": {"ux_won": 3_900_000},
    "advertising +1M": {"marketing_won": 1_000_000},
    "advertising +10M": {"marketing_won": 10_000_000},
}


def forked() -> MarketModel:
    """Return the world in which the plans part ways."""
    level = levels.load(LEVEL)
    world = MarketModel(level, WORLD)
    mind = player(PLAN, level, WORLD)
    while world.week < FORK_WEEK:
        world.play_week(mind(world))
    return world


def users(world: MarketModel, decision: Decision, number: int) -> list[float]:
    """Return the users some weeks after the fork, by a decision and luck of this number."""
    copy = world.branch(other_seed(WORLD, number))
    copy.measures_ring = False
    copy.play_week(decision)
    while copy.week < FORK_WEEK + max(LATER) and copy.ending.outcome is Outcome.RUNNING:
        copy.play_week(copy.companies[0].decision)
    found = [copy.reports[min(FORK_WEEK + week, copy.week) - 1].users for week in LATER]
    copy.release()
    return found


def changed(decision: Decision, change: dict[str, int]) -> Decision:
    """Return a decision with one lever set otherwise."""
    if "marketing_won" in change:
        return replace(decision, marketing_won=change["marketing_won"] + decision.marketing_won)
    return replace(decision, **change)  # type: ignore[arg-type] # names of levers


def main() -> None:
    """Print, for each change and each stretch of time, the effect and its variance with same and with fresh luck."""
    world = forked()
    now = world.companies[0].decision.hold()
    plain = [users(world, now, number) for number in range(2 * TRIES)]
    print(f"{LEVEL}, world {WORLD}, week {FORK_WEEK}: {world.reports[-1].users:,.0f} users; {TRIES} tries")
    print(f"{'change':<22}{'weeks':>6}{'effect':>9}{'var same':>12}{'var fresh':>12}{'fresh / same':>14}")
    for name, change in CHANGES.items():
        other = [users(world, changed(now, change), number) for number in range(TRIES)]
        for place, weeks in enumerate(LATER):
            same = [other[n][place] - plain[n][place] for n in range(TRIES)]
            fresh = [other[n][place] - plain[TRIES + n][place] for n in range(TRIES)]
            ratio = statistics.variance(fresh) / max(statistics.variance(same), 1e-9)
            effect = statistics.mean(same)
            print(f"{name:<22}{weeks:>6}{effect:>9,.0f}{statistics.variance(same):>12,.0f}"
                  f"{statistics.variance(fresh):>12,.0f}{ratio:>14.1f}")  # fmt: skip
    world.release()


if __name__ == "__main__":
    main()
