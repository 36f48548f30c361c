"""From the idea to the release: eight stages, each as long as it turns out to be.

The source deck lists them: collecting, building infrastructure, cleaning, analysing, training, reading the results,
tuning, optimising, and calls the whole "a spoonful of experiment of unknown length" (in our words). What a stage will
take is known when it is done and not before: the team plans with the mean, the world draws the rest. People can be put
where the work is; moving them costs half a week.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from agents import exact, luck
from agents.luck import Stream
from agents.messages import Decision, Emphasis, Infra, ModelKind
from game.world import infrastructure
from game.world.parameters import Parameters


class Stage(IntEnum):
    """What a team does between the idea and the release, in this order."""

    COLLECTION = 0
    INFRASTRUCTURE = 1
    CLEANING = 2
    ANALYSIS = 3
    TRAINING = 4
    RESULTS = 5
    TUNING = 6
    OPTIMISATION = 7


STAGES = len(Stage)
RELEASED = STAGES  # the stage after the last

# Share of the work done when each stage ends. Preparing data takes 45 % of the time of those who work with them
# (survey of Anaconda 2020); how the rest is divided is judged.
ENDS = (0.10, 0.20, 0.45, 0.55, 0.70, 0.80, 0.95, 1.0)
# The same for the weeks that a team spends on building a crawler first; judged.
CRAWL_ENDS = (0.50, 0.75, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)

CRAWL_FIRST_WEEKS = 16.0  # a team that crawls first builds the crawler before the model; chosen so that
# `test_a_crawler_first_founder_dies_before_launch` holds

_GROUPS = {
    Emphasis.DATA: (Stage.COLLECTION, Stage.INFRASTRUCTURE, Stage.CLEANING),
    Emphasis.MODEL: (Stage.ANALYSIS, Stage.TRAINING, Stage.RESULTS),
    Emphasis.FINISH: (Stage.TUNING, Stage.OPTIMISATION),
}
# Pace where the hands are, and elsewhere: chosen so that one group for ever is no faster than a balanced team, and that
# moving people with the work saves a few weeks of a long release and next to nothing of a short one.
FOCUSED, THIN = 1.25, 0.80
HANDOVER = 0.5  # of a week's progress is left in the week in which people change places; judged
LINGER = 0.25  # of its mean length is what an overdue stage is always said to need still; judged
RANGE_SD = 1.28  # standard deviations either side that hold four fifths of a normal distribution

Factors = tuple[float, ...]  # how many times their mean the stages that have begun take, in order
_EVEN: Factors = (1.0,) * STAGES


@dataclass(frozen=True, slots=True)
class Work:
    """The release in work, in team-weeks: `base` for any team, `extra` for a crawler; `slow` is (8,) for want of tools."""

    base: float
    extra: float = 0.0
    slow: Factors = _EVEN

    def length(self, stage: int) -> float:
        """Return what a stage takes on the average with every tool at hand."""
        before = (ENDS[stage - 1], CRAWL_ENDS[stage - 1]) if stage else (0.0, 0.0)
        return self.base * (ENDS[stage] - before[0]) + self.extra * (CRAWL_ENDS[stage] - before[1])

    def usual(self, stage: int) -> float:
        """Return what a stage takes on the average with the tools there are."""
        return self.length(stage) * self.slow[stage]

    def end(self, stage: int, factors: Factors = ()) -> float:
        """Return the team-weeks until a stage is done, if the stages with a factor take that long and the others their mean."""
        late = [
            self.length(s) * (self.slow[s] * (factors[s] if s < len(factors) else 1.0) - 1)
            for s in range(stage + 1)
        ]
        return self.base * ENDS[stage] + self.extra * CRAWL_ENDS[stage] + math.fsum(late)

    @property
    def mean(self) -> float:
        """Return what the whole takes on the average."""
        return self.end(STAGES - 1)


def work_of(plan: int, releases: int, order: Decision, p: Parameters) -> Work:
    """Return the work of a release of this family: the first is long, later ones are a fraction of it."""
    first, slow = (p.T_rule, p.T_ml, p.T_dl)[plan], _slow(order, plan)
    if releases > 0:
        return Work(first * p.next_frac, 0.0, slow)
    if order.model is ModelKind.BEST:
        first = p.T_rule
    return Work(first, CRAWL_FIRST_WEEKS if order.crawl_items > 0 else 0.0, slow)


def _slow(order: Decision, plan: int) -> Factors:
    """Return how many times as long each stage takes for want of tools, (8,)."""
    times = [1.0] * STAGES
    if plan == ModelKind.DEEP:
        times[Stage.TRAINING] *= infrastructure.factor(order, Infra.CLUSTER, infrastructure.SLOW_CLUSTER)
        times[Stage.TRAINING] *= infrastructure.factor(order, Infra.GPU, infrastructure.SLOW_GPU)
    for stage in (Stage.RESULTS, Stage.OPTIMISATION):
        times[stage] *= infrastructure.factor(order, Infra.DELIVERY, infrastructure.SLOW_DELIVERY)
    return tuple(times)


def factor(seed: int, firm: int, release: int, stage: int, spread: float) -> float:
    """Return how many times its mean a stage takes: lognormal, 1 on the average. Its luck is that of this release alone."""
    if spread == 0:
        return 1.0
    draw = luck.draw(seed, release, Stream.PROJECT, firm * STAGES + stage)
    z = float(luck.normal_table()[draw >> 16]) / luck.UTIL
    return float(exact.exp(spread * z - spread * spread / 2))


def locate(
    work: Work, progress: float, factors: Factors, drawn: Callable[[int], float]
) -> tuple[int, Factors]:
    """Return the stage that so many team-weeks have led to, `RELEASED` after the last, and the factors of all that began."""
    for stage in range(STAGES):
        if stage == len(factors):
            factors = (*factors, drawn(stage))
        if progress < work.end(stage, factors[: stage + 1]):
            return stage, factors
    return RELEASED, factors


def pace(emphasis: Emphasis, stage: int) -> float:
    """Return how fast a stage goes under this emphasis; 1 for a balanced team."""
    if emphasis is Emphasis.BALANCED:
        return 1.0
    return FOCUSED if stage in _GROUPS[emphasis] else THIN


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a team can know of the release in work, in team-weeks; four times out of five it needs `low` to `high` more."""

    total: float  # from the beginning to the release, as expected
    low: float
    high: float
    share: float  # of the stage in work, 0..1
    overdue: float  # how many times its mean the stage in work has already taken, past 1


