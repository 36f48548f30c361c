"""Plans of a level play it: orders week by week, answers, money, and never what the world would refuse."""

from dataclasses import replace
from typing import Any

import pytest

from agents.messages import ACCEPT, DECLINE, Decision, ModelKind, TermSheet, Verdict
from game.content.conditions import parse
from game.content.levels import campaign, load
from game.content.places import top
from game.study import plans, runs
from game.study.bots import BOTS
from game.study.plans import decision_of, player
from game.study.runs import Run
from game.world.catalogue import CATALOGUE
from game.world.conditions import ALWAYS, Condition
from game.world.level import Choice, EventCard, Level, Order, Plan, Start, Text
from game.world.model import MarketModel
from game.world.report import Outcome
from tests.levels_for_tests import tiny

NAME = Text("계획", "Plan")
SHEET = TermSheet("s", "till", 1, 0.2, 9, Verdict("till", 1.0, 0.0, ()))
LADDER = Plan(
    "ladder",
    NAME,
    (
        Order(ALWAYS, (("price_won", 200), ("ux_won", 1_500_000))),
        Order(Condition("", ALWAYS.root), (("model", ModelKind.RULES),)),
    ),
)


def asked(text: str) -> Condition:
    condition, complaints = parse(text, CATALOGUE, lambda *_: top(""))
    assert condition is not None
    assert not complaints
    return condition


def decided(plan: Plan, level: Level, values: dict[str, Any] | None = None, **news: object) -> Decision:
    model = MarketModel(level, 1)
    told, found = model.news(), model.values()
    model.release()
    return decision_of(plan, replace(told, **news), found | (values or {}), level)


def played(plan: Plan, level: Level, seed: int = 1) -> list[Decision]:
    level = replace(level, plans=(plan,))
    model, decisions = MarketModel(level, seed), []
    decide = player(f"plan:{plan.id}", level, seed)
    while model.ending.outcome is Outcome.RUNNING:
        decisions.append(decide(model))
        model.play_week(decisions[-1])
    model.release()
    return decisions


def test_a_later_order_that_holds_wins_over_an_earlier() -> None:
    orders = (
        Order(ALWAYS, (("price_won", 200), ("ux_won", 0))),
        Order(asked("week > 3"), (("price_won", 100),)),
        Order(asked("week > 5"), (("price_won", 50),)),
    )
    by_week = [decision.price_won for decision in played(Plan("p", NAME, orders), tiny(weeks=8))]
    assert by_week == [200, 200, 200, 200, 100, 100, 50, 50]  # as many weeks as were played before


def test_what_no_order_names_is_as_the_level_starts_even_after_an_order_has_passed() -> None:
    orders = (Order(asked("week < 2"), (("marketing_won", 5_000_000),)),)
    level = tiny(weeks=4)
    spent = [decision.marketing_won for decision in played(Plan("p", NAME, orders), level)]
    assert spent == [5_000_000, 5_000_000, *[level.start.decision.marketing_won] * 2]


def test_a_condition_reads_what_the_catalogue_says(tiny_level: Level) -> None:
    plan = Plan("p", NAME, (Order(asked("cash < 100M and not launched"), (("engineers", 1),)),))
    assert decided(plan, tiny_level, {"cash": 99e6}).engineers == 1
    assert decided(plan, tiny_level, {"cash": 101e6}).engineers == tiny_level.start.decision.engineers
    assert decided(plan, tiny_level, {"cash": 99e6, "launched": True}).engineers != 1


def test_a_card_gets_the_answer_of_the_plan_or_its_first(tiny_level: Level) -> None:
    plan = replace(LADDER, answers=(("rumour", "admit"), ("gone", "yes")))
    cards = (("rumour", ("deny", "admit")), ("award", ("take", "leave")), ("notice", ()))
    assert decided(plan, tiny_level, cards=cards).answers == (("rumour", "admit"), ("award", "take"))


