"""Weeks drawn before they happened, and how well: a median and a band, scored by a proper rule.

A drawing is three values a week: low, middle, high, meant to be exceeded nine times, five times and once in ten. Each is scored by
the pinball loss of its quantile, and their mean is the drawing's miss, in the unit drawn: people, won, or points of a share. The
rule is strictly consistent for quantiles: whoever draws what they believe expects the least miss, and no pretence of certainty
or of doubt pays (Gneiting and Raftery 2007, "Strictly proper scoring rules, prediction, and estimation", J. Am. Stat. Assoc. 102,
section 6.1). Nothing is clipped or normalised by what came, for that would break the rule; a flat line with no band is scored
beside it, so that a miss can be judged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from game.play.notes import Note
from game.world.level import Level, Sketch
from game.world.model import MarketModel
from game.world.report import Outcome, WeekReport
from game.world.sketched import SHARES, SKETCHED

KIND = "sketch"
QUANTILES = (0.1, 0.5, 0.9)
FINE = 10_000  # parts of a share, as a journal writes it: it holds whole numbers only
_LARGEST = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn: after which week, and a value for each week to come, in people, won or shares."""

    id: str  # of the level's question
    value: str  # one of `SKETCHED`
    week: int
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A drawing beside what came, as far as it has come.

    Attributes:
        drawing: What was drawn.
        came: The weeks that have come.
        miss: Mean pinball loss over these weeks, in the unit drawn; less is better.
        flat: The miss of drawing that everything stays as it was.
        inside: In how many of these weeks it came within the band; eight of ten are meant to.
        is_over: Whether all weeks drawn have come, or the level has ended.
    """

    drawing: Drawing
    came: tuple[float, ...]
    miss: float
    flat: float
    inside: int
    is_over: bool


def due(level: Level, world: MarketModel, notes: Iterable[Note]) -> Sketch | None:
    """Return the question a player is to be asked now; None if there is none, or it was answered or declined before."""
    if not level.sketches or world.ending.outcome is not Outcome.RUNNING:
        return None
    answered = {note.said.get("id") for note in notes if note.kind == KIND}
    waiting = [sketch for sketch in level.sketches if sketch.id not in answered]
    if not waiting or level.weeks - world.week < 1:
        return None
    values = world.values()
    return next((sketch for sketch in waiting if sketch.when.holds(values)), None)


def bounds(value: str) -> tuple[float | None, float | None]:
    """Return the least and the most that can be drawn of a quantity; None where there is no bound."""
    return None if value == "cash" else 0.0, 1.0 if value in SHARES else None


def bounded(value: str, figure: float) -> float:
    """Return a figure as far as it can be drawn."""
    floor, ceiling = bounds(value)
    low = figure if floor is None else max(floor, figure)
    return low if ceiling is None else min(ceiling, low)


def halves(middle: Sequence[float], spread: float, least: float) -> list[float]:
    """Return half the width of a band, week by week: the doubt grows with the root of time.

    Args:
        middle: what is expected.
        spread: half the width in the last week, as a share of what is expected then.
        least: an amount below which the doubt does not fall with it.
    """
    weeks = len(middle)
    return [spread * max(abs(value), least) * sqrt((i + 1) / weeks) for i, value in enumerate(middle)]


def through(start: float, points: Sequence[float], weeks: int) -> list[float]:
    """Return weeks on straight lines from now through points equally far apart, the last of them in the last week."""
    found, stops = [], [start, *points]
    for week in range(1, weeks + 1):
        place = week * len(points) / weeks
        leg = min(int(place), len(points) - 1)
        found.append(stops[leg] + (stops[leg + 1] - stops[leg]) * (place - leg))
    return found


def said(drawing: Drawing) -> dict[str, object]:
    """Return a drawing as a journal writes it."""
    unit = FINE if drawing.value in SHARES else 1
    return {
        "id": drawing.id,
        "value": drawing.value,
        **{name: [round(v * unit) for v in getattr(drawing, name)] for name in _CURVES},
    }


def declined(sketch: Sketch) -> dict[str, object]:
    """Return how a journal writes that somebody would rather not draw."""
    return {"id": sketch.id, "declined": True}


def drawings(notes: Iterable[Note]) -> tuple[Drawing, ...]:
    """Return the drawings among the notes of a game; one that a stranger's file holds and that makes no sense is left aside."""
    found = (_drawing(note) for note in notes if note.kind == KIND and not note.is_after_end)
    return tuple(drawing for drawing in found if drawing is not None)


def _drawing(note: Note) -> Drawing | None:
    match note.said:
        case {
            "id": str(id_),
            "value": str(value),
            "low": list(low),
            "middle": list(middle),
            "high": list(high),
        }:
            curves = (low, middle, high)
            is_sound = (
                value in SKETCHED
                and 0 < len(low) == len(middle) == len(high)
                and all(map(_are_whole, curves))
            )
            if is_sound:
                unit = FINE if value in SHARES else 1
                first, second, third = (tuple(v / unit for v in curve) for curve in curves)
                return Drawing(id_, value, note.week, first, second, third)
    return None


def _are_whole(curve: list[Any]) -> bool:
    return all(type(v) is int and abs(v) <= _LARGEST for v in curve)


def scored(drawing: Drawing, reports: Sequence[WeekReport], *, is_over: bool = False) -> Scored:
    """Return how a drawing stands.

    Args:
        drawing: what was drawn.
        reports: of the game so far, the first week's first.
        is_over: whether no further week will come.
    """
    of = SKETCHED[drawing.value]
    weeks = len(drawing.middle)
    came = tuple(of(report) for report in reports[drawing.week : drawing.week + weeks])
    start = of(reports[drawing.week - 1]) if drawing.week else came[0] if came else 0.0
    bands = (drawing.low, drawing.middle, drawing.high)
    drawn = list(zip(*bands, strict=True))[: len(came)]
    return Scored(
        drawing=drawing,
        came=came,
        miss=_mean([loss(quantiles, value) for quantiles, value in zip(drawn, came, strict=True)]),
        flat=_mean([loss((start, start, start), value) for value in came]),
        inside=sum(low <= value <= high for (low, _, high), value in zip(drawn, came, strict=True)),
        is_over=is_over or len(came) == weeks,
    )


def loss(quantiles: Sequence[float], value: float) -> float:
    """Return the mean pinball loss of quantiles at `QUANTILES` when a value comes; 0 only if all of them are that value."""
    return _mean([pinball(drawn, value, share) for drawn, share in zip(quantiles, QUANTILES, strict=True)])


def pinball(drawn: float, value: float, share: float) -> float:
    """Return how wrong a quantile was: too low costs `share` for each unit, too high costs `1 - share`."""
    return share * (value - drawn) if value >= drawn else (1 - share) * (drawn - value)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


_CURVES = ("low", "middle", "high")
