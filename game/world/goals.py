"""When a level is over, and how well it went.

A must that fails, or an empty till, ends the level at once. It is won as soon as every win objective holds for
its weeks in a row, those asked `at_end` in the last week only; if the clock runs out first, that is neither.
Who sells the company makes that week the last: the goals are met by then, or lost.
Whatever it says, an ending names its cause.
"""

from collections.abc import Mapping

from game.world.level import Kind, Level, Objective
from game.world.report import Ending, Outcome

OUT_OF_CASH, OUT_OF_TIME, ALL_MET, SOLD = "out-of-cash", "out-of-time", "goals-met", "sold"

UNDECIDED = (OUT_OF_TIME, SOLD)  # causes that say nothing of what was missed

Streaks = dict[str, int]  # weeks in a row each objective has held, by id
Values = Mapping[str, float | bool]


def counted(level: Level, values: Values, streaks: Streaks) -> Streaks:
    """Return the weeks in a row each objective has held, this week included."""
    return {o.id: streaks.get(o.id, 0) + 1 if o.when.holds(values) else 0 for o in level.objectives}


def judge(level: Level, streaks: Streaks, week: int, cash_won: int, is_sold: bool = False) -> Ending:
    """Return how the level stands after a week.

    Args:
        level: the level.
        streaks: weeks in a row each objective has held.
        week: weeks played.
        cash_won: in the player's till.
        is_sold: whether the founders have sold; no week follows then.
    """
    is_last = is_sold or week >= level.weeks
    met = frozenset(o.id for o in level.objectives if _is_met(o, streaks, is_last))
    points = int(sum(o.points for o in level.objectives if o.id in met))  # whole numbers
    if cash_won < 0 and not is_sold:
        return Ending(Outcome.LOST, OUT_OF_CASH, week, 0, points)
    for o in level.objectives:
        if o.kind is Kind.MUST and streaks[o.id] == 0 and (is_last or not o.at_end):
            return Ending(Outcome.LOST, o.id, week, 0, points)
    wins = [o for o in level.objectives if o.kind is Kind.WIN]
    if wins and all(o.id in met for o in wins):
        return Ending(Outcome.WON, ALL_MET, week, 1 + _bonuses(level, met), points)
    if is_sold and wins:
        return Ending(Outcome.LOST, SOLD, week, 0, points)
    if is_last:
        return Ending(Outcome.TIME, SOLD if is_sold else OUT_OF_TIME, week, 0, points)
    return Ending(score=points)


def missed(level: Level, streaks: Streaks) -> tuple[str, ...]:
    """Return the ids of the goals that are not met in a last week."""
    wins = (o for o in level.objectives if o.kind is Kind.WIN)
    return tuple(o.id for o in wins if not _is_met(o, streaks, is_last=True))


def _is_met(objective: Objective, streaks: Streaks, is_last: bool) -> bool:
    """Return whether an objective holds now, for long enough, and at a time that counts."""
    return streaks[objective.id] >= objective.hold_weeks and (is_last or not objective.at_end)


def _bonuses(level: Level, met: frozenset[str]) -> int:
    """Return the stars beyond the one for winning."""
    return len([o for o in level.objectives if o.kind is Kind.BONUS and o.id in met])
