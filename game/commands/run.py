"""`run LEVEL --bot NAME`: bots and plans over many worlds, into a tidy table, with what is needed to make it again."""

import csv
import json
import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from game.commands import run_after
from game.commands.finding import level_named
from game.commands.problems import ProblemError, UsageError
from game.commands.voice import Voice
from game.commands.writing import table_at
from game.content.complaints import nearest
from game.study import plans, runs
from game.study.bots import BOTS
from game.world.level import PLAN


def main(options: Namespace, voice: Voice) -> int:
    """Play, print or write the table, and sum up on standard error."""
    if options.after is not None:
        return run_after.main(options, voice)
    _know(options.bot or [], tuple(BOTS), voice, is_all=False)
    if options.level is None:
        raise UsageError(voice.phrase("command.wrong.no-level"))
    level = level_named(options.level, options)
    bots = list(dict.fromkeys(options.bot))
    _know(bots, plans.names(level), voice)
    wanted = runs.runs(level, bots, options.seeds, options.journals)
    _refuse_old(wanted, voice)
    jobs = options.jobs or os.cpu_count() or 1
    outcomes: Counter[tuple[str, str]] = Counter()
    with table_at(options.output, voice) as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(runs.COLUMNS)
        played = runs.play_all(level, wanted, weekly=options.weekly, processes=jobs)
        for number, rows in enumerate(played, start=1):
            table.writerows(runs.values(row) for row in rows)
            outcomes[rows[-1].bot, rows[-1].outcome] += 1
            voice.progress("command.run-progress", number, len(wanted))
    for bot in bots:
        run_after.sum_up(bot, outcomes, voice)
    if options.output != "-":
        about = {**runs.about(level, sys.argv[1:]), "bots": bots, "seeds": _stretch(options.seeds)}
        path = Path(options.output)
        (path.parent / "run.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
        voice.say("command.run-saved", path=options.output)
    return 0


def _know(names: list[str], known: tuple[str, ...], voice: Voice, *, is_all: bool = True) -> None:
    """Refuse a name nobody has; without the level nothing can be said of its plans, so those are left aside."""
    listed = ", ".join(known)
    if not names:
        raise UsageError(voice.phrase("command.wrong.no-bot", known=listed))
    for name in names:
        if name not in known and (is_all or not name.startswith(PLAN)):
            near = nearest(name, known)
            hint = voice.phrase("command.wrong.near", near=near) if near else ""
            raise UsageError(f"{voice.phrase('command.wrong.bot', word=name, known=listed)} {hint}".rstrip())


def _refuse_old(wanted: Iterable[runs.Run], voice: Voice) -> None:
    for run in wanted:
        if run.journal is not None and run.journal.exists():
            raise ProblemError(voice.phrase("command.wrong.exists", path=str(run.journal)))


def _stretch(seeds: range) -> str:
    return f"{seeds[0]}-{seeds[-1]}"
