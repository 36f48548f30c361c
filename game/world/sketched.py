"""What a player may be asked to foretell: figures of the report that everybody can follow week by week."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # which figures there are is known without a report
    from game.world.report import WeekReport

MOST_WEEKS = 26  # ahead; half a year is as far as anybody plans here

SKETCHED: dict[str, Callable[[WeekReport], float]] = {
    "users": lambda r: r.users,
    "cash": lambda r: float(r.cash_won),
    "revenue": lambda r: float(r.revenue_won),
    "accuracy": lambda r: r.accuracy,
    "quality": lambda r: r.quality,
    "trust": lambda r: r.trust,
}
SHARES = frozenset({"accuracy", "quality", "trust"})  # between 0 and 1; the rest is people or won
