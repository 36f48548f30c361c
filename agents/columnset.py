"""What Mesa's AgentSet can do, done on columns.

A set made by choosing, ordering or grouping is again a set of rows, never Mesa's own, which would be
empty at once. Where an attribute is a column the whole column answers; where it is not, the agents are
looked at one by one, as Mesa does.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from agents.groups import ColumnGroups, aggregate, listed, positions_by_key, stable_order
from agents.rows import Array, Column, Lazy, Rows
from agents.setalgebra import RowAlgebra


class ColumnSet(RowAlgebra):
    """A set of rows with everything that Mesa's AgentSet can do, in the same order and with the same luck."""

    # ---- columns

    def column(self, name: str) -> Array:
        """Return the model's own array of a column, for everybody in row order; what is written there holds."""
        return self.model.columns[name]

    def values(self, name: str) -> Array:
        """Return a column or lazy attribute of the people in it, shape (rows,) or (rows, width), in this set's order.

        Raises:
            AttributeError: If neither a column nor a lazy attribute has this name.
        """
        found = self._declared(name)
        if found is None:
            raise AttributeError(
                f"{self.model.columns.kind.__name__} has neither a column nor a lazy {name!r}"
            )
        if self._numbers is None and isinstance(found, Column):
            whole = found.read(self.model, slice(None)).view()
            whole.flags.writeable = False
            return whole
        return found.read(self.model, self.rows)

    def where(self, mask: npt.NDArray[np.bool_]) -> ColumnSet:
        """Return the members whose entry in the mask is true.

        Args:
            mask: Booleans, shape (len(self),), in this set's order.

        Raises:
            ValueError: If the mask has another shape or is not boolean.
        """
        mask = np.asarray(mask)
        if mask.dtype != np.bool_ or mask.shape != (len(self),):
            raise ValueError(
                f"the mask must hold {len(self)} booleans, not shape {mask.shape} of {mask.dtype}"
            )
        return self._with(np.flatnonzero(mask) if self._numbers is None else self.numbers[mask])

    # ---- choosing and ordering

    def select(
        self,
        filter_func: Callable[[Any], bool] | None = None,
        at_most: float = float("inf"),
        inplace: bool = False,
        agent_type: type | None = None,
    ) -> ColumnSet:
        """Return the agents that pass the filter and are of the type, at most so many (or, below 1.0, such a fraction).

        Choose by column with ``where``: it needs no view of anybody.
        """
        limit = int(len(self) * at_most) if isinstance(at_most, float) and at_most <= 1.0 else at_most
        chosen = self.numbers
        if filter_func is not None or agent_type is not None:
            chosen = self._passing(filter_func, agent_type or object, limit)
        elif limit < len(chosen):
            chosen = chosen[: max(0, math.ceil(limit))]
        return self._arranged(chosen, inplace)

    def shuffle(self, inplace: bool = False) -> ColumnSet:
        """Return the agents in a new order, the very one Mesa's own set of objects would draw."""
        return self._arranged(self._shuffled(), inplace)

    def sort(
        self, key: Callable[[Any], Any] | str, ascending: bool = False, inplace: bool = False
    ) -> ColumnSet:
        """Return the agents ordered by an attribute or a function of the agent; equals keep their order."""
        if isinstance(key, str) and "." not in key:
            keys = self._values_or_list(key)
        else:
            keys = list(map(operator.attrgetter(key) if isinstance(key, str) else key, self))
        return self._arranged(self.numbers[stable_order(keys, ascending)], inplace)

    def groupby(self, by: Callable[[Any], Any] | str, result_type: str = "agentset") -> ColumnGroups:
        """Group the agents by an attribute or a function of the agent; by ``type`` or "type", into their classes."""
        numbers = self.numbers
        positions = positions_by_key(self._keys(by))
        groups = {key: self._with(numbers[chosen]) for key, chosen in positions.items()}
        if result_type == "agentset":
            return ColumnGroups(dict(groups))
        return ColumnGroups({key: list(group) for key, group in groups.items()})

    # ---- asking and telling

    def do(self, method: str | Callable[..., Any], *args: Any, **kwargs: Any) -> ColumnSet:
        """Call a method or a function with each agent, one after the other."""
        self.map(method, *args, **kwargs)
        return self

    def shuffle_do(self, method: str | Callable[..., Any], *args: Any, **kwargs: Any) -> ColumnSet:
        """Call a method or a function with each agent in a new random order; the set keeps its own."""
        self._with(self._shuffled()).map(method, *args, **kwargs)
        return self

    def map(self, method: str | Callable[..., Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Call a method or a function with each agent and return the answers."""
        if isinstance(method, str):
            return [getattr(agent, method)(*args, **kwargs) for agent in self]
        return [method(agent, *args, **kwargs) for agent in self]

    def get(
        self, attr_names: str | list[str], handle_missing: str = "error", default_value: Any = None
    ) -> list[Any]:
        """Return an attribute of each agent, or a list of attributes of each.

        Raises:
            AttributeError: If one is missing and ``handle_missing`` is "error".
            ValueError: If ``handle_missing`` is neither "error" nor "default".
        """
        if handle_missing not in ("error", "default"):
            raise ValueError(
                f"Unknown handle_missing option: {handle_missing}, should be one of 'error' or 'default'"
            )
        default = (default_value,) if handle_missing == "default" else ()
        if isinstance(attr_names, str):
            return self._listed(attr_names, *default)
        answers = [self._listed(name, *default) for name in attr_names]
        return [[answer[place] for answer in answers] for place in range(len(self))]

    def set(self, attr_name: str, value: Any) -> ColumnSet:
        """Set an attribute of every agent to one value; for a column, an array may hold one value for each person."""
        found = self._declared(attr_name)
        if found is None:
            for agent in self:
                setattr(agent, attr_name, value)
            return self
        found.write(self.model, self.rows, value)
        for number in self.numbers[self.numbers >= self.model.columns.size].tolist():
            setattr(self.model.columns.others[number], attr_name, value)
        return self

    def agg(self, attribute: str, func: Any) -> Any:
        """Return what a function, or each of several, makes of an attribute of all agents."""
        values = self._values_or_list(attribute)
        return aggregate(values, func) if callable(func) else [aggregate(values, each) for each in func]

    # ---- how it is done

    def _arranged(self, numbers: Rows, inplace: bool) -> ColumnSet:
        if not inplace:
            return self._with(numbers)
        if len(numbers) == len(self):
            self._keep(numbers)  # a new order, which even the market allows
        else:
            self._change(numbers)
        return self

    def _shuffled(self) -> Rows:
        numbers = self.numbers.tolist()
        self.random.shuffle(numbers)
        return np.array(numbers, dtype=np.intp)

    def _passing(self, filter_func: Callable[[Any], bool] | None, agent_type: type, limit: float) -> Rows:
        chosen: list[int] = []
        for agent in self:
            if len(chosen) >= limit:
                break
            number: int = agent.unique_id - 1
            if isinstance(agent, agent_type) and (filter_func is None or filter_func(agent)):
                chosen.append(number)
        return np.array(chosen, dtype=np.intp)

    def _declared(self, name: str) -> Column | Lazy | None:
        found = getattr(self.model.columns.kind, name, None)
        return found if isinstance(found, Column | Lazy) else None

    def _values_or_list(self, name: str) -> Array | list[Any]:
        return self._listed(name) if self._mixed or self._declared(name) is None else self.values(name)

    def _listed(self, name: str, *default: Any) -> list[Any]:
        if self._declared(name) is None:
            return [getattr(agent, name, *default) for agent in self]
        people = listed(self.values(name))
        if not self._mixed:
            return people
        size, others, answers = self.model.columns.size, self.model.columns.others, iter(people)
        return [
            next(answers) if number < size else getattr(others[number], name, *default)
            for number in self.numbers.tolist()
        ]

    def _keys(self, by: Callable[[Any], Any] | str) -> Array | list[Any]:
        columns = self.model.columns
        if by == "type" and not hasattr(columns.kind, "type"):
            by = type
        if by is type:
            return [
                columns.kind if number < columns.size else type(columns.others[number])
                for number in self.numbers.tolist()
            ]
        return self._values_or_list(by) if isinstance(by, str) else list(map(by, self))
