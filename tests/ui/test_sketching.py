"""Drawing the weeks to come: by mouse or by keys alone, asked once, kept in the journal, and the world stays as it is."""

from dataclasses import replace

import pygame
import pytest

from game.play.playthrough import Playthrough
from game.ui.house import House
from game.ui.inputs import Key, Move, Press, Release
from game.ui.look import Look
from game.ui.scene import Back, Go
from game.ui.scenes import ways
from game.ui.scenes.month import MonthSheet
from game.ui.session import Session
from game.ui.sketchpad import Sketchpad
from game.ui.widgets import Act, Deed
from game.world.conditions import ALWAYS
from game.world.level import Sketch, Text
from tests.levels_for_tests import tiny
from tests.ui import games_for_tests as games


def pad(weeks=12, past=(100.0, 120.0, 150.0)):
    made = Sketchpad("pad", "users", past, weeks, lambda value: f"{value:.0f}")
    made.place(Look(), Look().canvas.inset(100, 200))
    return made


def test_the_mouse_draws_where_it_is_dragged():
    drawn = pad()
    plot = drawn.plot
    step = plot.w / (drawn.length - 1)
    first, last = plot.x + 3 * step, plot.x + 8 * step
    drawn.handle(Press(first, plot.bottom))
    drawn.handle(Move(last, plot.y))
    drawn.handle(Release(last, plot.y))
    top = drawn.range()[1]
    assert drawn.middle[0] == 0.0
    assert drawn.middle[5] == pytest.approx(top)
    assert drawn.middle[:6] == sorted(drawn.middle[:6])
    assert set(drawn.middle[5:]) == {drawn.middle[5]}


def test_the_keys_alone_draw_as_well():
    drawn = pad()
    for _ in range(3):
        drawn.handle(Key(pygame.K_RIGHT))
    for _ in range(10):
        drawn.handle(Key(pygame.K_UP))
    drawn.handle(Key(pygame.K_END))
    drawn.handle(Key(pygame.K_PAGEDOWN))
    assert drawn.middle[2] == 150.0
    assert drawn.middle[3] > 150.0
    assert drawn.middle[4] == drawn.middle[3] > drawn.middle[11]


def test_the_band_grows_with_time_and_with_doubt():
    drawn = pad()
    halves = [high - low for low, high in zip(*drawn.band, strict=True)]
    assert halves == sorted(halves)
    drawn.widen(0.5)
    assert all(
        b > a for a, b in zip(halves, [h - lo for lo, h in zip(*drawn.band, strict=True)], strict=True)
    )
    assert min(drawn.band[0]) >= 0.0


@pytest.fixture
def house(tmp_path):
    """A house with a new game of a level that asks before the first week."""
    asked = Sketch("start", ALWAYS, "users", 6, Text("몇 명이 쓸까요?", "How many will use it?"))
    level = replace(tiny(weeks=8, agents=400), sketches=(asked,))
    house = House(data=tmp_path)
    house.session = Session(Playthrough.new(level, 3, tmp_path / "a.dljournal"))
    yield house
    house.leave()


def test_a_level_asks_once_and_the_drawing_is_kept(house):
    desk = ways.desk(house)(Look())
    before = house.session.game.model.fingerprint()
    command = desk.update(0.0)
    assert isinstance(command, Go)
    scene = command.scene(Look())
    scene.pad.draw_at(0, 40.0)
    assert isinstance(scene.act(Act("sketch.submit", Deed.PRESS)), Back)
    house.session.rest()
    assert [note.said["id"] for note in house.session.game.notes] == ["start"]
    assert house.session.game.model.fingerprint() == before
    assert desk.update(0.0) is None
    assert house.session.scenery.asks is None


def test_no_week_begins_before_the_question_is_answered(house):
    desk = ways.desk(house)(Look())
    desk.handle(Key(pygame.K_SPACE))
    assert not house.session.is_busy


def test_one_may_rather_not_draw(house):
    desk = ways.desk(house)(Look())
    scene = desk.update(0.0).scene(Look())
    assert isinstance(scene.act(Act("sketch.skip", Deed.PRESS)), Back)
    house.session.rest()
    assert house.session.game.notes[0].said == {"id": "start", "declined": True}
    assert house.session.scenery.sketches == ()


def test_the_monthly_report_shows_what_was_drawn_beside_what_came(house):
    desk = ways.desk(house)(Look())
    scene = desk.update(0.0).scene(Look())
    scene.act(Act("sketch.submit", Deed.PRESS))
    for _ in range(4):
        house.session.play(house.session.game.decision)
        house.session.rest()
        house.session.poll()
    assert len(house.session.scenery.sketches[0].came) == 4
    desk.asking.month()
    shown = {widget.id for widget in desk.view.widgets()}
    assert {"sketch.0.verdict", "sketch.0.chart"} <= shown
    assert isinstance(desk.asking._over, MonthSheet)
    assert games.SKETCH.weeks == 12
