"""What a player cannot know, taken out of a world before it is asked about the future.

A forecast that used this world's own luck, its hidden numbers or the event cards still in the deck would be a look at the answer.
So a copy gets other luck, no card that has not been seen, and numbers of the market as somebody may believe them who has watched
it for so long: at first no better than what holds in any world of the level, later closer and closer to the truth. What is in the
open stays: the people as they are, the firms' products, prices and orders, and the cards on the table.
"""

import math
from dataclasses import fields, replace

from game.world import opening
from game.world.ground import ground_of
from game.world.jitter import jittered
from game.world.model import MarketModel
from game.world.parameters import Parameters, about

STRIDE = 1_000_003  # keeps the copies' seeds apart from each other and from the neighbours of the world's own
_SEEDS = 2**31
LEARNING_WEEKS = 26  # of watching that teach as much about a market as was known before; judged
_BELIEF = (
    999_983  # the number of the copy whose draw is the error of what is believed; no forecast makes so many
)


def other_seed(seed: int, number: int) -> int:
    """Return the seed of copy `number`, from 0; never the world's own."""
    return (seed + STRIDE * (number + 1)) % _SEEDS


def in_the_dark(world: MarketModel, number: int) -> MarketModel:
    """Return copy `number` of a world as a player may imagine it; the world is left alone."""
    seed = other_seed(world.seed, number)
    copy = world.branch(seed)
    copy.measures_ring = False
    unseen = (card.id for card in copy.level.events if card.id not in copy.deck.drawn)
    copy.deck.drawn |= dict.fromkeys(unseen, copy.week)
    if copy.level.jitter > 0:
        _believe(copy, world.seed, seed)
    return copy


def _believe(copy: MarketModel, own: int, other: int) -> None:
    """Give a copy numbers that may be believed; what event cards have changed stays changed."""
    level, now = copy.level, copy.parameters
    seeds = (own, other_seed(own, _BELIEF), other)
    worlds = [jittered(level.parameters, level.jitter, seed) for seed in seeds]
    believed = {f.name: _believed(f.name, copy, worlds) for f in fields(Parameters)}
    copy.parameters = copy.scene.parameters = replace(now, **believed)
    copy.ground = ground_of(level, copy.parameters)
    copy.market.nature = opening.nature_of(level, copy.parameters)


def _believed(name: str, copy: MarketModel, worlds: list[Parameters]) -> float:
    """Return one number as it may be believed after so many weeks, inside its plausible range.

    Logarithms of the numbers are normal around the level's own. Who has watched for a while believes the normal posterior: its
    centre lies between the level's number and the truth, off by an error of its own, and its spread has shrunk alike.
    """
    value, base = (float(getattr(numbers, name)) for numbers in (copy.parameters, copy.level.parameters))
    if value == 0 or base == 0:
        return value
    truth, error, draw = (math.log(float(getattr(world, name)) / base) for world in worlds)
    left = 1 / (1 + copy.week / LEARNING_WEEKS)  # share of the first variance that watching has left
    belief = (1 - left) * truth + math.sqrt(left * (1 - left)) * error + math.sqrt(left) * draw
    known = about()[name]
    low, high = min(known.low, value), max(known.high, value)
    return min(max(value * math.exp(belief - truth), low), high)
