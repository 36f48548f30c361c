"""Questions about a game, answered beside the frames from a game played again: the one on the screen is never touched.

One thread does the work, a step at a time and the newest question first, so that a short question need not wait for a long one.
Whoever asks polls; a question nobody waits for any more is dropped, and all of them with the game.
"""

import threading
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from game.play.playthrough import Playthrough
from game.study.past import Past, past_of, recalled
from game.study.progress import Progress
from game.study.recording import Recording
from game.ui.memory import give_back

Answer = TypeVar("Answer")
Question = Callable[[Recording], Iterator[Progress[Answer]]]


class Asked(Generic[Answer]):
    """One question: how far it has come, its answer or the error it met, and a way to drop it."""

    def __init__(self, steps: Iterator[Progress[Answer]]) -> None:
        self.done, self.of = 0, 1
        self._steps = steps
        self._over = threading.Event()
        self._dropped = threading.Event()
        self._answer: Answer | None = None
        self._error: BaseException | None = None

    @property
    def is_done(self) -> bool:
        """Return whether there is an answer or an error, or nobody waits any more."""
        return self._over.is_set()

    @property
    def is_dropped(self) -> bool:
        """Return whether nobody waits for it any more."""
        return self._dropped.is_set()

    @property
    def share(self) -> float:
        """Return how far it has come, 0..1."""
        return min(1.0, self.done / max(1, self.of))

    def answer(self, timeout_s: float | None = None) -> Answer:
        """Return the answer, waiting for it if need be.

        Raises:
            TimeoutError: it is not there in time, or was dropped.
            Exception: whatever the question raised.
        """
        if not self._over.wait(timeout_s) or (self._answer is None and self._error is None):
            raise TimeoutError
        if self._error is not None:
            raise self._error
        assert self._answer is not None
        return self._answer

    def drop(self) -> None:
        """Say that nobody waits any more; what is under way ends with its present step."""
        self._dropped.set()

    def advance(self) -> bool:
        """Take one step; return whether there are more. Only the thread that works calls this."""
        if self._dropped.is_set():
            self._end()
            return False
        try:
            step = next(self._steps)
        except BaseException as error:
            self._error = error
            self._end()
            return False
        self.done, self.of = step.done, step.of
        if step.answer is not None:
            self._answer = step.answer
            self._end()
        return not self._over.is_set()

    def _end(self) -> None:
        close = getattr(self._steps, "close", None)
        if close is not None:
            close()
        self._over.set()


class Inquiry:
    """All that is being asked about the game on the screen. Call from the screen's thread, and `close` it."""

    def __init__(self, game: Playthrough) -> None:
        self._past = past_of(game)
        self._known: Recording | None = None
        self._recalling: Iterator[Progress[Recording]] | None = None
        self._memory = threading.Lock()  # held by whoever plays the recording on by a week
        self._open: list[Asked[Any]] = []
        self._apart: list[Asked[Any]] = []
        self._bell = threading.Condition()
        self._is_closed = False
        threading.Thread(target=self._work, name="inquiry", daemon=True).start()

    @property
    def past(self) -> Past:
        """Return what was given, decided and reported up to that week."""
        return self._past

    @property
    def weeks(self) -> int:
        """Return up to which week questions can be asked."""
        return self._past.weeks

    def renew(self, game: Playthrough) -> None:
        """Take note of the weeks played since; not to be called while a week is being played."""
        if game.week != self._past.weeks:
            self._past = past_of(game)

    def ask(self, question: Question[Answer]) -> Asked[Answer]:
        """Ask something; a question asked later is answered first."""
        asked = Asked(self._steps(self._past, question))
        with self._bell:
            self._open.append(asked)
            self._bell.notify()
        return asked

    def ask_apart(self, question: Question[Answer]) -> Asked[Answer]:
        """Ask something long that is worked on in other processes: on a thread of its own, so that no other question waits."""
        asked = Asked(self._steps(self._past, question))
        self._apart.append(asked)
        threading.Thread(target=_alone, args=(asked,), name="inquiry-apart", daemon=True).start()
        return asked

    def close(self) -> None:
        """Drop every question; each ends with its present step."""
        with self._bell:
            self._is_closed = True
            for asked in (*self._open, *self._apart):
                asked.drop()
            self._bell.notify()

    # ---- the thread

    def _work(self) -> None:
        while True:
            with self._bell:
                while not (self._open or self._is_closed):
                    self._bell.wait()
                if not self._open:
                    return
                asked = self._open[-1]
            if not asked.advance():
                with self._bell:
                    self._open.remove(asked)

    def _steps(self, past: Past, question: Question[Answer]) -> Iterator[Progress[Answer]]:
        """Yield the steps of a question, after those that bring the recording up to date."""
        before = 1
        while isinstance(recording := self._recorded(past), Progress):
            before = 2  # the first half of the way
            yield Progress(recording.done, 2 * recording.of)
        for step in question(recording):
            yield Progress(step.done + (before - 1) * step.of, before * step.of, step.answer)

    def _recorded(self, past: Past) -> Recording | Progress[Recording]:
        """Return the recording if it has come as far as a past, or else how far it is after one more week."""
        with self._memory:
            if self._recalling is None:
                if self._known is not None and self._known.weeks >= past.weeks:
                    return self._known
                self._recalling = recalled(past, self._known)
            try:
                step = next(self._recalling)
            except BaseException:
                self._recalling = None
                raise
            if step.answer is not None:
                self._known, self._recalling = step.answer, None
                give_back()
            return step


def _alone(asked: Asked[Any]) -> None:
    while asked.advance():
        pass
