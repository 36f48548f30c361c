"""The journal: the save, the replay and the homework in one file that only ever grows.

A header, one line a week, a last line at the end. Each line carries a link of a chain over the header, all decisions and
all fingerprints so far, so that a replay finds the first week that differs. A line goes to the disk in the week it is
played; what is left after a crash is a journal with at most its last line torn.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from agents.messages import Decision
from game.play import lines, notes, records, writers
from game.play.decisions import changed, changes
from game.play.notes import Note
from game.play.records import Ending, Entry, Header, JournalError, Record, Result

SUFFIX = ".dljournal"
_LARGEST_FILE = 1 << 24  # bytes; ten years of weeks take 100 kB


class Journal:
    """The journal of one playthrough, growing."""

    def __init__(
        self, header: Header, start: Decision, writer: writers.Writer, record: Record | None = None
    ) -> None:
        self.header = header
        self.chains = [records.first_link(header)]  # by week, 0 for the header; the notes of a week included
        self._decision = start
        self._writer = writer
        self._end = ""  # the link after the result, once it is written, with the notes behind it
        for entry in record.entries if record else ():
            self._decision = changed(self._decision, entry.orders).hold()
            self.chains.append(entry.chain)
        if record is not None and record.ending is not None:
            self._end = record.ending.chain
        for note in record.notes if record else ():
            self._took(note)

    @classmethod
    def create(cls, path: Path, header: Header, start: Decision, *, bulk: bool = False) -> "Journal":
        """Begin a new file; `bulk` asks the disk to be sure only at the end.

        Raises:
            JournalError: the file exists, cannot be written, or the header could not be read again.
        """
        line = lines.write(header.plain())
        records.header_of(lines.read(line))
        file = writers.create(path)
        journal = cls(header, start, writers.BulkWriter(file) if bulk else writers.SafeWriter(file))
        journal._writer.append(line)
        return journal

    @classmethod
    def resume(cls, path: Path, record: Record, start: Decision) -> "Journal":
        """Go on writing a journal that was read; a torn end is set aside in a file beside it first.

        Raises:
            JournalError: another game writes it, or it cannot be written.
        """
        file = writers.reopen(path)
        if read(path) != record:
            file.close()
            raise JournalError("used", path=str(path))
        if record.torn:
            writers.set_aside(path, record.torn)
        writers.cut(file, path.stat().st_size - len(record.torn))
        return cls(record.header, start, writers.SafeWriter(file), record)

    @classmethod
    def closed(cls, record: Record, start: Decision) -> "Journal":
        """Return the journal of a game that is over: its file is left alone, but for a note."""
        return cls(record.header, start, writers.NoWriter(), record)

    @property
    def chain(self) -> str:
        """Return the latest link of the chain, 32 hex digits."""
        return self.chains[-1]

    def draft(self, decision: Decision) -> Entry:
        """Return what this week's line would say, without its link.

        Raises:
            DecisionError: the decision could not be read again as it is.
            JournalError: the disk has refused an earlier line.
        """
        self._writer.check()
        orders = changes(decision, self._decision)
        again: Mapping[str, object] = lines.read(lines.write({"d": orders}))["d"]
        changed(self._decision, again)
        return Entry(len(self.chains), again, "")

    def add(self, entry: Entry, fingerprint: str) -> None:
        """Write a week that was played; `fingerprint` is empty when none is due."""
        chain = records.link(self.chain, entry.week, entry.orders, fingerprint)
        self._decision = changed(self._decision, entry.orders).hold()
        self.chains.append(chain)
        self._writer.append(lines.write(Entry(entry.week, entry.orders, chain).plain()))

    def finish(self, result: Result) -> None:
        """Write the last line but for notes."""
        self._end = records.last_link(self.chain, result)
        self._writer.append(lines.write(Ending(result, self._end).plain()))

    def note(self, kind: str, said: Mapping[str, object], path: Path | None = None) -> Note:
        """Write a note and return it. A journal that was closed is opened for this one line, at `path`.

        Raises:
            JournalError: another game writes it, or it cannot be written.
        """
        is_after_end = bool(self._end)
        note = notes.made(
            self._end or self.chain, len(self.chains) - 1, kind, said, is_after_end=is_after_end
        )
        line = lines.write(note.plain())
        if isinstance(self._writer, writers.NoWriter):
            if path is not None:
                writers.append_to(path, line)
        else:
            self._writer.append(line)
        self._took(note)
        return note

    def _took(self, note: Note) -> None:
        if note.is_after_end:
            self._end = note.chain
        else:
            self.chains[note.week] = note.chain

    def wait(self) -> None:
        """Return when every line is on the disk. Raises `JournalError` if the disk refused one."""
        self._writer.wait()

    def close(self) -> None:
        """Wait, then let go of the file."""
        self._writer.close()


def read(path: Path) -> Record:
    """Return what a journal says; the file is only read.

    Raises:
        JournalError: it is missing, no journal, or damaged before its last line; the error names the line.
    """
    content, torn = _split(_content(path))
    if not content:
        raise JournalError("empty")
    header = _header(content[0])
    entries: list[Entry] = []
    found_notes: list[Note] = []
    ending: Ending | None = None
    for number, line in enumerate(content[1:], start=2):
        try:
            found = lines.read(line)
            if "n" in found and len(found_notes) < notes.MOST_NOTES:
                found_notes.append(notes.note_of(found, len(entries), is_after_end=ending is not None))
            elif ending is not None:
                raise lines.LineError
            elif "end" in found:
                ending = records.ending_of(found)
            else:
                entries.append(_entry(found, len(entries) + 1, header))
        except lines.LineError as wrong:
            raise JournalError("line", line=number) from wrong
    return Record(header, tuple(entries), ending, torn, tuple(found_notes))


def _entry(found: Mapping[str, Any], week: int, header: Header) -> Entry:
    if week > header.weeks:
        raise lines.LineError
    return records.entry_of(found, week)


def _content(path: Path) -> bytes:
    if not path.exists():
        raise JournalError("missing", path=str(path))
    if not path.is_file():  # a pipe would block, a folder cannot be read
        raise JournalError("unreadable", reason=path.name)
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except OSError as refused:
        raise JournalError("unreadable", reason=refused.strerror or str(refused)) from refused
    if len(content) > _LARGEST_FILE:
        raise JournalError("big")
    return content


def _split(content: bytes) -> tuple[list[bytes], bytes]:
    """Return the finished lines, and the rest of a line that was never finished."""
    end = content.rfind(b"\n") + 1
    return content[:end].splitlines(), content[end:]


def _header(line: bytes) -> Header:
    try:
        return records.header_of(lines.read(line))
    except lines.LineError as wrong:
        raise JournalError("header") from wrong
