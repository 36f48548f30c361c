"""Bots: founders with a mind of their own, none of whom asks for the impossible."""

from dataclasses import fields, replace

import pytest

from agents.messages import ACCEPT, EVERYTHING, LEVERS, Decision, Infra, ModelKind, TermSheet, Verdict
from game.study.bots import BOTS, BREAKS, Policy, drawn, founder
from game.world.conditions import ALWAYS
from game.world.infrastructure import bits
from game.world.level import Choice, EventCard, Level, Text
from game.world.model import MarketModel
from game.world.report import Outcome
from tests.levels_for_tests import tiny


def decided(name: str, level: Level, **news: object) -> Decision:
    model = MarketModel(level, 1)
    found = founder(name, level, 1)(replace(model.news(), **news))
    model.release()
    return found


@pytest.mark.parametrize("name", BOTS)
@pytest.mark.parametrize("cash", [700_000_000, 20_000_000])
def test_no_bot_proposes_an_impossible_decision(name: str, cash: int) -> None:
    level = tiny(weeks=120, agents=500, jitter=0.15)
    level = replace(level, start=replace(level.start, cash_won=cash))
    for seed in (1, 2):
        model = MarketModel(level, seed)
        mind = founder(name, level, seed)
        while model.ending.outcome is Outcome.RUNNING:
            decision = mind(model.news())
            assert model.check(decision) == ()
            model.play_week(decision)
        model.release()


@pytest.mark.parametrize("name", BOTS)
def test_no_bot_touches_a_locked_lever(name: str, tiny_level: Level) -> None:
    level = replace(tiny_level, start=replace(tiny_level.start, locked=frozenset(LEVERS)))
    decision = decided(name, level)
    assert decision.hold() == level.start.decision


def test_nothing_holds_the_first_decision_and_answers_nobody(tiny_level: Level) -> None:
    sheet = TermSheet("s", "till", 1, 0.2, 9, Verdict("till", 1.0, 0.0, ()))
    assert decided("nothing", tiny_level, sheets=(sheet,)) == tiny_level.start.decision


@pytest.mark.parametrize("name", [name for name in BOTS if name != "nothing"])
def test_every_other_bot_takes_money_and_the_first_choice(name: str, tiny_level: Level) -> None:
    sheet = TermSheet("s", "till", 1, 0.2, 9, Verdict("till", 1.0, 0.0, ()))
    news = {"sheets": (sheet,), "cards": (("rumour", ("deny", "admit")), ("notice", ()))}
    assert decided(name, tiny_level, **news).answers == (("s", ACCEPT), ("rumour", "deny"))


@pytest.mark.parametrize(("cash", "scale"), [(495_000_000, 1.0), (49_500_000_000, 5.0), (990_000_000, 2.0)])
def test_spending_follows_the_cash_in_hand(tiny_level: Level, cash: int, scale: float) -> None:
    decision = decided("break-data", tiny_level, cash_won=cash)
    assert decision.buying_won == int(4_000_000 * scale)
    assert decision.labelling_won == int(4 * tiny_level.parameters.annot_cost * scale)
    assert decision.ux_won == 1_300_000


def test_a_bot_short_of_money_commits_itself_to_nothing_new(tiny_level: Level) -> None:
    small = Decision(engineers=1, ux_won=0, marketing_won=0)
    decision = decided("break-all", tiny_level, cash_won=5_000_000, decision=small)
    assert (decision.engineers, decision.experts, decision.ux_won, decision.marketing_won) == (1, 0, 0, 0)
    assert decision.model is ModelKind.BEST


def test_the_eight_designs_differ_from_the_trap_in_their_links_alone(tiny_level: Level) -> None:
    trap = decided("trap", tiny_level)
    moved = {}
    for name in BOTS:
        if name.startswith("break-"):
            decision = decided(name, tiny_level)
            moved[name] = {lever for lever in LEVERS if getattr(decision, lever) != getattr(trap, lever)}
    assert moved["break-performance"] == {"model", "experts"}
    assert moved["break-data"] == {
        "labelling_won", "buying_won", "feedback_permille", "applies_voucher", "applies_grant",
    }  # fmt: skip
    assert moved["break-users"] == {"ux_won", "content_won", "marketing_won", "is_visible", "opens_early"}
    for pair in ("performance+data", "performance+users", "data+users"):
        one, other = pair.split("+")
        assert moved[f"break-{pair}"] == moved[f"break-{one}"] | moved[f"break-{other}"]
    assert moved["break-all"] == moved["break-performance"] | moved["break-data"] | moved["break-users"]


@pytest.mark.parametrize("name", BOTS)
def test_a_bot_without_an_opinion_on_machines_leaves_them_as_they_stand(name: str, tiny_level: Level) -> None:
    bare = replace(tiny_level.start.decision, infrastructure=bits((Infra.SERVING,)))
    level = replace(tiny_level, start=replace(tiny_level.start, decision=bare))
    assert decided(name, level).infrastructure == bare.infrastructure


def test_about_half_of_the_constant_founders_save_on_machines_and_all_items_are_left_out_by_some() -> None:
    bills = [drawn(number).infrastructure for number in range(200)]
    assert 80 < bills.count(EVERYTHING) < 120
    for item in Infra:
        assert 10 < len([bill for bill in bills if not bill >> item & 1]) < 50


def test_a_break_names_only_what_a_policy_has() -> None:
    known = {field.name for field in fields(Policy)}
    assert all(set(orders) <= known for orders in BREAKS.values())


def test_the_random_founder_changes_its_mind_every_quarter_and_is_the_same_every_time(
    tiny_level: Level,
) -> None:
    by_week = [decided("random", tiny_level, week=week) for week in (0, 12, 13, 25, 26)]
    assert by_week[0] == by_week[1] != by_week[2] == by_week[3] != by_week[4]
    assert founder("random", tiny_level, 2) is not founder("random", tiny_level, 1)
    model = MarketModel(tiny_level, 1)
    one, two = (founder("random", tiny_level, seed)(model.news()) for seed in (1, 2))
    model.release()
    assert one != two


def test_an_event_card_with_choices_is_answered_in_play() -> None:
    text = Text("가", "a")
    card = EventCard(
        "rumour",
        ALWAYS,
        text,
        text,
        choices=(Choice("deny", text, text, ()), Choice("admit", text, text, ())),
    )
    level = tiny(events=(card,))
    model = MarketModel(level, 1, founder("trap", level, 1))
    for _ in range(3):
        model.step()
    told = [item.id for report in model.reports for item in report.news]
    model.release()
    assert "event" in told
    assert "event.answered" in told
