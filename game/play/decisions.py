"""A decision as a line of text: only what changed, in whole numbers, yes or no, and names.

One place turns decisions into plain data and back, so that journals, tables and terminals cannot disagree. Nothing is
rounded: money is whole won and shares are permille already in `Decision`.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from agents.messages import EVERYTHING, LEVERS, Decision, Emphasis, Infra, ModelKind

Plain = bool | int | str | list[str] | list[list[str]]

INFRASTRUCTURE = "infrastructure"  # the lever that is a set of items; written as their names
LARGEST = 2**53 - 1  # whole numbers up to here survive any reader of JSON, those that read doubles included
LONGEST = 64  # characters of an id
MOST_ANSWERS = 64  # in one week; a level has fewer offers and cards than that


class DecisionError(ValueError):
    """A written decision says something no decision can say; `lever` names the part."""

    def __init__(self, lever: str) -> None:
        super().__init__(lever)
        self.lever = lever


def changes(decision: Decision, before: Decision) -> dict[str, Plain]:
    """Return what differs from the decision in force, as plain data; answers are always written."""
    found: dict[str, Plain] = {}
    for lever in LEVERS:
        value = getattr(decision, lever)
        if value != getattr(before, lever):
            found[lever] = _written(lever, value)
    if decision.answers:
        found["answers"] = [list(pair) for pair in decision.answers]
    return found


def _written(lever: str, value: Any) -> Plain:
    if lever == INFRASTRUCTURE:
        return [item.name.lower() for item in Infra if value >> item & 1]
    named: Plain = value.name.lower() if isinstance(value, _NAMED) else value
    return named


def changed(before: Decision, written: Mapping[str, object]) -> Decision:
    """Return the decision in force with the written changes made.

    Raises:
        DecisionError: a lever is unknown, or its value has the wrong type or size.
    """
    values: dict[str, Any] = {
        lever: _value(lever, value) for lever, value in written.items() if lever != "answers"
    }
    answers = _answers(written.get("answers", []))
    return replace(before, **values, answers=answers)


def _value(lever: str, value: object) -> bool | int:
    if lever not in LEVERS:
        raise DecisionError(lever)
    if lever == INFRASTRUCTURE:
        return _items(lever, value)
    usual = getattr(_USUAL, lever)
    if isinstance(usual, _NAMED):
        return _named(lever, type(usual), value)
    if type(value) is not type(usual):  # True is an int to isinstance, and 1 is not a yes
        raise DecisionError(lever)
    if not isinstance(value, int) or abs(value) > LARGEST:
        raise DecisionError(lever)
    return value


def _items(lever: str, value: object) -> int:
    """Return the bits of a list of items; one list has one spelling, in the order of `Infra`."""
    items = [item for item in Infra if isinstance(value, list) and item.name.lower() in value]
    if [item.name.lower() for item in items] != value:
        raise DecisionError(lever)
    return EVERYTHING & sum(1 << item for item in items)


def _named(lever: str, kinds: type[ModelKind | Emphasis], value: object) -> ModelKind | Emphasis:
    for kind in kinds:
        if kind.name.lower() == value:
            return kind
    raise DecisionError(lever)


def _answers(written: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(written, list) or len(written) > MOST_ANSWERS:
        raise DecisionError("answers")
    return tuple(_pair(pair) for pair in written)


def _pair(written: object) -> tuple[str, str]:
    match written:
        case [str() as asked, str() as choice] if max(len(asked), len(choice)) <= LONGEST:
            return asked, choice
    raise DecisionError("answers")


_USUAL = Decision()
_NAMED = (ModelKind, Emphasis)  # written by name
