"""One game shared by several processes: each gets it once, with its copies of the world, then answers questions about it."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from typing import Protocol, TypeVar
from weakref import WeakValueDictionary

from game.study import starting
from game.study.recording import Recording

Task = TypeVar("Task")
Result = TypeVar("Result")

_numbers = count(1)
_here: dict[int, Recording] = {}  # the games this process was given when it began; empty but in workers
_own: "WeakValueDictionary[int, Game]" = WeakValueDictionary()  # the games of this process


class Game:
    """A recorded game that tasks can name: what travels with a task is its number, for the game itself was sent before."""

    def __init__(self, recording: Recording) -> None:
        self.number, self.recording = next(_numbers), recording
        _own[self.number] = self

    def __reduce__(self) -> tuple[Callable[[int], "Game"], tuple[int]]:
        """Return how another process finds its own."""
        return _found, (self.number,)


def _found(number: int) -> Game:
    # Whoever stops early reads the tasks that were not begun back from their queue: then the game is this process's own.
    return Game(_here[number]) if number in _here else _own[number]


def shared(game: Game) -> Recording:
    """Return this process's own recording of a game."""
    return game.recording


class Work(Protocol):
    """Carries tasks out and yields each with its result, in any order."""

    def __call__(
        self, rule: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result]]:
        """Carry out a rule for each task."""


@contextmanager
def spread(processes: int, game: Game | None = None) -> Iterator[Work]:
    """Return what carries out tasks in several processes; they end with the block, finished or not.

    Args:
        processes: how many; one is this one.
        game: what the tasks are about, sent to each process once.
    """
    if processes <= 1:
        yield _one_by_one
        return
    packed = b"" if game is None else pickle.dumps((game.number, game.recording), pickle.HIGHEST_PROTOCOL)
    with starting.crew(processes, starting.begin, packed) as pool:

        def together(rule: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
            yield from pool.imap_unordered(partial(_labelled, rule), tasks)

        yield together


def _one_by_one(rule: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
    for task in tasks:
        yield task, rule(task)


def _labelled(rule: Callable[[Task], Result], task: Task) -> tuple[Task, Result]:
    return task, rule(task)


def take(packed: bytes) -> None:
    """Keep the game the tasks of this process will be about, if there is one."""
    if packed:
        number, recording = pickle.loads(packed)  # noqa: S301 - packed by `spread` of the parent
        _here[number] = recording
