"""Three views of one week: what users felt, what the books say, and what the model's own tests say, and where they disagree.

All three are read off the same world. They disagree because each looks at something else: the test set is not the people, the
people are not the money, and the money of a week is not what lasts. The rules that name a disagreement are a closed list, tried
in order; the thresholds are judged and stand beside them.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from agents.messages import Source, Term
from game.study.recording import Recording
from game.study.why import NobodyError, check_week
from game.world.learning import BEST_ERROR
from game.world.level import Business
from game.world.model import MarketModel
from game.world.report import Movement, WeekReport

MONTH_WEEKS = 4  # how far back "better than before" looks
MOVED = 0.005  # share by which an accuracy has moved enough to be talked of; half a point, as reports round
FAR = 0.05  # between the test and the own users, shares: what a user notices; judged
BEHIND = 0.08  # of one group behind all users, shares: wider than what luck leaves between groups; judged
FEW = 0.05  # share of the users below which a group is too small to speak for
SHORT_WEEKS = 13.0  # of runway, a quarter of a year
AGED = 0.05  # share of its skill a model may lose before its last test is out of date; judged
MOST = 0.5  # of the users

Reasons = tuple[tuple[Term, float], ...]


@dataclass(frozen=True, slots=True)
class Felt:
    """What users felt. People, not agents; shares 0..1."""

    users: float
    joined: float
    left: float
    stopped: float  # people who left or gave up after a try, each for a reason
    reasons: Reasons  # of theirs, the one that weighed most; the most people first
    satisfied: (
        float | None
    )  # share of the users to whom the service is worth more than doing without; None without users
    trust: float  # on the average of all people
    contracts: int = 0  # of a firm that sells technology: it has clients and no users


@dataclass(frozen=True, slots=True)
class Booked:
    """What the books say of the week."""

    opening_won: int
    cash_won: int
    revenue_won: int  # of the business itself
    cost_won: int
    runway_weeks: float
    movements: tuple[Movement, ...]  # the largest first; they add up to closing less opening


@dataclass(frozen=True, slots=True)
class Group:
    """One segment: its users, and how often the model is right by its test and among these people, shares."""

    segment: int
    users: float
    tested: float
    felt: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What the metrics of the model say.

    Attributes:
        model: `ModelKind` in use, -1 before the first release.
        age_weeks: Since it was trained.
        tested: Share of right answers on the firm's own test set, taken when the model was new.
        felt: Share of right answers among the own users as the world is today; among all people while nobody uses it.
        groups: Segment by segment.
        watched: Share of its skill lost since, as monitoring shows it; None when nobody watches.
        lost: The same, whether anybody watches or not.
        own_data: Share of the clean data that comes from the own service; None without data.
    """

    model: int
    age_weeks: int
    tested: float
    felt: float
    groups: tuple[Group, ...]
    watched: float | None
    lost: float
    own_data: float | None


@dataclass(frozen=True, slots=True)
class Quarrel:
    """Where the views disagree: `code` picks a sentence `views.quarrel.CODE`, the rest fills it."""

    code: str
    term: Term | None = None
    segment: int | None = None
    figures: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Views:
    """One week seen three ways. `quarrel` is None when nothing was open yet, or the three say the same."""

    week: int
    business: Business  # whom the firm sells to, which a card may change
    is_open: bool
    felt: Felt
    booked: Booked
    measured: Measured
    quarrel: Quarrel | None


def views_of(world: MarketModel) -> Views:
    """Return the three views of the week just played; the world is only looked at.

    Raises:
        ValueError: no week has been played yet.
    """
    if not world.reports:
        raise ValueError("no week has been played yet")
    report = world.reports[-1]
    before = world.reports[max(0, len(world.reports) - 1 - MONTH_WEEKS)]
    felt, booked, measured = _felt(world, report), _booked(report), _measured(world, report)
    found = Views(world.week, world.level.start.business, report.has_launched, felt, booked, measured, None)
    return replace(found, quarrel=quarrel_of(found, before))


def views_in(recording: Recording, week: int) -> Views:
    """Return the three views of a week, from 1, of a recorded game.

    Raises:
        NobodyError: the week was not played, or is the start.
    """
    check_week(recording, week)
    if week == 0:
        raise NobodyError("not-yet", week=week)
    world = recording.at(week)
    found = views_of(world)
    world.drop()
    return found


def _felt(world: MarketModel, report: WeekReport) -> Felt:
    picture = world.view()
    own = picture.value[picture.service == 0]
    reasons = [(term, report.left_by[term]) for term in Term if report.left_by[term] > 0]
    return Felt(
        users=report.users,
        joined=report.joined,
        left=report.left,
        stopped=math.fsum(report.left_by),
        reasons=tuple(sorted(reasons, key=lambda pair: (-pair[1], pair[0]))),
        satisfied=int(np.count_nonzero(own > 0)) / own.size if own.size else None,
        trust=report.trust,
        contracts=report.clientele.contracts,
    )


