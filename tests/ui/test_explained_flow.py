"""A level is lost, explained and taken up again, with events as a window gives them and nothing but the keyboard."""

import time
from functools import partial
from pathlib import Path

import pygame
import pytest

from game.content import levels
from game.play import journal
from game.study.turning_points import explain
from game.ui import start
from game.ui.house import House
from game.ui.scenes import ending_turning
from tests.ui.test_flow import PATIENCE_S, Player

LEVELS = Path(levels.__file__).parents[2] / "levels"
DOOMED = """
format: 1
id: doomed
extends: core/startup
title: {ko: 빈 지갑, en: Empty purse}
story: {ko: 돈이 몇 주치뿐입니다., en: There is money for a few weeks.}
clock: {weeks: 30}
market: {agents: 500}
player: {cash: 60M}
"""


class Asker(Player):
    """Plays one level of a file."""

    def __init__(self, data, level):
        self.house = House(data, "en", folders=(level.parent, LEVELS))
        self.app = start.opened(self.house, levels.load(level, self.house.folders))
        self.app.step(0.016, [])

    @property
    def focus(self):
        widget = self.app.scene.view.top.focus.widget
        return widget.id if widget else ""

    def tab_to(self, name):
        """Press Tab until a widget has the focus."""
        for _ in range(80):
            if self.focus == name:
                return
            self.press(pygame.K_TAB)
        raise AssertionError(f"Tab never came to {name}")

    def wait(self, is_done):
        """Let frames pass until something has come, and return it."""
        end = time.monotonic() + PATIENCE_S
        while not (found := is_done(self.app.scene)):
            assert time.monotonic() < end, f"nothing came in {PATIENCE_S} s, at {self.scenes}"
            self.app.step(0.016, [])
            time.sleep(0.002)
        return found


@pytest.fixture
def asker(tmp_path, monkeypatch):
    monkeypatch.setattr(
        ending_turning, "explain", partial(explain, processes=1)
    )  # starting others takes longer
    folder = tmp_path / "levels"
    folder.mkdir()
    (folder / "doomed.yaml").write_text(DOOMED, encoding="utf-8")
    sitting = Asker(tmp_path / "data", folder / "doomed.yaml")
    yield sitting
    sitting.app.window.close()
    sitting.house.leave()


def test_a_lost_level_is_explained_and_taken_up_again_by_keyboard_alone(asker):
    asker.until("Opening")
    asker.press(pygame.K_RETURN)
    asker.until("Desk")

    # one bad decision: all the money into design
    asker.tab_to("tabs")
    asker.press(pygame.K_RIGHT, pygame.K_RIGHT)
    asker.tab_to("lever.ux_won")
    asker.press(pygame.K_END)
    asker.tab_to("apply")
    while asker.scenes[-1] == "Desk":
        asker.press(pygame.K_4)
        asker.wait(lambda at: not (hasattr(at, "session") and at.session.is_waiting))
        if asker.scenes[-1] == "Desk" and asker.app.scene.asking.is_open:
            asker.app.step(0.5, [])
            asker.press(pygame.K_ESCAPE)
    if asker.scenes[-1] == "Diagnosing":
        asker.tab_to("diagnosis.skip")
        asker.press(pygame.K_RETURN)
    asker.until("Ended")
    lost = asker.house.session.game
    before, weeks = lost.model.fingerprint(), lost.week
    assert lost.ending.outcome.value == "lost"

    # the turning points come by themselves; the first is opened
    found = asker.wait(lambda at: at.turning.found)
    assert found.points
    point = next(p for p in found.points if p.gain)
    asker.tab_to("end.turning.1")
    asker.press(pygame.K_RETURN)
    assert asker.scenes[-2:] == ["Ended", "WhatIfPage"]
    both = asker.wait(lambda at: at.both)
    assert both.found.edits[0].week == point.choice.week
    assert lost.model.fingerprint() == before

    # why did somebody decide as they did; and back
    asker.press(pygame.K_ESCAPE)
    asker.tab_to("end.why")
    asker.press(pygame.K_RETURN)
    told = asker.wait(lambda at: at.found)
    assert told[2].choice is not None or told[2].week >= 0
    asker.press(pygame.K_ESCAPE)
    assert asker.scenes[-1] == "Ended"

    # again from the week of the turning point, in a file of its own
    asker.tab_to("end.turning.1")
    asker.press(pygame.K_RETURN)
    asker.wait(lambda at: at.both)
    asker.tab_to("whatif.again")
    asker.press(pygame.K_RETURN)
    asker.until("Desk")
    again = asker.house.session.game
    assert again.week == point.choice.week - 1
    assert again.header.parent.week == again.week
    files = sorted((asker.house.data / "saves").iterdir())
    assert len(files) == 2
    assert max(len(journal.read(path).entries) for path in files) == weeks
