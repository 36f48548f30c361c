"""Level files of an older format become files of the present one, line by line: comments, order and spacing stay as they are.

A step leads from one format to the next and says which keys, words and names are called otherwise now. Edits are made at the
places where the tree says something stands, never by searching the text. What a step cannot rename is named for its author.

Format 0 is that of the drafts from before the first version: see `DRAFTS` for what was called otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from game.content.complaints import Complaint
from game.content.nodes import Entry, Items, Leaf, Map, Node, find
from game.content.places import LINE_END, Place
from game.content.shape import FORMAT
from game.content.tree import read_text

Pattern = tuple[str, ...]
_ANY = "*"  # stands for one key of the author's choice, or an item of a list


@dataclass(frozen=True, slots=True)
class Step:
    """What is called otherwise from one format to the next."""

    keys: Mapping[Pattern, str] = field(default_factory=dict)  # where a key stands -> its new name
    words: Mapping[Pattern, Mapping[str, str]] = field(
        default_factory=dict
    )  # where a text stands -> old to new
    names: Mapping[str, str] = field(default_factory=dict)  # in conditions and effects
    gone: tuple[Pattern, ...] = ()  # keys that nothing stands for any more


DRAFTS = Step(
    keys={
        ("segments", _ANY, "wants", "accuracy"): "quality",
        ("player", "lock"): "locked",
        ("competitors", _ANY, "money"): "cash",
    },
    words={
        ("competitors", _ANY, "strategy"): {"fast-follower": "follower"},
        ("investors", _ANY, "looks_for"): {"profit": "earnings", "technology": "scarcity"},
        ("tests", _ANY, "play"): {"greedy-data": "crawler-first", "ux-first": "break-users"},
    },
    names={"privacy.trust": "trust", "model.accuracy": "accuracy", "data.service.rows": "data.service"},
    gone=(
        ("domain",), ("data",), ("player", "staff"), ("competitors", _ANY, "enters"), ("investors", _ANY, "cheque"),
        ("investors", _ANY, "offers"),
    ),
)  # fmt: skip
STEPS: Mapping[int, Step] = {0: DRAFTS}
"""The step that leads away from a format."""

_ASKING = ("when", "expect", "evidence", "change")  # keys under which names of the catalogue stand


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of one line that says something else now."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A file in the present format, how it came about, and what its author has to look at."""

    text: str
    edits: tuple[Edit, ...] = ()
    by_hand: tuple[Edit, ...] = ()
    complaints: tuple[Complaint, ...] = ()  # why it could not be read, if so


def upgraded(text: str, name: str) -> Upgrade:
    """Return the text of a level file in the present format; one that is of it already comes back as it is."""
    edits: list[Edit] = []
    hand: list[Edit] = []
    while True:
        reading = read_text(text, name)
        if reading.root is None:
            return Upgrade(text, complaints=reading.complaints)
        leaf = find(reading.root, ("format",))
        step = STEPS.get(_format(leaf))
        if step is None or not isinstance(leaf, Leaf):
            return Upgrade(text, tuple(edits), tuple(hand))
        made = sorted(_made(step, reading.root), key=lambda edit: edit.place.order)
        made.insert(0, Edit(leaf.place, leaf.text, str(_format(leaf) + 1)))
        edits += made
        hand += _left(step, reading.root)
        text = _edited(text, made)


def _format(leaf: Node | None) -> int:
    is_number = isinstance(leaf, Leaf) and re.fullmatch("[0-9]{1,6}", leaf.text, re.ASCII)
    return int(leaf.text) if is_number and isinstance(leaf, Leaf) else FORMAT


def _made(step: Step, root: Map) -> Iterator[Edit]:
    """Yield what a step changes in a file."""
    for path, key, node in _walk(root):
        new = next((new for pattern, new in step.keys.items() if _fits(path, pattern)), None)
        if new is not None and key is not None:
            yield Edit(key.place, key.key, new)
        if not isinstance(node, Leaf):
            continue
        words = next((words for pattern, words in step.words.items() if _fits(path, pattern)), {})
        if node.text in words:
            yield Edit(node.place, node.text, words[node.text])
        elif path[-1] in _ASKING:
            yield from _renamed(node, step.names)


def _renamed(leaf: Leaf, names: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the names of a condition that are called otherwise now."""
    for old, new in names.items():
        for found in re.finditer(rf"(?<![\w.]){re.escape(old)}(?![\w.])", leaf.text):
            yield Edit(leaf.spot(found.start(), len(old)), old, new)


def _left(step: Step, root: Map) -> Iterator[Edit]:
    """Yield keys that nothing stands for any more."""
    for path, key, _ in _walk(root):
        if key is not None and any(_fits(path, pattern) for pattern in step.gone):
            yield Edit(key.place, ".".join(path), "")


def _walk(root: Map) -> Iterator[tuple[Pattern, Entry | None, Node]]:
    """Yield everything in a file with the path it stands under, and its key where it has one."""
    waiting: list[tuple[Pattern, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Map):
            for entry in node.entries.values():
                yield (*path, entry.key), entry, entry.value
                waiting.append(((*path, entry.key), entry.value))
        elif isinstance(node, Items):
            for number, item in enumerate(node.items):
                yield (*path, str(number)), None, item
                waiting.append(((*path, str(number)), item))


def _fits(path: Pattern, pattern: Pattern) -> bool:
    return len(path) == len(pattern) and all(b in (_ANY, a) for a, b in zip(path, pattern, strict=True))


def _edited(text: str, edits: list[Edit]) -> str:
    """Return a text with its edits made, the last first, so that places before it still hold."""
    starts = [0, *(end.end() for end in LINE_END.finditer(text))]
    for edit in sorted(edits, key=lambda edit: edit.place.order, reverse=True):
        at = starts[edit.place.line - 1] + edit.place.column - 1
        text = text[:at] + edit.new + text[at + edit.place.length :]
    return text
