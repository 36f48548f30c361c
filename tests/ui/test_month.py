"""The monthly report adds up: what the causes brought is the change of the month."""

import math

import pytest

from game.content.words import Words
from game.ui.readings import month
from game.ui.readings.month import MOST_ROWS, WEEKS
from tests.ui import games_for_tests as games

STEPS = {
    "users": 0.5,
    "cash": 0.5,
    "data": 0.5,
    "quality": 0.0005,
    "trust": 0.0005,
}  # what is written as nothing


@pytest.fixture(scope="module", params=[4, 6, 16, 28, 40])
def history(request):
    """The reports of a game up to a week."""
    return games.played("the-loop", 40).view().history[: request.param]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_rows_of_a_quantity_add_up_to_its_change(history, lang):
    for block in month.month(Words(lang), history).blocks:
        moved = math.fsum(row.moved for row in block.rows)
        assert moved == pytest.approx(block.moved, abs=STEPS[block.id]), block.id


def test_no_quantity_has_more_rows_than_one_reads(history):
    assert all(len(block.rows) <= MOST_ROWS + 1 for block in month.month(Words("en"), history).blocks)


def test_the_cash_of_a_month_is_that_of_its_reports(history):
    cash = next(block for block in month.month(Words("en"), history).blocks if block.id == "cash")
    opening = history[-1 - WEEKS].cash_won if len(history) > WEEKS else games.level().start.cash_won
    assert cash.moved == history[-1].cash_won - opening


def test_a_month_tells_of_its_own_weeks_only():
    history = games.played("the-loop", 40).view().history
    told = month.month(Words("en"), history[:28])
    assert (told.first, told.last) == (25, 28)


def test_what_the_player_changed_is_told_with_its_week():
    game = games.played("the-loop", 28)
    told = month.month(Words("en"), game.view().history, game.decisions)
    assert [(order.week, order.text) for order in told.orders] == [
        (27, "design: ₩1.3M → ₩2.6M"),
        (27, "advertising: ₩3M → ₩1M"),
    ]


def test_a_month_is_due_every_fourth_week():
    assert [week for week in range(13) if month.is_due(week)] == [4, 8, 12]
