"""How workers begin, and end without a word. Nothing heavy is imported here, so that a worker imports it in its own way."""

import atexit
import gc
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from multiprocessing.pool import Pool

_beginning = threading.Lock()  # held while workers are made
PATIENCE_S = 10.0  # at the end of this process, for workers another thread is making


@contextmanager
def crew(processes: int, begins: Callable[..., None], *given: object) -> Iterator[Pool]:
    """Return processes that work for this one; they end with the block, finished or not.

    Args:
        processes: how many.
        begins: what each does first.
        given: what that is told.
    """
    pool = None
    try:
        with _beginning, _deaf():
            _wait_at_the_end()
            # Spawned, not forked: the same on every system, and no thread of this one is copied half-way through its work.
            pool = get_context("spawn").Pool(processes, begins, given)
        yield pool
    finally:
        if pool is not None:
            pool.terminate()


@contextmanager
def _deaf() -> Iterator[None]:
    """Keep Ctrl-C until workers are made, who never hear it: half-made ones would each complain of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@cache
def _wait_at_the_end() -> None:
    """Let no process end while another thread of it makes workers, who would look for what is gone already."""
    atexit.register(_beginning.acquire, timeout=PATIENCE_S)


def leave_interrupts() -> None:
    """Let Ctrl-C be heard by the parent alone, which ends the workers without a word from each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def begin(packed: bytes) -> None:
    """Leave interrupts to the parent, and take the game, if any.

    Nothing that is imported or unpacked here is ever garbage, so nobody looks for any meanwhile.
    """
    leave_interrupts()
    gc.disable()
    try:
        from game.study import workers

        workers.take(packed)
    finally:
        gc.enable()
