"""`advise FILE --week N`: what an advisor says who has tried it first, and every run it quotes."""

from argparse import Namespace

from game.commands.problems import ProblemError, UsageError
from game.commands.told import awaited, plain, put_json, recording_of
from game.commands.voice import Voice
from game.study import advice_told
from game.study.advice import WORLDS, Advice, advise, won
from game.study.recording import Recording


def main(options: Namespace, voice: Voice) -> int:
    """Print the advice."""
    recording = recording_of(options, voice)
    week = recording.weeks if options.week is None else options.week
    if not recording.level.advisor:
        raise ProblemError(voice.phrase("advice.wrong.off"))
    if week > recording.weeks:
        raise UsageError(voice.phrase("advice.wrong.week", week=week, weeks=recording.weeks))
    if recording.is_over and week == recording.weeks:
        raise ProblemError(voice.phrase("advice.wrong.over", week=week))
    found = awaited(advise(recording, week, worlds=options.worlds or WORLDS, processes=options.jobs), voice)
    if options.json:
        put_json(_plain(recording, found, voice), voice)
        return 0
    for line in advice_told.lines(voice.words, recording.level, found):
        voice.data(line)
    return 0


def _plain(recording: Recording, found: Advice, voice: Voice) -> dict[str, object]:
    """Return the advice as plain data: every world of every idea, so that each count can be counted again."""
    return {
        "level": recording.level.id,
        "seed": recording.seed,
        "week": found.week,
        "worlds": found.worlds,
        "best": found.best,
        "says": advice_told.headline(voice.words, recording.level, found),
        "plan": {"orders": dict(found.plan), "wins": won(found.ends), "ends": plain(found.ends)},
        "ideas": [
            {
                "id": tried.idea.id,
                "since": tried.idea.since,
                "orders": dict(tried.idea.changes),
                "wins": tried.wins,
                "plan_wins": tried.plan_wins,
                "better": tried.better,
                "worse": tried.worse,
                "leads": tried.leads,
                "users": plain(tried.users),
                "cash_won": plain(tried.cash_won),
                "ends": plain(tried.ends),
                "plan_ends": plain(tried.plan),
            }
            for tried in found.tried
        ],
    }
