"""What can be said of files and folders somebody names: levels, and mods with all that is in them.

A mod is looked at together with those it needs, which are found beside it or in the player's folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from game.content import levels, shelf
from game.content.levels import Examined
from game.content.modding import Modded, mod_folder_of, mod_folders, settled
from game.content.modorder import Standing
from game.content.mods import MOD_FILE, Mod, read_mod
from game.content.shelf import Shelf, Where


def examine_paths(
    paths: Iterable[str | Path], where: Where = None, mods: Path | None = None
) -> Iterator[Examined]:
    """Yield what can be said of each level file, and of each mod; a folder stands for all that is in it.

    Args:
        paths: files and folders.
        where: levels lie.
        mods: the folder of the player's mods, in which a mod finds what it needs.
    """
    for path in map(Path, paths):
        folders = mod_folders(path) if path.is_dir() else []
        if folders:
            yield from _mods(folders, where, mods)
        for file in levels.files([path]):
            if not any(file.is_relative_to(folder) for folder in folders):
                yield from examine_file(file, where, mods)


def examine_file(path: Path, where: Where = None, mods: Path | None = None) -> Iterator[Examined]:
    """Yield what can be said of one file, as a part of the mod it lies in if it lies in one."""
    home = mod_folder_of(path)
    if home is None:
        yield levels.examine(path, where)
        return
    mod = read_mod(home)
    real = path.resolve()
    if any(own.resolve() == real for own in mod.levels):
        yield levels.examine(path, _with(mod, _around([mod], where, mods), where))
    else:
        yield from (found for found in _mods([home], where, mods) if found.path.resolve() == real)


def shelf_around(path: Path, where: Where = None, mods: Path | None = None) -> Shelf:
    """Return the shelf on which a file is read: with its own mod and those it needs, if it lies in one."""
    home = mod_folder_of(path)
    if home is None:
        return shelf.default(where)
    mod = read_mod(home)
    return _with(mod, _around([mod], where, mods), where)


def _mods(folders: Sequence[Path], where: Where, mods: Path | None) -> Iterator[Examined]:
    """Yield what can be said of mods, and of every level in them."""
    found = [read_mod(folder) for folder in folders]
    modded = _around(found, where, mods)
    for mod in found:
        standing = next(one for one in modded.standings if one.mod.name == mod.name)
        yield _itself(standing, modded)
        own = _with(mod, modded, where)
        yield from (levels.examine(path, own) for path in mod.levels)


def _itself(standing: Standing, modded: Modded) -> Examined:
    mod = standing.mod
    shared = [c for c in modded.overlaps if c.place.file.startswith(f"{mod.name}/")]
    return Examined(mod.folder / MOD_FILE, None, (*standing.complaints, *shared), None)


def _around(found: Sequence[Mod], where: Where, mods: Path | None) -> Modded:
    """Return mods together with those they need, and with those they come after."""
    beside = dict.fromkeys(mod.folder.parent for mod in found)
    pool = {mod.id: mod for place in [*([mods] if mods else []), *beside] for mod in _all(place)}
    own = {mod.id for mod in found}
    wanted, waiting = dict[str, Mod](), [*found]
    while waiting:
        shape = waiting.pop().shape
        for name in (*shape.needs, *shape.optional) if shape is not None else ():
            if name in pool and name not in own and name not in wanted:
                wanted[name] = pool[name]
                waiting.append(pool[name])
    return settled([*found, *wanted.values()], (), where)


def _all(folder: Path) -> list[Mod]:
    """Return the mods in a folder, each by itself."""
    return [mod for place in mod_folders(folder) if (mod := read_mod(place)).shape is not None]


def _with(mod: Mod, modded: Modded, where: Where) -> Shelf:
    """Return the shelf on which a mod's levels are read, also if the mod itself cannot be used: all is said at once."""
    own = modded.shelf(where)
    return own if mod in modded.mods else replace(own, mods=(*own.mods, mod.part))
