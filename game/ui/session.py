"""A playthrough on a thread of its own, so that no frame ever waits for a week.

The screen asks (`play`, `foresee`, `look_up`) and polls for answers once a frame. Everything it gets is a copy or frozen. One
thread does it all in order, so the world is never read while it changes; a look ahead that nobody waits for any more gives way.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace

from agents.messages import Decision
from game.play.assists import KIND, in_order
from game.play.playthrough import Playthrough, Refusal, Refused
from game.study import sketches
from game.study.books import Books, open_books
from game.study.outlook import Outlook, look_ahead
from game.study.person import Story, story_of
from game.study.sketches import Scored
from game.ui.memory import give_back
from game.world.level import Level, Sketch
from game.world.report import MarketView


@dataclass(frozen=True)
class Scenery:
    """All the screen may know after a week."""

    view: MarketView
    books: Books
    decisions: tuple[Decision, ...]  # one a week
    asks: Sketch | None = None  # what the player is to draw before the next week
    sketches: tuple[Scored, ...] = ()  # what was drawn, beside what has come


@dataclass(frozen=True)
class Played:
    """A week has been played."""

    scenery: Scenery


@dataclass(frozen=True)
class Declined:
    """A week was not played: the decision cannot be carried out, and nothing has changed."""

    refusals: tuple[Refusal, ...]


@dataclass(frozen=True)
class Foreseen:
    """What next week may bring."""

    outlook: Outlook


@dataclass(frozen=True)
class Told:
    """What moved one person so far."""

    story: Story


@dataclass(frozen=True)
class Failed:
    """Something broke while a week was played; the journal is safe up to the week before."""

    error: BaseException


Answer = Played | Declined | Foreseen | Told | Failed


class Session:
    """A game being played behind a screen. Call from one thread only, and `close` it."""

    def __init__(self, game: Playthrough) -> None:
        self._game = game
        self.scenery = _scenery(game)
        self._assists = game.assists
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="week")
        self._waiting: list[Future[Answer | None]] = []
        self._week: Future[Answer | None] | None = None
        self._interest = threading.Event()  # set: the look ahead under way is no longer wanted
        self._is_closed = False

    @property
    def level(self) -> Level:
        """Return the level played."""
        return self._game.level

    @property
    def game(self) -> Playthrough:
        """Return the playthrough, for scenes that come after this one; not to be touched while `is_busy`."""
        return self._game

    @property
    def assists(self) -> tuple[str, ...]:
        """Return the assists that are on."""
        return self._assists

    def assist(self, said: dict[str, object]) -> None:
        """Write down help that was taken or switched; it is in force at once."""
        on = said.get("on")
        if isinstance(on, list):
            self._assists = in_order(on)
        self._ask(lambda: self._keep(KIND, said))

    @property
    def is_busy(self) -> bool:
        """Return whether a week is being played."""
        return self._week is not None

    # ---- asking

    def check(self, decision: Decision) -> tuple[Refusal, ...]:
        """Return why a decision cannot be carried out; while a week is being played nobody can tell, and nothing is returned."""
        return () if self.is_busy else self._game.check(decision)

    def play(self, decision: Decision) -> bool:
        """Begin a week; return False if one is being played already."""
        if self.is_busy or self._is_closed:
            return False
        self._interest.set()
        self._week = self._ask(lambda: self._play(decision))
        return True

    def foresee(self, decision: Decision) -> None:
        """Ask what next week may bring; an earlier question that is not answered yet is dropped."""
        self._interest.set()
        self._interest = interest = threading.Event()
        self._ask(lambda: self._foresee(decision, interest))

    def look_up(self, row: int) -> None:
        """Ask for a person's story."""
        self._ask(lambda: Told(story_of(self._game, row)))

    def keep(self, kind: str, said: dict[str, object]) -> None:
        """Write a note into the journal: something drawn or said that changes nothing."""
        self.scenery = replace(self.scenery, asks=None)
        self._ask(lambda: self._keep(kind, said))

    # ---- hearing

    def poll(self) -> list[Answer]:
        """Return the answers that have come since the last time; never wait."""
        done = [asked for asked in self._waiting if asked.done()]
        return [answer for asked in done if (answer := self._heard(asked)) is not None]

    @property
    def is_waiting(self) -> bool:
        """Return whether an answer is still to come, or to be polled."""
        return bool(self._waiting)

    def rest(self) -> None:
        """Wait until everything asked for is done; for tests, and before the game is left."""
        wait(self._waiting)

    def close(self) -> None:
        """Finish the week under way and close the journal.

        Raises:
            JournalError: the disk has refused a week.
        """
        if self._is_closed:
            return
        self._is_closed = True
        self._interest.set()
        self._thread.shutdown(wait=True, cancel_futures=False)
        self._game.close()

    # ---- inside

    def _ask(self, job: Callable[[], Answer | None]) -> "Future[Answer | None]":
        asked = self._thread.submit(job)
        self._waiting.append(asked)
        return asked

    def _heard(self, asked: "Future[Answer | None]") -> Answer | None:
        self._waiting.remove(asked)
        error = asked.exception()
        answer = Failed(error) if error is not None else asked.result()
        if asked is self._week:
            self._week = None
        if isinstance(answer, Played):
            self.scenery = answer.scenery
        return answer

    def _play(self, decision: Decision) -> Answer:
        try:
            self._game.play(decision)
        except Refused as refused:
            return Declined(refused.refusals)
        played = Played(_scenery(self._game))
        give_back()
        return played

    def _keep(self, kind: str, said: dict[str, object]) -> None:
        self._game.note(kind, said)

    def _foresee(self, decision: Decision, interest: threading.Event) -> Answer | None:
        if interest.is_set() or self._game.check(decision):
            return None
        outlook = look_ahead(self._game, decision, is_stale=interest.is_set)
        return None if outlook is None else Foreseen(outlook)


def _scenery(game: Playthrough) -> Scenery:
    return Scenery(
        game.view(),
        open_books(game.model),
        game.decisions,
        sketches.due(game.level, game.model, game.notes),
        tuple(
            sketches.scored(drawing, game.model.reports, is_over=game.is_over)
            for drawing in sketches.drawings(game.notes)
        ),
    )
