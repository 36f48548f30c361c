"""Levels: find one by its id, read it with all it inherits, or say everything that is wrong with it.

A level that was read is valid by construction: nothing after this doubts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game.content import building, checks, difficulty, nodes, resolving, shelf
from game.content.checks import Draft
from game.content.complaints import MOST, Complaint, LevelError, Said, errors, in_order, instead, meant
from game.content.digests import hashed
from game.content.handicaps import parted
from game.content.nodes import Leaf, Map
from game.content.places import top
from game.content.resolving import Resolved
from game.content.shape import FORMAT, LevelShape, read_shape
from game.content.shelf import Shelf, Where
from game.world.level import Level, Text

CORE = "core/"  # ids of levels that are only there to be extended begin so
_CAMPAIGN = re.compile(r"[0-9]{2}_.+")  # names of the campaign's files, in order


@dataclass(frozen=True, slots=True)
class Examined:
    """A level file and all that can be said of it: what is wrong, the draft to point into, and the level when it is one."""

    path: Path
    draft: Draft | None  # None where nothing could be read
    complaints: tuple[Complaint, ...]
    level: Level | None  # None where there are errors

    @property
    def is_part(self) -> bool:
        """Return whether it is only there to be extended, and never played."""
        return self.draft is not None and _is_part(self.draft)


@dataclass(frozen=True, slots=True)
class Listing:
    """A level as a list of levels shows it."""

    id: str
    path: Path
    title: Text
    minutes: int | None


def load(path_or_id: str | Path, where: Where = None, ways: tuple[str, ...] = ()) -> Level:
    """Return a level, given a file or an id.

    Args:
        path_or_id: a `Path`, or a text that is the path of a file, the id of a level, or an id with ways: `the-loop+hard`.
        where: levels lie; the game's own `levels/` if not given.
        ways: in which it is made easier or harder, of `game.content.handicaps.WAYS`.

    Raises:
        LevelError: with everything that is wrong with it.
    """
    if isinstance(path_or_id, str) and not _is_file(path_or_id):
        path_or_id, named = parted(path_or_id)
        ways = (*named, *ways)
    path = path_or_id if isinstance(path_or_id, Path) else _file_or_id(path_or_id, where)
    own = shelf.default(where)
    resolved, draft, complaints = _read(path, own, ways)
    if draft is None or draft.shape is None or errors(complaints):
        raise LevelError(complaints)
    return _built(draft.shape, resolved, own)


def check_paths(paths: Iterable[str | Path], where: Where = None) -> list[Complaint]:
    """Return what is wrong with level files, warnings included, by place; a folder stands for all levels in it."""
    return list(in_order(c for path in files(paths) for c in examine(path, where).complaints))


def examine(path: Path, where: Where = None) -> Examined:
    """Return what can be said of a level file, warnings and its twins elsewhere included."""
    own = shelf.default(where)
    resolved, draft, found = _read(path, own)
    level = None
    if draft is not None and draft.shape is not None and not errors(found):
        level = _built(draft.shape, resolved, own)
    if draft is not None:
        found = in_order([*found, *_twins(draft, path, own, resolved.name)])
    return Examined(path, draft, found, level)


def _built(shape: LevelShape, resolved: Resolved, own: Shelf) -> Level:
    """Return a level with its hash and the mods that had a say in it."""
    return replace(hashed(building.build(shape)), mods=own.stamps(resolved.files))


def files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield level files; a folder stands for all levels in it."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from shelf.files_in(path)
        else:
            yield path


def load_if_any(name: str, where: Where = None) -> Level | None:
    """Return the level of an id, or of an id with ways (`the-loop+hard`); None if no file has it.

    Raises:
        LevelError: the file is broken, or there is no such way.
    """
    level_id, ways = parted(name)
    try:
        path = find(level_id, where)
    except LevelError:
        return None
    return load(path, where, ways)


def find(name: str, where: Where = None) -> Path:
    """Return the file of the level with an id; the name of its file without the ending will do too.

    Raises:
        LevelError: there is none.
    """
    own = shelf.default(where)
    ids = own.ids()
    found = ids.get(name) or next((path for path in own.files() if path.stem == name), None)
    if found is None:
        raise LevelError(
            [Complaint("L313", top(name[:80]), {"kind": Said("level"), "found": name}, "", meant(name, ids))]
        )
    return found


def campaign(where: Where = None) -> list[Listing]:
    """Return the levels of the campaign in their order; broken ones are left out."""
    own = shelf.default(where)
    files = [path for folder in own.folders for path in shelf.files_in(folder, 1)]
    listings = (listing(path) for path in files if _CAMPAIGN.fullmatch(path.stem))
    return [found for found in listings if found is not None]


def listing(path: Path) -> Listing | None:
    """Return what a list shows of a level, from its own file alone; None when even that cannot be read."""
    root = resolving.read(path).root
    name = shelf.id_of(path)
    if root is None or name is None:
        return None
    ko, en = _words(root, "title", "ko"), _words(root, "title", "en")
    minutes = _words(root, "teaching", "minutes")
    return Listing(
        name, path, Text(ko or en, en or ko), int(minutes) if re.fullmatch("[0-9]{1,3}", minutes) else None
    )


def _words(root: Map, *path: str) -> str:
    node = nodes.find(root, path)
    return node.text if isinstance(node, Leaf) else ""


def _file_or_id(name: str, where: Where) -> Path:
    return Path(name) if _is_file(name) else find(name, where)


def _is_file(name: str) -> bool:
    return name.endswith(shelf.ENDINGS) or "\\" in name


def _read(
    path: Path, own: Shelf, ways: tuple[str, ...] = ()
) -> tuple[Resolved, Draft | None, tuple[Complaint, ...]]:
    """Return a level that fits its shape, if it does, and everything wrong with it."""
    resolved = resolving.resolve(path, own.beside(path))
    if ways and resolved.merging is not None and resolved.is_whole:
        difficulty.change(resolved.merging, ways)
    merging, complaints = resolved.merging, list(resolved.complaints)
    if merging is None:
        return resolved, None, in_order(complaints)
    newer = _of_another_format(merging.root)
    if newer is not None:
        return resolved, None, (newer,)
    shape, misfits = read_shape(merging.root)
    if not resolved.is_whole:  # a key may be missing because an ancestor is
        misfits = tuple(c for c in misfits if not _is_of_its_parent(c))
    complaints += misfits
    draft = Draft(merging, shape)
    if resolved.is_whole:
        complaints += _checked(draft)
    complaints += _of_its_mod(draft, path, own, resolved.name)
    noted = resolving.noted(complaints[len(resolved.complaints) :], resolved.name)
    return resolved, draft, in_order([*resolved.complaints, *noted][:MOST])


def _is_of_its_parent(misfit: Complaint) -> bool:
    """Return whether a misfit may be there only because an ancestor is not: a key that is missing, or one to be removed."""
    return misfit.code == "L302" or misfit.args.get("found") == Said("nothing")


def _checked(draft: Draft) -> tuple[Complaint, ...]:
    """Return what is wrong with a level as a whole; one that is only there to be extended need not be a whole."""
    references = checks.check_references(draft)
    return references if _is_part(draft) else (*references, *checks.check_whole(draft))


def _is_part(draft: Draft) -> bool:
    name = nodes.find(draft.merging.root, ("id",))
    return isinstance(name, Leaf) and name.text.startswith(CORE)


def _of_another_format(root: Map) -> Complaint | None:
    """Return the complaint about a file for another version of the game; nothing else in it need be right then."""
    node = nodes.find(root, ("format",))
    if not isinstance(node, Leaf) or not re.fullmatch("[0-9]{1,6}", node.text, re.ASCII):
        return None
    found = int(node.text)
    code = "L318" if found > FORMAT else "L327" if found < FORMAT else None
    return Complaint(code, node.place, {"found": found, "most": FORMAT}, "format") if code else None


def _of_its_mod(draft: Draft, path: Path, own: Shelf, name: str) -> Iterator[Complaint]:
    """Yield a complaint if the id of a mod's level does not say so: no mod can take the place of another's level."""
    mod, node = own.mod_of(path), nodes.find(draft.merging.root, ("id",))
    if mod is None or not isinstance(node, Leaf) or node.place.file != name:
        return
    if not node.text.startswith(f"{mod.id}/"):
        better = instead(f"{mod.id}/{node.text.rpartition('/')[2]}")
        yield draft.complain("M608", "id", hint=better, found=node.text, mod=mod.id)


def _twins(draft: Draft, path: Path, own: Shelf, name: str) -> Iterator[Complaint]:
    """Yield a complaint if another file has the same id: nobody could tell which is meant."""
    node = nodes.find(draft.merging.root, ("id",))
    if (
        not isinstance(node, Leaf) or node.place.file != name
    ):  # a file that overrides a level has no id of its own
        return
    other = own.beside(path).twin(node.text, path)
    if other is not None:
        yield draft.complain("L321", "id", found=node.text, other=_told(other, path))


def _told(other: Path, path: Path) -> str:
    """Return how to name another file to whoever looks at this one: by its name alone where both lie in one folder."""
    here, there = path.resolve().parent, other.resolve()
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else str(other)
