"""The week seen three ways: opened by a key, turned week by week, and nothing in the game moves for it."""

import pygame
import pytest

from game.ui.house import House
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scene import Back, Go
from game.ui.scenes import ways
from game.ui.scenes.month import MonthSheet
from game.ui.scenes.week_views import WeekViews
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from tests.ui import games_for_tests as games


@pytest.fixture
def house(tmp_path):
    """A house with a game of 28 weeks open."""
    house = House(data=tmp_path)
    house.session = Session(games.played("the-loop", 28))
    return house


@pytest.fixture
def desk(house):
    return ways.desk(house)(Look())


def test_a_key_on_the_desk_opens_the_week(desk):
    before = desk.session.game.model.fingerprint()
    desk.handle(Key(pygame.K_v))
    command = desk.update(0.0)
    assert isinstance(command, Go)
    scene = command.scene(Look())
    scene.asked.answer(60)
    scene.update(0.0)
    assert scene.told.panels[0].rows
    assert desk.session.game.model.fingerprint() == before


def test_the_monthly_report_leads_there(desk):
    desk.asking.month()
    command = desk._do(Act("month.views", Deed.PRESS))
    assert isinstance(command.scene(Look()), WeekViews)
    assert desk.asking.is_open
    assert not MonthSheet(desk.words, desk.session.scenery.view.history).is_over(
        Act("month.views", Deed.PRESS)
    )


def test_one_turns_to_the_week_before_and_no_further_than_the_last(house, desk):
    scene = WeekViews(house, Look(), desk)
    scene.handle(Key(pygame.K_RIGHTBRACKET))
    assert scene.week == 28
    scene.handle(Key(pygame.K_LEFTBRACKET))
    assert scene.week == 27
    scene.asked.answer(60)
    scene.update(0.0)
    assert "27" in scene.told.title
    assert isinstance(scene.handle(Key(pygame.K_ESCAPE)), Back)
