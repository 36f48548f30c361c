"""What a level file says is what the level is."""

from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

from agents.messages import LEVERS as DECISION_LEVERS
from agents.messages import Decision, Emphasis, Infra, ModelKind, Taste
from game.content import levels
from game.content.amounts import better, figure, written
from game.content.complaints import LevelError
from game.content.forms import Shape
from game.content.shape import LevelShape, Wants
from game.content.shape_firms import LEVERS, Levers
from game.world.infrastructure import left_out
from game.world.level import UNUSED, Business, Level, Strategy, Thesis
from game.world.levers import RANGES
from game.world.parameters import Parameters

LevelOf = Callable[[str], Level]
"""Gives the level of a text that follows `HEAD`."""

HEAD = "format: 1\nid: trial\nextends: core/startup\ntitle: {ko: 시험, en: Trial}\n"
GOAL = "objectives: {users: {kind: win, when: users > 1k, text: {ko: 사용자, en: Users}}}\n"


@pytest.fixture
def level_of(tmp_path: Path) -> LevelOf:
    def load(text: str) -> Level:
        path = tmp_path / "trial.yaml"
        path.write_text(HEAD + ("" if "objectives:" in text else GOAL) + text, encoding="utf-8")
        return levels.load(path)

    return load


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10k", 10_000),
        ("1.5M", 1_500_000),
        ("700M", 700_000_000),
        ("40%", "0.4"),
        ("9_000", 9000),
        ("-0.5", "-0.5"),
    ],
)
def test_figures_are_exact(text: str, value: str | int) -> None:
    assert figure(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["nan", ".inf", "1e9", "0x10", "12:30", "1,000", "10K", "", "-", "5 k", "٣", "1.", "9" * 16]
)
def test_what_yaml_might_guess_is_no_figure(text: str) -> None:
    assert figure(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10K", "10k"),
        ("1,200,000", "1200000"),
        ("₩5M", "5M"),
        ("5 %", "5%"),
        (".5", "0.5"),
        ("3억", "300M"),
        ("ten", None),
    ],
)
def test_a_figure_gone_wrong_is_set_right_where_one_can_tell(text: str, meant: str | None) -> None:
    assert better(text) == meant


@pytest.mark.parametrize("text", ["700M", "12.5k", "1040", "0.35", "-3.7", "30B", "9999", "0"])
def test_figures_are_quoted_as_one_would_write_them(text: str) -> None:
    value = figure(text)
    assert value is not None
    assert written(value) == text


def test_levels_name_every_lever_of_a_decision_and_no_other() -> None:
    assert set(LEVERS) == set(Levers.model_fields)
    assert sorted(LEVERS.values()) == sorted(DECISION_LEVERS)
    assert set(LEVERS.values()) == set(RANGES)


def test_segments_want_what_tastes_know() -> None:
    assert list(Wants.model_fields) == [field.name for field in fields(Taste)]


def test_every_key_of_a_level_has_a_meaning_for_the_manual() -> None:
    waiting, seen = [LevelShape], set()
    while waiting:
        shape = waiting.pop()
        seen.add(shape)
        for name, known in shape.model_fields.items():
            assert known.description, f"{shape.__name__}.{name}"
        waiting += [other for other in Shape.__subclasses__() if other not in seen and other not in waiting]
    assert len(seen) > 15


def test_a_start_sets_what_it_names_and_nothing_else(level_of: LevelOf) -> None:
    start = level_of(
        "player: {start: {price: 990, model: best, feedback: 12.5%, voucher: yes, marketing: 0}}"
    ).start
    parent = levels.load("core/startup").start.decision
    assert start.decision.price_won == 990
    assert start.decision.model is ModelKind.BEST
    assert start.decision.feedback_permille == 125
    assert start.decision.applies_voucher is True
    assert start.decision.marketing_won == 0
    assert start.decision.ux_won == parent.ux_won


def test_levers_not_listed_are_locked_and_locked_ones_win(level_of: LevelOf) -> None:
    start = level_of("player: {levers: [price, crawl, model], locked: [crawl], models: [deep, rules]}").start
    assert set(DECISION_LEVERS) - start.locked == {"price_won", "model"}
    assert start.models == (ModelKind.RULES, ModelKind.DEEP)


def test_the_money_in_the_till_is_the_market_s_seed_money(level_of: LevelOf) -> None:
    level = level_of("player: {cash: {scale: 0.5}}")
    assert level.start.cash_won == 350_000_000
    assert level.parameters.seed == 350_000_000.0


