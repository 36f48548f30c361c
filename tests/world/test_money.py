"""Money is whole, conserved, and never moves without a reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.world.money import OPERATING, Ledger, Reason, runway_weeks, won

reasons = st.sampled_from(list(Reason))
amounts = st.integers(-(10**15), 10**15)
postings = st.lists(st.tuples(reasons, amounts), max_size=40)


@given(st.lists(postings, max_size=6), st.integers(0, 10**15))
@settings(derandomize=True, max_examples=60)
def test_opening_plus_movements_is_closing_every_week_and_in_all(weeks, opening):
    ledger = Ledger(opening)
    for week in weeks:
        ledger.open_week()
        before = ledger.cash_won
        for reason, amount in week:
            ledger.post(reason, amount)
        assert before + sum(m.won for m in ledger.movements()) == ledger.cash_won
    assert opening + sum(ledger.totals.values()) == ledger.cash_won


@pytest.mark.parametrize(("x", "whole"), [(0.5, 0), (1.5, 2), (2.5, 2), (-0.5, 0), (-1.5, -2), (2.4999, 2)])
def test_money_is_rounded_to_the_nearest_won_and_at_a_tie_to_the_even_one(x, whole):
    assert won(x) == whole
    assert type(won(x)) is int


@pytest.mark.parametrize("amount", [1.0, True, "1", None])
def test_only_whole_won_can_be_posted(amount):
    ledger = Ledger(100)
    with pytest.raises(TypeError):
        ledger.post(Reason.WAGES, amount)
    assert ledger.cash_won == 100


def test_windfalls_are_neither_revenue_nor_cost():
    ledger = Ledger(0)
    for reason in (Reason.INVESTMENT, Reason.GRANT, Reason.EVENT):
        ledger.post(reason, 1_000)
    ledger.post(Reason.FINE, -700)
    assert (ledger.revenue_won, ledger.cost_won) == (0, 0)


def test_every_other_reason_counts_as_revenue_or_as_cost():
    windfalls = {Reason.INVESTMENT, Reason.ACQUISITION, Reason.GRANT, Reason.EVENT, Reason.FINE}
    for reason in set(Reason) - windfalls:
        ledger = Ledger(0)
        ledger.post(reason, 5 if reason in OPERATING else -5)
        assert ledger.revenue_won + ledger.cost_won == 5


def test_runway_is_cash_over_the_weekly_loss_and_endless_without_one():
    assert runway_weeks(100, 10, 30) == 5.0
    assert runway_weeks(100, 30, 30) == float("inf")
    assert runway_weeks(-100, 0, 30) == 0.0
