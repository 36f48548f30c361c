"""The figures by which two futures are compared, by id: how each is read off a report, and what it counts."""

from collections.abc import Callable

from agents.messages import Source
from game.world.report import WeekReport

# "people", "items", "share" or "money": how a figure is written.
FIGURES: dict[str, tuple[Callable[[WeekReport], float], str]] = {
    "users": (lambda r: round(r.users), "people"),
    "cash": (lambda r: r.cash_won, "money"),
    "accuracy": (lambda r: r.accuracy, "share"),
    "quality": (lambda r: r.quality, "share"),
    "trust": (lambda r: r.trust, "share"),
    "data": (lambda r: sum(r.data_items[s] for s in Source), "items"),
    "backlog": (lambda r: sum(r.backlog_items), "items"),
    "cost": (lambda r: r.cost_won, "money"),
}