def test_a_parameter_may_leave_its_range_with_a_reason(level_of: LevelOf) -> None:
    level = level_of("parameters: {b_q: {value: 9, override: true, why: connoisseurs}, v0: -3.1, stale: 40%}")
    assert (level.parameters.b_q, level.parameters.v0, level.parameters.stale) == (9.0, -3.1, 0.4)
    assert level.parameters.wom == Parameters().wom


def test_distances_hold_both_ways_and_unnamed_ones_are_the_market_s(level_of: LevelOf) -> None:
    level = level_of(
        "market: {distance: 12%}\n"
        "segments:\n  fans: {name: {ko: 팬, en: Fans}, size: 1k}\n  overseas: null\n"
        "distances: {fans: {students: 40%}}"
    )
    ids = [segment.id for segment in level.segments]
    assert ids == ["everyday", "workers", "students", "fans"]
    students, fans, workers = ids.index("students"), ids.index("fans"), ids.index("workers")
    assert level.distances[fans][students] == level.distances[students][fans] == 0.4
    assert level.distances[fans][workers] == 0.12
    assert all(level.distances[i][i] == 0.0 for i in range(4))


def test_shares_of_data_are_weights(level_of: LevelOf) -> None:
    level = level_of("segments: {overseas: null}")
    assert [round(segment.open_share, 9) for segment in level.segments] == [0.4, 0.4, 0.2]
    untouched = level_of("")
    assert [segment.open_share for segment in untouched.segments] == [0.1, 0.1, 0.05, 0.75]


def test_an_agent_stands_for_one_person_at_least(level_of: LevelOf) -> None:
    level = level_of("segments: {everyday: {size: 900}, workers: null, students: null, overseas: null}")
    assert level.agents == level.people == 900


def test_sentences_name_the_company_with_its_particle(level_of: LevelOf) -> None:
    level = level_of(
        "player: {name: {ko: 도토리, en: Acorn}}\n"
        'story: {ko: "{company:은/는} {weeks}주, {rival:이/가} {{본다}}", en: "{company}, {weeks|week|weeks}, {rival}"}'
    )
    assert level.story.ko == "도토리는 104주, 너른들이 {본다}"
    assert level.story.en == "Acorn, weeks, Wideplain"


def test_a_language_left_out_is_filled_by_the_other(level_of: LevelOf) -> None:
    level = level_of("hints: [{en: Look around}]")
    assert level.hints[0].of("ko") == "Look around"


def test_events_keep_their_changes_and_answers(level_of: LevelOf) -> None:
    card = level_of(
        "events:\n  exam-season: null\n  rival-press: null\n  leak-rumour: null\n"
        "  fair:\n    when: week >= 3\n    chance: 5%\n    title: {ko: 장, en: Fair}\n"
        "    choices:\n      go: {label: {ko: 간다, en: Go}, effects: [{change: cash, scale: 0.5, add: -1M}]}"
    ).events
    assert [event.id for event in card] == ["fair"]
    assert card[0].chance == 0.05
    effect = card[0].choices[0].effects[0]
    assert (effect.change, effect.scale, effect.add) == ("cash", 0.5, -1_000_000.0)


def test_plans_and_tests_are_kept(level_of: LevelOf) -> None:
    level = level_of(
        "plans:\n  cheap:\n    name: {ko: 싸게, en: Cheap}\n    takes_money: no\n    answers: {leak-rumour: wait}\n"
        "    steps: [{set: {price: 100, visible: yes}}, {when: week > 5, set: {price: 0}}]\n"
        'tests:\n  one: {play: "plan:cheap", expect: won and score > 10, seeds: 5, most: 20%}\n'
        "  two: {play: nothing, expect: not won}"
    )
    plan = level.plans[0]
    assert plan.orders[0].levers == (("price_won", 100), ("is_visible", True))
    assert plan.orders[0].when.holds({})
    assert not plan.orders[1].when.holds({"week": 5.0})
    assert plan.answers == (("leak-rumour", "wait"),)
    assert not plan.takes_money
    assert (level.tests[0].least, level.tests[0].most, level.tests[0].seeds) == (0.0, 0.2, 5)
    assert (level.tests[1].least, level.tests[1].most) == (1.0, 1.0)
    assert level.tests[1].expect.holds({"won": False})


def test_objectives_say_when_they_count(level_of: LevelOf) -> None:
    level = level_of(
        "objectives:\n  users: {kind: win, when: users > 1k, at: end, points: 100, text: {ko: 사용자, en: Users}}\n"
        "  calm: {kind: bonus, when: trust > 50%, hold: 8 weeks, text: {ko: 믿음, en: Trust}}"
    )
    aims = {aim.id: aim for aim in level.objectives}
    assert aims["users"].at_end
    assert aims["users"].points == 100
    assert aims["calm"].hold_weeks == 8
    assert not aims["calm"].at_end


