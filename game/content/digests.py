"""The hash of a level: equal when two levels play and judge alike, whatever the files look like.

It covers every figure, condition and id, in the order in which the world goes through them, defaults included. It does not
cover sentences, so that a corrected spelling does not make last year's homework that of another level.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from hashlib import blake2b

from game.world.conditions import Condition
from game.world.later import is_unused
from game.world.level import Level, Text

SIZE = 16  # bytes; written as 32 hex digits
_UNHEARD = {
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
    total = blake2b(digest_size=SIZE)
    for part in _parts(level):
        total.update(part.encode("utf-8"))
        total.update(b"\n")
    return total.hexdigest()


def _parts(value: object) -> Iterator[str]:
    """Yield a value as lines; every collection says how long it is, so no two values give the same lines."""
    if isinstance(value, Condition):
        yield from _parts(value.root)  # not its spacing
    elif is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        left_out = _UNHEARD.get(type(value), ()) if isinstance(value, Level) else ()
        for part in fields(value):
            below = getattr(value, part.name)
            if not (part.name in left_out or isinstance(below, _SILENT) or is_unused(value, part)):
                yield part.name
                yield from _parts(below)
    elif isinstance(value, tuple):
        yield f"({len(value)}"
        for item in value:
            yield from _parts(item)
    elif isinstance(value, frozenset):
        yield from _parts(tuple(sorted(value)))
    else:
        yield _leaf(value)


def _leaf(value: object) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, float):
        return value.hex()
    return f"{type(value).__name__} {value!r}"
