"""`predict FILE`: what a player drew before it happened, what came, and how well it was drawn."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from game.commands.told import plain, put_json, recording_of
from game.commands.voice import Voice
from game.play import journal
from game.play.notes import Note, is_diagnosed
from game.study import diagnosis, sketches, sketches_told, wording
from game.study.recording import Recording
from game.study.sketches import Scored


def main(options: Namespace, voice: Voice) -> int:
    """Print every drawing with its score."""
    recording = recording_of(options, voice, measures_ring=False)
    notes = journal.read(Path(options.file)).notes
    drawn = sketches.drawings(notes)
    found = [sketches.scored(one, recording.reports, is_over=recording.is_over) for one in drawn]
    if options.json:
        said = next((dict(note.said) for note in reversed(notes) if note.kind == diagnosis.KIND), None)
        about = {"level": recording.level.id, "seed": recording.seed}
        put_json({**about, "sketches": plain(found), "diagnosis": said}, voice)
        return 0
    for line in (*_told(recording, found, voice), *_diagnosed(recording, notes, voice)):
        voice.data(line)
    return 0


def _diagnosed(recording: Recording, notes: tuple[Note, ...], voice: Voice) -> Iterator[str]:
    """Tell what the player took for the reason, and whether the replays agreed."""
    said = diagnosis.said_of(notes, diagnosis.quiz_of(recording.level, recording.orders))
    if said is None:
        return
    link = voice.phrase(f"text.link.{said.link.value}")
    what = wording.choice(voice.words, recording.level, said.choice) if said.choice else "–"
    yield voice.phrase("diagnosis.said", link=link, what=what)
    yield voice.phrase("diagnosis.star" if is_diagnosed(notes) else "diagnosis.no-star")


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
