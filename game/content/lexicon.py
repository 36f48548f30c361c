"""What the words of a level mean: its keys, the values of conditions, the effects of events, the parameters of the market, bots.

English meanings of keys and parameters stand beside them in the code; everything else lies in `assets/words/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from game.content.atlas import Key
from game.content.complaints import LevelError
from game.content.figures import Language
from game.content.nodes import plain
from game.content.settings import KNOWN
from game.content.tree import read_file
from game.content.words import FOLDER
from game.world.catalogue import EFFECTS, MARKET

_Lines = Mapping[str, Mapping[str, str]]


def key(found: Key, language: Language) -> str:
    """Return what a key of a level means."""
    return _lines("format.yaml", "keys").get(found.id, {}).get(language) or found.note


def value(name: str, language: Language) -> str:
    """Return what a value that conditions ask for means."""
    return _lines("catalogue.yaml", "values")[name][language]


def effect(name: str, language: Language) -> str:
    """Return what an effect of an event changes."""
    if name.startswith(MARKET):
        return parameter(name.removeprefix(MARKET), language)
    return _lines("catalogue.yaml", "effects")[name][language]


def parameter(name: str, language: Language) -> str:
    """Return what a parameter of the market means."""
    said = _lines("format.yaml", "parameters").get(name, {})
    return said.get(language) or KNOWN[name].meaning


def bots() -> Mapping[str, Mapping[str, str]]:
    """Return how each bot plays, by its name and in both languages: those whom `tests` can name beside plans."""
    return _lines("format.yaml", "bots")


def effects() -> tuple[str, ...]:
    """Return the names of all effects that are no parameter of the market."""
    return tuple(name for name in EFFECTS if not name.startswith(MARKET))


@lru_cache(maxsize=8)
def _lines(file: str, section: str) -> _Lines:
    """Return a section of a file of words: id -> language -> text. A text alone is Korean.

    Raises:
        LevelError: the file cannot be used.
    """
    reading = read_file(FOLDER / file, file)
    if reading.root is None or reading.complaints:
        raise LevelError(reading.complaints)
    found = plain(reading.root.entries[section].value)
    assert isinstance(found, dict)
    return {name: _languages(said) for name, said in found.items()}


def _languages(said: object) -> Mapping[str, str]:
    if isinstance(said, dict):
        return {language: text for language, text in said.items() if isinstance(text, str)}
    return {"ko": str(said)}
