"""The follower waits for somebody to prove the market, the price warrior for its share to fall."""

from dataclasses import replace
from itertools import pairwise

import mesa
import pytest

from agents.challengers import CAMPAIGN_WON, Follower, PriceWarrior
from agents.competitors import ALL_HANDS
from agents.messages import Decision, News, Survey
from tests.agents.test_competitors import NEWS

SURVEY = Survey(people=600_000.0, price_weight=0.8)


def seen(week: int, share: float = 0.0, own: float = 0.12, **more: object) -> News:
    return replace(NEWS, week=week, shares=(share, own, 0.2), survey=SURVEY, **more)


def follower() -> Follower:
    return Follower(mesa.Model(rng=1), "copy", 1)


def test_a_follower_enters_sixteen_weeks_after_it_sees_the_player_pass_one_per_cent():
    rival = follower()
    orders = [rival.decide(seen(week, 0.011 if week >= 20 else 0.01)) for week in range(40)]
    opens = [week for week, order in enumerate(orders) if order.opens_early]
    assert opens[0] == 36
    assert all(order == NEWS.decision for order in orders[:36])


def test_it_waits_for_ever_if_nobody_succeeds_and_enters_even_if_the_success_is_over():
    waiting, late = follower(), follower()
    assert not any(waiting.decide(seen(week, 0.01)).opens_early for week in range(200))
    late.decide(seen(0, 0.02))
    assert late.decide(seen(16, 0.0)).opens_early


def test_in_the_market_it_puts_all_hands_on_copying_and_advertises():
    rival = follower()
    rival.decide(seen(0, 0.02))
    order = rival.decide(seen(16, 0.02))
    assert (order.engineers, order.marketing_won) == (ALL_HANDS, CAMPAIGN_WON)
    assert rival.motive.rule == "follower.copies"


@pytest.mark.parametrize(("player", "copied"), [(300, 300), (600, 510), (0, 90)])
def test_its_price_goes_seven_tenths_of_the_way_to_the_players(player, copied):
    rival = follower()
    rival.decide(seen(0, 0.02))
    assert rival.decide(seen(16, 0.02, prices_won=(player, 300, 300))).price_won == copied


def test_bought_by_a_larger_firm_it_enters_at_once_and_spends_twice_as_much():
    rival = follower()
    order = rival.decide(seen(3, 0.0, is_backed=True))
    assert (order.opens_early, order.engineers, order.marketing_won) == (
        True,
        2 * ALL_HANDS,
        2 * CAMPAIGN_WON,
    )


def warrior() -> PriceWarrior:
    return PriceWarrior(mesa.Model(rng=1), "sword", 1)


def prices(shares: list[float], news: News = NEWS, war_weeks: int = 13) -> list[int]:
    rival = PriceWarrior(mesa.Model(rng=1), "sword", 1, war_weeks=war_weeks)
    order, asked = news.decision, []
    for week, share in enumerate(shares):
        now = seen(week, own=share, decision=order, cost_won=news.cost_won, prices_won=news.prices_won)
        order = rival.decide(now)
        asked.append(order.price_won)
    return asked


FALLING = [0.12, 0.119, 0.118, 0.117]


def test_a_price_warrior_keeps_the_peace_while_its_share_holds():
    assert prices([0.12, 0.119, 0.12, 0.119, 0.121, 0.12]) == [300] * 6


def test_a_fall_too_small_to_mean_anything_is_no_war():
    assert prices([0.12, 0.11999, 0.11998, 0.11997, 0.11996]) == [300] * 5


def test_three_weeks_of_falling_start_a_war_of_thirteen():
    asked = prices(FALLING + [0.117] * 20)
    assert asked[:3] == [300] * 3
    assert all(price < 300 for price in asked[3:16])
    assert asked[16:] == [300] * 8


def test_a_war_lasts_as_long_as_the_level_says():
    asked = prices(FALLING + [0.117] * 8, war_weeks=4)
    assert [price < 300 for price in asked] == [False] * 3 + [True] * 4 + [False] * 5


def test_it_undercuts_the_cheapest_but_never_its_own_costs():
    cheap = replace(NEWS, prices_won=(200, 300, 300))
    assert prices(FALLING, cheap)[-1] == 195  # 5 % below, in steps of 15
    dear = replace(NEWS, cost_won=int(250 * 0.117 * 600_000), prices_won=(200, 300, 300))
    assert prices(FALLING, dear)[-1] == 255
    ruinous = replace(NEWS, cost_won=10**9)
    assert prices(FALLING, ruinous)[-1] == 300


def test_while_its_share_goes_on_falling_it_cuts_on_down_to_what_a_user_costs():
    news = replace(NEWS, cost_won=int(200 * 0.11 * 600_000))
    asked = prices([0.12 - 0.001 * week for week in range(14)], news)
    assert asked[3:8] == [285, 270, 255, 240, 225]
    assert min(asked) >= 195


def test_after_a_war_comes_a_truce_whatever_happens():
    asked = prices([0.12 - 0.001 * week for week in range(60)], war_weeks=5)
    wars = [week for week, price in enumerate(asked) if price < 300]
    assert wars == [*range(3, 8), *range(21, 26), *range(39, 44), *range(57, 60)]


def test_where_people_mind_the_price_it_asks_what_earns_most():
    """Logit buyers: profit (p - c) times the share is highest where p - c = usual / (b_price (1 - share))."""
    rival = warrior()
    rival.decide(seen(0))
    news = replace(seen(1), survey=replace(SURVEY, price_weight=8.0))
    best = rival.best_reply(news, 40.0)
    assert best == pytest.approx(40 + 300 / (8 * 0.88))


def test_a_war_only_brings_the_price_down():
    asked = prices(FALLING + [0.116] * 5, replace(NEWS, prices_won=(500, 300, 500)))
    assert all(later <= before for before, later in pairwise(asked))


def test_one_that_does_not_react_neither_enters_nor_fights():
    model = mesa.Model(rng=1)
    for rival in (Follower(model, "copy", 1, reacts=False), PriceWarrior(model, "sword", 1, reacts=False)):
        for week, share in enumerate(FALLING * 8):
            assert rival.decide(seen(week, 0.5, share)) == NEWS.decision
        assert rival.motive.rule == "holds"


def test_what_they_remember_shows_in_their_state():
    for fresh, used in ((follower(), follower()), (warrior(), warrior())):
        used.decide(seen(5, 0.02))
        assert fresh.state() != used.state()


def test_orders_of_a_follower_are_a_decision_like_the_players():
    assert type(follower().decide(seen(0))) is Decision
