"""Investors say what they looked at, and their luck is their own."""

import math
from dataclasses import replace

import mesa
import pytest

from agents import exact
from agents.investors import EarningsInvestor, ScarcityInvestor
from agents.messages import Pitch

PITCH = Pitch(
    week=40,
    firm=0,
    users=1200,
    growth=0.8,
    quality=0.70,
    best_rival_quality=0.62,
    scandals=1,
    stage=1,
    has_ai_label=True,
    runway_weeks=20,
    hype=0.3,
    bars=(3000.0, 25000.0),
)


@pytest.fixture
def model():
    return mesa.Model(rng=1)


def test_interest_is_the_sum_of_the_named_factors(model):
    for kind in (EarningsInvestor, ScarcityInvestor):
        verdict = kind(model, "fund", 1, 0).consider(PITCH)
        assert verdict.interest == math.fsum(f.weight for f in verdict.factors)
        assert len({f.name for f in verdict.factors}) == len(verdict.factors)


def test_both_theses_weigh_a_pitch_as_the_reference_model_does(model):
    earns = EarningsInvestor(model, "fund", 1, 0).consider(replace(PITCH, stage=0))
    assert earns.interest == pytest.approx(-1.5048449668464243)
    scarce = ScarcityInvestor(model, "fund", 1, 1).consider(PITCH)
    assert scarce.interest == pytest.approx(-1.528)


def test_the_second_round_asks_for_more_users_and_a_longer_lead(model):
    for kind in (EarningsInvestor, ScarcityInvestor):
        fund = kind(model, "fund", 1, 0)
        assert fund.consider(PITCH).interest < fund.consider(replace(PITCH, stage=0)).interest


def test_the_label_is_worth_the_hype_of_the_day_and_nothing_without_it(model):
    fund = EarningsInvestor(model, "fund", 1, 0)
    plain = replace(PITCH, has_ai_label=False)
    worth = fund.consider(PITCH).interest - fund.consider(plain).interest
    assert worth == pytest.approx(1.6 * 1.5 * 0.3)
    sober = replace(PITCH, hype=0.0)
    assert fund.consider(sober).interest == fund.consider(replace(sober, has_ai_label=False)).interest


def test_a_pitch_of_interest_x_is_answered_yes_with_the_chance_sigma_x(model):
    fund = EarningsInvestor(model, "fund", 7, 0)
    pitches = [replace(PITCH, stage=0, scandals=0, users=3000, week=w) for w in range(2000)]
    verdicts = [fund.consider(p) for p in pitches]
    share = sum(v.is_yes for v in verdicts) / len(verdicts)
    assert share == pytest.approx(exact.sigma(verdicts[0].interest), abs=0.03)


def test_two_funds_are_lucky_independently_and_a_fund_repeats_itself(model):
    first, second = EarningsInvestor(model, "a", 7, 0), EarningsInvestor(model, "b", 7, 1)
    assert first.consider(PITCH) == first.consider(PITCH)
    assert first.consider(PITCH).luck != second.consider(PITCH).luck
    assert first.consider(PITCH).luck == first.consider(replace(PITCH, users=9999)).luck


def test_what_others_fund_multiplies_the_odds_and_is_named(model):
    fund = EarningsInvestor(model, "fund", 1, 0)
    alone = fund.consider(PITCH)
    assert fund.consider(replace(PITCH, rounds_seen=3)) == alone
    herd = fund.consider(replace(PITCH, chi=0.4, rounds_seen=3))
    assert herd.interest - alone.interest == pytest.approx(math.log(1 + 0.4 * 3))
    assert [(f.name, f.value) for f in herd.factors[-1:]] == [("herd", 3.0)]
    assert fund.consider(replace(PITCH, chi=0.4)).interest == alone.interest


def test_a_verdict_says_what_was_missing_most_of_what_a_firm_could_mend(model):
    small = replace(PITCH, users=100, growth=0.0, scandals=1, stage=0)
    assert EarningsInvestor(model, "fund", 1, 0).consider(small).missing.name == "users"
    notorious = replace(PITCH, users=30_000, scandals=4, stage=0)
    assert EarningsInvestor(model, "fund", 1, 0).consider(notorious).missing.name == "scandals"
    behind = replace(PITCH, quality=0.3, stage=0, scandals=0)
    assert ScarcityInvestor(model, "fund", 1, 0).consider(behind).missing.name == "lead"
    flawless = replace(PITCH, users=30_000, growth=1.0, scandals=0, stage=0)
    assert EarningsInvestor(model, "fund", 1, 0).consider(flawless).missing is None
