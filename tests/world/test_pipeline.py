"""Eight stages of uncertain length: as planned on the average, never known beforehand, and open to staffing."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.messages import Decision, Emphasis, ModelKind
from game.world import accounts, pipeline
from game.world.growth import OPS_STEP, debt_paid
from game.world.model import MarketModel
from game.world.money import Reason
from game.world.parameters import Parameters
from game.world.pipeline import CRAWL_ENDS, CRAWL_FIRST_WEEKS, ENDS, RELEASED, STAGES, Stage, Work
from tests.levels_for_tests import START, tiny
from tests.world.test_company import work
from tests.world.worlds import firm, ground

DEEP = Work(18.0)
sizes = st.floats(0.5, 40.0)


def plain(_stage: int) -> float:
    return 1.0


def weeks_to_build(emphasis: Emphasis, whole: Work = DEEP, spread: float = 0.0, seed: int = 0) -> int:
    """Weeks until a team of ordinary pace under one emphasis has built a release."""
    progress, stage, factors, weeks = 0.0, 0, (), 0
    while stage < RELEASED:
        progress += pipeline.pace(emphasis, stage)
        stage, factors = pipeline.locate(
            whole, progress, factors, lambda s: pipeline.factor(seed, 0, 1, s, spread)
        )
        weeks += 1
    return weeks


def test_the_eight_stages_of_the_deck_come_in_its_order_and_make_the_whole() -> None:
    names = [
        "COLLECTION",
        "INFRASTRUCTURE",
        "CLEANING",
        "ANALYSIS",
        "TRAINING",
        "RESULTS",
        "TUNING",
        "OPTIMISATION",
    ]
    assert [s.name for s in Stage] == names
    for ends in (ENDS, CRAWL_ENDS):
        assert len(ends) == STAGES
        assert list(ends) == sorted(ends)
        assert ends[-1] == 1.0


@given(sizes, sizes)
@settings(derandomize=True, max_examples=50)
def test_without_uncertainty_the_whole_takes_exactly_what_was_planned(base: float, extra: float) -> None:
    whole = Work(base, extra)
    assert whole.mean == whole.end(STAGES - 1, (1.0,) * STAGES) == base + extra
    assert math.fsum(whole.length(s) for s in Stage) == pytest.approx(base + extra)
    before, factors = pipeline.locate(whole, math.nextafter(base + extra, 0.0), (), plain)
    assert before < RELEASED
    assert pipeline.locate(whole, base + extra, factors, plain)[0] == RELEASED


@pytest.mark.parametrize("spread", [0.2, 0.5])
def test_a_stage_takes_its_mean_on_the_average_and_its_luck_is_its_own(spread: float) -> None:
    drawn = [pipeline.factor(s, 0, 1, stage, spread) for s in range(400) for stage in Stage]
    mean = math.fsum(drawn) / len(drawn)
    sd = math.sqrt(math.fsum((x - mean) * (x - mean) for x in drawn) / len(drawn))
    assert mean == pytest.approx(1.0, abs=0.03)
    assert sd == pytest.approx(spread, rel=0.2)
    assert min(drawn) > 0
    assert len({pipeline.factor(1, f, r, s, spread) for f in (0, 1) for r in (0, 1) for s in Stage}) == 32


def test_releases_come_early_and_late_but_on_time_on_the_average() -> None:
    built = [weeks_to_build(Emphasis.BALANCED, spread=0.5, seed=s) for s in range(200)]
    assert min(built) < 15
    assert max(built) > 22
    assert math.fsum(built) / len(built) == pytest.approx(18.5, abs=0.7)  # a week begun counts as a week


def test_a_release_comes_within_the_range_named_at_its_beginning_about_four_times_out_of_five() -> None:
    ahead = pipeline.outlook(DEEP, 0.0, (0, ()), Emphasis.BALANCED, 0.4)
    assert ahead.low < DEEP.mean < ahead.high
    built = [weeks_to_build(Emphasis.BALANCED, spread=0.4, seed=s) for s in range(300)]
    inside = sum(math.floor(ahead.low) <= weeks <= math.ceil(ahead.high) for weeks in built) / len(built)
    assert 0.7 <= inside <= 0.95


def test_the_team_does_not_know_how_long_a_stage_takes_before_it_is_over() -> None:
    short, long = ((0.5,), (3.0,))
    same = [pipeline.outlook(DEEP, 0.6, (0, f), Emphasis.BALANCED, 0.4) for f in (short, long)]
    assert same[0] == same[1]
    over = [pipeline.outlook(DEEP, 0.9, (1, (f, 1.0)), Emphasis.BALANCED, 0.4).total for f in (0.5, 0.4)]
    assert over == [pytest.approx(18 - 0.9), pytest.approx(18 - 1.08)]


def test_an_overdue_stage_always_seems_to_need_a_little_more() -> None:
    ahead = [pipeline.outlook(DEEP, p, (0, (9.0,)), Emphasis.BALANCED, 0.4) for p in (1.0, 4.0, 8.0)]
    assert [round(a.overdue, 2) for a in ahead] == [1.0, 2.22, 4.44]
    assert ahead[0].total == 18.0 < ahead[1].total < ahead[2].total
    assert all(0 < a.share < 1 for a in ahead)


@pytest.mark.parametrize("emphasis", [Emphasis.DATA, Emphasis.MODEL, Emphasis.FINISH])
@pytest.mark.parametrize("model", [ModelKind.RULES, ModelKind.CLASSICAL, ModelKind.DEEP])
def test_staffing_one_group_of_stages_for_ever_is_no_faster_than_a_balanced_team(emphasis, model) -> None:
    whole = pipeline.work_of(model, 0, Decision(), Parameters())
    assert weeks_to_build(emphasis, whole) >= weeks_to_build(Emphasis.BALANCED, whole)


def test_hands_on_data_shorten_a_crawlers_release_because_that_is_where_its_work_is() -> None:
    whole = Work(18.0, CRAWL_FIRST_WEEKS)
    assert weeks_to_build(Emphasis.DATA, whole) < weeks_to_build(Emphasis.BALANCED, whole)


def test_the_outlook_counts_where_the_hands_are() -> None:
    for emphasis in Emphasis:
        ahead = pipeline.outlook(DEEP, 0.0, (0, ()), emphasis, 0.0)
        assert ahead.total == pytest.approx(weeks_to_build(emphasis), abs=1.0)
        assert ahead.low == ahead.high == ahead.total


def test_a_move_of_people_costs_half_a_week() -> None:
    company = firm()
    company.carry_out(replace(company.decision, emphasis=Emphasis.DATA))
    work(company, 1)
    assert company.progress == pytest.approx(0.5 * pipeline.FOCUSED)
    company.carry_out(company.decision)
    work(company, 1, start=1)
    assert company.progress == pytest.approx(1.5 * pipeline.FOCUSED)


def test_two_firms_in_one_world_and_one_firm_in_two_worlds_have_their_own_delays() -> None:
    on = ground(project_sd=0.5)
    found = set()
    for seed, index in ((1, 0), (2, 0), (1, 1)):
        company = firm()
        company.seed, company.index = seed, index
        work(company, 12, on)
        found.add(company.factors[:3])
    assert len(found) == 3


def test_other_luck_from_now_on_leaves_what_has_begun() -> None:
    on = ground(project_sd=0.5)
    company = work(firm(), 9, on)
    begun = company.factors
    company.seed = 99
    work(company, 3, on, start=9)
    assert company.factors[: len(begun)] == begun


def test_the_report_shows_the_stage_and_a_range_that_narrows_to_the_release() -> None:
    level = tiny(weeks=40, agents=300, parameters=replace(Parameters(), project_sd=0.4), rivals=())
    model = MarketModel(level, 3)
    for _ in range(17):
        model.step()
    stages = [r.stage for r in model.reports if not r.releases]
    assert stages[0] == Stage.COLLECTION
    assert stages == sorted(stages)
    assert set(range(STAGES)) >= set(stages)
    widths = [r.release_range[1] - r.release_range[0] for r in model.reports if not r.releases]
    assert widths[-1] < widths[0] / 2
    assert all(r.release_range[0] <= r.weeks_to_release <= r.release_range[1] for r in model.reports)


def test_nobody_is_at_any_stage_without_engineers() -> None:
    level = tiny(start=replace(START, decision=replace(START.decision, engineers=0)))
    model = MarketModel(level, 1)
    model.step()
    assert (model.reports[0].stage, model.reports[0].release_range) == (-1, (math.inf, math.inf))


def test_platform_work_pays_back_debt_and_so_speeds_the_team_up() -> None:
    careless, careful = (work(firm(ops_won=won), 120) for won in (0, 1_600_000))
    assert careful.debt < careless.debt / 2
    assert careful.releases > careless.releases
    assert (debt_paid(0), debt_paid(1_600_000)) == (0.0, OPS_STEP)
    assert debt_paid(6_400_000) == pytest.approx(2 * OPS_STEP)


def test_platform_work_is_a_line_of_the_bill_and_bears_its_overhead() -> None:
    on, bills = ground(), []
    for won in (0, 1_000_000):
        company = firm(ops_won=won)
        accounts.settle(company, on)
        bills.append(company.ledger.week)
    assert bills[1][Reason.OPS] == -1_000_000
    behind = [bill[Reason.OVERHEAD] + bill[Reason.INFRASTRUCTURE] for bill in bills]
    assert behind[1] - behind[0] == -200_000


def test_rules_explain_themselves_and_deep_models_hardly_do() -> None:
    company = firm()
    assert company.explainability == 0.0
    found = []
    for model in (ModelKind.RULES, ModelKind.CLASSICAL, ModelKind.DEEP):
        company.model = int(model)
        found.append(company.explainability)
    assert found == sorted(found, reverse=True)
    assert found[0] > 0.9
    assert found[2] < 0.3


def weeks_with_the_work(whole: Work) -> float:
    """Weeks of a team that always has its hands where the work is, and pays for each move."""
    ends = [whole.end(stage) for stage in (Stage.CLEANING, Stage.RESULTS, Stage.OPTIMISATION)]
    return ends[-1] / pipeline.FOCUSED + 3 * pipeline.HANDOVER


def test_moving_people_with_the_work_pays_for_long_releases_and_hardly_for_short_ones() -> None:
    p = Parameters()
    first, next_one = (pipeline.work_of(ModelKind.DEEP, releases, Decision(), p) for releases in (0, 1))
    assert 1 < first.mean - weeks_with_the_work(first) < 4
    assert -1 < next_one.mean - weeks_with_the_work(next_one) < 0.5
