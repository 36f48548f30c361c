"""Arithmetic that gives the same bits everywhere is also right."""

import math

import numpy as np
import pytest

from agents import exact


def test_exp_agrees_with_the_true_value_to_a_few_units_in_the_last_place() -> None:
    x = np.linspace(-50, 50, 2001)
    true = np.array([math.exp(v) for v in x])
    assert np.max(np.abs(exact.exp(x) / true - 1)) < 1e-15


def test_log_undoes_exp() -> None:
    x = np.linspace(-300, 300, 2001)
    assert np.allclose(exact.log(exact.exp(x)), x, rtol=1e-15, atol=1e-15)


def test_a_single_number_gets_the_bits_it_gets_among_others() -> None:
    x = np.linspace(0.01, 9, 333)
    assert [float(exact.power(v, -0.3)) for v in x] == exact.power(x, -0.3).tolist()
    wide = np.concatenate([np.linspace(-750, 750, 4001), np.linspace(-1e-9, 1e-9, 41), [0.0, -0.0]])
    np.testing.assert_array_equal([exact.exp(v) for v in wide], exact.exp(wide))
    tall = np.concatenate([np.ldexp(1.0 + x / 9, np.arange(333) * 6 - 1000), np.sqrt([0.5, 2.0]), [5e-324]])
    np.testing.assert_array_equal([exact.log(v) for v in tall], exact.log(tall))
    assert type(exact.log(2.0)) is type(exact.exp(2.0)) is np.float64


def test_the_bits_are_those_of_every_other_machine() -> None:
    """The constants were made once; a CPU, NumPy or Python that disagrees must not verify replays."""
    assert float(exact.exp(1.0)).hex() == "0x1.5bf0a8b14576ap+1"
    assert float(exact.log(10.0)).hex() == "0x1.26bb1bbb55516p+1"
    assert float(exact.power(7.3, -0.3)).hex() == POWER
    assert float(exact.sigma(-2.0)).hex() == SIGMA


def test_the_log_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        exact.log([1.0, 0.0])
    with pytest.raises(ValueError, match="above zero"):
        exact.log(0.0)
    with pytest.raises(ValueError, match="above zero"):
        exact.log(math.nan)


def test_exp_stays_finite_at_the_ends() -> None:
    assert np.isfinite(exact.exp([-1e9, 1e9])).all()


POWER = "0x1.1a03fd1b00d23p-1"
SIGMA = "0x1.e84152bac31aep-4"
