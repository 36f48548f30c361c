"""What a firm can read off its own books: what a lever would change by itself, before anybody reacts.

These are a firm's certainties: what its annotators manage, how long its team takes, what a crawler costs. What the market makes
of them is uncertain and belongs to `outlook`.
"""

import copy
import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from agents import exact
from agents.messages import Decision, Infra
from game.world import data, funding, growth, learning, levers, pipeline, privacy
from game.world.company import Company
from game.world.ground import Floats, Ground
from game.world.model import MarketModel

WEEKS_A_YEAR = 52
_MILLION_WON = 1_000_000  # the unit in which the parameters price advertising


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one lever changes: a quantity by id, under the orders in force and under the new ones.

    `kind` is "money", "items", "share", "gain" (a share a week) or "weeks"; `good` is the sign of a change for the better.
    """

    what: str
    kind: str
    good: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Books:
    """A private copy of a firm and of what things cost: safe to read while the next week is being played."""

    company: Company
    ground: Ground
    contributors: Floats  # (S,) people who let their data be used
    progress: float  # of the release in work, 0..1
    crawler_weeks: int  # until a crawler that is being built brings something
    voucher_weeks: int  # until the next vouchers are decided, 1 = next week
    grant_weeks: int  # until the next grants are decided
    stage: int  # `pipeline.Stage` in work on the next release
    stage_share: float  # of that stage, 0..1
    weeks_left: tuple[float, float]  # of the release in work, four times out of five

    @property
    def decision(self) -> Decision:
        """Return the orders in force."""
        return self.company.decision


def open_books(model: MarketModel) -> Books:
    """Return the player's books as they stand."""
    firm = copy.deepcopy(model.companies[0])
    is_building = 0 < firm.outlook.total < math.inf
    return Books(
        company=firm,
        ground=model.ground,
        contributors=model.contributors[0].copy(),
        progress=min(1.0, firm.progress / firm.outlook.total) if is_building else 0.0,
        crawler_weeks=max(0, data.CRAWLER_WEEKS - firm.crawler_weeks),
        voucher_weeks=1 + (funding.VOUCHER_WEEK - model.week) % funding.CALL_EVERY_WEEKS,
        grant_weeks=1 + (funding.GRANT_WEEK - model.week) % funding.CALL_EVERY_WEEKS,
        stage=min(firm.phase, pipeline.STAGES - 1),
        stage_share=firm.outlook.share,
        weeks_left=_weeks_left(firm),
    )


def _weeks_left(firm: Company) -> tuple[float, float]:
    """Return the weeks to the release as a range; endless when nobody builds."""
    if firm.speed <= 0:
        return math.inf, math.inf
    return firm.outlook.low / firm.speed, firm.outlook.high / firm.speed


def prospects(books: Books, decision: Decision) -> dict[str, Prospect]:
    """Return what each lever would change, by its name; levers without a certain effect of their own are left out."""
    now, then, ground = books.company, replace(books.company, decision=decision), books.ground
    return {
        name: Prospect(rule.what, rule.kind, rule.good, rule.of(now, ground), rule.of(then, ground))
        for name, rule in _RULES.items()
    }


def qualities(books: Books, decision: Decision) -> tuple[float, float, float]:
    """Return how well each family of model would work for users if it were trained on next week's data, shares."""
    then = copy.deepcopy(books.company)
    then.decision = decision
    then.gather(books.contributors, books.ground)
    felt = then.would_err(then.stocks.clean, books.ground).felt
    good = learning.quality(felt, books.ground.parameters)
    rules, classical, deep = (books.ground.overall(np.asarray(row)) for row in good)
    return rules, classical, deep


def weekly_cost_won(books: Books, decision: Decision) -> int:
    """Return what a week under a decision costs at most, machines left out."""
    p = books.ground.parameters
    core = levers.CORE_TEAM_WON * (1 + p.overhead)
    return round(core + math.fsum(levers.lever_costs(decision, p).values()))


def item_prices_won(books: Books, decision: Decision) -> dict[Infra, float]:
    """Return what each item of infrastructure costs a week if it is paid for."""
    return levers.item_prices_won(decision, books.ground.parameters)


