"""What cards can do beyond figures: turn a service into a technology firm, teach the rivals, age a model, remember a promise."""

from dataclasses import replace

import pytest

from agents.messages import Decision
from game.world.conditions import ALWAYS
from game.world.contracts import TechnologyCompany
from game.world.level import Business, Choice, Effect, EventCard
from game.world.levers import Refused
from game.world.model import MarketModel
from tests.levels_for_tests import text, tiny


def _with_card(*effects, **changes):
    """Return a level with one card, answered by `yes` or `no`; `yes` has these effects."""
    answers = (Choice("no", text("no"), text(""), ()), Choice("yes", text("yes"), text(""), tuple(effects)))
    card = EventCard("card", ALWAYS, text("Well?"), text(""), choices=answers)
    return tiny(weeks=12, events=(card,), **changes)


def _answered(level, answer="yes", *, weeks=2):
    world = MarketModel(level, 1)
    world.step()
    world.play_week(replace(world.news().decision, answers=(("card", answer),)))
    for _ in range(weeks):
        world.step()
    return world


def test_a_card_can_turn_a_service_into_a_technology_firm_with_its_levers():
    world = _answered(_with_card(Effect("business", add=1.0)))
    assert isinstance(world.companies[0], TechnologyCompany)
    assert world.level.start.business is Business.TECHNOLOGY
    assert world.companies[0].decision.marketing_won == world.companies[0].decision.ux_won == 0
    world.play_week(replace(world.news().decision, sellers=2))
    with pytest.raises(Refused):
        world.play_week(replace(world.news().decision, ux_won=1_000_000))


def test_the_other_answer_leaves_the_firm_what_it_is():
    world = _answered(_with_card(Effect("business", add=1.0)), "no")
    assert not isinstance(world.companies[0], TechnologyCompany)
    with pytest.raises(Refused):
        world.play_week(replace(world.news().decision, sellers=2))


def test_a_card_can_turn_it_back():
    level = _with_card(Effect("business", scale=0.0))
    level = replace(level, start=replace(level.start, business=Business.TECHNOLOGY))
    world = _answered(level)
    assert not isinstance(world.companies[0], TechnologyCompany)
    world.play_week(replace(world.news().decision, ux_won=1_000_000))


def test_who_turns_keeps_money_data_and_work():
    before = _answered(_with_card(), "no")
    after = _answered(_with_card(Effect("business", add=1.0)), weeks=0)
    assert after.companies[0].progress > 0
    assert after.companies[0].ledger.cash_won > 0
    assert before.level.id == after.level.id


def test_worlds_that_parted_at_the_card_do_not_touch_each_other():
    world = MarketModel(_with_card(Effect("business", add=1.0)), 1)
    world.step()
    twin = world.branch()
    twin.play_week(replace(twin.news().decision, answers=(("card", "yes"),)))
    world.play_week(world.news().decision.hold())
    assert twin.level.start.business is Business.TECHNOLOGY
    assert world.level.start.business is Business.CONTENT


def test_what_is_published_makes_the_rivals_better_and_not_us():
    plain, taught = _answered(_with_card(), "no"), _answered(_with_card(Effect("rivals.quality", add=0.05)))
    gain = taught.companies[1].quality - plain.companies[1].quality
    assert gain == pytest.approx(0.05, abs=0.001)
    assert (taught.companies[0].quality == plain.companies[0].quality).all()


def test_a_turn_of_fashion_ages_the_model_and_takes_its_skill():
    level = _with_card(Effect("model.age", add=40.0))
    plain, aged = _answered(level, "no"), _answered(level)
    assert aged.companies[0].age == plain.companies[0].age + 40
    assert aged.companies[0].fresh < plain.companies[0].fresh


def test_a_promise_is_remembered_and_tells_worlds_apart():
    level = _with_card(Effect("promise", add=20.0))
    plain, bound = _answered(level, "no"), _answered(level)
    assert plain.values()["promise"] == 0
    assert bound.values()["promise"] == 20
    assert plain.fingerprint() != bound.fingerprint()


def test_money_put_in_is_the_founders_and_the_funds():
    world = MarketModel(tiny(), 1, lambda _: Decision())
    assert world.values()["invested"] == world.level.start.cash_won
