"""Writing a market of one's own into the folder of the player's levels: once, whole, and never over anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from game.content import drafting, levels, telling
from game.content.filenames import is_device
from game.content.romanised import slug
from game.content.sandbox import Sandbox
from game.content.sandbox_written import Named, written
from game.content.shelf import Shelf
from game.content.words import Words
from game.world.level import Level

LONGEST = 40  # letters of an id, so that the names of its saved games stay short
_NUMBERED = re.compile(r"(.*?)\s*([0-9]{0,4})")
_NO_WORD = re.compile(
    r"null|true|false|yes|no|on|off|[ny]|[0-9e-]+"
)  # what YAML reads as something else than a word
_NAMELESS = "market"  # the file of a name that has no letter of ours


class ExportError(Exception):
    """A market was not written; `code` picks the sentence `sandbox.wrong.CODE`, `values` fill it."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Exporter:
    """Where markets are written, and what they are written of."""

    folder: Path
    shelf: Shelf
    parent: Level

    def path(self, title: str) -> Path:
        """Return the file a title goes to."""
        return self.folder / f"{_id(title)}.yaml"

    def free(self, title: str) -> str:
        """Return the title if its file is free, else with the first number that makes it so."""
        ids = set(self.shelf.ids())
        found = _NUMBERED.fullmatch(title.strip())
        base, number = (found[1], int(found[2] or 1)) if found else (title, 1)
        wanted = title
        while _id(wanted) in ids or self.path(wanted).exists():
            number += 1
            wanted = f"{base} {number}".strip()
        return wanted

    def text(self, wanted: Sandbox, title: str, number: int, words: Words) -> str:
        """Return what `export` would write."""
        schema = drafting.way_to(drafting.SCHEMA, self.folder)
        title = title.strip()
        return written(wanted, self.parent, Named(self.path(title).stem, title, number), words, schema)

    def export(self, wanted: Sandbox, title: str, number: int, words: Words) -> Level:
        """Write a market and return the level that was read back; the same text under the same name is written once.

        Raises:
            ExportError: the title is empty or taken, the disk refuses, or what came of it has a complaint.
        """
        title = title.strip()
        if not title:
            raise ExportError("empty")
        path = self.path(title)
        text = self.text(wanted, title, number, words)
        is_fresh = _content(path) != text
        if is_fresh:
            self._write(path, text, title)
        found = levels.examine(path, self.shelf)
        if found.level is None or found.complaints:
            if is_fresh:
                path.unlink()
            raise ExportError("broken", reason=telling.sentence(found.complaints[0], words.language))
        return found.level

    def _write(self, path: Path, text: str, title: str) -> None:
        """Write a new file; half of one is taken away again."""
        if path.stem in self.shelf.ids() or path.exists():
            raise ExportError("taken", name=title, free=self.free(title))
        is_ours = False
        try:
            self._make_folder()
            with path.open("x", encoding="utf-8", newline="\n") as file:
                is_ours = True
                file.write(text)
        except FileExistsError:
            raise ExportError("taken", name=title, free=self.free(title)) from None
        except OSError as refused:
            if is_ours:
                path.unlink(missing_ok=True)
            reason = refused.strerror or str(refused)
            raise ExportError("refused", reason=reason, path=str(self.folder)) from refused

    def _make_folder(self) -> None:
        """Make the folder; a file in its place is not a level that is there already."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError as refused:
            raise NotADirectoryError(refused.errno, refused.strerror) from refused


def _id(title: str) -> str:
    name = slug(title, LONGEST) or _NAMELESS
    return f"{name}-{_NAMELESS}" if is_device(name) or _NO_WORD.fullmatch(name) else name


def _content(path: Path) -> str:
    """Return what a file holds; nothing where it cannot be read."""
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):
        return ""
