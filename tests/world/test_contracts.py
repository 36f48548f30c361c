"""A technology firm is paid by what it saves and by how few could do the same; its clients make it better."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.messages import ModelKind
from game.world import contracts
from game.world.contracts import meet, rarity, research, settle
from game.world.data import LOGGED
from game.world.model import MarketModel
from game.world.money import Reason
from tests.levels_for_tests import LABORATORY, technology
from tests.world.laboratories import few, lab, offer, share
from tests.world.worlds import firm, ground

# --- what clients make of it


@given(share, share, few)
def test_the_more_firms_can_do_the_same_the_less_is_paid_and_the_fewer_buy_here(quality, rival, number):
    fewer, more = offer(quality, *[rival] * number), offer(quality, *[rival] * (number + 1))
    assert more.fee_won <= fewer.fee_won
    assert more.rare <= fewer.rare
    assert more.best < fewer.best
    assert more.good == fewer.good


@given(st.floats(0.5, 1), few)
def test_one_more_rival_of_equal_quality_always_lowers_the_fee(quality, number):
    fewer, more = offer(quality, *[quality] * number), offer(quality, *[quality] * (number + 1))
    assert more.fee_won < fewer.fee_won
    assert more.rare < fewer.rare


@given(share, share, st.lists(share, max_size=5))
def test_a_better_technology_is_never_paid_less_nor_bought_more_rarely(one, other, rivals):
    worse, better = offer(min(one, other), *rivals), offer(max(one, other), *rivals)
    assert better.fee_won >= worse.fee_won
    assert better.good * better.best >= worse.good * worse.best
    assert better.rare >= worse.rare


@given(share, st.lists(share, max_size=5), share)
def test_chances_are_chances_and_money_is_whole(quality, rivals, explainability):
    found = offer(quality, *rivals, explainability=explainability)
    assert 0 <= found.good <= 1
    assert 0 < found.best <= 1
    assert 0 < found.rare <= 1
    assert type(found.fee_won) is int
    assert found.fee_won >= 0


def test_what_saves_nothing_is_worth_nothing():
    assert offer(0.40).fee_won == 0
    assert offer(0.41).fee_won > 0


def test_alone_in_the_world_a_firm_is_paid_two_and_a_half_times_as_much_as_in_a_crowd():
    alone, crowd = offer(0.8), offer(0.8, *[0.95] * 20)
    assert alone.rare == 1
    assert alone.fee_won / crowd.fee_won == pytest.approx(2.5, rel=0.05)
    assert rarity(0.8, [0.77]) == pytest.approx(1 / 2.5)  # one rival at the edge of doing the same


def test_a_model_that_can_be_explained_has_half_a_util_more():
    plain, explained = offer(0.7), offer(0.7, explainability=0.7)
    odds = [found.good / (1 - found.good) for found in (plain, explained)]
    assert math.log(odds[1] / odds[0]) == pytest.approx(0.5)
    assert (explained.fee_won, explained.best) == (plain.fee_won, plain.best)


# --- leads and contracts


def test_sellers_find_a_client_a_month_and_more_sellers_only_add_to_them():
    for week in range(40):
        few, many = lab(sellers=2), lab(sellers=8)
        meet(few, (), week, ground())
        meet(many, (), week, ground())
        assert set(few.leads) <= set(many.leads)
    company = lab(sellers=4, quality=0.0)
    found = []
    for week in range(400):
        before = company.leads
        meet(company, (), week, ground())
        found += [c for c in company.leads if c not in before]
    assert len(found) / 1600 == pytest.approx(0.25, abs=0.03)


def test_clients_take_some_eighteen_weeks_to_decide():
    waits, company = [], lab(sellers=20, quality=0.0)
    for week in range(300):
        before = company.leads
        meet(company, (), week, ground())
        waits += [week - lead // 64 for lead in before if lead not in company.leads]
    assert np.mean(waits) == pytest.approx(18, abs=1.5)


def test_without_a_model_there_is_nothing_to_sell():
    company = lab(sellers=20)
    company.has_launched = False
    for week in range(60):
        meet(company, (), week, ground())
    assert (company.leads, company.contracts) == ((), ())


def test_a_good_technology_signs_more_clients_than_a_poor_one_and_a_crowd_signs_for_somebody_else():
    def signed(quality: float, rivals: tuple[float, ...]) -> list[contracts.Week]:
        company = lab(quality, sellers=10)
        return [meet(company, rivals, week, ground()) for week in range(150)]

    def total(weeks: list[contracts.Week], what: str) -> int:
        return sum(getattr(week, what) for week in weeks)

    good, poor, crowded = signed(0.85, ()), signed(0.5, ()), signed(0.85, (0.85,) * 3)
    assert total(good, "signed") > 2 * total(poor, "signed")
    assert total(poor, "wanting") > total(good, "wanting")
    assert total(crowded, "elsewhere") > 2 * total(crowded, "signed")
    assert total(good, "elsewhere") == 0


def test_one_contract_in_two_hundred_lapses_a_week():
    left = []
    for seed in range(20):
        company = lab(sellers=0, seed=seed, clients=50)
        for week in range(100):
            meet(company, (), week, ground())
        left.append(len(company.contracts))
    assert np.mean(left) / 50 == pytest.approx(0.995**100, abs=0.05)


# --- money and data


def test_clients_pay_and_cost_and_the_books_balance():
    company = lab(clients=10)
    meet(company, (), 1, ground())
    settle(company, ground())
    clients, week = len(company.contracts), company.ledger.week
    assert week[Reason.CONTRACTS] == round(clients * company.fee_won / 52)
    assert week[Reason.DELIVERY] == -400_000 * clients
    assert week[Reason.SALES] == -3_000_000
    assert week[Reason.OVERHEAD] == -round(0.2 * (3_000_000 + 400_000 * clients))
    assert company.ledger.revenue_won == week[Reason.CONTRACTS]
    assert contracts.arr_won(company) == clients * company.fee_won


def test_a_service_for_people_has_nothing_to_settle_with_clients():
    company = firm()
    settle(company, ground())
    assert company.ledger.week == {}


def test_each_contract_brings_1500_items_a_week():
    company = lab(clients=4)
    company.carry_out(replace(company.decision, labelling_won=0))
    company.gather(np.zeros(4), ground())
    assert company.stocks.raw[LOGGED].sum() == pytest.approx(0.9 * 6000)  # a tenth goes stale in the week


# --- is it feasible at all


def attempts(model: ModelKind, knowledge: float) -> float:
    """Return the share of worlds in which the first attempt fails."""
    failed = []
    for seed in range(200):
        company = research(firm())
        company.seed, company.planned, company.first_knowledge = seed, int(model), knowledge
        failed.append(not company.proves())
    return float(np.mean(failed))


def test_every_second_first_model_of_a_team_that_knows_nothing_fails_and_rules_hardly_ever():
    deep, classical, rules = (
        attempts(kind, 0.0) for kind in (ModelKind.DEEP, ModelKind.CLASSICAL, ModelKind.RULES)
    )
    assert deep == pytest.approx(0.5, abs=0.1)
    assert rules < classical < deep
    assert attempts(ModelKind.DEEP, 0.8) < 0.2


def test_a_failure_costs_half_of_the_work_and_is_told():
    start = replace(
        LABORATORY, knowledge=0.0, decision=replace(LABORATORY.decision, model=ModelKind.DEEP, experts=0)
    )
    for seed in range(1, 12):
        model = MarketModel(technology(60, start=start), seed)
        model.measures_ring = False
        for _ in range(60):
            model.step()
        told = [n.id for r in model.reports for n in r.news]
        if "experiment.failed" in told:
            assert told.index("experiment.failed") < told.index("launch")
            assert model.companies[0].launch_week > 20
            return
    raise AssertionError("nothing ever fails")


def test_what_has_worked_once_works_again():
    company = lab()
    company.releases, company.first_knowledge = 1, 0.0
    assert company.proves()
