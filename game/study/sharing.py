"""Work shared among processes: the results come in the order of the jobs, however many hands there were."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


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
    # Spawned, not forked: the same on every system, and no thread of the parent is copied half-way through its work.
    with multiprocessing.get_context("spawn").Pool(min(processes, len(jobs)), _leave_interrupts) as pool:
        yield from pool.imap(work, jobs)


def _leave_interrupts() -> None:
    """Let Ctrl-C be heard by the parent alone, which ends the workers without a word from each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
