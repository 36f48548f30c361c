"""A week of the clients of technology firms, and the loop they are a part of.

For a firm that sells technology the ring runs clients -> data -> performance -> clients. It is measured as the other
is, with clients counted as so many users as would bring the same data.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from agents.messages import Offers
from game.world import contracts
from game.world.contracts import ITEMS, LAPSES, TechnologyCompany
from game.world.ground import Ground
from game.world.loop import measure
from game.world.report import Ring

if TYPE_CHECKING:
    from game.world.model import MarketModel


def choose(model: "MarketModel") -> None:
    """Let the clients of every technology firm renew, decide and be found; tell what concerns the player."""
    for company in model.companies:
        if isinstance(company, TechnologyCompany):
            rivals = contracts.others(model.companies, company.index, model.ground)
            week = contracts.meet(company, rivals, model.week, model.ground)
            if company.index == 0:
                _tell(model, company, week)


def _tell(model: "MarketModel", company: TechnologyCompany, week: contracts.Week) -> None:
    room, now = model.newsroom, model.week + 1
    if company.has_failed:
        room.tell(now, "experiment.failed", number=float(company.failures))
    if week.signed:
        fee, number = float(company.fee_won), float(len(company.contracts))
        room.tell(now, "contract.signed", signed=float(week.signed), fee_won=fee, number=number)
    if week.wanting:
        quality = model.ground.overall(company.quality)
        room.tell(now, "contract.wanting", clients=float(week.wanting), quality=quality)
    if week.elsewhere:
        room.tell(now, "contract.elsewhere", clients=float(week.elsewhere))
    if week.lapsed:
        room.tell(now, "contract.lapsed", clients=float(week.lapsed), number=float(len(company.contracts)))


@dataclass(frozen=True, slots=True)
class Demand:
    """What clients make of a better technology, asked as people are asked."""

    company: TechnologyCompany
    ground: Ground

    def pressure(self, offers: Offers, firm: int) -> tuple[float, float]:
        """Return (clients expected to sign a week, counted as users; share that does not renew)."""
        p, explained = self.ground.parameters, self.company.explainability
        quality = [self.ground.overall(q) for q in offers.quality]
        rivals = [q for f, q in enumerate(quality) if f != firm and offers.is_open[f]]
        offer = contracts.terms(quality[firm], rivals, explained, p)
        found = self.company.decision.sellers * p.lead_rate * self.company.is_open
        return found * offer.good * offer.best * ITEMS / p.svc_items, LAPSES


def ring(model: "MarketModel") -> Ring:
    """Return the loop of the player's firm, measured this week."""
    player, ground = model.companies[0], model.ground
    if not isinstance(player, TechnologyCompany):
        return measure(player, model.contributors[0], model.offers, model.market, ground)
    givers = contracts.givers(player, ground)
    users = float(np.cumsum(givers)[-1])
    return measure(player, givers, model.offers, Demand(player, ground), ground, users)
