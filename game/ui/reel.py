"""A recorded game as a film: any of its weeks, brought from beside the frames.

A week asked for is played again from the nearest copy of the world, with the ring measured. Who drags through a year asks for many
weeks and waits for one: only the last wish is kept.
"""

from collections import OrderedDict
from dataclasses import dataclass

from game.study.recording import Recording
from game.study.visit import visit
from game.ui.background import Task
from game.ui.session import Scenery

KEPT = 24  # weeks at hand; a crowd of 20,000 takes some 200 kB each


@dataclass(frozen=True)
class Shot:
    """How things stood after a week."""

    week: int
    scenery: Scenery


def shot(recording: Recording, week: int) -> Shot:
    """Return a week of a recording as its player saw it, the ring measured.

    Raises:
        NobodyError: that week was not played.
    """
    seen = visit(recording, week, measures_ring=True)
    return Shot(week, Scenery(seen.view, seen.books, recording.decisions[:week]))


class Reel:
    """Weeks of one recording. Ask with `want`, and hear with `poll`, once a frame."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self._kept: OrderedDict[int, Shot] = OrderedDict()
        self._wanted: int | None = None
        self._task: Task[Shot] | None = None

    @property
    def weeks(self) -> int:
        """Return how many weeks were played."""
        return self.recording.weeks

    @property
    def is_waiting(self) -> bool:
        """Return whether a week that is wanted has not come yet."""
        return self._wanted is not None

    def want(self, week: int) -> None:
        """Ask for a week; an earlier wish that was not met is forgotten."""
        self._wanted = min(max(week, 0), self.weeks)

    def poll(self) -> Shot | None:
        """Return the week wanted, once it has come; never wait.

        Raises:
            Exception: what went wrong while it was played again.
        """
        if self._task is not None and self._task.is_done:
            self._keep(self._task.result(0))
            self._task = None
        if self._wanted is None:
            return None
        found = self._kept.get(self._wanted)
        if found is None:
            self._begin(self._wanted)
            return None
        self._wanted = None
        return found

    def first(self) -> Shot:
        """Return how the game began; takes a moment."""
        self._keep(shot(self.recording, 0))
        return self._kept[0]

    def _begin(self, week: int) -> None:
        if self._task is None:
            self._task = Task(lambda: shot(self.recording, week)).start()

    def _keep(self, found: Shot) -> None:
        self._kept[found.week] = found
        self._kept.move_to_end(found.week)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
