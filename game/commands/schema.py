"""`schema`: what editors need to complete and check level files while somebody writes."""

from argparse import Namespace
from pathlib import Path

from game.commands.voice import Voice
from game.commands.writing import write
from game.content import schemas


def main(options: Namespace, voice: Voice) -> int:
    """Print one schema, or write it to a file, or both to a folder."""
    kind: schemas.Kind = "complete" if options.complete else "editing"
    if options.output is None:
        voice.data(schemas.text(kind).rstrip("\n"))
    elif options.output.is_dir():
        for each, name in schemas.FILES.items():
            write(options.output / name, schemas.text(each), voice)
    else:
        write(Path(options.output), schemas.text(kind), voice)
    return 0
