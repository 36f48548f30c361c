"""The past as a list of choices: taken apart, put together again, and changed within bounds."""

from dataclasses import replace

import pytest

from agents.messages import Decision, ModelKind
from game.study.choices import (
    Choice,
    Edit,
    EditError,
    Orders,
    Part,
    choices_of,
    decisions_of,
    edited,
    orders_of,
    weightiest,
    without,
)
from tests.study import games

LEVEL = games.eventful()
START = LEVEL.start.decision
ORDERS = games.orders(LEVEL, games.WEEKS)


def setting(orders: tuple[Orders, ...], lever: str) -> list[object]:
    return [getattr(decision, lever) for decision in decisions_of(START, orders)]


def test_orders_and_decisions_are_the_same_story_told_twice() -> None:
    decisions = games.decisions(games.WEEKS)
    assert list(decisions_of(START, ORDERS)) == decisions
    assert orders_of(START, decisions) == ORDERS


def test_everything_decided_is_a_choice_of_its_own() -> None:
    found = choices_of(START, ORDERS)
    assert Choice(4, Part.ANSWER, "gift", after="take") in found
    assert Choice(12, Part.LEVER, "price_won", 300, 150) in found
    assert Choice(22, Part.LEVER, "price_won", 150, 600) in found
    assert [c.key for c in found if c.week == 18] == ["content_won", "marketing_won"]
    assert Choice(1, Part.LEVER, "model", ModelKind.DEEP, ModelKind.RULES) in found


def test_a_setting_left_out_stays_as_it_was_until_the_lever_is_set_again() -> None:
    prices = setting(edited(LEVEL, ORDERS, [Edit(12, "price_won")]), "price_won")
    assert prices[:21] == [300] * 21
    assert prices[21:] == [600] * 9


def test_a_changed_setting_holds_until_the_lever_is_set_again() -> None:
    prices = setting(edited(LEVEL, ORDERS, [Edit(12, "price_won", 80)]), "price_won")
    assert prices[10:12] == [300, 80]
    assert set(prices[11:21]) == {80}
    assert set(prices[21:]) == {600}


def test_something_can_be_decided_in_a_week_in_which_nothing_was() -> None:
    orders = edited(LEVEL, ORDERS, [Edit(2, "experts", 3)])
    assert orders[1] == {"experts": 3}
    assert set(setting(orders, "experts")[1:]) == {3}


def test_leaving_out_every_choice_leaves_nothing() -> None:
    orders = edited(LEVEL, ORDERS, [without(choice) for choice in choices_of(START, ORDERS)])
    assert orders == ({},) * games.WEEKS


def test_changing_the_past_leaves_what_was_written_alone() -> None:
    before = [dict(order) for order in ORDERS]
    edited(LEVEL, ORDERS, [Edit(4, "gift"), Edit(4, "price_won", 1), Edit(6, "engineers")])
    assert [dict(order) for order in ORDERS] == before


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (Edit(0, "price_won", 100), "week"),
        (Edit(31, "price_won", 100), "week"),
        (Edit(13, "price_won"), "nothing"),
        (Edit(12, "rumour"), "nothing"),
        (Edit(12, "price_won", "much"), "value"),
        (Edit(12, "price_won", True), "value"),
        (Edit(12, "model", "clever"), "value"),
    ],
)
def test_a_past_that_cannot_be_is_refused(edit: Edit, code: str) -> None:
    with pytest.raises(EditError) as refused:
        edited(LEVEL, ORDERS, [edit])
    assert refused.value.code == code


def test_a_lever_the_level_locks_cannot_be_changed_in_hindsight_either() -> None:
    level = replace(LEVEL, start=replace(LEVEL.start, locked=frozenset({"experts"})))
    with pytest.raises(EditError) as refused:
        edited(level, ORDERS, [Edit(2, "experts", 3)])
    assert refused.value.code == "locked"


def test_of_many_choices_the_weightiest_are_replayed_and_the_rest_are_counted() -> None:
    decisions = [Decision(marketing_won=1_000_000 + week, answers=(("x", "y"),)) for week in range(20)]
    decisions[7] = replace(decisions[7], engineers=30)
    decisions[8:] = [replace(d, engineers=30) for d in decisions[8:]]
    orders = orders_of(START, decisions)
    chosen, aside = weightiest(LEVEL, orders, 21)
    assert len(chosen) == 21
    assert aside == len(choices_of(START, orders)) - 21
    assert sum(c.part is Part.ANSWER for c in chosen) == 20
    assert Choice(8, Part.LEVER, "engineers", 3, 30) in chosen
    assert list(chosen) == sorted(chosen, key=lambda c: c.week)
