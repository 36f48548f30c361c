"""`replay FILE`: a recorded game watched as a film in the window, or told week by week where there is none.

Nothing is written: the weeks are those of the journal, played again and checked.
"""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.problems import UsageError
from game.commands.screen import why_no_window
from game.commands.told import recording_of, used_of
from game.commands.voice import Voice, language_of
from game.content import sentences
from game.content.shelf import LEVELS
from game.play.saves import data_dir

if TYPE_CHECKING:
    from game.study.choices import Choice
    from game.world.level import Level
    from game.world.report import WeekReport


def main(options: Namespace, voice: Voice) -> int:
    """Show the game in the window, or say why not and tell it."""
    if not options.file:
        raise UsageError(voice.phrase("command.wrong.no-file"))
    if not Path(options.file).exists():
        raise UsageError(voice.phrase("journal.missing", path=options.file))
    reason = None if options.text else why_no_window()
    if options.text or reason is not None:
        if reason is not None:
            voice.say(reason)
        return _tell(options, voice)
    from game.ui import start

    return start.main(
        data=data_dir(options.data_dir),
        usual=voice.language,
        asked=language_of(options.lang) if options.lang else None,
        folders=(LEVELS, options.levels) if options.levels is not None else None,
        film=Path(options.file),
    )


def _tell(options: Namespace, voice: Voice) -> int:
    from game.study.choices import choices_of

    recording = recording_of(options, voice)
    used = used_of(options, voice)
    if used:
        voice.data(used)
    choices = choices_of(recording.level.start.decision, recording.orders)
    for report in recording.reports:
        for line in _week(recording.level, report, choices, voice):
            voice.data(line)
    voice.data(sentences.ending(voice.words, recording.level, recording.ending))
    return 0


def _week(level: "Level", report: "WeekReport", choices: "Sequence[Choice]", voice: Voice) -> Iterator[str]:
    from game.study.wording import deed

    yield voice.phrase(
        "replay.week",
        week=report.week,
        users=round(report.users),
        cash=report.cash_won,
        quality=report.quality,
    )
    for choice in choices:
        if choice.week == report.week:
            yield voice.phrase("replay.decided", what=deed(voice.words, level, choice))
    for item in report.news:
        yield voice.phrase("replay.news", what=sentences.news(voice.words, item))
