"""Questions of this folder in the shape in which a screen asks them: of a recording, with progress, and with one answer."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from agents.messages import Decision
from game.study.advice import WORLDS, Advice, advise
from game.study.progress import Progress, at_once
from game.study.recording import Recording
from game.study.views import Views, views_in

Found = TypeVar("Found")
Question = Callable[[Recording], Iterator[Progress[Found]]]


def advice_question(plan: Decision | None = None, worlds: int = WORLDS) -> Question[Advice]:
    """Return the question for advice after the last week; it is worked on in other processes."""
    return lambda recording: advise(recording, plan=plan, worlds=worlds)


def views_question(week: int) -> Question[Views]:
    """Return the question for the three views of a week, from 1."""
    return lambda recording: at_once(lambda: views_in(recording, week))
