"""Every key a level may have, read off the shapes: what stands where, how it is written, what holds when it is left out.

Schema, manual and `explain` are made from this walk, so none of them can name a key that is not there or forget one that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from game.content import amounts
from game.content.forms import Both, ById, Listed, Shape
from game.content.scalars import OneOf, Permille, Scalar, Share, YesNo
from game.content.settings import Settings
from game.content.shape import LevelShape

ANY = "<id>"  # stands in a path for an id of the author's choice


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is written: one text, a sentence, a list, a collection by id, a map with known keys, or parameters.

    Attributes:
        mark: what the shape says about it; None for a map with known keys.
        inner: what a list or a collection holds.
        shape: the known keys of a map.
    """

    mark: Scalar | Both | Listed | ById | Settings | None
    inner: Form | None = None
    shape: type[Shape] | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a shape."""

    owner: str  # name of the shape
    name: str
    form: Form
    is_required: bool
    default: Any  # when left out; None says nothing by itself
    note: str  # what it means, in English

    @property
    def id(self) -> str:
        """Return what texts about it are filed under: `Clock.weeks`."""
        return f"{self.owner}.{self.name}"


@lru_cache(maxsize=64)
def keys(shape: type[Shape]) -> tuple[Key, ...]:
    """Return the keys of a map, in the order of the shape."""
    return tuple(
        Key(
            shape.__name__,
            name,
            _form(field.annotation, list(field.metadata)),
            field.is_required(),
            None if field.is_required() else field.default,
            field.description or "",
        )
        for name, field in shape.model_fields.items()
    )


def shapes(root: type[Shape] = LevelShape) -> tuple[tuple[tuple[str, ...], type[Shape]], ...]:
    """Return every map of a level with the path it stands under, each shape once, outer before inner."""
    found: dict[type[Shape], tuple[str, ...]] = {}
    waiting: list[tuple[tuple[str, ...], type[Shape]]] = [((), root)]
    while waiting:
        path, shape = waiting.pop(0)
        if shape in found:
            continue
        found[shape] = path
        below = [((*path, key.name, *more), inner) for key in keys(shape) for more, inner in _maps(key.form)]
        waiting = below + waiting
    return tuple((path, shape) for shape, path in found.items())


def key_at(path: tuple[str, ...], root: type[Shape] = LevelShape) -> Key | None:
    """Return the key a path of a level leads to, or the one that holds it; None where there is no such key."""
    shape, found = root, None
    steps = list(path)
    while steps:
        found = next((key for key in keys(shape) if key.name == steps[0]), None)
        if found is None:
            return None
        form, steps = found.form, steps[1:]
        while form.inner is not None and steps:
            form, steps = form.inner, steps[1:]
        if form.shape is None:
            return found
        shape = form.shape
    return found


def default_of(key: Key) -> str | None:
    """Return what holds when a key is left out, as a level would write it; None where that is nothing to write."""
    if key.is_required or key.default is None or isinstance(key.default, Shape | dict):
        return None
    mark = key.form.mark
    if isinstance(key.default, tuple):
        inner = key.form.inner.mark if key.form.inner is not None else None
        return "[" + ", ".join(_written(item, inner) for item in key.default) + "]" if key.default else None
    return _written(key.default, mark) or None


def _written(value: Any, mark: object) -> str:
    if isinstance(mark, OneOf):
        return next((word for word, meant in mark.choices.items() if meant == value), str(value))
    if isinstance(mark, YesNo) or isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(mark, Permille):
        value = value / 1000
    if isinstance(mark, Share):
        return amounts.percent(Decimal(str(value)))
    if isinstance(value, int | float) and not isinstance(value, Enum):
        return amounts.written(Decimal(str(value)))
    return str(value)


def _maps(form: Form) -> Iterator[tuple[tuple[str, ...], type[Shape]]]:
    """Yield the map that a value is or holds, and the steps that lead to it."""
    if form.shape is not None:
        yield (), form.shape
    elif form.inner is not None:
        step = ("0",) if isinstance(form.mark, Listed) else (ANY,)
        for more, shape in _maps(form.inner):
            yield (*step, *more), shape


def _form(annotation: Any, metadata: list[Any]) -> Form:
    if get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        metadata = [*more, *metadata]
    mark = next((m for m in metadata if isinstance(m, Scalar | Both | Listed | ById | Settings)), None)
    bare = _without_none(annotation)
    if mark is None:
        return Form(None, None, bare)  # what is not marked is a map with known keys
    if isinstance(mark, Listed):
        return Form(mark, _form(get_args(bare)[0], []))
    if isinstance(mark, ById):
        return Form(mark, _form(get_args(bare)[1], []))
    return Form(mark)


def _without_none(annotation: Any) -> Any:
    """Return `X` of `X | None`."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    is_optional = type(None) in get_args(annotation) and get_origin(annotation) is not tuple
    return parts[0] if is_optional else annotation
