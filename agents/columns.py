"""A market whose people are columns and whose firms are objects, and which is an ordinary Mesa model all the same.

``model.users`` is a set of rows, ``model.agents`` one set over rows and objects alike. This is the only
file that touches what Mesa keeps to itself: Mesa 3.3 counts agents in a class-level dictionary that
keeps every model alive, Mesa 3.5 counts them in the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import numpy as np

from agents.columnset import ColumnSet
from agents.engine import mesa
from agents.rows import Column, ColumnAgent, Columns, Lazy

__all__ = ["Column", "ColumnAgent", "ColumnSet", "Columns", "Lazy", "PopulationModel"]


class PopulationModel(mesa.Model):
    """A Mesa model that owns a population of people kept in columns, beside ordinary agents.

    People take the ids 1..N, ordinary agents go on from N + 1.

    Attributes:
        columns: The arrays, for rules and for the world.
        users: All the people, in row order.

    Args:
        rng: The seed, handed to Mesa; both versions then shuffle alike.
    """

    columns: Columns
    users: ColumnSet
    agent_id_counter: int

    def __init__(self, *args: Any, rng: Any = None, **kwargs: Any) -> None:
        # Mesa 3.3 cannot seed the standard generator with a NumPy integer and would fall back to another seed than 3.5.
        super().__init__(*args, rng=int(rng) if isinstance(rng, np.integer) else rng, **kwargs)
        self.columns = Columns()
        self.users = ColumnSet(self, fixed=True)
        self._everyone = ColumnSet(self, fixed=True)
        self._next_id = _NextId()
        self._count_from(1)

    def populate(
        self, kind: type[ColumnAgent], size: int, given: Mapping[str, Any] | None = None
    ) -> ColumnSet:
        """Fill the market with people and return them; columns that are not given start at their default.

        Args:
            kind: The class of the people.
            size: How many.
            given: Start values by column name, shape (size,) or (size, width), or one value for all. They are copied.

        Raises:
            RuntimeError: If there are people or ordinary agents already, because people take the ids from 1.
            ValueError: If a column is unknown, has another shape or does not fit.
        """
        if len(self._everyone):
            raise RuntimeError("populate the model once, before any other agent: people take the ids from 1")
        self.columns = Columns(kind, size, given)
        self.users = ColumnSet(self, fixed=True)
        self._everyone = ColumnSet(self, fixed=True)
        self._count_from(size + 1)
        return self.users

    @property
    def agents(self) -> Any:  # Mesa's two versions declare two types for it
        """All agents, a ColumnSet: people in row order, then ordinary agents as they were created."""
        return self._everyone

    @agents.setter
    def agents(self, _: Any) -> NoReturn:
        raise AttributeError("model.agents is made by Mesa; keep agents of your own under another name")

    @property
    def agents_by_type(self) -> dict[type, Any]:
        """The agents of each class: the people as a ColumnSet, ordinary agents in Mesa's own sets."""
        people = {self.columns.kind: self.users} if self.columns.size else {}
        return {**people, **super().agents_by_type}

    @property
    def agent_types(self) -> list[type]:
        """The classes of all agents, the people's first."""
        return list(self.agents_by_type)

    def register_agent(self, agent: mesa.Agent) -> None:
        """Take in an ordinary agent; Mesa calls this when one is created.

        Raises:
            RuntimeError: If its id belongs to a person, as after ``release``.
        """
        mesa_model: Any = super()  # Mesa 3.3 gives this method no types
        mesa_model.register_agent(agent)
        number = agent.unique_id - 1
        if number < self.columns.size:
            mesa_model.deregister_agent(agent)
            self.release()
            raise RuntimeError(f"id {agent.unique_id} belongs to a person; was the model released?")
        self.columns.others[number] = agent
        self._everyone.welcome(number)

    def deregister_agent(self, agent: mesa.Agent) -> None:
        """Let an ordinary agent go; it leaves every set of this model at once."""
        mesa_model: Any = super()
        mesa_model.deregister_agent(agent)
        del self.columns.others[agent.unique_id - 1]

    def release(self) -> None:
        """Let go of what Mesa keeps, so that the model can be freed. The last thing to do with a model."""
        # Mesa 3.3.1 keeps every model alive in Agent._ids.
        getattr(mesa.Agent, "_ids", {}).pop(self, None)

    def drop(self) -> None:
        """Let go of all the model holds, at once: a model is full of circles, and lies about until Python looks for such waste.

        For copies that are done with; what was taken out of them stays.
        """
        self.release()
        vars(self).clear()

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._count_from(self._next_id.value)

    def _count_from(self, number: int) -> None:
        """Let the next ordinary agent have this id, if it would have a smaller one."""
        self._next_id.value = max(number, self._next_id.value)
        counters: Any = getattr(mesa.Agent, "_ids", None)
        if counters is not None:  # Mesa 3.3, where a model from a pickle would count from 1 again
            counters[self] = self._next_id
        else:
            self.agent_id_counter = max(number, self.agent_id_counter)


class _NextId:
    """The next id to give, for Mesa 3.3: like its itertools.count, but it can be pickled on every Python."""

    def __init__(self) -> None:
        self.value = 1

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        self.value += 1
        return self.value - 1
