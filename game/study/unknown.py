"""What a player cannot know, taken out of a world before it is asked about the future.

A forecast that used this world's own luck, its hidden numbers or the event cards still in the deck would be a look at the answer.
So a copy gets other luck, market numbers drawn anew as they are drawn for any world of the level, and no card that has not
been seen. What is in the open stays: the people as they are, the firms' products, prices and orders, and the cards on the table.
"""

from dataclasses import fields, replace

from game.world import opening
from game.world.ground import ground_of
from game.world.model import MarketModel
from game.world.parameters import Parameters, about, jittered

STRIDE = 1_000_003  # keeps the copies' seeds apart from each other and from the neighbours of the world's own
_SEEDS = 2**31


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
    _draw_numbers(copy, world.seed, seed)
    return copy


def _draw_numbers(copy: MarketModel, own: int, other: int) -> None:
    """Give a copy the numbers of another world of its level; what event cards have changed stays changed."""
    level, now = copy.level, copy.parameters
    if level.jitter == 0:
        return
    old, new = (jittered(level.parameters, level.jitter, seed) for seed in (own, other))
    drawn = {f.name: _moved(f.name, now, old, new) for f in fields(Parameters)}
    copy.parameters = copy.scene.parameters = replace(now, **drawn)
    copy.ground = ground_of(level, copy.parameters)
    copy.market.nature = opening.nature_of(level, copy.parameters)


def _moved(name: str, now: Parameters, old: Parameters, new: Parameters) -> float:
    """Return a number moved from one world to the other, inside its range."""
    value, was, then = (float(getattr(numbers, name)) for numbers in (now, old, new))
    if was in (0.0, then):
        return value
    known = about()[name]
    return min(max(value * then / was, min(known.low, value)), max(known.high, value))
