"""What hands and keys do to text fields, lists and dialogs, judged by their state and by what they report."""

import pygame
import pytest

from game.ui.buttons import Button
from game.ui.dialogs import Answer, Dialog, Question
from game.ui.fields import TextField
from game.ui.groups import Column
from game.ui.inputs import Composing, Key, Move, Press, Release, Typed, Wheel
from game.ui.rows import ListRow, RowWords
from game.ui.scrolling import Scroll
from game.ui.view import View
from game.ui.widgets import Act, Deed

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


def test_space_answers_no_dialog_for_it_may_be_meant_for_the_clock(event):
    assert event.key(pygame.K_SPACE) is None
    assert event.key(pygame.K_RETURN) is not None


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
