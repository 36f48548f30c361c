"""Lessons: two ways to play in the same worlds, what came of each, and the same again with the mechanism switched off.

A lesson names a level, two ways to play it and a figure. The worlds of one seed differ in nothing but what was ordered, so the
gap between the figures is what the orders did. A lesson holds when the gap reaches its margin, and when next to nothing of the
margin is left in a neutral level: the same, with the one lever or number that makes the lesson switched off.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from agents.messages import Decision, News
from game.study.bots import Policy, answers, decision_of
from game.world.conditions import Binary, Condition, Number, Operator, Value
from game.world.level import Level
from game.world.model import MarketModel
from game.world.report import Outcome
from tests.levels_for_tests import technology, tiny

Orders = tuple[tuple[str, int], ...]
Reading = Callable[[MarketModel], float]

LEFT = 0.25  # of the margin: what a neutral level may leave of a gap
RICH = 20_000_000_000  # won: money is not the question
IDLE = Decision(engineers=3, open_data=False, seeks_funding=False)  # a team, and nothing decided yet


@dataclass(frozen=True)
class Way:
    """How a founder plays: the first orders changed once, and again from some weeks on; or a policy of the bots."""

    first: Orders = ()
    later: tuple[tuple[int, Orders], ...] = ()
    policy: Policy | None = None
    takes_money: bool = False

    def then(self, week: int, **orders: int) -> "Way":
        """Return this way with these orders from a week on."""
        return replace(self, later=(*self.later, (week, tuple(orders.items()))))

    def decide(self, news: News, level: Level) -> Decision:
        """Return what is ordered this week; what the level has locked stays as it was."""
        if self.policy is not None:
            return decision_of(self.policy, news, level)
        changes = dict(self.first)
        for week, orders in self.later:
            changes |= dict(orders) if news.week >= week else {}
        free = {lever: value for lever, value in changes.items() if lever not in news.locked}
        return replace(level.start.decision, **free, answers=answers(news) if self.takes_money else ())


def way(**orders: int) -> Way:
    """Return the way that orders this and nothing else."""
    return Way(tuple(orders.items()))


def market(weeks: int, agents: int = 200, **changes: object) -> Level:
    """Return the reference market without rivals, and a rich firm in it that has decided nothing yet."""
    plain = tiny(weeks, agents)
    start = replace(plain.start, cash_won=RICH, decision=IDLE)
    return replace(plain, **{"start": start, "rivals": (), "funds": (), **changes})


def laboratory(weeks: int, **changes: object) -> Level:
    """Return a market of firms: the player sells technology, rich, alone, and nobody would buy it whole."""
    plain = technology(weeks, agents=100)
    start = replace(plain.start, cash_won=RICH)
    return replace(plain, **{"start": start, "rivals": (), "funds": (), **changes})


def reached(name: str, number: float) -> Condition:
    """Return the condition that a value is at least this."""
    return Condition(f"{name} >= {number}", Binary(Operator.AT_LEAST, Value(name), Number(number)))


def given(level: Level, **numbers: float) -> Level:
    """Return the level with these parameters."""
    return replace(level, parameters=replace(level.parameters, **numbers))


def starting(level: Level, **changes: object) -> Level:
    """Return the level with another start: cash_won, knowledge, locked and the like."""
    return replace(level, start=replace(level.start, **changes))


@cache
def played(level: Level, how: Way, seed: int, measures_ring: bool = False) -> MarketModel:
    """Return the world at its end; each is played once however many lessons ask for it."""
    model = MarketModel(level, seed)
    model.measures_ring = measures_ring
    while model.ending.outcome is Outcome.RUNNING:
        model.play_week(how.decide(model.news(), level))
    model.release()
    return model


@dataclass(frozen=True)
class Lesson:
    """Two ways to play one level, a figure, and by how much it must be higher for the other way on the average of some worlds."""

    level: Level
    one: Way
    other: Way
    reads: Reading
    margin: float
    seeds: tuple[int, ...] = (1,)
    elsewhere: Callable[[Level], Level] | None = (
        None  # changes the level of the other way, where it is the world that differs
    )

    def gap(self, level: Level | None = None) -> float:
        """Return by how much the figure is higher for the other way, on the average; in another level if one is given."""
        here = level or self.level
        there = self.elsewhere(here) if self.elsewhere else here
        gaps = [
            self.reads(played(there, self.other, seed)) - self.reads(played(here, self.one, seed))
            for seed in self.seeds
        ]
        return math.fsum(gaps) / len(gaps)

    def holds(self, neutral: Level, left: float = LEFT) -> None:
        """Assert that the gap reaches the margin, and that a neutral level leaves next to nothing of it."""
        self.shows()
        self.goes(neutral, left)

    def shows(self) -> None:
        """Assert that the gap reaches the margin."""
        found = self.gap()
        assert found >= self.margin, f"the lesson does not show: {found:.4g} of {self.margin:.4g}"

    def goes(self, neutral: Level, left: float = LEFT) -> None:
        """Assert that a neutral level leaves next to nothing of the gap."""
        still = self.gap(neutral)
        assert still <= left * self.margin, f"something else makes the gap: {still:.4g} is left"
