"""The names that levels may use: what their conditions can ask of the world, and what their event cards can change.

Both are closed vocabularies; `values` reads what is asked and `effects` makes the changes. They stand apart from both because
whoever only checks a level needs the names and nothing of the market. What they mean to a reader stands in
`assets/words/catalogue.yaml`, in both languages; a test keeps the two alike. All figures are the player's firm's unless the name
says otherwise.
"""

from dataclasses import dataclass, fields

from agents.nature import Nature
from game.world.parameters import about

MOST_WON = 10**13
MOST_ITEMS = 1e12


@dataclass(frozen=True, slots=True)
class ValueDoc:
    """What a name stands for: `kind` is "number", "share", "money", "weeks" or "yes-no"."""

    kind: str


_NUMBER, _SHARE, _MONEY, _WEEKS, _YES_NO = (
    ValueDoc(kind) for kind in ("number", "share", "money", "weeks", "yes-no")
)

CATALOGUE: dict[str, ValueDoc] = {
    "week": _WEEKS,
    "weeks.left": _WEEKS,
    # people
    "people": _NUMBER,
    "users": _NUMBER,
    "users.peak": _NUMBER,
    "users.growth": _SHARE,
    "users.joined": _NUMBER,
    "users.left": _NUMBER,
    "left.fit": _SHARE,
    "left.quality": _SHARE,
    "left.speed": _SHARE,
    "left.ux": _SHARE,
    "left.price": _SHARE,
    "left.privacy": _SHARE,
    "users.loyal": _SHARE,
    "users.share": _SHARE,
    "users.share.lowest": _SHARE,
    "satisfaction": _SHARE,
    "satisfaction.lowest": _SHARE,
    "satisfaction.mean": _SHARE,
    "awareness": _SHARE,
    "trust": _SHARE,
    "trust.lowest": _SHARE,
    "stories": _NUMBER,
    # money
    "cash": _MONEY,
    "runway": _WEEKS,
    "profit": _MONEY,
    "revenue": _MONEY,
    "cost": _MONEY,
    "price": _MONEY,
    "rounds": _NUMBER,
    "invested": _MONEY,
    "promise": _WEEKS,
    "equity": _SHARE,
    "hype": _SHARE,
    "sector.rounds": _NUMBER,
    "offers": _NUMBER,
    "voucher": _MONEY,
    "grant": _YES_NO,
    "sold": _YES_NO,
    "sold.price": _MONEY,
    "sold.founders": _MONEY,
    "sold.multiple": _NUMBER,
    # clients of a technology firm
    "contracts": _NUMBER,
    "leads": _NUMBER,
    "fee": _MONEY,
    "arr": _MONEY,
    "rarity": _SHARE,
    # product
    "launched": _YES_NO,
    "launch.week": _WEEKS,
    "quality": _SHARE,
    "quality.lowest": _SHARE,
    "quality.gap": _SHARE,
    "accuracy": _SHARE,
    "ux": _SHARE,
    "content": _SHARE,
    "latency": _NUMBER,
    # work
    "model": _NUMBER,
    "model.age": _WEEKS,
    "releases": _NUMBER,
    "release.weeks": _WEEKS,
    "stage": _NUMBER,
    "knowledge": _SHARE,
    "tuning": _SHARE,
    "debt": _SHARE,
    "explainability": _SHARE,
    "infrastructure": _NUMBER,
    "engineers": _NUMBER,
    "experts": _NUMBER,
    "best.rules": _SHARE,
    "best.classical": _SHARE,
    "best.deep": _SHARE,
    # data
    "data.open": _NUMBER,
    "data.crawl": _NUMBER,
    "data.service": _NUMBER,
    "data.bought": _NUMBER,
    "data.effective": _NUMBER,
    "data.backlog": _NUMBER,
    "data.stored": _NUMBER,
    "collection": _SHARE,
    "feedback": _SHARE,
    "sells": _YES_NO,
    "scandals": _NUMBER,
    # rivals: of the largest
    "incumbent.share": _SHARE,
    "incumbent.quality": _SHARE,
    "incumbent.price": _MONEY,
    # the ring
    "loop.gain": _NUMBER,
    "loop.users": _SHARE,
    "loop.data": _SHARE,
    "loop.performance": _SHARE,
    "loop.weeks": _WEEKS,
    "loop.weakest.users": _YES_NO,
    "loop.weakest.data": _YES_NO,
    "loop.weakest.performance": _YES_NO,
}


@dataclass(frozen=True, slots=True)
class EffectDoc:
    """What a name changes: `kind` as in `ValueDoc`, and the bounds of what comes out."""

    kind: str
    low: float
    high: float


_PORTION = EffectDoc("share", 0.0, 1.0)
_DATA = EffectDoc("number", 0.0, MOST_ITEMS)

EFFECTS: dict[str, EffectDoc] = {
    "cash": EffectDoc("money", -MOST_WON, MOST_WON),
    "voucher": EffectDoc("money", 0.0, MOST_WON),
    "trust": _PORTION,
    "ux": EffectDoc("share", 0.0, 0.95),
    "content": _PORTION,
    "knowledge": EffectDoc("share", 0.0, 0.95),
    "debt": EffectDoc("share", 0.0, 1.5),
    "tuning": _PORTION,
    "progress": EffectDoc("weeks", 0.0, 999.0),
    "awareness": EffectDoc("share", 0.0, 0.95),
    "press": EffectDoc("number", -3.0, 3.0),
    "promise": EffectDoc("weeks", 0.0, 999.0),
    "model.age": EffectDoc("weeks", 0.0, 520.0),
    "rivals.quality": EffectDoc("share", 0.0, 0.5),
    "business": EffectDoc("number", 0.0, 1.0),
    "data.open": _DATA,
    "data.crawl": _DATA,
    "data.service": _DATA,
    "data.bought": _DATA,
    "backlog.crawl": _DATA,
    "backlog.service": _DATA,
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
