"""The hash of a level: equal when two levels play and judge alike, whatever the files look like.

It covers every figure, condition and id, in the order in which the world goes through them, defaults included. It does not
cover sentences, so that a corrected spelling does not make last year's homework that of another level.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from hashlib import blake2b
from typing import TYPE_CHECKING

from game.world.conditions import Condition
from game.world.later import is_unused
from game.world.level import Level, Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SIZE = 16  # bytes; written as 32 hex digits
_UNHEARD: dict[type, tuple[str, ...]] = {
    Level: (
        *("hash", "minutes", "tags", "audience", "note", "predictions", "debrief", "hints", "mods"),
        *("sketches", "advisor", "tutorial"),
    )
}
_SILENT = (Text,)


def hashed(level: Level) -> Level:
    """Return the level with its hash."""
    return replace(level, hash=digest(level))


def digest(level: Level) -> str:
    """Return the hash of a level, 32 hex digits."""
    lines: list[str] = []
    _put(level, lines)
    return blake2b("\n".join([*lines, ""]).encode("utf-8"), digest_size=SIZE).hexdigest()


def _put(value: object, lines: list[str]) -> None:
    """Add a value as lines; every collection says how long it is, so no two values give the same lines."""
    if isinstance(value, int | float | str):  # most of a level
        lines.append(_leaf(value))
    elif isinstance(value, Condition):
        _put(value.root, lines)  # not its spacing
    elif isinstance(value, tuple):
        lines.append(f"({len(value)}")
        for item in value:
            _put(item, lines)
    elif isinstance(value, frozenset):
        _put(tuple(sorted(value)), lines)
    elif is_dataclass(value) and not isinstance(value, type):
        _put_parts(value, lines)
    else:
        lines.append(_leaf(value))


def _put_parts(value: DataclassInstance, lines: list[str]) -> None:
    lines.append(type(value).__name__)
    left_out = _UNHEARD.get(type(value), ())
    for part in fields(value):
        below = getattr(value, part.name)
        if not (part.name in left_out or isinstance(below, _SILENT) or is_unused(value, part)):
            lines.append(part.name)
            _put(below, lines)


def _leaf(value: object) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, float):
        return value.hex()
    return f"{type(value).__name__} {value!r}"
