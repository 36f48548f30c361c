"""Who decided likewise, and who, nearly the same, decided otherwise.

A twin is somebody of the same segment who asked the same question of the same service in the same week and came to the
other answer; of those, the one to whom the service was worth most nearly the same, reason by reason, luck included. What
differs between the two is therefore all there is to explain.
"""

from dataclasses import dataclass

import numpy as np

from agents.choosing import Choosing, Question
from agents.intents import Via
from agents.messages import Event, Term
from agents.reasons import Accounts, weightiest
from agents.week import People, Rows
from game.study.moment import Moment
from game.study.recording import Recording

MONTH_WEEKS = 4
LEFT = (Event.TRIED_AND_LEFT, Event.LEFT_REVIEW, Event.SWITCHED)
_COMPARABLE = (Question.TRIAL, Question.REVIEW)


@dataclass(frozen=True, slots=True)
class Alike:
    """People of one segment to whom the same happened with the same service in the month up to a week."""

    weeks: int
    people: float  # not agents
    by: tuple[tuple[str, float], ...]  # people by `term.NAME` or `via.NAME`, the most first
    rows: Rows


@dataclass(frozen=True, slots=True)
class Twin:
    """Somebody nearly the same who decided otherwise."""

    choice: Choosing
    likeness: float  # share of what the service was worth to both that is the same, 0..1
    differences: tuple[
        tuple[Term, int], ...
    ]  # the twin's reason less the person's, 2^-16 util, the largest first


def people_alike(recording: Recording, choice: Choosing, segment: int) -> Alike | None:
    """Return those who moved likewise in the month up to a choice; None where the choice moved nobody."""
    if choice.source == choice.target and choice.question is not Question.TRIAL:
        return None
    world = recording.at(0)  # who people are never changes
    people, weight = world.market.people, float(world.market.weight[segment])
    world.drop()
    rows: list[Rows] = []
    by: dict[str, float] = {}
    first = max(choice.week - MONTH_WEEKS + 1, 0)
    for accounts in recording.log[first : choice.week + 1]:
        mask = (accounts.event == choice.event) & (accounts.subject == choice.service.firm)
        who = np.flatnonzero(mask & (people.segment[accounts.rows] == segment))
        rows.append(accounts.rows[who].astype(np.intp))
        for name in reasons_named(recording, people, accounts, who):
            by[name] = by.get(name, 0.0) + weight
    everybody = np.concatenate(rows)
    ranked = tuple(sorted(by.items(), key=lambda pair: (-pair[1], pair[0])))
    return Alike(choice.week + 1 - first, everybody.size * weight, ranked, everybody)


def reasons_named(recording: Recording, people: People, accounts: Accounts, who: Rows) -> list[str]:
    """Return what each of these came by, or left for."""
    if not who.size:
        return []
    event = Event(int(accounts.event[who[0]]))
    if event is Event.TRIED_AND_STAYED:
        return [f"via.{Via(int(via)).name}" for via in accounts.via[who]]
    if event not in LEFT:
        return []
    rows = accounts.rows[who].astype(np.intp)
    ideal = recording.readings[accounts.week].ideal.terms(people, rows, np.zeros(rows.shape, np.intp))
    worst = weightiest(accounts.terms[who].astype(np.int64), ideal)
    return [f"term.{Term(int(term)).name}" for term in worst]


def twin_of(recording: Recording, choice: Choosing) -> Twin | None:
    """Return the twin of somebody who tried or reviewed a service; None where nobody is comparable."""
    if choice.question not in _COMPARABLE or not choice.gets_there:
        return None
    moment = recording.moment(choice.week + 1)
    places = _candidates(moment, choice)
    if not places.size:
        return None
    own = np.array([choice.terms[t] for t in Term])
    apart = np.abs(moment.intents.terms[places] - own)
    nearest = places[np.argmin(np.add.reduce(apart, axis=1))]
    found = moment.choice(int(nearest))
    differences = [(t, found.terms[t] - choice.terms[t]) for t in Term if found.terms[t] != choice.terms[t]]
    return Twin(found, _likeness(choice, found), tuple(sorted(differences, key=lambda d: (-abs(d[1]), d[0]))))


def _candidates(moment: Moment, choice: Choosing) -> Rows:
    """Return the lines of those who asked the same and answered otherwise."""
    intents, people = moment.intents, moment.people
    segment = people.segment[intents.rows]
    same = (intents.subject == choice.service.firm) & (segment == people.segment[choice.person - 1])
    if choice.question is Question.REVIEW:
        same &= intents.has_reviewed
        other = (intents.event == Event.LEFT_REVIEW) != (choice.event is Event.LEFT_REVIEW)
    else:
        same &= np.isin(intents.event, (Event.TRIED_AND_STAYED, Event.TRIED_AND_LEFT))
        other = (intents.event == Event.TRIED_AND_LEFT) != (choice.event is Event.TRIED_AND_LEFT)
        # Somebody who never got as far as the good side differs in nothing that can be named.
        other &= (np.add.reduce(intents.terms, axis=1) >= 0) == (choice.event is Event.TRIED_AND_LEFT)
    return np.flatnonzero(same & other)


def _likeness(one: Choosing, other: Choosing) -> float:
    """Return 1 less the share of what the service is worth to both by which the two differ, luck left out."""
    terms = [t for t in Term if t is not Term.LUCK]
    apart = sum(abs(one.terms[t] - other.terms[t]) for t in terms)
    whole = sum(abs(one.terms[t]) + abs(other.terms[t]) for t in terms)
    return 1 - apart / whole if whole else 1.0
