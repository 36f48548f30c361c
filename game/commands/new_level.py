"""`new-level ID`: a level to begin with, with comments, that passes `check`."""

from argparse import Namespace
from pathlib import Path

from game.commands.finding import shelf_of
from game.commands.naming import path_named
from game.commands.problems import UsageError
from game.commands.voice import Voice
from game.commands.writing import write
from game.content import drafting, levels, shelf
from game.content.complaints import LevelError, errors


def main(options: Namespace, voice: Voice) -> int:
    """Write the level into the folder asked for, never over a file, and say what to do next."""
    if options.id is None:
        raise UsageError(voice.phrase("command.wrong.no-id"))
    own = shelf_of(options)
    parent = path_named(options.parent, own)
    if parent is None or parent.is_dir():
        raise UsageError(voice.phrase("journal.missing", path=options.parent))
    found = levels.examine(parent, own)
    if errors(found.complaints) or found.level is None:
        raise LevelError(found.complaints)
    path = _path(options, voice)
    text = drafting.draft(options.id, found, path, voice.language, is_full=options.full)
    write(path, text, voice, is_new=True)
    wrong = errors(levels.examine(path, own).complaints)
    if wrong:  # the level it builds on lies where it cannot be found from here
        path.unlink()
        raise LevelError(wrong)
    voice.say("command.new-level-next", path=str(path))
    return 0


def _path(options: Namespace, voice: Voice) -> Path:
    """Return the file to write; an id that is taken, or none, is refused."""
    if path_named(options.id) is not None:
        raise UsageError(voice.phrase("command.wrong.taken", word=options.id))
    is_file = options.output.suffix in shelf.ENDINGS and not options.output.is_dir()
    try:
        written = drafting.file_of(options.id, options.output)
        return options.output if is_file else written
    except ValueError as wrong:
        raise UsageError(voice.phrase("command.wrong.id", word=options.id)) from wrong
