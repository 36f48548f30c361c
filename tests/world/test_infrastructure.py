"""The itemised bill: everything is paid for at first, every item has a price in won, and every saving a named one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.messages import EVERYTHING, Decision, Infra, ModelKind
from game.world import accounts, data, infrastructure, levers, pipeline
from game.world.growth import grow
from game.world.infrastructure import SHARES, bits, has, left_out, prices_won
from game.world.model import MarketModel
from game.world.money import Reason
from game.world.parameters import Parameters
from game.world.report import Movement
from tests.levels_for_tests import START, tiny
from tests.world.test_company import work
from tests.world.worlds import by_segment, firm, ground

USERS = by_segment(900, 400, 300, 100)


def without(*items: Infra) -> int:
    return bits(tuple(item for item in Infra if item not in items))


def bill(company, on=None):
    company.ledger.open_week()
    accounts.settle(company, on or ground())
    return company.ledger.week


def test_an_ordinary_firm_pays_for_everything() -> None:
    assert Decision().infrastructure == EVERYTHING
    assert left_out(Decision()) == ()
    assert set(SHARES) == set(Infra) - {Infra.GPU}  # the machines have a line of their own


@given(st.sets(st.sampled_from(Infra)))
@settings(derandomize=True, max_examples=40)
def test_a_set_of_items_is_one_number_and_back(items: set[Infra]) -> None:
    order = replace(Decision(), infrastructure=bits(tuple(items)))
    assert {item for item in Infra if has(order, item)} == items
    assert set(left_out(order)) == set(Infra) - items


@given(st.integers(0, EVERYTHING), st.integers(0, 12))
@settings(derandomize=True, max_examples=60)
def test_what_is_paid_and_what_is_saved_make_the_whole_overhead(paid: int, engineers: int) -> None:
    full, lean = (bill(firm(engineers=engineers, infrastructure=n)) for n in (EVERYTHING, paid))
    overhead = -(full[Reason.OVERHEAD] + full[Reason.INFRASTRUCTURE])
    assert overhead == round(0.2 * (engineers * 1_600_000 + 1_000_000 + 1_300_000 + 180_000))
    prices = prices_won(overhead)
    saved = sum(prices[item] for item in prices if not paid >> item & 1)
    assert lean.get(Reason.INFRASTRUCTURE, 0) - full[Reason.INFRASTRUCTURE] == saved
    assert lean[Reason.OVERHEAD] == full[Reason.OVERHEAD] < 0


def test_the_items_of_the_report_add_up_to_their_line_of_the_ledger() -> None:
    order = replace(START.decision, infrastructure=without(Infra.USABILITY))
    model = MarketModel(tiny(start=replace(START, decision=order)), 1)
    model.step()
    report = model.reports[0]
    line = next(m.won for m in report.movements if m.reason == "infrastructure")
    assert sum(item.won for item in report.infrastructure) == line
    assert {item.reason for item in report.infrastructure} == {i.name.lower() for i in SHARES} - {"usability"}
    assert all(isinstance(item, Movement) and item.won < 0 for item in report.infrastructure)


def test_without_a_pipeline_what_waits_is_lost_three_times_as_fast() -> None:
    lost = []
    for order in (Decision(), Decision(infrastructure=without(Infra.PIPELINE))):
        company = firm()
        company.stocks.raw[:] = 1000.0
        data.clean(company.stocks, order, ground())
        lost.append(1000.0 - company.stocks.raw)
    assert lost[1] == pytest.approx(3 * lost[0])


def test_without_a_labelling_tool_the_same_money_labels_less() -> None:
    tooled, bare = (
        Decision(labelling_won=900_000, infrastructure=n) for n in (EVERYTHING, without(Infra.LABEL_TOOL))
    )
    p = Parameters()
    assert data.labelling_capacity(bare, p) == pytest.approx(0.7 * data.labelling_capacity(tooled, p))


def test_without_review_labels_of_users_and_crawler_are_wrong_more_often() -> None:
    p = Parameters()
    checked, loose = (data.noise(Decision(infrastructure=n), p) for n in (EVERYTHING, without(Infra.REVIEW)))
    assert (loose / checked).tolist() == pytest.approx([1.0, 1.5, 1.5, 1.0])
    assert (loose < 0.5).all()


@pytest.mark.parametrize(("item", "times"), [(Infra.CLUSTER, 2.0), (Infra.GPU, 5.0)])
def test_without_machines_deep_models_train_longer_and_others_do_not(item: Infra, times: float) -> None:
    order, p = Decision(infrastructure=without(item)), Parameters()
    for plan, slower in ((ModelKind.DEEP, times), (ModelKind.CLASSICAL, 1.0)):
        full, bare = (pipeline.work_of(plan, 0, o, p) for o in (Decision(), order))
        for stage in pipeline.Stage:
            expected = slower if stage is pipeline.Stage.TRAINING else 1.0
            assert bare.usual(stage) == pytest.approx(expected * full.usual(stage))


def test_without_gpus_the_machines_cost_next_to_nothing() -> None:
    rented, none = (bill(firm(infrastructure=n)) for n in (EVERYTHING, without(Infra.GPU)))
    assert none[Reason.GPU] == -100_000 > rented[Reason.GPU]
    assert none[Reason.INFRASTRUCTURE] == rented[Reason.INFRASTRUCTURE]


def test_a_first_deep_release_without_gpus_comes_eleven_weeks_later() -> None:
    assert work(firm(infrastructure=without(Infra.GPU)), 28).releases == 0
    assert work(firm(infrastructure=without(Infra.GPU)), 29).releases == 1  # 18 + 4 x 0.15 x 18


def test_without_release_automation_releases_are_later_and_leave_twice_the_debt() -> None:
    usual, by_hand = (work(firm(infrastructure=n), 20) for n in (EVERYTHING, without(Infra.DELIVERY)))
    assert (usual.releases, by_hand.releases) == (1, 1)
    assert by_hand.debt == 2 * usual.debt
    assert by_hand.outlook.total > usual.outlook.total


def test_without_serving_every_answer_waits_longer_and_without_optimisation_it_is_slow_and_dear() -> None:
    on, company = ground(), firm()
    company.model, company.users = int(ModelKind.DEEP), USERS
    usual, cost = company.latency_s(on), bill(company, on)[Reason.INFERENCE]
    company.decision = replace(company.decision, infrastructure=without(Infra.SERVING))
    assert company.latency_s(on) == pytest.approx(usual + 0.3)
    company.decision = replace(company.decision, infrastructure=without(Infra.OPTIMISATION))
    assert company.latency_s(on) - 0.1 == pytest.approx(2 * (usual - 0.1))
    assert bill(company, on)[Reason.INFERENCE] == pytest.approx(1.3 * cost, rel=1e-3)


def test_without_data_transfer_a_quarter_of_the_logs_never_arrives() -> None:
    on, arrived = ground(), []
    for paid in (EVERYTHING, without(Infra.TRANSFER)):
        company = firm(labelling_won=0, infrastructure=paid)
        company.gather(USERS, on)
        arrived.append(float(company.stocks.raw.sum()))
    assert arrived[1] == pytest.approx(0.75 * arrived[0])


def test_without_planning_the_product_asks_less_well() -> None:
    asked, clumsy = (
        Decision(feedback_permille=800, infrastructure=n) for n in (EVERYTHING, without(Infra.PLANNING))
    )
    assert data.feedback_share(clumsy) == pytest.approx(0.56)
    assert data.logged_yield(clumsy) < data.logged_yield(asked)
    assert data.labelling_effort(clumsy) > data.labelling_effort(asked)


def test_without_usability_tests_design_improves_half_as_fast() -> None:
    gains = []
    for paid in (EVERYTHING, without(Infra.USABILITY)):
        company = firm(infrastructure=paid)
        grow(company, Parameters())
        gains.append(company.ux - 0.25)
    assert gains[1] == pytest.approx(gains[0] / 2)


def test_without_monitoring_nobody_hears_that_the_model_is_stale() -> None:
    reports = []
    for paid in (EVERYTHING, without(Infra.MONITORING)):
        order = replace(START.decision, model=ModelKind.CLASSICAL, infrastructure=paid)
        level = tiny(
            weeks=60, agents=300, rivals=(), parameters=replace(Parameters(), half_life=26.0),
            start=replace(START, decision=order, cash_won=9_000_000_000),
        )  # fmt: skip
        model = MarketModel(level, 1)
        for week in range(35):
            now = model.companies[0].decision
            model.play_week(replace(now, engineers=0) if week == 12 else now)
        reports.append(model.reports)
    watched, blind = reports
    assert watched[-1].drift is not None
    assert watched[-1].drift > 0.1
    assert blind[-1].drift is None
    assert any(n.id == "stale" for r in watched for n in r.news)
    assert not any(n.id == "stale" for r in blind for n in r.news)


def test_leaving_out_is_told_once_with_what_it_costs_instead() -> None:
    model = MarketModel(tiny(agents=300), 1)
    model.step()
    lean = replace(model.companies[0].decision, infrastructure=without(Infra.USABILITY, Infra.GPU))
    for _ in range(3):
        model.play_week(lean)
    told = [(r.week, dict(n.values)["item"]) for r in model.reports for n in r.news if n.id == "infra.off"]
    assert told == [(2, "gpu"), (2, "usability")]


def test_leaving_out_is_always_affordable_and_taking_up_may_not_be() -> None:
    on, poor = (
        ground(),
        firm(cash_won=9_000_000, infrastructure=without(Infra.PIPELINE, Infra.CLUSTER, Infra.SERVING)),
    )
    assert poor.check(replace(poor.decision, infrastructure=0), on) == ()
    (refusal,) = poor.check(replace(poor.decision, infrastructure=EVERYTHING), on)
    assert (refusal.lever, refusal.code) == ("infrastructure", "cash")


@pytest.mark.parametrize("paid", [-1, EVERYTHING + 1])
def test_no_items_beyond_the_list_can_be_ordered(paid: int) -> None:
    (refusal,) = firm().check(replace(Decision(), infrastructure=paid), ground())
    assert (refusal.lever, refusal.code) == ("infrastructure", "range")


def test_what_a_lever_is_said_to_cost_is_what_the_bill_says() -> None:
    for paid in (EVERYTHING, without(Infra.PIPELINE, Infra.USABILITY), 0):
        company = firm(infrastructure=paid)
        said = levers.infrastructure_won(company.decision, Parameters())
        assert said == pytest.approx(-bill(company).get(Reason.INFRASTRUCTURE, 0), abs=20)


def test_no_item_is_worth_nothing_and_none_makes_a_firm_meaningless() -> None:
    assert all(0 < share < 200 for share in SHARES.values())
    assert infrastructure.PERMILLE < 1000
    company = work(firm(infrastructure=0, opens_early=True), 60)
    assert np.isfinite([company.debt, company.ux, company.outlook.total]).all()
    assert ((company.quality >= 0) & (company.quality <= 1)).all()
