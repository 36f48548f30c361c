"""What if: the same world with the same luck, and one thing in the past decided otherwise.

Whoever was not touched by the change decides as before, to the last bit, for luck belongs to people and weeks and not to the
order of play. So the difference between the two futures is the effect of the decision and of nothing else.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from agents.arrays import Floats
from agents.choosing import Choosing
from agents.messages import LEVERS, Term
from game.study.changes import Change, changes_of, parted, take_out
from game.study.choices import Edit, EditError
from game.study.futures import Skipped, play_on
from game.study.progress import Progress
from game.study.recording import Recording
from game.study.unknown import other_seed
from game.world.report import WeekReport

IsStale = Callable[[], bool]
WORLDS = 20  # in which a change is tried to see whether it helps elsewhere, too


class Fate(IntEnum):
    """How a person stands in the changed future, compared with what happened."""

    SAME = 0
    GAINED = 1  # uses the player's service only if changed
    LOST = 2  # used it only as it was
    ELSEWHERE = 3  # differs among the others


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who stands otherwise after a week: a `Fate` for each row, and people (not agents) for each fate."""

    week: int
    fates: NDArray[np.uint8]  # (N,)
    people: tuple[float, float, float, float]  # by `Fate`


@dataclass(frozen=True, slots=True)
class Otherwise:
    """One person who behaved otherwise: the first week in which it showed, and the two choices; None where nothing happened."""

    person: int
    week: int
    actual: Choosing | None
    changed: Choosing | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Two futures of one world."""

    edits: tuple[Edit, ...]
    actual: Recording
    changed: Recording

    @property
    def week(self) -> int:
        """Return the first week that was changed."""
        return min(edit.week for edit in self.edits)

    @property
    def last_common_week(self) -> int:
        """Return the last week that both futures have."""
        return min(self.actual.weeks, self.changed.weeks)

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Return the later decisions that became impossible."""
        return tuple(self.changed.skipped)

    def crowd(self, week: int) -> Crowd:
        """Return who stands otherwise after a week that both futures have."""
        before, after = self.actual.service(week), self.changed.service(week)
        fates = np.where(before == after, Fate.SAME, Fate.ELSEWHERE).astype(np.uint8)
        fates[(after == 0) & (before != 0)] = Fate.GAINED
        fates[(before == 0) & (after != 0)] = Fate.LOST
        weight = self._weight()
        found = np.bincount(fates, weight, len(Fate))
        return Crowd(week, fates, (float(found[0]), float(found[1]), float(found[2]), float(found[3])))

    def _weight(self) -> Floats:
        """Return how many people each row stands for, (N,)."""
        world = self.actual.at(0)
        weight: Floats = world.market.weight[world.market.people.segment]
        return weight

    def otherwise(self, week: int, most: int = 5) -> tuple[Otherwise, ...]:
        """Return some of those who stand otherwise after a week, the first to turn first, with both their choices."""
        differ = self.crowd(week).fates != Fate.SAME
        found: list[Otherwise] = []
        for at in range(self.week, week + 1):
            turned = np.flatnonzero(differ & (self.actual.service(at) != self.changed.service(at)))
            differ[turned] = False
            for row in turned[: most - len(found)]:
                person = int(row) + 1
                pair = (recording.choice(person, at) for recording in (self.actual, self.changed))
                found.append(Otherwise(person, at, next(pair), next(pair)))
            if len(found) == most:
                break
        return tuple(found)

    def left_by(self) -> dict[Term, float]:
        """Return how many more people left for each reason in the changed future, up to the last common week."""
        return {
            term: float(sum(r.left_by[term] for r in self._after(self.changed)))
            - float(sum(r.left_by[term] for r in self._after(self.actual)))
            for term in Term
        }

    def money(self) -> dict[str, int]:
        """Return how much more won came in (or, negative, went out) for each reason, up to the last common week."""
        found: dict[str, int] = {}
        for recording, sign in ((self.changed, 1), (self.actual, -1)):
            for movement in (m for report in self._after(recording) for m in report.movements):
                found[movement.reason] = found.get(movement.reason, 0) + sign * movement.won
        return {reason: won for reason, won in found.items() if won}

    def _after(self, recording: Recording) -> Sequence[WeekReport]:
        return recording.reports[self.week - 1 : self.last_common_week]


