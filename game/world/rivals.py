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

    grown_quality: float = 0.0

    def gather(self, contributors: Floats, ground: Ground) -> Cleaned:
        """Return no labelling: what a grown firm learns from its data is in the creep of its quality."""
        nothing = np.zeros(contributors.shape)
        return Cleaned(nothing, nothing, 0.0)

    def train(self, week: int, ground: Ground) -> bool:
        """Let the engineers creep the product forward; nothing is released."""
        hands = (self.decision.engineers - MAINTAINERS) / (ALL_HANDS - MAINTAINERS)
        creep = CREEP_SLOW + (CREEP_FAST - CREEP_SLOW) * min(max(hands, 0.0), 1.0)
        if week > 0 and self.is_alive:
            self.grown_quality = max(self.grown_quality, min(self.grown_quality + creep, BEST_MATURE))
        return False

    def quality(self, ground: Ground) -> Floats:
        """Return the quality, the same for every segment, (S,)."""
        return np.full(ground.people.size, self.grown_quality)

    def lab_quality(self, ground: Ground) -> Floats:
        """Return the quality: what it measures is what people feel, (S,)."""
        return self.quality(ground)

    def speed_util(self, ground: Ground) -> float:
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
    error = ground.parameters.E0 - rival.quality * (ground.parameters.E0 - BEST_ERROR)
    errors = np.full(ground.people.size, error)
    company = MatureCompany(
        index=index,
        ledger=Ledger(rival.cash_won),
        decision=order,
        trust=np.full(ground.people.size, TRUST_AT_REST),
        errors=errors,
        lab_errors=errors,
        users=users,
        stocks=no_stocks(ground.people.size),
        ux=rival.ux,
        brand=ground.parameters.brand_inc if rival.brand is None else rival.brand,
        model=int(ModelKind.DEEP),
        releases=1,
        has_launched=True,
        launch_week=0,
        grown_quality=rival.quality,
    )
    company.peak_users = math.fsum(users.tolist())
    return company
