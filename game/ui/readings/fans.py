"""A fan of futures in words and curves: what may come of going on like this, beside what has been."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.words import Words
from game.study.forecast import QUANTILES, Fan
from game.ui.readings.trends import Trend
from game.world.report import Outcome

Floats = NDArray[np.float64]
_ENDS = (Outcome.WON, Outcome.LOST, Outcome.TIME, Outcome.RUNNING)


@dataclass(frozen=True)
class Ahead:
    """One chart's future: a value a week from the first week shown, NaN up to now, for half of the worlds and four in five."""

    middle: Floats
    inner: tuple[Floats, Floats]
    outer: tuple[Floats, Floats]


def ahead(trend: Trend, fan: Fan) -> Ahead | None:
    """Return the future of a trend; None where there is none."""
    curves = fan.curves.get(trend.id)
    if curves is None or not len(trend.values) or not curves[0]:
        return None
    before = len(trend.values) - 1
    low, lower, middle, upper, high = (
        np.concatenate([np.full(before, np.nan), trend.values[-1:], np.array(curve)]) for curve in curves
    )
    return Ahead(middle, (lower, upper), (low, high))


def told(words: Words, fan: Fan) -> str:
    """Return how many worlds stand behind a fan, how far it looks, and how many had come to which end by then."""
    ends = [
        words.say(f"desk.fan.{outcome.value}", n=fan.outcomes[outcome])
        for outcome in _ENDS
        if fan.outcomes.get(outcome)
    ]
    return words.say("desk.fan.told", copies=fan.copies, weeks=len(fan.running), ends=", ".join(ends))


def point(words: Words, trend: Trend, fan: Fan, index: int) -> str:
    """Return one week of the future in words: four worlds out of five lie in this range."""
    place = index - len(trend.values)
    curves = fan.curves[trend.id]
    low, high = (trend.write(float(curves[i][place])) for i in (0, len(QUANTILES) - 1))
    return words.say("desk.fan.point", week=fan.week + place + 1, low=low, high=high)
