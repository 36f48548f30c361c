"""What hands and keys do to controls, judged by their state and by what they report; never by pixels."""

import pygame
import pytest

from game.ui.buttons import Button, Card, Kind, Toggle
from game.ui.choices import Choice
from game.ui.dialogs import Answer, Dialog, Question
from game.ui.fields import TextField
from game.ui.groups import Column
from game.ui.inputs import Composing, Key, Move, Press, Release, Typed, Wheel
from game.ui.rows import ListRow, RowWords
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Segments, Tabs
from game.ui.sliders import Preview, Slider
from game.ui.tips import Tip
from game.ui.view import View
from game.ui.widgets import Act, Deed

OPTIONS = [Option("a", "first"), Option("b", "second", blocked="not yet"), Option("c", "third")]


@pytest.fixture
def make(look, hand):
    """Puts widgets into a view and returns a hand for it."""

    def build(*widgets, focus=""):
        view = View(Column("root", *widgets), look)
        if focus:
            view.focus_on(focus)
        return hand(view)

    return build


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


# ---- text field


@pytest.fixture
def name(make):
    """A hand in a text field."""
    field = TextField("name", "Name", longest=10)
    return make(field, focus="name"), field


def test_typed_text_is_written_at_the_caret(name):
    here, field = name
    here.view.handle(Typed("Lab"))
    here.keys(pygame.K_HOME)
    here.view.handle(Typed("My "))
    assert field.value == "My Lab"
    assert here.key(pygame.K_RETURN) == Act("name", Deed.SUBMIT, "My Lab")


def test_korean_composition_is_shown_and_committed_once(name):
    here, field = name
    for shown in ("ㅎ", "하", "한"):
        here.view.handle(Composing(shown))
        assert (field.composing, field.value) == (shown, "")
    here.view.handle(Composing(""))
    here.view.handle(Typed("한"))
    for shown in ("ㄱ", "그", "글"):
        here.view.handle(Composing(shown))
    here.view.handle(Typed("글"))
    assert (field.composing, field.value, field.caret) == ("", "한글", 2)


def test_keys_belong_to_the_composition_while_there_is_one(name):
    here, field = name
    here.view.handle(Typed("가"))
    here.view.handle(Composing("ㄴ"))
    here.key(pygame.K_BACKSPACE)
    assert field.value == "가"


def test_erasing_and_marking_everything(name):
    here, field = name
    here.view.handle(Typed("abcd"))
    here.keys(pygame.K_BACKSPACE, pygame.K_HOME, pygame.K_DELETE)
    assert field.value == "bc"
    here.key(pygame.K_a, ctrl=True)
    here.view.handle(Typed("새"))
    assert field.value == "새"


def test_a_field_is_no_longer_than_it_may_be_and_takes_no_control_characters(name):
    here, field = name
    here.view.handle(Typed("12345\n\t\x0067890abc"))
    assert field.value == "1234567890"


def test_letters_and_space_are_not_shortcuts_while_a_field_is_written_in(make):
    go = Button("go", "Go", shortcut=Key(pygame.K_SPACE))
    here = make(TextField("name", "Name"), go, focus="name")
    assert here.key(pygame.K_SPACE).deed is Deed.USED
    assert here.view.typing is not None
    here.view.focus_on("go")
    assert here.view.typing is None


# ---- scrolling


@pytest.fixture
def long_list(look, hand):
    """A hand on a list of forty rows in a low window."""
    rows = [ListRow(f"row{i}", RowWords(f"Row {i}")) for i in range(40)]
    scroll = Scroll("list", "List", Column("rows", *rows, gap=0))
    view = View(scroll, look)
    return hand(view), scroll


def test_the_wheel_scrolls_within_bounds(long_list):
    here, scroll = long_list
    here.view.handle(Wheel(50, 50, 3))
    assert scroll.offset == 120
    here.view.handle(Wheel(50, 50, -50))
    assert scroll.offset == 0
    here.view.handle(Wheel(50, 50, 500))
    assert scroll.offset == scroll.overflow > 0


def test_the_focus_draws_the_list_along(long_list):
    here, scroll = long_list
    for _ in range(40):
        here.key(pygame.K_TAB)
        row = here.view.top.focus.widget
        assert scroll.box.holds(row.box)
    assert scroll.offset > 0


def test_what_is_scrolled_away_cannot_be_clicked(long_list):
    here, scroll = long_list
    scroll.scroll_to(400)
    assert here.view.root.find("row0").box.y < 0
    assert here.view.root.under(50, -100) is None


def test_dragging_the_bar_scrolls(long_list):
    here, scroll = long_list
    bar = scroll._bar()
    here.press(bar.cx, bar.cy)
    here.view.handle(Move(bar.cx, bar.cy + 2000))
    assert scroll.offset == scroll.overflow


# ---- dialog


@pytest.fixture
def event(make):
    """A hand before a dialog over a button."""
    here = make(Button("below", "B", shortcut=Key(pygame.K_SPACE)))
    answers = [Answer("yes", "Yes"), Answer("no", "No"), Answer("buy", "Buy", blocked="no money")]
    here.view.open(Dialog("ask", Question("Well?", "Text"), answers))
    return here


@pytest.mark.parametrize(("code", "who"), [(pygame.K_1, "yes"), (pygame.K_KP_2, "no")])
def test_number_keys_answer_a_dialog(event, code, who):
    assert event.key(code) == Act(who, Deed.PRESS)


def test_a_blocked_answer_cannot_be_given(event):
    assert event.key(pygame.K_3) is None
    assert event.click("buy").deed is Deed.USED


def test_arrows_and_enter_answer_a_dialog(event):
    assert event.view.top.focus.widget.id == "yes"
    event.key(pygame.K_DOWN)
    assert event.key(pygame.K_RETURN) == Act("no", Deed.PRESS)


def test_nothing_below_a_dialog_hears_anything(event):
    below = event.view.layers[0].root.find("below").box
    assert event.press(below.cx, below.cy) is None
    event.view.top.focus.set(None, by_key=False)
    assert event.key(pygame.K_SPACE) is None
    assert "below" not in [widget.id for widget in event.view.widgets()]


def test_tab_stays_within_a_dialog(event):
    seen = {event.view.top.focus.widget.id}
    for _ in range(5):
        event.key(pygame.K_TAB)
        seen.add(event.view.top.focus.widget.id)
    assert seen == {"yes", "no", "buy"}


def test_a_dialog_that_may_be_put_off_closes_by_escape_and_one_that_may_not_stays(event, look, hand):
    assert event.key(pygame.K_ESCAPE) is None
    view = View(Column("root"), look)
    view.open(Dialog("ask", Question("Well?", "Text"), [Answer("yes", "Yes")], closing="Later"))
    assert hand(view).key(pygame.K_ESCAPE) == Act("ask", Deed.CLOSE)


def test_after_a_dialog_the_focus_is_where_it_was(make):
    here = make(Button("a", "A"), Button("b", "B"), focus="b")
    here.view.open(Dialog("ask", Question("Well?", "Text"), [Answer("yes", "Yes")]))
    here.view.close()
    assert here.view.top.focus.widget.id == "b"
    assert here.key(pygame.K_RETURN) == Act("b", Deed.PRESS)


def test_a_right_click_does_not_press(make):
    here = make(Button("go", "Go"))
    box = here.view.root.find("go").box
    here.view.handle(Press(box.cx, box.cy, 3))
    assert here.view.handle(Release(box.cx, box.cy, 3)) is None
