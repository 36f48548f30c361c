"""`predict FILE`: what a player drew before it happened, what came, and how well it was drawn."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from game.commands.told import plain, put_json, recording_of
from game.commands.voice import Voice
from game.play import journal
from game.study import sketches, sketches_told
from game.study.recording import Recording
from game.study.sketches import Scored


def main(options: Namespace, voice: Voice) -> int:
    """Print every drawing with its score."""
    recording = recording_of(options, voice)
    notes = journal.read(Path(options.file)).notes
    drawn = sketches.drawings(notes)
    found = [sketches.scored(one, recording.reports, is_over=recording.is_over) for one in drawn]
    if options.json:
        put_json({"level": recording.level.id, "seed": recording.seed, "sketches": plain(found)}, voice)
        return 0
    for line in _told(recording, found, voice):
        voice.data(line)
    return 0


def _told(recording: Recording, found: list[Scored], voice: Voice) -> Iterator[str]:
    words = voice.words
    if not found:
        yield voice.phrase("predict.none")
    for one in found:
        drawing = one.drawing
        text = words.pick(sketches_told.question(recording.level, drawing.id))
        what = sketches_told.name(words, drawing.value)
        yield voice.phrase("predict.title", week=drawing.week, what=what, text=text)
        for number, came in enumerate(one.came):
            low, middle, high = (
                sketches_told.amount(words, drawing.value, curve[number])
                for curve in (drawing.low, drawing.middle, drawing.high)
            )
            figure = sketches_told.amount(words, drawing.value, came)
            yield voice.phrase(
                "predict.row", week=drawing.week + number + 1, low=low, middle=middle, high=high, came=figure
            )
        yield sketches_told.verdict(words, one)
