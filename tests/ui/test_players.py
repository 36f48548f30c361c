"""Who plays: added, switched, renamed and moved aside on the screen, by keys alone, with nothing lost."""

import shutil
from dataclasses import replace

import pygame
import pytest

from game.play import preferences
from game.play.preferences import Preferences
from game.play.profiles import Profiles
from game.ui.house import House
from game.ui.inputs import Composing, Key, Typed
from game.ui.look import Look
from game.ui.scene import Go, Restyle
from game.ui.scenes.players import Players
from game.ui.scenes.title import Title
from game.ui.tokens import LIGHT
from game.ui.widgets import Act, Deed
from tests.ui.houses import ESCAPE, RETURN, furnished
from tests.ui.scene_samples import counted, saved_games

TAB, DOWN = Key(pygame.K_TAB), Key(pygame.K_DOWN)


@pytest.fixture
def house(tmp_path):
    """A house whose first player has two saved games."""
    shutil.copytree(saved_games(), tmp_path / "data")
    return furnished(House(tmp_path / "data", "ko"))


def page_of(house):
    page = Players(house, Look())
    page.counting.result(10)
    page.update(0.016)
    return page


def focus_by_keys(page, name):
    """Walk with Tab until a widget has the focus."""
    for _ in range(40):
        if page.view.top.focus.widget is not None and page.view.top.focus.widget.id == name:
            return
        page.handle(TAB)
    raise AssertionError(f"{name} cannot be reached")


def press(page, name):
    focus_by_keys(page, name)
    return page.handle(RETURN)


def write(page, text):
    focus_by_keys(page, "players.name")
    page.handle(Key(pygame.K_a, ctrl=True))
    page.handle(Key(pygame.K_BACKSPACE))
    return page.handle(Typed(text))


def arrive(command):
    """Follow a command to the title it leads to, and what that asks for at once."""
    assert isinstance(command, Go)
    title = command.scene(Look())
    assert isinstance(title, Title)
    return title, title.update(0.016)


def add(house, name):
    """Add a player by keys, and return the title that follows."""
    page = page_of(house)
    press(page, "players.add")
    write(page, name)
    return arrive(page.handle(RETURN))


def fault(page):
    shown = next((w for w in page.view.top.root.walk() if w.id == "players.fault"), None)
    return shown.label if shown is not None and shown.visible else ""


def test_a_newcomer_types_a_korean_name_and_plays_at_once_with_an_empty_shelf(house):
    title, asked = add(house, "한가람")
    assert isinstance(asked, Restyle)
    assert house.player.name == "한가람"
    assert title.latest is None
    assert "한가람" in title.view.root.find("title.player").label
    assert House(house.data).player.name == "한가람"  # the next time too


def test_a_name_half_composed_is_shown_and_not_taken(house):
    page = page_of(house)
    press(page, "players.add")
    page.handle(Composing("하"))
    page.handle(RETURN)  # the input method has this key
    assert page.has_dialog
    page.handle(Typed("한"))
    assert page.field.text == "한"
    assert len(Profiles(house.data).all()) == 1


def test_everybody_finds_their_own_games_stars_and_settings_again(house):
    house.prefer(Preferences(language="ko", theme="dark"))
    add(house, "나래")
    house.prefer(replace(house.preferences, theme="light", text_size=130))
    first, _ = arrive(press_play(house, "players.row.first"))
    assert counted(first).latest is not None
    assert house.preferences.text_size == 100
    _, asked = arrive(press_play(house, "players.row.p1"))
    assert (asked.changes["theme"], asked.changes["text_size"]) == (LIGHT, 1.3)
    assert preferences.read(Profiles(house.data).first.settings_path).theme == "dark"


def press_play(house, row):
    page = page_of(house)
    press(page, row)
    return press(page, "players.play")


def test_a_newcomer_is_spoken_to_in_the_language_that_was_spoken(house):
    house.prefer(Preferences(language="en"))
    add(house, "Jules")
    assert house.preferences.language == "en"


@pytest.mark.parametrize("name", ["a/b", "..", "CON", "", "나래", "나" * 24 + "라"])
def test_a_name_that_will_not_do_is_told_and_can_be_mended(house, name):
    Profiles(house.data).add("나래")
    page = page_of(house)
    press(page, "players.add")
    write(page, name)
    command = page.handle(RETURN)
    if len(name) > 24:  # the field takes no more than fits
        assert isinstance(command, Go)
        return
    assert fault(page)
    assert page.field.text == name
    assert len(Profiles(house.data).all()) == 2


def test_renaming_shows_at_once_and_moves_no_file(house):
    add(house, "나래")
    page = page_of(house)
    press(page, "players.row.p1")
    write(page, "누리")
    page.handle(RETURN)
    assert page.view.root.find("players.row.p1").label == "누리"
    assert house.player.name == "누리"
    assert house.player.data == house.data / "profiles" / "p1"


def test_removing_asks_first_and_moves_aside_and_the_first_player_goes_on(house):
    add(house, "나래")
    saves = house.saves.folder
    saves.mkdir(parents=True)
    (saves / "x.dljournal").write_bytes(b"{}\n")
    page = page_of(house)
    press(page, "players.row.p1")
    press(page, "players.remove")
    assert page.view.top.focus.widget.id == "players.remove.no"  # Enter alone removes nobody
    page.handle(RETURN)
    assert saves.exists()
    page.act(Act("players.row.p1", Deed.PRESS))
    press(page, "players.remove")
    title, _ = arrive(press(page, "players.remove.yes"))
    assert house.player.is_first
    assert title.latest is not None
    assert (house.data / "profiles" / "removed" / "p1" / "saves" / "x.dljournal").exists()


def test_who_was_moved_aside_comes_back_from_the_list(house):
    there = Profiles(house.data)
    there.remove(there.add("나래"))
    page = page_of(house)
    press(page, "players.back.p1")
    assert page.view.root.find("players.row.p1").label == "나래"
    assert "나래" in page.news.label


def test_the_first_player_can_be_renamed_but_not_removed(house):
    page = page_of(house)
    press(page, "players.row.first")
    assert "players.remove" not in {widget.id for widget in page.view.top.root.walk()}
    write(page, "엄마")
    page.handle(RETURN)
    assert Profiles(house.data).first.name == "엄마"
    assert house.saves.folder == house.data / "saves"


def test_a_disk_that_refuses_is_told_and_nothing_changes(house, monkeypatch):
    there = Profiles(house.data)
    there.add("나래")
    page = page_of(house)

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Profiles, "add", refuse)
    press(page, "players.add")
    write(page, "누리")
    page.handle(RETURN)
    assert "No space left" in fault(page)
    page.handle(ESCAPE)
    monkeypatch.setattr(Profiles, "remove", refuse)
    page.act(Act("players.row.p1", Deed.PRESS))
    press(page, "players.remove")
    press(page, "players.remove.yes")
    assert "No space left" in page.news.label
    assert [p.name for p in there.all()] == ["", "나래"]


def test_stars_and_games_of_everybody_are_counted_beside_the_frames(house):
    page = page_of(house)
    assert "2" in page.view.root.find("players.row.first").words.note
