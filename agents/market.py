"""The market: all people together, and what they know together.

`choose` plays one week: it freezes the offers into an `OpenWeek`, asks everybody whose weekly number might make them
act, and carries all intents out at once. What belongs to nobody in particular lives here: awareness, reputation,
counts by firm and segment.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from agents import behaviour, luck, pressure
from agents.acquaintances import Network
from agents.arrays import Floats, Ints
from agents.columns import ColumnSet
from agents.intents import Intents, join, marked
from agents.messages import Choices, Event, Offers, Term
from agents.nature import Nature, Origin
from agents.reasons import ReasonLog, weightiest
from agents.storms import LONG_AGO, storm_of
from agents.users import segment_sizes
from agents.week import (
    OWN_CASUAL,
    PAID_LIMIT,
    REVIEW_CASUAL,
    OpenWeek,
    People,
    Rows,
    features,
    ideal_of,
    table,
)

# Share of the gap to today's offer that what people say closes in a week (model document, utility).
REPUTATION_STEP = 0.25
_TRIED = marked(Event.TRIED_AND_STAYED, Event.TRIED_AND_LEFT)
_LEFT = marked(Event.TRIED_AND_LEFT, Event.LEFT_REVIEW, Event.SWITCHED)


def givers(trust: Floats, collection: Floats) -> Floats:
    """Return the share of each firm's users who let their data be used, (F, S)."""
    return np.clip(trust, 0.05, 1.0) * (0.4 + 0.6 * collection[:, None])


