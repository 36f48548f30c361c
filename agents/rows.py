"""One row is a person, one column is what we know of everybody.

A person is a real Mesa agent that holds nothing but a model and a row number; whatever it is asked for
is read from the columns and whatever it is told is written there. So a rule may be written for arrays,
and a reader may still say ``user.service``. The shape is that of the struct-of-arrays container of
Agents.jl: the container holds the columns, the attribute access picks the row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

import numpy as np
import numpy.typing as npt

from agents.engine import mesa

if TYPE_CHECKING:
    from agents.columns import PopulationModel

Array = npt.NDArray[Any]
Rows = npt.NDArray[np.intp]


class Column:
    """One number (or a few) known of every person: an attribute of a ColumnAgent, an array for everybody else.

    Args:
        dtype: How the numbers are stored.
        doc: What the number means, with its unit and its range.
        width: How many numbers each person has; None for a single one.
        default: What people start with when ``populate`` is not given the column.
    """

    def __init__(
        self, dtype: npt.DTypeLike, doc: str = "", *, width: int | None = None, default: Any = 0
    ) -> None:
        self.dtype = np.dtype(dtype)
        self.doc = self.__doc__ = doc
        self.width = width
        self.default = default
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, view: ColumnAgent | None, owner: type) -> Any:
        if view is None:
            return self
        array = view.model.columns.arrays[self.name]
        return array.item(view.row) if self.width is None else frozen(array[view.row])

    def __set__(self, view: ColumnAgent, value: Any) -> None:
        self.write(view.model, view.row, value)

    def filled(self, size: int, given: Any = None) -> Array:
        """Return a new array for ``size`` people, shape (size,) or (size, width), from the given values or the default.

        Raises:
            ValueError: If the given values have another shape or do not fit the dtype.
        """
        shape = (size,) if self.width is None else (size, self.width)
        if given is None and self.default == 0:
            return np.zeros(shape, self.dtype)
        values = self._fitted(self.default if given is None else given)
        if values.ndim == len(shape) and values.shape != shape:
            raise ValueError(f"column {self.name} needs shape {shape}, not {values.shape}")
        return np.array(np.broadcast_to(values, shape))

    def read(self, model: PopulationModel, rows: Rows | slice) -> Array:
        """Return the values of these rows, shape (rows,) or (rows, width)."""
        values: Array = model.columns.arrays[self.name][rows]
        return values

    def write(self, model: PopulationModel, rows: Rows | slice | int, value: Any) -> None:
        """Write one value for all these rows, or an array with one value for each.

        Raises:
            ValueError: If a value does not fit the dtype: nothing is rounded or wrapped in silence.
        """
        model.columns.arrays[self.name][rows] = self._fitted(value)

    def _fitted(self, value: Any) -> Array:
        given = np.asarray(value)
        if given.dtype == self.dtype:
            return given
        with np.errstate(all="ignore"):
            cast = given.astype(self.dtype)
        if self.dtype.kind in "biu" and not np.array_equal(cast, given):
            raise ValueError(f"column {self.name} holds {self.dtype}: {value!r} does not fit")
        return cast


class Lazy:
    """An attribute that is worked out from the columns whenever it is read, and never stored.

    Args:
        fn: Takes the model and row numbers, shape (rows,), and returns one value for each row.
        doc: What the value means, with its unit and its range.
        set_fn: Takes the model, the rows and one value for each, and brings the columns in line; None for read-only.
    """

    def __init__(
        self,
        fn: Callable[[Any, Rows], Array],
        doc: str = "",
        set_fn: Callable[[Any, Rows, Array], None] | None = None,
    ) -> None:
        self.fn = fn
        self.set_fn = set_fn
        self.doc = self.__doc__ = doc
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, view: ColumnAgent | None, owner: type) -> Any:
        if view is None:
            return self
        value = self.read(view.model, np.array([view.row]))[0]
        if isinstance(value, np.ndarray):
            return frozen(value)
        return value.item() if isinstance(value, np.generic) else value

    def __set__(self, view: ColumnAgent, value: Any) -> None:
        self.write(view.model, np.array([view.row]), value)

    def read(self, model: PopulationModel, rows: Rows) -> Array:
        """Work out the values of these rows, shape (rows,) or (rows, width).

        Raises:
            ValueError: If the function does not return one value for each row.
        """
        values = np.asarray(self.fn(model, rows))
        if values.shape[:1] != rows.shape:
            raise ValueError(
                f"{self.name} must give {len(rows)} values, one for each row, not shape {values.shape}"
            )
        return values

    def write(self, model: PopulationModel, rows: Rows, value: Any) -> None:
        """Hand one value for each row to ``set_fn``.

        Raises:
            AttributeError: If there is none, because the attribute is only worked out.
        """
        if self.set_fn is None:
            raise AttributeError(f"{self.name} is worked out from the columns and cannot be set")
        given = np.asarray(value)
        self.set_fn(model, rows, np.broadcast_to(given, rows.shape) if given.ndim == 0 else given)


class _Number(Lazy):
    """The unique_id: row 0 is agent 1, as Mesa counts from 1."""

    def __get__(self, view: ColumnAgent | None, owner: type) -> Any:
        return self if view is None else view.row + 1


class ColumnAgent(mesa.Agent):
    """A person: a Mesa agent that is a thin view of one row.

    Subclasses declare what is known of a person as Column and Lazy attributes. Making a view registers
    nothing; two views of one row are equal, hash alike and see each other's writes. People are made by
    ``model.populate`` and never removed.

    Attributes:
        model: The model the person lives in.
        row: The row number, from 0.
    """

    __slots__ = ("model", "row")

    model: PopulationModel
    row: int
    declared: ClassVar[dict[str, Column]] = {}
    unique_id = _Number(lambda _, rows: rows + 1, "the person's number in Mesa, from 1")

    def __init__(self, model: PopulationModel, row: int) -> None:
        # Mesa's own __init__ would register the view, and the model would then hold every person ever looked at.
        object.__setattr__(self, "model", model)
        object.__setattr__(self, "row", row)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        names = dict.fromkeys(name for owner in reversed(cls.__mro__) for name in vars(owner))
        found = {name: getattr(cls, name) for name in names}
        if taken := [name for name in ("model", "row", "unique_id", "pos") if name in vars(cls)]:
            raise TypeError(f"{cls.__name__} cannot have its own {taken}: they tie the view to its row")
        cls.declared = {name: entry for name, entry in found.items() if isinstance(entry, Column)}

    def __setattr__(self, name: str, value: Any) -> None:
        if name in ("model", "row") or not hasattr(getattr(type(self), name, None), "__set__"):
            raise AttributeError(
                f"{type(self).__name__} cannot keep {name!r}: a view forgets; declare {name} = Column(dtype, doc)"
            )
        object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ColumnAgent):
            return NotImplemented
        return self.row == other.row and self.model is other.model

    def __hash__(self) -> int:
        return self.row

    def __reduce__(self) -> tuple[type[ColumnAgent], tuple[PopulationModel, int]]:
        return type(self), (self.model, self.row)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.unique_id}>"

    @property
    def pos(self) -> Any:
        """Where one of Mesa's spaces has put the person; None for nowhere."""
        return self.model.columns.places.get(self.row)

    @pos.setter
    def pos(self, place: Any) -> None:
        self.model.columns.places[self.row] = place

    def remove(self) -> NoReturn:
        """Refuse: a person may leave every service, never the market.

        Raises:
            TypeError: Always.
        """
        raise TypeError(f"{self!r} cannot be removed: people leave services, never the market")

    @classmethod
    def create_agents(cls, model: Any, n: int, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG003 Mesa's signature
        """Refuse: a whole population is made at once.

        Raises:
            TypeError: Always.
        """
        raise TypeError(f"make people with model.populate({cls.__name__}, {n}, columns)")


class Columns:
    """Everything known of everybody: one array for each column, one row for each person, beside the ordinary agents.

    Attributes:
        kind: The class of the people.
        size: How many people there are.
        arrays: The arrays by column name, each of shape (size,) or (size, width). They are the truth; rules write into them.
        places: Where Mesa's spaces have put people, by row.
        others: The agents that are ordinary objects, by unique_id - 1, which continues the row numbers.
    """

    def __init__(
        self, kind: type[ColumnAgent] = ColumnAgent, size: int = 0, given: Mapping[str, Any] | None = None
    ) -> None:
        given = given or {}
        if unknown := [name for name in given if name not in kind.declared]:
            raise ValueError(
                f"{kind.__name__} has no column {unknown}; its columns are {list(kind.declared)}"
            )
        self.kind = kind
        self.size = size
        self.arrays: dict[str, Array] = {
            name: column.filled(size, given.get(name)) for name, column in kind.declared.items()
        }
        self.places: dict[int, Any] = {}
        self.others: dict[int, mesa.Agent] = {}

    def __getitem__(self, name: str) -> Array:
        return self.arrays[name]


def frozen(values: Array) -> Array:
    """Return a copy that refuses writes, so that nobody believes to have changed the column."""
    copied = values.copy()
    copied.flags.writeable = False
    return copied
