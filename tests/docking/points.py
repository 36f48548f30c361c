"""Averages at points: the study of sensitivity (`game.study.points`) without people, thousands of worlds at a time."""

from collections.abc import Sequence
from dataclasses import fields, replace
from types import SimpleNamespace

import numpy as np

from agents.arrays import Floats
from agents.luck import Stream
from game.study.bots import BREAKS, TRAP, Policy
from game.study.points import PURSE, Case
from game.study.points import Fate as Figures
from game.world.level import Level
from tests.docking.whole import NEVER, Fate, reckon_at, same_lots

MOST_WORLDS = 2000  # reckoned at once; more fall out of the processor's caches


def policy_of(bot: str) -> Policy:
    """Return the policy of a scripted founder that breaks links: `trap`, `break-data+users`, ..."""
    orders: dict[str, object] = {}
    for link in bot.removeprefix("break-").split("+") if bot != "trap" else ():
        orders |= BREAKS["performance"] | BREAKS["data"] | BREAKS["users"] if link == "all" else BREAKS[link]
    return replace(TRAP, **orders)


def reckoned(level: Level, cases: Sequence[Case]) -> list[Figures]:
    """Return what becomes of every case, in their order; the gain of the loop is not reckoned.

    Args:
        level: what is given to all of them.
        cases: the worlds; every case sets the same parameters.
    """
    found: dict[Case, Figures] = {}
    for bot in dict.fromkeys(case.bot for case in cases):
        wanted = list(dict.fromkeys(case for case in cases if case.bot == bot))
        for start in range(0, len(wanted), MOST_WORLDS):
            part = wanted[start : start + MOST_WORLDS]
            found |= zip(part, _batch(level, policy_of(bot), part), strict=True)
    return [found[case] for case in cases]


def _batch(level: Level, policy: Policy, cases: Sequence[Case]) -> list[Figures]:
    moved = {name: np.array([dict(c.numbers)[name] for c in cases]) for name, _ in cases[0].numbers}
    own = {
        f.name: np.full(len(cases), float(getattr(level.parameters, f.name)))
        for f in fields(level.parameters)
    }
    p = SimpleNamespace(**own | moved)
    p.cash = moved.get(PURSE, np.full(len(cases), float(level.start.cash_won)))
    # A founder's annotators are paid what they cost here: a dear world has as many of them as a cheap one.
    paid = replace(level, parameters=replace(level.parameters, annot_cost=p.annot_cost))
    seeds, worlds = np.unique([c.seed for c in cases], return_inverse=True)
    drawn = same_lots([int(seed) for seed in seeds])

    def lots(week: int, stream: Stream, number: int) -> Floats:
        return np.asarray(drawn(week, stream, number)[worlds])

    return _figures(reckon_at(paid, policy, p, lots, follows=len(level.rivals) > 1), level.weeks)


def _figures(fate: Fate, weeks: int) -> list[Figures]:
    alive, won = fate.alive.astype(float), fate.escaped.astype(float)
    lived = np.where(fate.dead_week == NEVER, weeks, fate.dead_week + 1.0)
    users, peak = fate.users * alive, np.log10(1 + fate.path["users"].max(axis=0))
    columns = (alive, won, lived, users, peak, fate.quality, np.zeros_like(alive))
    return [Figures(*map(float, row)) for row in zip(*columns, strict=True)]
