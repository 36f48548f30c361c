"""What waiting for an answer is worth to people, where not everybody meets the model in the same way.

A test that shows its reasoning may take its time; a suggestion while one types must be there at once (source deck: accuracy is
not the only answer). As a rule a firm decides for everybody, with one lever. A level may also have people whose product is always
of one kind, so that one model serves both.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from game.world import learning
from game.world.company import Company
from game.world.ground import Floats, Ground
from game.world.level import Meets


def speeds(companies: Sequence[Company], ground: Ground) -> Floats:
    """Return what waiting is worth, util: (F,), or (F, S) where some people meet the player's model in their own way."""
    speed = np.array([c.speed_util(ground) for c in companies])
    if all(meets is Meets.OFFERED for meets in ground.meets):
        return speed
    by_segment = np.repeat(speed[:, None], ground.people.size, axis=1)
    by_segment[0] = [_speed_for(companies[0], meets, ground) for meets in ground.meets]
    return by_segment


def _speed_for(company: Company, meets: Meets, ground: Ground) -> float:
    if meets is Meets.OFFERED:
        return company.speed_util(ground)
    order = replace(company.decision, is_visible=meets is Meets.SHOWN)
    kind = company.kind_in_use
    seconds = learning.latency_s(kind, company.users_now, order, ground.parameters)
    return learning.latency_util(seconds, order.is_visible, ground.parameters)
