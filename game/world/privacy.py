"""Data kept are data that can leak.

The more is stored and the more eagerly it is collected, the likelier a scandal; selling data makes it likelier
still, governance less so. A scandal costs users, trust, reputation and a fine; trust comes back slowly. Figures:
the fine follows the Iruda case of 2021, the loss of users a survey of 2018.
"""

import math

import numpy as np

from agents import exact, luck
from agents.luck import Stream
from agents.messages import Source
from game.world.company import TRUST_AT_REST, Company
from game.world.data import LOGGED
from game.world.ground import Ground
from game.world.levers import GOVERNANCE_UNIT_WON
from game.world.money import Reason

# Aggregate reference model, section "privacy": judged there.
HAZARD_BASE, HAZARD_BY_COLLECTION, HAZARD_BY_SALE = 0.3, 2.5, 6.0
GOVERNANCE_HELPS = 0.7  # share of the hazard that effort 1 removes
STORED_UNIT = 1000.0  # items
NOTICED_USERS = 500  # fewer, and no journalist cares
LN_10 = 2.302585092994046


def stored_items(company: Company) -> float:
    """Return how many items about its users a firm keeps, cleaned or not."""
    items = company.stocks.clean[Source.SERVICE].tolist() + company.stocks.raw[LOGGED].tolist()
    return math.fsum(items)


def hazard(company: Company, ground: Ground) -> float:
    """Return the chance that a scandal breaks out this week."""
    if not company.is_open or company.users_now <= NOTICED_USERS:
        return 0.0
    order = company.decision
    eager = order.collection_permille / 1000
    temptation = HAZARD_BASE + HAZARD_BY_COLLECTION * (eager * eager) + HAZARD_BY_SALE * order.sell_data
    kept = float(exact.log(1 + stored_items(company) / STORED_UNIT)) / LN_10
    effort = min(order.governance_won / GOVERNANCE_UNIT_WON, 1.0)
    return ground.parameters.hz_scandal * temptation * kept * (1 - GOVERNANCE_HELPS * effort)


def breaks_out(company: Company, week: int, seed: int, ground: Ground) -> bool:
    """Return whether a scandal breaks out this week."""
    return luck.share(seed, week, Stream.HAZARD, company.index) < hazard(company, ground)


def suffer(company: Company, ground: Ground) -> None:
    """Let a scandal cost trust and a fine. What it does to users and reputation, they do themselves."""
    p = ground.parameters
    company.scandals += 1
    company.trust = np.clip(company.trust - p.trust_hit * ground.privacy, 0.0, 1.0)
    company.ledger.pay(Reason.FINE, p.fine)


def forgive(company: Company, ground: Ground) -> None:
    """Let trust move a week's way back to what people grant an unknown service."""
    company.trust = company.trust + (TRUST_AT_REST - company.trust) * ground.forgiven
