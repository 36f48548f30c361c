"""The numbers of one world: those of its level, each a little off, as nobody knows them exactly."""

from dataclasses import replace

from agents import exact, luck
from game.world.parameters import Parameters, about

# The shape of the people's network is not jittered: it is a setting of the study, not an uncertain quantity.
_FIXED = frozenset({"taste_sd", "rewire", "outside", "acquaintances"})


def jittered(parameters: Parameters, spread: float, seed: int) -> Parameters:
    """Return the parameters of one world: each times a lognormal factor, kept inside its plausible range.

    Args:
        parameters: the level's own numbers; one that lies outside its range is never moved further out.
        spread: standard deviation of the logarithm of the factor, 0 for none.
        seed: the world's seed.
    """
    if spread == 0:
        return parameters
    table = luck.normal_table()
    changes: dict[str, float] = {}
    for i, (name, known) in enumerate(about().items()):
        value = getattr(parameters, name)
        if name in _FIXED or value == 0:
            continue
        z = float(table[luck.draw(seed, 0, luck.Stream.WORLD, i) >> 16]) / luck.UTIL
        low, high = min(known.low, value), max(known.high, value)
        changes[name] = min(max(value * float(exact.exp(spread * z)), low), high)
    return replace(parameters, **changes)
