"""What the commands that ask about played games share: reading the journal, choosing the week, and plain data for programs."""

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from math import isfinite
from pathlib import Path
from typing import TypeVar

import numpy as np

from agents.messages import LEVERS
from game.commands.finding import finder
from game.commands.problems import ProblemError, UsageError
from game.commands.voice import Voice
from game.content import sentences
from game.play.playthrough import JournalError
from game.study.choices import EditError
from game.study.progress import Progress
from game.study.recording import Recording
from game.study.why import NobodyError

T = TypeVar("T")


def recording_of(options: Namespace, voice: Voice, *, measures_ring: bool = True) -> Recording:
    """Return the game of the journal that the command line names, with the ring measured if anybody will read it.

    Raises:
        UsageError: no file was named, or there is none.
        ProblemError: it cannot be replayed here; the sentence says why.
    """
    file: str | None = options.file
    if file is None:
        raise UsageError(voice.phrase("whatif.wrong.no-file"))
    path = Path(file)
    if not path.exists():
        raise UsageError(voice.phrase("journal.missing", path=file))
    try:
        return Recording.read(path, finder(options), measures_ring=measures_ring)
    except JournalError as wrong:
        reason = voice.phrase(f"journal.{wrong.code}", **wrong.values)
        raise ProblemError(voice.phrase("command.wrong.journal", path=file, reason=reason)) from wrong


def nobody(wrong: NobodyError, voice: Voice) -> ProblemError:
    """Return what to say to somebody who asks about nobody."""
    values = dict(wrong.values)
    if values.get("known") == "":
        values["known"] = voice.phrase("why.wrong.nobody")
    return ProblemError(voice.phrase(f"why.wrong.{wrong.code}", **values))


def unchangeable(wrong: EditError, voice: Voice) -> ProblemError:
    """Return what to say to somebody who wants to change what cannot be changed."""
    values: dict[str, int | str] = dict(wrong.values)
    if values.get("key") in LEVERS:
        values["key"] = sentences.lever(voice.words, str(values["key"]))
    if wrong.refusal is not None:
        values["refusal"] = sentences.refusal(voice.words, wrong.refusal)
    return ProblemError(voice.phrase(f"whatif.wrong.{wrong.code}", **values))


def awaited(steps: Iterator[Progress[T]], voice: Voice) -> T:
    """Run a long question to its answer, with a line of progress on a terminal."""
    found: T | None = None
    is_seen = voice.err.isatty()
    for step in steps:
        if is_seen:
            said = voice.phrase("turning.progress", done=step.done, all=step.of)
            print(f"\r{said}", end="\n" if step.done == step.of else "", file=voice.err, flush=True)
        found = step.answer
    assert found is not None
    return found


def put_json(found: object, voice: Voice) -> None:
    """Put plain data on standard output."""
    voice.data(json.dumps(plain(found), ensure_ascii=False, indent=2))


def plain(found: object) -> object:
    """Return anything the studies find as plain data; whole numbers of 2^-16 util stay whole."""
    if isinstance(found, Enum):
        return found.name.lower() if isinstance(found, int) else found.value
    if is_dataclass(found) and not isinstance(found, type):
        return {f.name: plain(getattr(found, f.name)) for f in fields(found)}
    if isinstance(found, dict):
        return {str(plain(key)): plain(value) for key, value in found.items()}
    if isinstance(found, np.ndarray):
        return found.tolist()
    if isinstance(found, list | tuple):
        return [plain(part) for part in found]
    if isinstance(found, float) and not isfinite(found):
        return None  # JSON has no such numbers
    return found


def used_of(options: Namespace, voice: Voice) -> str:
    """Return on which difficulty and with what help the game of a journal was played, "" where the journal says nothing."""
    from game.play import journal
    from game.study import assists_told

    record = journal.read(Path(options.file))
    return assists_told.used_line(voice.words, record.header, record.notes)
