"""The advisor on the screen: it works beside the frames, may be left at any time, and can be switched off."""

import pygame
import pytest

from game.play.playthrough import Playthrough
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scene import Back, Go
from game.ui.scenes import behind, ways
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from tests.ui import games_for_tests as games


@pytest.fixture
def house(tmp_path):
    """A house with a game of 28 weeks open."""
    house = House(data=tmp_path)
    house.session = Session(games.played("the-loop", 28))
    return house


def asked(house):
    desk = ways.desk(house)(Look())
    desk.handle(Key(pygame.K_a))
    return desk.update(0.0)


def test_a_key_asks_and_escape_drops_the_question(house):
    before = house.session.game.model.fingerprint()
    command = asked(house)
    assert isinstance(command, Go)
    scene = command.scene(Look())
    scene.update(0.02)
    assert scene.found is None
    assert isinstance(scene.handle(Key(pygame.K_ESCAPE)), Back)
    assert scene.asked.is_dropped
    assert house.session.game.model.fingerprint() == before


def test_a_player_who_wants_no_advisor_gets_none(house):
    house.session = Session(Playthrough.new(games.level(), 3, None))
    house.session.assist({"on": ["undo"]})
    assert asked(house) is None


def test_the_answer_takes_the_place_of_the_meter(house):
    scene = asked(house).scene(Look())
    scene.asked.drop()
    scene.found = games.advice()
    scene.rebuild()
    shown = {widget.id for widget in scene.widgets()}
    assert {"advice.headline", "advice.plan", "advice.clean", "advice.earlier"} <= shown
    assert "advice.working" not in shown


def test_the_button_is_there_only_for_who_wants_it(house):
    house.session = Session(Playthrough.new(games.level(), 3, None))
    desk = ways.desk(house)(Look())
    assert desk.room.decisions.advice.visible
    house.session.assist({"on": ["undo"]})
    behind.refresh(house, desk)
    assert not desk.room.decisions.advice.visible
    assert not ways.desk(house)(Look()).room.decisions.advice.visible


def test_the_advised_levers_go_into_the_draft_and_no_week_is_played(house):
    desk = ways.desk(house)(Look())
    desk.handle(Key(pygame.K_a))
    scene = desk.update(0.0).scene(Look())
    scene.asked.drop()
    scene.found = games.advice()
    scene.rebuild()
    assert isinstance(scene.act(Act("advice.take", Deed.PRESS)), Back)
    assert desk.draft.decision.labelling_won == 3_000_000
    assert desk.draft.changes == 1
    assert house.session.game.week == 28
    desk.undo()
    assert desk.draft.changes == 0
