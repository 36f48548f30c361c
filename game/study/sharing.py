"""Work shared among processes: the results come in the order of the jobs, however many hands there were."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

from game.study.starting import crew, leave_interrupts

Job = TypeVar("Job")
Result = TypeVar("Result")
POLITE = 10  # of 19: half of what a screen gets when both want the processor, and all of it otherwise


def shared(work: Callable[[Job], Result], jobs: Sequence[Job], processes: int) -> Iterator[Result]:
    """Yield what becomes of each job. What is given and what comes back is copied between processes.

    Args:
        work: a function of a module, or a `partial` of one, so that another process can find it.
        jobs: one call each.
        processes: at most; one, or a single job, stays in this process.
    """
    if processes <= 1 or len(jobs) <= 1:
        yield from map(work, jobs)
        return
    with crew(min(processes, len(jobs)), leave_interrupts) as pool:
        yield from pool.imap(work, jobs)


class Shared(Protocol):
    """Yields what becomes of each job, in the order of the jobs."""

    def __call__(self, work: Callable[[Job], Result], jobs: Iterable[Job], /) -> Iterator[Result]:
        """Share jobs out."""


@contextmanager
def apart(processes: int) -> Iterator[Shared]:
    """Return what shares work among other processes, which give way to a screen that is drawn meanwhile.

    They end with the block, finished or not.
    """
    with crew(processes, _give_way) as pool:
        yield pool.imap


def _give_way() -> None:
    """Leave interrupts to the parent and the processor to whoever wants it first."""
    leave_interrupts()
    if hasattr(os, "nice"):
        os.nice(POLITE)
