"""Colours can be told apart by everybody, text can be read, and no two companies look alike."""

import itertools

import pytest

from game.ui.tokens import DARK, LIGHT, SHAPES, THEMES, mix, rgb, shape_of
from tests.ui.colour_sight import SIGHTS, contrast, distance

GROUNDS = ("bg0", "bg1", "bg1b", "bg2")
both = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
sights = pytest.mark.parametrize("sight", SIGHTS)


@both
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_stand_out_from_every_ground(theme, ground):
    back = getattr(theme, ground)
    assert contrast(theme.text, back) >= 14
    assert contrast(theme.text2, back) >= 6.5
    assert contrast(theme.text3, back) >= 4.5


@pytest.mark.parametrize(("theme", "least"), [(DARK, 5.9), (LIGHT, 5.4)], ids=["dark", "light"])
def test_every_text_colour_is_easily_read_on_a_panel(theme, least):
    assert min(contrast(ink, theme.bg1) for ink in (theme.text, theme.text2, theme.text3)) >= least - 0.05


@both
@pytest.mark.parametrize("ground", ["bg1", "bg1b", "bg2"])
def test_words_in_the_colour_of_a_state_can_be_read(theme, ground):
    back = getattr(theme, ground)
    assert min(contrast(ink, back) for ink in (theme.good, theme.warn, theme.bad, theme.accent)) >= 4.5


@both
def test_words_on_coloured_buttons_can_be_read(theme):
    grounds = (theme.accent, theme.accent_low, theme.good, theme.bad)
    inks = (theme.on_accent, theme.on_accent, theme.on_good, theme.on_bad)
    assert min(contrast(ink, ground) for ink, ground in zip(inks, grounds, strict=True)) >= 4.5


@both
def test_dots_stand_out_from_the_stage(theme):
    assert min(contrast(hue, theme.bg1b) for hue in theme.firms) >= 3
    assert contrast(theme.undecided, theme.bg1b) >= 2.2  # people without a service are meant to recede


@both
@sights
@pytest.mark.parametrize("firms", [5, 8])
def test_companies_keep_apart_in_every_eye(theme, sight, firms):
    hues = (*theme.firms[:firms], theme.undecided)
    nearest = min(distance(a, b, sight) for a, b in itertools.combinations(hues, 2))
    assert nearest >= (15 if theme is DARK else 18)


@both
@sights
def test_good_warning_and_bad_keep_apart_in_every_eye(theme, sight):
    assert (
        min(distance(a, b, sight) for a, b in itertools.combinations((theme.good, theme.warn, theme.bad), 2))
        >= 19
    )


def test_no_two_companies_share_hue_or_shape():
    for theme in THEMES.values():
        assert len(set(theme.firms)) == len(theme.firms) == len(SHAPES)
    assert len({shape_of(firm) for firm in range(8)}) == 8


def test_a_theme_is_a_swap_of_colours_and_nothing_else():
    same = {"veil_alpha", "has_hue_text", "shade", "name"}
    for name in set(DARK.__slots__) - same:
        colours = getattr(DARK, name), getattr(LIGHT, name)
        for colour in colours:
            for one in colour if isinstance(colour, tuple) else (colour,):
                assert len(rgb(one)) == 3


def test_a_colour_is_written_in_six_digits():
    with pytest.raises(ValueError, match="#RRGGBB"):
        rgb("#FFF")


def test_mixing_nothing_in_changes_nothing():
    assert mix("#123456", "#FFFFFF", 0) == "#123456"
    assert mix("#123456", "#FFFFFF", 1) == "#FFFFFF"
