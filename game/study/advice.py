"""An advisor that tries before it speaks: each idea played out, beside the present plan, in worlds with other luck.

It knows no more than the player: every world is a copy with other luck, no event card that has not been seen, and numbers of the
market as somebody may believe them who has watched it so far (`game.study.unknown`). Idea and plan meet the same luck in the
same world, so a difference between them is the idea's. The advisor's own runs are its only argument, and it says so when
they speak for nothing.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from agents.messages import Decision
from game.play.decisions import changes
from game.study.choices import Edit, Orders, edited
from game.study.forecast import quantile
from game.study.futures import play_on
from game.study.ideas import Idea, ideas_of, ordered
from game.study.merits import merit_of
from game.study.progress import Progress
from game.study.recording import Recording
from game.study.unknown import in_the_dark, other_seed
from game.study.workers import Game, shared, spread
from game.world.report import Outcome

WORLDS = 20
TAILS = (0.1, 0.9)  # the range shown: four worlds of five
CERTAIN = 2.0  # standard errors by which an idea must lead before it is advised (sign test, about 1 in 40 by luck alone)
SLIGHT = 3e-4  # of merit, by which two ends do not differ for anybody to see: some 4 % of the users and nothing else; judged
PLAN = "plan"


@dataclass(frozen=True, slots=True)
class End:
    """How one world ended under one plan."""

    seed: int  # of the copy's luck
    outcome: Outcome
    week: int
    stars: int
    score: int
    users: float
    cash_won: int
    merit: float  # see `game.study.merits`
    skipped: int  # orders of an idea about the past that had become impossible


@dataclass(frozen=True, slots=True)
class Span:
    """What the worlds came to: low, middle, high."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Tried:
    """One idea and what came of it, world by world, beside the plan in the very same worlds."""

    idea: Idea
    ends: tuple[End, ...]
    plan: tuple[End, ...]

    @property
    def wins(self) -> int:
        """Return in how many worlds the idea won."""
        return won(self.ends)

    @property
    def plan_wins(self) -> int:
        """Return in how many of them the plan won."""
        return won(self.plan)

    @property
    def better(self) -> int:
        """Return in how many worlds the idea ended better than the plan."""
        return sum(a.merit - b.merit > SLIGHT for a, b in zip(self.ends, self.plan, strict=True))

    @property
    def worse(self) -> int:
        """Return in how many worlds it ended worse."""
        return sum(b.merit - a.merit > SLIGHT for a, b in zip(self.ends, self.plan, strict=True))

    @property
    def leads(self) -> bool:
        """Return whether luck alone would hardly make it look so much better (a sign test of the pairs)."""
        lead, moved = self.better - self.worse, self.better + self.worse
        return lead > 0 and lead * lead > CERTAIN * CERTAIN * moved

    @property
    def users(self) -> Span:
        """Return the range of users at the end."""
        return span([end.users for end in self.ends])

    @property
    def cash_won(self) -> Span:
        """Return the range of money at the end."""
        return span([float(end.cash_won) for end in self.ends])


@dataclass(frozen=True, slots=True)
class Advice:
    """What was tried after a week, and what is advised.

    Attributes:
        week: The last week played.
        plan: The levers the present plan changes from what is in force, as a journal writes them.
        ends: What the plan came to.
        tried: The ideas, the best first.
        best: The id of the idea advised; None when nothing is surely better.
    """

    week: int
    plan: tuple[tuple[str, object], ...]
    ends: tuple[End, ...]
    tried: tuple[Tried, ...]
    best: str | None

    @property
    def worlds(self) -> int:
        """Return in how many worlds everything was tried."""
        return len(self.ends)


def won(ends: Sequence[End]) -> int:
    """Return how many of these were won."""
    return sum(end.outcome is Outcome.WON for end in ends)


def span(values: Sequence[float]) -> Span:
    """Return the range of four out of five values, and their middle."""
    low, high = (quantile(list(values), share) for share in TAILS)
    return Span(low, median(values), high)


