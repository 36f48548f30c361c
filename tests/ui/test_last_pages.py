"""The scenes after a game: its end, the saved games, waiting, and failing."""

from dataclasses import replace

import pygame
import pytest

from game.ui.inputs import Key, Typed
from game.ui.look import Look
from game.ui.scene import Back, Go, Quit
from game.ui.scenes.ending import Ended, Told
from game.ui.scenes.failing import Failing
from game.ui.scenes.loading import Loading
from game.ui.scenes.saved import Saved
from game.ui.scenes.settings import Settings
from tests.ui import games_for_tests as games
from tests.ui.houses import ESCAPE, RETURN, click, house, lived_in

__all__ = ["house", "lived_in"]  # fixtures


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
