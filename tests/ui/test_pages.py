"""The scenes around the desk do what their keys and buttons say, and remember what they should."""

from dataclasses import replace

import pygame
import pytest

from game.play import preferences
from game.play.preferences import Preferences
from game.ui.house import House
from game.ui.inputs import Key, Typed
from game.ui.look import Look
from game.ui.scene import Back, Fullscreen, Go, Quit, Restyle
from game.ui.scenes.levels import Levels
from game.ui.scenes.opening import Opening, people
from game.ui.scenes.settings import Settings
from game.ui.scenes.stops import State, turn_of
from game.ui.scenes.title import Title
from tests.ui import games_for_tests as games
from tests.ui.houses import ESCAPE, RETURN, change, click, furnished, house, lived_in
from tests.ui.scene_samples import counted

__all__ = ["house", "lived_in"]  # fixtures


# ---- the title


def test_the_title_of_a_newcomer_offers_no_game_to_go_on_with(house):
    ids = {widget.id for widget in Title(house, Look()).widgets()}
    assert {"title.continue", "title.levels", "title.settings", "title.quit"} <= ids
    assert not ids & {"title.new", "title.saves"}


def test_the_title_names_the_level_and_the_week_that_enter_goes_on_with(lived_in):
    page = counted(Title(lived_in, Look()))
    place = lived_in.library.entry("the-loop").number
    assert f"{place} · The deep-lemma · Week 23 of 78" in page.view.root.find("title.continue").value
    assert isinstance(page.handle(RETURN), Go)


def test_quitting_is_asked_of_the_window(house):
    assert click(Title(house, Look()), "title.quit") == Quit()


def test_the_title_speaks_the_other_language_at_once_and_the_next_time(house, tmp_path):
    page = Title(house, Look())
    command = change(page, "title.language", "ko")
    assert isinstance(command, Restyle)
    page.lay(Look())
    assert page.view.root.find("title.quit").label == "끝내기"
    assert House(tmp_path, "en").language == "ko"


def test_somebody_on_the_way_elsewhere_does_not_stay_at_the_title(house):
    page = Title(house, Look(), lambda: Quit())
    assert page.update(0.016) == Quit()
    assert page.update(0.016) is None


# ---- the settings


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("settings.theme", "light", {"theme": "light"}),
        ("settings.text", "150", {"text_size": 150}),
        ("settings.interface", "85", {"interface": 85}),
        ("settings.calm", True, {"calm": True}),
        ("settings.language", "ko", {"language": "ko"}),
        ("settings.pause.offer", False, {"pauses": ("event", "warning", "month")}),
    ],
)
def test_a_setting_shows_at_once_and_is_remembered(house, tmp_path, name, value, expected):
    command = change(Settings(house, Look()), name, value)
    assert isinstance(command, Restyle)
    assert command.changes == house.looks()
    assert preferences.read(tmp_path / "settings.json") == replace(Preferences(), **expected)


def test_a_setting_is_changed_by_the_keyboard_alone(house):
    page = Settings(house, Look())
    page.handle(Key(pygame.K_TAB))
    assert page.view.top.focus.widget.id == "settings.theme"
    page.handle(Key(pygame.K_RIGHT))
    assert house.preferences.theme == "light"


def test_a_disk_that_refuses_is_told_of_and_the_setting_holds_for_now(house, tmp_path):
    (tmp_path / "settings.json").mkdir()  # nothing can be written over a folder
    page = Settings(house, Look())
    change(page, "settings.theme", "light")
    page.lay(Look())
    assert house.preferences.theme == "light"
    assert "could not be kept" in page.view.root.find("settings.trouble").label


def test_escape_and_the_arrow_lead_back_from_the_settings(house):
    assert Settings(house, Look()).handle(ESCAPE) == Back()
    assert click(Settings(house, Look()), "settings.head.back") == Back()
    assert click(Settings(house, Look()), "settings.fullscreen") == Fullscreen()


def test_a_language_asked_for_on_the_command_line_gives_way_to_a_choice(tmp_path):
    house = House(tmp_path, "ko", asked="en")
    assert house.language == "en"
    change(Settings(furnished(house), Look()), "settings.language", "ko")
    assert house.language == "ko"


# ---- the levels


def test_arrows_walk_from_level_to_level_and_the_card_follows(lived_in):
    page = Levels(lived_in, Look(), "first-customer")
    page.handle(Key(pygame.K_DOWN))
    page.update(0.016)
    assert page.chosen == "the-loop"
    assert page.view.root.find("levels.name").label == "The deep-lemma"


def test_a_click_chooses_a_level_and_a_second_one_opens_it(lived_in):
    page = Levels(lived_in, Look(), "first-customer")
    assert click(page, "levels.stop.the-loop") is None
    page.update(0.016)
    assert page.chosen == "the-loop"
    assert isinstance(click(page, "levels.stop.the-loop"), Go)


def test_the_words_beside_a_stop_can_be_pressed_too(lived_in):
    page = Levels(lived_in, Look(), "first-customer")
    click(page, "levels.stop.the-loop.words")
    assert page.chosen == "the-loop"


def test_a_locked_level_says_what_opens_it_and_does_not_open(house):
    page = Levels(house, Look(), "the-loop")
    assert page.view.root.find("levels.stop.the-loop").state is State.LOCKED
    assert "First customer" in page.view.root.find("levels.locked").label
    assert page.handle(RETURN) is None


def test_stops_never_lie_on_a_node_of_the_ring():
    for count in (1, 2, 12, 14, 20):
        turns = [turn_of(number, count) for number in range(1, count + 1)]
        assert len(set(turns)) == count
        assert all(min(turn % 120, 120 - turn % 120) >= 15 for turn in turns)
        assert turns == sorted(turns)


# ---- the opening


def test_a_story_is_told_bit_by_bit_and_a_press_tells_the_rest(house):
    page = Opening(house, Look(), games.level(), 7)
    page.update(0.1)
    assert not page.telling.is_done
    click(page, "opening.telling")
    assert page.telling.is_done


def test_a_story_ends_by_itself_within_a_minute(house):
    page = Opening(house, Look(), games.level(), 7)
    waited = 0.0
    while not page.telling.is_done:
        page.update(0.1)
        waited += 0.1
    assert 5 < waited < 60


def test_in_reduced_motion_the_story_stands_there_at_once(house):
    assert Opening(house, Look(calm=True), games.level(), 7).telling.is_done


def test_the_number_of_the_world_takes_digits_only(house):
    page = Opening(house, Look(), games.level(), 7)
    page.view.focus_on("opening.world")
    page.handle(Typed("4x2"))
    assert page.world.text == "742"


def test_a_story_told_in_one_language_is_not_told_again_in_the_other(house):
    page = Opening(house, Look(), games.level(), 7)
    page.telling.finish()
    house.prefer(Preferences(language="ko"))
    page.lay(Look())
    assert page.telling.is_done
    assert page.view.root.find("opening.start").label == "시작"


def test_the_market_shown_before_the_first_week_has_the_rivals_shares():
    service = people(games.level(), [0.12, 0.3])
    shares = [float((service == firm).mean()) for firm in (-1, 0, 1, 2)]
    assert shares == pytest.approx([0.58, 0.0, 0.12, 0.3], abs=0.002)
