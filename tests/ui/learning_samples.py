"""Scenes that ask the studies: the week seen three ways, the advisor, the drawing, the diagnosis, and what the end adds."""

from game.study.choices import orders_of
from game.study.diagnosis import quiz_of
from game.ui.look import Look
from game.ui.scenes.advising import Advising
from game.ui.scenes.desk import Desk
from game.ui.scenes.diagnosing import Diagnosing
from game.ui.scenes.ending import Ended
from game.ui.scenes.sketching import Sketching
from game.ui.scenes.week_views import WeekViews
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from tests.ui import games_for_tests as games
from tests.ui import scene_samples as scenes


def week_views(look: Look, lang: str) -> WeekViews:
    house = scenes.house_at(scenes.saved_games(), lang)
    house.session = Session(games.played("the-loop", 28))
    scene = WeekViews(house, look, Desk(house.session, house.words, look))
    return answered(scene)


def answered(scene):
    """A scene whose question has been answered."""
    scene.asked.answer(60)
    scene.update(0.0)
    return scene


def advising(look: Look, lang: str) -> Advising:
    """The advisor with an idea that leads, one that does not, and one about the past."""
    house = scenes.house_at(scenes.saved_games(), lang)
    house.session = Session(games.played("the-loop", 28))
    scene = Advising(house, look, Desk(house.session, house.words, look))
    scene.asked.drop()
    scene.found = games.advice()
    scene.rebuild()
    return scene


def trying(look: Look, lang: str) -> Advising:
    """The advisor at work."""
    house = scenes.house_at(scenes.saved_games(), lang)
    house.session = Session(games.played("the-loop", 28))
    scene = Advising(house, look, Desk(house.session, house.words, look))
    scene.asked.drop()
    return scene


def sketching(look: Look, lang: str) -> Sketching:
    """The weeks to come, half drawn."""
    house = scenes.house_at(scenes.saved_games(), lang)
    house.session = Session(games.played("the-loop", 28))
    desk = Desk(house.session, house.words, look)
    scene = Sketching(house, look, desk, games.SKETCH, house.session.scenery.view, lambda _: None)
    for week, users in ((2, 4_400.0), (6, 5_200.0), (9, 5_900.0)):
        scene.pad.draw_at(week, users)
    return scene


def diagnosing(look: Look, lang: str) -> Diagnosing:
    """The questions before the end, one answered."""
    game = games.played("the-loop", 78, 5)
    quiz = quiz_of(game.level, orders_of(game.level.start.decision, game.decisions))
    scene = Diagnosing(
        scenes.house_at(scenes.saved_games(), lang),
        look,
        game.level,
        quiz,
        lambda _: None,
        lambda look: scenes.lost(look, lang),
    )
    scene.act(Act("diagnosis.link.data", Deed.PRESS))
    return scene


def learned(look: Look, lang: str) -> Ended:
    """The end of a game with a diagnosis, its luck, and a drawing."""
    scene = scenes.lost(look, lang)
    scene.learned = games.learned(scene.told.level)
    scene.rebuild()
    scene.view.root.scroll.offset = 420.0
    scene.view.lay(look)
    return scene
