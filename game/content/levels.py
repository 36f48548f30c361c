"""Levels: find one by its id, read it with all it inherits, or say everything that is wrong with it.

A level that was read is valid by construction: nothing after this doubts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content import building, checks, nodes, resolving, shelf
from game.content.checks import Draft
from game.content.complaints import MOST, Complaint, LevelError, Said, errors, in_order, meant
from game.content.digests import hashed
from game.content.nodes import Leaf, Map
from game.content.places import top
from game.content.shape import FORMAT, read_shape
from game.content.shelf import Shelf
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


def load(path_or_id: str | Path, folders: Sequence[Path] | None = None) -> Level:
    """Return a level, given a file or an id.

    Args:
        path_or_id: a `Path`, or a text that is the path of a file or the id of a level.
        folders: where levels lie; the game's own `levels/` if not given.

    Raises:
        LevelError: with everything that is wrong with it.
    """
    path = path_or_id if isinstance(path_or_id, Path) else _file_or_id(path_or_id, folders)
    draft, complaints = _read(path, shelf.default(folders))
    if draft is None or draft.shape is None or errors(complaints):
        raise LevelError(complaints)
    return hashed(building.build(draft.shape))


def check_paths(paths: Iterable[str | Path], folders: Sequence[Path] | None = None) -> list[Complaint]:
    """Return what is wrong with level files, warnings included, by place; a folder stands for all levels in it."""
    return list(in_order(c for found in examine_paths(paths, folders) for c in found.complaints))


def examine_paths(paths: Iterable[str | Path], folders: Sequence[Path] | None = None) -> Iterator[Examined]:
    """Yield what can be said of each level file; a folder stands for all levels in it."""
    for path in files(paths):
        yield examine(path, folders)


def examine(path: Path, folders: Sequence[Path] | None = None) -> Examined:
    """Return what can be said of a level file, warnings and its twins elsewhere included."""
    own = shelf.default(folders)
    draft, found = _read(path, own)
    level = None
    if draft is not None and draft.shape is not None and not errors(found):
        level = hashed(building.build(draft.shape))
    if draft is not None:
        found = in_order([*found, *_twins(draft, path, own)])
    return Examined(path, draft, found, level)


def files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield level files; a folder stands for all levels in it."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from shelf.files_in(path)
        else:
            yield path


def find(name: str, folders: Sequence[Path] | None = None) -> Path:
    """Return the file of the level with an id; the name of its file without the ending will do too.

    Raises:
        LevelError: there is none.
    """
    own = shelf.default(folders)
    ids = own.ids()
    found = ids.get(name) or next((path for path in own.files() if path.stem == name), None)
    if found is None:
        raise LevelError(
            [Complaint("L313", top(name[:80]), {"kind": Said("level"), "found": name}, "", meant(name, ids))]
        )
    return found


def campaign(folders: Sequence[Path] | None = None) -> list[Listing]:
    """Return the levels of the campaign in their order; broken ones are left out."""
    own = shelf.default(folders)
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


def _file_or_id(name: str, folders: Sequence[Path] | None) -> Path:
    is_file = name.endswith(shelf.ENDINGS) or "\\" in name
    return Path(name) if is_file else find(name, folders)


def _read(path: Path, own: Shelf) -> tuple[Draft | None, tuple[Complaint, ...]]:
    """Return a level that fits its shape, if it does, and everything wrong with it."""
    resolved = resolving.resolve(path, own.beside(path))
    merging, complaints = resolved.merging, list(resolved.complaints)
    if merging is None:
        return None, in_order(complaints)
    newer = _too_new(merging.root)
    if newer is not None:
        return None, (newer,)
    shape, misfits = read_shape(merging.root)
    if not resolved.is_whole:  # a key may be missing because an ancestor is
        misfits = tuple(c for c in misfits if c.code != "L302")
    complaints += misfits
    draft = Draft(merging, shape)
    if resolved.is_whole:
        complaints += _checked(draft)
    noted = resolving.noted(complaints[len(resolved.complaints) :], resolved.name)
    return draft, in_order([*resolved.complaints, *noted][:MOST])


def _checked(draft: Draft) -> tuple[Complaint, ...]:
    """Return what is wrong with a level as a whole; one that is only there to be extended need not be a whole."""
    references = checks.check_references(draft)
    return references if _is_part(draft) else (*references, *checks.check_whole(draft))


def _is_part(draft: Draft) -> bool:
    name = nodes.find(draft.merging.root, ("id",))
    return isinstance(name, Leaf) and name.text.startswith(CORE)


def _too_new(root: Map) -> Complaint | None:
    """Return the complaint about a file for a later version of the game; nothing else in it need be right then."""
    node = nodes.find(root, ("format",))
    if isinstance(node, Leaf) and re.fullmatch("[0-9]{1,6}", node.text, re.ASCII) and int(node.text) > FORMAT:
        return Complaint("L318", node.place, {"found": int(node.text), "most": FORMAT}, "format")
    return None


def _twins(draft: Draft, path: Path, own: Shelf) -> Iterator[Complaint]:
    """Yield a complaint if another file has the same id: nobody could tell which is meant."""
    name = nodes.find(draft.merging.root, ("id",))
    other = own.beside(path).twin(name.text, path) if isinstance(name, Leaf) else None
    if other is not None and isinstance(name, Leaf):
        yield draft.complain("L321", "id", found=name.text, other=other.name)
