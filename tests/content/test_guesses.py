"""What somebody probably meant: guessed only where one word says it."""

from decimal import Decimal

import pytest

from game.content import amounts, guesses, ids
from game.content.complaints import Said


@pytest.mark.parametrize(
    ("text", "figure"),
    [("4억 2천만", "420M"), ("7억원", "700M"), ("3천만 원", "30M"), ("천만", "10M"), ("1억 5,000만 원", "150M"), ("1.5억", "150M"),
     ("1천5백만", None), ("12만", "120k"), ("억", None), ("만", None), ("많이", None), ("", None)],
)  # fmt: skip
def test_sums_as_korean_counts_them_become_figures(text: str, figure: str | None) -> None:
    assert amounts.better(text) == figure


def test_a_sum_is_counted_and_not_read_digit_by_digit() -> None:
    assert guesses.won("1천500만") == Decimal(15_000_000)
    assert guesses.won("2억1만") == Decimal(200_010_000)


@pytest.mark.parametrize(
    ("text", "weeks"),
    [("3 months", "13"), ("1 year", "52"), ("6개월", "26"), ("40주", "40"), ("40주 동안", "40"), ("10 days", "1"), ("2 days", None),
     ("soon", None), ("3", None), ("weeks", None)],
)  # fmt: skip
def test_months_and_years_become_weeks(text: str, weeks: str | None) -> None:
    assert guesses.weeks(text) == weeks


@pytest.mark.parametrize(
    ("text", "answer"), [("예", "yes"), ("아니요", "no"), ("On", "yes"), ("True", "true"), ("글쎄", None)]
)
def test_answers_of_either_language_are_known(text: str, answer: str | None) -> None:
    assert guesses.answer(text) == answer


@pytest.mark.parametrize(
    ("text", "better"),
    [("My Level", "my-level"), ("Alley", "alley"), ("빵집", None), ("bread.png", None), ("alley", None)],
)
def test_an_id_is_offered_in_small_letters_where_that_makes_one(text: str, better: str | None) -> None:
    assert ids.better_id(text) == (Said("write-instead", {"better": better}) if better else None)
