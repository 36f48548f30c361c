"""Why did this person decide so? The last choice with both its sides, a life in three lines, people alike, and a twin.

Everything is read off the world as it was, or recomputed from it with the same luck; nothing is guessed.
"""

from dataclasses import dataclass

import numpy as np

from agents.choosing import Choosing, Question
from agents.messages import Event
from game.study.alike import Alike, Twin, people_alike, twin_of
from game.study.life import Chapter, life_of
from game.study.recording import Recording


class NobodyError(ValueError):
    """There is no such person, week, rival or investor; `code` picks the sentence `why.wrong.CODE`, `values` fill it."""

    def __init__(self, code: str, **values: int | str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Person:
    """What there is to say of one person after a week. Ids count from 1, firms from 0, the player's; -1 is no service."""

    person: int
    week: int  # after which was asked, from 0
    segment: int
    service: int
    is_loyal: bool
    since: int  # week (from 1) the service was joined, 0 before the level or without a service
    choice: Choosing | None  # the last decision up to then; None if there was none
    life: tuple[Chapter, ...]
    alike: Alike | None
    twin: Twin | None


def why(recording: Recording, person: int, week: int) -> Person:
    """Return why a person stands where that person stood after a week.

    Raises:
        NobodyError: there is no such person or week.
    """
    check_week(recording, week)
    if not 1 <= person <= recording.level.agents:
        raise NobodyError("person", person=person, people=recording.level.agents)
    world, row = recording.at(week), person - 1
    people, service = world.market.people, int(world.market.people.service[row])
    world.drop()
    choice = last_choice(recording, person, week)
    return Person(
        person=person,
        week=week,
        segment=int(people.segment[row]),
        service=service,
        is_loyal=bool(people.loyal[row]),
        since=_since(recording, person, week),
        choice=choice,
        life=life_of(recording, person, week),
        alike=None if choice is None else people_alike(recording, choice, int(people.segment[row])),
        twin=None if choice is None else twin_of(recording, choice),
    )


def check_week(recording: Recording, week: int) -> None:
    """Raise `NobodyError` if a week was not played."""
    if not 0 <= week <= recording.weeks:
        raise NobodyError("week", week=week, weeks=recording.weeks)


def last_choice(recording: Recording, person: int, week: int) -> Choosing | None:
    """Return a person's last decision up to a week: the last move, review, comparison or look, whatever came of it."""
    world, row = recording.at(week), person - 1
    market = world.market
    stamps = {int(market.reviewed[row]), int(market.people.looked[row])}
    world.drop()
    stamps |= {account.week for account in recording.accounts(person, week)}
    for stamp in sorted(stamps, reverse=True):
        if 0 <= stamp < week:
            found = recording.choice(person, stamp + 1)
            if found is not None and found.question is not Question.STORY:
                return found
    return None


def _since(recording: Recording, person: int, week: int) -> int:
    """Return the week in which the present service was joined."""
    moves = [a for a in recording.accounts(person, week) if a.source != a.target and a.event != Event.HEARD]
    return moves[-1].week + 1 if moves and moves[-1].target >= 0 else 0


def who_moved(recording: Recording, week: int) -> list[int]:
    """Return the ids of all who changed the service they use in a week (from 1): people worth asking.

    Raises:
        NobodyError: the week was not played.
    """
    check_week(recording, week)
    if week == 0:
        return []
    accounts = recording.log[week - 1]
    return [int(row) + 1 for row in np.unique(accounts.rows[accounts.source != accounts.target])]
