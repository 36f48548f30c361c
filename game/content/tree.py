"""A file becomes a tree of texts with places, or complaints; no input does anything else.

Only PyYAML's events are used, never its constructors: those follow anchors, merge keys and tags, and a few hundred bytes of
them cost minutes or kill the process. The builder counts while it reads and refuses what a level never needs, so every
input ends soon. libyaml's parser is used where it is installed, PyYAML's own otherwise; the refusals are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml import events as ev

from game.content.complaints import MOST, Arg, Complaint
from game.content.nodes import Entry, Items, Leaf, Map, Node
from game.content.places import FORBIDDEN, Place, Source, top
from game.content.syntax import syntax_complaint

READER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UTF8_MARK = b"\xef\xbb\xbf"  # Windows editors put it before the first letter


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold; chosen so that the largest level of the campaign needs less than half of each."""

    bytes: int = 262_144
    depth: int = 24  # maps and lists inside each other
    events: int = 20_000  # texts, and beginnings and ends of maps and lists
    text: int = 8_000  # characters of one text
    key: int = 64  # characters of one key


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: its map, unless reading broke off, and everything wrong with it."""

    source: Source
    root: Map | None
    complaints: tuple[Complaint, ...]


def read_file(path: Path, name: str | None = None, limits: Limits = LIMITS) -> Reading:
    """Read a file from disk; `name` is what complaints call it. A file that cannot be opened is a complaint too."""
    name = path.as_posix() if name is None else name
    try:
        if not path.is_file():
            return _refused(name, "Y100" if path.exists() else "Y101", {})
        with path.open("rb") as file:
            data = file.read(limits.bytes + 1)
    except (OSError, ValueError):  # no permission; a NUL in the name
        return _refused(name, "Y100", {})
    return read_bytes(data, name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = LIMITS, reader: Any = None) -> Reading:
    """Read the bytes of a file. `reader` is another PyYAML loader class, so that tests can compare both."""
    if len(data) > limits.bytes:
        return _refused(name, "Y102", {"most": limits.bytes // 1024})
    data = data.removeprefix(_UTF8_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Source(name, data[: error.start].decode("utf-8"))
        return Reading(before, None, (Complaint("Y103", before.place(len(before.text))),))
    return read_text(text, name, limits, reader)


def read_text(text: str, name: str, limits: Limits = LIMITS, reader: Any = None) -> Reading:
    """Read a text that is decoded already."""
    source = Source(name, text)
    controls = list(FORBIDDEN.finditer(text))[:MOST]
    if controls:
        return Reading(source, None, tuple(_forbidden(source.place(c.start()), c[0]) for c in controls))
    builder = _Builder(source, limits)
    events = (reader or READER)(text)
    try:
        root = builder.read(events)
    except yaml.YAMLError as error:
        builder.complaints.append(syntax_complaint(source, error))
        root = None
    finally:
        events.dispose()
    return Reading(source, root, tuple(builder.complaints))


def _refused(name: str, code: str, args: Mapping[str, Arg]) -> Reading:
    place = top(name)
    return Reading(place.source, None, (Complaint(code, place, args),))


def _forbidden(place: Place, letter: str) -> Complaint:
    return Complaint("Y104", place, {"code": f"U+{ord(letter):04X}"})


@dataclass(slots=True)
class _Frame:
    """A map or list being filled; `key` is the map's key still waiting for its value."""

    place: Place
    flow: bool
    entries: dict[str, Entry] | None = None  # None in a list
    items: list[Node] = field(default_factory=list)
    key: Leaf | None = None
    waiting: bool = False

    def finished(self) -> Node:
        if self.entries is None:
            return Items(self.place, tuple(self.items), self.flow)
        return Map(self.place, self.entries, self.flow)


