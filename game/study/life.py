"""A person's life with the services of a market, in three lines: how it began, what changed most, what came last."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from agents.intents import Via
from agents.messages import Event, Term
from agents.reasons import NAMEABLE, Account, weightiest
from agents.week import People
from game.study.recording import Recording

MOST_LINES = 3
_NOTICED = (
    3277  # 2^-16 util, a twentieth of a util: what changes less from one week to the next is nothing to tell
)


class Turn(Enum):
    """What kind of line it is."""

    MOVE = "move"  # something the person did, or had done to them
    FELT = "felt"  # the service changed


@dataclass(frozen=True, slots=True)
class Chapter:
    """One line of a life."""

    week: int  # from 1
    turn: Turn
    event: Event
    firm: int  # the service it is about, -1 none
    term: Term | None = None  # the reason that weighed most, or that changed
    amount: int = 0  # of that reason, 2^-16 util
    via: Via = Via.NONE
    friend: int = 0  # id, 0 nobody


def life_of(recording: Recording, person: int, week: int) -> tuple[Chapter, ...]:
    """Return up to three chapters of a person's life up to a week, oldest first."""
    accounts = recording.accounts(person, week)
    if not accounts:
        return ()
    first, last = _moved(recording, accounts[0]), _moved(recording, accounts[-1])
    if len(accounts) == 1:
        return (first, *_felt(recording, person, accounts[0], week))
    middle = _felt(recording, person, accounts[-2], accounts[-1].week + 1) or tuple(
        _moved(recording, account) for account in accounts[1:-1][-1:]
    )
    return (first, *middle, last)[:MOST_LINES]


def _moved(recording: Recording, account: Account) -> Chapter:
    accounts = recording.log[account.week]
    line = int(np.flatnonzero(accounts.rows == account.person - 1)[-1])
    term, amount = _reason(recording, account)
    return Chapter(
        week=account.week + 1,
        turn=Turn.MOVE,
        event=account.event,
        firm=account.target if account.event is Event.SWITCHED else account.subject,
        term=term,
        amount=amount,
        via=Via(int(accounts.via[line])),
        friend=account.friend,
    )


def _reason(recording: Recording, account: Account) -> tuple[Term | None, int]:
    """Return the reason that weighed most for what was done, and its weight; None where no reason did."""
    if account.event is Event.TRIED_AND_STAYED:
        best = max(NAMEABLE, key=lambda t: account.terms[t])
        return best, account.terms[best]
    if account.event is Event.SWITCHED:
        choice = recording.choice(account.person, account.week + 1)
        assert choice is not None
        worst = min((*NAMEABLE, Term.LUCK), key=lambda t: choice.terms[t])
        return worst, choice.terms[worst]
    if account.event in (Event.LEFT_REVIEW, Event.TRIED_AND_LEFT) and account.sum < 0:
        return _shortfall(recording, account)
    return None, 0


def _shortfall(recording: Recording, account: Account) -> tuple[Term, int]:
    """Return where the service fell short of the best rival most; luck where it did nowhere."""
    row, first = np.array([account.person - 1]), np.array([0])
    ideal = recording.readings[account.week].ideal.terms(_everybody(recording), row, first)
    own = np.array([[account.terms[t] for t in Term]])
    term = Term(int(weightiest(own, ideal)[0]))
    return term, account.terms[term] - int(ideal[0, term])


def _everybody(recording: Recording) -> People:
    """Return the people as they were born; tastes never change."""
    world = recording.at(0)
    people = world.market.people
    world.drop()
    return people


def _felt(recording: Recording, person: int, since: Account, until: int) -> tuple[Chapter, ...]:
    """Return the week before `until` (from 0) in which one reason for the service used since then changed most, if noticed."""
    firm, best = since.target, (0, 0, Term.LUCK)
    if firm < 0:
        return ()
    people = _everybody(recording)  # stories heard are chapters of their own
    row, subject = np.array([person - 1]), np.array([firm])
    before = None
    for week in range(since.week, until):
        terms = recording.readings[week].now.terms(people, row, subject)[0]
        if before is not None:
            for term in NAMEABLE:
                change = int(terms[term] - before[term])
                if abs(change) > abs(best[1]):
                    best = (week + 1, change, term)
        before = terms
    week, change, term = best
    if abs(change) < _NOTICED:
        return ()
    return (Chapter(week, Turn.FELT, Event.NONE, firm, term, change),)
