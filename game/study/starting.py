"""How a worker begins. It imports nothing heavy by itself, so that what it imports is imported in its own way."""

import gc
import signal


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
