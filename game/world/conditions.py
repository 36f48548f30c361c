"""A condition of a level is a closed tree of numbers, names and operators; nothing else can be said in it.

The level reader builds the tree once, after checking names and types; the world evaluates it every week. There are no
calls, no attributes and no powers, so a level cannot reach anything but the values it is given, and an evaluation
takes at most as many steps as the tree has parts. Arithmetic is plain IEEE doubles with `+ - * /` and comparisons, so
that every machine agrees on the answer. Dividing by zero gives zero: "revenue per user" of a service without users is
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a value is, which decides where it may stand and how it is shown."""

    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"
    WEEKS = "weeks"
    YES_NO = "yes-no"


class Operator(Enum):
    """Everything a condition can do with its parts; the value is how it is written."""

    OR = "or"
    AND = "and"
    NOT = "not"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "=="
    UNEQUAL = "!="
    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"
    SMALLER = "min"
    LARGER = "max"


def _over(left: float, right: float) -> float:
    return left / right if right != 0.0 else 0.0


_RULES: dict[Operator, Callable[[float, float], float]] = {
    Operator.LESS: lambda left, right: left < right,
    Operator.AT_MOST: lambda left, right: left <= right,
    Operator.MORE: lambda left, right: left > right,
    Operator.AT_LEAST: lambda left, right: left >= right,
    Operator.EQUAL: lambda left, right: left == right,
    Operator.UNEQUAL: lambda left, right: left != right,
    Operator.PLUS: lambda left, right: left + right,
    Operator.MINUS: lambda left, right: left - right,
    Operator.TIMES: lambda left, right: left * right,
    Operator.OVER: _over,
    Operator.SMALLER: lambda left, right: min(left, right),
    Operator.LARGER: lambda left, right: max(left, right),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A figure written in the level, units already applied (`40%` is 0.4, `10k` is 10000.0)."""

    value: float

    def evaluate(self, values: Mapping[str, float]) -> float:  # noqa: ARG002 - one shape for all parts
        """Return the figure."""
        return self.value


@dataclass(frozen=True, slots=True)
class Truth:
    """A plain `yes` or `no`."""

    value: bool

    def evaluate(self, values: Mapping[str, float]) -> bool:  # noqa: ARG002 - one shape for all parts
        """Return the answer."""
        return self.value


@dataclass(frozen=True, slots=True)
class Value:
    """A number of the running world, by its name in the catalogue."""

    name: str

    def evaluate(self, values: Mapping[str, float]) -> float:
        """Return this week's figure as a float, whole won included (exact up to 2^53)."""
        return float(values[self.name])


@dataclass(frozen=True, slots=True)
class Flag:
    """A yes-or-no of the running world, by its name in the catalogue."""

    name: str

    def evaluate(self, values: Mapping[str, float]) -> bool:
        """Return whether it holds this week."""
        return bool(values[self.name])


@dataclass(frozen=True, slots=True)
class Unary:
    """`not` before a yes-or-no, or a minus before a number."""

    operator: Operator
    operand: Expression

    def evaluate(self, values: Mapping[str, float]) -> float | bool:
        """Return the opposite of the operand."""
        found = self.operand.evaluate(values)
        return not found if self.operator is Operator.NOT else -found


@dataclass(frozen=True, slots=True)
class Binary:
    """Two parts and what joins them."""

    operator: Operator
    left: Expression
    right: Expression

    def evaluate(self, values: Mapping[str, float]) -> float | bool:
        """Return what the operator makes of both parts; `and` and `or` stop at the first that decides."""
        left = self.left.evaluate(values)
        if self.operator is Operator.AND:
            return bool(left) and bool(self.right.evaluate(values))
        if self.operator is Operator.OR:
            return bool(left) or bool(self.right.evaluate(values))
        return _RULES[self.operator](left, self.right.evaluate(values))


Expression = Number | Truth | Value | Flag | Unary | Binary


def walk(root: Expression) -> Iterator[Expression]:
    """Yield every part of an expression, each before the parts inside it, from left to right."""
    waiting: list[Expression] = [root]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, Unary):
            waiting.append(part.operand)
        elif isinstance(part, Binary):
            waiting += [part.right, part.left]


@dataclass(frozen=True, slots=True)
class Condition:
    """A yes-or-no question about the world, as the level wrote it and as the world asks it."""

    text: str
    root: Expression

    def holds(self, values: Mapping[str, float]) -> bool:
        """Return whether the condition is true of these values (name -> number, share 0..1, won, or yes-no)."""
        return bool(self.root.evaluate(values))

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names it asks for, each once, in alphabetical order."""
        return tuple(sorted({part.name for part in walk(self.root) if isinstance(part, Value | Flag)}))


ALWAYS = Condition("yes", Truth(True))
NEVER = Condition("no", Truth(False))
