"""`check PATH...`: everything that is wrong with levels, without playing them."""

from argparse import Namespace
from pathlib import Path

from game.commands.problems import UsageError
from game.commands.voice import Voice
from game.content import telling
from game.content.complaints import errors
from game.content.levels import check_paths


def main(options: Namespace, voice: Voice) -> int:
    """Print all complaints; return 1 if any is an error, or, strictly read, a warning."""
    if not options.paths:
        raise UsageError(voice.phrase("command.wrong.no-path"))
    for path in options.paths:
        if not Path(path).exists():
            raise UsageError(voice.phrase("journal.missing", path=path))
    complaints = check_paths(options.paths)
    told = telling.tell(complaints, voice.language, options.format)
    if told:
        voice.data(told)
    if options.format == "text":
        voice.tell(telling.summary(complaints, voice.language))
    return 1 if errors(complaints) or (options.strict and complaints) else 0
