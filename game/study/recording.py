"""A played game that can be visited in any week.

Copies of the world are kept every few weeks; the weeks between are played again when somebody asks, with the same bits. So a
question about week 90 costs a few weeks, not ninety, and nothing that is asked touches the game itself.
"""

from collections.abc import Sequence
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from agents.choosing import Choosing
from agents.messages import Decision, Verdict
from agents.reasons import Account, Accounts, ReasonLog
from game.study.choices import Orders, decisions_of, orders_of
from game.study.futures import Skipped, play_on
from game.study.moment import Moment, Reading, Witness, frozen
from game.world.level import Level
from game.world.model import MarketModel
from game.world.report import Ending, Outcome, WeekReport

if TYPE_CHECKING:  # workers get a game from their parent, and start without what reads journals
    from game.play.playthrough import Playthrough
    from game.play.replay import FindLevel

STRIDE_WEEKS = 8  # between copies: a visit plays four weeks on the average, some 30 ms for 20,000 people
MOST_BYTES = 128_000_000  # for the copies of one game; large crowds get fewer
MOMENTS = 6  # weeks kept at hand in full detail


class Recording:
    """A game as it was played, or as it would have been played.

    Attributes:
        level: What was given.
        seed: Of the world.
        orders: What each week changed, as written.
        reports: One a week.
        readings: One a week.
        verdicts: Of the investors, by the week (from 1) in which they were asked.
        skipped: Orders this world refused.
        fingerprints: By week, from 0; empty unless asked for.
    """

    def __init__(self, level: Level, seed: int, *, takes_fingerprints: bool = False) -> None:
        self.level, self.seed = level, seed
        self.orders: tuple[Orders, ...] = ()
        self.reports: list[WeekReport] = []
        self.readings: list[Reading] = []
        self.verdicts: dict[int, tuple[Verdict, ...]] = {}
        self.skipped: list[Skipped] = []
        self.fingerprints: list[str] = []
        self.ending = Ending()
        self.log: list[Accounts] = []
        self.stride = STRIDE_WEEKS
        self._takes_fingerprints = takes_fingerprints
        self._copies: dict[int, MarketModel] = {}
        self._latest: tuple[int, MarketModel] | None = (
            None  # the last week asked for without a copy of its own
        )
        self._first_service: NDArray[np.int8] = np.zeros(0, np.int8)
        self._moment = lru_cache(MOMENTS)(self._seen)

    def __getstate__(self) -> dict[str, Any]:
        """Return everything but what was worked out from it."""
        # Copies of the lists, for the game may be played on by another thread meanwhile.
        now = {
            name: copy(value) if isinstance(value, list | dict) else value
            for name, value in vars(self).items()
        }
        return {**now, "_moment": None, "_latest": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take what another process has recorded."""
        self.__dict__.update(state)
        self._moment = lru_cache(MOMENTS)(self._seen)

    # --- how a recording comes to be

    @classmethod
    def of(cls, game: "Playthrough") -> "Recording":
        """Return a game that is being played, up to now; it is played again beside it, and not touched."""
        reports, decisions = list(game.model.reports), game.decisions
        weeks = min(len(reports), len(decisions))
        made = cls.played(
            game.given, game.seed, orders_of(game.given.start.decision, decisions[:weeks]), weeks
        )
        made.reports = reports[:weeks]  # these have the ring measured
        return made

    @classmethod
    def read(cls, path: Path, find_level: "FindLevel", *, measures_ring: bool = True) -> "Recording":
        """Return the game of a journal, checked week by week.

        Args:
            path: of the journal.
            find_level: finds the level it was played on.
            measures_ring: week by week; whoever does not read the ring need not wait for it.

        Raises:
            JournalError: as `game.play.replay.rebuilt` and `game.play.journal.read` say.
        """
        from game.play import journal, replay

        record = journal.read(path)
        level = replay.found_level(record.header, find_level)
        made = cls(level, record.header.seed)
        world, decisions = replay.rebuilt(record, level, made.watch, measures_ring=measures_ring)
        world.release()
        made.orders = orders_of(level.start.decision, decisions)
        return made

    @classmethod
    def played(
        cls,
        level: Level,
        seed: int,
        orders: Sequence[Orders],
        until: int | None = None,
        *,
        takes_fingerprints: bool = False,
    ) -> "Recording":
        """Return a new game played by orders; what is impossible is skipped."""
        made = cls(level, seed, takes_fingerprints=takes_fingerprints)
        world = MarketModel(level, seed)
        world.measures_ring = False
        made.follow(world, orders, until)
        world.release()
        return made

    def follow(self, world: MarketModel, orders: Sequence[Orders], until: int | None = None) -> None:
        """Play a world on by orders and record it; the world is used up."""
        self.orders = tuple(orders)
        self.watch(world)
        for skipped in play_on(world, orders, until):
            self.skipped += skipped
            self.watch(world)

    def branched(self, week: int) -> tuple["Recording", MarketModel]:
        """Return a recording that shares this one's past up to a week, and the world as it stood then."""
        made = Recording(self.level, self.seed, takes_fingerprints=self._takes_fingerprints)
        made.stride, made._first_service = self.stride, self._first_service
        made.reports, made.readings = self.reports[:week], self.readings[:week]
        made.log = self.log[:week]
        made.verdicts = {w: v for w, v in self.verdicts.items() if w <= week}
        made.fingerprints = self.fingerprints[:week]
        made._copies = {w: twin for w, twin in self._copies.items() if w < week}
        return made, self.at(week)

    def watch(self, world: MarketModel, *, keeps: bool = False) -> None:
        """Take note of a world before its first week or after any week; it is only looked at.

        Args:
            world: as it stands now.
            keeps: a copy in any case: it cannot be played again from what was kept before.
        """
        if not self._copies:
            self._first_service = world.market.people.service.copy()
            self.stride = _stride(world)
        if keeps or world.week % self.stride == 0 or not self._copies:
            self._copies[world.week] = self._copy(world)
        if self._takes_fingerprints:
            self.fingerprints.append(world.fingerprint())
        self.ending = world.ending
        if world.week > len(self.reports):
            self._note_week(world)

    def _copy(self, world: MarketModel) -> MarketModel:
        twin = world.branch()
        twin.measures_ring = False
        twin.release()  # nobody is born in a copy, so Mesa need not keep it
        return twin

    def _note_week(self, world: MarketModel) -> None:
        opened = world.market.open_week
        assert opened is not None
        self.reports.append(world.reports[-1])
        self.readings.append(Reading(opened.now, opened.fame, opened.ideal))
        self.log.append(world.market.reasons.weeks[-1])
        if world.companies[0].last_pitch == world.week - 1:
            self.verdicts[world.week] = world.verdicts

    # --- questions

    @property
    def weeks(self) -> int:
        """Return how many weeks were played."""
        return len(self.reports)

    @property
    def is_over(self) -> bool:
        """Return whether the level had come to its end."""
        return self.ending.outcome is not Outcome.RUNNING

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Return what was decided each week."""
        return decisions_of(self.level.start.decision, self.orders)

    def at(self, week: int) -> MarketModel:
        """Return the world as it stood after a week, as a copy of its own.

        Raises:
            ValueError: that week was not played.
        """
        if not 0 <= week <= self.weeks:
            raise ValueError(f"week {week} has not been played: this game stands at {self.weeks}")
        start = max(w for w in tuple(self._copies) if w <= week)
        kept, latest = self._copies[start], self._latest
        if latest is not None and start < latest[0] <= week:
            start, kept = latest
        world = self._copy(kept)
        for _ in play_on(world, self.orders, week):
            pass
        if start < week:  # whoever asks again, or for a week soon after, begins here
            self._latest = week, self._copy(world)
        return world

    def service(self, week: int) -> NDArray[np.int8]:
        """Return the firm each person used after a week, (N,), -1 none: the start, and every move since."""
        service = self._first_service.copy()
        for accounts in self.log[:week]:
            service[accounts.rows] = accounts.target
        return service

    def accounts(self, person: int, week: int) -> list[Account]:
        """Return every logged move of a person up to a week, oldest first."""
        log = ReasonLog()
        log.weeks = self.log[:week]
        return log.of(person)

    def moment(self, week: int) -> Moment:
        """Return one week (from 1) in full.

        Raises:
            ValueError: that week was not played.
        """
        return self._moment(week)

    def choice(self, person: int, week: int) -> Choosing | None:
        """Return what a person decided in a week (from 1), or None if nothing happened to that person."""
        moment = self.moment(week)
        place = moment.place(person)
        return None if place is None else moment.choice(place)

    def _seen(self, week: int) -> Moment:
        if week < 1:
            raise ValueError(f"week {week} has not been played: weeks count from 1")
        if week > self.weeks:
            raise ValueError(f"week {week} has not been played: this game stands at {self.weeks}")
        world, witness = self.at(week - 1), Witness()
        people = frozen(world.market.people)
        world.market.reasons = witness
        for _ in play_on(world, self.orders, week):
            pass
        opened = world.market.open_week
        assert opened is not None
        assert witness.intents is not None
        return Moment(opened, people, witness.intents)


def _stride(world: MarketModel) -> int:
    """Return the weeks from one copy to the next, so that all copies together stay within bounds."""
    size = 2 * sum(column.nbytes for column in world.columns.arrays.values())
    most = max(MOST_BYTES // size, 2)
    return max(STRIDE_WEEKS, -(-world.level.weeks // most))