NOTHING_BEGUN = Outlook(math.inf, math.inf, math.inf, 0.0, 1.0)


def outlook(
    work: Work, progress: float, where: tuple[int, Factors], emphasis: Emphasis, spread: float
) -> Outlook:
    """Return what the team expects: stages that are done took what they took, those to come are taken at their mean.

    Args:
        work: the release.
        progress: team-weeks done.
        where: the stage in work, and the factors of those that have begun; that of the one in work is not looked at.
        emphasis: where the hands are.
        spread: of the lengths, sd of their logarithm.
    """
    stage = min(where[0], STAGES - 1)
    known = where[1][:stage]
    start = work.end(stage - 1, known) if stage else 0.0
    done, mean = max(progress - start, 0.0), work.usual(stage)
    is_overdue = done > mean * (1 + 1e-9)  # the last bits of a sum are no delay
    left = LINGER * mean if is_overdue else max(mean - done, 0.0)
    total = work.end(STAGES - 1, known) + (done + left - mean if is_overdue else 0.0)
    rest = [left / pace(emphasis, stage)]
    rest += [work.usual(s) / pace(emphasis, s) for s in range(stage + 1, STAGES)]
    if emphasis is not Emphasis.BALANCED:
        total = progress + math.fsum(rest)
    wide = RANGE_SD * spread * math.sqrt(math.fsum(weeks * weeks for weeks in rest))
    expected = max(total - progress, 0.0)
    share = min(done / (done + left), 1.0) if done + left > 0 else 0.0
    return Outlook(
        total, max(expected - wide, 0.0), expected + wide, share, done / mean if is_overdue else 1.0
    )


def weeks(ahead: Outlook, speed: float) -> tuple[float, float]:
    """Return the weeks within which a release comes four times out of five; infinite when nothing is being built."""
    return (ahead.low / speed, ahead.high / speed) if speed > 0 else (math.inf, math.inf)
