"""The settings of a market of one's own: what can be turned, how far, and a market rolled from a number.

The usual settings are read off the sandbox level, so that a mod that changes it changes what one starts from. What is written of
a market is told in `game.content.sandbox_written`; nothing is ever played but what was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TypeVar

from game.content.shape_firms import LEVERS
from game.content.shape_rivals import MOST_COMPETITORS
from game.world.level import UNUSED, Business, Level, Strategy

PARENT = "sandbox"  # id of the level every market of one's own builds on
MOST_OF_A_KIND = 3  # rivals of one strategy; a fourth teaches nothing new
PROGRAMMES = ("voucher", "grant")  # levers that ask the state for money
FUNDING = "funding"  # the lever that asks investors
_LEVER_OF = {field: lever for lever, field in LEVERS.items()}
Thing = TypeVar("Thing")

# Where the sliders stop. Each list covers from a term's work to a campaign, steps about half as much again.
WEEKS = (26, 52, 78, 104, 156, 208, 260, 520)
CASH_WON = (100e6, 200e6, 300e6, 500e6, 700e6, 1e9, 1.5e9, 2e9, 3e9, 5e9, 10e9)
AGENTS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
SIZES = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)  # times the people of the sandbox
JITTERS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3)


@dataclass(frozen=True, slots=True)
class Figure:
    """A telling parameter: what it counts, and where its slider stops, all inside its plausible range."""

    unit: str  # a sentence of `sandbox.unit`
    stops: tuple[float, ...]


FIGURES = {
    "half_life": Figure("weeks", (26, 39, 52, 78, 104, 156, 208, 260)),
    "n0_dl": Figure("items", (300, 500, 700, 1000, 1500, 2000, 3000, 4000)),
    "open_dist": Figure("share", (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)),
    "svc_items": Figure("a-week", (0.5, 1, 2, 3, 4, 5, 6)),
    "b_q": Figure("weight", (3, 3.5, 4, 4.5, 5, 5.5)),
    "b_trust": Figure("weight", (1, 1.5, 2, 2.5, 3, 3.5, 4)),
    "switch_cost": Figure("weight", (0.5, 0.8, 1.2, 1.6, 2, 2.5)),
    "wom": Figure("share", (0.03, 0.06, 0.1, 0.15, 0.2, 0.25)),
    "hz_scandal": Figure("chance", (0.0003, 0.0006, 0.0012, 0.002, 0.003, 0.004)),
    "arpu": Figure("won", (120, 200, 300, 400, 500, 600)),
    "voucher_p": Figure("share", (0.12, 0.2, 0.3, 0.4, 0.55)),
}
"""Parameters by name, those that change most what is worth doing (the study of sensitivity ranks them)."""

TRADES: dict[str, dict[str, float]] = {
    "everyday": {},
    # Vela 2022 and the table of parameters: what is in fashion is stale within half a year, and pictures need many examples
    "fashion": {"half_life": 26, "n0_dl": 3000, "svc_items": 4, "b_content": 2.6, "culture": 1.4},
    # few records, experts who know a lot, and people who forgive nothing; every figure inside its range
    "health": {
        "open_dist": 0.6,
        "b_trust": 4,
        "hz_scandal": 0.003,
        "n0_dk": 0.7,
        "spec": 0.08,
        "fine": 300e6,
    },
    "learning": {"half_life": 156, "svc_items": 6, "b_q": 5, "wom": 0.2, "b_price": 1.4},
    "shopping": {"switch_cost": 0.5, "arpu": 400, "b_lat": 0.1, "req_user": 50, "switch_rate": 0.01},
    "law": {"half_life": 260, "open_dist": 0.65, "arpu": 600, "rule_dk": 0.15, "item_cost": 2500},
}
"""What a trade changes in the market. Each makes another design of firm the good one; the sentences are `sandbox.trade`."""


@dataclass(frozen=True, slots=True)
class Sandbox:
    """One market as it was set up.

    Attributes:
        business: whom the player's company sells to.
        trade: a key of `TRADES`.
        weeks: how long it lasts.
        cash_won: money in the till.
        size: people, times those of the sandbox.
        agents: simulated people.
        jitter: spread of the parameters between worlds, sd of the logarithm.
        segments: ids of the people who are there, at least one.
        rivals: how many of each strategy, in the order of `Strategy`.
        funds: ids of the investors.
        programmes: those of `PROGRAMMES` that can be applied for.
        has_events: whether cards come up.
        figures: of every parameter in `FIGURES`, in that order.
        locked: levers the player cannot move, as levels call them.
    """

    business: Business
    trade: str
    weeks: int
    cash_won: int
    size: float
    agents: int
    jitter: float
    segments: tuple[str, ...]
    rivals: tuple[int, ...]
    funds: tuple[str, ...]
    programmes: tuple[str, ...]
    has_events: bool
    figures: tuple[float, ...]
    locked: frozenset[str]

    def of(self, strategy: Strategy) -> int:
        """Return how many rivals there are of a strategy."""
        return self.rivals[tuple(Strategy).index(strategy)]

    def with_rivals(self, strategy: Strategy, wanted: int) -> Sandbox:
        """Return the market with so many rivals of a strategy, or as many as there is room for."""
        room = MOST_COMPETITORS - sum(self.rivals) + self.of(strategy)
        number = max(0, min(wanted, MOST_OF_A_KIND, room))
        pairs = zip(Strategy, self.rivals, strict=True)
        return replace(self, rivals=tuple(number if kind is strategy else old for kind, old in pairs))

    def figure(self, name: str) -> float:
        """Return what a parameter is set to."""
        return dict(zip(FIGURES, self.figures, strict=True))[name]

    def with_figure(self, name: str, value: float) -> Sandbox:
        """Return the market with a parameter set otherwise."""
        pairs = zip(FIGURES, self.figures, strict=True)
        return replace(self, figures=tuple(value if known == name else old for known, old in pairs))

    def with_trade(self, trade: str, usual: Sandbox) -> Sandbox:
        """Return the market with the figures of a trade, and all others as usual."""
        changes = TRADES[trade]
        figures = tuple(changes.get(name, old) for name, old in zip(FIGURES, usual.figures, strict=True))
        return replace(self, trade=trade, figures=figures)

    @property
    def closed(self) -> frozenset[str]:
        """Return every lever that cannot be moved: those locked, and those nobody answers."""
        gone = {name for name in PROGRAMMES if name not in self.programmes}
        return self.locked | gone | (frozenset() if self.funds else {FUNDING})

    @property
    def plays_cards(self) -> bool:
        """Return whether cards come up: the sandbox's are about people who use an app."""
        return self.has_events and self.business is Business.CONTENT


