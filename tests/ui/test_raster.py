"""Shapes are exact: nine slices equal the whole, edges are smooth, and nothing leaves its frame."""

import numpy as np
import pygame
import pytest

from game.ui import curves, raster, slabs, strokes
from game.ui.brush import Brush
from game.ui.cache import SurfaceCache, size_bytes
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.raster import Fill, Sweep, pixels_of


def opacity(surface):
    """Opacity (height, width), 0..1."""
    return (pixels_of(surface) >> 24) / 255


FILLS = [
    Fill("#123456"),
    Fill("#FFFFFF", "#2A3855", 1),
    Fill("#0072B2", "#A9B7CE", 3, alpha=200),
    Fill("#56B4E9", fade="#3A96D6"),
    Fill("#56B4E9", "#FF0000", 2, "#3A96D6", 128),
]


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("size", [(1, 1), (7, 5), (40, 28), (41, 29), (302, 97), (64, 300)])
@pytest.mark.parametrize("radius", [0, 4.5, 14, 400])
def test_a_box_of_nine_slices_equals_the_box_drawn_in_full(fill, size, radius):
    sliced, full = raster.box(size, radius, fill), raster.box_in_full(size, radius, fill)
    assert np.array_equal(pixels_of(sliced), pixels_of(full))


@pytest.mark.parametrize("radius", [1.0, 4.4, 30.0, 71.25, 150.0])
@pytest.mark.parametrize("power", [1.5, 2.0])
def test_a_light_made_of_one_quarter_equals_the_light_reckoned_in_full(radius, power):
    line = np.arange(2 * (half := int(np.ceil(radius)) + 1)) + 0.5 - half
    far = np.hypot(line[None, :], line[:, None])
    whole = raster.tinted(np.clip(1 - far / radius, 0, 1) ** power, "#3366AA", 90)
    assert np.array_equal(pixels_of(raster.glow(radius, "#3366AA", 90, power)), pixels_of(whole))


@pytest.mark.parametrize(
    "fill", [Fill("#123456"), Fill("#FFFFFF", "#2A3855", 1), Fill("#0072B2", "#A9B7CE", 3)]
)
@pytest.mark.parametrize("size", [(400, 60), (301, 97), (64, 300), (604, 352)])
@pytest.mark.parametrize("radius", [0, 4.5, 14])
def test_a_large_box_of_plain_stretches_equals_the_box_as_a_picture(fill, size, radius):
    rect = pygame.Rect((13, 7), size)
    assert slabs.is_slab(rect, radius, fill)
    put, blit = pygame.Surface((640, 400)), pygame.Surface((640, 400))
    for ground in (put, blit):
        ground.fill("#336699")
    slabs.put(put, rect, radius, fill, lambda key, make: make())
    blit.blit(raster.box(size, radius, fill), rect)
    assert np.array_equal(pixels_of(put), pixels_of(blit))


@pytest.mark.parametrize("size", [(40, 30), (64, 300), (604, 352)])
@pytest.mark.parametrize("radius", [8, 10.5, 18])
def test_a_shadow_in_pieces_under_its_box_equals_the_shadow_as_a_picture(size, radius):
    rect, soft = pygame.Rect((70, 60), size), slabs.Soft(radius, 20, 110)
    put, blit = pygame.Surface((760, 480)), pygame.Surface((760, 480))
    for ground in (put, blit):
        ground.fill("#336699")
    slabs.put_shadow(put, rect.move(0, 6), soft, lambda key, make: make())
    blit.blit(raster.shadow(size, *soft), rect.move(-20, -14))
    for ground in (put, blit):
        ground.blit(raster.box(size, radius, Fill("#123456")), rect)
    assert np.array_equal(pixels_of(put), pixels_of(blit))


def test_a_large_box_is_kept_as_its_corners_alone():
    look = Look((3840, 2160))
    Brush(pygame.Surface((3840, 2160)), look).box(Box(0, 0, 1000, 700), 14, "#123456", border="#2A3855")
    assert look.cache.used_bytes < 100_000


def test_a_box_covers_what_its_radius_leaves():
    cover = opacity(raster.box((60, 40), 10, Fill("#FFFFFF"))).sum()
    assert cover == pytest.approx(60 * 40 - (4 - np.pi) * 100, rel=0.002)


@pytest.mark.parametrize("radius", [3, 5, 20.25])
def test_a_disc_covers_its_area(radius):
    assert opacity(raster.disc(radius, "#FFFFFF")).sum() == pytest.approx(np.pi * radius**2, rel=0.03)


