"""Boxes share out exactly what there is, and one scale fits the canvas to the window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.layout import Box, canvas_of, columns, fixed, flex, grid, rows, scale_of, sizes

parts = st.lists(
    st.one_of(
        st.floats(0, 200).map(fixed),
        st.tuples(st.floats(0.1, 5), st.floats(0, 80)).map(lambda pair: flex(*pair)),
    ),
    min_size=1,
    max_size=6,
)


@given(st.floats(1500, 4000), parts, st.floats(0, 20))
def test_flexible_parts_take_exactly_what_the_fixed_ones_leave(length, wanted, gap):
    found = sizes(length, wanted, gap)
    if any(part.share for part in wanted):
        assert sum(found) + gap * (len(found) - 1) == pytest.approx(length)
    for size, part in zip(found, wanted, strict=True):
        assert size >= part.least - 1e-6
        assert part.share or size == part.least


@given(st.floats(0, 300), parts)
def test_a_part_never_gets_less_than_its_least_even_if_nothing_is_left(length, wanted):
    assert all(size >= part.least - 1e-6 for size, part in zip(sizes(length, wanted, 8), wanted, strict=True))


def test_columns_and_rows_lie_side_by_side_within_the_box():
    box = Box(10, 20, 300, 100)
    for found in (columns(box, [fixed(50), flex(), flex(2)], 10), rows(box, [flex(), fixed(20)], 4)):
        assert all(box.holds(one) for one in found)
        assert not any(a.meets(b) for a in found for b in found if a is not b)


def test_a_grid_is_in_reading_order():
    cells = grid(Box(0, 0, 100, 100), 2, 2, 10)
    assert [(cell.x, cell.y) for cell in cells] == [(0, 0), (55, 0), (0, 55), (55, 55)]


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((1280, 720), 1),
        ((2560, 1440), 2),
        ((3840, 2160), 3),
        ((7680, 4320), 3),
        ((1024, 576), 0.8),
        ((640, 360), 0.75),
    ],
)
def test_the_scale_fits_the_window_within_its_bounds(size, scale):
    assert scale_of(*size) == pytest.approx(scale)


def test_a_wider_window_widens_the_canvas_and_not_the_letters():
    scale = scale_of(3440, 1440)
    assert scale == 2
    assert canvas_of(3440, 1440, scale) == Box(0, 0, 1720, 720)


def test_a_larger_interface_leaves_less_canvas():
    assert canvas_of(1280, 720, scale_of(1280, 720, 1.25)).w == 1024


def test_a_box_is_moved_into_another_no_further_than_needed():
    outer = Box(0, 0, 100, 100)
    assert Box(90, -5, 20, 20).within(outer) == Box(80, 0, 20, 20)
    assert Box(10, 10, 20, 20).within(outer) == Box(10, 10, 20, 20)
    assert Box(50, 50, 200, 20).within(outer).x == 0


def test_cutting_a_box_loses_only_the_gap():
    head, rest = Box(0, 0, 100, 100).top(30, 5)
    assert (head.h, rest.y, rest.h) == (30, 35, 65)
    side, rest = Box(0, 0, 100, 100).left(30, 5)
    assert (side.w, rest.x, rest.w) == (30, 35, 65)
