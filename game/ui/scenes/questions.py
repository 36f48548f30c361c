"""The ways to the scenes that answer questions about a game: why, and what if. Each lies over the scene it was asked from."""

from agents.messages import Decision
from game.study.choices import Choice
from game.study.forecast import Fan, forecast
from game.study.subjects import Subject
from game.ui.house import House
from game.ui.inquiry import Asked, Inquiry
from game.ui.scene import Command, Go
from game.world.level import Level


def why(
    house: House, level: Level, inquiry: Inquiry, subject: Subject | None = None, week: int | None = None
) -> Command:
    """Ask somebody why, after a week or the last one; nobody in particular: whoever left last."""
    from game.ui.scenes.why import Why

    return Go(lambda look: Why(house, look, level, inquiry, subject, week))


def what_if(house: House, level: Level, inquiry: Inquiry, choice: Choice | None = None) -> Command:
    """Ask what would have been; with a choice, without it."""
    from game.ui.scenes.what_if import WhatIfPage

    return Go(lambda look: WhatIfPage(house, look, level, inquiry, choice))


def fan(inquiry: Inquiry, decision: Decision | None) -> Asked[Fan]:
    """Ask what may come of going on like this, a decision given next week first; any that is refused is left out."""
    return inquiry.ask(lambda recording: forecast(recording.at(recording.weeks), decision))
