"""A level file as a tree: maps, lists and texts, each with its place.

`10k`, `yes` and `"10k"` are all texts here; what a text means the shape decides, not YAML's guess. Trees of several files
can be merged, because every node carries the place it came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.content.places import Place
from game.content.spots import spot

_NULLS = ("", "~", "null", "Null", "NULL")  # YAML 1.2 core schema, 10.3.2


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text as written."""

    place: Place
    text: str
    style: str = ""  # "" plain, or one of ' " | >

    @property
    def is_null(self) -> bool:
        """Return whether it was left empty or says null, which removes an inherited key."""
        return not self.style and self.text in _NULLS

    def spot(self, offset: int, length: int = 1) -> Place:
        """Return the place in the file of character `offset` of the text, through quotes, escapes and folded lines."""
        return spot(self.place, self.text, self.style, offset, length)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a map, where it stands, and what it holds."""

    key: str
    place: Place
    value: Node


@dataclass(frozen=True, slots=True)
class Map:
    """Keys and what they hold, in the order of the file. `flow` tells `{a: 1}` from lines of their own."""

    place: Place
    entries: Mapping[str, Entry]
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    place: Place
    items: Sequence[Node]
    flow: bool = False


Node = Leaf | Map | Items
Plain = str | None | dict[str, "Plain"] | list["Plain"]
Step = str | int


def plain(node: Node) -> Plain:
    """Return a tree as dicts, lists, texts and None, for a shape to check. Its depth is bounded by the reader's limits."""
    if isinstance(node, Map):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return None if node.is_null else node.text


def find(root: Node, path: Sequence[Step]) -> Node | None:
    """Return the node at a path such as `("events", "leak", "when")`, or None where there is none."""
    node: Node | None = root
    for key in path:
        node = _below(node, key) if node is not None else None
    return node


def locate(root: Node, path: Sequence[Step], *, at_key: bool = False) -> Place:
    """Return the place of a path: its value, or its key where the value is a map or a list or `at_key` asks for it.

    A path that leads nowhere, such as that of a missing key, gives the place of the deepest key above it.
    """
    node, key_place = root, root.place
    for key in path:
        below = _below(node, key)
        if below is None:
            return key_place
        key_place = node.entries[str(key)].place if isinstance(node, Map) else below.place
        node = below
    return node.place if isinstance(node, Leaf) and not at_key else key_place


def _below(node: Node, key: Step) -> Node | None:
    if isinstance(node, Map):
        entry = node.entries.get(str(key))
        return entry.value if entry else None
    if isinstance(node, Items) and isinstance(key, int) and 0 <= key < len(node.items):
        return node.items[key]
    return None
