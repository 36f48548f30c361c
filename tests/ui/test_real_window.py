"""A real window, a real mouse: the same decisions as without a screen, to the last fingerprint.

Needs Xvfb and xdotool (Debian packages of the same names); skipped with a message where they are not installed.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from agents.messages import ModelKind
from game.content import levels
from game.content.words import Words
from game.play.playthrough import Playthrough
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scenes.desk import Desk
from game.ui.session import Session
from tests.ui.desks import picture, settle

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1280, 720)
PATIENCE_S = 60.0  # a loaded machine; the test goes on as soon as it can

needs_a_screen = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb and xdotool are not installed"
)


@pytest.fixture
def display():
    """A virtual screen of its own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


class Mouse:
    """A hand at the window of a game that is going on; knows where things are from a desk of its own."""

    def __init__(self, display: str, journal: Path) -> None:
        self.environment = os.environ | {"DISPLAY": display, "SDL_AUDIODRIVER": "dummy"}
        self.environment.pop("SDL_VIDEODRIVER", None)
        self.journal = journal
        command = [
            sys.executable,
            "main.py",
            "--lang",
            "en",
            "--data-dir",
            str(journal.parent),
            "play",
            str(journal),
        ]
        self.game = subprocess.Popen(command, cwd=ROOT, env=self.environment)

    def click(self, desk: Desk, name: str, share: float = 0.5) -> None:
        """Press a widget where it lies."""
        box = desk.view.top.root.find(name).box
        place = (str(round(box.x + box.w * share)), str(round(box.cy)))
        subprocess.run(["xdotool", "mousemove", *place, "click", "1"], env=self.environment, check=True)
        time.sleep(0.3)

    def click_until_saved(self, desk: Desk, name: str, weeks: int) -> None:
        """Press a widget until so many weeks stand in the journal; the window may still be opening."""
        end = time.monotonic() + PATIENCE_S
        while self.weeks() < weeks and time.monotonic() < end:
            assert self.game.poll() is None, "the game has gone"
            self.click(desk, name)
            self._wait(lambda: self.weeks() >= weeks, 3.0)
        assert self.weeks() == weeks

    def weeks(self) -> int:
        """Return how many weeks stand in the journal."""
        return self.journal.read_bytes().count(b"\n") - 1

    def _wait(self, until, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not until() and time.monotonic() < end:
            time.sleep(0.1)

    def leave(self) -> None:
        """Close the game as a system does when it shuts down."""
        self.game.send_signal(signal.SIGTERM)
        self.game.wait(20)


def new_game(path: Path) -> Playthrough:
    return Playthrough.new(levels.load("the-loop"), 5, path)


@needs_a_screen
def test_a_game_played_by_mouse_equals_the_same_decisions_played_headless(
    display: str, tmp_path: Path
) -> None:
    mouse_path, plain_path = tmp_path / "mouse.dljournal", tmp_path / "plain.dljournal"
    new_game(mouse_path).close()
    plain = new_game(plain_path)
    first = plain.decision
    desk = Desk(Session(plain), Words("en"), Look(SIZE))
    settle(desk)
    picture(desk)
    hand = Mouse(display, mouse_path)
    try:
        hand.click_until_saved(desk, "apply", 1)
        hand.click(desk, "tabs", 0.37)
        _show_models(desk)
        hand.click(desk, "kind.rules")
        hand.click_until_saved(desk, "apply", 2)
    finally:
        hand.leave()
    plain.play(first)
    plain.play(replace(first, model=ModelKind.RULES))
    plain.close()
    assert mouse_path.read_text().splitlines()[1:3] == plain_path.read_text().splitlines()[1:3]


def _show_models(desk: Desk) -> None:
    """Turn the twin desk to the models, so that it knows where they lie."""
    desk.handle(Key(pygame.K_2, alt=True))
    settle(desk)
    picture(desk)
