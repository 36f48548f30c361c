"""What investors ask for beside their share, and how it is kept: money held back, levers promised away, who is paid first.

Seed and series A money often comes in parts, the later ones on reaching a milestone (staged financing: Gompers 1995), with
covenants, and with a preference when the company is sold (Kaplan and Stromberg 2003). What a fund asks for stands in its
level; nothing is asked for unless a level says so.
"""

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from agents.messages import Decision, Terms
from game.world.level import Conditions
from game.world.levers import Refusal
from game.world.money import Reason, won

if TYPE_CHECKING:
    from game.world.model import MarketModel


@dataclass(slots=True)
class Pledge:
    """What was promised to one investor; `terms.held_won` is 0 once it is paid or lost."""

    investor: str
    terms: Terms


def terms_of(asked: Conditions, amount_won: int, week: int) -> Terms:
    """Return what an investor asks for with an offer of this much, closed in this week as reports count."""
    if asked == Conditions():
        return Terms()
    return Terms(
        held_won=won(amount_won * asked.held),
        users=asked.users if asked.held > 0 else 0,
        until_week=week + asked.within if asked.held > 0 else 0,
        forbids=asked.forbids,
        first_won=won(amount_won * asked.preference),
    )


def keep(model: "MarketModel", investor: str, terms: Terms) -> None:
    """Note what was promised, and switch off what was promised away."""
    if terms == Terms():
        return
    model.sector.pledges.append(Pledge(investor, terms))
    company = model.companies[0]
    off: dict[str, Any] = {lever: type(getattr(company.decision, lever))(0) for lever in terms.forbids}
    company.decision = replace(company.decision, **off)


def settle(model: "MarketModel") -> None:
    """Pay what was held back once the milestone is reached, and drop it when its week has passed."""
    company, week = model.companies[0], model.week + 1
    for pledge in model.sector.pledges:
        terms = pledge.terms
        if terms.held_won <= 0 or not company.is_alive:
            continue
        is_reached = company.users_now >= terms.users
        if is_reached:
            company.ledger.post(Reason.INVESTMENT, terms.held_won)
        if is_reached or week >= terms.until_week:
            told = "milestone.reached" if is_reached else "milestone.missed"
            fund = model.level.fund(pledge.investor).name
            model.newsroom.tell(
                week, told, fund=fund, amount_won=float(terms.held_won), users=float(terms.users)
            )
            pledge.terms = replace(terms, held_won=0)


def forbidden(model: "MarketModel") -> frozenset[str]:
    """Return the levers that were promised away."""
    return frozenset(lever for pledge in model.sector.pledges for lever in pledge.terms.forbids)


def broken(model: "MarketModel", decision: Decision) -> tuple[Refusal, ...]:
    """Return a refusal for each lever that would break a promise to an investor."""
    return tuple(Refusal(lever, "promised") for lever in sorted(forbidden(model)) if getattr(decision, lever))


def founders_won(model: "MarketModel", price_won: int) -> float:
    """Return what of the price of the whole company goes to its founders, once those who are paid first are paid."""
    left = max(price_won - preferred_won(model), 0)
    return min(price_won * model.companies[0].equity, float(left))


def preferred_won(model: "MarketModel") -> int:
    """Return what investors are paid before the founders if the company is sold."""
    return int(math.fsum(pledge.terms.first_won for pledge in model.sector.pledges))
