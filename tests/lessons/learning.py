"""D9, D12, D18, D21 to D25, D29, D30: which model, how long it takes, whom it serves, and how it ages."""

from dataclasses import replace
from unittest.mock import patch

from agents.messages import Emphasis
from game.study.forecast import forecast
from game.study.progress import answer
from game.world import contracts
from game.world.level import Effect, EventCard, Level
from game.world.model import MarketModel
from game.world.money import Reason
from game.world.pipeline import STAGES
from tests.lessons.arms import Lesson, given, laboratory, market, played, reached, starting, way
from tests.lessons.readings import (
    A_FEW,
    ABROAD,
    CLASSICAL,
    DEEP,
    PLENTY,
    RULES,
    first_release,
    hidden_by_the_average,
    quality,
    quality_at_home,
    spent,
)
from tests.levels_for_tests import text

YEAR = market(44, 50)
SAME_CURVE = {
    "n0_dl": 120.0,
    "beta_dl": 0.5,
    "Einf_dl": 0.16,
    "T_dl": 10.0,
}  # deep is classical by another name
ALIKE = given(YEAR, **SAME_CURVE)
ANYBODYS = given(YEAR, open_dist=0.0, culture=0.0)  # open data are about everybody
IGNORANT = given(YEAR, n0_dk=0.0, rule_dk=0.0, spec=0.0)  # knowing the domain helps nothing


def test_D9_rules_win_without_data_trees_with_a_few_and_depth_only_with_plenty() -> None:
    without = Lesson(YEAR, way(model=DEEP), way(model=RULES), quality, 0.3)
    without.holds(given(YEAR, E_rule=0.5, rule_dk=0.0))
    deep, classical = (way(model=m, buying_won=A_FEW) for m in (DEEP, CLASSICAL))
    Lesson(YEAR, deep, classical, quality, 0.1).holds(ALIKE)
    deep, classical = (way(model=m, buying_won=PLENTY) for m in (DEEP, CLASSICAL))
    Lesson(YEAR, classical, deep, quality, 0.1).holds(ALIKE)


def test_D12_how_long_the_experiment_takes_is_known_when_it_is_over() -> None:
    def in_life(level: Level) -> Level:
        return given(level, project_sd=0.5)

    def off_the_plan(world: MarketModel) -> float:
        return abs(first_release(world) - level.parameters.T_dl)

    level, seeds = market(44, 20), (1, 2, 3, 4)
    plan = way(model=DEEP)
    late = Lesson(level, plan, plan, off_the_plan, 2.0, seeds, elsewhere=in_life)
    late.holds(given(level, T_dl=1.0))
    known = [played(in_life(level), plan, seed).reports[8] for seed in seeds]
    assert all(r.release_range[0] < r.weeks_to_release < r.release_range[1] for r in known)


def test_D18_open_data_alone_serve_everybody_a_little_and_the_old_rules_serve_them_better() -> None:
    learned, ruled = (way(model=m, open_data=True) for m in (DEEP, RULES))
    Lesson(YEAR, learned, ruled, quality_at_home, 0.2).holds(ANYBODYS)
    own = way(model=CLASSICAL, buying_won=PLENTY)
    personal = Lesson(YEAR, way(model=CLASSICAL, open_data=True), own, quality_at_home, 0.2)
    personal.holds(ANYBODYS)


def test_D21_a_fair_average_hides_the_group_nobody_collected_and_the_future_is_not_in_the_data() -> None:
    crawled = way(model=DEEP, crawl_items=400_000, labelling_won=60_000_000)
    bias = Lesson(YEAR, way(model=DEEP, buying_won=PLENTY), crawled, hidden_by_the_average, 0.03)
    bias.holds(given(YEAR, culture=0.0))
    long = given(market(80, 50), tau_tune=0.0)
    kept = way(model=DEEP, buying_won=PLENTY).then(25, buying_won=0)
    future = Lesson(long, kept.then(25, engineers=0), kept, quality, 0.08)
    future.holds(given(long, stale=0.0))


def test_D22_an_expert_makes_a_few_data_go_far_and_cannot_make_up_for_data_about_others() -> None:
    few, many = (
        Lesson(YEAR, way(model=CLASSICAL, buying_won=won), way(model=CLASSICAL, buying_won=won, experts=1), quality, 0.08)
        for won in (A_FEW, PLENTY)
    )  # fmt: skip
    few.holds(IGNORANT)
    assert many.gap() < 0.7 * few.gap()
    famous, modest = way(model=DEEP, open_data=True, experts=1), way(model=RULES)
    watson = Lesson(YEAR, famous, modest, quality_at_home, 0.08)
    watson.holds(ANYBODYS)


