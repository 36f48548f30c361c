"""How a level builds on another: maps merge by key, `null` removes, `{scale: 0.5}` and `{add: 1k}` change a figure.

Lists and everything else are replaced as a whole. Every node keeps the place it was written at, and what a key was before is
kept beside it, so that a value can be traced: 150M = 300M (core/startup.yaml:7) x 0.5 (campus.yaml:22).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from game.content.amounts import Computed, amount, written
from game.content.complaints import Complaint, meant
from game.content.nodes import Entry, Leaf, Map, Node
from game.content.places import Place

OWN = ("format", "id", "extends", "title")
"""Keys that every level says for itself and nobody inherits."""

OVERRIDES = "overrides"
_UNSAID = (
    "format",
    "id",
    "extends",
    OVERRIDES,
)  # keys that a file of a mod does not change in a level it overrides

_CHANGES = ("scale", "add")
_NUMBER = "value"  # a parameter may be a map with its value and reasons; a change is about the value

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One line of a key's past: where it was set or changed, and what was written there.

    `changes` are the steps of a change, `(("scale", "0.5"),)`; of a value that was set, nothing.
    """

    place: Place
    text: str
    changes: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Merging:
    """A level put together from a chain of files, the farthest ancestor first."""

    root: Map
    past: dict[Path, tuple[Origin, ...]] = field(default_factory=dict)  # of keys that were set more than once
    removed: dict[Path, Place] = field(default_factory=dict)  # key -> where it was taken out
    complaints: list[Complaint] = field(default_factory=list)

    def begin(self) -> None:
        """Take the first file as it is; nothing in it can change what it inherits."""
        fresh = {key: Entry(key, e.place, self._fresh(e.value, key)) for key, e in self.root.entries.items()}
        self.root = Map(self.root.place, fresh, self.root.flow)

    def extend(self, child: Map) -> None:
        """Build a level on what is there."""
        kept = {key: entry for key, entry in self.root.entries.items() if key not in OWN}
        self.root = self._merged(Map(child.place, kept), child, ())

    def override(self, patch: Map) -> None:
        """Change what is there by a file of a mod: the level stays itself, and each key of the file counts."""
        said = {key: entry for key, entry in patch.entries.items() if key not in _UNSAID}
        for key in ("id", "extends"):
            if key in patch.entries:
                self.complaints.append(Complaint("M610", patch.entries[key].place, {"key": key}, key))
        self.root = Map(
            self.root.place, self._merged(self.root, Map(patch.place, said), ()).entries, self.root.flow
        )

    def _merged(self, parent: Map, child: Map, path: Path) -> Map:
        entries = dict(parent.entries)
        for key, entry in child.entries.items():
            self._enter(entries, entry, (*path, key), is_flow=child.flow)
        return Map(child.place, entries, child.flow)

    def _enter(self, entries: dict[str, Entry], entry: Entry, path: Path, *, is_flow: bool) -> None:
        """Put one entry of the child among the inherited ones."""
        before = entries.get(entry.key)
        if isinstance(entry.value, Leaf) and entry.value.is_null:
            self._remove(entries, entry, path, is_flow=is_flow)
            return
        self.removed.pop(path, None)
        if before is None:
            entries[entry.key] = Entry(entry.key, entry.place, self._fresh(entry.value, entry.key))
            return
        entries[entry.key] = Entry(entry.key, entry.place, self._over(before.value, entry, path))

    def _remove(self, entries: dict[str, Entry], entry: Entry, path: Path, *, is_flow: bool) -> None:
        if entry.key in entries:
            del entries[entry.key]
            self.removed[path] = entry.place
            self.past = {key: past for key, past in self.past.items() if key[: len(path)] != path}
        elif is_flow:
            entries[entry.key] = entry  # a slip of the comma; the shape knows what belongs here
        else:
            hint = meant(entry.key, tuple(entries))
            self.complaints.append(Complaint("L319", entry.place, {"key": entry.key}, ".".join(path), hint))

    def _over(self, before: Node, entry: Entry, path: Path) -> Node:
        """Return what becomes of an inherited value."""
        value = entry.value
        if isinstance(value, Map) and is_change(value):
            return self._changed(before, value, entry, path)
        if isinstance(before, Map) and isinstance(value, Map):
            return self._merged(before, value, path)
        if isinstance(before, Leaf) and isinstance(value, Leaf):
            self._remember(path, before, Origin(value.place, value.text))
        return self._fresh(value, entry.key)

    def _changed(self, before: Node, change: Map, entry: Entry, path: Path) -> Node:
        if isinstance(before, Map) and _NUMBER in before.entries:
            number = before.entries[_NUMBER]
            changed = self._changed(number.value, change, entry, (*path, _NUMBER))
            return Map(before.place, {**before.entries, _NUMBER: Entry(_NUMBER, entry.place, changed)})
        value = amount(before) if isinstance(before, Leaf) else None
        if value is None or not isinstance(before, Leaf):
            self.complaints.append(Complaint("L320", entry.place, {"key": entry.key}, ".".join(path)))
            return before
        for key in _CHANGES:
            if key in change.entries:
                value = self._step(value, change.entries[key], path)
        steps = tuple((key, _text(change.entries[key].value)) for key in _CHANGES if key in change.entries)
        said = " ".join(f"{key} {by}" for key, by in steps)
        self._remember(path, before, Origin(change.place, said, steps))
        return Computed(change.place, written(value), "", value)

    def _step(self, value: Decimal, entry: Entry, path: Path) -> Decimal:
        by = amount(entry.value) if isinstance(entry.value, Leaf) else None
        if by is None:
            found = _text(entry.value)
            self.complaints.append(
                Complaint("L306", entry.value.place, {"key": entry.key, "found": found}, ".".join(path))
            )
            return value
        return value * by if entry.key == "scale" else value + by

    def _remember(self, path: Path, before: Leaf, now: Origin) -> None:
        past = self.past.get(path) or (Origin(before.place, before.text),)
        self.past[path] = (*past, now)

    def _fresh(self, node: Node, key: str) -> Node:
        """Return a value that inherits nothing, and complain about changes inside it."""
        if not isinstance(node, Map):
            return node
        if is_change(node):
            self.complaints.append(Complaint("L320", node.place, {"key": key}, key))
            return Leaf(node.place, "0")
        entries = {k: Entry(k, e.place, self._fresh(e.value, k)) for k, e in node.entries.items()}
        return Map(node.place, entries, node.flow)


def is_change(node: Map) -> bool:
    """Return whether a map is `{scale: ...}`, `{add: ...}` or both."""
    return bool(node.entries) and all(key in _CHANGES for key in node.entries)


def merged(chain: Sequence[tuple[Map, Sequence[Map]]]) -> Merging:
    """Return the level of a chain of files, the farthest ancestor first; each with the files of mods that override it."""
    merging = Merging(chain[0][0])
    merging.begin()
    for number, (root, patches) in enumerate(chain):
        if number:
            merging.extend(root)
        for patch in patches:
            merging.override(patch)
    return merging


def _text(node: Node) -> str:
    return node.text if isinstance(node, Leaf) else ""
