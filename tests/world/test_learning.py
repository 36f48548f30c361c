"""Learning curves, quality, ageing and waiting, held to the figures of the aggregate reference model."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.messages import Decision, ModelKind
from game.world import data, learning
from game.world.ground import ground_of
from tests.levels_for_tests import tiny
from tests.world.worlds import ground, plausible

LEVEL = tiny()
items = st.lists(st.floats(0, 1e8), min_size=16, max_size=16).map(lambda x: np.array(x).reshape(4, 4))
MIXED = np.array(
    [
        [6000, 6000, 3000, 45000],
        [20000, 18000, 2000, 4500],
        [900, 500, 400, 200],
        [2700, 1500, 1200, 600],
    ],
    np.float64,
)


def found(clean, order, knowledge, tune, on):
    sets = data.training_sets(clean, data.noise(order, on.parameters), on)
    return learning.errors(sets, tune, knowledge, on.parameters)


def test_with_open_data_alone_rules_beat_both_learners():
    on = ground()
    clean = np.zeros((4, 4))
    clean[0] = 60_000 * on.open_mix
    felt = found(clean, Decision(), 0.15, 0.0, on).felt
    assert felt[ModelKind.RULES].tolist() == pytest.approx([0.305] * 4)
    assert felt[ModelKind.CLASSICAL].tolist() == pytest.approx(
        [0.393524572965, 0.389420750582, 0.414399189311, 0.339219318337], rel=1e-11
    )
    assert felt[ModelKind.DEEP].tolist() == pytest.approx(
        [0.486770453496, 0.475295444254, 0.5, 0.401093857997], rel=1e-11
    )
    assert (felt[1:] > felt[0]).all()


def test_errors_of_a_mixture_are_those_of_the_reference_model():
    felt = found(MIXED, Decision(feedback_permille=800), 0.6, 0.3276, ground()).felt
    assert felt[ModelKind.CLASSICAL].tolist() == pytest.approx(
        [0.245972753112, 0.251805386747, 0.270423331494, 0.276996468181], rel=1e-11
    )
    assert felt[ModelKind.DEEP].tolist() == pytest.approx(
        [0.280500392844, 0.286624906172, 0.334778428969, 0.332099728548], rel=1e-11
    )


def test_the_deep_curve_falls_from_guessing_to_its_floor():
    p = ground().parameters
    deep = learning.learning_curve(np.array([0.0, 120.0, 1000.0, 1e5]), 0.0, 0.0, p)[1]
    assert deep.tolist() == pytest.approx([0.5, 0.484957783595, 0.41551357836, 0.16269797217], rel=1e-11)


@given(plausible(), items, st.floats(0, 1), st.floats(0, 0.95))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_errors_and_quality_stay_inside_their_bounds_in_any_plausible_world(
    parameters, clean, tune, knowledge
):
    on = ground_of(LEVEL, parameters)
    errors = found(clean, Decision(), knowledge, tune, on)
    for error in (errors.felt, errors.lab):
        assert np.isfinite(error).all()
        assert (error > 0).all()
        assert (error <= parameters.E0).all()
    assert (errors.lab <= errors.felt).all()
    quality = learning.quality(errors.felt, parameters)
    assert ((quality >= 0) & (quality <= 1)).all()


@given(items, st.floats(1.0, 100.0), st.floats(0, 1), st.floats(0, 0.95))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_more_data_of_the_same_mixture_never_make_any_model_worse(clean, factor, tune, knowledge):
    on = ground()
    few = found(clean, Decision(), knowledge, tune, on).felt
    many = found(clean * factor, Decision(), knowledge, tune, on).felt
    assert (many <= few + 1e-12).all()


@given(items, st.floats(0, 0.5), st.floats(0, 0.45))
@settings(derandomize=True, max_examples=40, deadline=None)
def test_neither_tuning_nor_knowledge_ever_hurts(clean, tune, knowledge):
    on = ground()
    before = found(clean, Decision(), knowledge, tune, on).felt
    assert (found(clean, Decision(), knowledge, tune + 0.5, on).felt <= before + 1e-12).all()
    assert (found(clean, Decision(), knowledge + 0.5, tune, on).felt <= before + 1e-12).all()


def test_deep_learning_overtakes_classical_between_twenty_and_three_hundred_thousand_items():
    p = ground().parameters
    at = np.array([20_000.0, 300_000.0])
    classical, deep = learning.learning_curve(at, 0.0, 0.15, p)
    assert classical[0] < deep[0]
    assert deep[1] < classical[1]


def test_a_model_left_alone_forgets_towards_its_floor():
    p = ground().parameters
    fresh = [learning.freshness(age, p) for age in range(0, 400, 4)]
    assert fresh[0] == 1.0
    assert all(a > b for a, b in pairwise(fresh))
    assert learning.freshness(78, p) == pytest.approx(1 - p.stale / 2)
    assert min(fresh) > 1 - p.stale


def test_waiting_times_grow_with_the_users_as_in_the_reference_model():
    p = ground().parameters
    assert learning.latency_s(ModelKind.DEEP, 40_000.0, Decision(), p) == pytest.approx(1.2111111111111112)
    assert learning.latency_s(ModelKind.DEEP, 0.0, Decision(), p) == pytest.approx(0.5)
    assert learning.latency_s(ModelKind.RULES, 40_000.0, Decision(is_visible=True), p) == 15.0


@pytest.mark.parametrize(
    ("seconds", "is_visible", "util"),
    [
        (0.1, False, -0.005),
        (0.5, False, -0.025),
        (2.2, False, -0.53),
        (15, True, 0.3809902649197822),
        (30, True, 0.4394170143647959),
        (90, True, -0.4500058532839442),
    ],
)
def test_hidden_waiting_hurts_and_a_visible_analysis_pleases_up_to_a_minute(seconds, is_visible, util):
    assert learning.latency_util(seconds, is_visible, ground().parameters) == pytest.approx(util)
