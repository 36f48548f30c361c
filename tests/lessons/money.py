"""D1 to D3, D6 to D8, D15, D17, D20: whose money there is, and what it looks at."""

from dataclasses import replace

from agents.messages import EVERYTHING, Infra
from game.study.bots import CRAWLER, TRAP
from game.world.infrastructure import SHARES
from game.world.level import Level
from game.world.model import MarketModel
from game.world.money import Reason
from tests.lessons.arms import Lesson, Way, given, laboratory, market, played, starting, way
from tests.lessons.readings import (
    BEST,
    CLASSICAL,
    DEEP,
    PLENTY,
    RULES,
    earned,
    first_release,
    quality,
    spent,
    told,
)
from tests.levels_for_tests import FUNDS, RIVAL, others, reference

WORLDS = tuple(range(1, 7))
EARNS, SCARCE = (fund.id for fund in FUNDS)


def interest(world: MarketModel, fund: str) -> float:
    """How interested an investor was in the last pitch, util."""
    return next(verdict.interest for verdict in world.verdicts if verdict.investor == fund)


def test_D1_the_same_rules_under_an_ai_label_raise_more_until_the_label_wears_out() -> None:
    short = starting(market(16, 300, funds=FUNDS), cash_won=250_000_000)
    crowd = {"opens_early": True, "content_won": 3_600_000, "marketing_won": 4_000_000, "seeks_funding": True}
    # `BEST` ships rules as long as nothing tests better: the two firms differ in the name of what they do.
    plain, named = (replace(way(model=m, **crowd), takes_money=True) for m in (RULES, BEST))
    raised = Lesson(short, plain, named, earned(Reason.INVESTMENT), 100_000_000, WORLDS[:3])
    raised.holds(given(short, hype=0.0))

    def drawn(world: MarketModel) -> float:
        return interest(world, EARNS)

    warm = Lesson(short, plain, named, drawn, 0.5)
    warm.holds(given(short, hype=0.0))
    # A year later the same label under the same pitch, where labels wear out and where they do not.
    late = starting(replace(short, weeks=54), cash_won=1_000_000_000)
    later = replace(warm, one=plain.then(0, seeks_funding=False).then(52, seeks_funding=True))
    later = replace(later, other=named.then(0, seeks_funding=False).then(52, seeks_funding=True))
    assert later.gap(given(late, hype_half=26.0)) < 0.3 * later.gap(given(late, hype_half=0.0))


def odds_told(world: MarketModel) -> float:
    """The chance in the first public call, as the news told it to this firm."""
    calls = (item for r in world.reports for item in r.news if item.id == "call.grant")
    return float(dict(next(calls).values)["chance"])


def test_D2_public_money_prefers_the_label_and_is_paid_back_in_reports() -> None:
    season = given(market(12, 50), call_label=0.4)
    plain, named = (way(model=m, applies_voucher=True, applies_grant=True) for m in (RULES, BEST))
    Lesson(season, plain, named, odds_told, 0.08).holds(given(season, call_label=0.0))
    won = Lesson(season, plain, named, lambda w: told(w, "voucher.won", "grant.won"), 0.1, WORLDS)
    won.holds(given(season, call_label=0.0))
    paid = given(market(80, 50), grant_p=1.0, report_hands=1.0)
    written = Lesson(
        paid, way(model=DEEP, applies_grant=True), way(model=DEEP), lambda w: w.reports[-1].releases, 1.5
    )
    written.holds(given(paid, report_hands=0.0))


def test_D3_one_fund_asks_who_earns_and_the_other_what_nobody_else_has() -> None:
    level = starting(market(36, 300, funds=FUNDS, rivals=(RIVAL,)), cash_won=2_500_000_000)
    crowd = way(
        model=RULES, content_won=12_000_000, ux_won=12_000_000, marketing_won=25_000_000,
        opens_early=True, seeks_funding=True,
    )  # fmt: skip
    rare = way(model=DEEP, experts=2, buying_won=PLENTY, seeks_funding=True)
    theses = Lesson(level, crowd, rare, lambda w: interest(w, SCARCE) - interest(w, EARNS), 5.0)
    alike = replace(level, funds=(FUNDS[0], replace(FUNDS[0], id=SCARCE)))
    theses.holds(alike)


