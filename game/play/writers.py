"""How lines reach the disk: at once and safely while somebody plays, in bulk while a study runs.

Waiting for the disk costs 10 ms and more, so a player's lines are written by a thread of their own: append, flush, fsync.
A line that cannot be written whole is taken back, so that the file ends with a finished line.
"""

import errno
import os
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Protocol

from game.play.records import JournalError


class Writer(Protocol):
    """Where the lines of a journal go."""

    def append(self, line: bytes) -> None:
        """Take one line, newline included."""

    def check(self) -> None:
        """Raise `JournalError` if the disk has refused a line; never wait."""

    def wait(self) -> None:
        """Return when everything taken is as safe as this writer makes it."""

    def close(self) -> None:
        """Wait, then let go of the file."""


class SafeWriter:
    """Writes on a thread of its own; every line is on the disk soon after it was taken, and `wait` makes sure."""

    def __init__(self, file: FileIO) -> None:
        self._file = file
        self._waiting: deque[bytes] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._last: Future[None] | None = None
        self._refused = False

    def append(self, line: bytes) -> None:
        """Take one line; return at once."""
        self._waiting.append(line)
        self._last = self._thread.submit(self._write)

    def check(self) -> None:
        """Raise `JournalError` if the disk has refused a line; never wait."""
        if self._refused:
            self.wait()

    def wait(self) -> None:
        """Return when every line taken is on the disk."""
        if self._last is not None:
            with _told():
                self._last.result()

    def close(self) -> None:
        """Wait, then close the file."""
        try:
            self.wait()
        finally:
            self._thread.shutdown()
            self._file.close()

    def _write(self) -> None:
        lines = b"".join(self._waiting.popleft() for _ in range(len(self._waiting)))
        if self._refused:  # a later line after a missing one would be worse than none
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if lines:
            self._refused = True
            _put(self._file, lines)
            os.fsync(self._file.fileno())
            self._refused = False


class BulkWriter:
    """Writes each line as it comes and asks the disk to be sure only at the end."""

    def __init__(self, file: FileIO) -> None:
        self._file = file

    def append(self, line: bytes) -> None:
        """Write one line and flush it."""
        with _told():
            _put(self._file, line)

    def check(self) -> None:
        """Do nothing: `append` has told already."""

    def wait(self) -> None:
        """Return when every line is on the disk."""
        with _told():
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Make sure of all lines, then close the file."""
        try:
            self.wait()
        finally:
            self._file.close()


class NoWriter:
    """Keeps nothing: for a game that is over and only looked at."""

    def append(self, line: bytes) -> None:
        """Refuse the line."""
        raise JournalError("over", line=len(line))

    def check(self) -> None:
        """Do nothing."""

    def wait(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


def create(path: Path) -> FileIO:
    """Create a new file, never over an old one, and take it for this process alone.

    Raises:
        JournalError: there is one already, or it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = FileIO(path, "xb")
    except FileExistsError as taken:
        raise JournalError("exists", path=str(path)) from taken
    _take(file, path)
    _make_sure_of_folder(path.parent)
    return file


def reopen(path: Path) -> FileIO:
    """Open a file to go on writing, and take it for this process alone.

    Raises:
        JournalError: another process writes it, or it cannot be written.
    """
    with _told():
        file = FileIO(path, "rb+")
    _take(file, path)
    return file


def append_to(path: Path, line: bytes) -> None:
    """Put one line at the end of a journal that nobody writes, and make sure of it.

    Raises:
        JournalError: another process writes it, or it cannot be written.
    """
    file = reopen(path)
    try:
        cut(file, path.read_bytes().rfind(b"\n") + 1)  # a line torn by a crash is no line
        with _told():
            _put(file, line)
            os.fsync(file.fileno())
    finally:
        file.close()


def cut(file: FileIO, end: int) -> None:
    """Drop what lies behind byte `end`, and go on writing there."""
    with _told():
        file.truncate(end)
        file.seek(end)


def set_aside(path: Path, tail: bytes) -> Path:
    """Keep the torn end of a journal in a file of its own beside it and return where."""
    for number in range(1, 1000):
        kept = path.with_name(f"{path.name}.torn{number}")
        if not kept.exists():
            break
    kept.write_bytes(tail)
    return kept


def _put(file: FileIO, content: bytes) -> None:
    """Write everything or nothing."""
    start = file.tell()
    rest = memoryview(content)
    try:
        while rest:
            rest = rest[file.write(rest) :]
    except OSError:
        file.truncate(start)
        file.seek(start)
        raise


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as refused:
        raise JournalError("unwritable", reason=refused.strerror or str(refused)) from refused


def _make_sure_of_folder(folder: Path) -> None:
    """A new name is safe only when its folder is, where folders can be synced at all."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


if sys.platform == "win32":

    def _take(file: object, path: Path) -> None:
        """Take no lock: a second game on the same file is not noticed here."""

else:
    import fcntl

    def _take(file: FileIO, path: Path) -> None:
        """Lock the file for this process: two games writing one journal would mix their weeks."""
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            file.close()
            raise JournalError("used", path=str(path)) from taken
        except OSError:  # some network folders know no locks: playing goes on without
            return
