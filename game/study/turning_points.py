"""Turning points: which decisions mattered most, until when the level could still be won, and which link held the loop back.

Each decision is replayed without it, in the same world with the same luck, and judged by where that would have ended. "Could
still be won" means that one of the scripted founders, put in the player's place that week, still won in this very world:
a proof where one did, and no more than a strong hint where none did.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from agents.messages import Link
from game.study.bots import BOTS
from game.study.choices import Choice
from game.study.deletions import MOST_CHOICES, start_without, worth_asking
from game.study.futures import play_on
from game.study.merits import merit_of
from game.study.plans import names, player
from game.study.progress import Progress
from game.study.recording import Recording
from game.study.workers import Game, shared, spread
from game.world.report import Ending, Outcome

# Weeks between those first tried for whether the level could still be won; in long levels twice as many. Then refined between two.
GRID_WEEKS, LONG_LEVEL_WEEKS = 13, 78
MOST_RESCUERS = (
    8  # who are put in the player's place; chosen so that a long level is explained in 15 s on two cores
)
# Founders that hardly win anywhere and are not worth the time of a replay (tests of the bots).
_HOPELESS = frozenset({"nothing", "trap", "open-data", "crawler-first", "random"})


@dataclass(frozen=True, slots=True)
class End:
    """Where a game came to. `users` and `cash_won` by week, from the week of the choice."""

    ending: Ending
    week: int
    merit: float  # see `game.study.merits`
    users: tuple[float, ...]
    cash_won: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One decision, and where the same game ends without it."""

    choice: Choice
    without: End
    gain: float  # merit the game had from the decision: below 0, it would have gone better without
    skipped: int  # later decisions that were impossible without it


