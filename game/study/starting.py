"""How a worker begins. It imports nothing heavy by itself, so that what it imports is imported in its own way."""

import gc
import signal


def begin(packed: bytes) -> None:
    """Let Ctrl-C be heard by the parent alone, which ends the workers without a word from each, and take the game, if any.

    Nothing that is imported or unpacked here is ever garbage, so nobody looks for any meanwhile.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    try:
        from game.study import workers

        workers.take(packed)
    finally:
        gc.enable()
