"""One week of a recorded game in full detail: what people read, who they were, and what each of them meant to do."""

from dataclasses import dataclass

import numpy as np

from agents.choosing import Choosing, choosing
from agents.intents import Intents
from agents.reasons import ReasonLog
from agents.week import OpenWeek, People, Table


@dataclass(frozen=True, slots=True)
class Reading:
    """What people could read in one week: the services as they were, as people spoke of them, and the best rival's."""

    now: Table
    fame: Table
    ideal: Table


@dataclass(frozen=True, slots=True)
class Moment:
    """One week in full: what people read, who they were before it, and what each of them meant to do."""

    opened: OpenWeek
    people: People
    intents: Intents

    def place(self, person: int) -> int | None:
        """Return the line of a person's last intent of the week, or None if nothing happened to that person."""
        found = np.flatnonzero(self.intents.rows == person - 1)
        return int(found[-1]) if found.size else None

    def choice(self, place: int) -> Choosing:
        """Return the choice behind a line."""
        return choosing(self.opened, self.people, self.intents, place)


class Witness(ReasonLog):
    """A log that keeps one week's intents of everybody, also of those who stayed."""

    def __init__(self) -> None:
        super().__init__()
        self.intents: Intents | None = None

    def note(self, week: int, intents: Intents) -> None:
        """Keep the intents as they are."""
        super().note(week, intents)
        self.intents = intents


def frozen(people: People) -> People:
    """Return a copy of the columns of people."""
    return People(*(getattr(people, name).copy() for name in People.__slots__))
