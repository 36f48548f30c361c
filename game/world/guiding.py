"""What a level's tutorial is made of: one sentence and one act at a time. It changes nothing and takes no control away."""

from dataclasses import dataclass

from game.world.conditions import Condition
from game.world.texts import Text

ANCHORS = (
    "cash", "runway", "users", "accuracy", "investors", "week", "speeds", "market", "people", "lens", "decisions", "next-week",
    "apply", "trends", "loop", "news", "menu",
)  # fmt: skip
"""What a sentence can point at: parts of the screen, besides levers by their names."""

DEEDS = ("run", "pause", "step", "person", "why", "lens", "tab", "trends", "report", "views", "news")
"""What the player can be asked to do on the screen, besides bringing something about in the market."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One sentence, what it points at, and what ends it: a condition, a deed, or the player's nod where there is neither."""

    show: str  # one of `ANCHORS`, or a lever as `Decision` calls it
    text: Text
    until: Condition | None = None
    deed: str = ""  # one of `DEEDS`
