"""Why people moved: the additive account of each choice that changed something.

Kept when somebody joins, leaves, switches or tries and leaves: the exact reasons in 2^-16 util, luck included, which
sum to what decided. An account is never state: it can be computed again from (seed, week, stream, id), and the
fingerprint does not read it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.arrays import Ints
from agents.intents import Intents, marked
from agents.messages import Event, Term

MOVES = (
    Event.TRIED_AND_STAYED,
    Event.TRIED_AND_LEFT,
    Event.LEFT_REVIEW,
    Event.LEFT_OWN_REASONS,
    Event.LEFT_SCANDAL,
    Event.SWITCHED,
    Event.LEFT_CLOSED,
    Event.HEARD,
)
_MOVED = marked(*MOVES)
# The reasons a firm can do something about; among these the weightiest is sought.
NAMEABLE = (Term.FIT, Term.QUALITY, Term.SPEED, Term.UX, Term.PRICE, Term.PRIVACY, Term.PEERS, Term.CONTENT)


@dataclass(frozen=True, slots=True)
class Accounts:
    """The movers of one week: (n,) arrays and terms (n, len(Term))."""

    week: int
    rows: NDArray[np.int32]
    event: NDArray[np.uint8]
    source: NDArray[np.int8]
    target: NDArray[np.int8]
    subject: NDArray[np.int8]
    via: NDArray[np.uint8]
    friend: NDArray[np.int32]
    terms: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Account:
    """One person's choice, in util: what spoke for the service and against it."""

    week: int
    person: int  # id, row + 1
    event: Event
    source: int
    target: int
    subject: int
    friend: int  # id of who recommended, 0 nobody
    terms: dict[Term, int]  # 2^-16 util, exact

    @property
    def sum(self) -> int:
        """Return what decided: at or above zero for the service, below zero against it."""
        return int(sum(self.terms.values()))  # whole numbers


class ReasonLog:
    """All accounts of a playthrough, a week at a time."""

    def __init__(self) -> None:
        self.weeks: list[Accounts] = []

    def note(self, week: int, intents: Intents) -> None:
        """Keep the accounts of those among these who moved."""
        who = np.flatnonzero(_MOVED[intents.event])
        self.weeks.append(
            Accounts(
                week,
                intents.rows[who].astype(np.int32),
                intents.event[who],
                intents.source[who],
                intents.target[who],
                intents.subject[who],
                intents.via[who],
                intents.friend[who].astype(np.int32),
                intents.terms[who].astype(np.int32),
            )
        )

    def of(self, person: int) -> list[Account]:
        """Return every account of the person with this id, oldest first."""
        return [_account(a, int(i)) for a in self.weeks for i in np.flatnonzero(a.rows == person - 1)]


def _account(a: Accounts, i: int) -> Account:
    terms = {term: int(a.terms[i, term]) for term in Term}
    return Account(
        a.week,
        int(a.rows[i]) + 1,
        Event(int(a.event[i])),
        int(a.source[i]),
        int(a.target[i]),
        int(a.subject[i]),
        int(a.friend[i]) + 1,
        terms,
    )


def weightiest(terms: Ints, ideal: Ints) -> NDArray[np.intp]:
    """Return the reason that weighed most against the service, measured against the best rival's offer.

    Args:
        terms: (n, TERMS) of the service left.
        ideal: (n, TERMS) of what the same person would have got from the best other service.

    Returns:
        (n,) `Term` numbers; LUCK where no reason falls short.
    """
    short = (terms - ideal)[:, list(NAMEABLE)]
    worst = np.argmin(short, axis=1)
    found = np.array([int(t) for t in NAMEABLE])[worst]
    return np.where(short[np.arange(worst.size), worst] < 0, found, int(Term.LUCK))
