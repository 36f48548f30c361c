"""The incumbent sleeps, wakes and cuts its price; it sees nothing but the news."""

from dataclasses import replace

import mesa
import pytest

from agents.competitors import ALL_HANDS, Incumbent
from agents.messages import Decision, News

NEWS = News(
    week=10,
    weeks=100,
    firm=1,
    shares=(0.0, 0.12, 0.20),
    prices_won=(300, 300, 300),
    is_open=(True, True, True),
    reviews=(0.3, 0.62, 0.5),
    cash_won=10**10,
    revenue_won=0,
    cost_won=0,
    quality=0.62,
    best_quality=(0.0, 0.0, 0.0),
    weeks_to_release=0.0,
    has_launched=True,
    decision=Decision(engineers=4, price_won=300),
)


@pytest.fixture
def incumbent():
    rival = Incumbent(mesa.Model(rng=1), "giant", 1)
    rival.decide(NEWS)
    return rival


def seen(share, decision=NEWS.decision):
    return replace(NEWS, shares=(share, 0.12, 0.20), decision=decision)


def test_it_holds_while_newcomers_are_small_and_does_not_fear_the_old(incumbent):
    assert incumbent.decide(seen(0.03)) == NEWS.decision


def test_it_puts_all_hands_on_the_product_at_three_per_cent(incumbent):
    order = incumbent.decide(seen(0.031))
    assert (order.engineers, order.price_won) == (ALL_HANDS, 300)


def test_it_cuts_a_hundredth_of_its_price_a_week_above_five_per_cent_down_to_a_quarter(incumbent):
    order = NEWS.decision
    prices = []
    for _ in range(80):
        order = incumbent.decide(seen(0.06, order))
        prices.append(order.price_won)
    assert prices[:3] == [297, 294, 291]
    assert prices[-1] == min(prices) == 75


def test_it_never_raises_a_price_that_is_lower_already(incumbent):
    assert incumbent.decide(seen(0.06, replace(NEWS.decision, price_won=40))).price_won == 40


def test_one_that_does_not_react_holds_whatever_happens():
    rival = Incumbent(mesa.Model(rng=1), "giant", 1, reacts=False)
    rival.decide(NEWS)
    assert rival.decide(seen(0.4)) == NEWS.decision


def test_what_it_remembers_shows_in_its_state(incumbent):
    fresh = Incumbent(incumbent.model, "giant", 1)
    assert fresh.state() != incumbent.state()
