"""The money of a trade: rounds that call for rounds, a label that wears out, public calls with odds and paperwork."""

import math
from dataclasses import replace

import pytest

from agents.messages import Decision, ModelKind
from game.world import funding, programmes, sector
from game.world.funding import CALL_EVERY_WEEKS, GRANT_LASTS_WEEKS, GRANT_WEEK, VOUCHER_WEEK
from game.world.model import MarketModel
from game.world.parameters import Parameters
from game.world.sector import MEMORY_WEEKS, Sector
from tests.levels_for_tests import START, tiny
from tests.world.test_company import work
from tests.world.worlds import firm, ground


def rounds_by_quarter(chi: float, quarters: int = 1200) -> list[int]:
    """Rounds of firms outside the market in each of many quarters."""
    trade, p, found = Sector(), replace(Parameters(), chi=chi), []
    for quarter in range(quarters):
        found.append(sum(trade.pass_week(13 * quarter + w, 7, p) for w in range(13)))
    return found


def spread(counts: list[int]) -> float:
    """Variance over mean: 1 for rounds that know nothing of each other."""
    mean = sum(counts) / len(counts)
    return math.fsum((c - mean) * (c - mean) for c in counts) / len(counts) / mean


def test_rounds_of_a_trade_with_a_herd_come_in_clusters() -> None:
    assert 1.5 <= spread(rounds_by_quarter(0.6)) <= 5


def test_the_stronger_the_herd_the_more_they_cluster() -> None:
    found = [spread(rounds_by_quarter(chi)) for chi in (0.05, 0.4, 0.6)]
    assert found == sorted(found)


def test_a_trade_without_a_herd_draws_nothing_and_says_nothing() -> None:
    assert not any(rounds_by_quarter(0.0, 20))
    model = MarketModel(tiny(weeks=8), 1)
    for _ in range(8):
        model.step()
    assert model.sector == Sector()
    assert not any(n.id.startswith(("sector", "hype")) for r in model.reports for n in r.news)


def test_a_round_is_forgotten_after_half_a_year() -> None:
    trade = Sector()
    trade.note(0)
    trade.note(10)
    assert [trade.seen(w) for w in (10, MEMORY_WEEKS - 1, MEMORY_WEEKS, 10 + MEMORY_WEEKS)] == [2, 2, 1, 0]


def test_the_label_keeps_its_worth_or_loses_half_of_it_in_its_half_life() -> None:
    lasting, fading = Parameters(), replace(Parameters(), hype_half=52.0)
    assert {sector.hype(w, lasting) for w in (0, 52, 500)} == {0.3}
    assert [sector.hype(w, fading) for w in (0, 52, 104)] == [0.3, pytest.approx(0.15), pytest.approx(0.075)]


def test_a_worn_label_makes_pitches_and_cheques_smaller() -> None:
    on, company = ground(hype_half=26.0), firm()
    early, late = (funding.pitch(company, [], w, on) for w in (0, 104))
    assert early.hype > 10 * late.hype
    assert funding.pitch(company, [], 104, ground()).hype == 0.3


def test_the_loss_of_the_label_is_told_once() -> None:
    level = tiny(weeks=40, agents=300, rivals=(), parameters=replace(Parameters(), hype_half=8.0))
    model = MarketModel(level, 1)
    for _ in range(30):
        model.step()
    told = [r.week for r in model.reports for n in r.news if n.id == "hype.fades"]
    assert told == [10]


def test_calls_are_heard_of_four_weeks_before_they_are_decided() -> None:
    p, company = Parameters(), firm()
    heard = {w: programmes.calls(company, w, p) for w in range(2 * CALL_EVERY_WEEKS)}
    weeks = {
        call.id: [w for w, found in heard.items() for c in found if c.id == call.id]
        for call in heard[4] + heard[6]
    }
    for id_, decided in (("voucher", VOUCHER_WEEK), ("grant", GRANT_WEEK)):
        assert [w + programmes.NOTICE_WEEKS for w in weeks[id_]] == [decided, decided + CALL_EVERY_WEEKS]
    assert (heard[4][0].chance, heard[4][0].amount_won) == (p.voucher_p, p.voucher)


def test_a_firm_hears_of_no_grant_while_it_has_one_and_of_no_call_it_cannot_answer() -> None:
    company = firm()
    company.grant_weeks = GRANT_LASTS_WEEKS
    assert not programmes.calls(company, GRANT_WEEK - programmes.NOTICE_WEEKS, Parameters())
    for locked, expected in ((frozenset(), {"call.voucher"}), (frozenset({"applies_voucher"}), set())):
        model = MarketModel(tiny(start=replace(START, locked=locked)), 1)
        for _ in range(5):
            model.step()
        assert {n.id for n in model.reports[4].news if n.id.startswith("call")} == expected


def test_programmes_prefer_the_label_where_the_level_says_so() -> None:
    named, plain = firm(model=ModelKind.DEEP), firm(model=ModelKind.RULES)
    fair, vain = Parameters(), replace(Parameters(), call_label=0.6)
    assert (
        funding.odds(plain, 0.3, fair)
        == funding.odds(named, 0.3, fair)
        == funding.odds(named, 0.3, vain)
        == 0.3
    )
    assert funding.odds(plain, 0.3, vain) == pytest.approx(0.12)


def test_reports_take_engineers_weeks_while_the_grant_runs_and_not_after() -> None:
    on = ground(report_hands=1.0, grant_p=0.4)
    company = firm(applies_grant=True)
    company.grant_weeks = 2
    paces = []
    for week in range(30, 34):
        funding.hear_programmes(company, week, 1, on)
        paces.append(company.speed)
    assert paces[:2] == [pytest.approx((2 / 3) ** 0.7)] * 2
    assert paces[2:] == [1.0, 1.0]
    assert work(company, 1, on).progress == 1.0


def test_reports_cost_no_hands_by_default() -> None:
    company = firm(applies_grant=True)
    company.grant_weeks = 5
    funding.hear_programmes(company, 30, 1, ground())
    assert company.speed == firm().speed


def test_an_accepted_round_is_a_round_others_have_seen() -> None:
    decision = replace(START.decision, model=ModelKind.BEST)
    level = tiny(
        weeks=40, agents=300, rivals=(), start=replace(START, cash_won=260_000_000, decision=decision),
        parameters=replace(Parameters(), chi=0.3),
    )  # fmt: skip

    def takes_all(news) -> Decision:
        return replace(news.decision.hold(), answers=tuple((s.id, "accept") for s in news.sheets))

    for seed in range(20):
        model = MarketModel(level, seed, takes_all)
        while model.running and model.companies[0].stage == 0:
            model.step()
        if model.companies[0].stage:
            assert model.week - 1 in model.sector.closed
            return
    raise AssertionError("no investor ever says yes")
