"""`week FILE --week N`: one week seen three ways, and where they disagree."""

from argparse import Namespace
from collections.abc import Iterator

from game.commands.problems import UsageError
from game.commands.told import plain, put_json, recording_of
from game.commands.voice import Voice
from game.study import views_told
from game.study.views import views_in
from game.study.views_told import Told


def main(options: Namespace, voice: Voice) -> int:
    """Print the three views of a week."""
    recording = recording_of(options, voice)
    week = recording.weeks if options.week is None else options.week
    if not 1 <= week <= recording.weeks:
        raise UsageError(voice.phrase("views.wrong.week", week=week, weeks=recording.weeks))
    found = views_in(recording, week)
    told = views_told.told(voice.words, recording.level, found)
    if options.json:
        data = plain(found)
        assert isinstance(data, dict)
        segments = [voice.words.pick(segment.name) for segment in recording.level.segments]
        about = {"level": recording.level.id, "seed": recording.seed, "segments": segments}
        put_json({**about, **data, "verdict": told.verdict}, voice)
        return 0
    for line in _lines(told, voice):
        voice.data(line)
    return 0


def _lines(told: Told, voice: Voice) -> Iterator[str]:
    yield told.title
    for panel in told.panels:
        yield ""
        yield voice.phrase("views.panel", title=panel.title, about=panel.about)
        for row in panel.rows:
            yield voice.phrase(
                "views.part" if row.is_part else "views.row", label=row.label, amount=row.amount
            )
    yield ""
    yield told.verdict
