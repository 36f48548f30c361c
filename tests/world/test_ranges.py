"""Nowhere inside the ranges of the parameters, and under no order a firm can give, does a world become meaningless.

Hypothesis draws all parameters at once from the whole of their ranges, which firm the player runs, how rich it is, and new orders
every few weeks; every figure that anybody can see is looked at after every week.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from agents.arrays import Floats
from agents.messages import ACCEPT, DECLINE, Decision
from game.world.bounds import bounds
from game.world.company import MOST_DEBT, Company
from game.world.level import Level
from game.world.model import MarketModel
from game.world.parameters import Parameters, about
from game.world.report import Outcome
from tests.levels_for_tests import reference, technology
from tests.world.worlds import any_orders, plausible

WEEKS, AGENTS, SPELL = 12, 200, 4  # a new order every SPELL weeks
# How long something takes may be for ever; nothing else may be infinite, and nothing undefined.
ENDLESS = {"runway_weeks", "loop_weeks", "weeks_to_release", "release_range", "weeks"}


def founders() -> st.SearchStrategy[tuple[Decision, ...]]:
    """Some orders, one after another, with all that `any_orders` leaves out."""
    yes = st.booleans()
    one = st.builds(
        lambda order, voucher, grant, asks, sellers: replace(
            order, applies_voucher=voucher, applies_grant=grant, seeks_funding=asks, sellers=sellers
        ),
        any_orders(), yes, yes, yes, st.integers(0, 10),
    )  # fmt: skip
    return st.lists(one, min_size=WEEKS // SPELL, max_size=WEEKS // SPELL).map(tuple)


def markets() -> st.SearchStrategy[Level]:
    """A market of people with an incumbent and a follower, or a firm that sells technology; a poor or a rich start."""
    kind = st.sampled_from([reference, technology])
    return st.builds(
        lambda make, cash_won: _with_cash(make(WEEKS, AGENTS), cash_won),
        kind, st.sampled_from([1_000_000, 300_000_000, 1_200_000_000, 50_000_000_000]),
    )  # fmt: skip


def _with_cash(level: Level, cash_won: int) -> Level:
    return replace(level, start=replace(level.start, cash_won=cash_won))


def corner(at: float) -> Parameters:
    """All parameters at the lowest (0) or the highest (1) figure of their ranges."""
    return Parameters(**{name: k.low + at * (k.high - k.low) for name, k in about().items()})


# --- what must hold of any figure anybody can see


def figures(thing: object, name: str = "") -> Iterator[tuple[str, float]]:
    """Yield every number inside a report, a picture, a table, with the name of the field it stands in."""
    if is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            yield from figures(getattr(thing, part.name), part.name)
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from figures(value, str(key))
    elif isinstance(thing, np.ndarray):
        yield name, float(thing.min(initial=0)) if np.isfinite(thing).all() else math.nan
    elif isinstance(thing, tuple) and len(thing) == 2 and isinstance(thing[0], str):
        yield from figures(thing[1], thing[0])  # a named figure of a piece of news
    elif isinstance(thing, tuple | list):
        for value in thing:
            yield from figures(value, name)
    elif isinstance(thing, float | int | np.number) and not isinstance(thing, Enum):
        yield name, float(thing)


def undefined(thing: object) -> list[tuple[str, float]]:
    """Return the figures that mean nothing."""
    return [
        (name, x)
        for name, x in figures(thing)
        if not (math.isfinite(x) or (x == math.inf and name in ENDLESS))
    ]


def check_books(company: Company) -> None:
    ledger = company.ledger
    assert ledger.opening_won + sum(ledger.totals.values()) == ledger.cash_won
    assert all(type(amount) is int for amount in ledger.totals.values())


def check_firm(company: Company) -> None:
    for name in ("ux", "content", "knowledge", "tune", "fresh", "equity", "labelling"):
        assert 0 <= getattr(company, name) <= 1, name
    for name in ("trust", "quality", "lab_quality", "skill", "lab_skill", "lab_errors"):
        array = getattr(company, name)
        assert ((array >= 0) & (array <= 1)).all(), name
    assert 0 <= company.debt <= MOST_DEBT
    for name, least in figures(company.stocks):
        assert least >= 0, name
    for name in ("effective", "progress", "speed", "voucher_won", "grant_weeks", "away", "bought_won"):
        assert getattr(company, name) >= 0, name
    assert company.users.min() >= 0


def check_people(model: MarketModel, before: Floats) -> None:
    """Everybody is somewhere, once; who is counted with a firm came from somewhere. `before` is (F, S) a week ago."""
    market, level = model.market, model.level
    users = market.people_by_firm()
    assert users.min() >= 0
    of = np.array([s.people for s in level.segments], float)
    assert (users.sum(axis=0) <= of * (1 + 1e-9)).all()
    assert (model.contributors <= before * (1 + 1e-9)).all()
    counts = np.zeros_like(market.counts)
    uses = market.people.service >= 0
    np.add.at(counts, (market.people.service[uses], market.people.segment[uses]), 1)
    assert (counts == market.counts).all()
    assert ((market.awareness[: model.week + 1] >= 0) & (market.awareness[: model.week + 1] <= 1)).all()
    flows = model.turnout.flows
    assert flows.min() >= 0
    came, went = flows.sum(axis=0)[:-1], flows.sum(axis=1)[:-1]
    open_now = [
        c.is_alive for c in model.companies
    ]  # who shuts down loses all users after the week was counted
    assert (before.sum(axis=1) + came - went)[open_now] == pytest.approx(users.sum(axis=1)[open_now])


def check_report(model: MarketModel, cash_won: int) -> None:
    report, level = model.reports[-1], model.level
    assert cash_won + sum(m.won for m in report.movements) == report.cash_won
    assert 0 <= report.users <= level.people
    assert sum(report.firm_users) <= level.people * (1 + 1e-9)
    for name in ("quality", "accuracy", "awareness", "trust", "ux", "content", "equity", "stage_share"):
        assert 0 <= getattr(report, name) <= 1, name
    for name in (
        "joined",
        "left",
        "latency_s",
        "effective_items",
        "revenue_won",
        "cost_won",
        "stories",
        "arr_won",
    ):
        assert getattr(report, name) >= 0, name
    for name, least in (
        *figures(report.data_items, "data_items"),
        *figures(report.backlog_items, "backlog_items"),
    ):
        assert least >= 0, name


def check(model: MarketModel, cash_won: int, before: Floats) -> None:
    """Hold the world after a week against everything it promises."""
    for company in model.companies:
        check_books(company)
        check_firm(company)
        assert undefined(model.news(company.index)) == []
    check_people(model, before)
    check_report(model, cash_won)
    assert undefined(model.view()) == []
    assert undefined(model.offers) == []
    assert undefined(model.values()) == []
    assert undefined(model.market.tables()) == []
    table = model.datacollector.get_model_vars_dataframe()
    assert not table.iloc[-1].isna().any()


def decided(model: MarketModel, wanted: Decision, accepts: bool) -> Decision:
    """Return the wanted orders as far as they can be carried out: locked levers stay, and who cannot pay goes on as before."""
    news = model.news()
    kept = {lever: getattr(news.decision, lever) for lever in news.locked}
    answers = tuple((sheet.id, ACCEPT if accepts else DECLINE) for sheet in news.sheets)
    order = replace(wanted, **kept, answers=answers)
    return order if not model.check(order) else replace(news.decision, answers=answers)


def live(
    level: Level, parameters: Parameters, orders: tuple[Decision, ...], seed: int, accepts: bool
) -> None:
    """Play a world to its end and check it after every week."""
    model = MarketModel(replace(level, parameters=parameters), seed)
    while model.ending.outcome is Outcome.RUNNING:
        cash_won, before = model.companies[0].ledger.cash_won, model.market.people_by_firm()
        model.play_week(decided(model, orders[min(model.week // SPELL, len(orders) - 1)], accepts))
        check(model, cash_won, before)
    model.release()


@given(markets(), plausible(), founders(), st.integers(0, 10**6), st.booleans())
@example(reference(WEEKS, AGENTS), corner(0.0), (Decision(),), 1, True)
@example(reference(WEEKS, AGENTS), corner(1.0), (Decision(),), 1, True)
@example(technology(WEEKS, AGENTS), corner(0.0), (Decision(),), 1, True)
@example(technology(WEEKS, AGENTS), corner(1.0), (Decision(),), 1, False)
@settings(
    max_examples=30, phases=(Phase.explicit, Phase.generate)
)  # a world that fails is small enough to look at
def test_no_world_inside_the_ranges_ever_becomes_meaningless(
    level: Level, parameters: Parameters, orders: tuple[Decision, ...], seed: int, accepts: bool
) -> None:
    live(level, parameters, orders, seed, accepts)


def overridden() -> st.SearchStrategy[Parameters]:
    """The usual market with some numbers as far out as a level can put them with `override: true`."""
    ends = st.tuples(st.sampled_from(sorted(about())), st.integers(0, 1))
    return st.lists(ends, min_size=1, max_size=4).map(
        lambda wanted: Parameters(**{name: bounds(name)[end] for name, end in wanted})
    )


@given(markets(), overridden(), founders(), st.integers(0, 10**6), st.booleans())
@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
def test_no_override_makes_a_world_meaningless(
    level: Level, parameters: Parameters, orders: tuple[Decision, ...], seed: int, accepts: bool
) -> None:
    live(level, parameters, orders, seed, accepts)


def test_the_check_sees_what_means_nothing() -> None:
    """Nothing is proved by a search that would not find it."""
    wrong: dict[str, Any] = {"cash": math.nan, "users": -math.inf, "runway_weeks": math.inf, "share": 0.5}
    assert [name for name, _ in undefined(wrong)] == ["cash", "users"]
    assert [name for name, _ in undefined((np.array([1.0, math.nan]),))] == [""]
    assert undefined({"runway_weeks": -math.inf}) != []


def test_every_parameter_has_a_unit_a_range_a_source_and_a_letter() -> None:
    for name, known in about().items():
        least, most = bounds(name)
        assert least <= known.low <= known.high <= most, name
        default = getattr(Parameters(), name)
        assert math.isfinite(known.low)
        assert math.isfinite(known.high)
        assert known.low <= default <= known.high, name
        assert known.low < known.high, name
        assert known.unit, name
        assert known.meaning, name
        assert known.source, name
        assert known.confidence in "ABCD", name
