"""What moved it: each reason of a choice, and the decision or event without which it would have changed most.

A decision's part in a reason is what the reason loses when the decision is left out, with the same luck and everything else as
decided. The parts of several decisions need not add up: two of them may only work together.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from agents.choosing import WITHOUT, Choosing, Question, Terms, one_or_other, stay_or_go
from agents.messages import Term
from agents.week import People
from game.study.choices import Choice
from game.study.deletions import Deletions, worth_asking
from game.study.moment import Reading
from game.study.progress import Progress


@dataclass(frozen=True, slots=True)
class Mover:
    """The choice that moved one reason most, by how much: what the reason would lose without it, 2^-16 util."""

    choice: Choice
    amount: int


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved a choice of a person.

    Attributes:
        by: The strongest mover of each reason; a reason that nothing moved is missing.
        undoing: Choices without which the person, asked the same in the same week, would have answered otherwise.
        opening: Choices without which the service would not have been open, or the level would have been over by then.
        aside: Choices too slight to be replayed.
    """

    by: dict[Term, Mover]
    undoing: tuple[Choice, ...]
    opening: tuple[Choice, ...]
    aside: int


def what_moved(deletions: Deletions, choice: Choosing) -> Iterator[Progress[Moved]]:
    """Leave out one decision after the other; yield after each, with the answer after the last."""
    recording, week = deletions.recording, choice.week + 1
    by: dict[Term, Mover] = {}
    undoing: list[Choice] = []
    opening: list[Choice] = []
    asked, aside = worth_asking(recording, week) if _is_weighed(choice) else ((), 0)
    people = recording.moment(week).people
    now = _terms(choice, recording.readings[week - 1], people)
    for number, decision in enumerate(asked, start=1):
        read = deletions.read(decision, week)
        if read is None or not _is_open(choice, read.is_open):
            opening.append(decision)
        else:
            parts = _parts(now, _terms(choice, read.reading, people))
            if (choice.margin - sum(parts.values()) >= 0) != (choice.margin >= 0):
                undoing.append(decision)
            for term, amount in parts.items():
                if amount and (term not in by or abs(amount) > abs(by[term].amount)):
                    by[term] = Mover(decision, amount)
        yield Progress(number, len(asked) + 1)
    yield Progress(len(asked) + 1, len(asked) + 1, Moved(by, tuple(undoing), tuple(opening), aside))


def _is_weighed(choice: Choosing) -> bool:
    """Return whether the service was weighed at all: nobody weighs it before moving house."""
    return choice.service.firm != WITHOUT and any(choice.service.terms.values())


def _is_open(choice: Choosing, is_open: tuple[bool, ...]) -> bool:
    return all(is_open[side.firm] for side in (choice.service, choice.other) if side.firm != WITHOUT)


def _terms(choice: Choosing, reading: Reading, people: People) -> Terms:
    """Return the reasons for this choice by what could be read, without luck and without the cost of moving."""
    row, service, other = np.array([choice.person - 1]), choice.service.firm, choice.other.firm
    if service == WITHOUT:
        return dict.fromkeys(Term, 0)
    if other == WITHOUT:
        table = reading.now if choice.question in (Question.TRIAL, Question.REVIEW) else reading.fame
        sides = stay_or_go(table, people, row, service, 0)
    else:
        sides = one_or_other(reading.fame, people, row, service, other)
    return {t: sides[0].terms.get(t, 0) - sides[1].terms.get(t, 0) for t in Term}


def _parts(now: Terms, then: Terms) -> Terms:
    """Return what each reason owes to a decision: what it would lose without it."""
    return {term: now[term] - then[term] for term in Term}
