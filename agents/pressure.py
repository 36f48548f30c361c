"""How strongly an offer draws people in and drives them out, as an expectation over real people.

This is what the ring's arrow from performance to users is measured with: the same rules as `agents.behaviour`,
with chances in place of luck, over an evenly spaced sample. It reads and never changes anything.
"""

import math

import numpy as np
from numpy.typing import NDArray

from agents import exact, luck
from agents.arrays import Floats
from agents.week import (
    OWN_CASUAL,
    OWN_LOYAL,
    REVIEW_CASUAL,
    REVIEW_LOYAL,
    SLOPE,
    OpenWeek,
    People,
    Rows,
    Table,
)

SAMPLE = 512  # people asked; both sides of a nudge ask the same ones, so the difference is far more exact than the level


def expected(week: OpenWeek, people: People, weight: Floats, firm: int) -> tuple[float, float]:
    """Return (people expected to join this firm a week, share of its users expected to leave a week)."""
    users = _sample(np.flatnonzero(people.service == firm))
    others = _sample(np.flatnonzero(people.service < 0))
    return _joins(week, people, weight, firm, others), _leaves(week, people, firm, users, others)


def _sample(rows: Rows) -> Rows:
    """Return at most `SAMPLE` of these rows, evenly spaced."""
    return rows[:: max(1, -(-rows.size // SAMPLE))]


def _joins(week: OpenWeek, people: People, weight: Floats, firm: int, rows: Rows) -> float:
    if rows.size == 0:
        return 0.0
    segment = people.segment[rows]
    reached = (
        week.nature.consider * _picks(week, people, firm, rows)
        + week.nature.wom * _hears(week, people, firm, rows)
        + np.diff(week.paid.astype(np.float64), axis=1)[segment, firm] / 4294967296.0
    )
    fresh = people.burned[rows, firm] <= week.week
    stays = week.nature.conv_max * _yes(week.now, people, rows, firm)
    everybody = np.count_nonzero(people.service < 0) / rows.size
    return math.fsum(reached * fresh * stays * weight[segment]) * everybody


def _yes(table: Table, people: People, rows: Rows, firm: int, slope: float = SLOPE) -> Floats:
    """Return the chance that each person says yes to the firm's service."""
    v = table.value(people, rows, np.full(rows.shape, firm)) / luck.UTIL
    chance: Floats = exact.sigma(slope * v)
    return chance


def _picks(week: OpenWeek, people: People, firm: int, rows: Rows) -> Floats:
    """Return the chance to choose the firm when looking at the category; each firm counts as often as it is known."""
    pull: list[Floats] = []
    for f in range(week.is_open.size):
        v = week.fame.value(people, rows, np.full(rows.shape, f)) / luck.UTIL
        pull.append(week.awareness[week.week, f][people.segment[rows]] * exact.exp(v) * week.is_open[f])
    everything: Floats = 1.0 + np.cumsum(np.stack(pull), axis=0)[-1]
    return pull[firm] / everything


def _hears(week: OpenWeek, people: People, firm: int, rows: Rows) -> Floats:
    """Return the chance that the acquaintance met uses the firm, is content and persuades."""
    users = _sample(np.flatnonzero(people.service == firm))
    if users.size == 0 or not week.is_open[firm]:
        return np.zeros(rows.shape)
    content = math.fsum(_yes(week.now, people, users, firm)) / users.size
    sizes = week.network.sizes
    held = np.bincount(people.segment[people.service == firm], minlength=sizes.size) / np.maximum(sizes, 1)
    return held[people.segment[rows]] * content * _yes(week.fame, people, rows, firm, 1.0)


def _leaves(week: OpenWeek, people: People, firm: int, users: Rows, others: Rows) -> float:
    """Return the share of users who leave a week; of the people who might come, as casual users, while there are none."""
    rows = users if users.size else others
    if rows.size == 0:
        return OWN_CASUAL
    loyal: NDArray[np.bool_] = (people.loyal[rows] == 1) & (people.service[rows] == firm)
    own, thinks = np.where(loyal, OWN_LOYAL, OWN_CASUAL), np.where(loyal, REVIEW_LOYAL, REVIEW_CASUAL)
    return math.fsum(own + thinks * (1.0 - _yes(week.now, people, rows, firm))) / rows.size
