"""A firm at work: releases, knowledge, design, content, data, and its bill."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.messages import Decision, ModelKind, Source
from game.world import accounts
from game.world.ground import ground_of
from game.world.growth import EXPERT_STEP
from game.world.money import Reason
from tests.levels_for_tests import tiny
from tests.world.worlds import any_orders, by_segment, firm, ground, plausible

NOBODY = by_segment(0, 0, 0, 0)


def work(company, weeks, on=None, contributors=NOBODY, start=0):
    on = on or ground()
    for week in range(start, start + weeks):
        company.gather(contributors, on)
        company.train(week, on)
    return company


@pytest.mark.parametrize(
    ("model", "weeks"),
    [(ModelKind.RULES, 6), (ModelKind.CLASSICAL, 10), (ModelKind.DEEP, 18), (ModelKind.BEST, 6)],
)
def test_the_first_release_takes_the_time_its_family_needs(model, weeks):
    company = firm(model=model)
    work(company, weeks - 1)
    assert company.releases == 0
    work(company, 1, start=weeks - 1)
    assert (company.releases, company.launch_week) == (1, weeks - 1)


def test_crawling_first_delays_the_first_release_by_sixteen_weeks():
    company = firm(crawl_items=200_000)
    work(company, 33)
    assert company.releases == 0
    assert work(company, 1, start=33).releases == 1


def test_later_releases_take_a_fraction_of_the_first_and_drag_some_debt():
    company = work(firm(), 18)
    assert (company.tune, company.debt) == (0.18, 0.05)
    needs = 18 * 0.4 * (1 + 0.5 * 0.05)  # 7.38 weeks
    assert work(company, 7, start=18).releases == 1
    assert work(company, 1, start=25).releases == 2
    assert needs == pytest.approx(7.38)


def test_twice_the_team_is_not_twice_as_fast():
    assert firm(engineers=6).speed == pytest.approx(2**0.7)
    assert firm(engineers=0).speed == 0.0
    assert work(firm(engineers=0), 60).releases == 0


def test_a_service_may_open_before_its_model_after_six_weeks_of_building():
    company = work(firm(opens_early=True), 6)
    assert not company.is_open
    work(company, 1, start=6)
    assert company.is_open
    assert company.model == -1
    assert company.quality.tolist() == [0.0] * 4


def test_best_keeps_the_family_that_tests_best_and_switches_when_data_allow():
    on = ground()
    company = work(firm(model=ModelKind.BEST, on=on), 6, on)
    assert company.model == ModelKind.RULES
    company.stocks.clean[Source.SERVICE] = on.weights * 3e6
    work(company, 8, on, start=6)
    assert company.model == ModelKind.DEEP


def test_an_expert_at_the_table_makes_the_reference_models_knowledge():
    company = firm(experts=1)
    assert company.knowledge == pytest.approx(0.60)
    work(company, 10)
    assert company.knowledge == pytest.approx(0.60 + 10 * EXPERT_STEP)
    company.carry_out(replace(company.decision, experts=0))
    assert company.knowledge == pytest.approx(0.15 + 10 * EXPERT_STEP)
    company.carry_out(replace(company.decision, experts=9))
    assert work(company, 300).knowledge == 0.95


def test_design_and_content_grow_with_their_budgets_and_content_fades():
    company = work(firm(content_won=1_800_000), 1)
    assert company.ux == pytest.approx(0.25 + 0.015 * 0.75)
    assert company.content == pytest.approx(0.03 * 1.5)
    company.carry_out(replace(company.decision, content_won=0, ux_won=0))
    work(company, 1)
    assert company.ux == pytest.approx(0.25 + 0.015 * 0.75)
    assert company.content == pytest.approx(0.045 * 0.99)


def test_open_data_are_fetched_once():
    on = ground()
    company = firm()
    company.gather(NOBODY, on)
    company.gather(NOBODY, on)
    total = float(company.stocks.clean[Source.OPEN].sum())
    assert total == pytest.approx(60_000 * on.kept * on.kept)


def test_a_crawler_takes_four_weeks_to_build_and_costs_from_the_first():
    on = ground()
    company = firm(crawl_items=200_000)
    brought = []
    for _ in range(6):
        company.ledger.open_week()
        company.gather(NOBODY, on)
        accounts.settle(company, on)
        brought.append(company.crawled_items)
        assert company.ledger.week[Reason.CRAWLER] == -8_500_000
        assert company.ledger.week.get(Reason.CRAWLING, 0) == -8 * company.crawled_items
    assert brought == [0, 0, 0, 0, 200_000, 200_000]


def test_a_voucher_buys_six_million_won_of_data_a_week_and_no_more():
    on = ground()
    company = firm(open_data=False)
    company.voucher_won = 10_000_000
    cash = company.ledger.cash_won
    company.gather(NOBODY, on)
    assert company.voucher_won == 4_000_000
    assert float(company.stocks.clean[Source.BOUGHT].sum()) == pytest.approx(10_000)
    company.gather(NOBODY, on)
    company.gather(NOBODY, on)
    assert (company.voucher_won, company.ledger.cash_won) == (0, cash)


def test_users_who_agree_bring_items_and_annotators_clean_them():
    on = ground()
    company = firm(open_data=False)
    company.gather(by_segment(1000, 0, 0, 0), on)
    # 2,000 raw items, all cleaned by two annotators; 52 % survive at 20 % feedback.
    assert company.stocks.clean[Source.SERVICE, 0] == pytest.approx(2000 * 0.52)
    assert company.stocks.raw.sum() == 0.0


def test_the_bill_of_the_trap_before_launch_is_the_reference_models():
    """Thousand won a week: team 5,800, design 1,300, governance 180, a fifth of it overhead; labelling a fifth of 900; GPU."""
    on = ground()
    company = work(firm(), 1)
    company.ledger.open_week()
    accounts.settle(company, on)
    week = {reason.value: amount for reason, amount in company.ledger.week.items()}
    items = 60_000 * on.kept
    assert week == {
        "wages": -5_800_000,
        "ux": -1_300_000,
        "governance": -180_000,
        "overhead": -626_080,
        "infrastructure": -829_920,
        "annotators": -180_000,
        "gpu": -round(900_000 * (1 + items / 2e6)),
    }


def test_an_open_service_earns_from_its_users_and_pays_for_serving_them():
    on = ground()
    company = firm(price_won=450, sell_data=True)
    company.has_launched, company.users = True, by_segment(600, 200, 100, 100)
    accounts.settle(company, on)
    week = company.ledger.week
    assert week[Reason.USERS] == 1000 * 450
    assert week[Reason.DATA_SALE] == 23_000
    assert week[Reason.INFERENCE] == -7_000  # 20 requests at 0.35 won
    assert week[Reason.MARKETING] == -1_000_000


def test_a_closed_firm_neither_earns_nor_pays():
    company = firm()
    company.is_alive = False
    accounts.settle(company, ground())
    assert company.ledger.week == {}


@given(plausible(), any_orders(), st.lists(st.floats(0, 150_000), min_size=4, max_size=4))
@settings(derandomize=True, max_examples=40, deadline=None)
def test_no_order_in_any_plausible_world_makes_a_firm_meaningless(parameters, order, users):
    on = ground_of(tiny(), parameters)
    company = firm(on=on)
    company.carry_out(order)
    company.users = np.array(users)
    for week in range(30):
        company.ledger.open_week()
        company.remember_users(week)
        company.gather(company.users, on)
        company.train(week, on)
        accounts.settle(company, on)
        for share in (company.ux, company.content, company.knowledge, company.tune, company.fresh):
            assert 0.0 <= share <= 1.0
        for array in (company.quality, company.lab_quality):
            assert ((array >= 0) & (array <= 1)).all()
        assert (company.stocks.clean >= 0).all()
        assert company.speed_util(on) < 0.71
        assert -1.0 <= company.growth <= 3.0


def test_growth_compares_with_thirteen_weeks_ago_and_forgives_small_beginnings():
    company = firm()
    for week in range(14):
        company.users = by_segment(10 * week, 0, 0, 0)
        company.remember_users(week)
    assert company.growth == pytest.approx((130 + 50) / (0 + 50) - 1)


def test_refusals_leave_a_firm_untouched_and_name_the_lever():
    company = firm(cash_won=10_000_000)
    (refusal,) = company.check(replace(company.decision, marketing_won=50_000_000), ground())
    assert (refusal.lever, refusal.code) == ("marketing_won", "cash")
    values = dict(refusal.values)
    # 8.736 million for the people and 0.9 for labelling stand already
    assert values["needs_won"] == 59_636_000
    assert values["short_won"] == values["needs_won"] - values["has_won"] == 49_636_000
    assert company.decision.marketing_won == 1_000_000


def test_holding_on_and_saving_are_always_allowed():
    broke = firm(cash_won=0)
    assert broke.check(broke.decision, ground()) == ()
    assert broke.check(replace(broke.decision, engineers=1), ground()) == ()
    assert broke.check(replace(broke.decision, engineers=4, marketing_won=0, ux_won=0), ground()) == ()


@pytest.mark.parametrize(
    ("lever", "value"),
    [("price_won", -1), ("feedback_permille", 1001), ("engineers", -3), ("crawl_items", 10**12)],
)
def test_a_lever_cannot_leave_its_range(lever, value):
    (refusal,) = firm().check(replace(Decision(), **{lever: value}), ground())
    assert (refusal.lever, refusal.code) == (lever, "range")


def test_a_closed_firm_can_decide_nothing():
    company = firm()
    company.is_alive = False
    assert [r.code for r in company.check(company.decision, ground())] == ["closed"]
