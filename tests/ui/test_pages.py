"""The scenes around the desk do what their keys and buttons say, and remember what they should."""

import shutil
from dataclasses import replace

import pygame
import pytest

from game.play import preferences
from game.play.preferences import Preferences
from game.ui.background import Task
from game.ui.house import House
from game.ui.inputs import Key, Press, Release, Typed
from game.ui.look import Look
from game.ui.scene import Back, Fullscreen, Go, Quit, Restyle
from game.ui.scenes.ending import Ended, Told
from game.ui.scenes.failing import Failing
from game.ui.scenes.levels import Levels
from game.ui.scenes.loading import Loading
from game.ui.scenes.opening import Opening, people
from game.ui.scenes.saved import Saved
from game.ui.scenes.settings import Settings
from game.ui.scenes.stops import State, turn_of
from game.ui.scenes.title import Title
from game.ui.widgets import Act, Deed
from tests.ui import games_for_tests as games
from tests.ui.scene_samples import counted, library, saved_games

RETURN, ESCAPE = Key(pygame.K_RETURN), Key(pygame.K_ESCAPE)


@pytest.fixture
def house(tmp_path):
    """A house with nothing in it but the campaign."""
    return furnished(House(tmp_path, "en"))


@pytest.fixture
def lived_in(tmp_path):
    """A house whose first level was played to its end, and whose second goes on."""
    shutil.copytree(saved_games(), tmp_path / "data")
    return furnished(House(tmp_path / "data", "en"))


def furnished(house):
    house.loading = Task(library).start()
    house.loading.result(60)
    return house


def click(page, name):
    """Press and release in the middle of a widget; return what the page asks of the window."""
    box = page.view.top.root.find(name).box
    down = page.handle(Press(box.cx, box.cy))
    up = page.handle(Release(box.cx, box.cy))
    return up or down


def change(page, name, value):
    return page.act(Act(name, Deed.CHANGE, value))


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


# ---- the end


@pytest.fixture
def ended(house):
    game = games.played("the-loop", 78, 5)
    return Ended(house, Look(), Told(game.level, game.view(), game.seed))


def test_the_end_offers_to_go_back_and_enter_asks_to_when(ended):
    ended.handle(RETURN)
    assert ended.has_dialog
    ended.view.focus_on("end.week")
    ended.handle(Key(pygame.K_HOME))
    assert ended.weeks.number == 0
    assert isinstance(click(ended, "end.week.go"), Go)


def test_going_back_can_be_thought_better_of(ended):
    ended.handle(RETURN)
    ended.handle(ESCAPE)
    assert not ended.has_dialog


def test_a_won_level_leads_to_the_next(house):
    level = replace(games.won().level, id="first-customer")
    page = Ended(house, Look(), Told(level, games.won().view(), 1))
    assert page.first == "end.next"
    assert isinstance(page.handle(RETURN), Go)


def test_the_end_of_a_game_without_a_single_piece_of_news_is_still_an_end(house):
    view = games.played("the-loop", 78, 5).view()
    quiet = replace(view, history=tuple(replace(report, news=()) for report in view.history))
    page = Ended(house, Look(), Told(games.level(), quiet, 1))
    assert page.view.root.find("end.moments.none").label


# ---- saved games


def test_a_saved_game_is_asked_about_before_it_opens(lived_in):
    page = Saved(lived_in, Look())
    assert page.handle(RETURN) is None
    assert page.has_dialog
    assert isinstance(page.handle(RETURN), Go)


def test_a_saved_game_is_given_another_name(lived_in):
    page = Saved(lived_in, Look())
    page.handle(RETURN)
    page.view.focus_on("saved.name")
    page.handle(Key(pygame.K_a, ctrl=True))
    page.handle(Typed("우리 반"))
    page.handle(RETURN)
    assert "우리-반" in {save.name for save in lived_in.saves.all()}
    assert not page.has_dialog


def test_a_damaged_game_can_be_named_but_not_opened(lived_in):
    (lived_in.saves.folder / "torn.dljournal").write_bytes(b"\x00")
    page = Saved(lived_in, Look())
    row = next(i for i, save in enumerate(page.saves) if save.header is None)
    click(page, f"saved.{row}")
    assert "saved.open" not in {widget.id for widget in page.view.widgets()}


# ---- waiting and failing


def test_a_scene_that_waits_gives_way_to_what_it_waited_for(house):
    page = Loading(house, Look(), lambda: lambda look: Settings(house, look))
    page.task.result(10)
    command = page.update(0.016)
    assert isinstance(command, Go)
    assert command.replace
    assert isinstance(command.scene(Look()), Settings)


def test_a_game_that_cannot_be_opened_says_why_and_leads_back(house, tmp_path):
    from game.play.playthrough import Playthrough

    page = Loading(house, Look(), lambda: Playthrough.open(tmp_path / "none.dljournal", games.level_of))
    with pytest.raises(Exception, match="missing"):
        page.task.result(10)
    page.update(0.016)
    assert "there is no file" in page.view.top.root.find("trouble.text").label
    assert page.handle(RETURN) == Back()


def test_a_fault_names_its_report_and_the_save_and_the_game_can_go_on(lived_in):
    from game.play.playthrough import Playthrough
    from game.ui.session import Session

    path = lived_in.saves.latest().path
    lived_in.enter(Session(Playthrough.open(path, games.level_of)))
    page = Failing(lived_in, Look(), ValueError("what cannot be"))
    told = {widget.id: widget.value or widget.label for widget in page.widgets()}
    assert str(path) in told["error.save"]
    assert "what cannot be" in page.report.read_text("utf-8")
    assert lived_in.session is None
    assert isinstance(page.handle(RETURN), Go)
    Playthrough.open(path, games.level_of).close()  # nobody holds the file any more


def test_a_fault_outside_a_game_leads_to_the_title(house):
    page = Failing(house, Look(), RuntimeError("no game was open"))
    assert page.view.top.focus.widget.id == "error.title"
    assert click(page, "error.quit") == Quit()
