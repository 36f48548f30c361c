"""How a command speaks: data on standard output, everything else on standard error, in the reader's language.

Control characters of a stranger's file are shown, never obeyed by the terminal.
"""

import os
import sys
from typing import TextIO

from game.content.figures import Language
from game.content.phrases import Filling
from game.content.places import shown
from game.content.words import Words


class Voice:
    """Two streams and a language."""

    def __init__(self, language: Language, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.words = Words(language)
        self.out = out or sys.stdout
        self.err = err or sys.stderr

    @property
    def language(self) -> Language:
        """Return the language spoken."""
        return self.words.language

    def data(self, text: str) -> None:
        """Put a line on standard output."""
        print(text, file=self.out)

    def tell(self, text: str) -> None:
        """Put a line on standard error."""
        print(text, file=self.err)

    def say(self, key: str, /, **values: Filling) -> None:
        """Put a sentence of the catalogue on standard error."""
        self.tell(self.phrase(key, **values))

    def progress(self, key: str, done: int, of: int) -> None:
        """Keep a line on standard error up to date, on a terminal only; the sentence is told `done` and `all`."""
        if self.err.isatty():
            end = "\n" if done == of else ""
            print(f"\r{self.phrase(key, done=done, all=of)}", end=end, file=self.err, flush=True)

    def phrase(self, key: str, /, **values: Filling) -> str:
        """Return a sentence of the catalogue; texts that fill it are made harmless."""
        safe = {name: shown(value) if isinstance(value, str) else value for name, value in values.items()}
        return self.words.say(key, **safe)


def language_of(wanted: str | None) -> Language:
    """Return the language asked for, or the system's when it is Korean, or English."""
    found = wanted or next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(n))), "")
    return "ko" if found.lower().startswith("ko") else "en"
