"""Several changes to one past: put in, taken out again, and each told apart: what it was and what it becomes.

A card that was drawn can be left out like a decision: an edit without a value, in the week in which it was drawn, is the world in
which that card lies in no deck. A card nobody answered can be answered from the week after on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agents.messages import LEVERS
from game.study.choices import Choice, Edit, EditError, Orders, Part, Setting, decisions_of, edited, pairs
from game.study.recording import Recording
from game.world.level import EventCard, Level
from game.world.model import MarketModel
from game.world.report import WeekReport


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what was decided in its week, and what is decided there now.

    Attributes:
        edit: The change itself.
        part: A lever, an answer, or an event that is left out.
        before: The setting or the answer as it was; None where nothing was answered, and for an event.
        after: The setting or the answer as it becomes; None where nothing is answered, and for an event that never comes.
    """

    edit: Edit
    part: Part
    before: Setting | None
    after: Setting | None

    @property
    def is_left_out(self) -> bool:
        """Return whether something is as if it had never been decided."""
        return self.edit.value is None


def put(edits: Sequence[Edit], edit: Edit) -> tuple[Edit, ...]:
    """Return the edits with one more, by week; one about the same thing in the same week gives way."""
    others = [one for one in edits if (one.week, one.key) != (edit.week, edit.key)]
    return tuple(sorted([*others, edit], key=lambda one: one.week))


def events_met(reports: Iterable[WeekReport]) -> tuple[Choice, ...]:
    """Return the event cards that were drawn, by week, as the news told of them."""
    told = (item for report in reports for item in report.news if item.id == "event")
    return tuple(Choice(item.week, Part.EVENT, str(dict(item.values)["card"])) for item in told)


def events_of(recording: Recording) -> tuple[Choice, ...]:
    """Return the event cards that were drawn, by week."""
    return events_met(recording.reports)


def unanswered(level: Level, event: Choice, choices: Iterable[Choice], weeks: int) -> EventCard | None:
    """Return the card of an event if it waited for an answer in a week that was played, and none was given."""
    card = next((card for card in level.events if card.id == event.key), None)
    is_answered = any(choice.part is Part.ANSWER and choice.key == event.key for choice in choices)
    return None if card is None or not card.choices or is_answered or event.week >= weeks else card


def parted(recording: Recording, edits: Sequence[Edit]) -> tuple[tuple[Orders, ...], tuple[str, ...]]:
    """Return the orders with the edits made, and the cards that are to lie in no deck.

    Raises:
        EditError: as `edited`; a card that was drawn in another week is told with that week.
    """
    met = {event.key: event.week for event in events_of(recording)}
    unmet = [edit for edit in edits if edit.value is None and met.get(edit.key) == edit.week]
    try:
        orders = edited(recording.level, recording.orders, [edit for edit in edits if edit not in unmet])
    except EditError as wrong:
        key = str(wrong.values.get("key"))
        if wrong.code != "nothing" or key not in met:
            raise
        raise EditError("drawn", key=key, week=wrong.values["week"], drawn=met[key]) from wrong
    return orders, tuple(edit.key for edit in unmet)


def take_out(world: MarketModel, cards: Iterable[str]) -> None:
    """Let these cards lie in no deck of a world from here on."""
    for card in cards:
        world.deck.drawn[card] = world.week


def changes_of(level: Level, orders: Sequence[Orders], edits: Sequence[Edit]) -> tuple[Change, ...]:
    """Return what each edit changes in its week, all of them made together.

    Raises:
        EditError: as `edited`.
    """
    start = level.start.decision
    in_orders = [edit for edit in edits if edit.value is not None or _is_decided(orders, edit)]
    before, after = decisions_of(start, orders), decisions_of(start, edited(level, orders, in_orders))
    found = []
    for edit in edits:
        if edit not in in_orders:
            found.append(Change(edit, Part.EVENT, None, None))
            continue
        was, becomes = before[edit.week - 1], after[edit.week - 1]
        if edit.key in LEVERS:
            found.append(Change(edit, Part.LEVER, getattr(was, edit.key), getattr(becomes, edit.key)))
        else:
            answers = (dict(decision.answers).get(edit.key) for decision in (was, becomes))
            found.append(Change(edit, Part.ANSWER, *answers))
    return tuple(found)


def _is_decided(orders: Sequence[Orders], edit: Edit) -> bool:
    """Return whether something was decided about a key in the week of an edit."""
    order = orders[edit.week - 1] if 1 <= edit.week <= len(orders) else {}
    return edit.key in order or any(id_ == edit.key for id_, _ in pairs(order.get("answers", [])))
