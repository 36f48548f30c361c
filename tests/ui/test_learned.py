"""The end: a diagnosis is asked before it tells why, marked when the game has been replayed, and luck is tried when wanted."""

from dataclasses import replace

import pytest

from agents.messages import Link
from game.play.notes import is_diagnosed
from game.play.playthrough import Playthrough
from game.study import diagnosis
from game.study.fortune import fortune
from game.study.progress import answer
from game.study.recording import Recording
from game.study.turning_points import explain
from game.ui.house import House
from game.ui.look import Look
from game.ui.scene import Go
from game.ui.scenes import ways
from game.ui.scenes.diagnosing import Diagnosing
from game.ui.scenes.ending import Ended
from game.ui.scenes.ending_learned import SEEK, STOP
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from tests.levels_for_tests import tiny


@pytest.fixture
def house(tmp_path):
    """A house with a game that is over: four weeks, one decision."""
    game = Playthrough.new(tiny(weeks=4, agents=400), 3, tmp_path / "a.dljournal")
    game.play(replace(game.decision, price_won=900))
    while not game.is_over:
        game.play(game.decision)
    house = House(data=tmp_path)
    house.session = Session(game)
    yield house
    house.leave()


def press(scene, name):
    return scene.act(Act(name, Deed.PRESS))


def test_the_end_asks_before_it_tells_and_keeps_the_answer(house):
    scene = ways.ending(house)(Look())
    assert isinstance(scene, Diagnosing)
    assert scene.verdict.startswith("end.because.")  # who is asked what the ending hung on knows the ending
    assert press(scene, "diagnosis.submit") is None  # nothing is chosen yet
    press(scene, "diagnosis.link.data")
    press(scene, "diagnosis.choice.0")
    command = press(scene, "diagnosis.submit")
    assert isinstance(command, Go)
    house.session.rest()
    assert house.session.game.notes[0].said == {"link": "data", "week": 1, "key": "price_won"}
    told = command.scene(Look())
    assert isinstance(told, Ended)
    assert told.learned.said is not None
    told.turning.stop()


def test_who_has_answered_or_declined_is_not_asked_again(house):
    scene = ways.ending(house)(Look())
    told = press(scene, "diagnosis.skip").scene(Look())
    house.session.rest()
    assert told.learned.said is None
    told.turning.stop()
    again = ways.ending(house)(Look())
    assert isinstance(again, Ended)
    again.turning.stop()


def test_the_mark_comes_with_the_replays_and_is_written_down(house):
    found = answer(explain(Recording.of(house.session.game), processes=1, most=4))
    right = next(link for link in Link if link is found.weakest)
    scene = ways.ending(house)(Look())
    press(scene, f"diagnosis.link.{right.value}")
    press(scene, "diagnosis.choice.0")
    told = press(scene, "diagnosis.submit").scene(Look())
    told.turning.stop()
    house.session.rest()
    learned = ways.ending(house)(Look()).learned
    assert learned.hear(found)
    assert learned.mark.earns_star
    assert learned.has_star
    house.session.rest()
    assert is_diagnosed(tuple(house.session.game.notes))
    assert not learned.hear(found)


def test_luck_is_tried_only_when_asked_for_and_can_be_stopped(house):
    house.session.game.note(diagnosis.KIND, diagnosis.SKIPPED)
    scene = ways.ending(house)(Look())
    scene.turning.stop()
    assert scene.learned.fortune is None
    press(scene, SEEK)
    assert "end.luck.waiting" in {widget.id for widget in scene.widgets()}
    press(scene, STOP)
    assert SEEK in {widget.id for widget in scene.widgets()}
    scene.learned.fortune = answer(fortune(Recording.of(house.session.game), 3, processes=1))
    scene.rebuild()
    assert "end.luck.strip" in {widget.id for widget in scene.widgets()}
