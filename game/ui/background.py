"""Work done beside the frames: what is slow runs in a thread, and the scene asks whether it is done.

The thread is given no widget and no surface; it returns a value, or the error it met, which is raised where the value is asked for.
"""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Task(Generic[Result]):
    """One piece of work and, later, what came of it."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._done = threading.Event()
        self._result: Result | None = None
        self._error: BaseException | None = None

    def start(self) -> "Task[Result]":
        """Begin; return self."""
        self._thread.start()
        return self

    @property
    def is_done(self) -> bool:
        """Return whether there is a result or an error."""
        return self._done.is_set()

    def result(self, timeout_s: float | None = None) -> Result:
        """Return what the work returned, waiting for it if need be.

        Raises:
            TimeoutError: If it is not done in time.
            Exception: Whatever the work raised.
        """
        if not self._done.wait(timeout_s):
            raise TimeoutError
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]

    def peek(self) -> Result | None:
        """Return what the work returned, or None while there is nothing or only an error."""
        return self._result if self.is_done else None

    def _run(self) -> None:
        try:
            self._result = self._work()
        except BaseException as error:
            self._error = error
        finally:
            self._done.set()
