"""The week's report: what happened to the player's firm, in numbers with units, and why."""

import math
from typing import TYPE_CHECKING

from agents.messages import Infra, ModelKind, Source, Term
from game.world import accounts, data, infrastructure, pipeline, programmes, publishing, satisfaction
from game.world.company import Company
from game.world.contracts import arr_won
from game.world.data import CRAWLED, LOGGED
from game.world.funding import GRANT_LASTS_WEEKS
from game.world.ground import Ground
from game.world.money import Reason
from game.world.newsroom import (
    LATE_TIMES,
    RUNWAY_MARKS,
    STALE_SHARE,
    STORM_SHARE,
    USER_MARKS,
    WAITING_WEEKS,
)
from game.world.pipeline import STAGES, Stage
from game.world.report import Cause, Movement, NewsItem, WeekReport

if TYPE_CHECKING:
    from game.world.model import MarketModel

_LOUD = 3  # movements of money named in a report's causes; the ledger has them all


def report(model: "MarketModel", week: int, news: tuple[NewsItem, ...] = ()) -> WeekReport:
    """Return the report of the week just played; week 0 is the start of the level."""
    company, ground, turnout = model.companies[0], model.ground, model.turnout
    quality, stocks, ledger = company.quality, company.stocks, company.ledger
    return WeekReport(
        week=week,
        users=company.users_now,
        joined=turnout.joined,
        left=turnout.left,
        awareness=ground.overall(turnout.awareness),
        quality=ground.overall(quality),
        quality_by_segment=tuple(quality.tolist()),
        accuracy=1 - ground.overall(company.lab_errors),
        trust=ground.overall(company.trust),
        ux=company.ux,
        content=company.content,
        price_won=company.decision.price_won,
        latency_s=company.latency_s(ground),
        cash_won=ledger.cash_won,
        revenue_won=ledger.revenue_won,
        cost_won=ledger.cost_won,
        runway_weeks=accounts.runway(company),
        movements=ledger.movements(),
        data_items=tuple(math.fsum(stocks.clean[s].tolist()) for s in Source),
        effective_items=company.effective,
        backlog_items=(math.fsum(stocks.raw[CRAWLED].tolist()), math.fsum(stocks.raw[LOGGED].tolist())),
        model=company.model,
        releases=company.releases,
        weeks_to_release=company.weeks_to_release,
        has_launched=company.has_launched,
        scandals=company.scandals,
        equity=company.equity,
        rounds=company.stage,
        left_by=turnout.left_by,
        firm_users=tuple(c.users_now for c in model.companies),
        firm_quality=tuple(ground.overall(c.quality) if c.is_open else 0.0 for c in model.companies),
        firm_price_won=tuple(c.decision.price_won for c in model.companies),
        ring=model.ring,
        causes=causes(model),
        news=news,
        stories=turnout.stories,
        stage=min(company.phase, STAGES - 1) if company.speed > 0 else -1,
        stage_share=company.outlook.share,
        release_range=pipeline.weeks(company.outlook, company.speed),
        tuning=company.tune,
        debt=company.debt,
        explainability=company.explainability,
        drift=1 - company.fresh if infrastructure.has(company.decision, Infra.MONITORING) else None,
        infrastructure=tuple(
            Movement(item.name.lower(), -won) for item, won in company.infrastructure.items()
        ),
        clientele=publishing.clientele(company),
        arr_won=arr_won(company),
        satisfaction=ground.overall(satisfaction.by_segment(model)),
    )


def causes(model: "MarketModel") -> tuple[Cause, ...]:
    """Return what moved users, cash, quality and trust this week, the weightiest first within each."""
    company, ground = model.companies[0], model.ground
    last = model.reports[-1] if model.reports else None
    users, quality, trust = (last.users, last.quality, last.trust) if last else (0.0, 0.0, float("nan"))
    found = [*_user_causes(model, users), *_cash_causes(company)]
    now = ground.overall(company.quality)
    if now != quality:
        because = "release" if company.age <= 1 else "ageing"
        found.append(Cause("quality", quality, now, because, now - quality))
    trusted = ground.overall(company.trust)
    if last and trusted != trust:
        because = "scandal" if company.scandals > last.scandals else "time"
        found.append(Cause("trust", trust, trusted, because, trusted - trust))
    return tuple(found)


def _user_causes(model: "MarketModel", before: float) -> list[Cause]:
    """Return who came, and who left for which reason."""
    turnout, now = model.turnout, model.companies[0].users_now
    found = [Cause("users", before, now, "joined", turnout.joined)] if turnout.joined > 0 else []
    by_reason = sorted(zip(Term, turnout.left_by, strict=True), key=lambda pair: (-pair[1], pair[0]))
    found += [
        Cause("users", before, now, f"left.{term.name}", -people) for term, people in by_reason if people > 0
    ]
    return found


