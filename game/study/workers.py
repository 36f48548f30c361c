"""One game shared by several processes: each plays it once for itself, then answers questions about it."""

import multiprocessing
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol, TypeVar

from game.study.recording import Recording

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Game:
    """What a process needs to play a game for itself: level, seed, orders and weeks, packed once."""

    packed: bytes

    @classmethod
    def of(cls, recording: Recording) -> "Game":
        """Pack a game; in this process it is not played again."""
        game = cls(pickle.dumps((recording.level, recording.seed, recording.orders, recording.weeks)))
        _known(game)[:] = [recording]
        return game


@lru_cache(2)  # the game explained and the one before it; a third lets go of the first
def _known(game: Game) -> list[Recording]:  # noqa: ARG001 - the key of a cache
    """Return where this process keeps its recording of a game."""
    return []


def shared(game: Game) -> Recording:
    """Return this process's own recording of a game."""
    kept = _known(game)
    if not kept:
        level, seed, orders, weeks = pickle.loads(game.packed)  # noqa: S301 - packed by `Game.of` of the parent
        kept.append(Recording.played(level, seed, orders, weeks))
    return kept[0]


class Work(Protocol):
    """Carries tasks out and yields each with its result, in any order."""

    def __call__(
        self, rule: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result]]:
        """Carry out a rule for each task."""


@contextmanager
def spread(processes: int) -> Iterator[Work]:
    """Return what carries out tasks in several processes; they end with the block, finished or not."""
    if processes <= 1:
        yield _one_by_one
        return
    # Spawned, not forked: the same on every system, and no thread of the parent is copied half-way through its work.
    with multiprocessing.get_context("spawn").Pool(processes, _leave_interrupts) as pool:

        def together(rule: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
            yield from pool.imap_unordered(partial(_labelled, rule), tasks)

        yield together


def _one_by_one(rule: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
    for task in tasks:
        yield task, rule(task)


def _labelled(rule: Callable[[Task], Result], task: Task) -> tuple[Task, Result]:
    return task, rule(task)


def _leave_interrupts() -> None:
    """Let Ctrl-C be heard by the parent alone, which ends the workers without a word from each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
