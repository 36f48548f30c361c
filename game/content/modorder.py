"""In which order mods come, and which of them cannot be used: something is missing, twice there, in a circle, or at odds.

The order is that of what they build on, then of their ids, so that it is the same on every machine. A mod that cannot be used
takes those along that need it, and harms nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from game.content.complaints import Complaint, Said, errors, in_order
from game.content.mods import MOD_FILE, Mod


class State(Enum):
    """How a mod stands."""

    ON = "on"
    OFF = "off"  # by the player
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Standing:
    """A mod, how it stands, and everything that is to be said of it."""

    mod: Mod
    state: State
    complaints: tuple[Complaint, ...] = ()

    def broken(self, complaints: Sequence[Complaint]) -> Standing:
        """Return the mod as one that cannot be used."""
        return replace(self, state=State.BROKEN, complaints=in_order([*self.complaints, *complaints]))


Refused = Mapping[str, tuple[Complaint, ...]]


def settle(
    mods: Sequence[Mod], off: Collection[str] = (), refused: Refused | None = None
) -> tuple[Standing, ...]:
    """Return how each mod stands: those in use first, in their order, then those turned off, then the broken ones.

    Args:
        mods: as they were found.
        off: ids of those the player has turned off.
        refused: what else is wrong with some of them, by the name of their folder.
    """
    found = [_alone(mod, off, (refused or {}).get(mod.name, ())) for mod in mods]
    found = _each_once(found)
    found = _without_circles(found)
    found = _at_odds(found)
    while True:
        left = [_needing(one, found) for one in found]
        if left == found:
            break
        found = left
    depth = _depths(found)
    rank = {State.ON: 0, State.OFF: 1, State.BROKEN: 2}
    return tuple(
        sorted(found, key=lambda one: (rank[one.state], depth.get(one.mod.id, 0), one.mod.id, one.mod.name))
    )


def _alone(mod: Mod, off: Collection[str], refused: tuple[Complaint, ...]) -> Standing:
    is_broken = mod.shape is None or bool(errors(mod.complaints)) or bool(refused)
    state = State.BROKEN if is_broken else State.OFF if mod.id in off else State.ON
    return Standing(mod, state, in_order([*mod.complaints, *refused]))


def _each_once(found: list[Standing]) -> list[Standing]:
    """Refuse mods that share an id: nobody could tell which is meant."""
    kept = []
    for one in found:
        twins = [other.mod for other in found if other.mod.id == one.mod.id and other is not one]
        if twins and one.mod.shape is not None:
            args = {"found": one.mod.id, "other": f"{twins[0].name}/{MOD_FILE}"}
            kept.append(one.broken([Complaint("M601", one.mod.at("id"), dict(args), "id")]))
        else:
            kept.append(one)
    return kept


def _without_circles(found: list[Standing]) -> list[Standing]:
    """Refuse mods that wait for each other."""
    before = {one.mod.id: _before(one.mod) for one in found if one.state is State.ON}
    kept = []
    for one in found:
        circle = _circle(one.mod.id, before) if one.state is State.ON else []
        if circle:
            args = {"chain": " > ".join([*circle, circle[0]])}
            kept.append(one.broken([Complaint("M603", one.mod.at("needs"), dict(args), "needs")]))
        else:
            kept.append(one)
    return kept


def _before(mod: Mod) -> tuple[str, ...]:
    """Return the ids of the mods that come before one."""
    return (*mod.shape.needs, *mod.shape.optional) if mod.shape is not None else ()


def _circle(start: str, before: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the way from a mod back to itself, or nothing; the shortest of them, the mod first."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for name in before.get(way[-1], ()):
            if name == start:
                return way
            if name in before and name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _at_odds(found: list[Standing]) -> list[Standing]:
    """Refuse a mod that says it does not go together with one in use."""
    on = {one.mod.id for one in found if one.state is State.ON}
    kept = []
    for one in found:
        foes = enumerate(one.mod.shape.conflicts if one.mod.shape and one.state is State.ON else ())
        wrong = [Complaint("M604", one.mod.at("conflicts", number), {"found": foe}, f"conflicts.{number}")
                 for number, foe in foes if foe in on]  # fmt: skip
        kept.append(one.broken(wrong) if wrong else one)
    return kept


def _needing(one: Standing, found: Sequence[Standing]) -> Standing:
    """Refuse a mod that lacks what it needs."""
    if one.state is not State.ON or one.mod.shape is None:
        return one
    states = {other.mod.id: other.state for other in found}
    wrong = [
        Complaint(
            "M602",
            one.mod.at("needs", number),
            {"found": name, "state": _how(states.get(name))},
            f"needs.{number}",
        )
        for number, name in enumerate(one.mod.shape.needs)
        if states.get(name) is not State.ON
    ]
    return one.broken(wrong) if wrong else one


def _how(state: State | None) -> Said:
    return Said({None: "not-here", State.OFF: "turned-off"}.get(state, "unusable"))


def _depths(found: Sequence[Standing]) -> dict[str, int]:
    """Return how many steps of mods each mod in use stands on."""
    before = {one.mod.id: _before(one.mod) for one in found if one.state is State.ON}
    depth = dict.fromkeys(before, 0)
    for _ in before:  # as many rounds as mods settle the longest chain
        for name, others in before.items():
            depth[name] = max([depth[other] + 1 for other in others if other in depth], default=0)
    return depth
