"""A page for every message about a level: what it is about, how it comes about, how it is mended.

The examples are levels themselves, so a test can read them: the wrong one makes the message, the right one nothing at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from game.content import telling
from game.content.complaints import LevelError
from game.content.nodes import plain
from game.content.tree import read_file
from game.content.words import FOLDER, Words

FILE = "pages.yaml"
HEAD = "format: 1\nid: example\nextends: core/startup\ntitle: {ko: 보기, en: An example}\n"
"""The four lines every level begins with; examples leave them out."""
_WHOLE = ("format:", "- ")  # begin examples that are a whole file


def codes() -> tuple[str, ...]:
    """Return every message that has a page, by family and number."""
    return tuple(_pages())


def page(code: str, words: Words) -> str | None:
    """Return the page of a message, or None when there is no such message."""
    found = _pages().get(code)
    if found is None:
        return None
    parts = [f"{code}  {telling.pattern(code, words.language)}", found[words.language].rstrip()]
    for which in ("wrong", "right"):
        if which in found:
            parts.append(f"{words.say(f'explain.{which}')}\n{_indented(found[which])}")
    if "wrong" in found and not found["wrong"].startswith(_WHOLE):
        parts.append(words.say("explain.headless"))
    return "\n\n".join(parts)


def example(code: str, which: str) -> str | None:
    """Return the `wrong` or the `right` example of a message as a whole level, or None where none can be shown."""
    body = _pages()[code].get(which)
    return body if body is None or body.startswith(_WHOLE) else HEAD + body


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip("\n").split("\n"))


@lru_cache(maxsize=1)
def _pages() -> Mapping[str, Mapping[str, str]]:
    """Read the pages once.

    Raises:
        LevelError: the file cannot be used.
    """
    reading = read_file(FOLDER / FILE, FILE)
    if reading.root is None or reading.complaints:
        raise LevelError(reading.complaints)
    found = plain(reading.root)
    assert isinstance(found, dict)
    return {code: _strings(parts) for code, parts in found.items()}


def _strings(parts: object) -> Mapping[str, str]:
    assert isinstance(parts, dict)
    return {name: text for name, text in parts.items() if isinstance(text, str)}
