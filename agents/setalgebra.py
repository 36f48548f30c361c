"""What two sets do with each other: union, intersection, difference and comparison, on row numbers.

The orders are those of Python's own abstract sets, which Mesa uses: ``a & b`` in the order of b,
``a | b`` first a, then what b adds.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any, Self

import numpy as np

from agents.rows import Rows
from agents.rowset import RowSet


class RowAlgebra(RowSet):
    """An ordered set of rows that joins, cuts and compares with any other collection of agents."""

    def isdisjoint(self, other: Iterable[Any]) -> bool:
        """Return whether the two have no member in common."""
        return not self.holds(self._numbers_of(other)).any()

    def __and__(self, other: Any) -> Any:
        if not isinstance(other, Iterable):
            return NotImplemented
        theirs = self._numbers_of(other)
        return self._with(theirs[self.holds(theirs)])

    __rand__ = __and__

    def __or__(self, other: Any) -> Any:
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._with(self._joined(self.numbers, self._numbers_of(other, strict=True)))

    def __ror__(self, other: Any) -> Any:
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._with(self._joined(self._numbers_of(other, strict=True), self.numbers))

    def __sub__(self, other: Any) -> Any:
        if not isinstance(other, Iterable):
            return NotImplemented
        theirs = self._with(self._numbers_of(other))
        return self._with(self.numbers[~theirs.holds(self.numbers)])

    def __rsub__(self, other: Any) -> Any:
        if not isinstance(other, Iterable):
            return NotImplemented
        theirs = self._numbers_of(other, strict=True)
        return self._with(theirs[~self.holds(theirs)])

    def __xor__(self, other: Any) -> Any:
        if not isinstance(other, Iterable):
            return NotImplemented
        theirs = self._with(self._numbers_of(other, strict=True))
        return (self - theirs) | (theirs - self)

    __rxor__ = __xor__

    def __ior__(self, other: Any) -> Self:
        self._change((self | other).numbers)
        return self

    def __iand__(self, other: Any) -> Self:
        self._change((self - (self - other)).numbers)
        return self

    def __isub__(self, other: Any) -> Self:
        self._change((self - other).numbers)
        return self

    def __ixor__(self, other: Any) -> Self:
        self._change((self ^ other).numbers)
        return self

    def __le__(self, other: Any) -> Any:
        if not isinstance(other, AbstractSet):
            return NotImplemented
        if len(self) > len(other):
            return False
        if self._is_kin(other):
            return bool(other.holds(self.numbers).all())
        return all(agent in other for agent in self)

    def __ge__(self, other: Any) -> Any:
        if not isinstance(other, AbstractSet):
            return NotImplemented
        if len(self) < len(other):
            return False
        if self._is_kin(other):
            return bool(self.holds(other.numbers).all())
        return all(agent in self for agent in other)

    def _joined(self, first: Rows, second: Rows) -> Rows:
        return np.concatenate([first, second[~self._with(first).holds(second)]])
