"""One person's choice with both its sides: what spoke for the service it was about, and what for the next best.

An account in the log keeps what decided. Here the same choice is laid out again from the frozen week, term by term for
either side, also for somebody who stayed: the sides differ by exactly what decided. Reading changes nothing.
"""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from agents import luck
from agents.behaviour import NOTHING
from agents.intents import Intents, Via
from agents.luck import Stream
from agents.messages import Event, Term
from agents.week import OpenWeek, People, Rows, Table, seen_firms, total

WITHOUT = -1  # the option of using no service

Terms = dict[Term, int]  # 2^-16 util


class Question(Enum):
    """What somebody decided, or what happened to them without a choice of their own."""

    TRIAL = "trial"  # is the service worth keeping, after a first try
    REVIEW = "review"  # is it worth staying
    COMPARISON = "comparison"  # is another service better
    LOOK = "look"  # which service to try, if any
    OWN_REASONS = "own-reasons"  # the base rate; nobody asked
    SCANDAL = "scandal"
    CLOSED = "closed"
    STORY = "story"  # was told a bad story


@dataclass(frozen=True, slots=True)
class Side:
    """One option: a firm's index, or `WITHOUT`, and what it was worth to this person; empty where nobody asked."""

    firm: int
    terms: Terms

    @property
    def sum(self) -> int:
        """Return what the option was worth, luck included, 2^-16 util."""
        return int(sum(self.terms.values()))  # whole numbers


@dataclass(frozen=True, slots=True)
class Choosing:
    """One choice. `service` is the one it was about: the own one, or the one being tried or looked at."""

    week: int  # from 0
    person: int  # id, row + 1
    question: Question
    event: Event
    source: int  # service before
    target: int  # service after
    service: Side
    other: Side
    via: Via
    friend: int  # id of who recommended or told, 0 nobody
    gets_there: bool  # whether a trial got as far as the good side of the service

    @property
    def margin(self) -> int:
        """Return what decided: at or above zero for the service, below zero against it, 2^-16 util."""
        return self.service.sum - self.other.sum

    @property
    def terms(self) -> Terms:
        """Return each reason as its difference between the sides; they add up to `margin`."""
        return {t: self.service.terms.get(t, 0) - self.other.terms.get(t, 0) for t in Term}


def choosing(week: OpenWeek, people: People, intents: Intents, place: int) -> Choosing:
    """Return the choice behind one line of a week's intents.

    Args:
        week: the frozen week.
        people: as they were when it was frozen.
        intents: of the whole week.
        place: the line asked about.
    """
    row = intents.rows[place : place + 1].astype(np.intp)
    question = _question(intents, place)
    service, other = _sides(week, people, row, question, intents, place)
    return Choosing(
        week=week.week,
        person=int(row[0]) + 1,
        question=question,
        event=Event(int(intents.event[place])),
        source=int(intents.source[place]),
        target=int(intents.target[place]),
        service=service,
        other=other,
        via=Via(int(intents.via[place])),
        friend=int(intents.friend[place]) + 1,
        gets_there=question is not Question.TRIAL or gets_there(week, row),
    )


def gets_there(week: OpenWeek, row: Rows) -> bool:
    """Return whether a trial in this week would get as far as the good side of any service."""
    reached = week.draws(Stream.TRY, row)[0] >> np.uint32(16)
    return bool(reached < np.uint32(luck.threshold(week.nature.conv_max) >> 16))


_WITHOUT_CHOICE = {
    Event.LEFT_OWN_REASONS: Question.OWN_REASONS,
    Event.LEFT_SCANDAL: Question.SCANDAL,
    Event.LEFT_CLOSED: Question.CLOSED,
    Event.HEARD: Question.STORY,
}


def _question(intents: Intents, place: int) -> Question:
    event = Event(int(intents.event[place]))
    if event in _WITHOUT_CHOICE:
        return _WITHOUT_CHOICE[event]
    if event in (Event.TRIED_AND_STAYED, Event.TRIED_AND_LEFT):
        return Question.TRIAL
    if intents.has_reviewed[place]:
        return Question.REVIEW
    return Question.LOOK if intents.source[place] < 0 else Question.COMPARISON


