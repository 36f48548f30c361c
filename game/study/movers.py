"""Who came to the player's service and who left it, week by week, with what it was for: people worth asking.

Leaving is named by the reason in which the service fell short most, coming by the way somebody was led to it, as everywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from agents.messages import Event
from agents.reasons import Accounts
from agents.week import People
from game.study.alike import LEFT, reasons_named
from game.study.recording import Recording
from game.study.why import check_week

PLAYER = 0


class Way(Enum):
    """Which way somebody moved, seen from the player's service."""

    CAME = "came"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Mover:
    """Somebody who came or left in a week: the person's id, and `via.NAME`, `term.NAME` or `event.NAME` as the reason."""

    person: int
    way: Way
    why: str


def movers(recording: Recording, week: int) -> tuple[Mover, ...]:
    """Return who came and who left in a week (from 1; nobody moves in week 0), by their numbers.

    Raises:
        NobodyError: the week was not played.
    """
    check_week(recording, week)
    if week == 0:
        return ()
    world = recording.at(0)  # who people are never changes
    people = world.market.people
    world.drop()
    return tuple(sorted(_movers(recording, people, recording.log[week - 1]), key=lambda m: (m.person, m.why)))


def _movers(recording: Recording, people: People, accounts: Accounts) -> Iterator[Mover]:
    came = (accounts.source != PLAYER) & (accounts.target == PLAYER)
    left = (accounts.source == PLAYER) & (accounts.target != PLAYER)
    tried = (accounts.event == Event.TRIED_AND_LEFT) & (accounts.subject == PLAYER)
    for way, mask in ((Way.CAME, came), (Way.LEFT, left | tried)):
        for event in np.unique(accounts.event[mask]):
            who = np.flatnonzero(mask & (accounts.event == event))
            named = event == Event.TRIED_AND_STAYED or event in LEFT
            names = reasons_named(recording, people, accounts, who) if named else []
            for place, line in enumerate(who):
                why = names[place] if named else f"event.{Event(int(event)).name}"
                yield Mover(int(accounts.rows[line]) + 1, way, why)


def next_mover(recording: Recording, week: int, person: int, way: Way) -> tuple[int, int] | None:
    """Return the week and the number of who moved this way next; after the last week the first follows.

    Args:
        recording: the game.
        week: from 1.
        person: after whom in that week; 0 for the first.
        way: came or left.
    """
    weeks = [*range(max(week, 1), recording.weeks + 1), *range(1, max(week, 1) + 1)]
    for place, at in enumerate(weeks):
        after = person if place == 0 else 0
        found = [m.person for m in movers(recording, at) if m.way is way and m.person > after]
        if found:
            return at, found[0]
    return None
