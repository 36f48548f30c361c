"""Fields that came after the first saved games: where they say what was so before them, fingerprints and hashes leave them out."""

from dataclasses import MISSING, Field
from typing import Any

from agents.messages import LATER


def is_unused(value: object, part: Field[Any]) -> bool:
    """Return whether a field came after the first saved games and says here what was so before it came."""
    if LATER.keys().isdisjoint(part.metadata):
        return False
    usual = part.default if part.default_factory is MISSING else part.default_factory()
    return bool(getattr(value, part.name) == usual)
