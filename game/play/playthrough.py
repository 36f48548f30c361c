"""One playthrough: a level, a seed, a world, and the journal that remembers every decision.

Screen, terminal, tests and studies all play through `play`, so there is one path from a decision to a week. A week is written
after it was played, with the fingerprint of the world it led to; if the game is cut off in between, that week alone is lost.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from agents.messages import Decision
from game.content import difficulty as difficulties
from game.content.handicaps import ways_of
from game.play import assists as assisting
from game.play import journal as journals
from game.play import replay
from game.play.decisions import changed
from game.play.journal import Journal
from game.play.notes import MOST_NOTES, Note, made
from game.play.records import Header, JournalError, Parent
from game.play.replay import FindLevel
from game.world.level import Level
from game.world.levers import Refusal, Refused
from game.world.model import RULES, MarketModel
from game.world.report import Ending, MarketView, Outcome, WeekReport

__all__ = ["FindLevel", "JournalError", "Playthrough", "Refusal", "Refused"]


class Playthrough:
    """A game being played. Use `new`, `open` or `rewind` to make one, and `close` it."""

    def __init__(self, model: MarketModel, header: Header, journal: Journal | None) -> None:
        self.model = model  # for reading; `play` alone changes it
        self.header = header
        self.journal = journal
        self.path: Path | None = None
        self.torn = b""  # bytes of a week that was cut off before it was saved
        self.notes: list[Note] = []  # what the player said or drew; changes nothing
        self._decisions: list[Decision] = []

    @classmethod
    def new(
        cls,
        level: Level,
        seed: int,
        path: Path | None,
        *,
        player: str = "",
        difficulty: str = "normal",
        assists: Iterable[str] = (),
        bulk: bool = False,
    ) -> "Playthrough":
        """Begin a level in a new file, or without a file.

        Args:
            level: what is given, made easier or harder already as `difficulty` and `assists` say.
            seed: of the world's luck.
            path: of the journal; an existing file is refused.
            player: a name for the header.
            difficulty: as chosen by the player.
            assists: ids of the assists in use.
            bulk: trust the disk until the end, for studies of many games.

        Raises:
            JournalError: the file exists or cannot be written.
        """
        header = Header(
            level=level.id,
            level_hash=level.hash,
            rules=RULES,
            seed=seed,
            weeks=level.weeks,
            agents=level.agents,
            mods=level.mods,
            player=player,
            difficulty=difficulty,
            assists=tuple(assists),
        )
        ways = ways_of(header.difficulty, header.assists)
        if ways:
            header = replace(header, changes=difficulties.said(ways))
        return cls._begin(level, header, path, bulk=bulk)

    @classmethod
    def _begin(cls, level: Level, header: Header, path: Path | None, *, bulk: bool = False) -> "Playthrough":
        model = MarketModel(level, header.seed)
        try:
            kept = None if path is None else Journal.create(path, header, level.start.decision, bulk=bulk)
        except JournalError:
            model.release()
            raise
        game = cls(model, header, kept)
        game.path = path
        return game

    @classmethod
    def open(cls, path: Path, find_level: FindLevel) -> "Playthrough":
        """Go on with a game; its weeks are played again and compared with what was written.

        Raises:
            JournalError: the journal is damaged, of another level or other rules, or a week comes out differently.
        """
        record = journals.read(path)
        level = replay.found_level(record.header, find_level)
        model, decisions = replay.rebuilt(record, level)
        try:
            if record.ending is None:
                kept = Journal.resume(path, record, level.start.decision)
            else:
                kept = Journal.closed(record, level.start.decision)
        except JournalError:
            model.release()
            raise
        game = cls(model, record.header, kept)
        game.path, game.torn, game._decisions = path, record.torn, decisions
        game.notes = list(record.notes)
        if record.ending is None:
            game._finish_if_over()
        return game

    @property
    def level(self) -> Level:
        """Return the level as it stands: a card may have changed whom the company sells to."""
        return self.model.level

    @property
    def given(self) -> Level:
        """Return the level as it opened, from which a game is played again."""
        return self.model.given

    @property
    def seed(self) -> int:
        """Return the seed of the world."""
        return self.header.seed

    @property
    def week(self) -> int:
        """Return how many weeks have been played."""
        return self.model.week

    @property
    def ending(self) -> Ending:
        """Return how the level stands."""
        return self.model.ending

    @property
    def is_over(self) -> bool:
        """Return whether there is no week left to play."""
        return self.ending.outcome is not Outcome.RUNNING

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision so far, week by week."""
        return tuple(self._decisions)

    @property
    def decision(self) -> Decision:
        """Return the orders in force."""
        return self.model.companies[0].decision.hold()  # a card may have moved levers itself

    def check(self, decision: Decision) -> tuple[Refusal, ...]:
        """Return why a decision cannot be carried out; empty when it can."""
        return self.model.check(decision)

    def play(self, decision: Decision) -> WeekReport:
        """Play one week, write it down and return its report.

        Raises:
            Refused: the decision is impossible; nothing has changed.
            JournalError: the level is over, or the disk has refused an earlier week; nothing has changed.
        """
        if self.is_over:
            raise JournalError("over", week=self.week)
        if self.journal is None:
            self.model.play_week(decision)
        else:
            entry = self.journal.draft(decision)
            decision = changed(self.decision, entry.orders)  # what is played is what was written
            self.model.play_week(decision)
            self.journal.add(entry, replay.fingerprint_due(self.model, self.header))
        self._decisions.append(decision)
        self._finish_if_over()
        return self.model.reports[-1]

    def note(self, kind: str, said: Mapping[str, object]) -> Note:
        """Write something down that changes nothing in the world: a forecast drawn, a diagnosis.

        Args:
            kind: one of `game.play.notes.KINDS`.
            said: whole numbers, yes and no, texts, and lists of them.

        Raises:
            JournalError: the disk refuses.
            LineError: it holds something no journal holds.
        """
        if len(self.notes) >= MOST_NOTES:
            raise JournalError("noted", most=MOST_NOTES)
        if self.journal is None:
            written = made("", self.week, kind, said, is_after_end=self.is_over)
        else:
            written = self.journal.note(kind, said, self.path)
        self.notes.append(written)
        return written

    def view(self) -> MarketView:
        """Return a picture of the market after the last week."""
        return self.model.view()

    def rewind(self, week: int, path: Path | None) -> "Playthrough":
        """Return the game as it stood after a week, in a file of its own that names this one; this one stays as it is.

        Raises:
            ValueError: this game has not come to that week.
            JournalError: the new file exists or cannot be written.
        """
        if not 0 <= week <= self.week:
            raise ValueError(f"week {week} has not been played: this game stands at {self.week}")
        parent = None if self.journal is None else Parent(self.journal.chains[week], week)
        again = self._begin(self.given, replace(self.header, parent=parent), path)
        for number in range(week + 1):
            for note in self.notes:
                if note.week == number and not note.is_after_end:
                    again.note(note.kind, note.said)
            if number < week:
                again.play(self._decisions[number])
        if again.assists != self.assists:  # what was switched later stays so
            again.note(assisting.KIND, assisting.switching(self.assists))
        return again

    def take_back(self, path: Path | None) -> "Playthrough":
        """Return the game as it stood before the last week, in a file of its own that says so; this one stays as it is.

        Raises:
            ValueError: no week has been played.
            JournalError: the new file exists or cannot be written.
        """
        again = self.rewind(self.week - 1, path)
        again.note(assisting.KIND, {"back": 1 + assisting.used(self.header, self.notes).taken_back})
        return again

    @property
    def assists(self) -> tuple[str, ...]:
        """Return the assists that are on."""
        return assisting.in_force(self.header, self.notes)

    def close(self) -> None:
        """Make sure of the journal and let go of the world.

        Raises:
            JournalError: the disk has refused a week.
        """
        self.model.release()
        if self.journal is not None:
            self.journal.close()

    def __enter__(self) -> "Playthrough":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _finish_if_over(self) -> None:
        if self.is_over and self.journal is not None:
            self.journal.finish(replay.result_of(self.model))
