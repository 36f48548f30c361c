"""Games somebody has saved: a folder of them for each who asks, so that what a scene writes there is in nobody's way."""

from functools import lru_cache
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

from game.play.playthrough import Playthrough
from game.play.saves import Saves
from tests.ui import games_for_tests as games


def saved_games() -> Path:
    """A folder of one's own with a won game of the first level and one of the second that can go on."""
    return copytree(played(), Path(mkdtemp()), dirs_exist_ok=True)


@lru_cache
def played() -> Path:
    """The folder all copies are made of; nobody writes there."""
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