def test_shapes_look_the_same_from_both_sides():
    cover = opacity(raster.disc(9, "#FFFFFF"))
    assert np.array_equal(cover, cover[::-1])
    assert np.array_equal(cover, cover[:, ::-1])
    assert np.array_equal(cover, cover.T)


def test_an_arc_is_as_long_as_its_angle_and_has_round_ends():
    whole = opacity(raster.arc(Sweep(40, 6, 0, 360), "#FFFFFF")).sum()
    third = opacity(raster.arc(Sweep(40, 6, 30, 150), "#FFFFFF")).sum()
    assert third == pytest.approx(whole / 3 + np.pi * 9, rel=0.02)


def test_a_dashed_arc_ends_with_a_whole_dash():
    dashed = Sweep(40, 5, 0, 100, dash=(8, 7))
    angles = raster._dashes(dashed)
    assert angles[0][0] == 0
    assert angles[-1][1] == pytest.approx(100)
    assert len({round(stop - start, 6) for start, stop in angles}) == 1


def test_a_shadow_is_darkest_within_and_gone_at_its_edge():
    cover = opacity(raster.shadow((80, 50), 12, 20, 160))
    assert cover.shape == (90, 120)
    assert cover[45, 60] == pytest.approx(160 / 255, abs=0.01)
    assert cover[0].max() < 0.01


def test_a_polygon_covers_its_area_even_if_it_is_a_star():
    square = np.array([(2, 2), (22, 2), (22, 12), (2, 12)], float)
    assert opacity(strokes.polygon(square, "#FFFFFF").surface).sum() == pytest.approx(200, rel=0.01)
    notch = np.array([(0, 0), (20, 0), (20, 20), (10, 10), (0, 20)], float)
    assert opacity(strokes.polygon(notch, "#FFFFFF").surface).sum() == pytest.approx(300, rel=0.02)


def test_a_polyline_is_as_heavy_as_its_length_times_its_width():
    line = np.array([(5, 5), (45, 5), (45, 35)], float)
    cover = opacity(strokes.polyline(line, 4, "#FFFFFF").surface).sum()
    assert cover == pytest.approx(70 * 4 + np.pi * 4, rel=0.04)


def test_dashes_cut_a_line_into_its_parts():
    line = np.array([(0, 0), (30, 0), (30, 30)], float)
    pieces = strokes.dashes(line, 8, 4)
    assert len(pieces) == 5
    lengths = [np.hypot(*np.diff(piece, axis=0).T).sum() for piece in pieces]
    assert lengths == pytest.approx([8, 8, 8, 8, 8])
    assert strokes.dashes(np.array([(3, 3), (3, 3)], float), 8, 4) == []


def test_a_curve_runs_through_its_values_and_stops_where_there_are_none():
    heights = np.array([0.0, 0.5, 1.0, np.nan, np.nan])
    cover = opacity(curves.curve(heights, (101, 51), curves.Stroke(2.0), "#FFFFFF"))
    assert cover[:2, 0].max() > 0.4
    assert cover[25, 25] > 0.4
    assert cover[:, 80].max() == 0


def test_a_filled_curve_fades_downwards():
    cover = opacity(curves.curve(np.array([0.2, 0.2]), (20, 60), curves.Stroke(2.0, 0, True), "#FFFFFF"))
    below = cover[16:, 10]
    assert (np.diff(below) <= 0).all()
    assert below[0] > below[-1]


def test_a_band_lies_between_its_curves():
    low, high = np.array([0.8, 0.8]), np.array([0.3, 0.3])
    cover = opacity(curves.band(low, high, (10, 100), "#FFFFFF", 255))[:, 5]
    assert cover[35:75].min() == 1
    assert cover[:25].max() == cover[85:].max() == 0


def test_a_surface_of_another_layout_is_refused():
    with pytest.raises(ValueError, match="layout"):
        pixels_of(pygame.Surface((4, 4), depth=24))


def test_the_cache_lets_the_longest_unused_go_and_stays_within_its_bytes():
    cache = SurfaceCache(limit_bytes=4 * 100 * 3)
    make = lambda: pygame.Surface((10, 10), pygame.SRCALPHA, 32)  # noqa: E731
    for key in "abc":
        cache.get(key, make)
    cache.get("a", make)
    cache.get("d", make)
    assert "b" not in cache
    assert "a" in cache
    assert cache.used_bytes == 3 * size_bytes(make())


def test_the_cache_makes_a_picture_once():
    cache, made = SurfaceCache(), []
    for _ in range(3):
        cache.get("k", lambda: made.append(1) or pygame.Surface((2, 2)))
    assert made == [1]
