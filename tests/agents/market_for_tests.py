"""A small market with prescribed offers, for tests of people alone: no companies, no money."""

from dataclasses import replace
from typing import Any

import numpy as np

from agents.columns import PopulationModel
from agents.market import Market
from agents.messages import Offers, Taste
from agents.users import Nature, Origin, User, born

NATURE = Nature(
    v0=-2.9, b_q=4.0, b_ux=1.2, b_content=1.8, b_trust=2.0, b_price=0.8, b_net=0.0, consider=0.02, wom=0.1,
    switch_rate=0.004, switch_cost=1.2, conv_max=0.32, promote=0.06, lapse_half=39.0, aw_p=0.0008, aw_q=0.6,
    aw_mkt=0.003, forget=0.004, cpi=2500.0, taste_sd=0.5, rewire=0.2, outside=0.1, acquaintances=8,
)  # fmt: skip
PEOPLE = (270_000, 150_000, 120_000, 60_000)
TASTES = tuple(Taste(privacy=p) for p in (0.9, 1.2, 0.8, 1.1))


class SmallMarket(PopulationModel):
    """A Mesa model that holds people and nothing else."""

    def __init__(self, agents: int = 2000, seed: int = 1, weeks: int = 60, **changes: Any) -> None:
        super().__init__(rng=seed)
        nature = replace(NATURE, **changes)
        origin = Origin(PEOPLE, TASTES, shares=(0.0, 0.12), awareness=(0.0, 0.85), agents=agents)
        self.populate(User, agents, born(origin, nature, seed))
        self.market = Market(self.users, origin, nature, seed, weeks)

    def play(self, weeks: int, **changes: Any) -> "SmallMarket":
        """Play so many weeks with the same offers."""
        for week in range(weeks):
            self.market.choose(offers(**changes), week)
        return self


def offers(**changes: Any) -> Offers:
    """Two open firms: the player with the better model, the incumbent with the name."""
    quality = np.repeat(np.array([[0.7], [0.62]]), 4, axis=1)
    plain = Offers(
        quality=quality,
        lab_quality=quality,
        ux=np.array([0.6, 0.6]),
        content=np.zeros(2),
        speed=np.array([-0.02, 0.0]),
        relative_price=np.ones(2),
        trust=np.full((2, 4), 0.7),
        brand=np.array([0.0, 0.8]),
        people=np.zeros((2, 4)),
        is_open=np.ones(2, np.bool_),
        marketing_won=np.array([20_000_000, 0]),
        advertised=np.zeros(2),
        collection=np.array([0.3, 0.3]),
        scandal=np.zeros(2, np.bool_),
        press=np.zeros(2),
        scandal_churn=0.15,
    )
    return replace(plain, **changes)
