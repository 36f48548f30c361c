"""Which level is meant: by a file, an id, or the header of a journal; and which mods have a say in it."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.content import levels
from game.content.examining import shelf_around
from game.content.modding import Modded, read_mods
from game.content.shelf import LEVELS, Shelf
from game.play.folders import data_dir, mods_dir
from game.world.level import Level

if TYPE_CHECKING:  # a replay needs the market
    from game.play.replay import FindLevel


def folders(options: Namespace) -> tuple[Path, ...]:
    """Return where levels lie: the game's own folder, and the one named on the command line; a level named itself comes first."""
    more = getattr(options, "levels", None)
    if more is None:
        return (LEVELS,)
    return (more, LEVELS) if more.is_file() else (LEVELS, more)


def mods_folder(options: Namespace) -> Path:
    """Return the folder of mods: as named on the command line, or the player's."""
    return mods_dir(options.mods, data_dir(options.data_dir))


def modded(options: Namespace) -> Modded:
    """Return the player's mods, those turned off in the settings left aside."""
    folder = mods_folder(options)
    if not folder.is_dir():
        return read_mods(folder, (), folders(options))
    from game.play import preferences  # late: most who check a level have no mods to turn off
    from game.play.profiles import Profiles

    player = getattr(options, "player", None) or Profiles(data_dir(options.data_dir)).current
    mine = preferences.read(player.settings_path)
    return read_mods(folder, mine.mods_off, folders(options))


def shelf_of(options: Namespace) -> Shelf:
    """Return where levels lie, mods in use included."""
    own = modded(options).shelf(folders(options))
    return replace(own, near=(data_dir(options.data_dir) / "levels",))


def level_named(word: str, options: Namespace) -> Level:
    """Return the level of a file or an id.

    Raises:
        LevelError: with everything that is wrong with it.
    """
    own = shelf_of(options)
    path = Path(word)
    return levels.load(word, shelf_around(path, own, mods_folder(options)) if path.is_file() else own)


def finder(options: Namespace) -> "FindLevel":
    """Return what finds the level of a journal; None for an id that no file has."""
    own = shelf_of(options)
    return lambda name: levels.load_if_any(name, own)
