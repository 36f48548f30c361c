"""What a level's conditions ask of the running world, by the names of the catalogue.

Objectives, event cards, learning goals and plans share them.
"""

import math
from typing import TYPE_CHECKING

from agents.messages import Infra, Link, Source, Term
from game.world import accounts, infrastructure, privacy, publishing, satisfaction, sector
from game.world.contracts import arr_won
from game.world.money import Reason

if TYPE_CHECKING:
    from game.world.model import MarketModel

Value = float | bool

LONGEST_WEEKS = 999.0  # stands in for "never" so that arithmetic on weeks stays finite


def values(model: "MarketModel", week: int) -> dict[str, Value]:
    """Return every value of the catalogue after `week` weeks; computes and never stores."""
    found: dict[str, Value] = {"week": float(week), "weeks.left": float(model.level.weeks - week)}
    for part in (_people, _leaving, _money, _clients, _product, _data, _others):
        found |= part(model)
    return found


def _finite(weeks: float) -> float:
    return min(weeks, LONGEST_WEEKS)


def _people(model: "MarketModel") -> dict[str, Value]:
    company, ground, turnout = model.companies[0], model.ground, model.turnout
    users = company.users_now
    people = math.fsum(ground.people.tolist())
    content = satisfaction.by_segment(model)
    return {
        "people": people,
        "users": users,
        "users.peak": company.peak_users,
        "users.growth": company.growth,
        "users.joined": turnout.joined,
        "users.left": turnout.left,
        "users.loyal": turnout.loyal / users if users > 0 else 0.0,
        "users.share": users / people,
        "users.share.lowest": float((company.users / ground.people).min()),
        "satisfaction": ground.overall(content),
        "satisfaction.lowest": float(content.min()),
        "satisfaction.mean": satisfaction.mean_so_far(model),
        "awareness": ground.overall(turnout.awareness),
        "trust": ground.overall(company.trust),
        "trust.lowest": float(company.trust.min()),
        "stories": turnout.stories,
    }


_REASONS = (Term.FIT, Term.QUALITY, Term.SPEED, Term.UX, Term.PRICE, Term.PRIVACY)
_QUARTER_WEEKS = 13


def _leaving(model: "MarketModel") -> dict[str, Value]:
    """Return whose weightiest reason to leave was which, of all who left in the last quarter by a choice of their own."""
    weeks = [report.left_by for report in model.reports[-_QUARTER_WEEKS:]]
    by_reason = [math.fsum(column) for column in zip(*weeks, strict=True)] or [0.0] * len(Term)
    everybody = math.fsum(by_reason)
    return {
        f"left.{term.name.lower()}": by_reason[term] / everybody if everybody > 0 else 0.0
        for term in _REASONS
    }


def _money(model: "MarketModel") -> dict[str, Value]:
    company = model.companies[0]
    ledger = company.ledger
    return {
        "cash": float(ledger.cash_won),
        "runway": _finite(accounts.runway(company)),
        "profit": float(ledger.revenue_won - ledger.cost_won),
        "revenue": float(ledger.revenue_won),
        "cost": float(ledger.cost_won),
        "price": float(company.decision.price_won),
        "rounds": float(company.stage),
        "invested": float(ledger.opening_won + ledger.totals.get(Reason.INVESTMENT, 0)),
        "promise": model.scene.promise,
        "equity": company.equity,
        "hype": sector.hype(model.week, model.parameters),
        "sector.rounds": float(model.sector.seen(model.week)),
        "offers": float(len(model.sheets)),
        "voucher": float(company.voucher_won),
        "grant": company.grant_weeks > 0,
    }


def _clients(model: "MarketModel") -> dict[str, Value]:
    company, sale = model.companies[0], model.suit.sale
    book = publishing.clientele(company)
    return {
        "sold": sale is not None,
        "sold.price": float(sale.price_won) if sale else 0.0,
        "sold.founders": sale.founders_won if sale else 0.0,
        "sold.multiple": sale.multiple if sale else 0.0,
        "contracts": float(book.contracts),
        "leads": float(book.leads),
        "fee": float(book.fee_won),
        "arr": float(arr_won(company)),
        "rarity": book.rarity,
    }


def _product(model: "MarketModel") -> dict[str, Value]:
    company, ground = model.companies[0], model.ground
    quality, order = company.quality, company.decision
    rules, classical, deep = company.best_quality
    return {
        "launched": company.is_open,
        "launch.week": float(company.launch_week + 1) if company.has_launched else LONGEST_WEEKS,
        "quality": ground.overall(quality),
        "quality.lowest": float(quality.min()),
        "quality.gap": float(quality.max() - quality.min()),
        "accuracy": 1 - ground.overall(company.lab_errors),
        "ux": company.ux,
        "content": company.content,
        "latency": company.latency_s(ground),
        "model": float(company.model),
        "model.age": float(company.age),
        "releases": float(company.releases),
        "release.weeks": _finite(company.weeks_to_release),
        "stage": float(company.phase + 1) if company.speed > 0 else 0.0,
        "knowledge": company.knowledge,
        "tuning": company.tune,
        "debt": company.debt,
        "explainability": company.explainability,
        "infrastructure": float(len(Infra) - len(infrastructure.left_out(order))),
        "engineers": float(order.engineers),
        "experts": float(order.experts),
        "best.rules": rules,
        "best.classical": classical,
        "best.deep": deep,
    }


def _data(model: "MarketModel") -> dict[str, Value]:
    company, order = model.companies[0], model.companies[0].decision
    stocks = company.stocks
    of = {source: math.fsum(stocks.clean[source].tolist()) for source in Source}
    return {
        "data.open": of[Source.OPEN],
        "data.crawl": of[Source.CRAWL],
        "data.service": of[Source.SERVICE],
        "data.bought": of[Source.BOUGHT],
        "data.effective": company.effective,
        "data.backlog": math.fsum(stocks.raw.ravel().tolist()),
        "data.stored": privacy.stored_items(company),
        "collection": order.collection_permille / 1000,
        "feedback": order.feedback_permille / 1000,
        "sells": order.sell_data,
        "scandals": float(company.scandals),
    }


def _others(model: "MarketModel") -> dict[str, Value]:
    ground, ring = model.ground, model.ring
    rivals = [c for c in model.companies[1:] if c.is_open]
    largest = max(rivals, key=lambda c: (c.users_now, -c.index), default=None)
    return {
        "incumbent.share": largest.users_now / math.fsum(ground.people.tolist()) if largest else 0.0,
        "incumbent.quality": ground.overall(largest.quality) if largest else 0.0,
        "incumbent.price": float(largest.decision.price_won) if largest else 0.0,
        "loop.gain": ring.gain,
        "loop.users": ring.users,
        "loop.data": ring.data,
        "loop.performance": ring.performance,
        "loop.weeks": _finite(ring.loop_weeks),
        "loop.weakest.users": ring.weakest is Link.USERS,
        "loop.weakest.data": ring.weakest is Link.DATA,
        "loop.weakest.performance": ring.weakest is Link.PERFORMANCE,
    }
