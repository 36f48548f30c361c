"""Questions of this folder in the shape in which a screen asks them: of a recording, with progress, and with one answer."""

from collections.abc import Callable, Iterator

from game.study.progress import Progress, at_once
from game.study.recording import Recording
from game.study.views import Views, views_in


def views_question(week: int) -> Callable[[Recording], Iterator[Progress[Views]]]:
    """Return the question for the three views of a week, from 1."""
    return lambda recording: at_once(lambda: views_in(recording, week))
