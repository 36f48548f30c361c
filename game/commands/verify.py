"""`verify FILE...`: one line a journal, whether it still plays as it was written."""

from argparse import Namespace
from pathlib import Path

from game.commands.finding import finder
from game.commands.problems import UsageError
from game.commands.voice import Voice
from game.content.phrases import Filling
from game.play.records import Result
from game.play.replay import Verdict, verify
from game.study import assists_told
from game.world.report import Outcome


def main(options: Namespace, voice: Voice) -> int:
    """Print a line for each journal; return 1 if any is not fine."""
    if not options.files:
        raise UsageError(voice.phrase("command.wrong.no-file"))
    is_fine, find = True, finder(options)
    for name in options.files:
        path = Path(name)
        if not path.exists():
            raise UsageError(voice.phrase("journal.missing", path=name))
        verdict = verify(path, find)
        voice.data(line(verdict, voice))
        is_fine = is_fine and verdict.status.is_fine
    return 0 if is_fine else 1


def line(verdict: Verdict, voice: Voice) -> str:
    """Return a verdict as one line; its first word is the same in every language."""
    said = voice.phrase(f"verdict.{verdict.status.value.lower()}", **_values(verdict, voice))
    torn = f" {voice.phrase('verdict.torn')}" if verdict.record and verdict.record.torn else ""
    record = verdict.record
    used = assists_told.used_line(voice.words, record.header, record.notes) if record else ""
    how = f" [{used}]" if used else ""
    return f"{verdict.status.value} {voice.phrase('verdict.file', path=str(verdict.path))}: {said}{how}{torn}"


def _values(verdict: Verdict, voice: Voice) -> dict[str, Filling]:
    """Return what fills the sentence of a verdict."""
    if verdict.problem is not None:
        problem = verdict.problem
        return {**problem.values, "reason": voice.phrase(f"journal.{problem.code}", **problem.values)}
    record, found = verdict.record, verdict.found
    assert record is not None
    assert found is not None
    values: dict[str, Filling] = {
        "week": len(record.entries),
        "weeks": record.header.weeks,
        "result": _result(found, voice),
    }
    if record.ending is not None:
        values["said"] = _result(record.ending.result, voice)
    return values


def _result(result: Result, voice: Voice) -> str:
    known = result.outcome in [outcome.value for outcome in Outcome]
    return voice.phrase(
        "verdict.result",
        outcome=voice.phrase(f"outcome.{result.outcome}") if known else result.outcome,
        stars=result.stars,
        score=result.score,
        users=result.users,
        cash=result.cash_won,
    )
