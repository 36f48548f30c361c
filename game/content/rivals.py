"""What a rival answers when somebody asks it why."""

from game.content.phrases import Filling
from game.content.words import Words
from game.world.report import Why


def why(words: Words, answer: Why) -> str:
    """Return a rival's account of its last decision."""
    values: dict[str, Filling] = dict(answer.figures)
    return words.say(f"motive.{answer.rule}", **values)