def test_investors_look_for_earnings_or_scarcity() -> None:
    assert [fund.thesis for fund in levels.load("core/startup").funds] == [Thesis.EARNS, Thesis.SCARCE]


def test_the_start_of_the_common_level_is_the_trap_of_the_reference_model() -> None:
    assert levels.load("core/startup").start.decision == Decision(
        price_won=300, model=ModelKind.DEEP, engineers=3, open_data=True, labelling_won=900_000,
        feedback_permille=200, collection_permille=300, governance_won=180_000, ux_won=1_300_000, marketing_won=1_000_000,
    )  # fmt: skip


def test_removing_what_every_level_needs_is_refused(level_of: LevelOf) -> None:
    with pytest.raises(LevelError) as caught:
        level_of("clock: null")
    assert [complaint.code for complaint in caught.value.complaints] == ["L302"]


# --- rivals and businesses


def test_a_follower_has_nothing_yet_unless_the_level_says_so(level_of: LevelOf) -> None:
    plain = level_of("competitors: {copy: {name: {ko: 모방, en: Copy}, strategy: follower}}\n").rivals[-1]
    assert (plain.strategy, plain.share, plain.brand, plain.awareness) == (Strategy.FOLLOWER, 0.0, 0.0, 0.15)
    said = level_of(
        "competitors: {copy: {name: {ko: 모방, en: Copy}, strategy: follower, share: 3%, brand: 1, awareness: 40%}}\n"
    ).rivals[-1]
    assert (said.share, said.brand, said.awareness) == (0.03, 1.0, 0.4)


def test_every_strategy_is_told_what_it_needs_to_know(level_of: LevelOf) -> None:
    rivals = level_of(
        "competitors:\n"
        "  copy: {name: {ko: 가, en: A}, strategy: follower, enters_at: 2%, enters_after: 8 weeks, copies: 80%}\n"
        "  sword: {name: {ko: 나, en: B}, strategy: price-warrior, share: 5%, war: 4 weeks}\n"
        "  corner: {name: {ko: 다, en: C}, strategy: niche, share: 2%, segment: students}\n"
        "  open: {name: {ko: 라, en: D}, strategy: commoditiser, share: 1%, engineers: 8}\n"
        "  purse: {name: {ko: 마, en: E}, strategy: buyer, share: 1%, backs: 50%}\n"
    ).rivals[-5:]
    assert [rival.strategy for rival in rivals] == list(Strategy)[1:]
    assert (rivals[0].enters_at, rivals[0].enters_after, rivals[0].copies) == (0.02, 8, 0.8)
    assert (rivals[1].war_weeks, rivals[2].segment, rivals[3].engineers, rivals[4].backs) == (4, 2, 8, 0.5)


def test_a_technology_firm_spends_nothing_on_levers_it_has_no_use_for(level_of: LevelOf) -> None:
    start = level_of("player: {business: technology, start: {sellers: 2}}\n").start
    assert start.business is Business.TECHNOLOGY
    assert start.locked == UNUSED[Business.TECHNOLOGY]
    order = start.decision
    assert (order.ux_won, order.marketing_won, order.governance_won, order.sellers) == (0, 0, 0, 2)
    assert order.price_won == 300  # what the reference price is, it stays


def test_a_service_for_people_cannot_move_salespeople(level_of: LevelOf) -> None:
    assert level_of("").start.locked == {"sellers"}


def test_a_plan_may_sell_the_company(level_of: LevelOf) -> None:
    plans = level_of(
        "plans:\n  exit: {name: {ko: 판다, en: Sell}, sells_at: 5B, steps: [{set: {price: 100}}]}\n"
        "  stay: {name: {ko: 안 판다, en: Stay}, steps: [{set: {price: 100}}]}\n"
    ).plans
    assert [plan.sells_at for plan in plans] == [5_000_000_000, None]


def test_a_start_names_what_it_pays_for_and_where_its_hands_are(level_of: LevelOf) -> None:
    start = level_of(
        "player: {start: {infrastructure: [gpu, pipeline], emphasis: data, ops: 1M}}"
    ).start.decision
    assert left_out(start) == tuple(i for i in Infra if i not in (Infra.PIPELINE, Infra.GPU))
    assert (start.emphasis, start.ops_won) == (Emphasis.DATA, 1_000_000)
    assert level_of("player: {start: {infrastructure: []}}").start.decision.infrastructure == 0
    assert left_out(levels.load("core/startup").start.decision) == ()
