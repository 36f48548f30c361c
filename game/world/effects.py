"""What an event card can change: a closed vocabulary, each with its bounds.

An effect scales a quantity and then adds to it, and what comes out is kept inside its bounds, so that no level
can make the world meaningless. People are never moved by a card: it changes what they see, and they decide. The
vocabulary itself stands in `catalogue`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from agents.arrays import Floats
from agents.messages import Offers, Source
from game.world.catalogue import EFFECTS, MARKET
from game.world.company import Company
from game.world.data import CRAWLED, LOGGED
from game.world.learning import freshness
from game.world.level import Business, Effect
from game.world.money import Reason, won
from game.world.parameters import Parameters


@dataclass(slots=True)
class Scene:
    """What a card plays on: the player's firm, the numbers of the market, and next week's word of mouth."""

    company: Company
    parameters: Parameters
    advertised: float = (
        0.0  # awareness that comes by itself next week, share of those who do not know the firm
    )
    press: float = 0.0  # util that next week's press takes from the firm's reputation; negative adds
    promise: float = 0.0  # what the company has promised: a week, or as the cards of the level count it
    learned: float = 0.0  # quality that the rivals gain from what a card published, until they have it
    business: Business | None = None  # whom the firm is to sell to from now on, until it does
    reviews: tuple[Offers, Floats] | None = (
        None  # of these offers, by segment; kept, for it is asked for often
    )


def apply(effect: Effect, scene: Scene) -> None:
    """Make one change.

    Raises:
        KeyError: for a name outside the vocabulary; a checked level has none.
    """
    doc = EFFECTS[effect.change]

    def changed(x: float) -> float:
        return min(max(x * effect.scale + effect.add, doc.low), doc.high)

    if effect.change.startswith(MARKET):
        name = effect.change.removeprefix(MARKET)
        now = getattr(scene.parameters, name)
        # A level may have overridden the range; a card then moves the number no further out.
        low, high = min(doc.low, now), max(doc.high, now)
        value = min(max(now * effect.scale + effect.add, low), high)
        scene.parameters = replace(scene.parameters, **{name: value})
    else:
        _CHANGES[effect.change](scene, changed)


_Change = Callable[[Scene, Callable[[float], float]], None]


def _cash(scene: Scene, changed: Callable[[float], float]) -> None:
    ledger = scene.company.ledger
    ledger.post(Reason.EVENT, won(changed(float(ledger.cash_won))) - ledger.cash_won)


def _voucher(scene: Scene, changed: Callable[[float], float]) -> None:
    scene.company.voucher_won = won(changed(float(scene.company.voucher_won)))


def _trust(scene: Scene, changed: Callable[[float], float]) -> None:
    scene.company.trust = np.array([changed(x) for x in scene.company.trust.tolist()])


def _age(scene: Scene, changed: Callable[[float], float]) -> None:
    company = scene.company
    company.age = round(changed(float(company.age)))
    company.fresh = freshness(company.age, scene.parameters)


def _business(scene: Scene, changed: Callable[[float], float]) -> None:
    scene.business = Business.TECHNOLOGY if changed(0.0) >= 0.5 else Business.CONTENT


def _attribute(name: str) -> _Change:
    def change(scene: Scene, changed: Callable[[float], float]) -> None:
        setattr(scene.company, name, changed(getattr(scene.company, name)))

    return change


def _on_scene(name: str) -> _Change:
    def change(scene: Scene, changed: Callable[[float], float]) -> None:
        setattr(scene, name, changed(getattr(scene, name)))

    return change


def _stock(rows: str, row: int) -> _Change:
    """Return a change of the items in one row of the clean or raw stocks; what is added is spread over segments like people."""

    def change(scene: Scene, changed: Callable[[float], float]) -> None:
        stocks = getattr(scene.company.stocks, rows)
        before = stocks[row]
        total = float(np.cumsum(before)[-1])
        shares = before / total if total > 0 else np.full(before.shape, 1 / before.size)
        stocks[row] = changed(total) * shares

    return change


_CHANGES: dict[str, _Change] = {
    "cash": _cash,
    "voucher": _voucher,
    "trust": _trust,
    "ux": _attribute("ux"),
    "content": _attribute("content"),
    "knowledge": _attribute("first_knowledge"),
    "debt": _attribute("debt"),
    "tuning": _attribute("tune"),
    "progress": _attribute("progress"),
    "awareness": _on_scene("advertised"),
    "press": _on_scene("press"),
    "promise": _on_scene("promise"),
    "model.age": _age,
    "rivals.quality": _on_scene("learned"),
    "business": _business,
    "data.open": _stock("clean", Source.OPEN),
    "data.crawl": _stock("clean", Source.CRAWL),
    "data.service": _stock("clean", Source.SERVICE),
    "data.bought": _stock("clean", Source.BOUGHT),
    "backlog.crawl": _stock("raw", CRAWLED),
    "backlog.service": _stock("raw", LOGGED),
}
