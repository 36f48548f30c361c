"""What people mean to do, as plain columns: made by `agents.behaviour`, carried out by `agents.market`."""

from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from agents.arrays import Ints
from agents.messages import Event
from agents.week import TERMS, People, Rows


class Via(IntEnum):
    """How somebody came to try a service."""

    NONE = 0
    LOOKING = 1
    FRIEND = 2
    ADVERTISEMENT = 3


@dataclass(frozen=True, slots=True)
class Intents:
    """What n people mean to do. Each row appears at most once."""

    rows: Rows
    event: NDArray[np.uint8]  # messages.Event
    source: NDArray[np.int8]  # service before, -1 none
    target: NDArray[np.int8]  # service after
    loyal: NDArray[np.uint8]  # loyal after
    subject: NDArray[np.int8]  # the firm it is about
    until: NDArray[np.int16]  # burned until this week, 0 not
    known: NDArray[np.uint8]  # firms known after, one bit each
    has_looked: NDArray[np.bool_]  # brought all firms to mind
    has_reviewed: NDArray[np.bool_]  # thought about staying
    story: NDArray[np.int8]  # firm a bad story is carried about after, -1 none
    broke: NDArray[np.int16]  # week in which that story broke
    via: NDArray[np.uint8]
    friend: Rows  # who recommended or told, -1 nobody
    terms: Ints  # (n, TERMS) the account of the choice; positive speaks for the service

    @property
    def size(self) -> int:
        """Return how many people mean to do something."""
        return int(self.rows.size)


def marked(*events: Event) -> NDArray[np.bool_]:
    """Return a table by `Event`, true for these: looking events up in it is quicker than looking for them."""
    return np.isin(np.arange(len(Event)), events)


def join(parts: list[Intents]) -> Intents:
    """Return all parts as one, ordered by row."""
    columns = {f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Intents)}
    order = np.argsort(columns["rows"], kind="stable")
    return Intents(**{name: column[order] for name, column in columns.items()})


def idle(people: People, rows: Rows) -> Intents:
    """Return intents that change nothing, to be filled in."""
    n, service = rows.size, people.service[rows]
    return Intents(
        rows=rows,
        event=np.zeros(n, np.uint8),
        source=service,
        target=service.copy(),
        loyal=people.loyal[rows],
        subject=service.copy(),
        until=np.zeros(n, np.int16),
        known=people.known[rows],
        has_looked=np.zeros(n, np.bool_),
        has_reviewed=np.zeros(n, np.bool_),
        story=people.story[rows],
        broke=people.broke[rows],
        via=np.zeros(n, np.uint8),
        friend=np.full(n, -1, np.intp),
        terms=np.zeros((n, TERMS), np.int64),
    )