def _cash_causes(company: Company) -> list[Cause]:
    """Return the largest movements of money."""
    ledger = company.ledger
    after = ledger.cash_won
    before = after - int(sum(ledger.week.values()))  # whole numbers
    largest = sorted(ledger.movements(), key=lambda m: -abs(m.won))[:_LOUD]
    return [Cause("cash", float(before), float(after), m.reason, float(m.won)) for m in largest]


def notice(model: "MarketModel") -> None:
    """Tell what a careful reader of the books would notice this week."""
    company, ground, room, week = model.companies[0], model.ground, model.newsroom, model.week + 1
    runway = accounts.runway(company)
    narrower = (*RUNWAY_MARKS[1:], -1)
    for mark, next_mark in zip(RUNWAY_MARKS, narrower, strict=True):
        room.tell_once(week, f"runway.{mark}", next_mark <= runway < mark, weeks=runway)
    for number in USER_MARKS:
        above = company.peak_users >= number  # a peak is never lost, so this is told once
        room.tell_once(week, f"users.{number}", above, users=company.users_now)
    lost = 1 - company.fresh
    is_stale = company.model > ModelKind.RULES and lost > STALE_SHARE
    is_stale = is_stale and infrastructure.has(company.decision, Infra.MONITORING)
    room.tell_once(week, "stale", is_stale, weeks=float(company.age), lost=lost)
    tell_calls(model)
    _notice_infrastructure(model, company)
    _notice_delay(model, company)
    _notice_backlog(model, company, ground)
    spread = model.turnout.stories
    room.tell_once(week, "storm", spread > STORM_SHARE * model.level.people, people=spread)
    if Reason.FINE in company.ledger.week:
        fine = float(-company.ledger.week[Reason.FINE])
        driven = model.turnout.driven_out
        room.tell(week, "scandal", users=driven, fine_won=fine, number=float(company.scandals))


def _notice_infrastructure(model: "MarketModel", company: Company) -> None:
    """Tell of each item that is left out, when it is, what it costs instead."""
    told = model.newsroom.told
    for item in Infra:
        name, is_off = item.name.lower(), not infrastructure.has(company.decision, item)
        if is_off and not told.get(f"infra.off.{name}", False):
            model.newsroom.tell(model.week + 1, "infra.off", item=name, without=name)
        if is_off or f"infra.off.{name}" in told:
            told[f"infra.off.{name}"] = is_off


def _notice_delay(model: "MarketModel", company: Company) -> None:
    """Tell of a stage that drags on, each stage of each release once."""
    overdue = company.outlook.overdue
    stage = Stage(min(company.phase, STAGES - 1)).name.lower()
    is_late = company.speed > 0 and overdue > LATE_TIMES
    model.newsroom.tell_once(model.week + 1, "stage.late", is_late, stage=stage, times=overdue)


def _notice_backlog(model: "MarketModel", company: Company, ground: Ground) -> None:
    capacity = data.labelling_capacity(company.decision, ground.parameters)
    waiting = math.fsum(company.stocks.raw.ravel().tolist())
    weeks = waiting / capacity if capacity > 0 else math.inf
    is_long = weeks > WAITING_WEEKS and waiting > company.users_now
    model.newsroom.tell_once(model.week + 1, "backlog", is_long, items=waiting, weeks=weeks)


def tell_release(model: "MarketModel", before: float) -> None:
    """Tell of a new model: what it is, and how much better it works than the old one, shares 0..1."""
    company, ground = model.companies[0], model.ground
    model.newsroom.tell(
        model.week + 1,
        "release",
        model=ModelKind(company.model).name.lower(),
        quality=ground.overall(company.quality),
        before=before,
        accuracy=1 - ground.overall(company.lab_errors),
    )


def tell_calls(model: "MarketModel") -> None:
    """Tell of the public calls the player could apply for."""
    company, locked = model.companies[0], model.level.start.locked
    for call in programmes.calls(company, model.week, model.parameters):
        if f"applies_{call.id}" in locked or not company.is_alive:
            continue
        values: dict[str, float] = {
            "amount_won": call.amount_won,
            "weeks": float(call.weeks),
            "chance": call.chance,
        }
        if call.id == "grant":
            values["lasts"] = float(call.lasts)
        model.newsroom.tell(model.week + 1, f"call.{call.id}", **values)


def tell_programmes(model: "MarketModel", told: tuple[str, ...]) -> None:
    """Tell how the calls of the public programmes were decided."""
    p, week = model.parameters, model.week + 1
    for id_ in told:
        if id_ == "voucher.won":
            model.newsroom.tell(week, id_, amount_won=p.voucher)
        elif id_ == "grant.won":
            model.newsroom.tell(week, id_, amount_won=p.grant_week, weeks=float(GRANT_LASTS_WEEKS))
        else:
            model.newsroom.tell(week, id_)