def usual(parent: Level) -> Sandbox:
    """Return the settings of the sandbox as it is."""
    kinds = [rival.strategy for rival in parent.rivals]
    locked = {_LEVER_OF[field] for field in parent.start.locked - UNUSED[parent.start.business]}
    return Sandbox(
        business=parent.start.business,
        trade=next(iter(TRADES)),
        weeks=parent.weeks,
        cash_won=parent.start.cash_won,
        size=1.0,
        agents=parent.agents,
        jitter=parent.jitter,
        segments=tuple(segment.id for segment in parent.segments),
        rivals=tuple(kinds.count(strategy) for strategy in Strategy),
        funds=tuple(fund.id for fund in parent.funds),
        programmes=tuple(name for name in PROGRAMMES if name not in locked),
        has_events=bool(parent.events),
        figures=tuple(float(getattr(parent.parameters, name)) for name in FIGURES),
        locked=frozenset(locked - {*PROGRAMMES}),
    )


def levers(business: Business) -> tuple[str, ...]:
    """Return the levers a company of this kind has besides those a programme or a fund answers."""
    found = (lever for lever, field in LEVERS.items() if field not in UNUSED[business])
    return tuple(lever for lever in found if lever not in (*PROGRAMMES, FUNDING))


def stops(known: Sequence[float], value: float) -> list[float]:
    """Return where a slider stops, the usual value among them."""
    return sorted({*map(float, known), float(value)})


# --- a market rolled from a number


def rolled(start: Sandbox, number: int) -> Sandbox:
    """Return the market of a number: the same number and the same sandbox give the same market everywhere."""
    roll = _Dice(number)
    business = Business.TECHNOLOGY if roll.one("business", range(5)) == 0 else Business.CONTENT
    found = replace(start, business=business).with_trade(roll.one("trade", tuple(TRADES)), start)
    found = replace(
        found,
        weeks=roll.one("weeks", WEEKS[1:6]),
        cash_won=int(roll.one("cash", CASH_WON[2:-1])),
        size=roll.one("size", SIZES[1:-1]),
        jitter=roll.one("jitter", JITTERS),
        segments=roll.some("segments", start.segments),
        funds=roll.some("funds", start.funds),
        programmes=roll.some("programmes", PROGRAMMES),
    )
    for strategy in Strategy:  # mostly none or one of each
        found = found.with_rivals(strategy, roll.one(strategy.value, (0, 0, 1, 1, 2)))
    for name in FIGURES:  # a few more than the trade's own
        if roll.one(f"turns-{name}", range(4)) == 0:
            found = found.with_figure(name, roll.one(name, FIGURES[name].stops))
    return found


@dataclass(frozen=True, slots=True)
class _Dice:
    """Draws by name, so that a new question does not change the answers to the old ones."""

    number: int

    def one(self, name: str, choices: Sequence[Thing]) -> Thing:
        """Return one of several."""
        drawn = blake2b(f"{self.number}/{name}".encode(), digest_size=8).digest()
        return choices[int.from_bytes(drawn, "big") % len(choices)]

    def some(self, name: str, choices: Sequence[str]) -> tuple[str, ...]:
        """Return those that stay, two of three; at least one if there is any."""
        kept = tuple(one for one in choices if self.one(f"{name}-{one}", range(3)))
        return kept or tuple(choices[:1])
