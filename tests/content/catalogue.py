"""A small catalogue of values for tests, and a short way to read a condition."""

from dataclasses import dataclass

from game.content.conditions import Parsed, parse
from game.content.places import Source
from game.world.conditions import Kind


@dataclass(frozen=True)
class Known:
    kind: Kind


CATALOGUE = {
    "users": Known(Kind.NUMBER),
    "users.peak": Known(Kind.NUMBER),
    "week": Known(Kind.NUMBER),
    "cash": Known(Kind.MONEY),
    "privacy.trust": Known(Kind.SHARE),
    "trust.peak": Known(Kind.SHARE),
    "scandal": Known(Kind.YES_NO),
    "segments.early-birds.users": Known(Kind.NUMBER),
    "data.clean": Known(Kind.SHARE),
    "data.rows": Known(Kind.NUMBER),
}


def condition(text: str) -> Parsed:
    """Read a condition that stands alone in a file."""
    source = Source("condition", text)
    return parse(text, CATALOGUE, source.place)


def codes(text: str) -> list[str]:
    """Return the codes of everything wrong with a condition."""
    return [complaint.code for complaint in condition(text)[1]]
