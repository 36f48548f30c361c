"""The codex: cases, studies, terms and hearsay, each in two languages, with its sources and how far it can be trusted.

The entries lie in `assets/codex/`, one file a kind, and are read by the same bounded reader as levels. What is wrong with a
file is said with the entry and the key it stands at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from agents.messages import LEVERS
from game.content.complaints import LevelError
from game.content.figures import Language
from game.content.nodes import Plain, plain
from game.content.tree import read_file
from game.world.level import Text
from game.world.parameters import about

FOLDER = Path(__file__).parents[2] / "assets" / "codex"
KINDS = {"term": "terms.yaml", "case": "cases.yaml", "study": "studies.yaml", "lore": "lore.yaml"}
SOURCES = "sources.yaml"
SOURCE_KINDS = ("reviewed", "preprint", "press", "trade", "told", "own")
LETTERS = "ABCD"
ROWS = tuple(f"D{number}" for number in range(1, 32))  # of the source deck, as the brief counts them
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LINK = re.compile(r"https?://[!-~]+")
_TOLD = ("title", "text", "game", "why")  # keys in two languages
_LISTS = ("sources", "related", "rows", "levers", "parameters")


class CodexError(ValueError):
    """An entry or a source is not as it should be; the message names it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was found. `kind` is one of `SOURCE_KINDS`; `link` is empty unless the address is certain."""

    id: str
    by: str
    year: int
    title: str
    venue: str
    kind: str = "reviewed"
    link: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the codex.

    Attributes:
        letter: how far it can be trusted, one of `LETTERS`; `why` says so in a sentence.
        game: what it is in the game.
        related: ids of other entries.
        rows: of the source deck.
        levers: of `agents.messages.LEVERS`.
        parameters: of `game.world.parameters`.
    """

    id: str
    kind: str
    title: Text
    text: Text
    game: Text
    letter: str
    why: Text
    sources: tuple[Source, ...] = ()
    related: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codex:
    """Every entry, in the order of the files, and every source by its id."""

    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]

    def of(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of a kind."""
        return tuple(entry for entry in self.entries.values() if entry.kind == kind)

    def about(self, name: str) -> tuple[Entry, ...]:
        """Return the entries about a lever or a parameter, those of the fewest names first: they say most about it."""
        found = [entry for entry in self.entries.values() if name in (*entry.levers, *entry.parameters)]
        return tuple(sorted(found, key=lambda entry: len(entry.levers) + len(entry.parameters)))

    def search(self, wanted: str, language: Language) -> tuple[Entry, ...]:
        """Return the entries that hold every word of `wanted`, those with it in the title first; all of them for no words."""
        words = _folded(wanted).split()
        found = [entry for entry in self.entries.values() if _holds(_searched(entry), words)]
        return tuple(sorted(found, key=lambda entry: not _holds(_folded(entry.title.of(language)), words)))


@lru_cache(maxsize=4)
def read(folder: Path = FOLDER) -> Codex:
    """Return the codex; it is read once a process.

    Raises:
        LevelError: a file cannot be read.
        CodexError: an entry is not as it should be.
    """
    sources = {name: _source(name, found) for name, found in _file(folder / SOURCES).items()}
    entries: dict[str, Entry] = {}
    for kind, file in KINDS.items():
        for name, found in _file(folder / file).items():
            if name in entries:
                raise CodexError(f"{name}: stands in two files")
            entries[name] = _entry(name, kind, found, sources)
    for entry in entries.values():
        _among(entry.id, "related", entry.related, entries.keys() - {entry.id})
    return Codex(entries, sources)


def _file(path: Path) -> Mapping[str, Plain]:
    reading = read_file(path, path.name)
    if reading.root is None or reading.complaints:
        raise LevelError(reading.complaints)
    found = plain(reading.root)
    assert isinstance(found, dict)
    for name in found:
        if not _ID.fullmatch(name):
            raise CodexError(f"{name!r}: an id is of lower-case words joined by hyphens")
    return found


def _source(name: str, found: Plain) -> Source:
    parts = _known(name, found, ("by", "year", "title", "venue", "kind", "link"))
    kind, link, year = (_line(name, parts, key) for key in ("kind", "link", "year"))
    if not year.isdecimal() or not 1900 <= int(year[:5]) <= 2100:
        raise CodexError(f"{name}.year: a year of four digits is wanted")
    if kind and kind not in SOURCE_KINDS:
        raise CodexError(f"{name}.kind: one of {', '.join(SOURCE_KINDS)} is wanted")
    if link and not _LINK.fullmatch(link):
        raise CodexError(f"{name}.link: an address that begins with http is wanted")
    by, title, venue = (_line(name, parts, key, needed=True) for key in ("by", "title", "venue"))
    return Source(name, by, int(year), title, venue, kind or "reviewed", link)


def _entry(name: str, kind: str, found: Plain, sources: Mapping[str, Source]) -> Entry:
    parts = _known(name, found, (*_TOLD, "letter", *_LISTS))
    letter = _line(name, parts, "letter", needed=True)
    if len(letter) != 1 or letter not in LETTERS:
        raise CodexError(f"{name}.letter: one of {', '.join(LETTERS)} is wanted")
    title, text, game, why = (_told(name, parts, key) for key in _TOLD)
    cited, related, rows, levers, parameters = (_names(name, parts, key) for key in _LISTS)
    _among(name, "sources", cited, sources)
    _among(name, "rows", rows, ROWS)
    _among(name, "levers", levers, LEVERS)
    _among(name, "parameters", parameters, about())
    named = tuple(sources[one] for one in cited)
    return Entry(name, kind, title, text, game, letter, why, named, related, rows, levers, parameters)


def _known(name: str, found: Plain, keys: Iterable[str]) -> Mapping[str, Plain]:
    if not isinstance(found, dict):
        raise CodexError(f"{name}: keys and values are wanted")
    for key in found:
        if key not in keys:
            raise CodexError(f"{name}.{key}: there is no such key")
    return found


def _line(name: str, parts: Mapping[str, Plain], key: str, *, needed: bool = False) -> str:
    found = parts.get(key)
    if found is None and not needed:
        return ""
    if not isinstance(found, str) or not found.strip():
        raise CodexError(f"{name}.{key}: a text is wanted")
    return found.strip()


def _told(name: str, parts: Mapping[str, Plain], key: str) -> Text:
    """Return a text in both languages; neither may be missing."""
    both = _known(f"{name}.{key}", parts.get(key), ("ko", "en"))
    return Text(*(_line(f"{name}.{key}", both, language, needed=True) for language in ("ko", "en")))


def _names(name: str, parts: Mapping[str, Plain], key: str) -> tuple[str, ...]:
    found = parts.get(key)
    if found is None:
        return ()
    if not isinstance(found, list):
        raise CodexError(f"{name}.{key}: a list is wanted")
    names = [one for one in found if isinstance(one, str)]
    if len(names) < len(found) or len(set(names)) < len(names):
        raise CodexError(f"{name}.{key}: a list of different names is wanted")
    return tuple(names)


def _among(name: str, key: str, found: Iterable[str], known: Iterable[str]) -> None:
    known = set(known)
    for one in found:
        if one not in known:
            raise CodexError(f"{name}.{key}: there is no {one!r}")


def _folded(text: str) -> str:
    """Return a text as it is compared: composed, so that Hangul typed on any system is alike, and without capitals."""
    return unicodedata.normalize("NFC", text).casefold()


@lru_cache(maxsize=512)
def _searched(entry: Entry) -> str:
    parts = [
        entry.id,
        entry.title.ko,
        entry.title.en,
        entry.text.ko,
        entry.text.en,
        entry.game.ko,
        entry.game.en,
    ]
    parts += [part for source in entry.sources for part in (source.by, str(source.year), source.title)]
    return _folded("\n".join(parts))


def _holds(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)
