"""`luck FILE`: how the decisions of a game fare in other worlds, and where the game itself lies among them."""

from argparse import Namespace

from game.commands.problems import ProblemError
from game.commands.told import awaited, plain, put_json, recording_of
from game.commands.voice import Voice
from game.study import fortune_told
from game.study.fortune import WORLDS, fortune


def main(options: Namespace, voice: Voice) -> int:
    """Print where the game lies."""
    recording = recording_of(options, voice, measures_ring=False)
    if not recording.weeks:
        raise ProblemError(voice.phrase("text.nothing-played"))
    found = awaited(fortune(recording, options.worlds or WORLDS, options.jobs), voice)
    if options.json:
        data = plain(found)
        assert isinstance(data, dict)
        about = {
            "level": recording.level.id,
            "seed": recording.seed,
            "worlds": len(found.ends),
            "wins": found.wins,
        }
        shares = {"luck": found.luck, "users_rank": found.users_rank, "skipped": found.skipped}
        put_json({**about, **shares, "histogram": found.histogram, **data}, voice)
        return 0
    for line in fortune_told.lines(voice.words, found):
        voice.data(line)
    return 0
