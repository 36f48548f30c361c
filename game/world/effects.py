"""What an event card can change: a closed vocabulary, each with its bounds.

An effect scales a quantity and then adds to it, and what comes out is kept inside its bounds, so that no level
can make the world meaningless. People are never moved by a card: it changes what they see, and they decide. What
the names mean to a reader stands in `assets/words/catalogue.yaml`.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

import numpy as np

from agents.messages import Floats, Offers, Source
from agents.nature import Nature
from game.world.company import Company
from game.world.data import CRAWLED, LOGGED
from game.world.learning import freshness
from game.world.level import Business, Effect
from game.world.money import Reason, won
from game.world.parameters import Parameters, about

MOST_WON = 10**13
MOST_ITEMS = 1e12


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


@dataclass(frozen=True, slots=True)
class EffectDoc:
    """What a name changes: `kind` as in `values.ValueDoc`, and the bounds of what comes out."""

    kind: str
    low: float
    high: float


_SHARE = EffectDoc("share", 0.0, 1.0)
_ITEMS = EffectDoc("number", 0.0, MOST_ITEMS)

EFFECTS: dict[str, EffectDoc] = {
    "cash": EffectDoc("money", -MOST_WON, MOST_WON),
    "voucher": EffectDoc("money", 0.0, MOST_WON),
    "trust": _SHARE,
    "ux": EffectDoc("share", 0.0, 0.95),
    "content": _SHARE,
    "knowledge": EffectDoc("share", 0.0, 0.95),
    "debt": EffectDoc("share", 0.0, 1.5),
    "tuning": _SHARE,
    "progress": EffectDoc("weeks", 0.0, 999.0),
    "awareness": EffectDoc("share", 0.0, 0.95),
    "press": EffectDoc("number", -3.0, 3.0),
    "promise": EffectDoc("weeks", 0.0, 999.0),
    "model.age": EffectDoc("weeks", 0.0, 520.0),
    "rivals.quality": EffectDoc("share", 0.0, 0.5),
    "business": EffectDoc("number", 0.0, 1.0),
    "data.open": _ITEMS,
    "data.crawl": _ITEMS,
    "data.service": _ITEMS,
    "data.bought": _ITEMS,
    "backlog.crawl": _ITEMS,
    "backlog.service": _ITEMS,
}
MARKET = "market."  # before the name of a parameter of the world

# What people are like cannot change by decree; what the world charges and yields can.
_HUMAN = frozenset(f.name for f in fields(Nature))
_FIRST_ONLY = frozenset({"seed", "brand_inc", "open_n", "storm"})  # read once, as the level opens
EFFECTS |= {
    MARKET + name: EffectDoc("number", known.low, known.high)
    for name, known in about().items()
    if name not in _HUMAN | _FIRST_ONLY
}


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
