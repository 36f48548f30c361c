"""Look again whenever a file has changed, until Ctrl-C."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from game.commands.voice import Voice

EVERY_S = 0.5  # looking at two hundred files takes a few milliseconds, and nobody saves faster than this

_Seen = dict[Path, tuple[int, int]]
_CLEAR = "\x1b[2J\x1b[H"  # an empty terminal, and the cursor at its top


def watch(
    files: Callable[[], Iterable[Path]],
    look: Callable[[], object],
    voice: Voice,
    wait: Callable[[float], None] = time.sleep,
) -> None:
    """Look, then look again after every change of the files, and return when somebody presses Ctrl-C.

    Args:
        files: what is watched; asked each time, so that new files count.
        look: says how things stand.
        voice: on a terminal, what was said before is cleared away.
        wait: until the files are looked at again, seconds.
    """
    before: _Seen | None = None
    try:
        while True:
            now = _seen(files())
            if now != before:
                before = now
                if voice.out.isatty():
                    print(_CLEAR, end="", file=voice.out)
                look()
                voice.out.flush()
                voice.say("command.watching")
            wait(EVERY_S)
    except KeyboardInterrupt:
        voice.say("command.watched")


def _seen(files: Iterable[Path]) -> _Seen:
    """Return when each file was last changed, and its size."""
    found: _Seen = {}
    for path in files:
        try:
            stat = path.stat()
        except OSError:  # it was there a moment ago: an editor is saving it
            continue
        found[path] = (stat.st_mtime_ns, stat.st_size)
    return found
