"""Which firm and which head each strategy of a level gets."""

from collections.abc import Callable
from typing import Any

from agents.buyers import StrategicBuyer
from agents.challengers import Follower, PriceWarrior
from agents.columns import PopulationModel
from agents.competitors import Competitor, Incumbent
from agents.specialists import Commoditiser, Niche
from game.world.copying import watching
from game.world.ground import Floats, Ground
from game.world.level import Level, Rival, Strategy
from game.world.niches import aimed
from game.world.rivals import MatureCompany, grown

_Special = Callable[[Rival], dict[str, Any]]


def _nothing(rival: Rival) -> dict[str, Any]:  # noqa: ARG001 - one shape for all strategies
    return {}


# The head of each strategy, and what of the level it needs to know.
_HEADS: dict[Strategy, tuple[type[Competitor], _Special]] = {
    Strategy.INCUMBENT: (Incumbent, _nothing),
    Strategy.FOLLOWER: (
        Follower,
        lambda rival: {"enters_at": rival.enters_at, "enters_after": rival.enters_after},
    ),
    Strategy.PRICE_WARRIOR: (PriceWarrior, lambda rival: {"war_weeks": rival.war_weeks}),
    Strategy.NICHE: (Niche, _nothing),
    Strategy.COMMODITISER: (Commoditiser, _nothing),
    Strategy.BUYER: (StrategicBuyer, lambda rival: {"backs": rival.backs}),
}


def firms_of(level: Level, ground: Ground, users: Floats) -> tuple[MatureCompany, ...]:
    """Return the rival firms as the level opens, in its order; `users` are people by firm and segment, (F, S)."""
    return tuple(_firm(i, rival, users[i].copy(), ground, level) for i, rival in enumerate(level.rivals, 1))


def _firm(index: int, rival: Rival, users: Floats, ground: Ground, level: Level) -> MatureCompany:
    if rival.strategy is Strategy.FOLLOWER:
        return watching(index, rival, users, ground)
    if rival.strategy is Strategy.NICHE:
        return aimed(index, rival, users, ground, level)
    return grown(index, rival, users, ground)


def heads_of(model: PopulationModel, level: Level, seed: int) -> tuple[Competitor, ...]:
    """Return the heads of the rival firms, in the order of the level."""
    return tuple(_head(model, rival, firm, seed) for firm, rival in enumerate(level.rivals, 1))


def _head(model: PopulationModel, rival: Rival, firm: int, seed: int) -> Competitor:
    head, special = _HEADS[rival.strategy]
    return head(model, rival.id, firm, seed=seed, reacts=rival.reacts, **special(rival))