class _Builder:
    """Builds the tree of one file, event by event."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.last = source, source.last
        self.limits = limits
        self.complaints: list[Complaint] = []
        self.frames: list[_Frame] = []
        self.root: Node | None = None

    def read(self, events: Any) -> Map | None:
        """Read until the end, or until going on would cost too much; return the map, if that is what the file is."""
        count = documents = 0
        while events.check_event():
            event = events.get_event()
            count += 1
            if isinstance(event, ev.DocumentStartEvent):
                documents += 1
            stop = self._too_much(event, count, documents)
            if stop is not None:
                self._complain(stop, event)
                return None
            self._take(event)
        return self._whole()

    def _too_much(self, event: Any, count: int, documents: int) -> str | None:
        if documents > 1:
            return "Y113"
        if count > self.limits.events:
            return "Y115"
        if len(self.frames) >= self.limits.depth and isinstance(event, ev.CollectionStartEvent):
            return "Y114"
        return "Y119" if len(self.complaints) >= MOST else None

    def _whole(self) -> Map | None:
        if isinstance(self.root, Map):
            return self.root
        is_empty = self.root is None or (isinstance(self.root, Leaf) and self.root.is_null)
        place = top(self.source.name) if self.root is None else self.root.place
        self.complaints.append(Complaint("Y118" if is_empty else "Y112", place))
        return None

    def _take(self, event: Any) -> None:
        if isinstance(event, ev.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, ev.MappingStartEvent):
            self._open(event, {})
        elif isinstance(event, ev.SequenceStartEvent):
            self._open(event, None)
        elif isinstance(event, ev.CollectionEndEvent):
            self._add(self.frames.pop().finished())
        elif isinstance(event, ev.AliasEvent):
            self._complain("Y107", event, name=str(event.anchor))
            self._add(Leaf(self._place(event), ""))

    def _open(self, event: Any, entries: dict[str, Entry] | None) -> None:
        self._refuse_marks(event)
        self.frames.append(_Frame(self._place(event), bool(event.flow_style), entries))

    def _scalar(self, event: Any) -> None:
        self._refuse_marks(event)
        leaf = Leaf(self._place(event), event.value, event.style or "")
        if len(leaf.text) > self.limits.text:
            self._complain("Y116", event, most=self.limits.text, found=len(leaf.text))
        control = FORBIDDEN.search(leaf.text) if leaf.style == '"' else None
        if control:
            self.complaints.append(_forbidden(leaf.spot(control.start()), control[0]))
        self._add(leaf)

    def _refuse_marks(self, event: Any) -> None:
        """Complain about an anchor or a tag; both stand before what they mark."""
        if event.anchor is not None:
            place = self._place(event).within(0, len(event.anchor) + 1)
            self.complaints.append(Complaint("Y106", place, {"name": event.anchor}))
        if event.tag is not None:
            self._complain("Y108", event)

    def _add(self, node: Node) -> None:
        if not self.frames:
            self.root = node
            return
        frame = self.frames[-1]
        if frame.entries is None:
            frame.items.append(node)
        elif not frame.waiting:
            frame.key, frame.waiting = self._key(node), True
        else:
            self._enter(frame.entries, frame.key, node)
            frame.key, frame.waiting = None, False

    def _key(self, node: Node) -> Leaf | None:
        """Return the key if it can be one; a refused key still takes the value that follows it."""
        if not isinstance(node, Leaf):
            self.complaints.append(Complaint("Y110", node.place))
        elif len(node.text) > self.limits.key:
            self.complaints.append(Complaint("Y117", node.place, {"most": self.limits.key}))
        elif not node.text:
            self.complaints.append(Complaint("Y120", node.place))
        elif node.text == "<<" and not node.style:
            self.complaints.append(Complaint("Y109", node.place))
        else:
            return node
        return None

    def _enter(self, entries: dict[str, Entry], key: Leaf | None, value: Node) -> None:
        if key is None:
            return
        first = entries.setdefault(key.text, Entry(key.text, key.place, value))
        if first.value is not value:
            args: dict[str, Arg] = {"key": key.text, "line": first.place.line}
            self.complaints.append(Complaint("Y111", key.place, args))

    def _complain(self, code: str, event: Any, **args: Arg) -> None:
        self.complaints.append(Complaint(code, self._place(event), args))

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        if start.line >= self.last:  # libyaml marks what is missing at the end on a line of its own
            return Place(self.source, self.last, len(self.source.lines[-1]) + 1)
        length = end.column - start.column
        if end.line != start.line:
            length = len(self.source.line(start.line + 1)) - start.column
        return Place(self.source, start.line + 1, start.column + 1, max(1, length))
