"""What the world tells those who decide: the offers that users see, the news that firms read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from agents.messages import Clientele, News, Offers, Survey
from game.world import accounts, terms, waiting
from game.world.company import Company
from game.world.contracts import TechnologyCompany
from game.world.copying import CopyingCompany
from game.world.effects import Scene
from game.world.ground import Ground
from game.world.niches import NicheCompany

if TYPE_CHECKING:
    from game.world.model import MarketModel


def offers(
    companies: Sequence[Company], scene: Scene, ground: Ground, scandals: Sequence[bool] | None = None
) -> Offers:
    """Return the services of a week as anybody can see them, the player's first.

    Args:
        companies: all firms.
        scene: word of mouth that an event card has started about the player's firm.
        ground: what no firm can change.
        scandals: which firms are in a scandal that breaks out this week; none by default.
    """
    broke = np.array([False] * len(companies) if scandals is None else scandals, np.bool_)
    press = np.where(broke, ground.parameters.press, 0.0)
    press[0] += scene.press
    adverts = [_advertising(c) for c in companies]
    advertised = np.array([shown for _, shown in adverts])
    advertised[0] += scene.advertised
    return Offers(
        quality=np.stack([c.quality for c in companies]),
        lab_quality=np.stack([c.lab_quality for c in companies]),
        ux=np.array([_felt_ux(c, ground) for c in companies]),
        content=np.array([c.content for c in companies]),
        speed=waiting.speeds(companies, ground),
        relative_price=np.array([accounts.relative_price(c, ground) for c in companies]),
        trust=np.stack([c.trust for c in companies]),
        brand=np.array([c.brand for c in companies]),
        people=np.stack([c.users for c in companies]),
        is_open=np.array([_serves_people(c) for c in companies]),
        marketing_won=np.array([won for won, _ in adverts]),
        advertised=advertised,
        collection=np.array([c.decision.collection_permille / 1000 for c in companies]),
        scandal=broke,
        press=press,
        scandal_churn=ground.parameters.scandal_churn,
    )


def _felt_ux(company: Company, ground: Ground) -> float:
    """Return how pleasant a service is with all its questions; the better the design, the less they are in the way."""
    asked = company.decision.feedback_permille / 1000
    return company.ux - ground.parameters.nag * asked * (1 - company.ux)


def _serves_people(company: Company) -> bool:
    """Return whether people can use the firm's product this week."""
    return company.is_open and not isinstance(company, TechnologyCompany)


def _advertising(company: Company) -> tuple[int, float]:
    """Return the won that buy installs this week, and the awareness that a campaign of another kind brings."""
    if not _serves_people(company):
        return 0, 0.0
    if isinstance(company, CopyingCompany):
        return 0, company.shown
    return company.decision.marketing_won, 0.0


def news(model: "MarketModel", firm: int) -> News:
    """Return what a firm can know at the start of the coming week."""
    company, ground, people = model.companies[firm], model.ground, model.level.people
    ledger = company.ledger
    found = News(
        week=model.week,
        weeks=model.level.weeks,
        firm=firm,
        shares=tuple(c.users_now / people for c in model.companies),
        prices_won=tuple(c.decision.price_won for c in model.companies),
        is_open=tuple(c.is_open for c in model.companies),
        reviews=tuple(ground.overall(c.quality) if c.is_open else 0.0 for c in model.companies),
        cash_won=ledger.cash_won,
        revenue_won=ledger.revenue_won,
        cost_won=ledger.cost_won,
        quality=ground.overall(company.quality),
        best_quality=company.best_quality,
        weeks_to_release=company.weeks_to_release,
        has_launched=company.has_launched,
        decision=company.decision,
        refused=company.refused,
        survey=_survey(model),
    )
    return _to_a_rival(model, company, found) if firm else _to_the_player(model, found)


def clientele(company: Company) -> Clientele:
    """Return what a firm knows of its clients; one that sells to people has none."""
    if not isinstance(company, TechnologyCompany):
        return Clientele()
    return Clientele(len(company.contracts), len(company.leads), company.fee_won, company.rare)


def _survey(model: "MarketModel") -> Survey:
    """Return what market research finds out about the people."""
    unserved = np.maximum(model.ground.people - model.market.users_by_segment(), 0.0)
    return Survey(
        people=float(model.level.people),
        unserved=tuple(unserved.tolist()),
        distances=model.level.distances,
        price_weight=model.parameters.b_price,
    )


def _to_a_rival(model: "MarketModel", company: Company, found: News) -> News:
    """Add what only the firm itself can know."""
    return replace(
        found,
        aim=company.aim if isinstance(company, NicheCompany) else -1,
        is_backed=isinstance(company, CopyingCompany) and company.is_backed,
        was_declined=model.level.rivals[company.index - 1].id in model.suit.declined,
    )


def _to_the_player(model: "MarketModel", found: News) -> News:
    """Add what waits for the player's answer, and the books of a firm that has clients."""
    company = model.companies[0]
    return replace(
        found,
        clientele=clientele(company),
        sheets=tuple(model.sheets),
        cards=tuple((c.id, tuple(o.id for o in c.choices)) for c in model.deck.cards(model.level)),
        locked=model.level.start.locked | terms.forbidden(model),
    )
