"""The market's stage can be read by pointer, by keys and by ear, and its names stay on it."""

import numpy as np
import pygame
import pytest

from game.ui.gatherings import Firm, Person
from game.ui.look import Look
from game.ui.market import Market
from game.ui.tips import Tip
from game.ui.view import View
from game.ui.widgets import Deed
from tests.ui.sample_people import gathering
from tests.ui.sample_words import WORDS


@pytest.fixture
def market(look, hand):
    """A hand before the market."""
    stage = Market("crowd", "Market")
    here = hand(View(stage, look))
    stage.show(gathering(WORDS["en"], 1000))
    return here, stage


def test_the_market_says_names_and_shares(market):
    _, stage = market
    assert stage.value.startswith("Deeplemma ")
    assert stage.value.count("%") == 5


def test_a_click_picks_the_person_under_the_pointer(market):
    here, stage = market
    x, y = stage.crowd.place_of(321)
    act = here.press(x, y)
    assert (act.deed, act.value) == (Deed.PRESS, Person(321))


def test_hovering_a_dot_tells_who_it_is(market):
    here, stage = market
    stage.whose = lambda row: Tip(f"person {row}")
    here.point(*stage.crowd.place_of(7))
    here.view.update(1.0)
    assert here.view.resting.tip.title == "person 7"
    assert stage.anchor.has(*stage.crowd.place_of(7))


def test_arrows_walk_from_company_to_company_and_enter_picks_one(market):
    here, _ = market
    here.view.focus_on("crowd")
    here.keys(pygame.K_RIGHT, pygame.K_RIGHT)
    act = here.key(pygame.K_RETURN)
    assert act.value == Firm(1)


def test_a_new_size_keeps_people_and_their_colours(market, look):
    here, stage = market
    stage.colour(np.zeros(1000, int), ("#FFFFFF",))
    here.view.lay(look.changed(size_px=(1920, 1080)))
    assert stage.crowd.stage.w > 1500
    assert stage.crowd._hues == ("#FFFFFF",)


@pytest.mark.parametrize("text_size", [0.85, 1.0, 1.5])
@pytest.mark.parametrize("firms", range(1, 9))
def test_names_and_counts_lie_on_the_stage_and_not_on_each_other(text_size, firms):
    notes = []
    stage = Market("crowd", "Market")
    stage.show(gathering(WORDS["en"], 1000, firms))
    view = View(stage, Look((900, 506), text_size=text_size, notes=notes))
    view.draw(pygame.Surface((900, 506)))
    for run in notes:
        assert stage.box.holds(run.box)
    for i, one in enumerate(notes):
        assert not any(one.box.meets(other.box, 0.5) for other in notes[i + 1 :])
