"""Houses for tests of scenes: one that is new, and one that was lived in."""

import shutil

import pygame
import pytest

from game.ui.background import Task
from game.ui.house import House
from game.ui.inputs import Key, Press, Release
from game.ui.widgets import Act, Deed
from tests.ui.scene_samples import library, saved_games

RETURN, ESCAPE = Key(pygame.K_RETURN), Key(pygame.K_ESCAPE)


@pytest.fixture
def house(tmp_path):
    """A house with nothing in it but the campaign."""
    return furnished(House(tmp_path, "en"))


@pytest.fixture
def lived_in(tmp_path):
    """A house whose first level was played to its end, and whose second goes on."""
    shutil.copytree(saved_games(), tmp_path / "data")
    return furnished(House(tmp_path / "data", "en"))


def furnished(house):
    house.loading = Task(library).start()
    house.loading.result(60)
    return house


def click(page, name):
    """Press and release in the middle of a widget; return what the page asks of the window."""
    box = page.view.top.root.find(name).box
    down = page.handle(Press(box.cx, box.cy))
    up = page.handle(Release(box.cx, box.cy))
    return up or down


def change(page, name, value):
    return page.act(Act(name, Deed.CHANGE, value))
