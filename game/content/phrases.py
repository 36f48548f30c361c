"""Text with gaps: `{name}`, a number format, a Korean particle, an English plural. Never `str.format`.

Level files come from anybody, and `str.format` walks attributes and allocates whatever width it is told. Here a gap names one
value and at most one format of a closed list, so the worst a text can do is to be refused:

- `{name}` the value as it is; `{n:,}` in full; `{n:count}` short; `{won:money}` and `{won:won}` long and short money
- `{share:%}`, `{share:%1}` a share in percent; `{n:+}`, `{won:+money}`, `{share:+%}` with a sign, in points for a share
- `{name:이/가}`, `{won:money:이/가}` the value and the particle that fits it; `{:이/가}` the particle for what stands before it
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
_FIXED = re.compile(r"\{([a-z][a-z0-9_]*)\}(은|는|이|가|을|를|과|와|으로|로)(?![가-힣])")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap of a phrase: whose value, how it is written, what follows it."""

    name: str  # empty for a particle that follows the text before it
    format: str = ""
    pair: str = ""
    forms: tuple[str, str] | None = None  # singular and plural


@dataclass(frozen=True, slots=True)
class Slip:
    """A gap that is not written right: where in the text it begins, and what is or should be written."""

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
        parts.append(found[0] if part is None else part)
        if part is None:
            slips.append(Slip(found.start(), len(found[0]), found[0]))
    parts.append(text[reached:])
    return Phrase(text, tuple(part for part in parts if part != ""), tuple(slips))


def _part(whole: str, inside: str | None) -> str | Gap | None:
    """Return the gap or the brace that `whole` is, or None when it is neither."""
    if inside is None:
        return whole[0] if len(whole) == 2 else None
    if "|" in inside:
        name, *forms = inside.split("|")
        return Gap(name, forms=(forms[0], forms[1])) if _NAME.fullmatch(name) and len(forms) == 2 else None
    name, colon, how = inside.partition(":")
    if not _NAME.fullmatch(name):
        return Gap("", pair=how) if not name and how in PAIRS else None
    written, _, pair = how.rpartition(":") if ":" in how or how in PAIRS else (how, "", "")
    if (written and written not in FORMATS) or (pair and pair not in PAIRS) or (colon and not how):
        return None
    return Gap(name, written, pair)


def fixed_particles(text: str) -> tuple[Slip, ...]:
    """Return the particles written by hand after a gap, `{company}가`: they are wrong for every other company."""
    return tuple(Slip(f.start(), len(f[0]), f"{f[1]}:{_pair_of(f[2])}") for f in _FIXED.finditer(text))


def _pair_of(form: str) -> str:
    return next(pair for pair in PAIRS if form in pair.split("/"))
