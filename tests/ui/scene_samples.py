"""Every scene and sheet besides the desk, as it looks in the middle of a game, by name. Used by tests and by the gallery."""

from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from time import sleep

import pygame
from pygame import Surface

from agents.messages import Terms
from game.content.complaints import Complaint
from game.content.places import top
from game.content.words import Words
from game.play import journal
from game.play.playthrough import Playthrough
from game.play.records import Header
from game.study.recording import Recording
from game.ui.background import Task
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.library import Library, read
from game.ui.look import Look
from game.ui.scenes.codex import CodexScene
from game.ui.scenes.desk import Desk
from game.ui.scenes.ending import Ended, Told
from game.ui.scenes.event import EventDialog
from game.ui.scenes.failing import Failing
from game.ui.scenes.film import Film
from game.ui.scenes.help import Help
from game.ui.scenes.levels import Levels
from game.ui.scenes.loading import Loading
from game.ui.scenes.menu import Menu
from game.ui.scenes.month import MonthSheet
from game.ui.scenes.offer import OfferDialog
from game.ui.scenes.opening import Opening
from game.ui.scenes.saved import Saved
from game.ui.scenes.settings import Settings
from game.ui.scenes.title import Title
from game.ui.session import Session
from game.ui.view import View
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Text
from tests.ui import asking_samples as asking
from tests.ui import games_for_tests as games
from tests.ui import sandbox_samples as market
from tests.ui import workshop_samples as bench
from tests.ui.saved_samples import played, saved_games


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


def terms(look: Look, lang: str) -> View:
    """An offer with every condition there is."""
    game = games.played()
    asked = Terms(240_000_000, 8_000, 56, ("sell_data", "crawl_items", "opens_early"), 600_000_000)
    sheet = replace(games.SHEET, terms=asked)
    return over_nothing(look, OfferDialog(Words(lang), game.view(), game.level, sheet))


def bid(look: Look, lang: str) -> View:
    game = games.played()
    whole = replace(games.SHEET, investor="incumbent", share=1.0, amount_won=4_200_000_000)
    dialog = OfferDialog(Words(lang), game.view(), game.level, whole)
    return over_nothing(look, dialog, focus=dialog.cards[0].id)


def month(look: Look, lang: str) -> View:
    game = games.played("the-loop", 28)
    sheet = MonthSheet(Words(lang), game.view().history, game.decisions)
    return over_nothing(look, sheet, focus=MonthSheet.first)


def house_at(tmp: Path, lang: str) -> House:
    """A house with some saved games in a folder of its own."""
    house = House(data=tmp, usual=lang)
    house.loading = Task(library).start()
    house.loading.result(60)
    return house


@lru_cache
def library() -> Library:
    return read()


def title(look: Look, lang: str) -> Title:
    return counted(Title(house_at(saved_games(), lang), look))


def fresh_title(look: Look, lang: str) -> Title:
    return counted(Title(house_at(Path(mkdtemp()), lang), look))


def counted(scene: Title) -> Title:
    """A title that has read the saved games."""
    scene.update(0.0)
    scene.counting.result(60)
    scene.update(0.0)
    return scene


def settings(look: Look, lang: str) -> Settings:
    return Settings(house_at(saved_games(), lang), look)


def catching(look: Look, lang: str) -> Settings:
    """The settings while they wait for a key, one refused already."""
    scene = settings(look, lang)
    scene.act(Act("settings.key.views", Deed.PRESS))
    scene.handle(Key(pygame.K_z, ctrl=True))
    return scene


def keys(look: Look, lang: str) -> Help:
    return Help(house_at(saved_games(), lang), look, title(look, lang))


def codex(look: Look, lang: str) -> CodexScene:
    return CodexScene(house_at(saved_games(), lang), look, "watson-oncology")


def codex_search(look: Look, lang: str) -> CodexScene:
    """The codex after following a link, with a word searched for."""
    scene = CodexScene(house_at(saved_games(), lang), look, "worry-app")
    scene.act(Act("codex.to.trust", Deed.PRESS))
    scene.field.text = "2018"
    return scene


def levels(look: Look, lang: str) -> Levels:
    return Levels(house_at(saved_games(), lang), look)


def many_levels(look: Look, lang: str) -> Levels:
    """A campaign of twelve, with every state a level can be in."""
    house = house_at(saved_games(), lang)
    first, second = library().entries[:2]
    entries = [replace(first, number=n, id=f"{first.id}-{n}", title=NAMES[n - 1]) for n in range(3, 13)]
    entries[2] = replace(
        entries[2], level=None, complaints=(Complaint("L302", top("levels/05.yaml"), {"key": "clock"}),)
    )
    house.loading = Task(lambda: Library((first, second, *entries))).start()
    house.loading.result(10)
    return Levels(house, look, entries[-1].id)


