"""What people do in a week: one rule for each situation, for any number of rows.

Everything read is frozen at the start of the week and everything meant comes back as `Intents`; the market applies
them at once, so one person at a time and all people together agree, in any order. One uniform number a week is cut
into intervals:

| who      | interval            | what happens |
|----------|---------------------|--------------|
| non-user | consider            | looks at the category: chooses among known firms and nothing, by reputation |
|          | wom                 | meets an acquaintance, who may recommend |
|          | paid                | meets an advertisement |
| casual   | 0.06                | leaves for own reasons |
|          | 0.30                | thinks about staying; may become loyal |
|          | switch_rate         | compares with the other services |
| loyal    | 0.006, 0.03, switch | the same, ten times rarer |

Each choice is additive: whole 2^-16 util for each reason, plus luck drawn before the choice. Source: the weekly
system of the model document in event form; the chances are its equations in expectation.
"""

import numpy as np
from numpy.typing import NDArray

from agents import luck
from agents.arrays import Ints
from agents.intents import Intents, Via, idle, join
from agents.luck import Stream
from agents.messages import Event, Term
from agents.nature import MOST_FIRMS
from agents.week import (
    OWN_CASUAL,
    OWN_LOYAL,
    REVIEW_CASUAL,
    REVIEW_LOYAL,
    OpenWeek,
    People,
    Rows,
    lapse_table,
    seen_firms,
    total,
)

NOTHING = MOST_FIRMS  # the option of using no service, after the firms


def decide(week: OpenWeek, people: People, rows: Rows) -> Intents:
    """Return what these people mean to do; those who mean to do nothing do not appear."""
    u = week.numbers.numbers(rows)
    service, loyal = people.service[rows], people.loyal[rows] == 1
    non, casual = service < 0, (service >= 0) & ~loyal
    nature = week.nature
    looks, meets = luck.threshold(nature.consider), luck.threshold(nature.consider + nature.wom)
    own, think = luck.threshold(OWN_CASUAL), luck.threshold(OWN_CASUAL + REVIEW_CASUAL)
    swap = luck.threshold(OWN_CASUAL + REVIEW_CASUAL + nature.switch_rate)
    own_loyal, think_loyal = luck.threshold(OWN_LOYAL), luck.threshold(OWN_LOYAL + REVIEW_LOYAL)
    swap_loyal = luck.threshold(OWN_LOYAL + REVIEW_LOYAL + nature.switch_rate)
    leaves = (casual & (u < own)) | (loyal & (u < own_loyal))
    reviews = (casual & (u >= own) & (u < think)) | (loyal & (u >= own_loyal) & (u < think_loyal))
    compares = (casual & (u >= think) & (u < swap)) | (loyal & (u >= think_loyal) & (u < swap_loyal))
    return join(
        [
            _look(week, people, rows[non & (u < looks)]),
            _meet(week, people, rows[non & (u >= looks) & (u < meets)]),
            _see_advert(week, people, rows[non & (u >= meets)], u[non & (u >= meets)]),
            _leave(week, people, rows[leaves]),
            _review(week, people, rows[reviews]),
            _compare(week, people, rows[compares]),
        ]
    )


def _look(week: OpenWeek, people: People, rows: Rows) -> Intents:
    """Somebody looks at the category and picks by reputation, or passes."""
    known = week.knows(people, rows)
    best, choice = week.gumbel(NOTHING, rows), np.full(rows.shape, -1, np.int8)
    for f in np.flatnonzero(week.is_open):
        v = week.fame.value(people, rows, np.full(rows.shape, f)) + week.gumbel(int(f), rows)
        v = v + week.recall(int(f), people, rows)
        better = seen_firms(known, int(f)) & (v > best)
        best, choice = np.where(better, v, best), np.where(better, f, choice).astype(np.int8)
    passed = idle(people, rows[choice < 0])
    passed.event[:] = Event.LOOKED_AND_PASSED
    passed.known[:] = known[choice < 0]
    passed.has_looked[:] = True
    tried = _try(week, people, rows[choice >= 0], choice[choice >= 0])
    tried.via[:] = Via.LOOKING
    return join([passed, tried])


