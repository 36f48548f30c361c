"""Where a value of a level comes from: every file and line that had a say in it, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.merging import Merging, Origin, Path
from game.content.nodes import Items, Leaf, Map, Node
from game.content.places import Place


@dataclass(frozen=True, slots=True)
class Traced:
    """One text of a level, the key it stands under, and its past; the last origin is the one that counts.

    Attributes:
        path: the key, word by word; items of lists by their number from 0.
        leaf: what counts.
        origins: where it was set or changed, oldest first; at least one.
    """

    path: Path
    leaf: Leaf
    origins: tuple[Origin, ...]

    @property
    def key(self) -> str:
        """Return the key as a level's author writes it: `player.cash`."""
        return ".".join(self.path)

    @property
    def base(self) -> Origin:
        """Return where the value was last set as a whole."""
        return next(origin for origin in reversed(self.origins) if not origin.changes)

    @property
    def changes(self) -> tuple[Origin, ...]:
        """Return the changes made to it since."""
        return self.origins[self.origins.index(self.base) + 1 :]

    @property
    def replaced(self) -> tuple[Origin, ...]:
        """Return what stood there before and does not count any more, oldest first."""
        return self.origins[: self.origins.index(self.base)]


def traced(merging: Merging, path: Sequence[str] = ()) -> tuple[Traced, ...]:
    """Return every text at or below a key, in the order of the level; nothing where the level says nothing."""
    node = _at(merging.root, path)
    return () if node is None else tuple(_below(merging, node, tuple(path)))


def taken_out(merging: Merging, path: Sequence[str]) -> Place | None:
    """Return where a key, or one above it, was removed with null; None where it was not."""
    for length in range(len(path), 0, -1):
        place = merging.removed.get(tuple(path[:length]))
        if place is not None:
            return place
    return None


def known(merging: Merging) -> Iterator[str]:
    """Yield every key of a level, maps and lists included."""
    waiting: list[tuple[str, Node]] = [("", merging.root)]
    while waiting:
        key, node = waiting.pop()
        if key:
            yield key
        waiting += [(f"{key}.{name}" if key else name, below) for name, below in _children(node)]


def _below(merging: Merging, node: Node, path: Path) -> Iterator[Traced]:
    if isinstance(node, Leaf):
        past = merging.past.get(path) or (Origin(node.place, node.text),)
        yield Traced(path, node, past)
    for name, child in _children(node):
        yield from _below(merging, child, (*path, name))


def _children(node: Node) -> list[tuple[str, Node]]:
    if isinstance(node, Map):
        return [(key, entry.value) for key, entry in node.entries.items()]
    if isinstance(node, Items):
        return [(str(number), item) for number, item in enumerate(node.items)]
    return []


def _at(root: Node, path: Sequence[str]) -> Node | None:
    node: Node | None = root
    for step in path:
        node = dict(_children(node)).get(step) if node is not None else None
    return node
