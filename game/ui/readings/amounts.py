"""Figures in the reader's language: amounts, changes and ranges. Pure text, no screen."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

from game.content.words import Words
from game.study.outlook import Span
from game.ui.tokens import Tone

NOTHING = "–"  # where there is no figure yet
NARROW = 0.02  # a range this narrow, against its middle, is told as one figure


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sum: what, how much, and how it stands."""

    what: str
    amount: str
    tone: Tone = Tone.PLAIN


def won(words: Words, amount: float) -> str:
    """Return money in the short form of a dashboard: `₩4.12억`, `₩412M`."""
    return words.fill("{n:won}", n=amount)


def won_change(words: Words, amount: float) -> str:
    """Return a change of money with its sign."""
    return words.fill("{n:+won}", n=amount)


def count(words: Words, number: float) -> str:
    """Return a number of things in short: `9,876`, `1.23만`, `12.3k`."""
    return words.fill("{n:count}", n=number)


def count_change(words: Words, number: float) -> str:
    """Return a change of a number with its sign."""
    return words.fill("{n:+count}", n=number)


def people(words: Words, number: float) -> str:
    """Return a number of people with the word a language counts them by."""
    return counted(words, "desk.people", number)


def counted(words: Words, key: str, number: float) -> str:
    """Return a number with what is counted; Korean writes 3,412명, but 1.2만 명."""
    written = count(words, number)
    return words.say(key if written[-1].isdigit() else f"{key}.large", n=written)


def share(words: Words, part: float, digits: int = 0) -> str:
    """Return a share in percent; `digits` is 0 or 1."""
    return words.fill("{n:%1}" if digits else "{n:%}", n=part)


def points(words: Words, change: float) -> str:
    """Return the change of a share in points, one digit behind the point."""
    return words.fill("{n:+%1}", n=change)


def weeks(words: Words, number: float) -> str:
    """Return a duration in weeks; a long or endless one says so."""
    if not isfinite(number):
        return words.say("desk.weeks.endless")
    if number >= 1000:
        return words.say("desk.weeks.long")
    return words.say("desk.weeks.n", weeks=int(number))


def span(found: Span, write: Callable[[float], str]) -> str:
    """Return a range: one figure where both ends read alike, else `+120 ~ 180`, with both signs if they differ."""
    middle = (found.low + found.high) / 2
    if found.high - found.low <= NARROW * abs(middle):
        return write(middle)
    low, high = write(found.low), write(found.high)
    if low == high:
        return low
    same_sign = low[:1] == high[:1] == "+"
    return f"{low} ~ {high[1:] if same_sign else high}"


def tone_of(change: float, written: str, good: int = 1) -> Tone:
    """Return how a change stands; one that is written as nothing is plain."""
    if not any(digit in written for digit in "123456789") or change == 0:
        return Tone.PLAIN
    return Tone.GOOD if change * good > 0 else Tone.BAD