def _booked(report: WeekReport) -> Booked:
    moved = sum(movement.won for movement in report.movements)
    return Booked(
        opening_won=report.cash_won - moved,
        cash_won=report.cash_won,
        revenue_won=report.revenue_won,
        cost_won=report.cost_won,
        runway_weeks=report.runway_weeks,
        movements=tuple(sorted(report.movements, key=lambda m: (-abs(m.won), m.reason))),
    )


def _measured(world: MarketModel, report: WeekReport) -> Measured:
    firm, ground = world.companies[0], world.ground
    right = 1 - (ground.parameters.E0 - firm.quality * (ground.parameters.E0 - BEST_ERROR))
    users = firm.users.tolist()
    groups = tuple(
        Group(segment, users[segment], 1 - float(firm.lab_errors[segment]), float(right[segment]))
        for segment in range(len(users))
    )
    own, items = math.fsum(users), math.fsum(report.data_items)
    felt = math.fsum(g.users * g.felt for g in groups) / own if own > 0 else ground.overall(right)
    return Measured(
        model=firm.model,
        age_weeks=firm.age,
        tested=report.accuracy,
        felt=felt,
        groups=groups,
        watched=report.drift,
        lost=1 - firm.fresh,
        own_data=report.data_items[Source.SERVICE] / items if items > 0 else None,
    )


# ---- where they disagree, the most instructive first


def quarrel_of(found: Views, before: WeekReport) -> Quarrel | None:
    """Return where the views of a week disagree; None where they do not, or nothing is open.

    Args:
        found: the week.
        before: the report of a month ago, or of the first week.
    """
    return next(_quarrels(found, before), None) if found.is_open else None


def _quarrels(found: Views, before: WeekReport) -> Iterator[Quarrel]:
    if found.business is not Business.TECHNOLOGY:  # its tests are for clients, who are not counted by segment
        yield from _test_against_users(found, before)
        yield from _one_group_behind(found)
    yield from _money_against_users(found, before)


def _test_against_users(found: Views, before: WeekReport) -> Iterator[Quarrel]:
    """The test says the model is good or has become better; those who use it say otherwise."""
    measured, first = found.measured, next((term for term, _ in found.felt.reasons), None)
    if measured.model < 0:
        return
    gained = measured.tested - before.accuracy
    if gained >= MOVED and before.model >= 0 and first is Term.FIT:
        yield Quarrel("better-but-misfit", first, figures=(("gained", gained),))
    elif gained >= MOVED and before.model >= 0 and first in _NOT_ACCURACY:
        yield Quarrel("better-but", first, figures=(("gained", gained),))
    gap = measured.tested - measured.felt
    if measured.lost >= AGED and gap >= FAR:
        figures = (("tested", measured.tested), ("felt", measured.felt), ("weeks", float(measured.age_weeks)))
        yield Quarrel("old-test" if measured.watched is None else "old-test-watched", figures=figures)
    if gap >= FAR:
        yield Quarrel("test-is-not-them", figures=(("tested", measured.tested), ("felt", measured.felt)))


def _one_group_behind(found: Views) -> Iterator[Quarrel]:
    """The mean looks fine and hides a group of users who get less."""
    own, mean = found.felt.users, found.measured.felt
    groups = [g for g in found.measured.groups if own > 0 and g.users >= FEW * own]
    worst = min(groups, key=lambda g: (g.felt, g.segment), default=None)
    if worst is not None and found.measured.model >= 0 and mean - worst.felt >= BEHIND:
        yield Quarrel("one-group", segment=worst.segment, figures=(("mean", mean), ("felt", worst.felt)))


def _money_against_users(found: Views, before: WeekReport) -> Iterator[Quarrel]:
    """The books and the people point different ways."""
    felt, booked = found.felt, found.booked
    loses = booked.revenue_won < booked.cost_won
    if booked.cash_won > booked.opening_won and loses:
        largest = max(booked.movements, key=lambda m: m.won)
        yield Quarrel("others-money", figures=(("won", float(largest.won)),))
    if not loses and felt.left > felt.joined:
        yield Quarrel("earning-and-losing", figures=(("left", felt.left), ("joined", felt.joined)))
    if felt.users > before.users and loses and booked.runway_weeks < SHORT_WEEKS:
        figures = (("users", felt.users - before.users), ("runway", booked.runway_weeks))
        yield Quarrel("loved-and-broke", figures=figures)
    if felt.satisfied is not None and felt.satisfied < MOST and booked.revenue_won > before.revenue_won:
        yield Quarrel("paid-but-unhappy", figures=(("satisfied", felt.satisfied),))


# Reasons to leave that no better model takes away.
_NOT_ACCURACY = (Term.SPEED, Term.UX, Term.PRICE, Term.PRIVACY, Term.CONTENT, Term.PEERS)
