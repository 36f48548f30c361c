"""From the first picture to the end of a level and back, with events as a window gives them, and nothing but the keyboard."""

import time

import pygame
import pytest

from game.play import journal
from game.ui import start
from game.ui.house import House

PATIENCE_S = 90.0  # for the slowest of machines


class Player:
    """Sits before an opened window and presses keys."""

    def __init__(self, data):
        self.house = House(data, "en")
        self.app = start.opened(self.house)
        self.app.step(0.016, [])

    @property
    def scenes(self):
        return [type(scene).__name__ for scene in self.app.scenes]

    def press(self, *codes):
        for code in codes:
            down = pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0)
            self.app.step(0.016, [down])

    def until(self, name):
        """Wait until a scene is shown."""
        end = time.monotonic() + PATIENCE_S
        while self.scenes[-1] != name:
            assert time.monotonic() < end, f"no {name} after {PATIENCE_S} s, but {self.scenes}"
            self.app.step(0.016, [])
            time.sleep(0.002)

    def week(self, week):
        """Play one week and wait for it."""
        self.press(pygame.K_4)
        end = time.monotonic() + PATIENCE_S
        while self.app.scene.session.scenery.view.week < week:
            assert time.monotonic() < end, f"week {week} did not come"
            self.app.step(0.016, [])
            time.sleep(0.002)


@pytest.fixture
def player(tmp_path):
    sitting = Player(tmp_path)
    yield sitting
    sitting.app.window.close()
    sitting.house.leave()


def test_a_newcomer_plays_two_weeks_leaves_and_goes_on_where_he_was(player, tmp_path):
    player.press(pygame.K_RETURN)  # start
    player.until("Opening")
    player.press(pygame.K_RETURN)  # the level
    player.until("Desk")
    assert player.scenes == ["Title", "Desk"]
    player.week(1)
    player.week(2)
    player.press(pygame.K_ESCAPE)
    player.until("Menu")
    player.press(*[pygame.K_DOWN] * 7, pygame.K_RETURN)  # to the title
    assert player.scenes == ["Title"]
    assert player.house.session is None
    (path,) = (tmp_path / "saves").iterdir()
    assert len(journal.read(path).entries) == 2
    player.press(pygame.K_RETURN)  # continue
    player.until("Desk")
    assert player.app.scene.session.scenery.view.week == 2


def test_settings_reached_from_a_game_change_the_desk_below(player, tmp_path):
    player.press(pygame.K_RETURN)
    player.until("Opening")
    player.press(pygame.K_RETURN)
    player.until("Desk")
    player.press(pygame.K_ESCAPE, pygame.K_DOWN, pygame.K_RETURN)
    assert player.scenes == ["Title", "Desk", "Menu", "Settings"]
    player.press(pygame.K_LEFT, pygame.K_TAB, pygame.K_RIGHT)  # Korean; light
    assert (player.house.language, player.app.look.theme.name) == ("ko", "light")
    player.press(pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert player.scenes == ["Title", "Desk"]
    assert player.app.scene.words.language == "ko"
    assert player.app.scene.view.look.theme.name == "light"
    assert House(tmp_path, "en").language == "ko"


def test_the_help_lies_over_any_scene_and_goes_by_the_key_it_came(player):
    player.press(pygame.K_F1)
    assert player.scenes == ["Title", "Help"]
    player.press(pygame.K_F1)
    assert player.scenes == ["Title"]
    player.press(pygame.K_F1, pygame.K_ESCAPE)
    assert player.scenes == ["Title"]


def test_an_error_in_a_scene_becomes_the_error_scene_and_the_game_goes_on(player, monkeypatch):
    player.press(pygame.K_RETURN)
    player.until("Opening")
    player.press(pygame.K_RETURN)
    player.until("Desk")
    player.week(1)

    def fail(_):
        raise ZeroDivisionError("nobody expected this")

    monkeypatch.setattr(player.app.scene, "update", fail)
    player.app.step(0.016, [])
    assert player.scenes == ["Failing"]
    player.press(pygame.K_RETURN)
    player.until("Desk")
    assert player.app.scene.session.scenery.view.week == 1


def test_closing_the_window_closes_the_game(player):
    player.app.step(0.016, [pygame.event.Event(pygame.QUIT)])
    assert not player.app.is_open
