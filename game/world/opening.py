"""How a level becomes people, firms and funds."""

from dataclasses import fields

from agents.columns import PopulationModel
from agents.investors import EarningsInvestor, Investor, ScarcityInvestor
from agents.nature import Nature, Origin
from game.world.casting import firms_of
from game.world.company import Company, founded
from game.world.contracts import research
from game.world.ground import Floats, Ground
from game.world.level import Business, Level, Thesis
from game.world.parameters import Parameters


def nature_of(level: Level, parameters: Parameters) -> Nature:
    """Return how people behave in this world."""
    numbers = {f.name: getattr(parameters, f.name) for f in fields(Nature) if hasattr(parameters, f.name)}
    numbers["acquaintances"] = round(parameters.acquaintances)
    dread = parameters.storm * parameters.press
    return Nature(**numbers, dread=dread, dread_half=parameters.trust_half, recalls=level.recalls)


def origin_of(level: Level) -> Origin:
    """Return who the people are and whom they use when the level opens; nobody knows the player's firm."""
    return Origin(
        people=tuple(s.people for s in level.segments),
        tastes=tuple(s.taste for s in level.segments),
        shares=(0.0, *(r.share for r in level.rivals)),
        awareness=(0.0, *(r.awareness for r in level.rivals)),
        agents=level.agents,
    )


def companies_of(level: Level, ground: Ground, users: Floats) -> tuple[Company, ...]:
    """Return all firms at the start, the player's first; `users` are people by firm and segment, (F, S)."""
    start = level.start
    player = founded(0, start.cash_won, start.decision, ground)
    player.first_knowledge, player.ux = start.knowledge, start.ux
    if start.business is Business.TECHNOLOGY:
        player = research(player)
    return (player, *firms_of(level, ground, users))


_THESES: dict[Thesis, type[Investor]] = {
    Thesis.EARNS: EarningsInvestor,
    Thesis.SCARCE: ScarcityInvestor,
}


def investors_of(model: PopulationModel, level: Level, seed: int) -> tuple[Investor, ...]:
    """Return the funds, in the order of the level."""
    return tuple(
        _THESES[fund.thesis](model, fund.id, seed, number) for number, fund in enumerate(level.funds)
    )


def asks_for(level: Level, prefix: str) -> bool:
    """Return whether the world, a plan or a promise asks for a value whose name begins so.

    Learning goals do not count: they are asked of a player's own game, in which everything is measured.
    """
    conditions = [
        *(card.when for card in level.events),
        *(objective.when for objective in level.objectives),
        *(order.when for plan in level.plans for order in plan.orders),
        *(promise.expect for promise in level.tests),
    ]
    return any(name.startswith(prefix) for condition in conditions for name in condition.names)