def made_of(found: WhatIf) -> tuple[Change, ...]:
    """Return what was decided otherwise, each with what it was and what it became."""
    return changes_of(found.actual.level, found.actual.orders, found.edits)


def what_if(recording: Recording, edits: Sequence[Edit], is_stale: IsStale | None = None) -> WhatIf | None:
    """Return both futures, or None when somebody has lost interest meanwhile.

    A game that is not over is followed as far as it was played; one that is over goes on to the end it then has.

    Raises:
        EditError: the past cannot be changed so.
    """
    found: WhatIf | None = None
    steps = other_future(recording, edits)
    for step in steps:
        found = step.answer
        if found is None and is_stale is not None and is_stale():
            steps.close()
            return None
    return found


def other_future(recording: Recording, edits: Sequence[Edit]) -> Generator[Progress[WhatIf], None, None]:
    """Play the other future; yield after each week, with both futures after the last.

    Raises:
        EditError: as `what_if`.
    """
    orders, unmet = parted(recording, edits)
    first = min(edit.week for edit in edits)
    made, world = recording.branched(first - 1)
    last = recording.level.weeks if recording.is_over else recording.weeks
    try:
        made.orders = orders
        take_out(world, unmet)
        made.watch(world, keeps=bool(unmet))
        for skipped in play_on(world, orders, None if recording.is_over else recording.weeks):
            _refuse_impossible(skipped, edits)
            made.skipped += skipped
            made.watch(world)
            yield Progress(min(world.week, last) - first + 1, last - first + 2)
    finally:
        world.release()
    every = last - first + 2
    yield Progress(every, every, WhatIf(tuple(edits), recording, made))


def _refuse_impossible(skipped: Sequence[Skipped], edits: Sequence[Edit]) -> None:
    """Raise `EditError` if the edit itself, and not a later decision, was what the world refused."""
    for skip in skipped:
        edit = next((e for e in edits if (e.week, e.key) == (skip.week, skip.key)), None)
        if edit is not None and edit.value is not None:
            code = "refused" if edit.key in LEVERS or skip.refusal.code == "unknown-choice" else "key"
            raise EditError(code, skip.refusal, week=edit.week, key=edit.key)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same change in one world with other luck from that week on: users and money at the end of both futures."""

    seed: int
    users: tuple[float, float]  # as decided, changed
    cash_won: tuple[int, int]
    merit: tuple[float, float]  # see `game.study.merits`

    @property
    def is_better(self) -> bool:
        """Return whether the change helped in this world."""
        return self.merit[1] > self.merit[0]


def elsewhere(
    recording: Recording, edits: Sequence[Edit], worlds: int = WORLDS
) -> Iterator[Progress[tuple[Elsewhere, ...]]]:
    """Try a change in worlds with other luck; yield after each, with the result of all after the last.

    Raises:
        EditError: the past cannot be changed so.
    """
    from game.study.merits import merit_of

    orders, unmet = parted(recording, edits)
    week = min(edit.week for edit in edits) - 1
    until = None if recording.is_over else recording.weeks
    found: list[Elsewhere] = []
    for number in range(worlds):
        seed = other_seed(recording.seed, number)
        ends = []
        for plan, cards in ((recording.orders, ()), (orders, unmet)):
            world = recording.at(week).branch(seed)
            world.measures_ring = False
            take_out(world, cards)
            for _ in play_on(world, plan, until):
                pass
            ends.append((world.reports[-1], merit_of(world.level, world.ending, world.reports[-1])))
            world.drop()
        (report, merit), (other, better) = ends
        users, cash = (report.users, other.users), (report.cash_won, other.cash_won)
        found.append(Elsewhere(seed, users, cash, (merit, better)))
        is_last = number + 1 == worlds
        yield Progress(number + 1, worlds, tuple(found) if is_last else None)
