"""What hands and keys do to controls, judged by their state and by what they report; never by pixels."""

import pygame
import pytest

from game.ui.buttons import Button, Card, Kind, Toggle
from game.ui.choices import Choice
from game.ui.groups import Column
from game.ui.inputs import Key, Move, Release
from game.ui.rows import ListRow, RowWords
from game.ui.segments import Option, Segments, Tabs
from game.ui.sliders import Preview, Slider
from game.ui.tips import Tip
from game.ui.widgets import Act, Deed

OPTIONS = [Option("a", "first"), Option("b", "second", blocked="not yet"), Option("c", "third")]


# ---- buttons


@pytest.mark.parametrize("code", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER])
def test_enter_and_space_press_the_focused_button(make, code):
    assert make(Button("go", "Go"), focus="go").key(code) == Act("go", Deed.PRESS)


def test_a_click_presses_on_release_and_only_above_the_button(make):
    act = make(Button("go", "Go")).click("go")
    assert act == Act("go", Deed.PRESS)
    here = make(Button("go", "Go"))
    box = here.view.root.find("go").box
    here.press(box.cx, box.cy)
    assert here.view.handle(Release(box.cx, box.bottom + 200)).deed is Deed.USED


def test_a_disabled_button_does_nothing_but_can_be_reached_if_it_says_why(make):
    silent, telling = Button("silent", "x"), Button("telling", "x", tip=Tip("needs money"))
    silent.enabled = telling.enabled = False
    here = make(silent, telling)
    assert not silent.reachable
    assert telling.reachable
    assert here.click("telling").deed is Deed.USED
    here.view.focus_on("telling")
    assert here.key(pygame.K_RETURN) is None


def test_a_shortcut_presses_from_anywhere_unless_the_focused_thing_wants_the_key(make):
    apply = Button("apply", "Apply", Kind.PRIMARY, shortcut=Key(pygame.K_SPACE))
    here = make(Toggle("t", "T", False), Slider("s", "S", range(5), 1, str), apply)
    assert here.key(pygame.K_SPACE) == Act("apply", Deed.PRESS)
    here.view.focus_on("s")
    assert here.key(pygame.K_SPACE) == Act("apply", Deed.PRESS)
    here.view.focus_on("t")
    assert here.key(pygame.K_SPACE) == Act("t", Deed.CHANGE, True)


def test_a_toggle_and_a_card_turn_over(make):
    card = Card("card", "Card", False, icon="layers")
    here = make(Toggle("t", "T", True), card)
    assert here.click("t") == Act("t", Deed.CHANGE, False)
    assert here.click("card") == Act("card", Deed.CHANGE, True)
    assert card.value == "on"


def test_a_row_reports_that_it_was_opened(make):
    assert make(ListRow("news", RowWords("Headline", "note"))).click("news") == Act("news", Deed.PRESS)


# ---- slider


@pytest.fixture
def budget(make):
    """A hand on a slider of eleven stops, standing on 50."""
    slider = Slider("s", "S", range(0, 101, 10), 50, lambda v: f"{v}%")
    return make(slider, focus="s"), slider


@pytest.mark.parametrize(
    ("code", "goal"),
    [
        (pygame.K_RIGHT, 60), (pygame.K_UP, 60), (pygame.K_LEFT, 40), (pygame.K_DOWN, 40), (pygame.K_HOME, 0),
        (pygame.K_END, 100), (pygame.K_PAGEUP, 60), (pygame.K_PAGEDOWN, 40),
    ],
)  # fmt: skip
def test_keys_move_a_slider(budget, code, goal):
    here, slider = budget
    assert here.key(code) == Act("s", Deed.CHANGE, goal)
    assert slider.value == f"{goal}%"


def test_a_slider_stops_at_its_ends_and_then_has_nothing_to_tell(budget):
    here, slider = budget
    here.keys(pygame.K_END)
    assert here.key(pygame.K_RIGHT).deed is Deed.USED
    assert slider.number == 100


