"""The levels lie on the ring while there is room, and in a list that says and does the same where words are large."""

import pygame
import pytest

from game.ui import snapshot
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scene import Go
from game.ui.scenes.levels_places import StopRow
from game.ui.scenes.stops import Stop
from tests.ui.scene_samples import SCENES

ROOMY, NARROW = Look((1280, 720)), Look((1280, 720), text_size=1.3, interface=1.3)


def kinds(scene):
    return {type(widget) for widget in scene.widgets() if isinstance(widget, Stop | StopRow)}


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_ring_is_shown_while_it_has_room_and_else_the_list(lang):
    assert kinds(SCENES["levels"](ROOMY, lang)) == {Stop}
    assert kinds(SCENES["levels"](NARROW, lang)) == {StopRow}


@pytest.mark.parametrize("name", ["levels", "many-levels"])
@pytest.mark.parametrize("interface", [1.0, 1.15, 1.3])
@pytest.mark.parametrize("text", [1.15, 1.3, 1.5])
def test_no_size_puts_one_level_on_another(name, interface, text):
    scene = SCENES[name](Look((1280, 720), text_size=text, interface=interface), "en")
    assert list(snapshot.faults(scene.view)) == []


def test_both_say_the_same_of_every_level():
    said = []
    for look in (ROOMY, NARROW):
        scene = SCENES["many-levels"](look, "en")
        said.append([(widget.id, widget.label.rpartition(" · ")[2]) for widget in scene.widgets()
                     if isinstance(widget, Stop | StopRow)])  # fmt: skip
    assert said[0] == said[1]


def test_the_list_is_walked_and_opened_by_the_keyboard():
    scene = SCENES["levels"](NARROW, "en")
    first = scene.chosen
    scene.handle(Key(pygame.K_DOWN))
    scene.update(0.016)
    assert scene.chosen != first
    assert scene.view.root.find(f"levels.stop.{scene.chosen}").is_chosen
    assert isinstance(scene.handle(Key(pygame.K_RETURN)), Go)


def test_the_focus_stays_on_its_level_when_the_ring_becomes_a_list():
    scene = SCENES["levels"](ROOMY, "en")
    scene.lay(NARROW)
    scene.update(0.016)
    assert kinds(scene) == {StopRow}
    assert scene.view.top.focus.widget is None or scene.view.top.focus.widget.reachable
