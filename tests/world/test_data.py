"""Raw data are not training data: the queue, the cleaning, the ageing, the worth of an item."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.messages import Decision, Source
from game.world import data
from game.world.data import CRAWLED, LOGGED, Stocks, no_stocks
from game.world.ground import ground_of
from tests.levels_for_tests import tiny
from tests.world.worlds import any_orders, ground, plausible

items = st.lists(st.floats(0, 1e7), min_size=4, max_size=4).map(np.array)
LEVEL = tiny()


@given(plausible(), any_orders(), items, items, items)
@settings(derandomize=True, max_examples=60, deadline=None)
def test_no_setting_makes_stocks_negative_or_undefined(parameters, order, logged, crawled, clean):
    on = ground_of(LEVEL, parameters)
    stocks = Stocks(np.stack([clean] * 4), np.zeros((2, 4)))
    for _ in range(3):
        data.collect(stocks, logged, crawled)
        done = data.clean(stocks, order, on)
        assert 0.0 <= done.used <= 1.0
        for array in (stocks.clean, stocks.raw, done.logged, done.crawled):
            assert np.isfinite(array).all()
            assert (array >= 0).all()
    assert data.effective_items(stocks.clean, order, on) >= 0


@given(items, items, st.floats(0, 1e7), st.floats(0.05, 1.2))
@settings(derandomize=True, max_examples=80)
def test_annotators_never_clean_more_than_waits_nor_more_than_they_can(logged, crawled, capacity, effort):
    done = data.labelled(np.stack([crawled, logged]), capacity, effort)
    assert (done.logged <= logged).all()
    assert (done.crawled <= crawled).all()
    assert done.logged.sum() * effort + done.crawled.sum() <= capacity * (1 + 1e-9) + 1e-6


def test_the_own_service_is_cleaned_before_the_crawler():
    raw = np.zeros((2, 4))
    raw[LOGGED, 0], raw[CRAWLED, 0] = 600, 1_000
    done = data.labelled(raw, 1_000.0, 1.0)
    assert done.logged[0] == 600
    assert done.crawled[0] == pytest.approx(400)
    assert done.used == pytest.approx(1.0)


def test_what_waits_goes_stale_and_what_is_clean_grows_old():
    on, stocks = ground(half_life=78.0), no_stocks(4)
    stocks.raw[:], stocks.clean[:] = 1000.0, 1000.0
    data.clean(stocks, Decision(labelling_won=0), on)
    assert stocks.raw[LOGGED, 0] == pytest.approx(900)
    assert stocks.raw[CRAWLED, 0] == pytest.approx(980)
    assert stocks.clean[Source.OPEN, 0] == pytest.approx(1000 * 0.5 ** (1 / 78))


def test_half_of_a_stock_is_left_after_its_half_life():
    on, stocks = ground(half_life=26.0), no_stocks(4)
    stocks.clean[Source.BOUGHT] = 8000.0
    for _ in range(26):
        data.clean(stocks, Decision(), on)
    assert stocks.clean[Source.BOUGHT, 0] == pytest.approx(4000.0)


def test_good_feedback_makes_logs_cheaper_to_clean_and_more_of_them_survive():
    poor, good = Decision(feedback_permille=0), Decision(feedback_permille=800)
    assert data.labelling_effort(poor) == pytest.approx(1.15 - 0.5 * 0.3)
    assert data.labelling_effort(good) == pytest.approx(0.36 * (1.15 - 0.5 * 0.3))
    assert (data.logged_yield(poor), data.logged_yield(good)) == pytest.approx((0.4, 0.88))


def test_two_annotators_clean_three_thousand_crawled_items_a_week():
    assert data.labelling_capacity(Decision(labelling_won=900_000), ground().parameters) == pytest.approx(
        3000
    )


def test_open_items_are_worth_what_the_reference_model_says():
    """60,000 open items, three quarters about people overseas; figures of the aggregate model."""
    on = ground()
    clean = np.zeros((4, 4))
    clean[Source.OPEN] = 60_000 * on.open_mix
    sets = data.training_sets(clean, data.noise(Decision(), on.parameters), on)
    expected = [5577.26632815, 6653.92810335, 3805.920209025, 12771.504476775]
    assert sets.items[0, -1].tolist() == pytest.approx(expected, rel=1e-12)
    assert data.effective_items(clean, Decision(), on) == pytest.approx(
        on.overall(np.array(expected)), rel=1e-12
    )


@given(items, st.floats(1.0, 10.0))
@settings(derandomize=True, max_examples=40)
def test_more_items_never_make_a_training_set_worth_less(row, factor):
    on = ground()
    clean = np.stack([row] * 4)
    wrong = data.noise(Decision(), on.parameters)
    few, many = data.training_sets(clean, wrong, on), data.training_sets(clean * factor, wrong, on)
    assert (many.items >= few.items).all()


def test_an_item_is_worth_less_the_farther_and_the_noisier_it_is():
    near, far = ground(open_dist=0.25), ground(open_dist=0.65)
    clean = np.zeros((4, 4))
    clean[Source.OPEN] = 1000.0
    order = Decision()
    assert data.effective_items(clean, order, far) < data.effective_items(clean, order, near)
    noisy = ground(open_dist=0.25, open_noise=0.06)
    assert data.effective_items(clean, order, noisy) < data.effective_items(clean, order, near)
