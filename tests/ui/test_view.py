"""Repainting only what changed shows exactly what repainting everything would; tips open when they should."""

import random

import numpy as np
import pygame
import pytest

from game.ui.inputs import Key, Leave, Move, Press, Release, Wheel
from game.ui.raster import pixels_of
from game.ui.tokens import LIGHT, TIP_DELAY_S
from game.ui.view import View
from tests.ui import samples

NAMES = ("TAB", "F6", "RIGHT", "LEFT", "DOWN", "UP", "RETURN", "ESCAPE", "END")
KEYS = tuple(getattr(pygame, f"K_{name}") for name in NAMES)


@pytest.fixture
def view(look):
    """A full desk with few people."""
    return View(samples.WholeDesk(samples.WORDS["en"], 400), look)


def picture(view):
    """Everything, drawn on a fresh surface."""
    surface = pygame.Surface(view.look.size_px)
    view.spoil()
    view.draw(surface)
    return surface


def play(view, seed, surface):
    """Do one random thing."""
    luck = random.Random(seed)
    x, y = luck.uniform(0, 1280), luck.uniform(60, 720)
    deed = luck.choice(
        [Move(x, y), Move(x, y), Press(x, y), Release(x, y), Wheel(x, y, 1), Key(luck.choice(KEYS)), Leave()]
    )
    view.handle(deed)
    view.update(luck.choice([0.016, 0.5]))
    view.draw(surface)


@pytest.mark.parametrize("seed", range(4))
def test_repainting_what_changed_equals_repainting_everything(view, seed):
    surface = pygame.Surface(view.look.size_px)
    for step in range(25):
        play(view, seed * 1000 + step, surface)
    assert np.array_equal(pixels_of(surface) & 0xFFFFFF, pixels_of(picture(view)) & 0xFFFFFF)


def test_a_dialog_leaves_no_trace(view):
    surface = pygame.Surface(view.look.size_px)
    view.draw(surface)
    before = pixels_of(surface).copy()
    view.open(samples.event_dialog(samples.WORDS["en"]))
    view.draw(surface)
    assert not np.array_equal(before, pixels_of(surface))
    view.close()
    view.draw(surface)
    assert np.array_equal(before, pixels_of(surface))


def test_a_still_view_draws_nothing_again(look):
    view = View(samples.desk("en"), look)
    surface = pygame.Surface(look.size_px)
    assert view.draw(surface)
    view.update(0.016)
    assert not view.draw(surface)


def test_only_the_panel_that_changed_is_drawn_again(look):
    view = View(samples.desk("en"), look)
    surface = pygame.Surface(look.size_px)
    view.draw(surface)
    surface.fill("#FF00FF")
    view.root.find("cleaning").set(3)
    view.draw(surface)
    news, decisions = (view.root.find(name).box for name in ("news", "decisions"))
    assert surface.get_at((int(news.cx), int(news.cy))) == pygame.Color("#FF00FF")
    assert surface.get_at((int(decisions.cx), int(decisions.cy))) != pygame.Color("#FF00FF")


def test_the_same_view_is_drawn_in_the_same_bits_twice(view):
    assert np.array_equal(pixels_of(picture(view)), pixels_of(picture(view)))


def test_another_theme_or_size_keeps_what_is_chosen_and_focused(view):
    view.focus_on("cleaning")
    view.handle(Key(pygame.K_END))
    view.lay(view.look.changed(theme=LIGHT, size_px=(1920, 1080)))
    assert view.look.canvas.w == 1280
    assert view.top.focus.widget.number == 20


def test_a_tip_opens_after_a_rest_and_at_once_when_one_is_open(view):
    apply, note = view.root.find("apply"), view.root.find("consent")
    for widget in (apply, note):
        widget.tip = samples.Tip(widget.id)
    view.handle(Move(apply.box.cx, apply.box.cy))
    view.update(TIP_DELAY_S * 0.9)
    assert view.resting.tip is None
    view.update(TIP_DELAY_S * 0.2)
    assert view.resting.tip.title == "apply"
    view.handle(Move(note.box.cx, note.box.cy))
    assert view.resting.tip.title == "consent"
    view.handle(Leave())
    assert view.resting.tip is None


def test_a_tip_opens_for_the_keyboard_too_and_escape_hides_it(view):
    view.root.find("open").tip = samples.Tip("why")
    view.focus_on("tabs")
    view.handle(Key(pygame.K_TAB))
    view.update(1.0)
    assert view.resting.tip.title == "why"
    assert view.handle(Key(pygame.K_ESCAPE)) is not None
    assert view.resting.tip is None


def test_a_tip_lies_on_the_screen_wherever_its_owner_is(view):
    tip = samples.Tip("Title", "A rather long text that needs several lines to be told in full. " * 3)
    for widget in view.widgets():
        widget.tip = tip
        view.resting.rest(widget)
        view.update(1.0)
        assert view.look.canvas.holds(view.resting.box(view.look)), widget.id


def test_hovering_warms_up_in_steps_and_at_once_in_reduced_motion(look):
    view = View(samples.desk("en"), look)
    apply = view.root.find("apply")
    view.handle(Move(apply.box.cx, apply.box.cy))
    view.update(0.03)
    assert 0 < apply.warmth < 1
    calm = View(samples.desk("en"), look.changed(calm=True))
    apply = calm.root.find("apply")
    calm.handle(Move(apply.box.cx, apply.box.cy))
    calm.update(0.001)
    assert apply.warmth == 1


def test_words_cut_short_are_told_whole_by_resting_on_them(look):
    view = View(samples.WholeDesk(samples.WORDS["en"], 400), look.changed(text_size=1.5))
    view.draw(pygame.Surface(look.size_px))
    news, tabs = view.root.find("n2"), view.root.find("charts")
    assert news.is_cut
    view.handle(Move(news.box.cx, news.box.y + 5))
    view.update(1.0)
    assert view.resting.tip.title == news.label
    assert not tabs.is_cut
