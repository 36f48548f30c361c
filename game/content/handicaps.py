"""The ways in which a level can be made easier or harder, by name. What each changes stands in `assets/difficulty.yaml`.

A level played so is named with them: `the-loop+hard+slow-market`. The id itself can hold no `+`, so the two never mix.
"""

from collections.abc import Iterable

NORMAL = "normal"
DIFFICULTIES = ("gentle", NORMAL, "hard")
SLOW_MARKET = "slow-market"
WAYS = (*(name for name in DIFFICULTIES if name != NORMAL), SLOW_MARKET)
"""What changes a level's figures, in the order in which it does."""

_JOINT = "+"


def ways_of(difficulty: str, assists: Iterable[str]) -> tuple[str, ...]:
    """Return what a difficulty and assists change in a level; a name nobody knows stays, so that no level is found for it."""
    eased = (SLOW_MARKET,) if SLOW_MARKET in assists else ()
    return eased if difficulty == NORMAL else (difficulty, *eased)


def variant(level_id: str, ways: Iterable[str]) -> str:
    """Return the name of a level played so."""
    return _JOINT.join((level_id, *ways))


def parted(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the id of a level and the ways in which it is changed, as `variant` joined them."""
    level_id, *ways = name.split(_JOINT)
    return level_id, tuple(ways)
