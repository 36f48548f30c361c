"""What Mesa's DataCollector keeps of each week: totals of the report, never a row a person.

So `mesa.batch_run(MarketModel, {"level": level, "rng": [1, 2, 3]})` gives one row a run, or one a week.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

from agents.engine import mesa

if TYPE_CHECKING:
    from game.world.model import MarketModel

REPORTED = (
    "week", "users", "joined", "left", "awareness", "quality", "accuracy", "trust", "ux", "content", "price_won",
    "cash_won", "revenue_won", "cost_won", "effective_items", "model", "releases", "has_launched", "scandals",
    "equity", "rounds",
)  # fmt: skip
JUDGED = ("cause", "stars", "score")


def collector() -> Any:
    """Return a collector of the report's totals and of how the level stands."""
    reporters: dict[str, Any] = {name: partial(_reported, name) for name in REPORTED}
    reporters |= {name: partial(_judged, name) for name in JUDGED}
    reporters["outcome"] = _outcome
    made: Any = mesa.DataCollector  # Mesa is not annotated
    return made(model_reporters=reporters)


def _reported(name: str, model: "MarketModel") -> float:
    number: float = getattr(model.reports[-1], name)
    return number


def _judged(name: str, model: "MarketModel") -> str | int:
    judged: str | int = getattr(model.ending, name)
    return judged


def _outcome(model: "MarketModel") -> str:
    return model.ending.outcome.value
