"""What a week costs and earns, item by item.

The bill is the source deck's: people, labelling, data, crawler, training and serving machines, design, content,
privacy, advertising. Every line is its own reason in the ledger, so that no cost hides in another (D20).
"""

import math

from agents.messages import Infra, ModelKind
from game.world import infrastructure
from game.world.company import Company
from game.world.ground import Ground
from game.world.levers import CORE_TEAM_WON, EXPERT_WON, crawl_cost
from game.world.money import Reason, runway_weeks, won

LEAST_LABELLING = 0.2  # share of annotators' pay due when there is nothing to label (reference model, money)
GPU_FOR_ITEMS = 2_000_000  # items that double the training machines
CPU_WEEK_WON = 100_000  # training without GPUs (reference model, money)


def settle(company: Company, ground: Ground) -> None:
    """Post the week's income and costs of a firm that is alive."""
    if not company.is_alive:
        return
    _earn(company, ground)
    _pay_people(company, ground)
    _pay_data(company, ground)
    _pay_machines(company, ground)
    if company.is_open:
        company.ledger.post(Reason.MARKETING, -company.decision.marketing_won)


def _earn(company: Company, ground: Ground) -> None:
    p, order, users = ground.parameters, company.decision, company.users_now
    company.ledger.earn(Reason.USERS, users * (p.arpu * relative_price(company, ground)))
    if order.sell_data:
        company.ledger.earn(Reason.DATA_SALE, users * p.sell_rev)


def relative_price(company: Company, ground: Ground) -> float:
    """Return the price in units of the level's reference price."""
    return company.decision.price_won / ground.reference_price_won


def _pay_people(company: Company, ground: Ground) -> None:
    p, order, ledger = ground.parameters, company.decision, company.ledger
    wages = order.engineers * p.eng_cost + CORE_TEAM_WON
    experts = float(order.experts * EXPERT_WON)
    for reason, amount in (
        (Reason.WAGES, wages),
        (Reason.EXPERTS, experts),
        (Reason.UX, order.ux_won),
        (Reason.CONTENT, order.content_won),
        (Reason.GOVERNANCE, order.governance_won),
        (Reason.OPS, order.ops_won),
    ):
        ledger.pay(reason, amount)
    staff = wages + experts + order.ux_won + order.content_won + order.governance_won + order.ops_won
    overhead = won(p.overhead * staff)
    items = infrastructure.prices_won(overhead)
    ledger.post(Reason.OVERHEAD, int(sum(items.values())) - overhead)  # whole numbers
    company.infrastructure = {item: items[item] for item in items if infrastructure.has(order, item)}
    ledger.post(Reason.INFRASTRUCTURE, -int(sum(company.infrastructure.values())))  # whole numbers


def _pay_data(company: Company, ground: Ground) -> None:
    p, order, ledger = ground.parameters, company.decision, company.ledger
    ledger.pay(Reason.ANNOTATORS, order.labelling_won * max(company.labelling, LEAST_LABELLING))
    ledger.post(Reason.PURCHASES, -order.buying_won)
    ledger.pay(Reason.CRAWLER, crawl_cost(order, p))
    ledger.pay(Reason.CRAWLING, company.crawled_items * p.crawl_var)


def _pay_machines(company: Company, ground: Ground) -> None:
    p = ground.parameters
    order = company.decision
    is_deep = ModelKind.DEEP in (company.model, order.model)
    items = math.fsum(company.stocks.clean.ravel().tolist())
    training = p.gpu_week * (1 + items / GPU_FOR_ITEMS) if is_deep else CPU_WEEK_WON
    training = training if infrastructure.has(order, Infra.GPU) else float(CPU_WEEK_WON)
    request = p.inf_cost_dl if is_deep else p.inf_cost_ml
    request *= infrastructure.factor(order, Infra.OPTIMISATION, infrastructure.DEAR_THINKING)
    company.ledger.pay(Reason.GPU, training)
    company.ledger.pay(Reason.INFERENCE, request * p.req_user * company.users_now)


def runway(company: Company) -> float:
    """Return the weeks until the cash is gone at this week's loss."""
    ledger = company.ledger
    return runway_weeks(ledger.cash_won, ledger.revenue_won, ledger.cost_won)
