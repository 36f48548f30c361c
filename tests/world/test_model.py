"""One world, week by week: deterministic, conserved, read-only to lookers, an ordinary Mesa model."""

import gc
import weakref
from dataclasses import replace
from itertools import pairwise

import mesa
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.messages import ACCEPT, DECLINE, ModelKind
from game.world.conditions import Binary, Condition, Number, Operator, Value
from game.world.level import Kind, Objective
from game.world.levers import Refused
from game.world.model import MarketModel
from game.world.newsroom import IDS
from game.world.report import Outcome
from tests.levels_for_tests import START, text, tiny
from tests.world.worlds import any_orders, plausible


def played(level, weeks, seed=1, decide=None):
    model = MarketModel(level, seed, founder=decide)
    for _ in range(weeks):
        model.step()
    return model


def enough(users):
    return Condition("users", Binary(Operator.AT_LEAST, Value("users"), Number(users)))


def test_two_runs_of_one_seed_are_the_same_in_every_bit(tiny_level):
    first, second = played(tiny_level, 8), played(tiny_level, 8)
    assert first.fingerprint() == second.fingerprint()
    assert first.reports == second.reports


def test_another_seed_is_another_world():
    level = tiny(jitter=0.15)
    assert played(level, 1, seed=1).fingerprint() != played(level, 1, seed=2).fingerprint()


def test_every_won_of_every_week_is_accounted_for():
    model = played(
        tiny(weeks=40, agents=2000, start=replace(START, decision=replace(START.decision, opens_early=True))),
        40,
    )
    for company in model.companies:
        assert company.ledger.opening_won + sum(company.ledger.totals.values()) == company.ledger.cash_won
    cash = START.cash_won
    for report in model.reports:
        cash += sum(m.won for m in report.movements)
        assert cash == report.cash_won


def test_looking_changes_nothing():
    model = played(tiny(weeks=30), 25)
    before = model.fingerprint()
    for _ in range(3):
        model.view()
        model.news()
        model.values()
        model.check(model.companies[0].decision)
        model.branch().step()
        list(model.agents)
        model.datacollector.get_model_vars_dataframe()
    assert model.fingerprint() == before


def test_a_branch_goes_the_same_way_and_its_own_way():
    model = played(tiny(weeks=40, agents=1000), 20)
    same, other = model.branch(), model.branch()
    other.play_week(replace(other.companies[0].decision, price_won=0))
    for world in (model, same):
        world.step()
    assert model.fingerprint() == same.fingerprint() != other.fingerprint()
    assert all(rival.model is same for rival in same.competitors)
    assert same.market.users.model is same


def test_the_picture_is_read_only_and_true():
    model = played(tiny(weeks=30, agents=2000), 25)
    view = model.view()
    for array in (view.service, view.previous, view.loyal, view.segment, view.value, view.flows):
        assert not array.flags.writeable
    assert view.report is model.reports[-1]
    counted = np.bincount(view.service + 1, minlength=3) * view.people_per_agent
    assert [f.users for f in view.firms] == pytest.approx(counted[1:].tolist())


def test_a_picture_of_the_first_day_needs_no_week():
    view = MarketModel(tiny(), 1).view()
    assert (view.week, view.report.week, view.history) == (0, 0, ())
    assert view.report.cash_won == START.cash_won
    assert view.firms[1].share == pytest.approx(0.12)


def test_what_people_do_in_the_report_adds_up():
    level = tiny(
        weeks=40,
        agents=3000,
        start=replace(START, decision=replace(START.decision, opens_early=True, marketing_won=9_000_000)),
    )
    model = played(level, 40)
    reports = model.reports
    assert max(r.users for r in reports) > 0
    for before, after in pairwise(reports):
        assert after.users == pytest.approx(before.users + after.joined - after.left)


def test_an_impossible_decision_is_refused_with_its_reason_and_changes_nothing(model):
    before = model.fingerprint()
    decision = replace(model.companies[0].decision, engineers=-1)
    with pytest.raises(Refused) as caught:
        model.play_week(decision)
    assert caught.value.refusals == model.check(decision)
    assert [(r.lever, r.code) for r in caught.value.refusals] == [("engineers", "range")]
    assert model.fingerprint() == before


def test_a_locked_lever_cannot_move():
    level = tiny(start=replace(START, locked=frozenset({"crawl_items", "model"})))
    model = MarketModel(level, 1)
    decision = replace(START.decision, crawl_items=10, model=ModelKind.RULES, price_won=500)
    assert [(r.lever, r.code) for r in model.check(decision)] == [
        ("model", "locked"),
        ("crawl_items", "locked"),
    ]
    assert model.news().locked == {"crawl_items", "model", "sellers"}  # the last does nothing here


def test_a_firm_without_cash_is_lost_and_the_world_stands_still():
    level = tiny(weeks=20, start=replace(START, cash_won=30_000_000))
    model = played(level, 20)
    assert (model.ending.outcome, model.ending.cause) == (Outcome.LOST, "out-of-cash")
    assert model.week == model.ending.week == len(model.reports) == 4
    assert not model.running
    assert model.reports[-1].news[-1].id == "closed"
    assert [r.code for r in model.check(START.decision)] == ["over"]


def test_a_level_ends_with_its_clock(tiny_level):
    model = played(tiny_level, 12)
    assert (model.ending.outcome, model.week, model.steps) == (Outcome.TIME, 8, 8)


def test_a_level_is_won_when_its_goal_is_met():
    goal = Objective("some", Kind.WIN, enough(0.0), text("Anything"), points=5)
    model = played(tiny(objectives=(goal,)), 3)
    assert (model.ending.outcome, model.ending.week, model.ending.score) == (Outcome.WON, 1, 5)


