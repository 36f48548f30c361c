"""Sorting, grouping and summing up, with the answers Mesa would give, but for whole columns at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeGuard

import numpy as np
import numpy.typing as npt

from agents.engine import AgentSet
from agents.rows import Array, Rows, frozen

if TYPE_CHECKING:
    from mesa.agent import GroupBy
else:  # it lies beside AgentSet, which moved in Mesa 3.5
    GroupBy = sys.modules[AgentSet.__module__].GroupBy


class ColumnGroups(GroupBy):
    """Groups of agents by key, in the order in which the keys first appear."""

    def agg(self, attr_name: str, func: Callable[[Any], Any]) -> dict[Any, Any]:
        """Return what the function makes of the attribute, group by group."""
        sets = {key: group for key, group in self.groups.items() if isinstance(group, AgentSet)}
        if len(sets) < len(self):
            return dict(super().agg(attr_name, func))
        return {key: group.agg(attr_name, func) for key, group in sets.items()}


def listed(values: Array | list[Any]) -> list[Any]:
    """Return one plain value for each row; where a row has several numbers, a copy that refuses writes."""
    if isinstance(values, list):
        return values
    return values.tolist() if values.ndim == 1 else list(frozen(values))


def _is_plain(keys: Array | list[Any]) -> TypeGuard[Array]:
    """Return whether NumPy can sort and compare the keys as Python would."""
    return isinstance(keys, np.ndarray) and keys.ndim == 1 and keys.dtype.kind in "biufU"


def aggregate(values: Array | list[Any], func: Callable[[Any], Any]) -> Any:
    """Return ``func`` of the values, exactly as if it were given the list that Mesa gives.

    A list of a million numbers is slow to make, so NumPy's functions get the array, widened to what
    NumPy would make of the list, and so do the built-ins that have an exact twin.
    """
    if isinstance(values, list) or values.ndim != 1 or values.dtype.kind not in "biuf":
        return func(listed(values))
    for known, twin in _TWINS:
        if func is known and (answer := twin(values)) is not None:
            return answer
    if isinstance(func, np.ufunc) or str(getattr(func, "__module__", "")).startswith("numpy"):
        return func(_widened(values))
    return func(values.tolist())


def _least(values: Array) -> Any:
    return None if len(values) == 0 or np.isnan(values).any() else values.min().item()


def _most(values: Array) -> Any:
    return None if len(values) == 0 or np.isnan(values).any() else values.max().item()


def _total(values: Array) -> Any:
    """Return the exact sum of small integers; floats are left to Python, whose way of adding is its own."""
    small = values.dtype.kind in "biu" and values.dtype.itemsize <= 4
    return int(np.add.reduce(values, dtype=np.int64)) if small else None  # whole numbers


_TWINS: list[tuple[Any, Callable[[Array], Any]]] = [(len, len), (min, _least), (max, _most), (sum, _total)]


def _widened(values: Array) -> Array:
    if values.dtype.kind == "b" or values.dtype == np.uint64:
        return values
    return values.astype(np.float64 if values.dtype.kind == "f" else np.int64)


def stable_order(keys: Array | list[Any], ascending: bool) -> Rows:
    """Return the positions in sorted order; equal keys keep their order, whichever way the rest goes."""
    if not _is_plain(keys):
        entries = listed(keys)
        places = sorted(range(len(entries)), key=entries.__getitem__, reverse=not ascending)
        return np.array(places, dtype=np.intp)
    if ascending:
        return np.argsort(keys, kind="stable")
    backwards = np.argsort(keys[::-1], kind="stable")[::-1]
    return len(keys) - 1 - backwards


def positions_by_key(keys: Array | list[Any]) -> dict[Any, npt.NDArray[np.intp]]:
    """Return for each key the positions that have it, ascending; the keys in the order of their first position."""
    if not _is_plain(keys):
        found: dict[Any, list[int]] = {}
        for place, key in enumerate(listed(keys)):
            found.setdefault(key, []).append(place)
        return {key: np.array(places, dtype=np.intp) for key, places in found.items()}
    distinct, first, group = np.unique(keys, return_index=True, return_inverse=True)
    together = np.argsort(group, kind="stable")
    pieces = np.split(together, np.cumsum(np.bincount(group, minlength=len(distinct)))[:-1])
    return {distinct[k].item(): pieces[k] for k in np.argsort(first, kind="stable").tolist()}
