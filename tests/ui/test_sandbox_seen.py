"""What is read and seen of a market of one's own before it is played: the file, its path, and a picture of its people."""

from pathlib import Path

import pygame
import pytest

from game.content import levels
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.scenes.sandbox_preview import rivals
from game.ui.widgets import Act, Deed
from tests.ui.sandboxes import done, house_in, opened, turn


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_in(tmp_path)


def test_the_file_that_is_read_on_the_screen_is_the_file_that_is_written(house: House) -> None:
    scene = opened(house)
    scene.act(Act("sandbox.paper", Deed.CHANGE, "file"))
    turn(scene, weeks=78.0, size=5.0)
    shown = scene.view.root.find("sandbox.text").value
    assert "clock: {weeks: 78}" in shown
    done(scene, "sandbox.export")
    assert scene.path.read_text("utf-8") == shown
    scene.act(Act("sandbox.paper", Deed.CHANGE, "told"))
    assert "sandbox.text" not in {widget.id for widget in scene.widgets()}


def test_the_file_is_read_to_its_end_by_keys(house: House) -> None:
    scene = opened(house)
    scene.act(Act("sandbox.paper", Deed.CHANGE, "file"))
    scene.view.focus_on("sandbox.news")
    scene.handle(Key(pygame.K_END))
    assert scene.news.offset == scene.news.overflow > 0


def test_the_path_of_a_written_file_can_be_copied(house: House) -> None:
    pygame.display.set_mode((64, 64))
    scene = opened(house)
    assert not scene.copy.visible
    done(scene, "sandbox.export")
    assert scene.copy.visible
    scene.act(Act("sandbox.copy", Deed.PRESS))
    assert pygame.scrap.get_text() == str(scene.path)
    assert scene.report.label == house.words.say("sandbox.copied")
    scene.name.text = "Elsewhere"
    scene.update(0.0)
    assert not scene.copy.visible


def test_without_a_clipboard_the_screen_says_so(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise pygame.error("no clipboard")

    scene = opened(house)
    done(scene, "sandbox.export")
    monkeypatch.setattr(pygame.scrap, "put_text", refuse)
    scene.act(Act("sandbox.copy", Deed.PRESS))
    assert scene.report.label == house.words.say("sandbox.not-copied")


def test_the_picture_shows_the_people_and_rivals_there_would_be(house: House) -> None:
    scene = opened(house)
    people = scene.view.root.find("sandbox.people")
    before = people.value
    turn(scene, **{"rival.incumbent": 2.0, "rival.niche": 0.0})
    assert people.value != before
    assert house.words.say("sandbox.rival.incumbent.2") in people.value
    done(scene, "sandbox.export")
    level = levels.load(scene.path, scene.exporter.shelf)
    assert len(people.gathering.firms) == 1 + len(level.rivals)  # type: ignore[attr-defined]
    shares = {rival.name.en: rival.share for rival in level.rivals}
    shown = {rival.name.en: rival.share for rival in rivals(house.words, scene.wanted, scene.parent)}
    assert shown == {name: shares[name] for name in shown}


def test_the_picture_goes_where_there_is_no_room_for_it(house: House) -> None:
    scene = opened(house)
    assert scene.preview.visible
    scene.act(Act("sandbox.paper", Deed.CHANGE, "file"))
    assert not scene.preview.visible
    scene.act(Act("sandbox.paper", Deed.CHANGE, "told"))
    assert scene.preview.visible
