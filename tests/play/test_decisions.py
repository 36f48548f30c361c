"""Decisions survive the trip through text exactly, and text that is no decision is refused by name."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.messages import EVERYTHING, LEVERS, Decision, Emphasis, ModelKind
from game.play import lines
from game.play.decisions import DecisionError, changed, changes

won = st.integers(min_value=-(10**15), max_value=10**15)
names = st.text(min_size=1, max_size=20)
decisions = st.builds(
    Decision,
    price_won=won,
    model=st.sampled_from(ModelKind),
    emphasis=st.sampled_from(Emphasis),
    infrastructure=st.integers(0, EVERYTHING),
    engineers=st.integers(0, 500),
    open_data=st.booleans(),
    crawl_items=won,
    is_visible=st.booleans(),
    answers=st.lists(st.tuples(names, names), max_size=4).map(tuple),
)


@given(before=decisions, decision=decisions)
@settings(derandomize=True, database=None)
def test_what_is_written_is_what_was_decided(before: Decision, decision: Decision) -> None:
    line = lines.write(changes(decision, before))
    assert changed(before, lines.read(line)) == decision


def test_only_what_changed_is_written() -> None:
    before = Decision()
    assert changes(before, before) == {}
    assert changes(replace(before, model=ModelKind.RULES, ux_won=5), before) == {
        "model": "rules",
        "ux_won": 5,
    }


def test_answers_are_written_every_time_and_never_held() -> None:
    answered = replace(Decision(), answers=(("sheet-1", "accept"),))
    assert changes(answered, answered) == {"answers": [["sheet-1", "accept"]]}
    assert changed(answered, {}).answers == ()


@pytest.mark.parametrize(
    ("lever", "value"),
    [
        ("bribes_won", 1),
        ("price_won", True),
        ("price_won", "300"),
        ("price_won", 2**60),
        ("open_data", 1),
        ("model", 2),
        ("model", "magic"),
        ("emphasis", "deep"),
        ("infrastructure", 9),
        ("infrastructure", ["gpu", "pipeline"]),
        ("infrastructure", ["gpu", "gpu"]),
        ("infrastructure", ["espresso"]),
        ("infrastructure", "gpu"),
        ("infrastructure", [["gpu"]]),
        ("answers", [["only one"]]),
        ("answers", "accept"),
        ("answers", [["x", "y"]] * 100),
        ("answers", [["x" * 1000, "y"]]),
    ],
)
def test_what_no_decision_can_say_is_refused_by_name(lever: str, value: object) -> None:
    with pytest.raises(DecisionError) as refused:
        changed(Decision(), {lever: value})
    assert refused.value.lever == lever


def test_every_lever_can_be_written() -> None:
    other = Decision(
        price_won=1, model=ModelKind.BEST, engineers=9, experts=9, open_data=False, crawl_items=9, labelling_won=9,
        buying_won=9, feedback_permille=9, collection_permille=9, governance_won=9, sell_data=True, ux_won=9,
        content_won=9, marketing_won=9, is_visible=True, opens_early=True, applies_voucher=True, applies_grant=True,
        seeks_funding=False, sellers=9, emphasis=Emphasis.FINISH, ops_won=9, infrastructure=9,
    )  # fmt: skip
    assert set(changes(other, Decision())) == set(LEVERS)