def test_D23_know_how_is_tuning_release_by_release_and_paying_back_what_haste_left() -> None:
    level = given(market(80, 50), stale=0.0, half_life=1e6)
    once = way(model=CLASSICAL, buying_won=A_FEW).then(10, buying_won=0)
    tuned = Lesson(level, once.then(13, engineers=0), once, quality, 0.03)
    tuned.holds(given(level, tau_tune=0.0))
    hasty, kept = way(model=CLASSICAL), way(model=CLASSICAL, ops_won=3_200_000)
    pace = Lesson(level, hasty, kept, lambda w: w.companies[0].speed, 0.1)
    pace.holds(starting(level, locked=frozenset({"ops_won"})))
    tidy, messy = (played(level, how, 1).reports[-1].debt for how in (kept, hasty))
    assert tidy < 0.5 * messy


def signed(world: MarketModel) -> float:
    """Contracts signed in all."""
    items = (item for r in world.reports for item in r.news if item.id == "contract.signed")
    return float(sum(dict(item.values)["signed"] for item in items))


def test_D24_depth_needs_machines_and_plenty_and_cannot_explain_itself_to_clients() -> None:
    machines = Lesson(YEAR, way(model=CLASSICAL), way(model=DEEP), spent(Reason.GPU), 25_000_000)
    machines.holds(given(YEAR, gpu_week=100_000.0))
    # Where both families learn alike, clients still ask how the answer came about.
    firms = starting(given(laboratory(60), **SAME_CURVE), knowledge=0.95)
    deep, classical = (way(model=m, sellers=20, experts=0, buying_won=0) for m in (DEEP, CLASSICAL))
    explained = Lesson(firms, deep, classical, signed, 20)
    explained.shows()
    with patch.object(contracts, "EXPLAINED", 0.0):
        explained.goes(replace(firms, id="nobody-asks"))


def test_D25_all_eight_stages_take_their_weeks_before_anybody_can_use_the_model() -> None:
    slow = Lesson(YEAR, way(model=RULES), way(model=DEEP), first_release, 10)
    slow.holds(given(YEAR, T_dl=6.0))
    walked = [r.stage for r in played(YEAR, slow.other, 1).reports if r.releases == 0]
    assert walked == sorted(walked)
    assert len({*walked}) >= STAGES - 1  # the last is shorter than a week
    # Hands pay where the work is: on the data first, on the last touches at the end.
    where = (
        way(model=DEEP, emphasis=Emphasis.DATA)
        .then(7, emphasis=Emphasis.MODEL)
        .then(13, emphasis=Emphasis.FINISH)
    )
    elsewhere = way(model=DEEP, emphasis=Emphasis.FINISH).then(7, emphasis=Emphasis.DATA)
    hands = Lesson(YEAR, where, elsewhere, first_release, 3)
    hands.holds(starting(YEAR, locked=frozenset({"emphasis"})))


def test_D29_in_fashion_the_model_of_last_season_fails_and_in_law_it_may_rest() -> None:
    def in_fashion(level: Level) -> Level:
        return given(level, half_life=26.0)

    def lost(world: MarketModel) -> float:
        return 1 - quality(world) / max(r.quality for r in world.reports)

    law = given(market(70, 50), half_life=260.0)
    once = way(model=DEEP, buying_won=PLENTY).then(25, engineers=0)
    season = Lesson(law, once, once, lost, 0.15, elsewhere=in_fashion)
    season.holds(given(law, stale=0.0))
    again = way(model=DEEP, buying_won=PLENTY)
    Lesson(in_fashion(law), once, again, quality, 0.2).holds(given(in_fashion(law), stale=0.0), left=0.5)
    # Nobody foretells the week in which fashion turns.
    turns = EventCard(
        "turn", reached("week", 36), text("Wide"), text("Trousers"), effects=(Effect("model.age", 1.0, 40.0),)
    )
    assert fallen_short_of_the_forecast(replace(in_fashion(law), events=(turns,))) > 0.05
    assert fallen_short_of_the_forecast(in_fashion(law)) < 0.01


def fallen_short_of_the_forecast(level: Level) -> float:
    """How far the quality falls below what nine in ten futures foretold, at its worst within a quarter of week 30, shares."""
    model, how = MarketModel(level, 1), way(model=DEEP, buying_won=PLENTY)
    while model.week < 30:
        model.play_week(how.decide(model.news(), level))
    fan = answer(forecast(model, weeks=13, copies=6))
    while model.week < 43:
        model.play_week(how.decide(model.news(), level))
    model.release()
    lowest = fan.curves["quality"][0]
    return max(low - report.quality for low, report in zip(lowest, model.reports[30:], strict=True))


def test_D30_what_people_wrote_in_another_language_of_feeling_teaches_little_about_ours() -> None:
    def written_by(level: Level, one: int) -> Level:
        shares = [replace(s, open_share=float(i == one)) for i, s in enumerate(level.segments)]
        return replace(level, segments=tuple(shares))

    def here(level: Level) -> Level:
        return written_by(level, 0)

    def felt_here(world: MarketModel) -> float:
        return world.reports[-1].quality_by_segment[0]

    there, learned = written_by(YEAR, ABROAD), way(model=DEEP, open_data=True)
    tears = Lesson(there, learned, learned, felt_here, 0.15, elsewhere=here)
    tears.holds(given(there, culture=0.0))
