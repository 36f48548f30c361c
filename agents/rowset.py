"""An ordered set of agents that remembers numbers instead of agents.

Mesa holds agents weakly, so one of its own sets would be empty as soon as the views in it are
forgotten. This one remembers row numbers, and every set made from it does the same. Ordinary agents
continue the row numbers (an agent's number is its unique_id - 1), so one set may hold both.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Self, TypeGuard

import numpy as np
import numpy.typing as npt

from agents.engine import AgentSet
from agents.rows import ColumnAgent, Rows

if TYPE_CHECKING:
    from agents.columns import PopulationModel

NOBODY: Rows = np.arange(0)


class RowSet(AgentSet):
    """An ordered set of rows of one model, and of ordinary agents where asked for.

    Args:
        model: The model.
        numbers: Row numbers without repetition, in order; ordinary agents continue them. None for all people.
        random: What to shuffle with; the model's own by default.
        fixed: Whether the set is the market itself: it may be reordered, but its members stay.
    """

    model: PopulationModel
    random: Any
    _numbers: Rows | None
    _mixed: bool
    _held: npt.NDArray[np.bool_] | None

    def __init__(
        self,
        model: PopulationModel,
        numbers: Rows | None = None,
        random: Any = None,
        *,
        fixed: bool = False,
    ) -> None:
        self.model = model
        self.random = random or model.random
        self._fixed = fixed
        self._keep(numbers)

    # ---- who is in it

    @property
    def numbers(self) -> Rows:
        """The members' numbers in this set's order. Ordinary agents that were removed are gone."""
        columns = self.model.columns
        if self._numbers is None:
            return np.arange(columns.size)
        if not self._mixed:
            return self._numbers
        here = self._numbers < columns.size
        others = np.flatnonzero(~here)
        here[others] = [number in columns.others for number in self._numbers[others].tolist()]
        return self._numbers if here.all() else self._numbers[here]

    @property
    def rows(self) -> Rows:
        """The row numbers of the people in it, in this set's order."""
        numbers = self.numbers
        return numbers[numbers < self.model.columns.size] if self._mixed else numbers

    def __len__(self) -> int:
        if self._numbers is None:
            return self.model.columns.size
        return len(self.numbers) if self._mixed else len(self._numbers)

    def __iter__(self) -> Iterator[Any]:
        view = functools.partial(self.model.columns.kind, self.model)
        if not self._mixed:
            return map(view, self.numbers.tolist())
        size, others = self.model.columns.size, self.model.columns.others
        found = (view(number) if number < size else others.get(number) for number in self.numbers.tolist())
        return (agent for agent in found if agent is not None)

    def __reversed__(self) -> Iterator[Any]:
        return iter(self._with(self.numbers[::-1]))

    def __getitem__(self, item: Any) -> Any:
        columns = self.model.columns
        if isinstance(item, slice):
            return list(self._with(self.numbers[item]))
        numbers = range(columns.size) if self._numbers is None else self.numbers
        number = int(numbers[operator.index(item)])
        return columns.kind(self.model, number) if number < columns.size else columns.others[number]

    def to_list(self) -> list[Any]:
        """Return the agents as a list."""
        return list(self)

    # ---- copies

    def copy(self) -> Self:
        """Return a set of the same agents in the same order, whose members may be changed."""
        return type(self)(self.model, self._numbers, self.random)

    __copy__ = copy

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "_held"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _held=None)

    # ---- members

    def __contains__(self, agent: object) -> bool:
        number = self._number(agent)
        if number is None:
            return False
        held = self._members()
        return number < len(held) and bool(held[number])

    def add(self, agent: Any) -> None:
        """Take an agent of the same model into the set; nothing happens if it is in.

        Raises:
            ValueError: If the agent lives elsewhere.
            TypeError: If the set is the market itself.
        """
        if agent not in self:
            self._change(np.concatenate([self.numbers, self._numbers_of([agent], strict=True)]))

    def discard(self, agent: Any) -> None:
        """Take an agent out of the set; nothing happens if it is not in.

        Raises:
            TypeError: If the set is the market itself.
        """
        if agent in self:
            self._change(self.numbers[self.numbers != self._number(agent)])

    def remove(self, agent: Any) -> None:
        """Take an agent out of the set.

        Raises:
            KeyError: If it is not in.
            TypeError: If the set is the market itself.
        """
        if agent not in self:
            raise KeyError(agent)
        self.discard(agent)

    def clear(self) -> None:
        """Take everybody out of the set.

        Raises:
            TypeError: If the set is the market itself.
        """
        self._change(NOBODY)

    def welcome(self, number: int) -> None:
        """Take in a newly created ordinary agent; the model calls this for its own sets."""
        self._keep(np.append(self.numbers, number))

    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """Return the place of an agent in this set's order.

        Raises:
            ValueError: If it is not there.
        """
        within = range(*slice(start, stop).indices(len(self)))
        number = self._number(value)
        for place in np.flatnonzero(self.numbers == number).tolist() if number is not None else ():
            if place in within:
                return int(place)
        raise ValueError(f"{value!r} is not in the set")

    def count(self, value: Any) -> int:
        """Return how often an agent is in the set: once or never."""
        return int(value in self)

    def holds(self, numbers: Rows) -> npt.NDArray[np.bool_]:
        """Return for each of these numbers whether its agent is in."""
        held = self._members()
        inside = numbers < len(held)
        inside[inside] = held[numbers[inside]]
        return inside

    # ---- how it is done

    def _number(self, agent: Any) -> int | None:
        """Return the agent's number if it lives in this model."""
        columns = self.model.columns
        if isinstance(agent, ColumnAgent):
            return agent.row if agent.model is self.model and 0 <= agent.row < columns.size else None
        unique_id = getattr(agent, "unique_id", None)
        if not isinstance(unique_id, int) or columns.others.get(unique_id - 1) is not agent:
            return None
        return unique_id - 1

    def _numbers_of(self, other: Iterable[Any], strict: bool = False) -> Rows:
        if self._is_kin(other):
            return other.numbers
        found = [(agent, self._number(agent)) for agent in other]
        if strict and (strangers := [agent for agent, number in found if number is None]):
            raise ValueError(f"{strangers[0]!r} does not live in this model")
        return np.array(
            list(dict.fromkeys(number for _, number in found if number is not None)), dtype=np.intp
        )

    def _is_kin(self, other: object) -> TypeGuard[RowSet]:
        return isinstance(other, RowSet) and other.model is self.model

    def _members(self) -> npt.NDArray[np.bool_]:
        """Return for each number up to the highest whether it is in."""
        if self._held is None:
            numbers = self.numbers
            self._held = np.zeros(numbers.max() + 1 if len(numbers) else 0, dtype=np.bool_)
            self._held[numbers] = True
        return self._held

    def _change(self, numbers: Rows) -> None:
        if not self._fixed:
            self._keep(numbers)
        elif len(numbers) != len(self):
            raise TypeError(
                "this set is the market itself, and people leave services, never the market; "
                "change a copy (set.copy()), and remove an ordinary agent with agent.remove()"
            )

    def _keep(self, numbers: Rows | None) -> None:
        """Remember these members; every change of a set comes through here."""
        if numbers is not None:
            numbers = numbers.view()
            numbers.flags.writeable = False
        self._numbers = numbers
        self._mixed = numbers is not None and bool((numbers >= self.model.columns.size).any())
        self._held = None

    def _with(self, numbers: Rows) -> Self:
        return type(self)(self.model, numbers, self.random)