def short_of_money(answer):
    """A level without rivals in which investors are asked, and a founder who gives them this answer."""
    decision = replace(START.decision, model=ModelKind.BEST)
    level = tiny(weeks=60, rivals=(), start=replace(START, cash_won=260_000_000, decision=decision))

    def founder(news):
        hold = news.decision.hold()
        return replace(hold, answers=tuple((s.id, answer) for s in news.sheets)) if answer else hold

    return level, founder


def first_with_a_sheet(answer, weeks):
    level, founder = short_of_money(answer)
    for seed in range(20):
        model = played(level, weeks, seed, founder)
        if any(n.id == "sheet" for r in model.reports for n in r.news):
            return model
    raise AssertionError("no investor ever says yes")


def told(model):
    return {n.id: r for r in model.reports for n in r.news}


def test_an_accepted_offer_brings_the_money_the_week_after_and_ends_all_talks():
    model = first_with_a_sheet(ACCEPT, 27)
    offered, closed = told(model)["sheet"], told(model)["investment"]
    assert closed.week == offered.week + 1
    assert "investment" in [m.reason for m in closed.movements]
    assert (closed.equity, closed.rounds) == (pytest.approx(0.8), 1)
    assert model.sheets == [] or model.sheets[0].id != offered.news[0].id


def test_a_declined_offer_is_gone_and_one_that_waits_lapses_after_four_weeks():
    declined = first_with_a_sheet(DECLINE, 27)
    assert declined.reports[-1].rounds == 0
    assert "sheet.declined" in told(declined)
    waiting = first_with_a_sheet(None, 27)
    assert told(waiting)["sheet.expired"].week == told(waiting)["sheet"].week + 4
    assert waiting.sheets == []


def test_the_verdicts_of_the_last_pitch_can_be_read():
    model = first_with_a_sheet(None, 27)
    verdicts = model.view().verdicts
    assert {v.investor for v in verdicts} == {"till", "rare"}
    assert all(v.factors for v in verdicts)


def test_every_piece_of_news_has_a_known_id_and_severity():
    model = played(tiny(weeks=75, agents=2000), 75)
    news = [n for r in model.reports for n in r.news]
    assert news
    assert all(n.severity == IDS[n.id] for n in news)
    assert [n.id for n in news if n.id.startswith("runway")] == ["runway.26", "runway.13", "runway.4"]


def test_the_causes_of_the_users_add_up_to_what_left_by_choice():
    level = tiny(
        weeks=30,
        agents=3000,
        start=replace(START, decision=replace(START.decision, opens_early=True, marketing_won=20_000_000)),
    )
    model = played(level, 30)
    for report in model.reports:
        left = [c for c in report.causes if c.because.startswith("left.")]
        assert -sum(c.amount for c in left) == pytest.approx(sum(report.left_by))
        assert [c.amount for c in left] == sorted(c.amount for c in left)


@given(any_orders(), st.integers(0, 99))
@settings(derandomize=True, max_examples=12, deadline=None)
def test_no_order_brings_more_users_than_people_or_anything_undefined(order, seed):
    level = tiny(
        weeks=16, agents=500, jitter=0.3, start=replace(START, decision=order, cash_won=50_000_000_000)
    )
    model = played(level, 16, seed)
    for report in model.reports:
        assert 0 <= report.users <= level.people
        assert sum(report.firm_users) <= level.people * (1 + 1e-9)
        for share in (
            report.quality,
            report.trust,
            report.ux,
            report.content,
            report.awareness,
            report.accuracy,
        ):
            assert 0 <= share <= 1
        assert np.isfinite([report.ring.gain, report.effective_items, *report.data_items]).all()


@given(plausible(), any_orders(), st.integers(0, 99))
@settings(derandomize=True, max_examples=12, deadline=None)
def test_no_world_inside_the_ranges_yields_anything_undefined_or_negative(parameters, order, seed):
    level = tiny(weeks=12, agents=400, parameters=parameters, start=replace(START, decision=order))
    model = played(level, 12, seed)
    for report in model.reports:
        assert 0 <= report.users <= level.people
        assert min(*report.data_items, *report.backlog_items, report.effective_items, report.latency_s) >= 0
        assert np.isfinite([report.ring.gain, report.quality, report.trust, report.awareness]).all()


def test_a_released_world_can_be_forgotten():
    model = played(tiny(), 3)
    view, branch = model.view(), model.branch()
    forgotten = [weakref.ref(model), weakref.ref(branch)]
    model.release()
    branch.release()
    del model, branch
    gc.collect()
    assert [ref() for ref in forgotten] == [None, None]
    assert view.week == 3


def test_mesa_can_run_it_in_batches(tiny_level):
    rows = mesa.batch_run(
        MarketModel, {"level": tiny_level, "rng": [3, 4]}, display_progress=False, number_processes=1
    )
    assert [row["rng"] for row in rows] == [3, 4]
    for row in rows:
        report = played(tiny_level, 8, row["rng"]).reports[-1]
        assert (row["outcome"], row["week"], row["cash_won"]) == ("time", 8, report.cash_won)


def test_mesa_keeps_totals_and_no_rows_of_people(tiny_level):
    model = played(tiny_level, 8)
    frame = model.datacollector.get_model_vars_dataframe()
    assert list(frame["cash_won"]) == [r.cash_won for r in model.reports]
    assert not model.datacollector.agent_reporters
    assert not model.datacollector.agenttype_reporters
