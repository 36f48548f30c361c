"""Text with gaps: `{name}`, a number format, a Korean particle, an English plural. Never `str.format`.

Level files come from anybody, and `str.format` walks attributes and allocates whatever width it is told. Here a gap names one
value and at most one format of a closed list, so the worst a text can do is to be refused:

- `{name}` the value as it is; `{n:,}` in full; `{n:count}` short; `{won:money}` and `{won:won}` long and short money
- `{share:%}`, `{share:%1}` a share in percent; `{n:+}`, `{won:+money}`, `{share:+%}` with a sign, in points for a share
- `{name:이/가}` the value and the particle that fits it; `{:이/가}` the particle for whatever stands before it
- `{n|user|users}` the first when n is exactly one, else the second
- `{{` and `}}` a brace
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from game.content import figures
from game.content.figures import Language
from game.content.particles import PAIRS, particle


class TwoTongues(Protocol):
    """Anything with a text for each language, such as the texts of a level."""

    def of(self, language: str) -> str:
        """Return the text in one language."""


Filling = str | int | float | TwoTongues
_Format = Callable[[float, Language], str]

FORMATS: dict[str, _Format] = {
    ",": lambda n, _: figures.whole(n),
    "count": figures.count,
    "money": figures.money,
    "won": lambda n, language: figures.money(n, language, compact=True),
    "%": lambda n, _: figures.percent(n),
    "%1": lambda n, _: figures.percent(n, 1),
    "+": lambda n, _: figures.signed(figures.whole(n)),
    "+count": lambda n, language: figures.signed(figures.count(n, language)),
    "+money": lambda n, language: figures.signed(figures.money(n, language)),
    "+won": lambda n, language: figures.signed(figures.money(n, language, compact=True)),
    "+%": figures.points,
    "+%1": lambda n, language: figures.points(n, language, 1),
}
_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap of a phrase: whose value, how it is written, what follows it."""

    name: str  # empty for a particle that follows the text before it
    format: str = ""
    pair: str = ""
    forms: tuple[str, str] | None = None  # singular and plural


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a gap: an id, the stretch of the text, and what was written."""

    id: str  # "brace", "name" or "format"
    offset: int
    length: int
    written: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text taken apart: its plain stretches and its gaps, in order, and what is wrong with it."""

    text: str
    parts: tuple[str | Gap, ...]
    slips: tuple[Slip, ...]

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the values it needs."""
        return frozenset(part.name for part in self.parts if isinstance(part, Gap) and part.name)

    def fill(self, language: Language, values: Mapping[str, Filling]) -> str:
        """Return the text with its gaps filled.

        Raises:
            KeyError: a value is missing; its name and the text are named.
        """
        written = ""
        for part in self.parts:
            written += part if isinstance(part, str) else self._filled(part, written, language, values)
        return written

    def _filled(self, gap: Gap, before: str, language: Language, values: Mapping[str, Filling]) -> str:
        if not gap.name:
            return particle(before, gap.pair)
        if gap.name not in values:
            raise KeyError(f"no value for {{{gap.name}}} in {self.text!r}")
        written = _written(gap, values[gap.name], language)
        return written + particle(before + written, gap.pair) if gap.pair else written


def _written(gap: Gap, value: Filling, language: Language) -> str:
    if isinstance(value, int | float):
        if gap.forms is not None:
            return gap.forms[0] if value == 1 else gap.forms[1]
        return FORMATS[gap.format](value, language) if gap.format else f"{value:.15g}"
    if isinstance(value, str):
        return value
    return value.of(language)


@lru_cache(maxsize=4096)
def phrase(text: str) -> Phrase:
    """Take a text apart; slips are kept, not raised, and what is wrong stays in the text as written."""
    parts: list[str | Gap] = []
    slips: list[Slip] = []
    reached = 0
    for found in _BRACES.finditer(text):
        parts.append(text[reached : found.start()])
        reached = found.end()
        part = _part(found[0], found[1])
        if isinstance(part, str | Gap):
            parts.append(part)
        else:
            slips.append(Slip(part[0], found.start() + part[1], len(part[2]), part[2]))
            parts.append(found[0])
    parts.append(text[reached:])
    return Phrase(text, tuple(part for part in parts if part != ""), tuple(slips))


def _part(whole: str, inside: str | None) -> str | Gap | tuple[str, int, str]:
    """Return the gap or the brace that `whole` is, or what is wrong with it, how far in, and the words that are wrong."""
    if inside is None:
        return whole[0] if len(whole) == 2 else ("brace", 0, whole)
    if "|" in inside:
        name, *forms = inside.split("|")
        if _NAME.fullmatch(name) and len(forms) == 2:
            return Gap(name, forms=(forms[0], forms[1]))
        return "format", 0, whole
    name, _, how = inside.partition(":")
    if not (_NAME.fullmatch(name) or (not name and how)):
        return "name", 0, whole
    if how in PAIRS:
        return Gap(name, pair=how)
    if not how or (how in FORMATS and name):
        return Gap(name, how)
    return "format", 1 + len(name) + 1, how
