"""Four small charts in numbers and words: users, data, quality and cash over the weeks, ours against the best rival."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.content.words import Words
from game.study.outlook import clean_items, customers
from game.ui.readings import amounts
from game.ui.tokens import Tone
from game.world.level import Business
from game.world.report import MarketView, WeekReport

Floats = NDArray[np.float64]
RANGES = {"half": 26, "year": 52, "all": 10_000}  # weeks shown


@dataclass(frozen=True)
class Trend:
    """One chart: a value a week, the best rival's (NaN where there is none), how a value reads, and how it changed."""

    id: str
    label: str
    weeks: tuple[int, ...]  # what week each value is of
    values: Floats
    rival: Floats | None
    figure: str
    change: str
    tone: Tone
    write: Callable[[float], str]


def trends(
    words: Words, view: MarketView, span: str, business: Business = Business.CONTENT
) -> tuple[Trend, ...]:
    """Return the four charts over a range of weeks; a firm that sells technology sees its clients instead of users."""
    shown = view.history[-RANGES[span] :] or (view.report,)
    found = tuple(_trends(words, shown))
    if business is Business.CONTENT:
        return found
    clients = replace(found[0], label=words.say("desk.clients"), rival=None)
    return (clients, *found[1:])


def _trends(words: Words, shown: tuple[WeekReport, ...]) -> Iterator[Trend]:
    def series(of: Callable[[WeekReport], float]) -> Floats:
        return np.array([of(report) for report in shown], np.float64)

    weeks = tuple(report.week for report in shown)
    best = _best_rival(shown)
    has_rival = any(len(report.firm_users) > 1 for report in shown)

    def trend(id_: str, values: Floats, rival: Floats | None, write: Callable[[float], str]) -> Trend:
        figure = write(float(values[-1])) if len(values) else amounts.NOTHING
        change = _relative(words, values)
        return Trend(
            id_, words.say(f"desk.trend.{id_}"), weeks, values, rival if has_rival else None, figure, change,
            amounts.tone_of(_rise(values), change), write,
        )  # fmt: skip

    yield trend(
        "users",
        series(customers),
        series(lambda r: _of(r.firm_users, best)),
        lambda n: amounts.people(words, n),
    )
    yield trend("data", series(clean_items), None, lambda n: amounts.count(words, n))
    quality = trend(
        "quality", series(lambda r: r.quality), series(lambda r: _of(r.firm_quality, best)),
        lambda n: amounts.share(words, n, 1),
    )  # fmt: skip
    rise = amounts.points(words, _rise(quality.values)) if len(shown) > 1 else ""
    yield replace(quality, change=rise, tone=amounts.tone_of(_rise(quality.values), rise))
    yield trend("cash", series(lambda r: r.cash_won), None, lambda n: amounts.won(words, n))


def _best_rival(shown: tuple[WeekReport, ...]) -> int:
    """Return the index of the rival with most users in the last week."""
    if not shown or len(shown[-1].firm_users) < 2:
        return 1
    rivals = shown[-1].firm_users[1:]
    return 1 + max(range(len(rivals)), key=lambda i: rivals[i])


def _of(figures: tuple[float, ...], firm: int) -> float:
    return figures[firm] if firm < len(figures) else float("nan")


def _rise(values: Floats) -> float:
    return float(values[-1] - values[0]) if len(values) > 1 else 0.0


def _relative(words: Words, values: Floats) -> str:
    """Return the change over the range in percent, or how much came where nothing was before."""
    if len(values) < 2:
        return ""
    first, last = float(values[0]), float(values[-1])
    if first == 0:
        return amounts.count_change(words, last)
    share = (last - first) / abs(first)
    if abs(share) >= 10:
        return words.say("desk.trend.times", n=f"{last / first:.0f}")
    written = amounts.share(words, share, 1 if abs(share) < 0.1 else 0)
    return f"+{written}" if share > 0 else written


def summary(words: Words, trend: Trend) -> str:
    """Return the chart as one sentence for those who cannot see it."""
    rival = float(trend.rival[-1]) if trend.rival is not None and len(trend.rival) else float("nan")
    change = trend.change or amounts.NOTHING
    if np.isfinite(rival):
        return words.say(
            "desk.trend.summary.rival",
            what=trend.label,
            figure=trend.figure,
            change=change,
            rival=trend.write(rival),
        )
    return words.say("desk.trend.summary", what=trend.label, figure=trend.figure, change=change)


def point(words: Words, trend: Trend, index: int) -> str:
    """Return the value of one week in words."""
    if not 0 <= index < len(trend.values):
        return ""
    return words.say(
        "desk.trend.point", week=trend.weeks[index], figure=trend.write(float(trend.values[index]))
    )