def test_dragging_a_slider_reports_each_new_stop_and_ends_with_the_button(budget):
    here, slider = budget
    track = slider.track
    assert here.press(track.x, track.y) == Act("s", Deed.CHANGE, 0)
    assert here.view.handle(Move(track.right, track.y + 300)) == Act("s", Deed.CHANGE, 100)
    here.view.handle(Release(track.right, track.y))
    here.view.handle(Move(track.x, track.y))
    assert slider.number == 100


def test_the_tick_stays_at_the_value_in_force(budget):
    here, slider = budget
    here.key(pygame.K_END)
    assert slider.stops[slider.present] == 50
    slider.set(70, present=70)
    assert slider.stops[slider.present] == slider.number == 70


def test_any_number_stands_on_the_nearest_stop(budget):
    _, slider = budget
    for number in range(-20, 130):
        slider.set(number)
        assert abs(slider.number - number) == min(abs(stop - number) for stop in slider.stops)


def test_a_preview_says_what_would_change(budget):
    _, slider = budget
    slider.dirty = False
    slider.foretell(Preview("errors", "18% → 11%"))
    assert slider.dirty
    assert slider.preview.change == "18% → 11%"


# ---- one of several


@pytest.mark.parametrize("kind", [Segments, Tabs])
def test_arrows_choose_the_next_open_segment(make, kind):
    here = make(kind("seg", "S", OPTIONS, "a"), focus="seg")
    assert here.key(pygame.K_RIGHT) == Act("seg", Deed.CHANGE, "c")
    assert here.key(pygame.K_RIGHT).deed is Deed.USED
    assert here.key(pygame.K_HOME) == Act("seg", Deed.CHANGE, "a")


def test_a_click_on_a_blocked_segment_changes_nothing(make):
    seg = Segments("seg", "S", OPTIONS, "a")
    here = make(seg)
    middle, last = seg.cells()[1:]
    assert here.press(middle.cx, middle.cy).deed is Deed.USED
    assert here.press(last.cx, last.cy) == Act("seg", Deed.CHANGE, "c")


def test_alt_and_a_number_reach_a_tab_from_anywhere(make):
    here = make(Button("b", "B"), Tabs("tabs", "T", OPTIONS, "a"), focus="b")
    assert here.key(pygame.K_3, alt=True) == Act("tabs", Deed.CHANGE, "c")
    assert here.key(pygame.K_3) is None


def test_a_menu_opens_and_chooses_by_keys(make):
    choice = Choice("menu", "M", OPTIONS, "a")
    here = make(choice, focus="menu")
    here.key(pygame.K_RETURN)
    assert choice.over is not None
    here.key(pygame.K_DOWN)
    assert choice.chosen == "a"
    assert here.key(pygame.K_RETURN) == Act("menu", Deed.CHANGE, "c")
    assert choice.over is None


def test_escape_and_a_click_elsewhere_close_a_menu_and_change_nothing(make):
    choice = Choice("menu", "M", OPTIONS, "a")
    here = make(choice, Button("other", "O"), focus="menu")
    here.keys(pygame.K_SPACE, pygame.K_DOWN, pygame.K_ESCAPE)
    assert (choice.is_open, choice.chosen) == (False, "a")
    here.key(pygame.K_SPACE)
    act = here.press(1200, 700)
    assert (choice.is_open, act.deed) == (False, Deed.USED)


def test_a_menu_chooses_by_click_but_not_what_is_blocked(make):
    choice = Choice("menu", "M", OPTIONS, "a")
    here = make(choice)
    here.click("menu")
    blocked, third = choice.items()[1:]
    here.press(blocked.cx, blocked.cy)
    assert choice.is_open
    assert here.press(third.cx, third.cy) == Act("menu", Deed.CHANGE, "c")


def test_an_open_menu_lies_on_the_screen_wherever_its_field_is(make, look):
    choice = Choice("menu", "M", [Option(str(i), f"option {i}", note="note") for i in range(8)], "0")
    here = make(Column("space"), choice)
    choice.place(look, choice.box._replace(y=look.canvas.h - 40))
    here.view.focus_on("menu")
    choice.activate()
    assert look.canvas.holds(choice.over)
    assert not choice.over.meets(choice.box)
