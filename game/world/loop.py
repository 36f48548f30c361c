"""The deep-lemma, measured: users -> data -> performance -> users.

Each arrow is what a nudge of its start does to what comes next, at today's settings and with today's luck: 1 %
more users through consent and the cleaning queue to effective items, 1 % more items through the best training set
to quality, one point of quality to joining and leaving. Their product is the gain of the loop; the smallest, held
against a healthy firm's, is the link to attack. Looking changes nothing.
"""

import math
from dataclasses import replace
from typing import Protocol

import numpy as np

from agents import exact
from agents.messages import Link, Offers, Source
from game.world import accounts, data
from game.world.company import Company
from game.world.ground import Floats, Ground
from game.world.report import Arrow, Ring

NUDGE = 1.01  # 1 % more users, 1 % more items
QUALITY_NUDGE = 0.01
FRIENDS = 50.0  # users a firm is measured with while it has none
LEAST_QUALITY = 0.05  # below it an elasticity per cent of quality means nothing

# What an arrow of a firm that is out of the trap looks like, the yardsticks of "weak": about the medians, over the weeks of worlds
# in which the scripted founders of `game.study.bots` escaped, of the arrows that are not held up (8 seeds, 6,000 agents).
HEALTHY = {Link.USERS: 0.30, Link.DATA: 0.06, Link.PERFORMANCE: 2.0}
BROKEN = 0.10  # of a healthy arrow: nothing to speak of passes on
# Marks of a full gauge: 5 % of all people; items far past the crossing of deep and classical; a quality few services reach.
FULL_SHARE, FULL_ITEMS, FULL_QUALITY = 0.05, 200_000.0, 0.8
FIRST_ITEMS = 100.0

_NEXT = {Link.USERS: Link.DATA, Link.DATA: Link.PERFORMANCE, Link.PERFORMANCE: Link.USERS}


class Crowd(Protocol):
    """What the ring asks of the market."""

    def pressure(self, offers: Offers, firm: int) -> tuple[float, float]:
        """Return (people expected to join a week, share of users expected to leave a week)."""


def measure(
    company: Company,
    contributors: Floats,
    offers: Offers,
    crowd: Crowd,
    ground: Ground,
    users: float | None = None,
) -> Ring:
    """Return the ring of one firm.

    Args:
        company: the firm.
        contributors: people of each segment who let their data be used, (S,).
        offers: of the week; advertising is left out, for the loop must turn by itself.
        crowd: the people.
        ground: what no firm can change.
        users: as many as the firm has, where it has others than people; its own count when left out.
    """
    users = company.users_now if users is None else users
    quality = ground.overall(company.quality)
    joins, pull = _pull(company, offers, crowd)
    strengths = {
        Link.USERS: _users_to_data(company, contributors, ground),
        Link.DATA: _data_to_quality(company, ground) / max(quality, LEAST_QUALITY),
        Link.PERFORMANCE: pull * max(quality, LEAST_QUALITY),
    }
    weakest = min(_NEXT, key=lambda link: strengths[link] / HEALTHY[link])
    return Ring(
        arrows=(
            _arrow(Link.USERS, strengths),
            _arrow(Link.DATA, strengths),
            _arrow(Link.PERFORMANCE, strengths),
        ),
        users=_gauge(users / FRIENDS, FULL_SHARE * math.fsum(ground.people.tolist()) / FRIENDS),
        data=_gauge(company.effective / FIRST_ITEMS, FULL_ITEMS / FIRST_ITEMS),
        performance=min(quality / FULL_QUALITY, 1.0),
        gain=strengths[Link.USERS] * strengths[Link.DATA] * strengths[Link.PERFORMANCE],
        weakest=_NEXT[weakest],
        loop_weeks=_loop_weeks(users, joins),
        runway_weeks=accounts.runway(company),
    )


def _arrow(link: Link, strengths: dict[Link, float]) -> Arrow:
    strength = strengths[link]
    return Arrow(link, strength, strength < BROKEN * HEALTHY[link])


def _gauge(x: float, full: float) -> float:
    """Return how far x is along the way to full, in proportion to its logarithm, 0..1."""
    return min(float(exact.log(1 + x)) / float(exact.log(1 + full)), 1.0)


def _slope(before: float, after: float) -> float:
    """Return the rise of ln(after/before) for 1 % more of the cause; 0 where there is nothing to compare."""
    if before <= 0 or after <= 0:
        return 0.0
    return float(exact.log(after / before)) / float(exact.log(NUDGE))


def _users_to_data(company: Company, contributors: Floats, ground: Ground) -> float:
    """Return how much 1 % more users would add to effective items, if this went on."""
    least = np.maximum(contributors, FRIENDS * ground.weights)
    before, after = (_steady_items(company, least * factor, ground) for factor in (1.0, NUDGE))
    return max(_slope(before, after), 0.0)


def _steady_items(company: Company, contributors: Floats, ground: Ground) -> float:
    """Return the effective items of a firm whose users stay as they are: what is cleaned each week balances what grows old."""
    order, p = company.decision, ground.parameters
    raw = np.stack(
        [company.crawled_items * ground.crawl_mix, contributors * p.svc_items * data.logged_share(order)]
    )
    done = data.labelled(raw, data.labelling_capacity(order, p), data.labelling_effort(order))
    items = company.stocks.clean.copy()
    items[Source.SERVICE] = done.logged * data.logged_yield(order) / (1 - ground.kept)
    return data.effective_items(items, order, ground)


def _data_to_quality(company: Company, ground: Ground) -> float:
    """Return the quality that 1 % more items would add to the model in work, per unit of ln n."""
    now, more = (company.would_be(company.stocks.clean * factor, ground) for factor in (1.0, NUDGE))
    return max(more - now, 0.0) / float(exact.log(NUDGE))


def _pull(company: Company, offers: Offers, crowd: Crowd) -> tuple[tuple[float, float], float]:
    """Return (joins, share leaving) today, and the rise of ln(joins/leaving) per unit of quality."""
    firm = company.index
    quiet = replace(offers, marketing_won=np.zeros_like(offers.marketing_won))
    better = replace(quiet, quality=offers.quality.copy(), lab_quality=offers.lab_quality.copy())
    better.quality[firm] += QUALITY_NUDGE
    better.lab_quality[firm] += QUALITY_NUDGE
    today, nudged = _floats(crowd.pressure(quiet, firm)), _floats(crowd.pressure(better, firm))
    rise = 0.0
    if today[0] > 0 and nudged[0] > 0:
        rise += float(exact.log(nudged[0] / today[0]))
    if today[1] > 0 and nudged[1] > 0:
        rise -= float(exact.log(nudged[1] / today[1]))
    return today, max(rise, 0.0) / QUALITY_NUDGE


def _floats(flow: tuple[float, float]) -> tuple[float, float]:
    """Return plain floats, for a report holds no NumPy numbers."""
    return float(flow[0]), float(flow[1])


def _loop_weeks(users: float, flow: tuple[float, float]) -> float:
    """Return the weeks in which the users grow by a factor e; infinite when they do not."""
    growth = flow[0] / users - flow[1] if users > 0 else 0.0
    return 1 / growth if growth > 0 else math.inf
