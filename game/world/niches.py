"""A firm made for one kind of people: the further somebody's way of speaking is from theirs, the less it understands."""

from dataclasses import dataclass, field

import numpy as np

from game.world.ground import FARTHEST, Floats, Ground
from game.world.level import Level, Rival
from game.world.rivals import BEST_MATURE, MatureCompany, standing

REMADE = (
    0.2  # of the way to its new people that a product is made over in a week; judged: half in three weeks
)


@dataclass(slots=True)
class NicheCompany(MatureCompany):
    """A mature firm with an aim."""

    aim: int = 0  # segment
    craft: float = 0.0  # quality as its own people would feel it
    near: Floats = field(
        default_factory=lambda: np.ones((1, 1))
    )  # (S, S) share of the craft that carries over

    def train(self, week: int, ground: Ground) -> bool:  # noqa: ARG002 as every firm
        """Let the craft creep forward, and the product follow its aim."""
        if week > 0 and self.is_alive:
            self.craft = float(self.crept(np.array([self.craft]))[0])
            self.become(self.skill + REMADE * (self.craft * self.near[self.aim] - self.skill))
        return False

    def adopt(self, gain: float) -> None:
        """Put what somebody gave away into the craft; the product follows."""
        self.craft = max(self.craft, min(self.craft + gain, BEST_MATURE))


def aimed(index: int, rival: Rival, users: Floats, ground: Ground, level: Level) -> NicheCompany:
    """Return a niche firm as the level opens, its product made for its first segment."""
    far = np.clip(ground.parameters.culture * np.array(level.distances, np.float64), 0.0, FARTHEST)
    parts = standing(index, rival, users, ground)
    skill = rival.quality * (1 - far[rival.segment])
    parts |= {"skill": skill, "lab_skill": skill}
    return NicheCompany(**parts, aim=rival.segment, craft=rival.quality, near=1 - far)
