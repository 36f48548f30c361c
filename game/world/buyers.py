"""Offers for the player's whole company: who may make one, what comes of a yes, and what of a no.

The technology nobody else has is "without price" in the source deck; here somebody names one. An offer stands four
weeks like a term sheet's and is answered in the same way. Accepted, it ends the level: whether that was a success,
the level's objectives say. Declined, or left to lapse, the buyer may turn to whoever copies the player.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agents.buyers import StrategicBuyer
from agents.messages import Pitch, TermSheet
from game.world import funding, terms
from game.world.company import Company
from game.world.contracts import arr_won
from game.world.level import Text
from game.world.money import Reason

if TYPE_CHECKING:
    from game.world.model import MarketModel

WHOLE = 1.0  # share of the company that such an offer is for


@dataclass(frozen=True, slots=True)
class Sale:
    """The company was sold: to whom, for how much, and what the founders' shares brought them."""

    buyer: str
    price_won: int
    founders_won: float
    multiple: float  # of a year's contracts or revenue; 0 where there is none to compare with


@dataclass(slots=True)
class Suit:
    """How things stand with those who would buy the company."""

    sale: Sale | None = None
    declined: tuple[str, ...] = ()  # buyers told no since they last looked at the news


def hear(model: "MarketModel") -> None:
    """Let every buyer consider the player's firm; it needs no invitation."""
    company = model.companies[0]
    if not company.is_alive or model.suit.sale is not None:
        return
    for buyer in model.competitors:
        if not isinstance(buyer, StrategicBuyer) or not model.companies[buyer.firm].is_alive:
            continue
        shown = shown_to_buyers(model)
        verdict = buyer.consider(shown)
        if verdict is not None and verdict.is_yes:
            expires = model.week + 1 + funding.SHEET_WEEKS
            id_ = f"{buyer.id}-{model.week + 1}"
            sheet = TermSheet(id_, buyer.id, buyer.bid(shown), WHOLE, expires, verdict)
            model.sheets.append(sheet)
            _tell(model, "bid", sheet, weeks=float(funding.SHEET_WEEKS))


def shown_to_buyers(model: "MarketModel") -> Pitch:
    """Return what anybody who might buy the player's firm can find out about it."""
    return funding.pitch(model.companies[0], model.companies[1:], model.week, model.ground)


def accept(model: "MarketModel", sheet: TermSheet) -> None:
    """Sell the company: the buyer pays its owners, and the talks are over."""
    company, buyer = model.companies[0], _firm(model, sheet)
    arr = arr_won(company)
    model.suit.sale = Sale(
        buyer=sheet.investor,
        price_won=sheet.amount_won,
        founders_won=terms.founders_won(model, sheet.amount_won),
        multiple=sheet.amount_won / arr if arr > 0 else 0.0,
    )
    buyer.ledger.post(Reason.ACQUISITION, -sheet.amount_won)
    model.sheets = []
    _tell(model, "sold", sheet)


def decline(model: "MarketModel", sheet: TermSheet, told: str) -> None:
    """Tell the buyer no, or nothing for too long, which is a no."""
    model.suit.declined = (*model.suit.declined, sheet.investor)
    _tell(model, told, sheet)


def _firm(model: "MarketModel", sheet: TermSheet) -> Company:
    return next(model.companies[head.firm] for head in model.competitors if head.id == sheet.investor)


def _tell(model: "MarketModel", id_: str, sheet: TermSheet, **more: float | Text) -> None:
    name = model.level.rivals[_firm(model, sheet).index - 1].name
    model.newsroom.tell(model.week + 1, id_, rival=name, amount_won=float(sheet.amount_won), **more)
