"""A game under way, taken down between two weeks so that it can be played again elsewhere while it goes on here.

Taking it down is quick and copies nothing of the world. Playing it again is slow and may happen on any thread: it touches
nothing but its own recording.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from agents.messages import Decision
from game.play.playthrough import Playthrough
from game.study.choices import orders_of
from game.study.futures import play_on
from game.study.progress import Progress
from game.study.recording import Recording
from game.world.level import Level
from game.world.model import MarketModel
from game.world.report import WeekReport


@dataclass(frozen=True, slots=True)
class Past:
    """What was given, decided and reported so far; the reports have the ring measured."""

    level: Level
    seed: int
    decisions: tuple[Decision, ...]
    reports: tuple[WeekReport, ...]

    @property
    def weeks(self) -> int:
        """Return how many weeks were played."""
        return len(self.decisions)


def past_of(game: Playthrough) -> Past:
    """Return the past of a game. Not to be asked while a week is being played."""
    reports, decisions = tuple(game.model.reports), game.decisions
    weeks = min(len(reports), len(decisions))
    return Past(game.given, game.seed, decisions[:weeks], reports[:weeks])


def recalled(past: Past, known: Recording | None = None) -> Iterator[Progress[Recording]]:
    """Play a past again and record it; yield after each week, with the recording after the last.

    Args:
        past: what was played.
        known: the recording of an earlier part of the same game, to be played on instead of from the start.
    """
    orders = orders_of(past.level.start.decision, past.decisions)
    if known is None or known.orders != orders[: known.weeks]:
        known = Recording(past.level, past.seed)
        world = MarketModel(past.level, past.seed)
        world.measures_ring = False
        known.watch(world)
    else:
        world = known.at(known.weeks)
    known.orders = orders
    try:
        for _ in play_on(world, orders, past.weeks):
            known.watch(world)
            if known.weeks < past.weeks:
                yield Progress(known.weeks, past.weeks + 1)
    finally:
        world.drop()
    known.reports = list(past.reports)
    yield Progress(past.weeks + 1, past.weeks + 1, known)
