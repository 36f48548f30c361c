"""A strategic buyer wants what few can follow, or what leaves it behind, and prices it by scarcity."""

from dataclasses import replace

import mesa
import pytest

from agents.buyers import BID_EVERY_WEEKS, TEAM_WON, StrategicBuyer
from agents.messages import Pitch
from agents.motives import Act, Deed
from tests.agents.test_competitors import NEWS

PITCH = Pitch(
    week=10,
    firm=0,
    users=0.0,
    growth=0.0,
    quality=0.8,
    best_rival_quality=0.7,
    scandals=0,
    stage=0,
    has_ai_label=True,
    runway_weeks=30.0,
    hype=0.3,
    bars=(3000.0, 25000.0),
    arr_won=100_000_000,
    rarity=1.0,
)


def buyer(quality: float = 0.8, cash_won: int = 10**12, seed: int = 1, **more: float) -> StrategicBuyer:
    head = StrategicBuyer(mesa.Model(rng=1), "purse", 1, seed=seed, **more)
    head.decide(replace(NEWS, quality=quality, cash_won=cash_won))
    return head


def interest(pitch: Pitch, quality: float = 0.8) -> float:
    verdict = buyer(quality).consider(pitch)
    assert verdict is not None
    return verdict.interest


def test_it_wants_a_lead_that_few_can_follow_more_than_one_that_many_can():
    wanted = [interest(replace(PITCH, rarity=rarity)) for rarity in (0.1, 0.5, 1.0)]
    assert wanted == sorted(wanted)
    assert wanted[0] < wanted[-1]
    leads = [interest(replace(PITCH, best_rival_quality=best)) for best in (0.85, 0.7, 0.6, 0.5)]
    assert leads == sorted(leads)


def test_it_grows_nervous_when_it_has_fallen_behind_however_common_the_technology():
    common = replace(PITCH, rarity=0.01, best_rival_quality=0.8)
    assert interest(common, quality=0.75) == interest(common, quality=0.8)
    assert interest(common, quality=0.6) > interest(common, quality=0.75)
    verdict = buyer(0.5).consider(common)
    assert verdict is not None
    assert verdict.factors[1].name == "gap"


@pytest.mark.parametrize("pitch", [replace(PITCH, quality=0.6), replace(PITCH, quality=0.2)])
def test_there_is_nothing_to_buy_below_a_certain_quality(pitch):
    assert buyer().consider(pitch) is None


def test_an_ordinary_firm_is_bid_for_about_three_times_in_a_thousand_weeks():
    plain = replace(PITCH, best_rival_quality=0.8)
    verdicts = [buyer(seed=seed).consider(plain) for seed in range(3000)]
    assert 3 <= sum(verdict is not None and verdict.is_yes for verdict in verdicts) <= 18


@pytest.mark.parametrize(
    ("pitch", "price"),
    [
        (replace(PITCH, best_rival_quality=0.8), TEAM_WON),
        (replace(PITCH, best_rival_quality=0.8, arr_won=10**9), 5 * 10**9),
        (replace(PITCH, best_rival_quality=0.5), 9 * TEAM_WON),
        (replace(PITCH, best_rival_quality=0.5, rarity=0.0), TEAM_WON),
    ],
)
def test_it_offers_the_team_or_five_years_whichever_is_more_times_the_scarcity(pitch, price):
    assert buyer().bid(pitch) == price


def test_it_never_offers_more_than_it_has():
    assert buyer(cash_won=10**9).bid(PITCH) == 10**9


def test_after_a_bid_it_rests_a_quarter():
    head = buyer()
    head.bid(PITCH)
    assert head.consider(replace(PITCH, week=10 + BID_EVERY_WEEKS - 1)) is None
    assert head.consider(replace(PITCH, week=10 + BID_EVERY_WEEKS)) is not None


def test_three_times_in_ten_a_refused_buyer_buys_the_copy():
    backed = 0
    for seed in range(500):
        head = buyer(seed=seed)
        head.decide(replace(NEWS, was_declined=True))
        backed += head.deed == Deed(Act.BACK)
        assert head.motive.rule == ("buyer.backs" if head.deed else "buyer.drops")
    assert 120 <= backed <= 180


def test_how_often_is_the_levels_to_say_and_one_that_does_not_react_never_bids():
    always = buyer(backs=1.0)
    always.decide(replace(NEWS, was_declined=True))
    assert always.deed == Deed(Act.BACK)
    still = StrategicBuyer(mesa.Model(rng=1), "purse", 1, reacts=False)
    still.decide(NEWS)
    assert still.consider(PITCH) is None


def test_what_it_remembers_shows_in_its_state():
    fresh, used = buyer(), buyer()
    used.bid(PITCH)
    assert fresh.state() != used.state()