@pytest.mark.parametrize(("takes", "answer"), [(True, ACCEPT), (False, DECLINE)])
def test_a_plan_takes_money_or_does_not(tiny_level: Level, takes: bool, answer: str) -> None:
    plan = replace(LADDER, takes_money=takes)
    assert decided(plan, tiny_level, sheets=(SHEET,)).answers == (("s", answer),)


def test_a_plan_moves_no_locked_lever_and_builds_no_model_the_level_has_not(tiny_level: Level) -> None:
    start = replace(
        tiny_level.start, locked=frozenset({"price_won"}), models=(ModelKind.DEEP, ModelKind.BEST)
    )
    decision = decided(LADDER, replace(tiny_level, start=start))
    assert decision.price_won == start.decision.price_won
    assert decision.model is start.decision.model
    assert decision.ux_won == 1_500_000


def test_a_plan_that_cannot_be_paid_raises_nothing_and_is_never_refused() -> None:
    dear = Plan("dear", NAME, (Order(ALWAYS, (("engineers", 400), ("price_won", 1))),))
    small = replace(tiny(weeks=6), start=replace(tiny().start, cash_won=100_000_000))
    for decision in played(dear, small):
        assert decision.engineers <= small.start.decision.engineers
        assert decision.price_won == 1


def test_answers_of_a_plan_reach_the_world() -> None:
    text = Text("가", "a")
    card = EventCard(
        "rumour", ALWAYS, text, text,
        choices=(Choice("deny", text, text, ()), Choice("admit", text, text, ())),
    )  # fmt: skip
    decisions = played(replace(LADDER, answers=(("rumour", "admit"),)), tiny(weeks=3, events=(card,)))
    assert [decision.answers for decision in decisions] == [(), (("rumour", "admit"),), ()]


def test_bots_and_plans_go_by_their_names(tiny_level: Level) -> None:
    level = replace(tiny_level, plans=(LADDER,))
    assert plans.names(level) == (*BOTS, "plan:ladder")
    for name in ("ladder", "plan:", "plan:nobody", "plan:trap", "nobody"):
        with pytest.raises(KeyError):
            player(name, level, 1)


def test_a_plan_runs_beside_bots_in_every_process_alike(tiny_level: Level) -> None:
    level = replace(tiny_level, plans=(LADDER,))
    wanted = runs.runs(level, ("plan:ladder", "trap"), range(1, 3))
    alone = list(runs.play_all(level, wanted))
    assert list(runs.play_all(level, wanted, processes=2)) == alone
    assert [rows[0].price_won for rows in alone[:2]] == [200, 200]


def test_reading_the_market_for_a_plan_changes_nothing_in_it(tiny_level: Level) -> None:
    level = replace(tiny_level, plans=(LADDER,))
    model = MarketModel(level, 1)
    before = model.fingerprint()
    first = player("plan:ladder", level, 1)(model)
    assert player("plan:ladder", level, 1)(model) == first
    assert model.fingerprint() == before
    model.release()


CAMPAIGN_PLANS = [(found.id, plan.id) for found in campaign() for plan in load(found.id).plans]


@pytest.mark.parametrize(("level_id", "plan_id"), CAMPAIGN_PLANS)
def test_every_plan_of_the_campaign_can_be_played(level_id: str, plan_id: str) -> None:
    level = replace(load(level_id), agents=500, weeks=5)
    row = runs.play(level, Run(f"plan:{plan_id}", 1))[0]
    assert row.week == 5


def test_a_start_that_cannot_be_held_is_no_fault_of_a_plan() -> None:
    poor = Start(Text("우리", "We"), 1_000_000, Decision())
    decisions = played(Plan("p", NAME, (Order(ALWAYS, (("price_won", 10),)),)), tiny(weeks=8, start=poor))
    assert 1 <= len(decisions) < 8  # the till is soon empty, and the plan was never refused
