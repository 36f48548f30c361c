"""Pitches, offers, rounds and public programmes."""

from dataclasses import replace

import pytest

from agents.messages import ModelKind, Verdict
from game.world import accounts, funding
from game.world.money import Reason
from tests.world.worlds import firm, ground


def short_of_cash(**orders):
    company = firm(cash_won=100_000_000, **orders)
    accounts.settle(company, ground())
    return company


def test_a_firm_pitches_when_it_has_less_than_half_a_year():
    assert funding.is_asking(short_of_cash(), 20)
    rich = firm()
    accounts.settle(rich, ground())
    assert accounts.runway(rich) > 26
    assert not funding.is_asking(rich, 20)


def test_a_firm_pitches_once_a_quarter_for_two_rounds_and_only_if_it_wants_to():
    company = short_of_cash()
    company.last_pitch = 10
    assert not funding.is_asking(company, 22)
    assert funding.is_asking(company, 23)
    company.stage = 2
    assert not funding.is_asking(company, 23)
    assert not funding.is_asking(short_of_cash(seeks_funding=False), 23)


@pytest.mark.parametrize(
    ("model", "stage", "amount"),
    [
        (ModelKind.DEEP, 0, 920_000_000),
        (ModelKind.BEST, 1, 3_450_000_000),
        (ModelKind.CLASSICAL, 0, 800_000_000),
    ],
)
def test_the_label_makes_the_cheque_larger(model, stage, amount):
    company = short_of_cash(model=model)
    company.stage = stage
    shown = funding.pitch(company, [], 30, ground())
    offer = funding.sheet(shown, Verdict("till", 1.0, 0.0, ()), ground())
    assert (offer.amount_won, offer.share) == (amount, 0.20)
    assert (offer.id, offer.expires_week) == ("till-31", 35)


def test_a_round_brings_money_and_takes_a_fifth():
    company = short_of_cash()
    shown = funding.pitch(company, [], 30, ground())
    offer = funding.sheet(shown, Verdict("till", 1.0, 0.0, ()), ground())
    before = company.ledger.cash_won
    funding.close_round(company, offer)
    assert company.ledger.cash_won - before == company.ledger.week[Reason.INVESTMENT] == offer.amount_won
    assert (company.equity, company.stage) == (0.8, 1)


def test_vouchers_are_decided_in_the_ninth_week_of_each_half_year_for_those_who_apply():
    on = ground(voucher_p=0.55)
    told = {w: funding.hear_programmes(firm(applies_voucher=True), w, 3, on) for w in range(60)}
    assert [w for w, news in told.items() if news] == [8, 34]
    assert not any(funding.hear_programmes(firm(), w, 3, on) for w in range(60))


def test_a_voucher_is_won_as_often_as_the_world_says_and_is_not_cash():
    on = ground(voucher_p=0.30)
    won = 0
    for seed in range(1000):
        company = firm(applies_voucher=True)
        cash = company.ledger.cash_won
        won += funding.hear_programmes(company, 8, seed, on) == ("voucher.won",)
        assert company.ledger.cash_won == cash
    assert won == pytest.approx(300, abs=45)


def test_a_grant_pays_for_two_years_minus_its_paperwork_and_ends():
    on = ground(grant_p=0.40)
    seed = next(
        s for s in range(99) if "grant.won" in funding.hear_programmes(firm(applies_grant=True), 10, s, on)
    )
    company = firm(applies_grant=True)
    told = [funding.hear_programmes(company, week, seed, on) for week in range(10, 114)]
    assert company.ledger.totals[Reason.GRANT] == 104 * 4_000_000
    assert company.ledger.totals[Reason.REPORTING] == -104 * 500_000
    assert told[-1] == ("grant.ended",)
    assert company.grant_weeks == 0


def test_rivals_luck_is_their_own():
    on = ground(voucher_p=0.5)
    mine = [funding.hear_programmes(firm(applies_voucher=True), 8, s, on) for s in range(64)]
    other = replace(firm(applies_voucher=True), index=1)
    assert mine != [funding.hear_programmes(replace(other), 8, s, on) for s in range(64)]
