"""What investors ask for beside a share: money held back, levers promised away, who is paid first."""

from dataclasses import replace

import pytest

from agents.messages import ACCEPT, Terms, TermSheet, Verdict
from game.content.sentences import conditions
from game.content.words import Words
from game.world import terms
from game.world.level import Conditions
from game.world.model import MarketModel
from game.world.money import Reason
from game.world.report import Outcome
from tests.levels_for_tests import BUYER, FOLLOWER, tiny

ASKED = Conditions(held=0.4, users=300, within=6, forbids=("sell_data", "crawl_items"), preference=1.5)
AMOUNT = 800_000_000
PROMISED = terms.terms_of(ASKED, AMOUNT, 4)


def signed(asked: Terms = PROMISED, **orders: object) -> MarketModel:
    """A world in its fifth week, whose player has accepted an offer with these terms."""
    model = MarketModel(tiny(weeks=20, rivals=(*tiny().rivals, FOLLOWER, BUYER)), 1)
    model.measures_ring = False
    for _ in range(3):
        model.step()
    model.sheets.append(TermSheet("till-3", "till", AMOUNT, 0.2, 7, Verdict("till", 1.0, 0.0, ()), asked))
    model.play_week(replace(model.news().decision, answers=(("till-3", ACCEPT),), **orders))
    return model


def told(model: MarketModel) -> list[str]:
    return [item.id for report in model.reports for item in report.news]


def test_an_investor_who_asks_for_nothing_gets_no_terms():
    assert terms.terms_of(Conditions(), AMOUNT, 4) == Terms()


def test_what_is_held_back_and_what_is_paid_make_the_round():
    assert PROMISED.held_won == 320_000_000
    model = signed()
    assert model.companies[0].ledger.week[Reason.INVESTMENT] == AMOUNT - PROMISED.held_won


def test_what_was_held_back_is_paid_in_the_week_of_the_milestone_and_once():
    model = signed(replace(PROMISED, users=1, until_week=99), opens_early=True, marketing_won=40_000_000)
    ledger = model.companies[0].ledger
    while model.running and model.companies[0].users_now < 1:
        assert "milestone.reached" not in told(model)
        assert model.week == 4 or Reason.INVESTMENT not in ledger.week
        model.step()
    assert ledger.week[Reason.INVESTMENT] == PROMISED.held_won
    model.step()
    assert Reason.INVESTMENT not in ledger.week
    assert told(model).count("milestone.reached") == 1


def test_what_was_held_back_is_lost_when_the_milestone_is_missed():
    model = signed(replace(PROMISED, users=10**9))
    while model.running and model.week < PROMISED.until_week:
        assert "milestone.missed" not in told(model)
        model.step()
    assert "milestone.missed" in told(model)
    assert model.sector.pledges[0].terms.held_won == 0


def test_a_lever_that_was_promised_away_is_switched_off_and_refused_from_then_on():
    model = signed(sell_data=True)
    assert model.news().decision.sell_data is False
    refused = model.check(replace(model.news().decision, sell_data=True, crawl_items=5_000))
    assert {(r.lever, r.code) for r in refused} >= {("sell_data", "promised"), ("crawl_items", "promised")}
    assert {"sell_data", "crawl_items"} <= model.news().locked
    assert signed(Terms()).check(replace(model.news().decision, sell_data=True)) == ()


@pytest.mark.parametrize(
    ("price", "founders"), [(1_000_000_000, 0), (1_300_000_000, 100_000_000), (10**10, 8 * 10**9)]
)
def test_the_founders_of_a_sold_company_are_paid_after_those_who_come_first(price, founders):
    model = signed()
    model.sheets = [TermSheet("purse-4", "purse", price, 1.0, 9, Verdict("purse", 1.0, 0.0, ()))]
    model.play_week(replace(model.news().decision, answers=(("purse-4", ACCEPT),)))
    assert model.ending.outcome is not Outcome.RUNNING
    assert model.suit.sale is not None
    assert model.suit.sale.founders_won == pytest.approx(founders)


def test_promises_are_part_of_the_fingerprint_only_once_there_are_some():
    assert signed().fingerprint() != signed(Terms()).fingerprint()
    bare = signed(Terms())
    with_none = bare.fingerprint()
    bare.sector.pledges = []
    assert bare.fingerprint() == with_none


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_condition_is_a_sentence(language):
    sheet = TermSheet("x", "till", AMOUNT, 0.2, 7, Verdict("till", 1.0, 0.0, ()), PROMISED)
    assert len(conditions(Words(language), sheet)) == 4
    assert conditions(Words(language), replace(sheet, terms=Terms())) == ()
