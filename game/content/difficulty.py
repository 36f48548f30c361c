"""Difficulties and assists change a level as a mod's file would: by keys with `{scale: ...}`, merged after everything else.

So the figures are checked like any others, `explain` can trace them, and the level's hash is that of what is played.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from game.content.amounts import amount, written
from game.content.complaints import Complaint, LevelError, Said, meant
from game.content.handicaps import WAYS
from game.content.merging import Merging, is_change
from game.content.nodes import Entry, Leaf, Map, Node, find
from game.content.places import Place, top
from game.content.settings import KNOWN
from game.content.shape_rivals import SPECIAL, Competitor
from game.content.tree import read_file

FILE = Path(__file__).parents[2] / "assets" / "difficulty.yaml"
EVERY = "*"  # every firm of a level that has a use for the key
_PARAMETERS, _FIRMS = "parameters", "competitors"

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """One figure a way changes: its key, and what it is multiplied by."""

    key: Keys
    by: Decimal
    place: Place

    @property
    def said(self) -> str:
        """Return the line that a journal holds: `player.cash x1.3`."""
        return f"{'.'.join(self.key)} x{written(self.by)}"


@lru_cache(maxsize=1)
def _sections() -> Mapping[str, tuple[Factor, ...]]:
    root = read_file(FILE, f"assets/{FILE.name}").root
    assert root is not None, f"{FILE} cannot be read"
    return {name: tuple(_factors(entry.value, ())) for name, entry in root.entries.items()}


def _factors(node: Node, keys: Keys) -> Iterator[Factor]:
    assert isinstance(node, Map), f"{keys} in {FILE} is neither a map nor a change"
    if is_change(node):
        scale = node.entries["scale"].value
        by = amount(scale) if isinstance(scale, Leaf) else None
        assert by is not None, f"{keys} in {FILE} is scaled by nothing"
        yield Factor(keys, by, scale.place)
        return
    for key, entry in node.entries.items():
        yield from _factors(entry.value, (*keys, key))


def factors(ways: Sequence[str]) -> tuple[Factor, ...]:
    """Return what ways change, in order.

    Raises:
        LevelError: there is no such way.
    """
    unknown = [way for way in ways if way not in WAYS]
    if unknown:
        found = unknown[0][:80]
        raise LevelError(
            [Complaint("L313", top(found), {"kind": Said("level"), "found": found}, "", meant(found, WAYS))]
        )
    return tuple(factor for way in ways for factor in _sections()[way])


def said(ways: Sequence[str]) -> tuple[str, ...]:
    """Return what ways change, as a journal writes it down."""
    return tuple(factor.said for factor in factors(ways))


def change(merging: Merging, ways: Sequence[str]) -> None:
    """Change a level that has been put together."""
    for factor in factors(ways):
        for key in _meant(merging.root, factor.key):
            change_one = replace(factor, key=key)
            basis = _basis(merging.root, change_one)
            if basis is not None:
                merging.override(_nested(key, basis, factor.place))
            merging.override(_nested(key, _scale(factor), factor.place))


def _meant(root: Map, key: Keys) -> list[Keys]:
    """Return the keys that one with a star stands for."""
    if EVERY not in key:
        return [key]
    place = key.index(EVERY)
    firms = find(root, key[:place])
    if not isinstance(firms, Map):
        return []
    return [
        (*key[:place], one, *key[place + 1 :]) for one in firms.entries if _reads(root, one, key[place + 1])
    ]


def _reads(root: Map, firm: str, key: str) -> bool:
    """Return whether a firm's strategy has a use for a key."""
    strategy = find(root, (_FIRMS, firm, "strategy"))
    return key not in SPECIAL or (isinstance(strategy, Leaf) and strategy.text == SPECIAL[key].value)


def _basis(root: Map, factor: Factor) -> Node | None:
    """Return what to set first: the market's own figure where the level sets none, or a reason to leave the plausible range."""
    node = find(root, factor.key)
    usual = _usual(factor.key)
    if factor.key[0] != _PARAMETERS:
        return None if node is not None else _leaf(factor, usual)
    found = amount(node) if isinstance(node, Leaf) else None
    now = found if found is not None else usual
    known, after = KNOWN[factor.key[-1]], now * factor.by
    if isinstance(node, Map) or known.low <= after <= known.high:
        return None if node is not None else _leaf(factor, usual)
    reasons = {
        "value": _leaf(factor, now),
        "override": Leaf(factor.place, "yes"),
        "why": Leaf(factor.place, "difficulty"),
    }
    return Map(factor.place, {key: Entry(key, factor.place, leaf) for key, leaf in reasons.items()})


def _usual(key: Keys) -> Decimal:
    """Return the figure of a key that a level does not set; every level sets the money of the player."""
    if key[0] == _PARAMETERS:
        from game.world.parameters import Parameters

        return Decimal(str(getattr(Parameters(), key[-1])))
    if key[0] == _FIRMS:
        return Decimal(str(Competitor.model_fields[key[-1]].default))
    return Decimal(0)


def _leaf(factor: Factor, value: Decimal) -> Leaf:
    return Leaf(factor.place, format(value, "f"))


def _scale(factor: Factor) -> Map:
    leaf = Leaf(factor.place, format(factor.by, "f"))
    return Map(factor.place, {"scale": Entry("scale", factor.place, leaf)}, flow=True)


def _nested(key: Keys, value: Node, place: Place) -> Map:
    """Return a tree with one value in it."""
    for one in reversed(key):
        value = Map(place, {one: Entry(one, place, value)})
    assert isinstance(value, Map)
    return value
