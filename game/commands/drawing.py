"""Predictions in a terminal: a level's question before the weeks that matter, answered by a few figures or left out.

What is kept is what the screen keeps: a value for each week, with a low and a high one, as a note in the journal.
"""

from collections.abc import Iterator

from game.commands.settings import SettingError, amount, permille
from game.commands.voice import Voice
from game.play.playthrough import Playthrough
from game.study import sketches, sketches_told
from game.study.sketches import Drawing
from game.world.level import Sketch
from game.world.sketched import SHARES, SKETCHED

USUAL_SPREAD = 0.2  # of the last week's figure, as the pad on the screen opens
LEAST = 0.02  # of the largest figure: the doubt at nothing
MOST_SPREAD = 10.0
_SIGNS = ("±", "+-", "~")


def due(game: Playthrough) -> Sketch | None:
    """Return what the player is asked before the next week, if anything."""
    return sketches.due(game.level, game.model, game.notes)


def question(game: Playthrough, voice: Voice) -> Iterator[str]:
    """Ask what is due, and say how to answer; nothing where nothing is."""
    asked = due(game)
    if asked is None:
        return
    words, weeks, now = voice.words, _weeks(game, asked), _now(game, asked)
    what, stands = (
        sketches_told.name(words, asked.value),
        sketches_told.amount(words, asked.value, now),
    )
    yield ""
    yield words.say("text.predict.ask", text=words.pick(asked.text), what=what, weeks=weeks, now=stands)
    yield words.say("text.predict.how", week=game.week + weeks)


def draw(game: Playthrough, typed: list[str], voice: Voice) -> Iterator[str]:
    """Keep the answer that was typed, and say what was understood.

    Raises:
        SettingError: nothing is asked, or the figures cannot be read.
    """
    asked = due(game)
    if asked is None:
        raise SettingError("text.predict.none")
    drawing = _drawing(game, asked, typed)
    game.note(sketches.KIND, sketches.said(drawing))
    low, middle, high = (
        sketches_told.amount(voice.words, asked.value, curve[-1])
        for curve in (drawing.low, drawing.middle, drawing.high)
    )
    week = drawing.week + len(drawing.middle)
    yield voice.phrase("text.predict.kept", week=week, low=low, middle=middle, high=high)


def decline(game: Playthrough) -> None:
    """Keep that the player would rather not say."""
    asked = due(game)
    if asked is not None:
        game.note(sketches.KIND, sketches.declined(asked))


def come(game: Playthrough, voice: Voice) -> Iterator[str]:
    """Tell the drawings whose last week has just been played, or with the level's end all that were cut short by it."""
    for drawing in sketches.drawings(game.notes):
        found = sketches.scored(drawing, game.model.reports, is_over=game.is_over)
        ends = drawing.week + len(drawing.middle)
        if found.came and (ends == game.week or (game.is_over and ends > game.week)):
            text = voice.words.pick(sketches_told.question(game.level, drawing.id))
            what = sketches_told.name(voice.words, drawing.value)
            yield voice.phrase("predict.title", week=drawing.week, what=what, text=text)
            yield sketches_told.verdict(voice.words, found)


def _weeks(game: Playthrough, asked: Sketch) -> int:
    return min(asked.weeks, game.level.weeks - game.week)


def _now(game: Playthrough, asked: Sketch) -> float:
    return SKETCHED[asked.value](game.view().report)


def _drawing(game: Playthrough, asked: Sketch, typed: list[str]) -> Drawing:
    value, weeks = asked.value, _weeks(game, asked)
    points = [sketches.bounded(value, _figure(value, word)) for word in typed if not word.startswith(_SIGNS)]
    spreads = [_spread(word) for word in typed if word.startswith(_SIGNS)]
    if not 0 < len(points) <= weeks or len(spreads) > 1:
        raise SettingError("text.predict.form", word=" ".join(typed))
    now = _now(game, asked)
    middle = sketches.through(now, points, weeks)
    least = LEAST * max(abs(now), *map(abs, points))
    doubt = sketches.halves(middle, spreads[0] if spreads else USUAL_SPREAD, least)
    low, high = (
        tuple(sketches.bounded(value, m + sign * half) for m, half in zip(middle, doubt, strict=True))
        for sign in (-1, 1)
    )
    return Drawing(asked.id, value, game.week, low, tuple(middle), high)


def _figure(value: str, word: str) -> float:
    if value in SHARES:
        return permille(word) / 1000
    sign = -1 if word.startswith("-") and value == "cash" else 1
    return float(sign * amount(word.removeprefix("-") if sign < 0 else word))


def _spread(word: str) -> float:
    sign = next(sign for sign in _SIGNS if word.startswith(sign))
    spread = permille(word.removeprefix(sign)) / 1000
    if not 0 <= spread <= MOST_SPREAD:
        raise SettingError("text.predict.form", word=word)
    return spread
