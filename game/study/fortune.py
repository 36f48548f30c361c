"""Luck or skill: a player's own decisions, week by week as they were given, in two hundred other worlds.

The decisions answer a world that is not theirs: an offer that never came cannot be accepted, and money that is not there cannot be
spent. What a world refuses is skipped, counted and told. So the figures say how a plan fares that closes its eyes, which is less
than its player could have done; where the own game lies among them is luck all the same.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from game.study.choices import Orders
from game.study.futures import play_on
from game.study.merits import merit_of
from game.study.progress import Progress
from game.study.recording import Recording
from game.study.unknown import other_seed
from game.study.workers import spread
from game.world.level import Level
from game.world.model import MarketModel
from game.world.report import Outcome

WORLDS = 200
MOST_AGENTS = (
    20_000  # of a world; larger crowds are played with fewer agents for the same people, and it is said
)
BINS = 20
HALF = 0.5


@dataclass(frozen=True, slots=True)
class End:
    """How the decisions fared in one world."""

    seed: int
    outcome: Outcome
    week: int
    users: float
    cash_won: int
    merit: float  # see `game.study.merits`
    skipped: int  # orders this world refused


@dataclass(frozen=True, slots=True)
class Fortune:
    """Where a game lies among the worlds its decisions were tried in.

    Attributes:
        actual: The game itself.
        ends: The other worlds, in the order of their seeds' numbers.
        orders: Orders and answers given in the game, so many were tried in each world.
        agents: Of each world; `has_fewer` if the game had more.
        has_fewer: Whether the worlds had fewer agents than the game.
        until: The last week played, of a game that is not over.
    """

    actual: End
    ends: tuple[End, ...]
    orders: int
    agents: int
    has_fewer: bool
    until: int | None

    @property
    def wins(self) -> int:
        """Return how many of the worlds were won."""
        return sum(end.outcome is Outcome.WON for end in self.ends)

    @property
    def luck(self) -> float:
        """Return the share of the worlds that ended worse than the game, 0..1; half of those that ended just as well."""
        return rank(self.actual.merit, [end.merit for end in self.ends])

    @property
    def users_rank(self) -> float:
        """Return the same by users alone."""
        return rank(self.actual.users, [end.users for end in self.ends])

    @property
    def skipped(self) -> int:
        """Return how many orders were skipped, all worlds together."""
        return sum(end.skipped for end in self.ends)

    @property
    def worlds_with_skips(self) -> int:
        """Return in how many worlds anything was skipped."""
        return sum(end.skipped > 0 for end in self.ends)

    @property
    def histogram(self) -> tuple[tuple[float, float, int], ...]:
        """Return how many worlds ended with how many users: from, below, worlds; the game's own value lies inside, too."""
        values = [end.users for end in self.ends]
        low, high = min(*values, self.actual.users), max(*values, self.actual.users)
        wide = (high - low) / BINS or 1.0
        counts = [0] * BINS
        for value in values:
            counts[min(BINS - 1, int((value - low) / wide))] += 1
        return tuple((low + i * wide, low + (i + 1) * wide, count) for i, count in enumerate(counts))


def rank(value: float, others: Sequence[float]) -> float:
    """Return the share of the others that lie below a value, equals counted half."""
    below, same = sum(other < value for other in others), sum(other == value for other in others)
    return (below + HALF * same) / len(others) if others else HALF


def fortune(
    recording: Recording, worlds: int = WORLDS, processes: int | None = None
) -> Iterator[Progress[Fortune]]:
    """Try a game's decisions elsewhere; yield after each world, with the answer after the last. Closing it stops all work.

    Args:
        recording: the game, over or not; one that is not over is compared up to its last week.
        worlds: with other luck and other hidden numbers, at least 2.
        processes: that share the work; as many as there are cores, but no more than two, unless said.
    """
    level = replace(recording.level, agents=min(recording.level.agents, MOST_AGENTS))
    until = None if recording.is_over else recording.weeks
    seeds = [other_seed(recording.seed, number) for number in range(worlds)]
    found: dict[int, End] = {}
    with spread(min(2, os.cpu_count() or 1) if processes is None else processes) as work:
        for seed, end in work(partial(_played, level, recording.orders, until), seeds):
            found[seed] = end
            if len(found) < worlds:
                yield Progress(len(found), worlds)
    ends = tuple(found[seed] for seed in seeds)
    actual = _end(recording.seed, recording.level, recording, len(recording.skipped))
    given = sum(_count(order) for order in recording.orders)
    yield Progress(
        worlds,
        worlds,
        Fortune(actual, ends, given, level.agents, level.agents < recording.level.agents, until),
    )


def _count(order: Orders) -> int:
    answers = order.get("answers", [])
    return len([key for key in order if key != "answers"]) + (
        len(answers) if isinstance(answers, list) else 0
    )


def _played(level: Level, orders: Sequence[Orders], until: int | None, seed: int) -> End:
    world = MarketModel(level, seed)
    world.measures_ring = False
    skipped = 0
    for impossible in play_on(world, orders, until):
        skipped += len(impossible)
    end = _end(seed, level, world, skipped)
    world.release()
    return end


def _end(seed: int, level: Level, played: MarketModel | Recording, skipped: int) -> End:
    report, ending = played.reports[-1], played.ending
    merit = merit_of(level, ending, report)
    return End(seed, ending.outcome, report.week, report.users, report.cash_won, merit, skipped)
