"""Scripted founders: simple minds that play a level the same way in a thousand worlds.

They separate what a level rewards from what a clever player makes of it. The trap is the founder of the source deck: deep
learning on open data, and hope. Each break-bot mends one, two or all three of the shortages (users, data, performance) on
top of the trap, so that the eight together are a 2 x 2 x 2 experiment. The figures are those of the aggregate reference
model; spending follows the cash in hand, as firms that raise money hire and firms that run short stop.

A founder reads `News` and answers with a `Decision`, like a rival; none proposes what the world would refuse.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from agents import chance
from agents.chance import Stream
from agents.messages import ACCEPT, EVERYTHING, Decision, Infra, ModelKind, News
from game.world.infrastructure import bits
from game.world.level import Level
from game.world.levers import CONTENT_UNIT_WON, GOVERNANCE_UNIT_WON, UX_UNIT_WON, lever_costs

Founder = Callable[[News], Decision]
Bot = Callable[[Level, int], Founder]  # made for one level and one seed

SCALE_WON = 495_000_000  # cash at which a policy's budgets hold as written: 45 weeks of a small firm's costs
LEAST_SCALE, MOST_SCALE = 0.25, 5.0
MARKETING_UNIT_WON = BUYING_UNIT_WON = 1_000_000
CAREFUL_WEEKS = 3  # of costs in hand below which a bot commits itself to nothing new
QUARTER_WEEKS = 13  # how long the random founder keeps its mind
DRAWS = 20  # numbers a drawn policy takes, before those of its bill
SAVING_SHARE = 0.5  # of drawn policies, that leave machines out
PAID_SHARE = 0.75  # of the items that these pay for

COSTLY = (
    "engineers", "experts", "crawl_items", "labelling_won", "buying_won", "governance_won", "ux_won",
    "content_won", "marketing_won", "sellers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Policy:
    """A way to run a firm for ever. Efforts are in units of the reference model: 1 is a usual small firm's."""

    model: ModelKind = ModelKind.DEEP
    engineers: int = 3
    experts: int = 0
    open_data: bool = True
    crawl_items: int = 0
    annotators: float = 2.0
    buying: float = 0.0
    feedback_permille: int = 200
    collection_permille: int = 300
    governance: float = 0.3
    ux: float = 1.0
    content: float = 0.0
    marketing: float = 1.0
    price: float = 1.0  # of the level's reference price
    sell_data: bool = False
    is_visible: bool = False
    opens_early: bool = False
    voucher: bool = False
    grant: bool = False
    sellers: int = 2  # of a firm that has clients; others have no use for them
    infrastructure: int | None = None  # what is paid for, a bit for each `Infra`; None leaves it as it stands


TRAP = Policy()
OPEN_DATA = replace(TRAP, annotators=0.0, feedback_permille=0)
CRAWLER = replace(TRAP, crawl_items=200_000, annotators=18.0)

BREAKS: dict[str, dict[str, object]] = {
    "performance": {"model": ModelKind.BEST, "experts": 1},
    "data": {"voucher": True, "grant": True, "buying": 4.0, "annotators": 4.0, "feedback_permille": 800},
    "users": {"content": 1.5, "ux": 1.5, "marketing": 2.0, "is_visible": True, "opens_early": True},
}


def decision_of(policy: Policy, news: News, level: Level) -> Decision:
    """Return a policy as this week's orders: budgets scaled by the cash in hand, locked levers left alone."""
    scale = min(max(news.cash_won / SCALE_WON, LEAST_SCALE), MOST_SCALE)
    wanted = Decision(
        price_won=int(policy.price * level.reference_price_won),
        model=policy.model,
        engineers=policy.engineers,
        experts=policy.experts,
        open_data=policy.open_data,
        crawl_items=policy.crawl_items,
        labelling_won=int(policy.annotators * level.parameters.annot_cost * scale),
        buying_won=int(policy.buying * BUYING_UNIT_WON * scale),
        feedback_permille=policy.feedback_permille,
        collection_permille=policy.collection_permille,
        governance_won=int(policy.governance * GOVERNANCE_UNIT_WON),
        sell_data=policy.sell_data,
        ux_won=int(policy.ux * UX_UNIT_WON),
        content_won=int(policy.content * CONTENT_UNIT_WON),
        marketing_won=int(policy.marketing * MARKETING_UNIT_WON * scale),
        is_visible=policy.is_visible,
        opens_early=policy.opens_early,
        applies_voucher=policy.voucher,
        applies_grant=policy.grant,
        seeks_funding=True,
        sellers=policy.sellers,
        infrastructure=_bill(policy, news),
        answers=answers(news),
    )
    return _within_means(_offered(_unlocked(wanted, news), level), news, level)


def _bill(policy: Policy, news: News) -> int:
    return news.decision.infrastructure if policy.infrastructure is None else policy.infrastructure


