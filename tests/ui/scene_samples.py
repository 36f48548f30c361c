"""Every scene and sheet besides the desk, as it looks in the middle of a game, by name. Used by tests and by the gallery."""

from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from time import sleep

from game.content.words import Words
from game.play.playthrough import Playthrough
from game.play.saves import Saves
from game.ui.background import Task
from game.ui.house import House
from game.ui.library import Library, read
from game.ui.look import Look
from game.ui.scenes.event import EventDialog
from game.ui.scenes.help import Help
from game.ui.scenes.loading import Loading
from game.ui.scenes.month import MonthSheet
from game.ui.scenes.offer import OfferDialog
from game.ui.scenes.settings import Settings
from game.ui.scenes.title import Title
from game.ui.view import View
from game.ui.widgets import Widget
from tests.ui import games_for_tests as games


class Empty(Widget):
    """Nothing but the window's ground, for sheets to lie on."""

    def paint(self, brush):
        brush.fill(self.box, brush.theme.bg0)


def over_nothing(look, sheet, focus=""):
    """A sheet over an empty window."""
    view = View(Empty("empty"), look)
    view.open(sheet, focus=focus)
    return view


def event(look: Look, lang: str) -> View:
    view = games.played().view()
    return over_nothing(look, EventDialog(Words(lang), view, games.LEAK, foresees=True))


def offer(look: Look, lang: str) -> View:
    game = games.played()
    return over_nothing(look, OfferDialog(Words(lang), game.view(), game.level, games.SHEET))


def month(look: Look, lang: str) -> View:
    game = games.played("the-loop", 28)
    orders = (game.level.start.decision, *game.decisions)
    sheet = MonthSheet(Words(lang), game.view().history, orders)
    return over_nothing(look, sheet, focus=MonthSheet.first)


def house_at(tmp: Path, lang: str) -> House:
    """A house with some saved games in a folder of its own."""
    house = House(data=tmp, usual=lang)
    house.loading = Task(library).start()
    house.loading.result(60)
    return house


@lru_cache
def library() -> Library:
    """The campaign, read once."""
    return read()


def title(look: Look, lang: str) -> Title:
    return Title(house_at(saved_games(), lang), look)


def fresh_title(look: Look, lang: str) -> Title:
    return Title(house_at(Path(mkdtemp()), lang), look)


def settings(look: Look, lang: str) -> Settings:
    return Settings(house_at(saved_games(), lang), look)


def keys(look: Look, lang: str) -> Help:
    return Help(house_at(saved_games(), lang), look, title(look, lang))


def loading(look: Look, lang: str) -> Loading:
    scene = Loading(house_at(saved_games(), lang), look, lambda: sleep(3600))
    scene.update(1.0)
    return scene


@lru_cache
def saved_games() -> Path:
    """A folder with a won game of the first level and one of the second that can go on."""
    folder = Path(mkdtemp())
    saves = Saves(folder)
    for name, weeks, seed in (("first-customer", 24, 1), ("the-loop", 23, 3)):
        level = games.level(name)
        game = Playthrough.new(level, seed, saves.free_path(name))
        for _ in range(weeks):
            if not game.is_over:
                game.play(games.order(game))
        game.close()
    return folder


SCENES = {
    "event": event, "offer": offer, "month": month, "title": title, "fresh-title": fresh_title, "settings": settings,
    "keys": keys, "loading": loading,
}  # fmt: skip
