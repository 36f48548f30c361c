"""The rivals' part of a week: each studies the market, decides from the news, and is held to what it can pay."""

from typing import TYPE_CHECKING

from agents.motives import Act, Deed
from game.world import answering
from game.world.company import Company
from game.world.copying import CopyingCompany
from game.world.level import Effect, Text
from game.world.money import Reason
from game.world.niches import NicheCompany
from game.world.rivals import MatureCompany

if TYPE_CHECKING:
    from game.world.model import MarketModel

# What a model given away does for everybody (model document, rivals: the commoditiser).
PUBLISHED = (Effect("market.open_dist", add=-0.05), Effect("market.n0_dl", scale=0.85))
ADOPTED = 0.02  # quality it brings a mature firm: about what these two do for a deep model on open data
COPY_WON = 2_000_000_000  # what a firm that copies is sold for at least: its team (`agents.buyers.TEAM_WON`)
YEARS, WEEKS = 5, 52  # of its revenue, if that is more


def hear(model: "MarketModel") -> None:
    """Let every rival decide, and carry out what it may; an order it cannot pay leaves the old ones in force."""
    deeds = []
    for head in model.competitors:
        company = model.companies[head.firm]
        if not company.is_alive:
            company.carry_out(company.decision)
            continue
        if isinstance(company, CopyingCompany):
            company.study(model.offers, model.ground)
        order, before = head.decide(model.news(head.firm)), company.decision
        refused = company.check(order, model.ground)
        company.refused = tuple(f"{r.lever}:{r.code}" for r in refused)
        company.carry_out(before if refused else order)
        if company.decision.opens_early and not company.has_launched:
            _tell(model, company, "rival.enters")
        answering.tell_rival(model, company, before)
        if head.deed is not None and not refused:
            deeds.append((company, head.deed))
    model.suit.declined = ()
    for company, deed in deeds:
        _do(model, company, deed)


def _do(model: "MarketModel", company: Company, deed: Deed) -> None:
    if deed.act is Act.AIM and isinstance(company, NicheCompany):
        company.aim = deed.number
        _tell(model, company, "rival.aims", segment=model.level.segments[deed.number].name)
    elif deed.act is Act.PUBLISH:
        model.play_on(PUBLISHED)
        for other in model.companies:
            if isinstance(other, MatureCompany) and other.is_open:
                other.adopt(ADOPTED)
        _tell(model, company, "rival.publishes")
    elif deed.act is Act.BACK:
        _back(model, company)


def _back(model: "MarketModel", buyer: Company) -> None:
    """Let the buyer pay for the firm that copies the player; nothing happens where there is none, or too little money."""
    copies = (c for c in model.companies if isinstance(c, CopyingCompany) and c.is_alive and not c.is_backed)
    copy = next(copies, None)
    if copy is None:
        return
    price = max(COPY_WON, YEARS * WEEKS * copy.ledger.revenue_won)
    if price > buyer.ledger.cash_won:
        return
    buyer.ledger.post(Reason.ACQUISITION, -price)
    copy.ledger.post(Reason.ACQUISITION, price)
    copy.is_backed = True
    _tell(model, buyer, "rival.backs", other=name_of(model, copy), price_won=float(price))


def name_of(model: "MarketModel", company: Company) -> Text:
    """Return what a rival firm is called."""
    return model.level.rivals[company.index - 1].name


def _tell(model: "MarketModel", company: Company, id_: str, **values: float | Text) -> None:
    model.newsroom.tell(model.week + 1, id_, rival=name_of(model, company), **values)
