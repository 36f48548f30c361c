"""`run --after FILE --week N`: a saved game played on from a week in the worlds an advisor tries, one row each."""

import csv
from argparse import Namespace
from collections import Counter

from game.commands.problems import ProblemError, UsageError
from game.commands.settings import SettingError, Vocabulary
from game.commands.told import recording_of
from game.commands.voice import Voice
from game.commands.writing import table_at
from game.play.decisions import changes
from game.study import branches, runs
from game.study.branches import Branch
from game.study.recording import Recording
from game.world.report import Outcome

PLAN = "plan"  # goes on as it is


def main(options: Namespace, voice: Voice) -> int:
    """Print or write the table, and sum up on standard error."""
    options.file = str(options.after)
    recording = recording_of(options, voice)
    week = recording.weeks if options.week is None else options.week
    if week > recording.weeks or (week == recording.weeks and recording.is_over):
        raise UsageError(voice.phrase("advice.wrong.week", week=week, weeks=recording.weeks))
    branch = _branch(recording, week, options.set or [], voice)
    outcomes: Counter[tuple[str, str]] = Counter()
    with table_at(options.output, voice) as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(runs.COLUMNS)
        for row in branches.rows(recording, branch, list(options.seeds), options.jobs or 1):
            table.writerow(runs.values(row))
            outcomes[row.bot, row.outcome] += 1
    sum_up(branch.name, outcomes, voice)
    return 0


def _branch(recording: Recording, week: int, words: list[str], voice: Voice) -> Branch:
    """Return what is ordered from the next week on, as typed after --set."""
    vocabulary = Vocabulary()
    start = recording.level.start.decision
    before = recording.decisions[week - 1].hold() if week else start.hold()
    wanted = before
    for word in words:
        key, _, value = word.partition("=")
        lever = vocabulary.lever(key)
        if lever is None or not value:
            raise UsageError(voice.phrase("whatif.wrong.form", word=word))
        try:
            wanted = vocabulary.with_setting(wanted, lever, value)
        except SettingError as wrong:
            raise ProblemError(voice.phrase(wrong.key, **wrong.values)) from wrong
    orders = tuple(sorted(changes(wanted, before).items()))
    return Branch("+".join(words) or PLAN, week, orders)


def sum_up(bot: str, outcomes: Counter[tuple[str, str]], voice: Voice) -> None:
    """Say how a player fared."""
    won, lost, late = (outcomes[bot, outcome.value] for outcome in (Outcome.WON, Outcome.LOST, Outcome.TIME))
    every = won + lost + late
    voice.say("command.run-done", bot=bot, won=won, all=every, share=won / every, lost=lost, late=late)
