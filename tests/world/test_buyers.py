"""Offers for the whole company: what a yes ends, what a no may start."""

from dataclasses import replace

import numpy as np
import pytest

from agents.messages import ACCEPT, DECLINE, TermSheet, Verdict
from game.study.bots import answers
from game.world.buyers import Sale
from game.world.conditions import Binary, Condition, Number, Operator, Value
from game.world.copying import CopyingCompany
from game.world.level import Kind, Level, Objective, Plan
from game.world.model import MarketModel
from game.world.money import Reason
from game.world.report import Outcome
from tests.levels_for_tests import BUYER, FOLLOWER, others, technology, text

PRICE = 9_000_000_000


def with_an_offer(level: Level, seed: int = 1) -> MarketModel:
    """A world in its fourth week, in which the buyer has made an offer."""
    model = MarketModel(level, seed)
    model.measures_ring = False
    for _ in range(3):
        model.step()
    model.sheets.append(TermSheet("purse-3", "purse", PRICE, 1.0, 7, Verdict("purse", 1.0, 0.0, ())))
    return model


def answer(model: MarketModel, word: str) -> None:
    model.play_week(replace(model.news().decision, answers=(("purse-3", word),)))


def goal(name: str, least: float) -> Objective:
    when = Condition("", Binary(Operator.AT_LEAST, Value(name), Number(least)))
    return Objective("exit", Kind.WIN, when, text("Sell"))


def ids(model: MarketModel) -> list[str]:
    return [n.id for r in model.reports for n in r.news]


def test_a_yes_sells_the_company_and_ends_the_level():
    model = with_an_offer(technology(40))
    before = model.companies[1].ledger.cash_won
    answer(model, ACCEPT)
    assert model.suit.sale == Sale("purse", PRICE, PRICE * model.companies[0].equity, 0.0)
    assert (model.ending.outcome, model.ending.cause, model.ending.week) == (Outcome.TIME, "sold", 4)
    assert model.companies[1].ledger.totals[Reason.ACQUISITION] == -PRICE
    assert model.companies[1].ledger.cash_won < before - PRICE + 10**9
    assert Reason.ACQUISITION not in model.companies[0].ledger.totals
    assert model.sheets == []
    assert "sold" in ids(model)


@pytest.mark.parametrize(("least", "outcome"), [(PRICE, Outcome.WON), (PRICE + 1, Outcome.LOST)])
def test_whether_that_was_a_success_the_objectives_say(least, outcome):
    model = with_an_offer(technology(40, objectives=(goal("sold.price", least),)))
    answer(model, ACCEPT)
    assert model.ending.outcome is outcome


def test_selling_before_another_goal_is_met_loses_it():
    model = with_an_offer(technology(40, objectives=(goal("contracts", 30.0),)))
    answer(model, ACCEPT)
    assert (model.ending.outcome, model.ending.cause) == (Outcome.LOST, "sold")


def test_the_founders_get_the_part_of_the_price_that_their_shares_are_of_the_company():
    model = with_an_offer(technology(40))
    model.companies[0].equity = 0.64
    answer(model, ACCEPT)
    values = model.values()
    assert values["sold"] is True
    assert (values["sold.price"], values["sold.founders"]) == (PRICE, pytest.approx(0.64 * PRICE))


def test_the_price_of_a_company_pays_no_bills_of_the_week():
    """A founder cannot hire on the strength of money that goes to the owners."""
    model = with_an_offer(technology(40))
    model.companies[0].ledger.post(Reason.EVENT, 1_000_000 - model.companies[0].ledger.cash_won)
    order = replace(model.news().decision, engineers=40, answers=(("purse-3", ACCEPT),))
    assert [r.code for r in model.check(order)] == ["cash"]


@pytest.mark.parametrize(("word", "told"), [(DECLINE, "bid.declined"), (None, "bid.expired")])
def test_a_no_is_a_no_and_so_is_silence(word, told):
    model = with_an_offer(technology(40))
    if word:
        answer(model, word)
    for _ in range(6):
        model.step()
    assert told in ids(model)
    assert all(s.id != "purse-3" for s in model.sheets)
    assert model.suit.sale is None


def test_a_refused_buyer_may_buy_the_firm_that_copies_and_both_books_balance():
    eager = replace(BUYER, backs=1.0)
    model = with_an_offer(technology(40, rivals=(FOLLOWER, eager)))
    answer(model, DECLINE)
    copy, buyer = model.companies[1], model.companies[2]
    assert isinstance(copy, CopyingCompany)
    assert copy.is_backed
    assert copy.ledger.totals[Reason.ACQUISITION] == -buyer.ledger.totals[Reason.ACQUISITION] == 2_000_000_000
    model.step()
    assert copy.is_open
    assert {"rival.backs", "rival.enters"} <= set(ids(model))
    for company in model.companies:
        ledger = company.ledger
        assert ledger.opening_won + sum(ledger.totals.values()) == ledger.cash_won


def test_a_buyer_without_the_money_leaves_the_copy_alone():
    poor = replace(BUYER, backs=1.0, cash_won=1_000_000_000)
    model = with_an_offer(technology(40, rivals=(FOLLOWER, poor)))
    answer(model, DECLINE)
    assert not model.companies[1].is_backed


def test_bots_take_money_but_never_sell_the_company():
    model = with_an_offer(technology(40))
    loan = TermSheet("till-3", "till", 1, 0.2, 9, Verdict("till", 1.0, 0.0, ()))
    model.sheets.append(loan)
    assert answers(model.news()) == (("till-3", ACCEPT),)


def test_a_plan_sells_at_its_price_and_not_below():
    from game.study import plans

    model = with_an_offer(technology(40))
    for sells_at, word in ((None, DECLINE), (PRICE + 1, DECLINE), (PRICE, ACCEPT)):
        plan = Plan("exit", text("Exit"), (), sells_at=sells_at)
        assert plans._answers(plan, model.news()) == (("purse-3", word),)


def offers_for(rivals: tuple, seeds: range) -> list[float]:
    """Return the last offer of each world as a multiple of a year's contracts, refusing all of them."""
    found = []
    for seed in seeds:
        model = MarketModel(technology(80, 100, rivals=(*rivals, BUYER), jitter=0.15), seed)
        model.measures_ring = False
        last = None
        for _ in range(80):
            bids = [s for s in model.sheets if s.buys_all]
            for bid in bids:
                last = bid.amount_won / max(model.reports[-1].arr_won, 100_000_000)
            said = tuple((s.id, DECLINE) for s in bids)
            model.play_week(replace(model.companies[0].decision, answers=said))
        found += [last] if last else []
    return found


def test_a_unique_technology_is_bought_at_many_times_its_contracts_and_one_in_a_crowd_at_fewer():
    """P28: 10 to 80 times a year's contracts where nobody can follow, 3 to 25 in a crowded field."""
    unique, crowded = offers_for((), range(1, 4)), offers_for(others(3, 0.70), range(1, 6))
    assert len(unique) == 3
    assert 10 < np.median(unique) < 80
    assert 3 < np.median(crowded) < 25