def _meet(week: OpenWeek, people: People, rows: Rows) -> Intents:
    """Somebody meets an acquaintance, who may recommend a service or tell a bad story."""
    k = week.network.k
    slot = ((week.draws(Stream.MEET, rows).astype(np.int64) * k) >> 32).astype(np.intp)
    friend = week.network.acquaintance(rows, people.segment[rows], slot)
    tried = _follow(week, people, rows, friend)
    return tried if week.storm is None else _hear(week, people, tried, rows, friend)


def _follow(week: OpenWeek, people: People, rows: Rows, friend: Rows) -> Intents:
    """Somebody tries what the acquaintance uses, if that one is content and persuades."""
    firm = people.service[friend]
    uses = np.flatnonzero((firm >= 0) & week.is_open[firm])
    rows, friend, firm = rows[uses], friend[uses], firm[uses]
    content = week.now.value(people, friend, firm) + week.review_luck(week.draws(Stream.CONTENT, rows))
    said = week.fame.value(people, rows, firm) + week.logistic(Stream.PERSUADE, rows)
    yes = np.flatnonzero((content >= 0) & (said >= 0))
    fresh = yes[people.burned[rows[yes], firm[yes]] <= week.week]
    tried = _try(week, people, rows[fresh], firm[fresh])
    tried.via[:] = Via.FRIEND
    tried.friend[:] = friend[fresh]
    return tried


def _hear(week: OpenWeek, people: People, tried: Intents, rows: Rows, friend: Rows) -> Intents:
    """Somebody is told a story newer than the own: it is believed, and told on from next week."""
    assert week.storm is not None
    broke = people.broke[friend]
    told = broke > people.broke[rows]
    told &= week.storm.is_told(broke, week.draws(Stream.RETELL, rows))
    rows, friend = rows[told], friend[told]
    busy = np.isin(rows, tried.rows)
    heard = idle(people, rows[~busy])
    heard.event[:] = Event.HEARD
    heard.friend[:] = friend[~busy]
    heard.story[:], heard.broke[:] = people.story[friend[~busy]], people.broke[friend[~busy]]
    heard.subject[:] = heard.story
    heard.terms[:, Term.PRIVACY] = -week.storm.takes(heard.story, heard.broke, heard.story)
    places = np.flatnonzero(np.isin(tried.rows, rows))
    tried.story[places], tried.broke[places] = people.story[friend[busy]], people.broke[friend[busy]]
    return join([tried, heard])


def _see_advert(week: OpenWeek, people: People, rows: Rows, u: luck.Draws) -> Intents:
    """Somebody meets an advertisement and installs what it shows."""
    firm = np.full(rows.shape, -1, np.int8)
    edges = week.paid[people.segment[rows]]
    for f in np.flatnonzero(week.is_open):
        firm[(u >= edges[:, f]) & (u < edges[:, f + 1])] = f
    tried = _try(week, people, rows[firm >= 0], firm[firm >= 0])
    tried.via[:] = Via.ADVERTISEMENT
    return tried


def _try(week: OpenWeek, people: People, rows: Rows, firm: NDArray[np.int8]) -> Intents:
    """Somebody tries a service: some get as far as its good side, and stay if it is worth it. The burned refuse."""
    fresh = people.burned[rows, firm] <= week.week
    rows, firm = rows[fresh], firm[fresh]
    intents = idle(people, rows)
    draws = week.draws(Stream.TRY, rows)
    intents.terms[:] = week.now.terms(people, rows, firm)
    intents.terms[:, Term.LUCK] = week.review_luck(draws)
    reaches = (draws >> np.uint32(16)) < np.uint32(luck.threshold(week.nature.conv_max) >> 16)
    stays = reaches & (total(intents.terms) >= 0)
    intents.event[:] = np.where(stays, Event.TRIED_AND_STAYED, Event.TRIED_AND_LEFT)
    intents.subject[:] = firm
    intents.target[:] = np.where(stays, firm, -1)
    intents.until[:] = np.where(stays, 0, _burned_until(week, rows))
    intents.known[:] = week.knows(people, rows) | np.left_shift(np.uint8(1), firm.astype(np.uint8))
    intents.has_looked[:] = True
    return intents


def _leave(week: OpenWeek, people: People, rows: Rows) -> Intents:
    """Somebody leaves for reasons no firm can touch."""
    intents = idle(people, rows)
    _go(week, people, intents, np.ones(rows.shape, np.bool_), Event.LEFT_OWN_REASONS)
    return intents


