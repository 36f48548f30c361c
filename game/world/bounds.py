"""How far a number of the market can go before it means nothing at all.

The ranges of `game.world.parameters` say what is plausible, and a level may leave them with a reason. It may not leave these
bounds: no spread is negative, no chance exceeds one, nothing that is divided by is zero. Chosen so that
`tests/world/test_ranges.py::test_no_override_makes_a_world_meaningless` holds.
"""

import math

from game.world.parameters import about

_MOST_WON, _MOST_ITEMS = 1e12, 1e9  # far beyond any firm; every product of a few stays finite
_MOST_UTIL = (
    50.0  # a service worth that much is chosen by everybody; utility is counted in 32 bits of 2^-16 util
)

_BY_UNIT: dict[str, tuple[float, float]] = {
    "error": (0.0, 1.0),
    "error/distance": (0.0, 10.0),
    "distance": (0.0, 1.0),
    "share": (0.0, 1.0),
    "trust": (0.0, 1.0),
    "chance/call": (0.0, 1.0),
    "chance/half-year": (0.0, 1.0),
    "chance/meeting": (0.0, 1.0),
    "1/week": (0.0, 1.0),
    "1/user-week": (0.0, 1.0),
    "1/seller-week": (0.0, 100.0),
    "1/round": (0.0, 10.0),
    "per M won": (0.0, 1.0),
    "-": (0.0, 10.0),
    "weeks": (1.0, 10_000.0),
    "items": (1.0, _MOST_ITEMS),
    "items/user-week": (0.0, 10_000.0),
    "items/FTE-week": (0.0, 1e6),
    "req./user-week": (0.0, 10_000.0),
    "won": (0.0, _MOST_WON),
    "won/week": (0.0, _MOST_WON),
    "won/year": (0.0, _MOST_WON),
    "won/item": (0.0, _MOST_WON),
    "won/request": (0.0, _MOST_WON),
    "won/FTE-week": (0.0, _MOST_WON),
    "won/user-week": (0.0, _MOST_WON),
    "utils": (0.0, _MOST_UTIL),
    "utils/s": (0.0, _MOST_UTIL),
    "utils/trust": (0.0, _MOST_UTIL),
    "utils per ln": (0.0, _MOST_UTIL),
    "utils per +100 % price": (0.0, _MOST_UTIL),
    "sd of ln": (0.0, 3.0),
    "people": (1.0, 10_000.0),
    "engineers": (0.0, 1000.0),
}

_OWN: dict[str, tuple[float, float]] = {
    "E0": (0.1, 1.0),  # quality is reckoned from E0 down to an error of 0.05
    "v0": (-_MOST_UTIL, _MOST_UTIL),  # to do without may be better or worse than anything
    "brand_inc": (-_MOST_UTIL, _MOST_UTIL),
    "hype_half": (0.0, 10_000.0),  # 0: never
    # Half of all labels wrong is as good as none; more would teach the opposite.
    "open_noise": (0.0, 0.5),
    "crawl_noise": (0.0, 0.5),
    "svc_noise": (0.0, 0.5),
    "buy_noise": (0.0, 0.5),
    # what is divided by
    "item_cost": (1.0, _MOST_WON),
    "annot_cost": (1.0, _MOST_WON),
    "cpi": (1.0, _MOST_WON),
    "arpu": (1.0, _MOST_WON),
    "svc_items": (0.01, 10_000.0),
}


def bounds(name: str) -> tuple[float, float]:
    """Return the lowest and the highest figure that still mean something; the plausible range always lies between them.

    Raises:
        KeyError: no parameter has this name.
    """
    known = about()[name]
    low, high = _OWN.get(name) or _BY_UNIT[known.unit]
    return min(low, known.low), max(high, known.high)


def is_sensible(name: str, value: float) -> bool:
    """Return whether a parameter can be this at all."""
    low, high = bounds(name)
    return math.isfinite(value) and low <= value <= high
