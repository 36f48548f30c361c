"""Numbers on the command line: whole ones, and stretches of worlds."""

import argparse
import re
from collections.abc import Callable

from game.content.words import Words

_MOST_SEEDS = 100_000  # runs of one study; a slip of the keyboard beyond
_SEEDS = re.compile(r"(?P<first>\d{1,9})(?:-(?P<last>\d{1,9}))?")


def whole(words: Words, least: int = 0) -> Callable[[str], int]:
    """Return what reads a whole number of at least so much, or says why it is none."""

    def read(text: str) -> int:
        if re.fullmatch(r"\d{1,15}", text) and int(text) >= least:
            return int(text)
        raise argparse.ArgumentTypeError(words.say("command.wrong.whole", word=text, least=least))

    return read


def seeds(words: Words) -> Callable[[str], range]:
    """Return what reads `50` as the worlds 1 to 50, and `3-9` as those from 3 to 9."""

    def read(text: str) -> range:
        found = _SEEDS.fullmatch(text)
        if found:
            first, last = (1, found["first"]) if found["last"] is None else (found["first"], found["last"])
            stretch = range(int(first), int(last) + 1)
            if 0 < len(stretch) <= _MOST_SEEDS:
                return stretch
        raise argparse.ArgumentTypeError(words.say("command.wrong.seeds", word=text))

    return read