def _go(week: OpenWeek, people: People, intents: Intents, who: NDArray[np.bool_], event: Event) -> None:
    """Let these leave: they remember the firms they know today and stay away for a while."""
    intents.event[who] = event
    intents.target[who] = -1
    intents.loyal[who] = 0
    intents.until[who] = _burned_until(week, intents.rows[who])
    intents.known[who] = week.knows(people, intents.rows[who])
    intents.has_looked[who] = True


def _burned_until(week: OpenWeek, rows: Rows) -> NDArray[np.int16]:
    """Return the week from which these people may look again at what they left."""
    table = lapse_table(week.nature.lapse_half)
    until: NDArray[np.int16] = table[week.draws(Stream.LAPSE, rows) >> np.uint32(16)] + np.int16(week.week)
    return until


def _review(week: OpenWeek, people: People, rows: Rows) -> Intents:
    """Somebody thinks about staying: leaves, stays, or becomes loyal."""
    intents = idle(people, rows)
    intents.terms[:] = week.now.terms(people, rows, intents.source)
    intents.terms[:, Term.LUCK] = week.review_luck(week.draws(Stream.STAY, rows))
    intents.has_reviewed[:] = True
    leaves = total(intents.terms) < 0
    warms = week.draws(Stream.PROMOTE, rows) < luck.threshold(2 * week.nature.promote / REVIEW_CASUAL)
    promoted = ~leaves & (intents.loyal == 0) & warms
    intents.event[promoted] = Event.BECAME_LOYAL
    intents.loyal[promoted] = 1
    _go(week, people, intents, leaves, Event.LEFT_REVIEW)
    return intents


def _compare(week: OpenWeek, people: People, rows: Rows) -> Intents:
    """Somebody compares the own service with the others known, by reputation; moving has its cost."""
    intents = idle(people, rows)
    known = week.knows(people, rows)
    cost = round(week.nature.switch_cost * luck.UTIL)
    own = week.fame.terms(people, rows, intents.source)
    luck_own = _own_luck(week, intents)
    best = total(own) + cost + luck_own
    rival, luck_rival = np.zeros_like(best), np.zeros_like(best)
    for f in np.flatnonzero(week.is_open):
        v = week.fame.value(people, rows, np.full(rows.shape, f))
        v = v + week.recall(int(f), people, rows)
        g = week.gumbel(int(f), rows)
        better = seen_firms(known, int(f)) & (intents.source != f) & (v + g > best)
        best = np.where(better, v + g, best)
        intents.target[better] = f
        rival, luck_rival = np.where(better, v, rival), np.where(better, g, luck_rival)
    moves = intents.target != intents.source
    own[:, Term.HABIT] += cost
    own[:, Term.RIVAL] -= rival
    own[:, Term.LUCK] = luck_own - luck_rival
    intents.terms[moves] = own[moves]
    intents.event[moves] = Event.SWITCHED
    intents.loyal[moves] = 0
    intents.known[:] = known
    intents.has_looked[:] = True
    return intents


def _own_luck(week: OpenWeek, intents: Intents) -> Ints:
    """Return the luck of each person's own service as an option."""
    out = np.zeros(intents.size, np.int64)
    for f in range(week.is_open.size):
        mine = intents.source == f
        out[mine] = week.gumbel(f, intents.rows[mine])
    return out


def driven_out(week: OpenWeek, people: People, rows: Rows, churn: float) -> Intents:
    """Return those of these users whom a scandal drives out; the more somebody cares for privacy, the likelier.

    `churn` is the share lost at privacy 1; casual users go 1.3 times as often (model document, trust). Who goes carries the story.
    """
    care = people.taste[rows, 3] / (luck.UTIL >> 8) / max(week.nature.b_trust, 1e-9)
    chance = churn * care * np.where(people.loyal[rows] == 1, 1.0, 1.3)
    goes = week.draws(Stream.STORM, rows) < np.clip(chance, 0.0, 0.9) * 4294967296.0
    intents = idle(people, rows[goes])
    _go(week, people, intents, np.ones(intents.size, np.bool_), Event.LEFT_SCANDAL)
    if week.nature.dread > 0:
        intents.story[:], intents.broke[:] = intents.source, week.week
    return intents


def closed(people: People, rows: Rows) -> Intents:
    """Return the users of a service that has shut down: all of them leave."""
    intents = idle(people, rows)
    intents.event[:] = Event.LEFT_CLOSED
    intents.target[:] = -1
    intents.loyal[:] = 0
    return intents
