"""How far a long question has come: generators yield it, so that screens can show it and anybody can stop."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress(Generic[T]):
    """Steps done, of how many, and with the last step the answer."""

    done: int
    of: int
    answer: T | None = None


def answer(steps: Iterator[Progress[T]]) -> T:
    """Run a long question to its end and return the answer."""
    found: T | None = None
    for step in steps:
        found = step.answer
    assert found is not None, "the last step of a long question has its answer"
    return found


def at_once(work: Callable[[], T]) -> Iterator[Progress[T]]:
    """Ask a short question as one asks a long one: a single step, which has the answer."""
    yield Progress(1, 1, work())
