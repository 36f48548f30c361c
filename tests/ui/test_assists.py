"""Difficulty and assists on the screen: chosen, remembered, shown, switched, recorded."""

import shutil

import pygame
import pytest

from game.play import journal
from game.play.assists import Chosen
from game.play.playthrough import Playthrough
from game.ui.background import Task
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scene import Back, Go
from game.ui.scenes import behind, ways
from game.ui.scenes.assisting import Switching
from game.ui.scenes.desk_clock import SECONDS_A_WEEK, UNHURRIED, Clock
from game.ui.scenes.hints import Hints
from game.ui.scenes.levels import Levels
from game.ui.scenes.opening import Opening
from game.ui.scenes.taking_back import TakingBack
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from game.world.level import Text
from tests.ui import games_for_tests as games
from tests.ui.scene_samples import library, saved_games


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path, "en")
    house.loading = Task(library).start()
    house.loading.result(60)
    return house


def opening_of(house, level=None):
    page = Opening(house, Look(calm=True), level or library().level("first-customer"), 7)
    return settled(page)


def settled(page):
    page.varying.result(60)
    page.update(0.016)
    return page


def choose(page, difficulty=None, **assists):
    """Choose on the opening's sheet."""
    page.act(Act("opening.ease", Deed.PRESS))
    if difficulty:
        page._hearings[-1](Act("assists.difficulty", Deed.CHANGE, difficulty))
    for assist, on in assists.items():
        page._hearings[-1](Act(f"assists.of.{assist.replace('_', '-')}", Deed.CHANGE, on))
    told = page.sheet.find("assists.changes").label
    page._hearings[-1](Act("assists.done", Deed.PRESS))
    settled(page)
    return told


def begun(house, page):
    """Begin the level of an opening, and return the session."""
    title = page.act(Act("opening.start", Deed.PRESS)).scene(Look())
    loading = title.update(0.016).scene(Look())
    loading.task.result(60)
    return house.session


def test_a_difficulty_shows_what_it_changes_at_once_and_the_game_begins_so(house):
    page = opening_of(house)
    before = page.view.root.find("opening.head").note
    assert "×0.97" in choose(page, "hard", take_back=True)
    assert page.view.root.find("opening.head").note != before  # less in the bank
    assert "Hard" in page.view.root.find("opening.ease").words.note
    session = begun(house, page)
    assert session.game.header.difficulty == "hard"
    assert session.game.level.start.cash_won == 194_000_000
    assert session.assists == ("hints", "undo", "take-back", "advisor")
    path = session.game.path
    house.leave()
    assert journal.read(path).header.changes[0] == "player.cash x0.97"
    assert House(house.data).chosen == Chosen("hard", ("hints", "undo", "take-back", "advisor"))


def test_starting_over_is_the_same_game_in_the_same_way(house):
    page = opening_of(house)
    choose(page, "gentle")
    session = begun(house, page)
    again = ways.begin_again(house, session).scene(Look()).update(0.016).scene(Look())
    again.task.result(60)
    assert house.session is not session
    assert (house.session.game.header.difficulty, house.session.game.given) == ("gentle", session.game.given)
    house.leave()


def test_a_level_in_no_folder_is_played_as_it_is_written(house):
    house.ease = Chosen("hard", ("undo", "slow-market"))
    import dataclasses

    stray = dataclasses.replace(games.level(), id="stray", title=Text("밖", "Stray"), hash="0" * 32)
    page = opening_of(house, stray)
    assert page.chosen == Chosen("normal", ("undo",))
    session = begun(house, page)
    assert session.game.header.difficulty == "normal"
    assert session.game.header.assists == ("undo",)
    house.leave()


def desk_of(house, assists, weeks=1):
    game = Playthrough.new(games.level(), 3, house.data / "saves" / "x.dljournal", assists=assists)
    for _ in range(weeks):
        game.play(games.order(game))
    house.session = Session(game)
    return ways.desk(house)(Look())


def visible(desk):
    decisions = desk.room.decisions
    return [w.id for w in (decisions.hint, decisions.undo, decisions.back, decisions.advice) if w.visible]


def test_the_desk_offers_what_is_on_and_nothing_else(house):
    house.saves.folder.mkdir()
    desk = desk_of(house, ("undo",))
    assert visible(desk) == ["undo"]
    assert behind.hints(house, desk) is behind.back(house, desk) is behind.advice(house, desk) is None
    sheet = Switching(house, Look(), desk)
    for assist in ("hints", "take-back", "slow-clock", "slow-market"):
        sheet.act(Act(f"assists.of.{assist}", Deed.CHANGE, True))
    assert isinstance(sheet.act(Act("assists.done", Deed.PRESS)), Back)
    behind.refresh(house, desk)
    house.session.rest()
    assert visible(desk) == ["hint", "undo", "back"]
    assert desk.clock.ease == UNHURRIED
    assert "month" in desk.pauses
    house.leave()
    record = journal.read(house.data / "saves" / "x.dljournal")
    assert record.notes[-1].kind == "assist"


def test_hints_are_read_one_by_one_and_taken_down(house):
    house.saves.folder.mkdir()
    desk = desk_of(house, ("hints",))
    page = behind.hints(house, desk).scene(Look())
    assert isinstance(page, Hints)
    page.handle(Key(pygame.K_RETURN))
    page.handle(Key(pygame.K_RETURN))
    assert page.view.root.find("hints.1").label == desk.session.level.hints[1].en
    house.session.rest()
    again = Hints(house, Look(), desk)
    assert again.read == 2
    for _ in desk.session.level.hints[2:]:
        again.handle(Key(pygame.K_RETURN))
    assert isinstance(again.handle(Key(pygame.K_RETURN)), Back)  # no more of them: Enter leaves
    house.leave()


def test_a_week_is_taken_back_after_a_question_and_the_old_game_stays(house):
    house.saves.folder.mkdir()
    desk = desk_of(house, ("take-back",), weeks=2)
    desk.handle(Key(pygame.K_b))
    page = desk.update(0.016).scene(Look())
    assert isinstance(page, TakingBack)
    assert isinstance(page.handle(Key(pygame.K_ESCAPE)), Back)
    command = page.handle(Key(pygame.K_RETURN))
    assert isinstance(command, Go)
    command.scene(Look()).update(0.016).scene(Look()).task.result(60)
    assert house.session.game.week == 1
    assert len(house.saves.all()) == 2
    house.leave()


def test_an_unhurried_clock_takes_its_time(house):
    clock = Clock()
    clock.ease = UNHURRIED
    clock.run(1)
    assert clock.is_due(0.0)
    assert not clock.is_due(SECONDS_A_WEEK[1] * (UNHURRIED - 0.1))
    assert clock.is_due(SECONDS_A_WEEK[1] * 0.2)


def test_the_levels_say_on_which_difficulty_they_were_won(tmp_path):
    shutil.copytree(saved_games(), tmp_path / "data")
    house = House(tmp_path / "data", "en")
    house.loading = Task(library).start()
    house.loading.result(60)
    page = Levels(house, Look(), "first-customer")
    assert page.view.root.find("levels.best.normal").label == "Best · Normal"
    shown = {widget.id for widget in page.view.root.walk()}
    assert "levels.best.hard" not in shown
