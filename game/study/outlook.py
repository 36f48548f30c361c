"""What next week may bring if this is decided: the same week played in a handful of worlds with other luck.

A week ahead the luck of single people nearly cancels out and what is left is honest: a range, not a promise. The world's own
luck is never among the copies, so that looking ahead tells nobody what will really happen.
"""

from collections.abc import Callable
from dataclasses import dataclass

from agents.messages import Decision
from game.play.playthrough import Playthrough
from game.study.unknown import in_the_dark
from game.world.report import WeekReport

COPIES = 6  # a range needs a few; six weeks of 20,000 people take some 50 ms beside the screen


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most that the copies came to."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """Changes from this week to the next under one decision, as the copies disagree about them."""

    decision: Decision
    cash_won: Span
    users: Span  # or clients, of a firm that sells technology
    clean_items: Span
    accuracy: Span  # of the team's own tests, shares
    quality: Span  # as users feel it, shares
    runway_weeks: Span  # as it will be, not a change


def look_ahead(
    game: Playthrough, decision: Decision, copies: int = COPIES, is_stale: Callable[[], bool] | None = None
) -> Outlook | None:
    """Return what a decision may bring, or None when somebody has lost interest meanwhile.

    Args:
        game: the game as it stands; it is not changed.
        decision: what the player is about to do; it must be possible.
        copies: worlds to try it in, at least 1.
        is_stale: asked before every copy.
    """
    now = game.view().report
    reports = []
    for number in range(copies):
        if is_stale is not None and is_stale():
            return None
        reports.append(_week_with_other_luck(game, decision, number))
    return Outlook(
        decision=decision,
        cash_won=_span([float(r.cash_won - now.cash_won) for r in reports]),
        users=_span([customers(r) - customers(now) for r in reports]),
        clean_items=_span([clean_items(r) - clean_items(now) for r in reports]),
        accuracy=_span([r.accuracy - now.accuracy for r in reports]),
        quality=_span([r.quality - now.quality for r in reports]),
        runway_weeks=_span([r.runway_weeks for r in reports]),
    )


def customers(report: WeekReport) -> float:
    """Return the users, or the clients of a firm that sells technology: no firm has both."""
    return report.users + report.clientele.contracts


def clean_items(report: WeekReport) -> float:
    """Return all items one could train on."""
    opened, crawled, served, bought = report.data_items
    return opened + crawled + served + bought


def _week_with_other_luck(game: Playthrough, decision: Decision, number: int) -> WeekReport:
    world = in_the_dark(game.model, number)
    world.play_week(decision)
    report = world.reports[-1]
    world.drop()
    return report


def _span(figures: list[float]) -> Span:
    return Span(min(figures), max(figures))
