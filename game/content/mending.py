"""Taking a remedy over: where a complaint says what to write instead of a word, the line is written so, and kept as it was beside.

Only a word is ever put in the place of a word, in the line the complaint is about. Whether that helped, the next check says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from game.content.complaints import Complaint
from game.content.filenames import write_whole
from game.content.mods import MOD_FILE
from game.content.places import LINE_END, Place
from game.content.resolving import name_of

_WORDS = {"did-you-mean": "near", "write-instead": "better", "write-share": "percent"}
"""Hints that name a word, and which of their gaps holds it."""

# Of the codes with `write-instead`, those that are about the very word under the caret; others name a line to add elsewhere.
_INSTEAD = ("L304", "L305", "L306", "L309", "L314", "L317", "L328", "M608", "Y130")
_QUOTES = "'\""
_MOST_BACKUPS = 10_000  # of one file


class MendError(Exception):
    """A file was not changed; `code` picks the sentence `workshop.unmended.CODE`, `values` fill it."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Mend:
    """A word to write instead of another.

    Attributes:
        path: the file.
        place: where the word stands, as the file was when it was read.
        word: what to write there.
        before: the line as it is.
        after: the line as it will be.
    """

    path: Path
    place: Place
    word: str
    before: str
    after: str


def mend_of(complaint: Complaint, path: Path) -> Mend | None:
    """Return how a complaint about a file, or about a mod by its `mod.yaml`, is mended by one word.

    None where it is not, or where a file is meant that nobody was looking at.
    """
    word, place = _word(complaint), complaint.place
    file = _file(place, path)
    if word is None or file is None:
        return None
    before = place.source.line(place.line)
    start, end = place.column - 1, place.column - 1 + place.length
    old = before[start:end]
    if not old or end > len(before):
        return None
    is_quoted = len(old) > 1 and old[0] in _QUOTES and old[-1] == old[0]
    new = f"{old[0]}{word}{old[0]}" if is_quoted else word
    return Mend(file, place, word, before, before[:start] + new + before[end:])


def apply(mend: Mend, backups: Path) -> Path:
    """Write the line and return the copy of the file as it was.

    Raises:
        MendError: the file is not what it was when it was read, or the disk refuses; then nothing was changed.
    """
    try:
        data = mend.path.read_bytes()
        text = data.decode("utf-8")
    except (OSError, ValueError) as refused:
        raise MendError("refused", reason=str(refused)) from refused
    lines = list(_lines(text))
    number = mend.place.line - 1
    mark = "\ufeff" if number == 0 and text.startswith("\ufeff") else ""
    if number >= len(lines) or lines[number][0] != mark + mend.before:
        raise MendError("changed", file=mend.path.name)
    lines[number] = mark + mend.after, lines[number][1]
    try:
        kept = _kept(mend.path, data, backups)
        write_whole(mend.path, "".join(line + end for line, end in lines).encode("utf-8"))
    except OSError as refused:
        raise MendError("refused", reason=refused.strerror or str(refused)) from refused
    return kept


def restore(path: Path, kept: Path) -> None:
    """Put a file back as it was kept.

    Raises:
        MendError: the disk refuses.
    """
    try:
        write_whole(path, kept.read_bytes())
    except OSError as refused:
        raise MendError("refused", reason=refused.strerror or str(refused)) from refused


def _file(place: Place, path: Path) -> Path | None:
    """Return the file a place is in: the one that was looked at, or one in the folder of the mod that was."""
    if place.file == name_of(path):
        return path
    above = f"{name_of(path.parent)}/"
    if path.name != MOD_FILE or not place.file.startswith(above):
        return None
    steps = PurePosixPath(place.file.removeprefix(above)).parts
    file = path.parent.joinpath(*steps)
    return file if ".." not in steps and file.is_file() and not file.is_symlink() else None


def _word(complaint: Complaint) -> str | None:
    hint = complaint.hint
    if hint is None or hint.id not in _WORDS:
        return None
    is_elsewhere = (
        hint.id == "write-instead" and not complaint.code.startswith("X") and complaint.code not in _INSTEAD
    )
    word = hint.args.get(_WORDS[hint.id])
    return None if is_elsewhere or not isinstance(word, str) else word


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line and its end, as the reader of levels counts lines."""
    start = 0
    for end in LINE_END.finditer(text):
        yield text[start : end.start()], end[0]
        start = end.end()
    yield text[start:], ""


def _kept(path: Path, data: bytes, backups: Path) -> Path:
    """Copy a file into the folder of copies under a name that is free."""
    backups.mkdir(parents=True, exist_ok=True)
    for number in range(1, _MOST_BACKUPS):
        copy = backups / f"{path.stem}-{number}{path.suffix}.bak"
        try:
            with copy.open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        return copy
    raise OSError(path.name)
