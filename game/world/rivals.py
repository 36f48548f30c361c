"""A mature firm: its product stands, and its engineers can only creep it forward.

A rival of this kind obeys the same `Decision` and keeps the same books as the player's firm. What differs is the
physics of a grown product: data and releases no longer decide, patience does (model document, rivals).
"""

import math
from dataclasses import dataclass
from typing import Any

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
            self.become(self.crept(self.skill))
        return False

    def crept(self, skill: Floats) -> Floats:
        """Return a product's quality after a week of the engineers' work."""
        hands = (self.decision.engineers - MAINTAINERS) / (ALL_HANDS - MAINTAINERS)
        creep = CREEP_SLOW + (CREEP_FAST - CREEP_SLOW) * min(max(hands, 0.0), 1.0)
        better: Floats = np.maximum(skill, np.minimum(skill + creep, BEST_MATURE))
        return better

    def adopt(self, gain: float) -> None:
        """Take over what somebody gave away: so much quality, but for the last of it, which no gift brings."""
        self.become(np.maximum(self.skill, np.minimum(self.skill + gain, BEST_MATURE)))

    def become(self, skill: Floats) -> None:
        """Take on this quality, (S,); a grown firm knows its product as its users do."""
        self.skill = self.lab_skill = skill

    def speed_util(self, ground: Ground) -> float:  # noqa: ARG002 as every firm
        """Return 0: habit has made its waiting times invisible; they are in its brand."""
        return 0.0


def standing(index: int, rival: Rival, users: Floats, ground: Ground) -> dict[str, Any]:
    """Return what a rival with a finished product is made of as the level opens, by field of `Company`.

    Args:
        index: its place among the firms.
        rival: what the level says of it.
        users: people who use it, (S,).
        ground: what no firm can change.
    """
    segments = ground.people.size
    error = ground.parameters.E0 - rival.quality * (ground.parameters.E0 - BEST_ERROR)
    return {
        "index": index,
        "ledger": Ledger(rival.cash_won),
        "decision": resting(rival, ground),
        "trust": np.full(segments, TRUST_AT_REST),
        "lab_errors": np.full(segments, error),
        "skill": np.full(segments, rival.quality),
        "lab_skill": np.full(segments, rival.quality),
        "users": users,
        "stocks": no_stocks(segments),
        "ux": rival.ux,
        "brand": ground.parameters.brand_inc if rival.brand is None else rival.brand,
        "model": int(ModelKind.DEEP),
        "releases": 1,
        "has_launched": True,
        "launch_week": 0,
        "peak_users": math.fsum(users.tolist()),
    }


def resting(rival: Rival, ground: Ground) -> Decision:
    """Return the orders of a firm that maintains what it has."""
    return Decision(
        price_won=ground.reference_price_won,
        engineers=rival.engineers,
        open_data=False,
        feedback_permille=0,
        collection_permille=0,
        seeks_funding=False,
    )


def grown(index: int, rival: Rival, users: Floats, ground: Ground) -> MatureCompany:
    """Return a rival with a finished product as the level opens."""
    return MatureCompany(**standing(index, rival, users, ground))
