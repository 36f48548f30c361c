"""One line of a journal: canonical JSON, so that equal content is equal bytes on every machine.

Keys are sorted, there are no spaces, everything outside ASCII is escaped, and the only values are whole numbers, yes or no,
texts, lists and maps of them. Reading is for files from strangers: no float, NaN or Infinity, no key twice, no deep nesting,
no huge number and no huge line gets past `read`.
"""

import json
from collections.abc import Mapping
from typing import Any

LONGEST = 65_536  # bytes of a line; a week takes some 100
_MOST_BRACKETS = 512  # bounds the depth before the parser sees the line; 64 answers take 66
_MOST_DIGITS = 16  # 2^53 has 16


class LineError(ValueError):
    """A line is not what `write` writes."""


def write(content: Mapping[str, object]) -> bytes:
    """Return the content as one line, newline included."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return text.encode("ascii") + b"\n"


def read(line: bytes) -> dict[str, Any]:
    """Return what a line says.

    Raises:
        LineError: it is too long or too deep, not JSON, not a map, or holds a value no journal holds.
    """
    if len(line) > LONGEST or line.count(b"[") + line.count(b"{") > _MOST_BRACKETS:
        raise LineError
    try:
        found = json.loads(
            line.decode("utf-8"),
            object_pairs_hook=_once,
            parse_float=_never,
            parse_constant=_never,
            parse_int=_whole,
        )
    except (ValueError, RecursionError) as wrong:
        raise LineError from wrong
    if not isinstance(found, dict):
        raise LineError
    return found


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise LineError
    return found


def _never(text: str) -> None:
    raise LineError(text)


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > _MOST_DIGITS:
        raise LineError(text)
    return int(text)
