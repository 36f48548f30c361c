"""What was drawn and what came, in words: screen and terminal say the same."""

from game.content.words import Words
from game.study.sketches import Scored
from game.world.level import Level, Text
from game.world.sketched import SHARES

_MONEY = frozenset({"cash", "revenue"})
_NOTHING = Text("", "")


def name(words: Words, value: str) -> str:
    """Return what is drawn, one of `game.world.sketched.SKETCHED`."""
    return words.say(f"predict.value.{value}")


def amount(words: Words, value: str, figure: float) -> str:
    """Return an amount of what is drawn."""
    kind = "share" if value in SHARES else "money" if value in _MONEY else "people"
    return words.say(f"predict.amount.{kind}", n=figure if kind == "share" else round(figure))


def miss(words: Words, value: str, figure: float) -> str:
    """Return how far something missed on the average; shares in points."""
    kind = "share" if value in SHARES else "money" if value in _MONEY else "people"
    return words.say(f"predict.miss.{kind}", n=figure if kind == "share" else round(figure))


def question(level: Level, id_: str) -> Text:
    """Return the question of a level; an old journal may know one the level no longer has."""
    return next((sketch.text for sketch in level.sketches if sketch.id == id_), _NOTHING)


def verdict(words: Words, found: Scored) -> str:
    """Return how a drawing fared: how far it missed, beside a flat line, and how often the band held."""
    value = found.drawing.value
    if not found.came:
        return words.say("predict.nothing-came")
    key = "better" if found.miss < found.flat else "worse" if found.miss > found.flat else "same"
    told = words.say(
        f"predict.verdict.{key}", miss=miss(words, value, found.miss), flat=miss(words, value, found.flat)
    )
    band = words.say("predict.band", inside=found.inside, weeks=len(found.came))
    return f"{told} {band}"