def answers(news: News) -> tuple[tuple[str, str], ...]:
    """Return what every bot answers: yes to any money short of selling the firm, the first choice on any card."""
    sheets = tuple((sheet.id, ACCEPT) for sheet in news.sheets if not sheet.buys_all)
    return sheets + tuple((card, choices[0]) for card, choices in news.cards if choices)


def _unlocked(wanted: Decision, news: News) -> Decision:
    return replace(wanted, **{lever: getattr(news.decision, lever) for lever in sorted(news.locked)})


def _offered(wanted: Decision, level: Level) -> Decision:
    """Return the orders with the richest family of model that the level offers and that is no richer than wanted."""
    models = level.start.models
    poorer = [model for model in models if model <= wanted.model]
    return wanted if wanted.model in models else replace(wanted, model=max(poorer, default=models[0]))


def _within_means(wanted: Decision, news: News, level: Level) -> Decision:
    """Return the orders, with nothing raised above what is in force when money is short."""
    cost = sum(int(won) for won in lever_costs(wanted, level.parameters).values())
    if news.cash_won + news.revenue_won >= CAREFUL_WEEKS * cost:
        return wanted
    return replace(
        wanted, **{name: min(getattr(wanted, name), getattr(news.decision, name)) for name in COSTLY}
    )


def _for_ever(policy: Policy) -> Bot:
    def bot(level: Level, seed: int) -> Founder:  # noqa: ARG001 - one shape for all bots
        return lambda news: decision_of(policy, news, level)

    return bot


def _nothing(level: Level, seed: int) -> Founder:  # noqa: ARG001 - as above
    """Hold the level's first decision for ever; answer nobody."""
    return lambda news: news.decision.hold()


def _random(level: Level, seed: int) -> Founder:
    """Draw a new policy every quarter from all that a firm might sensibly do."""
    return lambda news: decision_of(_drawn(seed, news.week - news.week % QUARTER_WEEKS), news, level)


def constant(number: int, level: Level) -> Founder:
    """Return a founder who draws one policy, of this number, and holds it for ever; half of them save on the machines."""
    policy = drawn(number)
    return lambda news: decision_of(policy, news, level)


def drawn(number: int) -> Policy:
    """Return the policy of this number that a constant founder holds."""
    return replace(_drawn(number, 0), infrastructure=_drawn_bill(number))


def _drawn_bill(number: int) -> int:
    """Return everything, or what is left when one item in four is left out."""
    saves, *kept = (chance.share(number, 0, Stream.FOUNDER, DRAWS + i) for i in range(1 + len(Infra)))
    items = tuple(item for item, share in zip(Infra, kept, strict=True) if share < PAID_SHARE)
    return bits(items) if saves < SAVING_SHARE else EVERYTHING


def _drawn(seed: int, week: int) -> Policy:
    """Return the policy of a quarter; ranges as in the mixed strategies of the reference model."""
    u = [chance.share(seed, week, Stream.FOUNDER, number) for number in range(DRAWS)]
    kinds = (
        (ModelKind.RULES,) * 2 + (ModelKind.CLASSICAL,) * 5 + (ModelKind.DEEP,) * 8 + (ModelKind.BEST,) * 5
    )
    return Policy(
        model=kinds[int(u[0] * len(kinds))],
        engineers=2 + int(u[1] * 3),
        experts=int(u[2] * 3),
        open_data=u[3] < 0.8,
        crawl_items=50_000 + int(u[4] * 1_000_000) if u[4] < 0.15 else 0,
        annotators=6 * u[5],
        buying=4 * u[6],
        feedback_permille=int(900 * u[7]),
        collection_permille=int(1000 * u[8]),
        governance=u[9],
        ux=2 * u[10],
        content=0.5 + 1.5 * u[12] if u[11] < 0.4 else 0.0,
        marketing=3 * u[13],
        price=0.5 + u[14],
        sell_data=u[15] < 0.1,
        is_visible=u[16] < 0.35,
        opens_early=u[17] < 0.4,
        voucher=u[18] < 0.5,
        grant=u[19] < 0.3,
    )


def _broken(*links: str) -> Bot:
    orders: dict[str, object] = {}
    for link in links:
        orders |= BREAKS[link]
    return _for_ever(replace(TRAP, **orders))  # type: ignore[arg-type] # names of Policy, tested


BOTS: dict[str, Bot] = {
    "nothing": _nothing,
    "trap": _for_ever(TRAP),
    "open-data": _for_ever(OPEN_DATA),
    "crawler-first": _for_ever(CRAWLER),
    "random": _random,
    "break-performance": _broken("performance"),
    "break-data": _broken("data"),
    "break-users": _broken("users"),
    "break-performance+data": _broken("performance", "data"),
    "break-performance+users": _broken("performance", "users"),
    "break-data+users": _broken("data", "users"),
    "break-all": _broken("performance", "data", "users"),
}


def founder(name: str, level: Level, seed: int) -> Founder:
    """Return the bot of this name for one world. Raises `KeyError` for a name that is not in `BOTS`."""
    return BOTS[name](level, seed)
