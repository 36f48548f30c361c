"""`docs`: the reference of level files as Markdown."""

from argparse import Namespace

from game.commands.voice import Voice
from game.commands.writing import write
from game.content import manual
from game.content.words import Words

FILES = {"en": "level-format.md", "ko": "level-format.ko.md"}


def main(options: Namespace, voice: Voice) -> int:
    """Print the reference in the reader's language, or write both languages to a folder."""
    if options.output is None:
        voice.data(manual.page(voice.words).rstrip("\n"))
    else:
        write(options.output / FILES["en"], manual.page(Words("en")), voice)
        write(options.output / FILES["ko"], manual.page(Words("ko")), voice)
    return 0
