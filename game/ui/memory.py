"""How the system's allocator is to deal with what a game does: every week makes large arrays anew on other threads and drops them.

The C library of most Linux systems gives each thread a heap of its own and keeps what is dropped, for a quicker next time: a
hundred megabytes after some weeks of 20,000 people. Elsewhere nothing is done, and nothing needs to be.
"""

import ctypes
import sys
from contextlib import suppress
from functools import cache
from typing import Any

_MMAP_THRESHOLD, _TRIM_THRESHOLD, _ARENA_MAX = -3, -1, -8  # numbers of `mallopt` in glibc's malloc.h
# An array so large is given back as soon as it is dropped; those of 20,000 whole numbers are smaller.
LARGE_BYTES = 2**18
KEPT_BYTES = 2**20


def spare_memory() -> bool:
    """Ask for few heaps that give back what is dropped; to be done before threads begin. Return whether anybody heard."""
    with suppress(OSError, AttributeError):  # another C library
        libc = _libc()
        settings = ((_ARENA_MAX, 1), (_MMAP_THRESHOLD, LARGE_BYTES), (_TRIM_THRESHOLD, KEPT_BYTES))
        heard = [libc.mallopt(name, value) for name, value in settings]
        return all(heard)
    return False


def give_back() -> bool:
    """Give back what lies dropped between things still in use; done after each week, in a fifth of a millisecond.

    Returns:
        Whether there was anything to give back, and somebody to take it.
    """
    with suppress(OSError, AttributeError):
        return bool(_libc().malloc_trim(0))
    return False


def _libc() -> Any:
    """Return the C library of this process.

    Raises:
        OSError: there is none that is known here.
    """
    if not sys.platform.startswith("linux"):
        raise OSError
    return _loaded()


@cache
def _loaded() -> Any:
    return ctypes.CDLL(None)  # kept: each would leave a class of its own behind
