"""Where there is no screen, or the wrong pygame, the game says so and how to mend it."""

import io
import sys

import pygame
import pytest

from game.commands import screen
from tests.commands.conftest import Command


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere SDL is asked")
def test_no_display_is_said_in_one_sentence(no_display: None) -> None:
    assert screen.why_no_window() == "command.no-screen"


def test_plain_pygame_is_told_from_pygame_ce(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame, "IS_CE", 0)
    assert screen.why_no_window() == "command.plain-pygame"


def test_a_driver_that_was_asked_for_is_taken() -> None:
    assert screen.why_no_window() is None  # tests ask for SDL's dummy


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as above")
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_without_screen_and_keyboard_the_game_asks_nothing(
    command: Command, no_display: None, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\nnext\n"))
    said = command(lang=lang)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 2
    assert "--text" in said.err
