"""`upgrade PATH...`: level files of an older format are rewritten; the old ones stay beside them."""

from argparse import Namespace
from pathlib import Path

from game.commands.problems import ProblemError, UsageError
from game.commands.voice import Voice
from game.content import levels, telling
from game.content.complaints import Complaint, errors
from game.content.filenames import write_whole
from game.content.resolving import name_of
from game.content.tree import read_file
from game.content.upgrades import Upgrade, upgraded

BACKUP = ".bak"
_MARK = "\ufeff"  # that Windows editors put before the first letter; it stays


def main(options: Namespace, voice: Voice) -> int:
    """Rewrite files, or say what would change; return 1 if one could not be read."""
    if not options.paths:
        raise UsageError(voice.phrase("command.wrong.no-path"))
    complaints: list[Complaint] = []
    for word in options.paths:
        if not Path(word).exists():
            raise UsageError(voice.phrase("journal.missing", path=word))
        for path in levels.files([word]):
            complaints += _file(path, voice, is_dry=options.dry_run)
    told = telling.tell(complaints, voice.language)
    if told:
        voice.data(told)
    return 1 if errors(complaints) else 0


def _file(path: Path, voice: Voice, *, is_dry: bool) -> tuple[Complaint, ...]:
    """Rewrite one file if it needs it, and say so; return why it cannot be read, if so."""
    reading = read_file(path, name_of(path))
    if reading.root is None:
        return reading.complaints
    found = upgraded(reading.source.text, name_of(path))
    if found.complaints:
        return found.complaints
    if not found.edits:
        voice.say("command.upgrade-not-needed", path=str(path))
        return ()
    _tell(found, voice)
    if is_dry:
        voice.say("command.upgrade-would", path=str(path), n=len(found.edits))
    else:
        _rewrite(path, found.text, voice)
    return ()


def _tell(found: Upgrade, voice: Voice) -> None:
    for edit in found.edits:
        place = edit.place
        voice.data(
            voice.phrase("command.upgrade-line", path=place.file, line=place.line, old=edit.old, new=edit.new)
        )
    for left in found.by_hand:
        voice.data(
            voice.phrase("command.upgrade-hand", path=left.place.file, line=left.place.line, old=left.old)
        )


def _rewrite(path: Path, text: str, voice: Voice) -> None:
    """Put a text in the place of a file, which is kept beside it; never over another file."""
    backup = path.with_name(f"{path.name}{BACKUP}")
    try:
        old = path.read_bytes()
        with backup.open("xb") as file:
            file.write(old)
        mark = _MARK if old.startswith(_MARK.encode()) else ""
        write_whole(path, (mark + text).encode())
    except FileExistsError as there:
        raise ProblemError(voice.phrase("command.wrong.there", path=str(backup))) from there
    except OSError as refused:
        reason = refused.strerror or ""
        raise ProblemError(voice.phrase("command.wrong.output", path=str(path), reason=reason)) from refused
    voice.say("command.upgraded", path=str(path), backup=backup.name)
