"""Two mods that set the same key of the same level: both places are named, and the later mod counts.

A mod that names the other under `needs` or `optional` knows what it does; then nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.content.complaints import Complaint, in_order
from game.content.merging import OVERRIDES, Path, is_change
from game.content.mods import Mod
from game.content.nodes import Map, Node
from game.content.places import Place
from game.content.resolving import read
from game.content.shelf import target_of

_UNSAID = ("format", "id", "extends", OVERRIDES)


def overlaps(mods: Sequence[Mod]) -> tuple[Complaint, ...]:
    """Return a warning for every key of a level that two mods set; `mods` in their order."""
    said: dict[str, list[tuple[Mod, dict[Path, Place]]]] = {}
    found: list[Complaint] = []
    for mod in mods:
        for target, keys in _overridden(mod):
            for other, before in said.get(target, []):
                if other is not mod and not _knows(mod, other):
                    found += _shared(keys, before, other)
            said.setdefault(target, []).append((mod, keys))
    return in_order(found)


def _knows(mod: Mod, other: Mod) -> bool:
    return mod.shape is not None and other.id in (*mod.shape.needs, *mod.shape.optional)


def _overridden(mod: Mod) -> Iterator[tuple[str, dict[Path, Place]]]:
    """Yield every level a mod overrides, and the keys it sets with their places."""
    for path in mod.levels:
        target, root = target_of(path), read(path).root
        if target is not None and root is not None:
            yield target, dict(_set(root, ()))


def _set(node: Node, path: Path) -> Iterator[tuple[Path, Place]]:
    """Yield every key at which a file says something for good: a text, a list, a change, a removal."""
    if not isinstance(node, Map) or (path and is_change(node)) or not node.entries:
        yield path, node.place
        return
    for key, entry in node.entries.items():
        if path or key not in _UNSAID:
            for below, place in _set(entry.value, (*path, key)):
                yield below, entry.place if below == (*path, key) else place


def _shared(keys: dict[Path, Place], before: dict[Path, Place], mod: Mod) -> Iterator[Complaint]:
    """Yield a warning for every key that is set here and was set there, itself or something above or below it."""
    for path, place in keys.items():
        for other, there in before.items():
            short = min(len(path), len(other))
            if path[:short] == other[:short]:
                file = mod.id + there.file.removeprefix(mod.name)  # short enough to be read whole
                args = {"key": ".".join(path), "other": f"{file}:{there.line}"}
                yield Complaint("W407", place, dict(args), ".".join(path))
                break
