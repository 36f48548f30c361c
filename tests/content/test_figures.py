"""Amounts are written as a Korean and as an English reader write them."""

import math

import pytest

from game.content import figures

MONEY = [
    # won, Korean, Korean in brief, English
    (0, "0원", "₩0", "₩0"),
    (300, "300원", "₩300", "₩300"),
    (9_900, "9,900원", "₩9,900", "₩9,900"),
    (129_000, "129,000원", "₩129,000", "₩129,000"),
    (999_999, "999,999원", "₩999,999", "₩999,999"),
    (1_000_000, "100만 원", "₩100만", "₩1M"),
    (12_000_000, "1,200만 원", "₩1,200만", "₩12M"),
    (12_345_678, "1,235만 원", "₩1,235만", "₩12.3M"),
    (99_994_999, "9,999만 원", "₩9,999만", "₩100M"),
    (99_999_999, "1억 원", "₩1억", "₩100M"),
    (412_000_000, "4.12억 원", "₩4.12억", "₩412M"),
    (-412_000_000, "−4.12억 원", "−₩4.12억", "−₩412M"),
    (999_600_000, "10억 원", "₩10억", "₩1B"),
    (4_120_000_000, "41.2억 원", "₩41.2억", "₩4.12B"),
    (412_300_000_000, "4,123억 원", "₩4,123억", "₩412B"),
    (999_999_999_999, "1조 원", "₩1조", "₩1T"),
    (1_234_000_000_000, "1.23조 원", "₩1.23조", "₩1.23T"),
    (10**16, "10,000조 원", "₩10,000조", "₩10,000T"),
    (math.nan, "–", "–", "–"),
    (math.inf, "–", "–", "–"),
]


@pytest.mark.parametrize(("won", "korean", "brief", "english"), MONEY)
def test_money_is_written_in_the_units_of_its_language(
    won: float, korean: str, brief: str, english: str
) -> None:
    assert figures.money(won, "ko") == korean
    assert figures.money(won, "ko", compact=True) == brief
    assert figures.money(won, "en") == figures.money(won, "en", compact=True) == english


@pytest.mark.parametrize(
    ("number", "korean", "english"),
    [
        (0, "0", "0"),
        (9_999, "9,999", "9,999"),
        (9_999.7, "1만", "10k"),
        (12_345, "1.23만", "12.3k"),
        (999_500, "100만", "1M"),
        (1_234_567, "123만", "1.23M"),
        (123_456_789, "1.23억", "123M"),
        (-20_000, "−2만", "−20k"),
        (-0.2, "0", "0"),
        (math.nan, "–", "–"),
    ],
)
def test_people_are_counted_in_the_units_of_their_language(number: float, korean: str, english: str) -> None:
    assert (figures.count(number, "ko"), figures.count(number, "en")) == (korean, english)


def test_money_grows_with_the_amount() -> None:
    """A rounded figure never reads smaller than that of a smaller amount, across every change of unit."""
    units = {"": 1.0, "만": 1e4, "억": 1e8, "조": 1e12}

    def read(written: str) -> float:
        body = written.removeprefix("₩").replace(",", "")
        unit = body[-1] if body[-1] in units else ""
        return float(body.removesuffix(unit) if unit else body) * units[unit]

    amounts = [round(1.0137**n) for n in range(2_200)]
    shown = [read(figures.money(won, "ko", compact=True)) for won in amounts]
    assert shown == sorted(shown)
    assert all(abs(seen - won) <= 0.0051 * won for seen, won in zip(shown, amounts, strict=True))


@pytest.mark.parametrize(
    ("share", "digits", "written"),
    [
        (0.414, 0, "41%"),
        (0.4146, 1, "41.5%"),
        (-0.02, 0, "−2%"),
        (-0.001, 0, "0%"),
        (1.5, 0, "150%"),
        (math.nan, 0, "–"),
    ],
)
def test_a_share_is_written_in_percent(share: float, digits: int, written: str) -> None:
    assert figures.percent(share, digits) == written


@pytest.mark.parametrize(
    ("written", "signed"),
    [
        ("1,200", "+1,200"),
        ("−3", "−3"),
        ("0", "±0"),
        ("0%", "±0%"),
        ("₩412M", "+₩412M"),
        ("10", "+10"),
        ("–", "–"),
    ],
)
def test_a_change_shows_its_sign(written: str, signed: str) -> None:
    assert figures.signed(written) == signed


def test_a_change_of_a_share_is_in_points() -> None:
    assert figures.points(0.03, "ko") == "+3%p"
    assert figures.points(-0.031, "en", 1) == "−3.1 pts"
    assert figures.points(-0.0001, "ko") == "±0%p"
