"""How content people are with the player's service: the share of good reviews that its users of each segment would write.

A review follows sigma(1.3 V), and V is what the offer is worth to somebody with the average taste of the segment. Nothing is
drawn and nothing is stored; the reports keep what it was.
"""

import math
from typing import TYPE_CHECKING

import numpy as np

from agents import exact
from agents.arrays import Floats
from agents.messages import Offers, Taste
from agents.nature import Nature
from agents.week import SLOPE, WEIGHT_OF, WEIGHTED, features

if TYPE_CHECKING:
    from game.world.model import MarketModel


def by_segment(model: "MarketModel") -> Floats:
    """Return the share of good reviews by segment, (S,); 0 while people cannot use the service."""
    if not model.offers.is_open[0]:
        return np.zeros(len(model.level.segments))
    asked, found = model.scene.reviews or (None, None)
    if asked is not model.offers or found is None:  # the week's offers are asked about several times
        found = reviews(model.offers, model.market.nature, tuple(s.taste for s in model.level.segments))
        model.scene.reviews = (model.offers, found)
    return found


def reviews(offers: Offers, nature: Nature, tastes: tuple[Taste, ...]) -> Floats:
    """Return the share of good reviews of the player's offer by people of these tastes, (S,)."""
    weighted, fixed = features(offers, nature)
    weights = np.array([_weights(taste, nature) for taste in tastes])[:, WEIGHT_OF]  # (S, WEIGHTED)
    own = np.cumsum(weighted[0, :, :WEIGHTED] * weights, axis=1)[:, -1]
    shares: Floats = exact.sigma(SLOPE * (own + np.cumsum(fixed[0], axis=1)[:, -1]))
    return shares


def _weights(taste: Taste, n: Nature) -> tuple[float, ...]:
    """Return the mean weights of a segment in the order of `agents.users.COEFFICIENTS`."""
    means = (n.b_q, n.b_ux, n.b_content, n.b_trust, 1.0, n.b_price, n.b_net)
    own = (taste.quality, taste.ux, taste.content, taste.privacy, taste.speed, taste.price, 1.0)
    return tuple(mean * factor for mean, factor in zip(means, own, strict=True))


def mean_so_far(model: "MarketModel") -> float:
    """Return the average over all weeks since the service opened, as the reports have it; 0 before."""
    open_weeks = [report.satisfaction for report in model.reports if report.has_launched]
    return math.fsum(open_weeks) / len(open_weeks) if open_weeks else 0.0
