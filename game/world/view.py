"""A read-only picture of the market for screens and studies. Computed when asked for, never stored."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from agents.messages import Term
from agents.reasons import weightiest
from agents.week import People, Table
from game.world import terms, weekly
from game.world.company import Company
from game.world.goals import UNDECIDED, missed
from game.world.level import Text
from game.world.report import FirmView, MarketView, Why

if TYPE_CHECKING:
    from game.world.model import MarketModel

_AT_ONCE = 1 << 16  # people valued at a time, so that a million need no table of a hundred megabytes


def picture(model: "MarketModel") -> MarketView:
    """Return the market as it stands after the weeks played."""
    level, people = model.level, model.market.people
    return MarketView(
        week=model.week,
        weeks=level.weeks,
        people_per_agent=level.people / level.agents,
        firms=tuple(_firm(model, c, name) for c, name in zip(model.companies, _names(model), strict=True)),
        segments=tuple(s.name for s in level.segments),
        service=_read_only(people.service),
        previous=_read_only(model.previous),
        loyal=_read_only(people.loyal),
        segment=_read_only(people.segment),
        value=_read_only(values(model)),
        flows=_read_only(model.turnout.flows),
        decision=model.companies[0].decision,
        report=model.reports[-1] if model.reports else weekly.report(model, 0),
        history=tuple(model.reports),
        sheets=tuple(model.sheets),
        cards=model.deck.cards(level),
        ending=model.ending,
        verdicts=model.verdicts,
        preferred_won=terms.preferred_won(model),
        missed=missed(model.level, model.streaks) if model.ending.cause in UNDECIDED else (),
        **{name: _read_only(felt) for name, felt in feelings(model).items()},
    )


def _names(model: "MarketModel") -> tuple[Text, ...]:
    return (model.level.start.name, *(r.name for r in model.level.rivals))


def _firm(model: "MarketModel", company: Company, name: Text) -> FirmView:
    return FirmView(
        name=name,
        users=company.users_now,
        share=company.users_now / model.level.people,
        price_won=company.decision.price_won,
        quality=model.ground.overall(company.quality) if company.is_open else 0.0,
        is_open=company.is_open,
        is_alive=company.is_alive,
        why=_why(model, company) if company.index > 0 else None,
    )


def _why(model: "MarketModel", company: Company) -> Why:
    """Return a rival's account of what it did, segments by their names."""
    motive, segments = model.competitors[company.index - 1].motive, model.level.segments
    named = ((n, segments[int(x)].name if n == "segment" else x) for n, x in motive.figures)
    return Why(motive.rule, tuple(named))


def _read_only(array: NDArray[Any]) -> NDArray[Any]:
    """Return a copy that nobody can write into."""
    copy = array.copy()
    copy.flags.writeable = False
    return copy


def feelings(model: "MarketModel") -> dict[str, NDArray[Any]]:
    """Return what users feel about the service they use, (N,) each: `sore`, `price`, `trust` as in `MarketView`."""
    people, week = model.market.people, model.market.open_week
    size = people.service.size
    sore, price, trust = np.full(size, -1, np.int8), np.zeros(size, np.int32), np.zeros(size, np.int32)
    users = np.flatnonzero(people.service >= 0) if week is not None else np.zeros(0, np.intp)
    for start in range(0, users.size, _AT_ONCE):
        rows = users[start : start + _AT_ONCE]
        assert week is not None
        felt = week.now.terms(people, rows, people.service[rows])
        best = week.ideal.terms(people, rows, np.zeros(rows.size, np.int8))
        worst = weightiest(felt, best)
        sore[rows] = np.where(worst == Term.LUCK, -1, worst)
        price[rows], trust[rows] = felt[:, Term.PRICE], felt[:, Term.PRIVACY]
    return {"sore": sore, "price": price, "trust": trust}


def values(model: "MarketModel") -> NDArray[np.int32]:
    """Return what the service used is worth to each person, 2^-16 util; for non-users, what the player's would be, (N,)."""
    people, week = model.market.people, model.market.open_week
    worth = np.zeros(people.service.size, np.int32)
    if week is not None:
        for start in range(0, worth.size, _AT_ONCE):
            rows = np.arange(start, min(start + _AT_ONCE, worth.size))
            worth[rows] = _worth(week.now, people, rows)
    return worth


def _worth(now: Table, people: People, rows: NDArray[np.intp]) -> NDArray[np.int32]:
    value = now.value(people, rows, np.maximum(people.service[rows], 0))
    return np.clip(value, -(2**31), 2**31 - 1).astype(np.int32)
