"""What the window has no room for can still be used by its key: at every size, on every page, and never what is not offered."""

import pygame
import pytest

from game.ui.buttons import Button
from game.ui.groups import Column
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scenes.desk import Doors
from game.ui.scenes.desk_room import PAGES
from game.ui.view import View
from tests.ui.desks import new_desk

SIZES = ((1024, 576), (1280, 720), (1920, 1080), (2560, 1080))
KEYS = {
    "views": pygame.K_v,
    "why": pygame.K_w,
    "what_if": pygame.K_i,
    "advice": pygame.K_a,
    "help": pygame.K_F1,
}


def open_desk(look, opened):
    """A desk two weeks old whose doors note that somebody went through them."""
    noted = {name: lambda *_, name=name: opened.append(name) for name in KEYS}
    return new_desk(look=look, doors=Doors(**noted), weeks=2)


@pytest.mark.parametrize("text", [0.85, 1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
def test_every_question_has_its_key_at_every_size_and_on_every_page(size, text):
    opened = []
    desk = open_desk(Look(size, text_size=text), opened)
    for page in PAGES:
        desk.room.turn_to(page)
        desk.unsettle()
        for name, code in KEYS.items():
            opened.clear()
            desk.handle(Key(code))
            desk.update(0.05)
            assert opened == [name], f"{name} on {page}"


def test_the_fan_of_futures_turns_to_the_charts_it_is_drawn_on():
    desk = new_desk(look=Look(text_size=1.5), weeks=2)
    assert desk.room.trends.is_folded
    desk.handle(Key(pygame.K_f))
    desk.update(0.05)
    assert desk.fan.is_on
    assert "chart.users" in {widget.id for widget in desk.widgets()}
    desk.room.turn_to("market")
    desk.unsettle()
    desk.update(0.05)
    desk.handle(Key(pygame.K_f))
    assert not desk.fan.is_on
    assert desk.room.pages.chosen == "market"


def test_before_the_first_week_there_are_no_views_of_it_by_key_either():
    opened = []
    desk = new_desk(look=Look(text_size=1.5), doors=Doors(views=lambda at: opened.append(at)))
    desk.handle(Key(pygame.K_v))
    desk.update(0.05)
    assert opened == []


def test_what_is_folded_away_hears_its_key_and_what_is_not_offered_does_not():
    button = Button("b", "B", shortcut=Key(pygame.K_b))
    page = Column("page", button)
    view = View(Column("root", page), Look())
    page.fold(True)
    assert view.handle(Key(pygame.K_b)).who == "b"
    assert button not in list(view.widgets())
    button.visible = False
    assert view.handle(Key(pygame.K_b)) is None
    button.visible = True
    page.fold(False)
    assert button in list(view.widgets())
    page.visible = False
    assert view.handle(Key(pygame.K_b)) is None
