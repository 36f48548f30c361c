"""A mod: a folder with `mod.yaml`, and in it levels, texts and pictures. It holds data only; nothing of it is ever run.

- `mod.yaml`: who it is and what it needs
- `levels/first.yaml`: a level, or a file that overrides one
- `texts/ko.yaml`: sentences of the screen in other words
- `assets/cover.png`: pictures, PNG or JPEG
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from game.content import modfiles, modtexts, pictures
from game.content.complaints import Complaint, Said, errors, in_order, meant
from game.content.figures import LANGUAGES, Language
from game.content.modshape import ModShape
from game.content.nodes import Map, locate
from game.content.places import Place, top
from game.content.resolving import name_of
from game.content.shape import read_as
from game.content.shelf import ENDINGS, Part
from game.content.tree import Reading, read_file
from game.content.versions import GAME

MOD_FILE = "mod.yaml"
LEVELS, TEXTS, ASSETS = "levels/", "texts/", "assets/"
_SILENT = (".md", ".txt", ".rst")  # read by people
_UNREAD = ("license", "licence", "readme", "copying", "credits", "changelog")


@dataclass(frozen=True, slots=True)
class Mod:
    """A mod as it was found.

    Attributes:
        folder: where it lies.
        name: what complaints call the folder.
        shape: what `mod.yaml` says; None where it cannot be used.
        root: `mod.yaml` as it was read.
        files: what lies in the folder, `levels/first.yaml` -> the file.
        complaints: what is wrong with it, its levels left aside.
        hash: of all files, 32 hex digits; empty where something is wrong.
    """

    folder: Path
    name: str
    shape: ModShape | None
    root: Map | None
    files: Mapping[str, Path]
    complaints: tuple[Complaint, ...]
    hash: str = ""
    texts: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return its id, or the name of its folder where it does not say one."""
        return self.shape.id if self.shape is not None else self.folder.name

    @property
    def stamp(self) -> str:
        """Return id, version and hash as a journal remembers them."""
        return f"{self.id} {self.shape.version if self.shape is not None else '?'} {self.hash}"

    @property
    def part(self) -> Part:
        """Return what it puts on the shelf."""
        return Part(self.id, self.stamp, self.levels)

    @property
    def levels(self) -> tuple[Path, ...]:
        """Return its level files, those that override levels included."""
        return tuple(
            path for name, path in self.files.items() if name.startswith(LEVELS) and name.endswith(ENDINGS)
        )

    @property
    def picture(self) -> Path | None:
        """Return the file of its picture, if it has one."""
        wanted = self.shape.picture if self.shape is not None else None
        return self.pictures.get(wanted) if wanted else None

    @property
    def pictures(self) -> dict[str, Path]:
        """Return its pictures, `cover` -> the file."""
        return _pictures(self.files)

    def at(self, *path: str | int) -> Place:
        """Return the place of a key in `mod.yaml`."""
        return locate(self.root, path) if self.root is not None else top(f"{self.name}/{MOD_FILE}")


def read_mod(folder: Path) -> Mod:
    """Return the mod in a folder, and all that is wrong with it; a folder that has not changed is remembered."""
    found = modfiles.listed(folder, name_of(folder))
    stamp: list[tuple[str, int, int]] = []
    for name, path in found.files.items():
        try:
            stat = path.stat()
        except OSError:
            continue
        stamp.append((name, stat.st_mtime_ns, stat.st_size))
    return _read(
        folder.absolute(),
        name_of(folder),
        tuple(stamp),
        tuple((c.code, c.place.file) for c in found.complaints),
    )


@lru_cache(maxsize=64)
def _read(folder: Path, name: str, *_seen: object) -> Mod:
    found = modfiles.listed(folder, name)
    if found.complaints:
        return Mod(folder, name, None, None, {}, in_order(found.complaints))
    reading = read_file(folder / MOD_FILE, f"{name}/{MOD_FILE}")
    complaints = list(reading.complaints)
    shape = None
    if reading.root is not None:
        shape, misfits = read_as(ModShape, reading.root)
        complaints += misfits
    complaints += _of_files(found.files, name)
    texts: dict[Language, Mapping[str, str]] = {}
    for language in LANGUAGES:
        path = found.files.get(f"{TEXTS}{language}.yaml")
        if path is not None:
            texts[language], wrong = modtexts.read_texts(path, f"{name}/{TEXTS}{language}.yaml", language)
            complaints += wrong
    if shape is not None:
        complaints += _of_shape(shape, reading, found.files)
    is_sound = shape is not None and not errors(complaints)
    digest = modfiles.digest(found.files) if is_sound else ""
    return Mod(folder, name, shape, reading.root, found.files, in_order(complaints), digest, texts)


def _of_files(files: Mapping[str, Path], name: str) -> Iterator[Complaint]:
    """Yield what is wrong with pictures, and warn of files that nothing reads."""
    for inner, path in files.items():
        low = inner.lower()
        if inner.startswith(ASSETS) and low.endswith(pictures.ENDINGS):
            yield from pictures.check_picture(path, f"{name}/{inner}")
        elif not _is_read(inner) and not low.endswith(_SILENT) and not Path(low).stem.startswith(_UNREAD):
            yield Complaint("W431", top(f"{name}/{inner}"), {"found": inner})


def _is_read(inner: str) -> bool:
    is_level = inner.startswith(LEVELS) and inner.endswith(ENDINGS)
    return is_level or inner in (MOD_FILE, *(f"{TEXTS}{language}.yaml" for language in LANGUAGES))


def _of_shape(shape: ModShape, reading: Reading, files: Mapping[str, Path]) -> Iterator[Complaint]:
    """Yield what is wrong with a mod by itself: another game, a picture that is not there."""
    assert reading.root is not None
    if not shape.game.holds(GAME):
        args = {"found": shape.game.text, "own": GAME}
        yield Complaint("M605", locate(reading.root, ("game",)), dict(args), "game")
    known = _pictures(files)
    if shape.picture is not None and shape.picture not in known:
        place, hint = locate(reading.root, ("picture",)), meant(shape.picture, known)
        yield Complaint("L313", place, {"kind": Said("picture"), "found": shape.picture}, "picture", hint)


def _pictures(files: Mapping[str, Path]) -> dict[str, Path]:
    """Return pictures by their name without folder and ending."""
    return {
        name.removeprefix(ASSETS).rpartition(".")[0]: path
        for name, path in files.items()
        if name.startswith(ASSETS) and name.lower().endswith(pictures.ENDINGS)
    }
