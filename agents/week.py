"""The open week: everything a person can read before deciding, frozen.

Offers become tables of whole 2^-16 util, one row for each firm and segment, one column for each additive reason. What
a person makes of an offer is the product with the person's own weights, rounded down once for each reason: an exact
integer, whoever computes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from agents import exact, luck
from agents.acquaintances import Network
from agents.arrays import Floats, Ints
from agents.luck import Stream
from agents.messages import Offers, Term
from agents.nature import MOST_FIRMS, Nature
from agents.storms import Storm

Rows = NDArray[np.intp]
TERMS = len(Term)
WEIGHTED = 8  # the terms before HABIT carry a personal weight
# The column of `User.taste` that weighs each of these terms; fit and quality share one.
WEIGHT_OF = np.array([0, 0, 4, 1, 5, 3, 6, 2])
NEUTRAL_TRUST = 0.7  # trust that neither draws nor repels; the level a young service starts with (model document, utility)
PEERS_SCALE = 10_000.0  # users at which a direct network effect has grown to ln 2 (model document, utility)
SLOPE = 1.3  # a review follows sigma(1.3 V) (model document, market)
OWN_CASUAL, OWN_LOYAL = (
    0.06,
    0.006,
)  # weekly chance to leave for reasons of one's own (model document, market)
REVIEW_CASUAL, REVIEW_LOYAL = 0.30, 0.03  # weekly chance to think about staying (model document, market)
PAID_LIMIT = 0.05  # advertising reaches at most this share of non-users a week (model document, market)


@dataclass(frozen=True, slots=True)
class People:
    """The columns a rule reads; row r is the person with id r + 1."""

    segment: NDArray[np.uint8]
    service: NDArray[np.int8]
    loyal: NDArray[np.uint8]
    known: NDArray[np.uint8]
    looked: NDArray[np.int16]
    burned: NDArray[np.int16]
    taste: NDArray[np.int16]
    story: NDArray[np.int8]
    broke: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Table:
    """What offers are worth, (F x S, TERMS) in 2^-16 util: `weighted` times the personal weight, plus `fixed`."""

    weighted: Ints
    fixed: Ints
    segments: int
    storm: Storm | None = None  # what bad stories take from the privacy reason of who carries them

    def terms(self, people: People, rows: Rows, firm: NDArray[np.integer]) -> Ints:
        """Return the additive reasons of each person for that firm's service, shape (n, TERMS); LUCK is 0."""
        cell = firm.astype(np.intp) * self.segments + people.segment[rows]
        out: Ints = self.fixed[cell]
        for k, reason in enumerate(self._reasons(people, rows, cell)):
            out[:, k] += reason
        if self.storm is not None:
            out[:, Term.PRIVACY] -= self.storm.takes(people.story[rows], people.broke[rows], firm)
        return out

    def value(self, people: People, rows: Rows, firm: NDArray[np.integer]) -> Ints:
        """Return the sum of `terms`, shape (n,), without keeping them."""
        cell = firm.astype(np.intp) * self.segments + people.segment[rows]
        worth: Ints = total(self.fixed)[cell]
        for reason in self._reasons(people, rows, cell):
            worth += reason
        if self.storm is not None:
            worth -= self.storm.takes(people.story[rows], people.broke[rows], firm)
        return worth

    def _reasons(self, people: People, rows: Rows, cell: Rows) -> Iterator[Ints]:
        """Yield each weighted reason in the order of `Term`, rounded down to whole 2^-16 util."""
        weights = people.taste[rows].T.astype(np.int64)
        for k in range(WEIGHTED):
            yield (weights[WEIGHT_OF[k]] * self.weighted[:, k][cell]) >> 8


def total(terms: Ints) -> Ints:
    """Return the exact sum over reasons, shape (n,) of (n, TERMS)."""
    out: Ints = np.add.reduce(terms, axis=1)  # whole numbers
    return out


def features(offers: Offers, nature: Nature) -> tuple[Floats, Floats]:
    """Return offers as (weighted, fixed) features in util, each (F, S, TERMS)."""
    firms, segments = offers.quality.shape
    weighted = np.zeros((firms, segments, TERMS))
    fixed = np.zeros_like(weighted)

    def spread(x: Floats) -> Floats:
        return np.repeat(x[:, None], segments, axis=1)

    users = np.cumsum(offers.people, axis=1)[:, -1]
    weighted[:, :, Term.FIT] = offers.quality - offers.lab_quality
    weighted[:, :, Term.QUALITY] = offers.lab_quality
    weighted[:, :, Term.SPEED] = offers.speed if offers.speed.ndim > 1 else spread(offers.speed)
    weighted[:, :, Term.UX] = spread(offers.ux)
    weighted[:, :, Term.PRICE] = spread(1.0 - offers.relative_price)
    weighted[:, :, Term.PRIVACY] = offers.trust - NEUTRAL_TRUST
    weighted[:, :, Term.PEERS] = spread(exact.log(1.0 + users / PEERS_SCALE))
    weighted[:, :, Term.CONTENT] = spread(offers.content) * (1.0 - 0.5 * offers.quality)
    fixed[:, :, Term.HABIT] = spread(offers.brand)
    fixed[:, :, Term.RIVAL] = nature.v0
    return weighted, fixed