def _sides(
    week: OpenWeek, people: People, row: Rows, question: Question, intents: Intents, place: int
) -> tuple[Side, Side]:
    """Return (the service it was about, the next best)."""
    if question in (Question.TRIAL, Question.REVIEW):
        firm = int(intents.subject[place])
        chance = int(intents.terms[place, Term.LUCK])
        return stay_or_go(week.now, people, row, firm, chance)
    if question is Question.LOOK:
        return _looked(week, people, row)
    if question is Question.COMPARISON:
        return _compared(week, people, row, int(intents.source[place]), int(intents.target[place]))
    about = int(intents.subject[place])
    if question is Question.STORY:
        return Side(about, {Term.PRIVACY: int(intents.terms[place, Term.PRIVACY])}), Side(WITHOUT, {})
    return Side(about, {}), Side(WITHOUT, {})


def stay_or_go(table: Table, people: People, row: Rows, firm: int, chance: int) -> tuple[Side, Side]:
    """Return a service, with luck, against doing without: what doing without is worth stands in the table as its price."""
    terms = worth(table, people, row, firm)
    without = {Term.RIVAL: -terms[Term.RIVAL]}
    return Side(firm, terms | {Term.RIVAL: 0, Term.LUCK: chance}), Side(WITHOUT, without)


def one_or_other(table: Table, people: People, row: Rows, firm: int, other: int) -> tuple[Side, Side]:
    """Return two services by what a table says of them; doing without is left out, for it counts alike for both."""
    sides = (worth(table, people, row, f) | {Term.RIVAL: 0} for f in (firm, other))
    return Side(firm, next(sides)), Side(other, next(sides))


def worth(table: Table, people: People, row: Rows, firm: int) -> Terms:
    """Return what a firm's service is worth to one person by a table, without luck."""
    terms = table.terms(people, row, np.array([firm]))[0]
    return {term: int(terms[term]) for term in Term}


def _looked(week: OpenWeek, people: People, row: Rows) -> tuple[Side, Side]:
    """Return the best of the known services by reputation, with its luck, against none."""
    chance = int(week.gumbel(NOTHING, row)[0])
    best = _best(week, people, row, WITHOUT)
    if best == WITHOUT:
        return Side(WITHOUT, {}), Side(WITHOUT, {Term.LUCK: chance})
    service, other = stay_or_go(week.fame, people, row, best, _chance(week, row, best))
    return _recalled(week, people, row, service), Side(WITHOUT, other.terms | {Term.LUCK: chance})


def _compared(week: OpenWeek, people: People, row: Rows, own: int, target: int) -> tuple[Side, Side]:
    """Return the own service, with the cost of moving on its side, against the best other that is known."""
    other = target if target != own else _best(week, people, row, own)
    cost = round(week.nature.switch_cost * luck.UTIL)
    service, best = one_or_other(week.fame, people, row, own, max(other, 0))
    terms = service.terms | {
        Term.HABIT: service.terms[Term.HABIT] + cost,
        Term.LUCK: _chance(week, row, own),
    }
    if other == WITHOUT:
        return Side(own, terms), Side(WITHOUT, {})
    best = Side(other, best.terms | {Term.LUCK: _chance(week, row, other)})
    return Side(own, terms), _recalled(week, people, row, best)


def _best(week: OpenWeek, people: People, row: Rows, own: int) -> int:
    """Return the best other service this person knows of by reputation and luck, or `WITHOUT`."""
    known, best, found = week.knows(people, row), 0, WITHOUT
    for f in np.flatnonzero(week.is_open):
        firm = int(f)
        value = _value(week, people, row, firm)
        if firm != own and seen_firms(known, firm)[0] and (found == WITHOUT or value > best):
            best, found = value, firm
    return found


def _value(week: OpenWeek, people: People, row: Rows, firm: int) -> int:
    v = total(week.fame.terms(people, row, np.array([firm]))) + week.recall(firm, people, row)
    return int(v[0]) + _chance(week, row, firm)


def _chance(week: OpenWeek, row: Rows, option: int) -> int:
    return int(week.gumbel(option, row)[0])


def _recalled(week: OpenWeek, people: People, row: Rows, side: Side) -> Side:
    """Return a side with what awareness adds to it, in study settings where it does."""
    if not week.nature.recalls:
        return side
    more = int(np.asarray(week.recall(side.firm, people, row))[0])
    return Side(side.firm, side.terms | {Term.HABIT: side.terms[Term.HABIT] + more})
