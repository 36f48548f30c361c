"""Other keys for the main things: chosen by pressing them, refused with a sentence, remembered, shown, never in a writer's way."""

import json

import pygame
import pytest

from game.play import preferences
from game.play.playthrough import Playthrough
from game.ui.fields import TextField
from game.ui.house import House
from game.ui.inputs import NOTHING, Key
from game.ui.keymap import USUAL, KeyMap, cap, name, parse
from game.ui.keys import is_help
from game.ui.look import Look
from game.ui.scenes.desk import Desk, Doors
from game.ui.scenes.help import Help
from game.ui.scenes.settings import Settings
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from tests.ui import games_for_tests as games

P, SPACE, F1 = Key(pygame.K_p), Key(pygame.K_SPACE), Key(pygame.K_F1)


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, "en")


def choose(house, action, *keys):
    """Open the settings and press keys for an action."""
    page = Settings(house, Look())
    page.act(Act(f"settings.key.{action}", Deed.PRESS))
    for key in keys:
        page.handle(key)
    return page


@pytest.mark.parametrize("action", USUAL)
def test_a_key_is_named_and_found_again(action):
    assert parse(name(USUAL[action])) == USUAL[action]
    assert cap(USUAL[action])


@pytest.mark.parametrize("text", ["", "ctrl+", "hyper+a", "no such key", "a+b", "ctrl+ctrl"])
def test_a_name_of_no_key_is_none(text):
    assert parse(text) is None


def test_a_plus_key_is_named_and_found_again():
    assert parse(name(Key(pygame.K_PLUS, ctrl=True))) == Key(pygame.K_PLUS, ctrl=True)


def test_a_chosen_key_means_the_usual_one_and_the_usual_one_nothing():
    keymap = KeyMap([("run", "p")])
    assert keymap.read(P).meant == SPACE
    assert keymap.read(SPACE).meant == NOTHING
    assert keymap.read(P).code == pygame.K_p
    assert KeyMap().read(SPACE).meant == SPACE


def test_keys_may_change_places_once_one_of_them_is_free():
    keymap = KeyMap([("run", "v"), ("views", "space")])
    assert keymap.read(Key(pygame.K_v)).meant == SPACE
    assert keymap.read(SPACE).meant == Key(pygame.K_v)


@pytest.mark.parametrize(
    "chosen", [[("run", "tab")], [("run", "v")], [("tea", "p")], [("run", "")], [("run", "alt+1")]]
)
def test_settings_that_make_no_sense_or_clash_are_as_usual(chosen):
    assert KeyMap(chosen).chosen == ()


def test_two_actions_with_one_key_do_not_share_it():
    keymap = KeyMap([("run", "p"), ("week", "p")])
    assert len({keymap.key(action) for action in USUAL}) == len(USUAL)


# ---- in the settings


def test_the_next_key_pressed_is_the_new_one_and_is_remembered(house, tmp_path):
    page = choose(house, "run", P)
    assert not page.has_dialog
    assert house.keymap.key("run") == P
    assert House(tmp_path, "en").keymap.cap("run") == "P"
    assert page.view.root.find("settings.key.run").label == "P"


@pytest.mark.parametrize(
    ("key", "said"), [(Key(pygame.K_z, ctrl=True), "Undo a change"), (Key(pygame.K_HOME), "Home")]
)
def test_a_key_that_is_taken_or_kept_is_refused_with_a_sentence(house, key, said):
    page = choose(house, "run", key)
    assert page.has_dialog
    assert said in page.view.top.root.find("settings.catch").value
    assert house.keymap.key("run") == SPACE


def test_shift_alone_is_waited_out_and_escape_keeps_the_key(house):
    page = choose(house, "run", Key(pygame.K_LSHIFT, shift=True))
    assert page.has_dialog
    page.handle(Key(pygame.K_ESCAPE))
    assert not page.has_dialog
    assert house.keymap.key("run") == SPACE


def test_one_button_brings_all_usual_keys_back(house):
    page = choose(house, "run", P)
    assert page.view.root.find("settings.keys.usual").enabled
    page.act(Act("settings.keys.usual", Deed.PRESS))
    assert house.keymap.chosen == ()
    assert not page.view.root.find("settings.keys.usual").enabled


@pytest.mark.parametrize(
    "found", ["x", [["run"]], [["run", 1]], [[["run"], "p"]], [["run", "\n"]], {"run": "p"}]
)
def test_keys_that_make_no_sense_cost_only_themselves(tmp_path, found):
    (tmp_path / "settings.json").write_text(json.dumps({"theme": "light", "keys": found}), "utf-8")
    assert preferences.read(tmp_path / "settings.json") == preferences.Preferences(theme="light")


# ---- where they count


def test_the_overlay_of_keys_shows_the_chosen_ones(house):
    choose(house, "help", Key(pygame.K_y))
    choose(house, "faster", Key(pygame.K_9))
    rows = {
        row for group in Help(house, Look(), Settings(house, Look())).view.widgets() for row in (group.value,)
    }
    assert any("1 2 9" in row for row in rows)
    assert any("Y: these keys" in row for row in rows)


def test_help_opens_by_its_new_key_only(house):
    choose(house, "help", Key(pygame.K_y))
    assert is_help(house.keymap.read(Key(pygame.K_y)))
    assert not is_help(house.keymap.read(F1))


def test_the_desk_runs_by_the_new_key_and_shows_it(house):
    choose(house, "run", P)
    game = Playthrough.new(games.level(), 3, None)  # its own: a week of it is played
    desk = Desk(Session(game), house.words, Look(), Doors(cap=house.keymap.cap))
    assert desk.room.decisions.apply.cap == "P"
    desk.handle(house.keymap.read(SPACE))
    assert not desk.clock.is_running
    assert not desk.clock._wants_step
    desk.handle(house.keymap.read(P))
    assert desk.clock.is_running or desk.clock._wants_step or desk.session.is_busy
    desk.close()


def test_a_letter_that_runs_the_game_still_writes(make):
    hand = make(TextField("name", "Name"), focus="name")
    keymap = KeyMap([("run", "p")])
    assert hand.view.handle(keymap.read(P)).deed is Deed.USED
