"""A fan of futures: what may come of going on like this, computed from the real model and honest about what nobody can know.

Every copy of the world plays the weeks to come with the orders in force and luck of its own. Where they agree the future is
nearly certain; where they spread it is not, and no cleverness would narrow it. See `game.study.unknown` for what is hidden.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from agents.messages import Decision
from game.study.outlook import clean_items, customers
from game.study.progress import Progress
from game.study.unknown import in_the_dark
from game.world.model import MarketModel
from game.world.report import Outcome, WeekReport

COPIES = 24  # enough that the 10 % and 90 % curves stand on more than one copy each
WEEKS = 26  # ahead; half a year, as far as anybody plans here
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)

# What is foretold, by id: how it is read off a report.
CURVES: dict[str, Callable[[WeekReport], float]] = {
    "users": customers,
    "cash": lambda r: float(r.cash_won),
    "accuracy": lambda r: r.accuracy,
    "quality": lambda r: r.quality,
    "data": clean_items,
}


@dataclass(frozen=True, slots=True)
class Fan:
    """Quantile curves over the weeks to come.

    Attributes:
        week: The last week played; the first point of every curve is the week after.
        copies: Worlds behind it.
        curves: By id, one curve for each of `QUANTILES`, lowest first.
        running: Share of the copies in which the level still goes on, by week.
        outcomes: How many copies had come to which end by the last week.
    """

    week: int
    copies: int
    curves: dict[str, tuple[tuple[float, ...], ...]]
    running: tuple[float, ...]
    outcomes: dict[Outcome, int]


def forecast(
    model: MarketModel, decision: Decision | None = None, weeks: int = WEEKS, copies: int = COPIES
) -> Iterator[Progress[Fan]]:
    """Play copies of a world on; yield after each, with the fan after the last.

    Args:
        model: the world as it stands; it is copied at once and never changed.
        decision: to be given next week and kept, or none to go on as it is. It must be possible.
        weeks: ahead, no further than the end of the level.
        copies: at least 1.
    """
    now = model.branch()
    ahead = min(weeks, model.level.weeks - model.week)
    found: list[tuple[tuple[WeekReport, ...], Outcome]] = []
    for number in range(copies):
        found.append(_played(in_the_dark(now, number), decision, ahead))
        yield Progress(number + 1, copies, _fan(now.week, found) if number + 1 == copies else None)
    now.drop()


def _played(
    world: MarketModel, decision: Decision | None, weeks: int
) -> tuple[tuple[WeekReport, ...], Outcome]:
    """Return the reports of the weeks to come, the last repeated after an early end, and the outcome."""
    start = len(world.reports)
    for number in range(weeks):
        if world.ending.outcome is not Outcome.RUNNING:
            break
        order = decision if decision is not None and number == 0 else world.companies[0].decision.hold()
        world.play_week(order)
    reports, outcome = world.reports[start:], world.ending.outcome
    world.drop()
    return (*reports, *reports[-1:] * (weeks - len(reports))), outcome


def _fan(week: int, found: list[tuple[tuple[WeekReport, ...], Outcome]]) -> Fan:
    weeks = range(len(found[0][0]))
    curves = {
        name: tuple(
            tuple(quantile([of(reports[w]) for reports, _ in found], share) for w in weeks)
            for share in QUANTILES
        )
        for name, of in CURVES.items()
    }
    running = tuple(sum(reports[w].week == week + w + 1 for reports, _ in found) / len(found) for w in weeks)
    return Fan(week, len(found), curves, running, dict(Counter(outcome for _, outcome in found)))


def quantile(values: list[float], share: float) -> float:
    """Return the value below which this share of the values lies, between two of them if need be."""
    ranked = sorted(values)
    place = share * (len(ranked) - 1)
    low = int(place)
    high = min(low + 1, len(ranked) - 1)
    return ranked[low] + (ranked[high] - ranked[low]) * (place - low)
