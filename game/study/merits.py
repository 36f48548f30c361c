"""How good an end is, as one number, so that ends can be compared: lost below out of time below won.

Within lost, to have held out longer is better; within the others, points and stars; and where nothing else differs, users.
"""

import math

from game.world.level import Level
from game.world.report import Ending, Outcome, WeekReport

# Shares of a step between two kinds of end; only their order matters, and that users never outweigh what a level asks for.
_BY_GOALS, _BY_USERS = 0.8, 0.1


def merit_of(level: Level, ending: Ending, report: WeekReport) -> float:
    """Return 0..1 for lost, 1..2 for out of time or still running, 2..3 for won.

    Args:
        level: what had to be reached.
        ending: how it stands.
        report: of the last week.
    """
    users = math.log1p(report.users) / math.log1p(level.people)
    weeks = report.week / level.weeks
    points = sum(objective.points for objective in level.objectives)
    score = ending.score / points if points else 0.0
    match ending.outcome:
        case Outcome.LOST:
            return _BY_GOALS * weeks + _BY_USERS * users
        case Outcome.WON:
            return 2 + _BY_GOALS * (0.5 * score + 0.5 * (1 - weeks)) + _BY_USERS * users
    return 1 + _BY_GOALS * score + _BY_USERS * users
