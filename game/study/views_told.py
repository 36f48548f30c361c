"""The three views of a week in words: screen and terminal say the same rows, and the same sentence where they disagree."""

from collections.abc import Iterator
from dataclasses import dataclass

from agents.messages import ModelKind, Term
from game.content.phrases import Filling
from game.content.words import Words
from game.study.views import FEW, Booked, Measured, Views
from game.world.level import Business, Level

MOST_REASONS = 4  # named; the rest are left to the figures
MOST_MOVEMENTS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a view. `good` is 1 for a good sign, -1 for a bad one, 0 for neither; `is_part` sets it below the one before."""

    label: str
    amount: str
    good: int = 0
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the three views."""

    id: str  # felt, booked, measured
    title: str
    about: str  # whose view it is
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A week in three panels, and the sentence below them."""

    title: str
    panels: tuple[Panel, Panel, Panel]
    verdict: str
    disagrees: bool


def told(words: Words, level: Level, found: Views) -> Told:
    """Return a week in words."""
    parts = (
        ("felt", _felt(words, found)),
        ("booked", _booked(words, found.booked)),
        ("measured", _measured(words, level, found)),
    )
    first, second, third = (
        Panel(id_, words.say(f"views.{id_}.title"), words.say(f"views.{id_}.about"), tuple(rows))
        for id_, rows in parts
    )
    title = words.say("views.title", week=found.week)
    return Told(title, (first, second, third), verdict(words, level, found), found.quarrel is not None)


def verdict(words: Words, level: Level, found: Views) -> str:
    """Return the sentence about where the views disagree, or that they do not."""
    quarrel = found.quarrel
    if quarrel is None:
        return words.say("views.agree" if found.is_open else "views.not-open")
    values: dict[str, Filling] = dict(quarrel.figures)
    if quarrel.term is not None:
        values["reason"] = reason(words, quarrel.term)
    if quarrel.segment is not None:
        values["segment"] = words.pick(level.segments[quarrel.segment].name)
    return words.say(f"views.quarrel.{quarrel.code}", **values)


def reason(words: Words, term: Term) -> str:
    """Return why people left, in two or three words."""
    return words.say(f"views.reason.{term.name}")


def _felt(words: Words, found: Views) -> Iterator[Row]:
    say, felt = words.say, found.felt
    if found.business is Business.TECHNOLOGY:
        yield Row(say("views.felt.contracts"), say("views.n", n=felt.contracts))
        return
    yield Row(say("views.felt.users"), say("views.people", n=round(felt.users)))
    balance = _sign(round(felt.joined) - round(felt.left))
    yield Row(say("views.felt.joined"), say("views.people-moved", n=round(felt.joined)))
    yield Row(say("views.felt.left"), say("views.people-moved", n=-round(felt.left)), min(balance, 0))
    if round(felt.stopped):
        yield Row(say("views.felt.stopped"), say("views.people", n=round(felt.stopped)))
    for term, people in felt.reasons[:MOST_REASONS]:
        if round(people):
            yield Row(reason(words, term), say("views.people", n=round(people)), is_part=True)
    if felt.satisfied is not None:
        amount = say("views.share", share=felt.satisfied)
        yield Row(say("views.felt.satisfied"), amount, _sign(felt.satisfied - 0.5))
    yield Row(say("views.felt.trust"), say("views.share", share=felt.trust))


def _booked(words: Words, booked: Booked) -> Iterator[Row]:
    say = words.say
    yield Row(say("views.booked.cash"), say("views.money", won=booked.cash_won))
    moved = booked.cash_won - booked.opening_won
    yield Row(say("views.booked.moved"), say("views.money-moved", won=moved), _sign(moved))
    for movement in booked.movements[:MOST_MOVEMENTS]:
        amount = say("views.money-moved", won=movement.won)
        yield Row(say(f"because.{movement.reason}"), amount, is_part=True)
    rest = sum(movement.won for movement in booked.movements[MOST_MOVEMENTS:])
    if rest:
        yield Row(say("views.booked.rest"), say("views.money-moved", won=rest), is_part=True)
    business = booked.revenue_won - booked.cost_won
    yield Row(say("views.booked.business"), say("views.money-moved", won=business), _sign(business))
    if booked.runway_weeks < _ENDLESS:
        yield Row(say("views.booked.runway"), say("views.weeks", n=round(booked.runway_weeks)))


def _measured(words: Words, level: Level, found: Views) -> Iterator[Row]:
    say, measured = words.say, found.measured
    if measured.model < 0:
        yield Row(say("views.measured.model"), say("views.measured.none"))
        return
    kind = say(f"model.{ModelKind(measured.model).name.lower()}")
    yield Row(say("views.measured.model"), kind)
    yield Row(say("views.measured.age"), say("views.weeks", n=measured.age_weeks))
    yield Row(say("views.measured.tested"), say("views.share-fine", share=measured.tested))
    if found.business is not Business.TECHNOLOGY:
        yield from _groups(words, level, found)
    yield Row(say("views.measured.drift"), _drift(words, measured), -1 if measured.watched else 0)
    if measured.own_data is not None:
        yield Row(say("views.measured.own-data"), say("views.share", share=measured.own_data))


def _groups(words: Words, level: Level, found: Views) -> Iterator[Row]:
    """Yield how often the model is right among the own users, and group by group."""
    say, measured, own = words.say, found.measured, found.felt.users
    gap = round(100 * measured.felt) - round(100 * measured.tested)
    key = "felt" if own > 0 else "felt-all"
    yield Row(say(f"views.measured.{key}"), say("views.share-fine", share=measured.felt), min(0, _sign(gap)))
    for group in measured.groups:
        name = words.pick(level.segments[group.segment].name)
        amount = say("views.measured.pair", tested=group.tested, felt=group.felt)
        is_known = own <= 0 or group.users >= FEW * own
        yield Row(
            say("views.measured.group" if is_known else "views.measured.few", name=name), amount, is_part=True
        )


def _drift(words: Words, measured: Measured) -> str:
    if measured.watched is None:
        return words.say("views.measured.unwatched")
    return words.say("views.share-fine", share=measured.watched)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


_ENDLESS = 999.0  # weeks from which a runway is not worth a figure