def runway_weeks(books: Books) -> float:
    """Return how long the money lasts at the costs of the orders in force if nobody pays anything."""
    return max(books.company.ledger.cash_won, 0) / max(1, weekly_cost_won(books, books.decision))


@dataclass(frozen=True, slots=True)
class _Rule:
    what: str
    kind: str
    good: int
    of: Callable[[Company, Ground], float]


def _crawl_won(firm: Company, ground: Ground) -> float:
    order, p = firm.decision, ground.parameters
    return levers.crawl_cost(order, p) + order.crawl_items * p.crawl_var


def _annotated_items(firm: Company, ground: Ground) -> float:
    return data.labelling_capacity(firm.decision, ground.parameters)


def _bought_items(firm: Company, ground: Ground) -> float:
    return firm.decision.buying_won / ground.parameters.item_cost


def _usable_share(firm: Company, _ground: Ground) -> float:
    return data.logged_yield(firm.decision)


def _recorded_share(firm: Company, _ground: Ground) -> float:
    return data.recorded_share(firm.decision.collection_permille)


def _scandal_a_year(firm: Company, ground: Ground) -> float:
    """Return the chance of a scandal within a year at this week's hazard."""
    calm = 1 - privacy.hazard(firm, ground)
    return 1 - float(exact.power(calm, float(WEEKS_A_YEAR))) if calm < 1 else 0.0


def _design_a_week(firm: Company, _ground: Ground) -> float:
    effort = firm.decision.ux_won / levers.UX_UNIT_WON
    return max(0.0, min(growth.MOST_UX - firm.ux, growth.UX_STEP * effort * (1 - firm.ux)))


def _content_a_week(firm: Company, _ground: Ground) -> float:
    effort = firm.decision.content_won / levers.CONTENT_UNIT_WON
    grown = growth.CONTENT_STEP * effort * (1 - firm.content) - growth.CONTENT_FADE * firm.content
    return min(max(grown, -firm.content), 1 - firm.content)


def _advertised_share(firm: Company, ground: Ground) -> float:
    if not firm.is_open:
        return 0.0  # nobody is paid before there is something to advertise
    return min(ground.parameters.aw_mkt * firm.decision.marketing_won / _MILLION_WON, 0.95)


def _paid_a_user(firm: Company, ground: Ground) -> float:
    return ground.parameters.arpu * firm.decision.price_won / ground.reference_price_won


def _weeks_to_release(firm: Company, ground: Ground) -> float:
    return firm.weeks_left(ground)


def _debt_paid(firm: Company, _ground: Ground) -> float:
    return growth.debt_paid(firm.decision.ops_won)


def _knowledge(firm: Company, _ground: Ground) -> float:
    return firm.knowledge


def _infrastructure_won(firm: Company, ground: Ground) -> float:
    return levers.infrastructure_won(firm.decision, ground.parameters)


_RULES: dict[str, _Rule] = {
    "crawl_items": _Rule("crawl.cost", "money", -1, _crawl_won),
    "labelling_won": _Rule("label.items", "items", 1, _annotated_items),
    "buying_won": _Rule("buy.items", "items", 1, _bought_items),
    "feedback_permille": _Rule("logs.usable", "share", 1, _usable_share),
    "collection_permille": _Rule("logs.recorded", "share", 1, _recorded_share),
    "governance_won": _Rule("scandal.year", "share", -1, _scandal_a_year),
    "ux_won": _Rule("ux.week", "gain", 1, _design_a_week),
    "content_won": _Rule("content.week", "gain", 1, _content_a_week),
    "marketing_won": _Rule("heard.week", "gain", 1, _advertised_share),
    "price_won": _Rule("paid.user", "money", 1, _paid_a_user),
    "engineers": _Rule("release.weeks", "weeks", -1, _weeks_to_release),
    "ops_won": _Rule("debt.week", "gain", 1, _debt_paid),
    "experts": _Rule("knowledge", "share", 1, _knowledge),
    "infrastructure": _Rule("infra.week", "money", -1, _infrastructure_won),
    "emphasis": _Rule("release.weeks", "weeks", -1, _weeks_to_release),
}
