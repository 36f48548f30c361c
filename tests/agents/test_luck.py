"""Luck belongs to a person, a week and a purpose; nobody else can shift it."""

import numpy as np
import pytest

from agents import luck
from agents.luck import Stream, WeeklyNumbers

IDS = np.arange(20_000)


def test_one_person_alone_gets_the_luck_it_gets_in_the_crowd() -> None:
    crowd = luck.draws(7, 3, Stream.TRY, IDS)
    assert [luck.draw(7, 3, Stream.TRY, i) for i in range(50)] == crowd[:50].tolist()


@pytest.mark.parametrize("other", [(8, 3, Stream.TRY), (7, 4, Stream.TRY), (7, 3, Stream.STAY)])
def test_another_seed_week_or_purpose_is_independent(other: tuple[int, int, int]) -> None:
    """A prototype that added the keys shared its streams between seeds, shifted by one person."""
    a = luck.draws(7, 3, Stream.TRY, IDS).astype(float)
    b = luck.draws(*other, IDS).astype(float)
    shifts = [np.corrcoef(a[s:], b[: b.size - s])[0, 1] for s in range(4)]
    assert np.max(np.abs(shifts)) < 0.03


def test_the_luck_is_that_of_every_other_machine() -> None:
    assert luck.draw(1, 2, Stream.MEET, 3) == MEET
    assert WeeklyNumbers(1, 2, 1000).numbers(np.array([0, 999])).tolist() == NUMBERS


def test_the_mask_holds_exactly_those_whose_number_is_below_the_bound() -> None:
    week = WeeklyNumbers(5, 9, 10_001)
    u = week.numbers(np.arange(10_001))
    for p8 in (0, 1, 31, 96, 255, 256):
        assert np.array_equal(luck.rows_of(week.mask(p8), 10_001), np.flatnonzero((u >> 24) < p8))


def test_weekly_numbers_are_uniform() -> None:
    u = WeeklyNumbers(5, 9, 100_000).numbers(np.arange(100_000))
    share = np.histogram(u, 16, (0, 2**32))[0] / u.size
    assert np.max(np.abs(share - 1 / 16)) < 0.004


def test_the_tables_have_the_moments_of_their_laws() -> None:
    normal, logistic, gumbel = (
        t / luck.UTIL for t in (luck.normal_table(), luck.logistic_table(), luck.gumbel_table())
    )
    assert normal.mean() == pytest.approx(0, abs=1e-6)
    assert normal.std() == pytest.approx(1, abs=1e-3)
    assert logistic.std() == pytest.approx(np.pi / np.sqrt(3), abs=2e-3)
    assert gumbel.mean() == pytest.approx(0.5772, abs=1e-3)


def test_a_chance_is_kept_inside_nought_and_one() -> None:
    assert luck.threshold(-1) == 0
    assert luck.threshold(2) == 2**32


MEET = 2798414874
NUMBERS = [2952916973, 3518165247]
