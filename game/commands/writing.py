"""Files that commands leave behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from game.commands.problems import ProblemError
from game.commands.voice import Voice


def write(path: Path, text: str, voice: Voice, *, is_new: bool = False) -> None:
    """Write a text and say so; its folder is made if need be.

    Args:
        path: where to.
        text: what.
        voice: says what was written.
        is_new: never write over a file.

    Raises:
        ProblemError: it cannot be written, or is there already.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x" if is_new else "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as there:
        raise ProblemError(voice.phrase("command.wrong.there", path=str(path))) from there
    except OSError as refused:
        reason = refused.strerror or ""
        raise ProblemError(voice.phrase("command.wrong.output", path=str(path), reason=reason)) from refused
    voice.say("command.written", path=str(path))


@contextmanager
def table_at(output: str, voice: Voice) -> Iterator[TextIO]:
    """Open where a table goes: standard output, or a file in a folder that is made if need be.

    Raises:
        ProblemError: it cannot be written.
    """
    if output == "-":
        yield voice.out
        return
    path = Path(output)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w", encoding="utf-8", newline="")
    except OSError as refused:
        reason = refused.strerror or ""
        raise ProblemError(voice.phrase("command.wrong.output", path=output, reason=reason)) from refused
    with file:
        yield file