def table(weighted: Floats, fixed: Floats, storm: Storm | None = None) -> Table:
    """Return features as whole 2^-16 util."""
    firms, segments, terms = weighted.shape

    def whole(x: Floats) -> Ints:
        out: Ints = np.rint(x * luck.UTIL).astype(np.int64).reshape(firms * segments, terms)
        return out

    return Table(whole(weighted), whole(fixed), segments, storm)


def ideal_of(now: Table, offers: Offers, segments: int) -> Table:
    """Return the offer of the best other service, as a table of one firm; of a perfect service where there is none."""
    cells = now.weighted.reshape(-1, segments, len(Term))
    fixed = np.zeros((segments, len(Term)), np.int64)
    rivals = [f for f in range(1, cells.shape[0]) if offers.is_open[f]]
    if rivals:
        best = max(rivals, key=lambda f: (int(cells[f, :, Term.QUALITY].min()), -f))
        return Table(cells[best], fixed, segments)
    perfect = fixed.copy()
    perfect[:, [Term.QUALITY, Term.UX, Term.CONTENT]] = luck.UTIL
    return Table(perfect, fixed, segments)


@dataclass(frozen=True, slots=True)
class OpenWeek:
    """All that people read in one week.

    `awareness` and `memory` are (weeks + 1, F, S): the share who know each firm, and the running product by which knowledge fades
    towards it. `paid` is (S, F + 1): running thresholds of the weekly number between which an advertisement is met.
    """

    seed: int
    week: int
    nature: Nature
    numbers: luck.WeeklyNumbers
    network: Network
    now: Table  # what the services are
    fame: Table  # what people say of them
    ideal: Table  # one firm: the best rival's offer, what reasons to leave are measured against
    is_open: NDArray[np.bool_]
    awareness: Floats
    memory: Floats
    paid: NDArray[np.uint64]
    storm: Storm | None = None  # while somebody may remember a scandal

    def draws(self, stream: int, rows: Rows) -> luck.Draws:
        """Return this week's draws of these people for one purpose."""
        return luck.draws(self.seed, self.week, stream, rows)

    def logistic(self, stream: int, rows: Rows) -> Ints:
        """Return the luck of a yes-or-no choice, 2^-16 util."""
        out: Ints = luck.logistic_table()[self.draws(stream, rows) & np.uint32(0xFFFF)]
        return out

    def review_luck(self, draws: luck.Draws) -> Ints:
        """Return luck scaled so that `V + luck >= 0` has the chance sigma(1.3 V)."""
        scaled: Ints = _review_table()[draws & np.uint32(0xFFFF)]
        return scaled

    def gumbel(self, option: int, rows: Rows) -> Ints:
        """Return the luck of one option of a choice among several, 2^-16 util."""
        out: Ints = luck.gumbel_table()[self.draws(Stream.CHOICE + option, rows) >> np.uint32(16)]
        return out

    def knows(self, people: People, rows: Rows) -> NDArray[np.uint8]:
        """Return the firms these people know today, one bit each. Knowledge fades and spreads between looks without being touched.

        Somebody who knew (y = 1) or did not (y = 0) in week s knows in week t with chance A_t + (y - A_s) M_t / M_s.
        """
        firms = self.is_open.size
        if self.nature.recalls:
            return np.full(rows.shape, (1 << firms) - 1, np.uint8)
        before, segment = people.looked[rows], people.segment[rows]
        old = people.known[rows]
        known = np.zeros(rows.shape, np.uint8)
        for f in range(firms):
            knew = (old >> np.uint8(f)) & np.uint8(1)
            level = self.awareness[self.week, f][segment]
            kept = self.memory[self.week, f][segment] / self.memory[before, f, segment]
            chance = level + (knew - self.awareness[before, f, segment]) * kept
            knows = self.draws(Stream.AWARE + f, rows) < np.clip(chance, 0.0, 1.0) * 4294967296.0
            knows |= people.service[rows] == f
            known |= knows.astype(np.uint8) << np.uint8(f)
        return known

    def recall(self, firm: int, people: People, rows: Rows) -> Ints | int:
        """Return what awareness adds to an option when it is drawn anew at each choice: its logarithm, 2^-16 util."""
        if not self.nature.recalls:
            return 0
        level = np.maximum(self.awareness[self.week, firm], 1e-9)
        whole: Ints = np.rint(exact.log(level) * luck.UTIL).astype(np.int64)
        return whole[people.segment[rows]]


@cache
def _review_table() -> Ints:
    """Return logistic luck divided by the slope of reviews, (65536,)."""
    made: Ints = np.rint(luck.logistic_table() / SLOPE).astype(np.int64)
    made.setflags(write=False)
    return made


@cache
def lapse_table(half_life: float) -> NDArray[np.int16]:
    """Return 65,536 quantiles of the weeks a disappointed person stays away: geometric with this half-life, at least 1."""
    v = (np.arange(65536) + 0.5) / 65536
    weeks = np.floor(exact.log(v) * half_life / -exact.log(2.0))
    out: NDArray[np.int16] = np.clip(weeks + 2, 2, 20000).astype(np.int16)
    return out


def seen_firms(known: NDArray[np.uint8], firm: int) -> NDArray[np.bool_]:
    """Return whether the bit of this firm is set."""
    if not 0 <= firm < MOST_FIRMS:
        raise ValueError(f"firm {firm} has no bit: at most {MOST_FIRMS} firms")
    return ((known >> np.uint8(firm)) & np.uint8(1)).view(np.bool_)