NAMES = tuple(
    Text(ko, en)
    for ko, en in (
        ("첫 고객", "First customer"), ("딥레마", "The deep-lemma"), ("배보다 배꼽", "Bigger belly button"),
        ("한 번만 더", "One more question"), ("별 한 개", "One star"), ("바우처 시즌", "Voucher season"),
        ("꼭 딥러닝이어야 하나", "Must it be deep?"), ("긴 실험", "The long experiment"), ("200밀리초", "200 ms"),
        ("ㅠㅠ 와 :(", "Two faces"), ("룩북 2015", "Lookbook"), ("누가 사나", "Who buys?"),
    )
)  # fmt: skip


def opening(look: Look, lang: str) -> Opening:
    scene = Opening(house_at(saved_games(), lang), look, games.level(), 7)
    for _ in range(400):
        scene.update(0.1)
    return scene


def lost(look: Look, lang: str) -> Ended:
    game = games.played("the-loop", 78, 5)
    return Ended(house_at(saved_games(), lang), look, Told(game.level, game.view(), game.seed))


def won(look: Look, lang: str) -> Ended:
    game = games.won()
    return Ended(house_at(saved_games(), lang), look, Told(game.level, game.view(), game.seed))


def rewind(look: Look, lang: str) -> Ended:
    scene = lost(look, lang)
    scene.draw(Surface(look.size_px))
    scene.act(Act(scene.first, Deed.PRESS))
    return scene


def saved(look: Look, lang: str) -> Saved:
    house = house_at(saved_games(), lang)
    (house.saves.folder / "old.dljournal").write_bytes(b"{}\n")
    return Saved(house, look)


def film(look: Look, lang: str) -> Film:
    """A film some weeks on."""
    house = house_at(saved_games(), lang)
    path = next(save.path for save in house.saves.all() if save.header and save.header.level == "the-loop")
    scene = Film(house, look, *recorded_of(path))
    scene.reel.want(6)
    return arrived(scene)


def recorded_of(path: Path) -> tuple[Recording, Header]:
    return _recorded(
        next(played().rglob(path.name))
    )  # every folder has the same games: one reading serves all


@lru_cache
def _recorded(path: Path) -> tuple[Recording, Header]:
    return Recording.read(path, games.level_of), journal.read(path).header


def arrived(scene: Film) -> Film:
    """A film whose week has come."""
    for _ in range(2000):
        scene.update(0.0)
        if not scene.reel.is_waiting:
            return scene
        sleep(0.005)
    raise AssertionError("the week never came")


def failing(look: Look, lang: str) -> Failing:
    house = house_at(saved_games(), lang)
    house.session = Session(Playthrough.open(house.saves.latest().path, games.level_of))
    return Failing(house, look, ValueError("a share of 1.2 is more than all of it"))


def menu(look: Look, lang: str) -> Menu:
    house = house_at(saved_games(), lang)
    desk = Desk(Session(games.played()), house.words, look)
    return Menu(house, look, desk)


def loading(look: Look, lang: str) -> Loading:
    scene = Loading(house_at(saved_games(), lang), look, lambda: sleep(3600))
    scene.update(1.0)
    return scene


def about(make):  # a scene of `asking_samples`, in a house
    return lambda look, lang: make(house_at(saved_games(), lang), look)


def elsewhere(module, name):  # a sample of another module, which in turn needs what is above
    return lambda look, lang: getattr(import_module(f"tests.ui.{module}"), name)(look, lang)


SCENES = {
    "event": event, "offer": offer, "terms": terms, "bid": bid,
    "month": month, "title": title, "fresh-title": fresh_title, "settings": settings,
    "catching": catching, "keys": keys, "codex": codex, "codex-search": codex_search, "loading": loading,
    **bench.SCENES,
    "levels": levels, "many-levels": many_levels, "opening": opening, **market.SCENES,
    "lost": lost, "won": won, "rewind": rewind, "saved": saved, "failing": failing, "game-menu": menu,
    "why": about(asking.left), "why-seeking": about(asking.seeking), "why-rival": about(asking.rival),
    "why-nobody": about(asking.nobody), "lost-seeking": about(asking.lost_seeking),
    "lost-explained": about(asking.lost_explained), "lost-listed": about(asking.lost_listed),
    "what-if": about(asking.compared), "what-if-choosing": about(asking.changing),
    "what-if-several": about(asking.several), "what-if-met": about(asking.met),
    "film": film,
}  # fmt: skip

ELSEWHERE = {
    "learning_samples": ("week-views", "advising", "trying", "sketching", "diagnosing", "learned"),
    "player_samples": ("players", "player-asked", "player-new", "player-leaving"),
    "assist_samples": ("easing", "switching", "hints", "hints-none", "taking-back"),
}
SCENES |= {
    name: elsewhere(module, name.replace("-", "_")) for module, names in ELSEWHERE.items() for name in names
}
