"""What a firm can set, how far, and what each setting costs a week.

A decision is refused, never bent: outside its range, locked by the level, or a commitment the firm cannot pay.
Holding on is always allowed, for a firm must be able to run out of money.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from agents.messages import EVERYTHING, LEVERS, Decision, Infra, ModelKind
from game.world import infrastructure
from game.world.money import won
from game.world.parameters import Parameters

# Weekly cost of effort 1, won (a designer, an editor, half a lawyer and audits, an expert): aggregate reference model.
UX_UNIT_WON = 1_300_000
CONTENT_UNIT_WON = 1_200_000
GOVERNANCE_UNIT_WON = 600_000
EXPERT_WON = 1_700_000
OPS_UNIT_WON = 1_600_000  # effort 1: one platform engineer, paid like the others
CORE_TEAM_WON = 1_000_000  # founders and those who keep the lights on

_MOST_WON = 100_000_000_000  # a week; above any firm of this market, so that a slip of the keyboard is caught

# Lowest and highest setting of every lever. Judged: wide enough for any sensible order, narrow enough that no sum overflows.
RANGES: dict[str, tuple[int, int]] = {
    "price_won": (0, 1_000_000),
    "model": (0, 3),
    "engineers": (0, 500),
    "experts": (0, 50),
    "emphasis": (0, 3),
    "ops_won": (0, _MOST_WON),
    "infrastructure": (0, EVERYTHING),
    "open_data": (0, 1),
    "crawl_items": (0, 100_000_000),
    "labelling_won": (0, _MOST_WON),
    "buying_won": (0, _MOST_WON),
    "feedback_permille": (0, 1000),
    "collection_permille": (0, 1000),
    "governance_won": (0, _MOST_WON),
    "sell_data": (0, 1),
    "ux_won": (0, _MOST_WON),
    "content_won": (0, _MOST_WON),
    "marketing_won": (0, _MOST_WON),
    "is_visible": (0, 1),
    "opens_early": (0, 1),
    "applies_voucher": (0, 1),
    "applies_grant": (0, 1),
    "seeks_funding": (0, 1),
    "sellers": (0, 50),
}

Value = float | int | str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an order cannot be carried out: the lever ("" for the whole), a code, and the figures of the sentence.

    | code           | values                   | meaning |
    |----------------|--------------------------|---------|
    | closed         |                          | the firm has shut down |
    | over           |                          | the level has ended |
    | range          | value, low, high         | outside what the lever can do |
    | locked         |                          | the level does not let this lever move |
    | cash           | needs_won, has_won, short_won | a new commitment that this week's money cannot pay |
    | unknown-answer | id                       | no such offer or event card waits |
    | unknown-choice | id, choice               | the card or offer knows no such answer |
    | repeated-answer | id                      | answered twice in one week |
    """

    lever: str
    code: str
    values: tuple[tuple[str, Value], ...] = ()


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """An impossible decision was played; `refusals` says why. Nothing has changed."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__("; ".join(f"{r.lever or 'decision'}: {r.code}" for r in refusals))
        self.refusals = refusals


def lever_costs(decision: Decision, p: Parameters) -> dict[str, float]:
    """Return what each lever costs a week at most, in won, its share of the overhead included."""
    staffed = 1 + p.overhead
    return {
        "engineers": decision.engineers * p.eng_cost * staffed,
        "experts": decision.experts * EXPERT_WON * staffed,
        "ops_won": decision.ops_won * staffed,
        "crawl_items": crawl_cost(decision, p) + decision.crawl_items * p.crawl_var,
        "labelling_won": float(decision.labelling_won),
        "buying_won": float(decision.buying_won),
        "governance_won": decision.governance_won * staffed,
        "ux_won": decision.ux_won * staffed,
        "content_won": decision.content_won * staffed,
        "marketing_won": float(decision.marketing_won),
        "sellers": decision.sellers * p.seller_cost * staffed,
        "infrastructure": -infrastructure.left_out_share(decision) * p.overhead * _staff_won(decision, p),
    }


def _staff_won(order: Decision, p: Parameters) -> float:
    """Return what the people cost on whom the overhead is reckoned, sellers aside."""
    others = order.ux_won + order.content_won + order.governance_won + order.ops_won
    return CORE_TEAM_WON + order.engineers * p.eng_cost + order.experts * EXPERT_WON + others


def infrastructure_won(order: Decision, p: Parameters) -> float:
    """Return what the items of infrastructure a firm pays for cost a week, machines for training aside."""
    paid = infrastructure.PERMILLE / 1000 - infrastructure.left_out_share(order)
    return paid * p.overhead * _staff_won(order, p)


def item_prices_won(order: Decision, p: Parameters) -> dict[Infra, float]:
    """Return what each item of infrastructure costs a week if it is paid for; the machines' price grows with the data."""
    prices = infrastructure.prices_won(won(p.overhead * _staff_won(order, p)))
    return {item: float(prices[item]) if item in prices else p.gpu_week for item in Infra}


def crawl_cost(decision: Decision, p: Parameters) -> float:
    """Return the fixed weekly cost of a crawler, if there is one."""
    return p.crawl_fixed if decision.crawl_items > 0 else 0.0


def out_of_range(decision: Decision) -> tuple[Refusal, ...]:
    """Return a refusal for each lever outside its range."""
    return tuple(
        Refusal(name, "range", (("value", int(value)), ("low", low), ("high", high)))
        for name, (low, high) in RANGES.items()
        if not low <= (value := getattr(decision, name)) <= high
    )


def locked(decision: Decision, before: Decision, names: Iterable[str]) -> tuple[Refusal, ...]:
    """Return a refusal for each locked lever that would move."""
    closed = frozenset(names)
    moved = (n for n in LEVERS if n in closed and getattr(decision, n) != getattr(before, n))
    return tuple(Refusal(name, "locked") for name in moved)


def not_here(decision: Decision, models: Iterable[ModelKind]) -> tuple[Refusal, ...]:
    """Return a refusal if the level does not offer this family of model."""
    return () if decision.model in tuple(models) else (Refusal("model", "locked"),)


def unaffordable(decision: Decision, before: Decision, has_won: int, p: Parameters) -> tuple[Refusal, ...]:
    """Return a refusal if the firm commits itself to more than before and cannot pay it.

    The lever named is the one that adds most. A firm that commits itself to nothing new is never refused.

    Args:
        decision: the orders.
        before: the orders in force.
        has_won: cash, and what the users are expected to pay this week.
        p: the world's parameters.
    """
    new, old = lever_costs(decision, p), lever_costs(before, p)
    added = {name: new[name] - old[name] for name in new}
    dearest = max(added, key=lambda name: added[name])
    if added[dearest] <= 0:
        return ()
    core = CORE_TEAM_WON * (1 + p.overhead)
    needs, needed = core, core
    for name in new:
        needs, needed = needs + new[name], needed + old[name]
    if needs <= needed or needs <= has_won:
        return ()
    short = -int((has_won - needs) // 1)
    return (
        Refusal(
            dearest, "cash", (("needs_won", has_won + short), ("has_won", has_won), ("short_won", short))
        ),
    )
