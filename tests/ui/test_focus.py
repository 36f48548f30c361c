"""Everything can be reached by keys, in the order one reads, and one always sees where one is."""

from itertools import pairwise

import pygame
import pytest

from game.ui.buttons import Button, Card
from game.ui.fields import TextField
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.view import View
from game.ui.widgets import Role, Widget
from tests.ui import samples


@pytest.fixture(params=["en", "ko"])
def desk(request, look, hand):
    """A hand before a full desk."""
    return hand(View(samples.WholeDesk(samples.WORDS[request.param], 500), look))


def test_tab_reaches_every_control_once_and_comes_round(desk):
    order = desk.view.top.focus.order()
    visited = []
    for _ in order:
        desk.key(pygame.K_TAB)
        visited.append(desk.view.top.focus.widget)
    assert visited == order
    desk.key(pygame.K_TAB)
    assert desk.view.top.focus.widget is order[0]


def test_shift_tab_goes_the_same_way_back(desk):
    desk.keys(pygame.K_TAB, pygame.K_TAB, pygame.K_TAB)
    there = desk.view.top.focus.widget
    desk.key(pygame.K_TAB)
    desk.key(pygame.K_TAB, shift=True)
    assert desk.view.top.focus.widget is there


def test_tab_goes_in_reading_order_within_every_panel(desk):
    panels = [widget for widget in desk.view.widgets() if widget.role is Role.PANEL]
    for panel in panels:
        stops = [widget.box for widget in panel.walk() if widget.reachable]
        for first, second in pairwise(stops):
            assert second.y >= first.y - 1 or second.x >= first.x
            assert second.y > first.y - 1 or second.bottom > first.y


def test_f6_goes_from_panel_to_panel_and_back(desk):
    panels = [w.id for w in desk.view.widgets() if w.role is Role.PANEL]

    def panel():
        return next(w.id for w in desk.view.top.focus.widget.lineage() if w.role is Role.PANEL)

    seen = []
    for _ in panels:
        desk.key(pygame.K_F6)
        seen.append(panel())
    assert seen == panels
    desk.key(pygame.K_F6, shift=True)
    assert panel() == panels[-2]


def test_arrows_move_within_a_group_of_cards(desk):
    desk.view.focus_on("open")
    desk.key(pygame.K_DOWN)
    assert desk.view.top.focus.widget.id == "crawl"
    desk.key(pygame.K_UP)
    assert desk.view.top.focus.widget.id == "open"


def test_the_ring_shows_where_a_key_led_and_hides_at_a_click(desk):
    desk.key(pygame.K_TAB)
    assert desk.view.top.focus.widget.shows_focus
    desk.click("apply")
    focused = desk.view.top.focus.widget
    assert (focused.id, focused.focused, focused.shows_focus) == ("apply", True, False)


def test_only_one_widget_has_the_focus(desk):
    for _ in range(7):
        desk.key(pygame.K_TAB)
        assert sum(widget.focused for widget in desk.view.root.walk()) == 1


def test_a_widget_that_goes_takes_the_focus_with_it(desk):
    desk.view.focus_on("open")
    desk.view.top.focus.widget.visible = False
    desk.view.lay()
    assert desk.view.top.focus.widget is None
    desk.key(pygame.K_TAB)
    assert desk.view.top.focus.widget is not None


def test_a_view_without_controls_survives_every_key(look, hand):
    here = hand(View(Widget("empty"), look))
    for code in (pygame.K_TAB, pygame.K_F6, pygame.K_UP, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_1):
        assert here.key(code) is None


def test_a_dialog_whose_answers_lie_far_down_is_read_from_the_top():
    from tests.ui.scene_samples import SCENES

    view = SCENES["terms" if "terms" in SCENES else "offer"](Look(text_size=1.5), "en")
    body = view.top.focus.widget
    assert (body.id, body.offset) == ("offer.body", 0.0)
    view.lay()
    assert view.top.focus.widget is body
    reached = set()
    for _ in range(40):
        view.handle(Key(pygame.K_DOWN))
        reached.add(view.top.focus.widget.id.rpartition(".")[0])
    assert "offer.answer" in reached


def test_a_dialog_that_fits_has_its_first_answer_ready():
    from tests.ui.scene_samples import SCENES

    assert SCENES["event"](Look(), "en").top.focus.widget.id == "event.answer.tell"


@pytest.fixture
def run_and_card(make):
    """A card, a field, and a button that hears Space wherever the focus is."""
    card = Card("card", "A card", False, icon="users")
    return make(card, TextField("name", "Name"), Button("run", "Run", shortcut=Key(pygame.K_SPACE)))


def test_space_after_a_click_lets_time_run_instead_of_clicking_again(run_and_card):
    run_and_card.click("card")
    assert run_and_card.view.root.find("card").is_on
    assert run_and_card.key(pygame.K_SPACE).who == "run"
    assert run_and_card.view.root.find("card").is_on


def test_space_presses_what_the_keyboard_stands_on(run_and_card):
    run_and_card.view.focus_on("card")
    assert run_and_card.key(pygame.K_SPACE).who == "card"


def test_space_is_a_letter_where_one_writes(run_and_card):
    run_and_card.click("name")
    heard = run_and_card.key(pygame.K_SPACE)
    assert heard is None or heard.who == "name"
