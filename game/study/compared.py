"""Two futures side by side, with everything a screen needs to show them: who stands otherwise, why, and where the money went."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from agents.messages import Term
from game.study.choices import Edit
from game.study.progress import Progress
from game.study.recording import Recording
from game.study.visit import visit
from game.study.whatif import Crowd, Otherwise, WhatIf, other_future
from game.world.report import MarketView


@dataclass(frozen=True)
class Compared:
    """Both futures after the last week they share."""

    found: WhatIf
    week: int
    crowd: Crowd
    view: MarketView  # of the changed future
    turned: tuple[Otherwise, ...]
    left_by: dict[Term, float]
    money_won: dict[str, int]


def compared(
    recording: Recording, edits: Sequence[Edit], most: int = 5
) -> Generator[Progress[Compared], None, None]:
    """Play the other future and compare; yield after each week, with both after the last.

    Args:
        recording: the game as it was.
        edits: what is decided otherwise, at least one.
        most: people told who behaved otherwise.

    Raises:
        EditError: the past cannot be changed so.
    """
    for step in other_future(recording, edits):
        if step.answer is None:
            yield Progress(step.done, step.of + 1)
            continue
        found = step.answer
        week = found.last_common_week
        answer = Compared(
            found,
            week,
            found.crowd(week),
            visit(found.changed, week).view,
            found.otherwise(week, most),
            found.left_by(),
            found.money(),
        )
        yield Progress(step.of + 1, step.of + 1, answer)