@dataclass(frozen=True, slots=True)
class Chance:
    """Who could still win from a week on: after `week` weeks as played, a founder takes over."""

    week: int
    tried: tuple[str, ...]
    winners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say of a whole game.

    Attributes:
        actual: Where it came to.
        points: Every decision replayed, the one that mattered most first; those that changed nothing last.
        aside: Decisions too slight to be replayed.
        chances: By week; empty for a game that was won.
        last_chance: The last week from which somebody was seen to win, None if there was none.
        links: The weakest link of the loop, by week.
        weakest: The link that was weakest most of the time, None before the first week.
    """

    actual: End
    points: tuple[TurningPoint, ...]
    aside: int
    chances: tuple[Chance, ...]
    last_chance: int | None
    links: tuple[Link, ...]
    weakest: Link | None


def explain(
    recording: Recording, processes: int | None = None, most: int = MOST_CHOICES
) -> Iterator[Progress[Explanation]]:
    """Explain a game; yield after each replay, with the answer after the last. Closing the generator stops all work.

    Args:
        recording: the game, with the ring measured if the weakest link is to be told.
        processes: that share the work; as many as there are cores, but no more than two, unless said. One stays in this process.
        most: decisions to replay.
    """
    game, actual = Game(recording), end_of(recording)
    choices, aside = worth_asking(recording, most=most)
    grid, tries = _tries(recording)
    of, done = len(choices) + len(tries) + (MOST_RESCUERS * grid.bit_length() if tries else 0) + 1, 0
    points: list[TurningPoint] = []
    wins: dict[Try, bool] = {}
    with spread(min(2, os.cpu_count() or 1) if processes is None else processes, game) as work:
        for one, is_won in work(partial(_rescue, game), tries):
            wins[one] = is_won
            done += 1
            yield Progress(done, of)
        for _, point in work(partial(_replay, game, actual.merit), choices):
            points.append(point)
            done += 1
            yield Progress(done, of)
        for closer in _closer(wins, grid, recording.weeks):
            wins |= dict(work(partial(_rescue, game), closer))
            done += len(closer)
            yield Progress(done, of)
    yield Progress(of, of, _explanation(recording, actual, points, aside, wins))


Try = tuple[int, str]  # after how many weeks who takes over


def _tries(recording: Recording) -> tuple[int, list[Try]]:
    """Return the weeks between two tries, and who is tried when; nobody in a game that was won."""
    grid = GRID_WEEKS * (2 if recording.level.weeks > LONG_LEVEL_WEEKS else 1)
    if recording.ending.outcome is Outcome.WON:
        return grid, []
    # The longest first, so that no process is left alone with one at the end.
    return grid, [(week, who) for week in range(0, recording.weeks, grid) for who in rescuers(recording)]


def points_of(recording: Recording, choices: Iterable[Choice]) -> Iterator[TurningPoint]:
    """Yield each of some decisions with where the same game ends without it."""
    game, actual = Game(recording), end_of(recording)
    for choice in choices:
        yield _replay(game, actual.merit, choice)


def weakest_of(recording: Recording) -> Link | None:
    """Return the link that was weakest in most weeks, None before the first week; the ring must have been measured."""
    counted = Counter(report.ring.weakest for report in recording.reports).most_common(1)
    return counted[0][0] if counted else None


def end_of(recording: Recording, since: int = 1) -> End:
    """Return where a game came to, with its curves from a week on."""
    reports = recording.reports
    if not reports:
        return End(recording.ending, 0, 1.0, (), ())
    return End(
        recording.ending,
        recording.weeks,
        merit_of(recording.level, recording.ending, reports[-1]),
        tuple(r.users for r in reports[since - 1 :]),
        tuple(r.cash_won for r in reports[since - 1 :]),
    )


def rescuers(recording: Recording) -> tuple[str, ...]:
    """Return who is put in the player's place: the level's own plans first, then the founders who sometimes win."""
    every = names(recording.level)
    found = [n for n in every if n not in BOTS] + [n for n in BOTS if n not in _HOPELESS]
    return tuple(found[:MOST_RESCUERS])


def _replay(game: Game, merit: float, choice: Choice) -> TurningPoint:
    """Return where a game ends without a choice."""
    recording = shared(game)
    world, orders = start_without(recording, choice)
    skipped = 0
    for impossible in play_on(world, orders, None if recording.is_over else recording.weeks):
        skipped += len(impossible)
    reports, last = world.reports[choice.week - 1 :], world.reports[-1]
    without = End(
        world.ending,
        world.week,
        merit_of(world.level, world.ending, last),
        tuple(r.users for r in reports),
        tuple(r.cash_won for r in reports),
    )
    world.release()
    return TurningPoint(choice, without, merit - without.merit, skipped)


def _rescue(game: Game, task: Try) -> bool:
    """Return whether somebody who takes over after a week still wins."""
    week, who = task
    world = shared(game).at(week)
    mind = player(who, world.level, world.seed)
    while world.ending.outcome is Outcome.RUNNING:
        wanted = mind(world)
        world.play_week(world.companies[0].decision.hold() if world.check(wanted) else wanted)
    world.release()
    return world.ending.outcome is Outcome.WON


def _closer(wins: dict[Try, bool], grid: int, weeks: int) -> Iterator[list[Try]]:
    """Yield who is to be tried next, halving the stretch after the last week of the grid with a winner."""
    last = max((week for (week, _), is_won in wins.items() if is_won), default=None)
    if last is None:
        return
    who = sorted(name for (week, name), is_won in wins.items() if week == last and is_won)
    first_lost = min(last + grid, weeks)
    while first_lost - last > 1:
        middle = (last + first_lost) // 2
        yield [(middle, name) for name in who]
        if any(wins[middle, name] for name in who):
            last = middle
        else:
            first_lost = middle


def _explanation(
    recording: Recording,
    actual: End,
    points: list[TurningPoint],
    aside: int,
    wins: dict[Try, bool],
) -> Explanation:
    """Put everything found in order."""
    chances = tuple(
        Chance(
            week,
            tuple(name for name in rescuers(recording) if (week, name) in wins),
            tuple(name for name in rescuers(recording) if wins.get((week, name))),
        )
        for week in sorted({week for week, _ in wins})
    )
    links = tuple(report.ring.weakest for report in recording.reports)
    return Explanation(
        actual=actual,
        points=tuple(sorted(points, key=lambda p: (-abs(p.gain), p.choice.week, p.choice.key))),
        aside=aside,
        chances=chances,
        last_chance=max((chance.week for chance in chances if chance.winners), default=None),
        links=links,
        weakest=weakest_of(recording),
    )