def test_D6_a_content_service_lives_on_the_people_who_come_however_good_its_model() -> None:
    level = market(40, 600)
    good = {"model": DEEP, "experts": 1, "buying_won": PLENTY}
    inflow = Lesson(
        level, way(**good), way(marketing_won=20_000_000, **good), earned(Reason.USERS), 30_000_000
    )
    inflow.holds(given(level, aw_mkt=0.0, cpi=1e12))
    drawn = {"marketing_won": 20_000_000, "opens_early": True}
    edge = Lesson(level, way(model=DEEP, **drawn), way(**good, **drawn), earned(Reason.USERS), 20_000_000)
    edge.holds(given(level, b_q=0.0))


def test_D7_a_technology_firm_is_paid_for_what_it_saves_if_it_can_be_made_at_all() -> None:
    level = laboratory(60)
    saves = Lesson(level, way(model=RULES, buying_won=0), way(), lambda w: w.reports[-1].arr_won, 500_000_000)
    saves.holds(given(level, client_cost=0.0))
    novices = starting(laboratory(30), knowledge=0.0)
    rules, deep = (way(model=m, experts=0) for m in (RULES, DEEP))
    failed = Lesson(novices, rules, deep, lambda w: told(w, "experiment.failed"), 0.3, WORLDS[:3])
    failed.holds(starting(novices, knowledge=1.0))


def test_D8_what_nobody_else_can_do_has_a_price_of_its_own() -> None:
    def alone(level: Level) -> Level:
        return replace(level, rivals=())

    crowded = laboratory(44, rivals=others(3, 0.70))
    fee = Lesson(
        crowded, way(), way(), lambda w: w.reports[-1].clientele.fee_won, 30_000_000, elsewhere=alone
    )
    fee.holds(given(crowded, scarcity=0.0))


def test_D15_whoever_crawls_first_has_spent_the_capital_before_anybody_can_use_the_service() -> None:
    def launched(world: MarketModel) -> float:
        return world.companies[0].has_launched

    level = starting(reference(60, 100, jitter=0.15))
    crawler, trap = Way(policy=CRAWLER), Way(policy=TRAP)
    capital = Lesson(level, crawler, trap, launched, 0.75, WORLDS[:3])
    capital.holds(given(level, crawl_fixed=0.0, crawl_var=0.0, annot_cost=1.0))


def test_D17_a_voucher_buys_a_small_firm_the_data_it_has_no_users_for() -> None:
    level = given(market(40, 50), voucher_p=1.0)
    small, helped = way(model=CLASSICAL), way(model=CLASSICAL, applies_voucher=True)
    Lesson(level, small, helped, quality, 0.3).holds(given(level, voucher_p=0.0))
    assert spent(*Reason)(played(level, helped, 1)) == spent(*Reason)(played(level, small, 1))


def test_D20_every_item_left_out_of_the_bill_is_paid_for_elsewhere() -> None:
    level = market(44, 50)
    lean, whole = way(model=DEEP, infrastructure=0), way(model=DEEP, infrastructure=EVERYTHING)
    Lesson(level, lean, whole, spent(Reason.INFRASTRUCTURE), 10_000_000).holds(given(level, overhead=0.0))
    late = Lesson(level, whole, lean, first_release, 10)
    late.holds(starting(level, locked=frozenset({"infrastructure"})))
    bill = {line.reason for line in played(level, whole, 1).reports[-1].infrastructure}
    assert bill == {item.name.lower() for item in SHARES}
    assert told(played(level, lean, 1), "infra.off") == len(Infra)
