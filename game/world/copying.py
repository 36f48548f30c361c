"""A firm that copies: what the player has proved, it rebuilds, and does not pay for finding out.

Its quality moves 2 % of the way a week towards 92 % of the player's; of all else that distinguishes the player,
design, content, speed and even lost trust, it takes 70 %. Its advertising makes a known name known for this too:
it buys awareness, not installs (model document, rivals: the fast follower, prototyped there). Before it enters it
is nothing but a few people who watch the market.
"""

from dataclasses import dataclass

import numpy as np

from agents.messages import Offers
from game.world.company import TRUST_AT_REST
from game.world.ground import Floats, Ground
from game.world.level import Rival
from game.world.rivals import ALL_HANDS, MatureCompany, standing

COPY_STEP = 0.02  # of the gap a week, with all hands at it
FIRST_COPY = 0.45  # quality with which a copy can be shown
TAKEN = 0.7  # of what distinguishes the player besides its model
CAMPAIGN = 0.010  # of those who do not know the firm learn of it, a week
CAMPAIGN_WON = 3_300_000  # what that costs a week (`agents.challengers` knows the same price)
MOST_SHOWN = 0.05  # a week, however much is spent: eyes are few


@dataclass(slots=True)
class CopyingCompany(MatureCompany):
    """A firm whose product is another's, a little worse."""

    copies: float = 0.92  # of the player's quality
    model_quality: float = 0.0  # the player's, on the average of all people, as last studied
    model_speed: float = 0.0  # util
    is_backed: bool = False  # a larger firm has bought it

    def study(self, offers: Offers, ground: Ground) -> None:
        """Take apart what the player offered last week."""
        self.model_quality = ground.overall(offers.quality[0])
        speed = offers.speed[0]
        self.model_speed = ground.overall(speed) if speed.ndim else float(speed)
        # What questions cost the player beyond all its design is no design to take over.
        self.ux, self.content = TAKEN * max(float(offers.ux[0]), 0.0), TAKEN * float(offers.content[0])
        self.trust = TRUST_AT_REST + TAKEN * (offers.trust[0] - TRUST_AT_REST)

    def train(self, week: int, ground: Ground) -> bool:  # noqa: ARG002 as every firm
        """Open when ordered to, and rebuild a little more of the player's model."""
        if not (self.is_alive and self.decision.opens_early):
            return False
        if not self.has_launched:
            self.has_launched, self.launch_week, self.releases = True, week, 1
        now = np.maximum(self.skill, FIRST_COPY)
        step = min(COPY_STEP * self.decision.engineers / ALL_HANDS, 1.0)
        self.become(now + step * (self.copies * self.model_quality - now))
        return False

    def speed_util(self, ground: Ground) -> float:  # noqa: ARG002 as every firm
        """Return what its speed is worth, util: most of the player's."""
        return TAKEN * self.model_speed

    @property
    def shown(self) -> float:
        """Return the share of those who do not know the firm that its campaign reaches this week."""
        return min(CAMPAIGN * self.decision.marketing_won / CAMPAIGN_WON, MOST_SHOWN)


def watching(index: int, rival: Rival, users: Floats, ground: Ground) -> CopyingCompany:
    """Return a follower that has not entered yet; one to which the level gives users is in the market already."""
    parts = standing(index, rival, users, ground)
    if parts["peak_users"] <= 0:
        parts |= {
            "skill": np.zeros_like(users),
            "lab_skill": np.zeros_like(users),
            "has_launched": False,
            "launch_week": -1,
            "releases": 0,
            "model": -1,
        }
    return CopyingCompany(**parts, copies=rival.copies)
