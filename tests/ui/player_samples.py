"""Who plays, on a machine that several people share."""

from functools import lru_cache
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

from game.play.profiles import Profiles
from game.ui.house import House
from game.ui.look import Look
from game.ui.scenes.players import Players
from game.ui.widgets import Act, Deed
from tests.ui.scene_samples import house_at, saved_games

NAMES = ("민서", "Theodora of the Long Nam", "Jules")


@lru_cache
def folder() -> Path:
    """A folder that three people share, and a fourth who was moved aside."""
    copy = Path(mkdtemp()) / "shared"
    copytree(saved_games(), copy)
    there = Profiles(copy)
    for name in NAMES:
        added = there.add(name)
    there.remove(added)
    return copy


def shared(lang: str) -> House:
    return house_at(folder(), lang)


def players(look: Look, lang: str) -> Players:
    scene = Players(shared(lang), look)
    scene.counting.result(60)
    return scene


def player_asked(look: Look, lang: str) -> Players:
    """A player about to be renamed to a name that is taken."""
    scene = players(look, lang)
    scene.act(Act("players.row.p1", Deed.PRESS))
    scene.field.text = NAMES[1].upper()
    scene._hearings[-1](Act("players.rename", Deed.PRESS))
    return scene


def player_new(look: Look, lang: str) -> Players:
    scene = players(look, lang)
    scene.act(Act("players.add", Deed.PRESS))
    return scene


def player_leaving(look: Look, lang: str) -> Players:
    scene = players(look, lang)
    scene._ask_remove(scene.there[2])
    return scene
