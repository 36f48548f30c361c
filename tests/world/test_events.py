"""Event cards: drawn once, by their own luck; answered, or answered for."""

import pytest

from agents.messages import Decision
from game.world.conditions import ALWAYS, NEVER, Binary, Condition, Number, Operator, Value
from game.world.events import Deck
from game.world.level import Choice, Effect, EventCard
from game.world.levers import Refused
from game.world.model import MarketModel
from tests.levels_for_tests import text, tiny

CHOICES = (
    Choice("pay", text("Pay"), text("It costs."), (Effect("cash", 1.0, -5_000_000.0),)),
    Choice("wait", text("Wait"), text("It costs trust."), (Effect("trust", 1.0, -0.2),)),
)


def card(id_="card", when=ALWAYS, **more):
    return EventCard(id_, when, text("A card"), text("Something happens."), **more)


def drawn(level, weeks=30, seed=1):
    deck = Deck()
    return [c.id for week in range(weeks) for c in deck.turn(level, {"week": float(week)}, week, seed)]


def test_a_card_is_drawn_once():
    assert drawn(tiny(events=(card(),))) == ["card"]
    assert drawn(tiny(events=(card(when=NEVER),))) == []


def test_a_chance_is_a_chance_a_week():
    level = tiny(events=(card(chance=0.05),))
    came = sum(len(drawn(level, weeks=10, seed=seed)) for seed in range(400))
    assert came == pytest.approx(400 * (1 - 0.95**10), abs=40)


def test_another_card_in_the_level_moves_nobody_elses_luck():
    one, other = card("one", chance=0.2), card("other", chance=0.5)

    def week_of(level, id_):
        deck = Deck()
        for week in range(60):
            deck.turn(level, {}, week, 9)
        return deck.drawn[id_]

    assert week_of(tiny(events=(one,)), "one") == week_of(tiny(events=(one, other)), "one")


def test_effects_of_a_card_without_choices_happen_at_once():
    level = tiny(events=(card(effects=(Effect("cash", 1.0, -1_000_000.0),)),))
    model, plain = MarketModel(level, 1), MarketModel(tiny(), 1)
    model.step()
    plain.step()
    assert model.reports[0].cash_won == plain.reports[0].cash_won - 1_000_000
    assert [n.id for n in model.reports[0].news] == ["event"]


def test_a_card_with_choices_waits_and_does_what_is_answered():
    model = MarketModel(tiny(events=(card(choices=CHOICES),)), 1)
    model.step()
    assert [c.id for c in model.view().cards] == ["card"]
    assert model.news().cards == (("card", ("pay", "wait")),)
    hold = model.level.start.decision
    model.play_week(Decision(**{**vars_of(hold), "answers": (("card", "wait"),)}))
    assert model.reports[-1].trust == pytest.approx(0.5, abs=0.02)
    assert model.view().cards == ()
    assert "event.answered" in [n.id for n in model.reports[-1].news]


def vars_of(decision):
    return {name: getattr(decision, name) for name in decision.__slots__ if name != "answers"}


def test_a_card_nobody_answers_is_answered_by_its_first_choice_after_four_weeks():
    model = MarketModel(tiny(events=(card(choices=CHOICES),)), 1)
    for _ in range(5):
        model.step()
    told = [[n.id for n in r.news] for r in model.reports]
    assert told[0] == ["event"]
    assert "event.default" in told[4]
    assert "event" in [m.reason for m in model.reports[4].movements]


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ((("nobody", "pay"),), "unknown-answer"),
        ((("card", "dance"),), "unknown-choice"),
        ((("card", "pay"), ("card", "wait")), "repeated-answer"),
    ],
)
def test_an_answer_to_nothing_is_refused_and_changes_nothing(answers, code):
    model = MarketModel(tiny(events=(card(choices=CHOICES),)), 1)
    model.step()
    before = model.fingerprint()
    with pytest.raises(Refused) as caught:
        model.play_week(Decision(**{**vars_of(model.level.start.decision), "answers": answers}))
    assert [r.code for r in caught.value.refusals] == [code]
    assert model.fingerprint() == before


def test_a_card_can_change_the_price_of_data_for_good():
    week_two = Condition("week == 2", Binary(Operator.EQUAL, Value("week"), Number(2.0)))
    level = tiny(events=(card(when=week_two, effects=(Effect("market.item_cost", 0.5),)),))
    model = MarketModel(level, 1)
    for _ in range(3):
        model.step()
    assert model.parameters.item_cost == model.ground.parameters.item_cost == 300.0


def test_bad_press_by_a_card_reaches_the_offers_once():
    level = tiny(events=(card(effects=(Effect("press", 1.0, 0.5), Effect("awareness", 1.0, 0.1))),))
    model = MarketModel(level, 1)
    seen = []
    for _ in range(3):
        model.step()
        seen.append((model.offers.press[0], model.offers.advertised[0]))
    assert seen == [(0.0, 0.0), (0.5, 0.1), (0.0, 0.0)]
