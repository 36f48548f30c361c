"""What a guide says to write: its fenced blocks, put together as a reader would."""

import re
from pathlib import Path
from typing import NamedTuple

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# ([\w./-]+\.yaml)\n")


class Guide(NamedTuple):
    """A guide, read: the pieces of the one level it builds, other files by name, shell commands, and what is printed."""

    pieces: list[str]
    files: dict[str, str]
    commands: list[list[str]]
    printed: list[str]


def read(path: Path) -> Guide:
    """Return what a guide says."""
    guide = Guide([], {}, [], [])
    for kind, text in _BLOCK.findall(path.read_text(encoding="utf-8")):
        named = _FILE.match(text)
        if kind == "yaml" and named:
            guide.files[named[1]] = text
        elif kind == "yaml":
            guide.pieces.append(text)
        elif kind == "sh":
            guide.commands.extend(line.split()[2:] for line in text.splitlines())
        elif kind == "text":
            guide.printed.append(text)
    return guide
