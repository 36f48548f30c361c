"""Charts are read by pointer, keys and ear; gaps, flat lines and nothing at all do no harm."""

import numpy as np
import pygame
import pytest

from game.ui.charts import LineChart, Sentences, Series, facts, ticks
from game.ui.look import Look
from game.ui.view import View

MINE, RIVAL = np.arange(100.0, 152.0), np.linspace(300, 90, 52)


@pytest.fixture
def chart(look, hand):
    """A hand before a chart of a year."""
    speak = Sentences(lambda f: f"{f.last:.0f}, {f.change:+.0%}, rival {f.rival:.0f}", lambda i: f"week {i}")
    made = LineChart(
        "chart", "Users", [Series(MINE, is_filled=True), Series(RIVAL, 1, is_dashed=True)], speak
    )
    return hand(View(made, look)), made


def test_a_chart_sums_itself_up_in_one_sentence(chart):
    assert chart[1].value == "151, +51%, rival 90"


def test_the_facts_of_a_chart_are_those_of_its_curves():
    found = facts([Series(np.array([np.nan, 4.0, 9.0, 1.0])), Series(np.array([3.0, np.nan]))])
    assert (found.weeks, found.first, found.last, found.low, found.high, found.rival) == (3, 4, 1, 1, 9, 3)
    assert found.change == -0.75
    assert facts([Series(np.array([]))]).weeks == 0
    assert facts([Series(np.array([0.0, 5.0]))]).change == 0


def test_the_pointer_reads_the_week_below_it(chart):
    here, made = chart
    for week in (0, 17, 51):
        here.point(made._x(week), made.box.cy)
        assert (made.cross, made.value) == (week, f"week {week}")
    here.point(made.plot.right + 4, made.box.cy)
    assert made.cross == 51


def test_arrows_read_week_by_week_and_escape_lets_go(chart):
    here, made = chart
    here.view.focus_on("chart")
    here.keys(pygame.K_HOME, pygame.K_RIGHT, pygame.K_RIGHT)
    assert made.cross == 2
    here.keys(pygame.K_END, pygame.K_RIGHT)
    assert made.cross == 51
    here.key(pygame.K_ESCAPE)
    assert made.cross is None


def test_the_range_holds_every_curve_and_band():
    series = [Series(MINE, low=MINE - 50, high=MINE + 400), Series(RIVAL)]
    low, high = LineChart("c", "C", series).range()
    assert low < 50
    assert high > 551


@pytest.mark.parametrize(
    "values", [[], [5.0], [3.0, 3.0], [np.nan, np.nan], [0.0, 0.0, 0.0], [1e-9, 2e-9], [1.0, np.nan, -4.0]]
)
@pytest.mark.parametrize("has_axis", [True, False])
def test_any_curve_can_be_drawn_and_read(look, hand, values, has_axis):
    made = LineChart("c", "C", [Series(np.array(values), is_filled=True)], has_axis=has_axis)
    here = hand(View(made, look))
    here.view.focus_on("c")
    here.key(pygame.K_RIGHT)
    assert here.view.draw(pygame.Surface(look.size_px))


def test_showing_a_shorter_run_moves_the_crosshair_onto_it(chart):
    here, made = chart
    here.view.focus_on("chart")
    here.key(pygame.K_END)
    made.show([Series(MINE[:10])])
    assert made.cross == 9


@pytest.mark.parametrize(("low", "high"), [(0, 1), (-3, 17), (1200, 8900), (0.001, 0.0042), (5, 5.0001)])
def test_ticks_are_few_round_and_within(low, high):
    found = ticks(low, high)
    assert 2 <= len(found) <= 6
    assert all(low <= tick <= high for tick in found)
    steps = np.diff(found)
    assert steps == pytest.approx([steps[0]] * len(steps))


def test_an_unchanged_chart_is_not_drawn_anew(chart):
    here, _ = chart
    look = here.view.look
    assert isinstance(look, Look)
    here.view.draw(pygame.Surface(look.size_px))
    kept = len(look.cache)
    here.view.spoil()
    here.view.draw(pygame.Surface(look.size_px))
    assert len(look.cache) == kept
