"""Pieces of a level file as a hand would write them: maps of one line an entry, quoted sentences, comments, figures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from game.content import amounts

_WIDTH = 118  # letters of a comment's line


def block(key: str, said: Mapping[str, str]) -> Iterator[str]:
    """Yield a map, one line an entry; nothing where it is empty."""
    if said:
        yield f"{key}:"
        yield from (f"  {name}: {value}" for name, value in said.items())


def comment(said: str) -> Iterator[str]:
    """Yield a sentence as lines of comment; nothing typed can end one."""
    line = "#"
    for word in said.split():
        if len(line) + 1 + len(word) > _WIDTH and line != "#":
            yield line
            line = "#"
        line += f" {word}"
    yield line


def flow(texts: Mapping[str, str]) -> str:
    """Return sentences as a map on one line, each quoted as YAML and JSON both read it."""
    said = (f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in texts.items())
    return f"{{{', '.join(said)}}}"


def figure(value: float, unit: str) -> str:
    """Return the value of a parameter: shares in per cent."""
    exact = Decimal(str(float(value)))
    return amounts.percent(exact) if unit in ("share", "chance") and value <= 1 else amounts.written(exact)


def plain(value: float) -> str:
    """Return a figure without noise behind the point."""
    return amounts.written(Decimal(str(float(value))))
