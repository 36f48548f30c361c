"""The ground all firms stand on: people by segment, how far data are from them, what things cost.

It is worked out once from the level and the world's parameters, so that the weekly rules only multiply small
arrays. S segments, K = 4 sources in the order of `agents.messages.Source`.
"""

import math
from dataclasses import dataclass

import numpy as np

from agents import exact
from agents.arrays import Floats as Floats
from game.world.level import Level, Meets
from game.world.parameters import Parameters

FARTHEST = 0.95  # no two segments are without anything in common; keeps every item worth something


@dataclass(frozen=True, slots=True)
class Ground:
    """What no firm can change. Shares over segments add up to 1."""

    parameters: Parameters
    people: Floats  # (S,)
    weights: Floats  # (S,) share of all people
    privacy: Floats  # (S,) how much the segment minds
    open_mix: Floats  # (S,) whom open data are about
    crawl_mix: Floats  # (S,)
    distance: Floats  # (K, S, S) of an item from source k about segment i, seen from segment j
    closeness: Floats  # (K, S, S) what such an item is worth, (1 - distance)^2
    reference_price_won: int
    kept: float  # share of a datum's relevance left after a week
    forgiven: float  # share of lost trust that comes back in a week
    meets: tuple[Meets, ...] = ()  # (S,) how people meet the player's model; empty for as it is offered

    def overall(self, by_segment: Floats) -> float:
        """Return the average over all people of a figure by segment."""
        return math.fsum((by_segment * self.weights).tolist())


def ground_of(level: Level, parameters: Parameters) -> Ground:
    """Return the ground of a level in a world with these parameters."""
    people = np.array([s.people for s in level.segments], np.float64)
    distance = _distances(level, parameters)
    near = 1 - distance
    return Ground(
        parameters=parameters,
        people=people,
        weights=people / math.fsum(people.tolist()),
        privacy=np.array([s.taste.privacy for s in level.segments], np.float64),
        open_mix=np.array([s.open_share for s in level.segments], np.float64),
        crawl_mix=np.array([s.crawl_share for s in level.segments], np.float64),
        distance=distance,
        closeness=near * near,
        reference_price_won=level.reference_price_won,
        kept=float(exact.power(0.5, 1 / parameters.half_life)),
        forgiven=1 - float(exact.power(0.5, 1 / parameters.trust_half)),
        meets=tuple(s.meets for s in level.segments),
    )


def _distances(level: Level, p: Parameters) -> Floats:
    """Return one notion of distance for source and culture: what is common to both steps is what is left of the item."""
    sources = np.array([p.open_dist, p.crawl_dist, p.svc_dist, p.buy_dist], np.float64)
    culture = np.array(level.distances, np.float64)
    common = 1 - np.clip(p.culture * culture, 0, FARTHEST)
    distance: Floats = 1 - (1 - sources)[:, None, None] * common[None]
    return distance
