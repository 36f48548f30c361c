"""A mature firm: its product stands, and its engineers can only creep it forward.

A rival of this kind obeys the same `Decision` and keeps the same books as the player's firm. What differs is the
physics of a grown product: data and releases no longer decide, patience does (model document, rivals).
"""

import math
from dataclasses import dataclass

import numpy as np

from agents.messages import Decision, ModelKind
from game.world.company import TRUST_AT_REST, Company
from game.world.data import Cleaned, no_stocks
from game.world.ground import Floats, Ground
from game.world.learning import BEST_ERROR
from game.world.level import Rival
from game.world.money import Ledger

# Quality a week, by engineers: 0.0002 with a team that maintains, 0.0015 with all hands (model document, rivals; fitted there).
CREEP_SLOW, CREEP_FAST = 0.0002, 0.0015
MAINTAINERS, ALL_HANDS = 4, 12
BEST_MATURE = 0.88  # a product for everybody never fits anybody perfectly


@dataclass(slots=True)
class MatureCompany(Company):
    """A firm whose product is finished."""

    def gather(self, contributors: Floats, ground: Ground) -> Cleaned:  # noqa: ARG002 as every firm
        """Return no labelling: what a grown firm learns from its data is in the creep of its quality."""
        nothing = np.zeros(contributors.shape)
        return Cleaned(nothing, nothing, 0.0)

    def train(self, week: int, ground: Ground) -> bool:  # noqa: ARG002 as every firm
        """Let the engineers creep the product forward; nothing is released and nothing grows old."""
        if week > 0 and self.is_alive:
            hands = (self.decision.engineers - MAINTAINERS) / (ALL_HANDS - MAINTAINERS)
            creep = CREEP_SLOW + (CREEP_FAST - CREEP_SLOW) * min(max(hands, 0.0), 1.0)
            self.skill = np.maximum(self.skill, np.minimum(self.skill + creep, BEST_MATURE))
            self.lab_skill = self.skill
        return False

    def speed_util(self, ground: Ground) -> float:  # noqa: ARG002 as every firm
        """Return 0: habit has made its waiting times invisible; they are in its brand."""
        return 0.0


def grown(index: int, rival: Rival, users: Floats, ground: Ground) -> MatureCompany:
    """Return a rival as the level opens."""
    order = Decision(
        price_won=ground.reference_price_won,
        engineers=MAINTAINERS,
        open_data=False,
        feedback_permille=0,
        collection_permille=0,
        seeks_funding=False,
    )
    segments = ground.people.size
    error = ground.parameters.E0 - rival.quality * (ground.parameters.E0 - BEST_ERROR)
    company = MatureCompany(
        index=index,
        ledger=Ledger(rival.cash_won),
        decision=order,
        trust=np.full(segments, TRUST_AT_REST),
        lab_errors=np.full(segments, error),
        skill=np.full(segments, rival.quality),
        lab_skill=np.full(segments, rival.quality),
        users=users,
        stocks=no_stocks(segments),
        ux=rival.ux,
        brand=ground.parameters.brand_inc if rival.brand is None else rival.brand,
        model=int(ModelKind.DEEP),
        releases=1,
        has_launched=True,
        launch_week=0,
    )
    company.peak_users = math.fsum(users.tolist())
    return company