@dataclass(frozen=True, slots=True)
class _Trial:
    """One world to play: from the week after which, by which plan and idea, with which luck."""

    since: int  # weeks played before it
    number: int
    plan: Decision
    week: int  # after which the advice is asked for
    idea: Idea | None = None

    @property
    def key(self) -> tuple[int, int, str]:
        """Return what tells this world from the others of one advice."""
        return self.since, self.number, self.idea.id if self.idea else PLAN


def advise(
    recording: Recording,
    week: int | None = None,
    plan: Decision | None = None,
    worlds: int = WORLDS,
    processes: int | None = None,
) -> Iterator[Progress[Advice]]:
    """Try ideas after a week; yield after each world, with the advice after the last. Closing the generator stops all work.

    Args:
        recording: the game; it is not changed.
        week: the last week played; the last of the recording unless said.
        plan: what would be ordered next; going on as it is unless said. It must be possible.
        worlds: with other luck.
        processes: that share the work; as many as there are cores, but no more than two, unless said.

    Raises:
        ValueError: the level is over by then.
    """
    week = recording.weeks if week is None else week
    plan = _in_force(recording, week) if plan is None else plan
    if week >= recording.weeks and recording.is_over:
        raise ValueError("there is no week left to advise on")
    ideas = ideas_of(recording, week, plan)
    trials = [_Trial(week, number, plan, week) for number in range(worlds)]
    for idea in ideas:
        since = idea.since - 1
        if since < week:  # about the past: the plan, too, is played from there
            trials += [_Trial(since, number, plan, week) for number in range(worlds)]
        trials += [_Trial(since, number, plan, week, idea) for number in range(worlds)]
    found: dict[tuple[int, int, str], End] = {}
    game = Game(recording)
    with spread(min(2, os.cpu_count() or 1) if processes is None else processes, game) as work:
        for trial, end in work(partial(_played, game), trials):
            found[trial.key] = end
            if len(found) < len(trials):
                yield Progress(len(found), len(trials))
    yield Progress(len(trials), len(trials), _advice(recording, week, plan, ideas, found))


def _in_force(recording: Recording, week: int) -> Decision:
    return recording.decisions[week - 1].hold() if week else recording.level.start.decision.hold()


def _played(game: Game, trial: _Trial) -> End:
    """Play one world to the end of the level."""
    recording = shared(game)
    start = recording.at(trial.since)
    world = in_the_dark(start, trial.number)
    start.release()
    skipped = 0
    for impossible in play_on(world, orders_of_trial(recording, trial.week, trial.plan, trial.idea)):
        skipped += len(impossible)
    report, ending = world.reports[-1], world.ending
    world.release()
    return End(
        seed=other_seed(recording.seed, trial.number),
        outcome=ending.outcome,
        week=world.week,
        stars=ending.stars,
        score=ending.score,
        users=report.users,
        cash_won=report.cash_won,
        merit=merit_of(recording.level, ending, report),
        skipped=skipped,
    )


def orders_of_trial(recording: Recording, week: int, plan: Decision, idea: Idea | None) -> tuple[Orders, ...]:
    """Return the orders of every week: the past, changed where the idea says so, then the plan, kept to the end."""
    past = recording.orders[:week]
    wanted = plan
    if idea is not None and idea.since <= week:
        past = edited(recording.level, past, [Edit(idea.since, key, value) for key, value in idea.changes])
    elif idea is not None:
        wanted = ordered(plan, idea)
    return (*past, changes(wanted, _in_force(recording, week)))


def _advice(
    recording: Recording,
    week: int,
    plan: Decision,
    ideas: Sequence[Idea],
    found: dict[tuple[int, int, str], End],
) -> Advice:
    worlds = sorted({number for since, number, name in found if (since, name) == (week, PLAN)})

    def ends(since: int, name: str = PLAN) -> tuple[End, ...]:
        return tuple(found[since, number, name] for number in worlds)

    tried = [Tried(idea, ends(idea.since - 1, idea.id), ends(idea.since - 1)) for idea in ideas]
    tried.sort(key=lambda t: (t.worse - t.better, -t.wins, t.idea.id))
    best = next((t.idea.id for t in tried if t.leads and t.idea.since > week), None)
    told = changes(plan, _in_force(recording, week))
    return Advice(week, tuple(sorted(told.items())), ends(week), tuple(tried), best)
