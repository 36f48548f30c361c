"""Difficulty and assists: chosen before a game, switched in it, hints read, a week about to be taken back."""

from game.play.assists import ASSISTS, Chosen
from game.play.playthrough import Playthrough
from game.ui.look import Look
from game.ui.scenes.assisting import Switching
from game.ui.scenes.desk import Desk
from game.ui.scenes.hints import Hints
from game.ui.scenes.opening import Opening
from game.ui.scenes.taking_back import TakingBack
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from tests.ui import games_for_tests as games
from tests.ui.scene_samples import house_at, library, saved_games


def easing(look: Look, lang: str) -> Opening:
    """The sheet over an opening, with all that can be on."""
    house = house_at(saved_games(), lang)
    house.ease = Chosen("hard", ASSISTS)
    scene = Opening(house, look, library().level("the-loop"), 7)
    scene.varying.result(60)
    for _ in range(400):
        scene.update(0.1)
    scene.act(Act("opening.ease", Deed.PRESS))
    return scene


def desk_of(look: Look, lang: str):
    """A house and the desk of a game in which everything is on."""
    house = house_at(saved_games(), lang)
    game = Playthrough.new(games.level(), 3, None, assists=("hints", "undo", "take-back", "advisor"))
    for _ in range(2):
        game.play(games.order(game))
    house.session = Session(game)
    return house, Desk(house.session, house.words, look)


def switching(look: Look, lang: str) -> Switching:
    house, desk = desk_of(look, lang)
    return Switching(house, look, desk)


def hints(look: Look, lang: str) -> Hints:
    """Two hints read."""
    scene = hints_none(look, lang)
    scene.act(Act("hints.next", Deed.PRESS))
    scene.act(Act("hints.next", Deed.PRESS))
    return scene


def hints_none(look: Look, lang: str) -> Hints:
    house, desk = desk_of(look, lang)
    return Hints(house, look, desk)


def taking_back(look: Look, lang: str) -> TakingBack:
    house, desk = desk_of(look, lang)
    return TakingBack(house, look, desk)
