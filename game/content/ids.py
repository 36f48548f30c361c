"""Ids: small letters, digits, `-` and `_`, parts joined by `/`. They are looked up, never used as a path."""

from __future__ import annotations

import re

from game.content import guesses
from game.content.complaints import Said, instead

MOST_ID = 64  # characters
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*", re.ASCII)


def is_id(text: str) -> bool:
    """Return whether a text can be an id."""
    return len(text) <= MOST_ID and _ID.fullmatch(text) is not None


def better_id(text: str) -> Said | None:
    """Return how to write what was meant as an id: `My Level` as `my-level`."""
    near = guesses.name(text)
    return instead(near if near is not None and is_id(near) else None)