class Market:
    """The people and their common knowledge. F firms, S segments; arrays named below are (F, S) unless said otherwise."""

    def __init__(self, users: ColumnSet, origin: Origin, nature: Nature, seed: int, weeks: int) -> None:
        self.users, self.nature, self.seed = users, nature, seed
        self.firms, self.segments = len(origin.shares), len(origin.people)
        sizes = np.array(segment_sizes(origin), np.intp)
        self.people_of = np.array(origin.people, np.float64)
        self.weight = self.people_of / np.maximum(sizes, 1)  # (S,) people an agent stands for
        self.network = Network(
            seed, nature.acquaintances, nature.rewire, nature.outside, np.cumsum(sizes) - sizes, sizes
        )
        names = ("segment", "service", "loyal", "known", "looked", "burned", "taste", "story", "broke")
        self.people = People(*(users.column(n) for n in names))
        self.consent, self.joined = users.column("consent"), users.column("joined")
        self.reviewed = users.column("reviewed")
        self.floor = np.array(origin.awareness)
        self.awareness = np.zeros((weeks + 2, self.firms, self.segments))
        self.awareness[0] = self.floor[:, None]
        self.memory = np.ones_like(self.awareness)
        self.fame_weighted: Floats | None = None
        self.fame_fixed: Floats | None = None
        self.reasons = ReasonLog()
        self.open_week: OpenWeek | None = None
        self.last_story = LONG_AGO  # week of the latest scandal that people tell of
        self._count()

    def _count(self) -> None:
        """Count users by firm, segment, loyalty and consent from the columns; later weeks keep the counts by moves."""
        p = self.people
        uses = np.flatnonzero(p.service >= 0)
        cell = p.service[uses].astype(np.intp) * self.segments + p.segment[uses]
        shape, cells = (self.firms, self.segments), self.firms * self.segments
        self.counts: Ints = np.bincount(cell, minlength=cells).reshape(shape)
        self.loyals: Ints = np.bincount(cell[p.loyal[uses] == 1], minlength=cells).reshape(shape)
        bins = cell * 256 + self.consent[uses]
        self.consents: Ints = np.bincount(bins, minlength=cells * 256).reshape(*shape, 256)
        self.is_casual = (p.service >= 0) & (p.loyal == 0)

    # --- the open week

    def open(self, offers: Offers, week: int) -> OpenWeek:
        """Freeze what people can read this week. Reputation takes its weekly step towards the new offers."""
        weighted, fixed = features(offers, self.nature)
        if self.fame_weighted is None or self.fame_fixed is None:
            self.fame_weighted, self.fame_fixed = weighted, fixed
        else:
            self.fame_weighted = self.fame_weighted + REPUTATION_STEP * (weighted - self.fame_weighted)
            self.fame_fixed = self.fame_fixed + REPUTATION_STEP * (fixed - self.fame_fixed)
        storm = storm_of(self.nature, week, self.last_story)
        now = table(weighted, fixed, storm)
        self.open_week = OpenWeek(
            seed=self.seed,
            week=week,
            nature=self.nature,
            numbers=luck.WeeklyNumbers(self.seed, week, self.people.service.size),
            network=self.network,
            now=now,
            fame=table(self.fame_weighted, self.fame_fixed, storm),
            ideal=ideal_of(now, offers, self.segments),
            is_open=offers.is_open,
            awareness=self.awareness,
            memory=self.memory,
            paid=self._paid(offers),
            storm=storm,
        )
        return self.open_week

    def _paid(self, offers: Offers) -> NDArray[np.uint64]:
        """Return the running thresholds between which an advertisement is met, (S, F + 1)."""
        everybody = np.cumsum(self.people_of)[-1]
        free = np.maximum(self.people_of - self.users_by_segment(), 1.0)
        reach = offers.marketing_won[:, None] / self.nature.cpi * (self.people_of / everybody) / free
        edges = np.cumsum(np.minimum(reach, PAID_LIMIT) * offers.is_open[:, None], axis=0).T
        edges = np.minimum(edges, PAID_LIMIT) + self.nature.consider + self.nature.wom
        start = np.full((self.segments, 1), self.nature.consider + self.nature.wom)
        return (np.concatenate([start, edges], axis=1) * 4294967296.0).astype(np.uint64)

    def users_by_segment(self) -> Floats:
        """Return people who use any service, (S,)."""
        users: Floats = np.cumsum(self.counts, axis=0)[-1] * self.weight
        return users

    def candidates(self, week: OpenWeek) -> Rows:
        """Return the rows whose weekly number is low enough to matter, a little over a tenth of all."""
        reach = int(week.paid.max()) if week.paid.size else 0
        busy = OWN_CASUAL + REVIEW_CASUAL + self.nature.switch_rate
        calm = week.numbers.mask(_eighth(reach / 4294967296.0))
        casual = np.packbits(self.is_casual, bitorder="little")
        padded = np.zeros(calm.size * 8, np.uint8)
        padded[: casual.size] = casual
        mask = calm | (week.numbers.mask(_eighth(busy)) & padded.view("<u8"))
        return luck.rows_of(mask, self.people.service.size)

    def intents(self, rows: Rows) -> Intents:
        """Return what these people mean to do in the open week."""
        if self.open_week is None:
            raise RuntimeError("no week is open: call market.open(offers, week) first")
        return behaviour.decide(self.open_week, self.people, rows)

    # --- the week

    def choose(self, offers: Offers, week: int) -> Choices:
        """Play one week: everybody decides from the same frozen state, then all of it happens."""
        opened = self.open(offers, week)
        parts = [self.intents(self.candidates(opened))]
        self.apply(parts[0])
        for firm in np.flatnonzero(offers.scandal):
            rows = np.flatnonzero(self.people.service == firm)
            parts.append(behaviour.driven_out(opened, self.people, rows, offers.scandal_churn))
            self.apply(parts[-1])
            self.last_story = week
        for firm in np.flatnonzero(~offers.is_open & (self.counts.max(axis=1) > 0)):
            parts.append(behaviour.closed(self.people, np.flatnonzero(self.people.service == firm)))
            self.apply(parts[-1])
        everything = parts[0] if len(parts) == 1 else join(parts)
        self.reasons.note(week, everything)
        self._spread_word(offers, week)
        self._take_press(offers)
        return self._choices(everything, offers, week)

    def apply(self, intents: Intents) -> None:
        """Carry intents out: the only place where a person changes."""
        p, rows, week = self.people, intents.rows, self._opened().week
        moved = np.flatnonzero(intents.target != intents.source)
        self._recount(rows, -1)
        p.service[rows], p.loyal[rows], p.known[rows] = intents.target, intents.loyal, intents.known
        self._recount(rows, 1)
        p.story[rows], p.broke[rows] = intents.story, intents.broke
        self.joined[rows[moved]] = week
        self.reviewed[rows[intents.has_reviewed]] = week
        p.looked[rows[intents.has_looked]] = week
        tired = np.flatnonzero(intents.until > 0)
        p.burned[rows[tired], intents.subject[tired]] = intents.until[tired]

    def _opened(self) -> OpenWeek:
        assert self.open_week is not None
        return self.open_week

    def _recount(self, rows: Rows, sign: int) -> None:
        """Add these people to the counts, or take them out."""
        p = self.people
        service, cells = p.service[rows], self.firms * self.segments
        uses = service >= 0
        self.is_casual[rows] = uses & (p.loyal[rows] == 0)
        rows, service = rows[uses], service[uses]
        cell = service.astype(np.intp) * self.segments + p.segment[rows]
        self.counts += sign * np.bincount(cell, minlength=cells).reshape(self.counts.shape)
        loyal = cell[p.loyal[rows] == 1]
        self.loyals += sign * np.bincount(loyal, minlength=cells).reshape(self.counts.shape)
        np.add.at(self.consents.reshape(-1), cell * 256 + self.consent[rows], sign)

    # --- common knowledge

    def _spread_word(self, offers: Offers, week: int) -> None:
        """Let awareness grow with users and advertising, and fade; a firm that is not open is not talked about."""
        n, on = self.nature, offers.is_open[:, None]
        buzz = self.counts * self.weight / self.people_of
        heard = (n.aw_p + n.aw_q * buzz) * on
        forget, shown = n.forget * on, offers.advertised[:, None] * on
        shown = np.clip(shown + n.aw_mkt * offers.marketing_won[:, None] / 1e6 * on, 0.0, 0.95)
        before = self.awareness[week]
        after = before + heard * (1.0 - before) - forget * before
        after = np.clip(after + shown * (1.0 - after), 0.0, 1.0)
        self.awareness[week + 1] = np.maximum(after, self.floor[:, None])
        self.memory[week + 1] = self.memory[week] * np.maximum((1.0 - heard - forget) * (1.0 - shown), 0.01)

    def _take_press(self, offers: Offers) -> None:
        """Let bad press reach what people say, from next week on."""
        assert self.fame_fixed is not None
        self.fame_fixed = self.fame_fixed.copy()
        self.fame_fixed[:, :, Term.PRIVACY] -= offers.press[:, None]

    # --- what the world is told

    def people_by_firm(self) -> Floats:
        """Return users by firm and segment, people."""
        return self.counts * self.weight

    def contributors(self, trust: Floats, collection: Floats) -> Floats:
        """Return the people who let their data be used: each gives while trust times collection is above the own bar."""
        below = (np.arange(256) + 0.5) < givers(trust, collection)[:, :, None] * 256
        return np.cumsum(self.consents * below, axis=2)[:, :, -1] * self.weight

    def _choices(self, intents: Intents, offers: Offers, week: int) -> Choices:
        weight = self.weight[self.people.segment[intents.rows]]
        nothing = self.firms
        source = np.where(intents.source < 0, nothing, intents.source)
        target = np.where(intents.target < 0, nothing, intents.target)
        moved = (source != target) * weight
        side = nothing + 1
        flows = _weigh(source * side + target, moved, side * side).reshape(side, side)
        tried = _TRIED[intents.event] * weight
        firm = np.where(intents.subject < 0, nothing, intents.subject)
        events = _weigh(intents.event * np.intp(side) + firm, weight, len(Event) * side)
        return Choices(
            people=self.people_by_firm(),
            loyal=self.loyals * self.weight,
            contributors=self.contributors(offers.trust, offers.collection),
            flows=flows,
            trials=_weigh(firm, tried, side)[:nothing],
            left_by=self._left_by(intents, weight),
            events=events.reshape(len(Event), side)[:, :nothing],
            awareness=self.awareness[week + 1].copy(),
            stories=self._stories(week),
        )

    def _stories(self, week: int) -> Floats:
        """Return people who carry a story about each firm that is not forgotten yet, (F,)."""
        storm = storm_of(self.nature, week, self.last_story)
        if storm is None:
            return np.zeros(self.firms)
        carriers = storm.carriers(self.people.story, self.people.broke)
        return _weigh(self.people.story[carriers], self.weight[self.people.segment[carriers]], self.firms)

    def _left_by(self, intents: Intents, weight: Floats) -> Floats:
        """Return people who left after a choice of their own, by weightiest reason, (F, TERMS)."""
        who = np.flatnonzero(_LEFT[intents.event])
        subject = np.where(intents.event[who] == Event.SWITCHED, intents.source[who], intents.subject[who])
        rows = intents.rows[who]
        best = self._opened().ideal.terms(self.people, rows, np.zeros(rows.shape, np.intp))
        reason = weightiest(intents.terms[who], best)
        cell = subject.astype(np.intp) * len(Term) + reason
        return _weigh(cell, weight[who], self.firms * len(Term)).reshape(self.firms, len(Term))

    def pressure(self, offers: Offers, firm: int) -> tuple[float, float]:
        """Return (people expected to join a week, share of users expected to leave a week) under these offers; changes nothing."""
        weighted, fixed = features(offers, self.nature)
        now = table(weighted, fixed, self._opened().storm)
        paid = self._paid(offers)
        week = replace(self._opened(), now=now, fame=now, is_open=offers.is_open, paid=paid)
        return pressure.expected(week, self.people, self.weight, firm)

    def tables(self) -> dict[str, NDArray[np.generic]]:
        """Return everything here that is state, by name, for fingerprints."""
        week = 0 if self.open_week is None else self.open_week.week + 1
        state: dict[str, NDArray[np.generic]] = {
            "awareness": self.awareness[: week + 1],
            "memory": self.memory[: week + 1],
            "counts": self.counts,
            "loyals": self.loyals,
        }
        if self.fame_weighted is not None and self.fame_fixed is not None:
            state |= {"fame_weighted": self.fame_weighted, "fame_fixed": self.fame_fixed}
        return state


def _weigh(cell: NDArray[np.integer], weight: Floats, cells: int) -> Floats:
    """Return the weight that falls into each cell, (cells,)."""
    return np.bincount(cell, weight, cells).astype(np.float64)


def _eighth(probability: float) -> int:
    """Return the smallest p8 whose mask holds everybody below this probability."""
    return min(256, int(probability * 256) + 1)
