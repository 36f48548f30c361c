"""The keys there are lie on F1 over every scene, and over what the desk asks."""

import pygame
import pytest

from game.ui.house import House
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scene import Go
from game.ui.scenes.help import Help
from game.ui.view import View
from tests.ui.desks import desk_in
from tests.ui.scene_samples import SCENES

F1 = Key(pygame.K_F1)


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, "en")


@pytest.mark.parametrize("name", [name for name in SCENES if name not in ("keys", "loading", "catching")])
def test_every_scene_shows_the_keys(name):
    scene = SCENES[name](Look(), "en")
    if isinstance(scene, View):
        pytest.skip("a dialog of the desk, which shows them itself")
    command = scene.handle(F1)
    assert isinstance(command, Go)
    help_ = command.scene(Look())
    assert isinstance(help_, Help)
    assert help_.below is scene
    help_.draw(pygame.Surface((1280, 720)))


def test_the_keys_are_shown_over_what_the_desk_asks_too(house):
    desk = desk_in(house)
    desk.asking.all_news()
    command = desk.handle(F1)
    assert isinstance(command.scene(Look()), Help)
    assert desk.asking.is_open


def test_the_keys_tell_of_the_codex(house):
    shown = Help(house, Look(), SCENES["title"](Look(), "en")).view.root.find("help.everywhere").value
    assert f"C: {house.words.say('help.does.codex')}" in shown
