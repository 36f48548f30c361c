"""What a player decided, taken apart: one lever or one answer in one week, which can be changed or left out.

A setting holds until the next week in which the same lever was set; so does a changed one. What was decided later is
kept as it was decided: as settings, not as differences.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import Any

from agents.messages import LEVERS, Decision
from game.play.decisions import DecisionError, Plain, changed, changes
from game.world.level import Level
from game.world.levers import Refusal, lever_costs

Orders = dict[str, Plain]  # one week's changes, as a journal writes them
Setting = bool | int | str  # of a lever, or what was answered


class Part(Enum):
    """What kind of thing a choice is."""

    LEVER = "lever"
    ANSWER = "answer"  # to an offer or an event card
    EVENT = "event"  # not decided but met: an event card that was drawn


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing decided (or met) in one week."""

    week: int  # from 1
    part: Part
    key: str  # a lever, or the id of an offer or a card
    before: Setting = ""  # the setting it replaced, as in a `Decision`; empty for answers and events
    after: Setting = ""  # the setting, or the answer; empty for events


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to the past: a lever or an answer of one week is set otherwise, or, with None, as if never decided."""

    week: int  # from 1
    key: str
    value: Plain | None = None


class EditError(Exception):
    """The past cannot be changed so.

    `code` picks the sentence `whatif.wrong.CODE`, `values` fill it. Codes: week, key, value, nothing, locked, refused; the
    world's own words for it, if any, are in `refusal`.
    """

    def __init__(self, code: str, refusal: Refusal | None = None, **values: int | str) -> None:
        super().__init__(code, values)
        self.code = code
        self.refusal = refusal
        self.values = values


def orders_of(start: Decision, decisions: Iterable[Decision]) -> tuple[Orders, ...]:
    """Return what each week changed; the inverse of `decisions_of`."""
    found, before = [], start
    for decision in decisions:
        found.append(changes(decision, before))
        before = decision.hold()
    return tuple(found)


def decisions_of(start: Decision, orders: Iterable[Orders]) -> tuple[Decision, ...]:
    """Return the decision of each week."""
    found, before = [], start
    for order in orders:
        found.append(changed(before, order))
        before = found[-1].hold()
    return tuple(found)


def choices_of(start: Decision, orders: Sequence[Orders]) -> tuple[Choice, ...]:
    """Return everything that was decided, week by week, answers before levers."""
    found: list[Choice] = []
    before = start
    for week, decision in enumerate(decisions_of(start, orders), start=1):
        found += [Choice(week, Part.ANSWER, id_, after=choice) for id_, choice in decision.answers]
        found += [
            Choice(week, Part.LEVER, lever, getattr(before, lever), getattr(decision, lever))
            for lever in LEVERS
            if getattr(decision, lever) != getattr(before, lever)
        ]
        before = decision
    return tuple(found)


def without(choice: Choice) -> Edit:
    """Return the edit that leaves a choice out."""
    return Edit(choice.week, choice.key)


def set_as(decision: Decision, lever: str, week: int) -> Edit:
    """Return the edit that sets a lever in a week as a decision has it, even if that is how it stood."""
    nothing: dict[str, Any] = {lever: None}
    return Edit(week, lever, changes(decision, replace(decision, **nothing))[lever])


def edited(level: Level, orders: Sequence[Orders], edits: Iterable[Edit]) -> tuple[Orders, ...]:
    """Return the orders with these edits made, in their order.

    Raises:
        EditError: a week was not played, there is no such lever, its value is none, it is locked, or there is nothing to leave out.
    """
    found = [dict(order) for order in orders]
    for edit in edits:
        if not 1 <= edit.week <= len(found):
            raise EditError("week", week=edit.week, weeks=len(found))
        if edit.value is None:
            _leave_out(found[edit.week - 1], edit)
        elif edit.key in LEVERS:
            _set(level, found, edit)
        else:
            _answer(found[edit.week - 1], edit)
    return tuple(found)


def _leave_out(order: Orders, edit: Edit) -> None:
    answers = _answers(order)
    if edit.key in order and edit.key in LEVERS:
        del order[edit.key]
    elif any(id_ == edit.key for id_, _ in answers):
        _put_answers(order, [pair for pair in answers if pair[0] != edit.key])
    else:
        raise EditError("nothing", week=edit.week, key=edit.key)


def _set(level: Level, orders: list[Orders], edit: Edit) -> None:
    """Set a lever in one week, and only there: what was in force before and what is set later stay."""
    if edit.key in level.start.locked:
        raise EditError("locked", key=edit.key)
    assert edit.value is not None
    try:
        changed(level.start.decision, {edit.key: edit.value})
    except DecisionError as wrong:
        raise EditError("value", key=edit.key, value=str(edit.value)) from wrong
    orders[edit.week - 1][edit.key] = edit.value


def _answer(order: Orders, edit: Edit) -> None:
    """Answer something in one week; whether it waited then, the world will say."""
    kept = [pair for pair in _answers(order) if pair[0] != edit.key]
    _put_answers(order, [*kept, [edit.key, str(edit.value)]])


def _answers(order: Orders) -> list[list[str]]:
    return pairs(order.get("answers", []))


def pairs(answers: Plain) -> list[list[str]]:
    """Return the answers of a week, as a journal writes them, as pairs of what was asked and what was said."""
    assert isinstance(answers, list)
    return [list(pair) for pair in answers]


def _put_answers(order: Orders, answers: list[list[str]]) -> None:
    if answers:
        order["answers"] = answers
    else:
        order.pop("answers", None)


def weightiest(level: Level, orders: Sequence[Orders], most: int) -> tuple[tuple[Choice, ...], int]:
    """Return the choices most worth replaying, by week, and how many were left aside.

    Every replay takes time, and a plan that nudges budgets week after week makes hundreds of choices. Answers come first; of the
    levers those that moved far and for long.
    """
    found, ranked = choices_of(level.start.decision, orders), by_weight(level, orders)
    chosen = sorted(ranked[:most], key=found.index)
    return tuple(chosen), len(found) - len(chosen)


def by_weight(level: Level, orders: Sequence[Orders]) -> tuple[Choice, ...]:
    """Return all choices, those that moved most for longest first."""
    found = choices_of(level.start.decision, orders)
    return tuple(sorted(found, key=lambda c: (-_weight(c, found, level, len(orders)), c.week)))


_WEEK_WON = 1_000_000  # a week's money that weighs as much as switching something on; judged
_FAR = 5.0  # however much money is moved, it weighs no more than this many switches
_FOREVER = 1e6  # an answer is given once and holds for ever


def _weight(choice: Choice, every: Sequence[Choice], level: Level, weeks: int) -> float:
    """Return how far a choice moved something times the weeks it held."""
    if choice.part is not Part.LEVER:
        return _FOREVER
    later = (c.week for c in every if c.key == choice.key and c.week > choice.week)
    held = next(later, weeks + 1) - choice.week
    return held * _reach(choice, level)


def _reach(choice: Choice, level: Level) -> float:
    """Return how far a lever was moved: by the money it moves a week, or by its share of the larger setting."""
    settings: list[dict[str, Any]] = [{choice.key: choice.before}, {choice.key: choice.after}]
    before, after = (replace(Decision(), **setting) for setting in settings)
    then, now = (lever_costs(order, level.parameters).get(choice.key, 0.0) for order in (before, after))
    if then != now:
        return min(abs(now - then) / _WEEK_WON, _FAR)
    if isinstance(choice.after, bool | IntEnum):
        return 1.0
    old, new = float(getattr(before, choice.key)), float(getattr(after, choice.key))
    return abs(new - old) / max(abs(new), abs(old), 1.0)
