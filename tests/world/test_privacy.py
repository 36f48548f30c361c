"""What is kept can leak; what leaks costs."""

from dataclasses import replace

import numpy as np
import pytest

from agents.messages import Source
from game.world import privacy
from game.world.money import Reason
from tests.world.worlds import by_segment, firm, ground


def service(**orders):
    company = firm(**orders)
    company.has_launched, company.users = True, by_segment(4000, 0, 0, 0)
    company.stocks.clean[Source.SERVICE, 0] = 250_000
    return company


def test_the_hazard_is_the_reference_models():
    company = service(collection_permille=300, sell_data=True)  # governance 0.3
    assert privacy.hazard(company, ground()) == pytest.approx(0.014843661738965258)


def test_collection_and_sale_raise_the_hazard_and_governance_lowers_it():
    on = ground()
    calm = privacy.hazard(service(), on)
    assert privacy.hazard(service(collection_permille=1000), on) > calm
    assert privacy.hazard(service(sell_data=True), on) > calm
    assert privacy.hazard(service(governance_won=600_000), on) < calm
    assert privacy.hazard(service(governance_won=0), on) > calm


def test_more_governance_than_enough_helps_no_further():
    on = ground()
    enough, more = service(governance_won=600_000), service(governance_won=6_000_000)
    assert privacy.hazard(more, on) == privacy.hazard(enough, on) > 0


def test_nobody_cares_about_a_service_that_is_closed_small_or_empty():
    on, company = ground(), service()
    company.users = by_segment(500, 0, 0, 0)
    assert privacy.hazard(company, on) == 0.0
    company = service()
    company.has_launched = False
    assert privacy.hazard(company, on) == 0.0
    company = service()
    company.stocks.clean[:] = 0.0
    assert privacy.hazard(company, on) == 0.0


def test_a_scandal_costs_a_fine_and_trust_where_people_mind_most():
    on, company = ground(), service()
    privacy.suffer(company, on)
    assert company.ledger.week[Reason.FINE] == -100_000_000
    assert company.trust.tolist() == pytest.approx([0.7 - 0.3 * s for s in (0.9, 1.2, 0.8, 1.1)])
    assert company.scandals == 1


def test_trust_never_leaves_its_bounds_and_half_of_it_is_back_after_its_half_life():
    on, company = ground(trust_hit=0.5), service()
    for _ in range(3):
        privacy.suffer(company, on)
    assert company.trust.tolist() == [0.0] * 4
    for _ in range(26):
        privacy.forgive(company, on)
    assert np.allclose(company.trust, 0.35)


def test_the_same_week_of_the_same_world_has_the_same_scandals():
    company = service(collection_permille=1000, sell_data=True)
    on = ground(hz_scandal=0.004)
    found = [privacy.breaks_out(company, week, 5, on) for week in range(500)]
    assert found == [privacy.breaks_out(company, week, 5, on) for week in range(500)]
    expected = 500 * privacy.hazard(company, on)
    assert expected / 2 < sum(found) < expected * 2
    assert found != [privacy.breaks_out(replace(company, index=1), week, 5, on) for week in range(500)]
