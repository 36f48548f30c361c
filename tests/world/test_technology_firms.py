"""Technology firms in a whole world: people never see them, and every report tells the same of their clients."""

from dataclasses import replace

import numpy as np
import pytest

from agents.messages import LEVERS, Link
from game.world.level import UNUSED, Business
from game.world.model import MarketModel
from game.world.money import Reason
from tests.levels_for_tests import LABORATORY, START, others, technology, tiny

# --- in the world


@pytest.fixture(scope="module")
def played() -> MarketModel:
    model = MarketModel(technology(90, jitter=0.15), 2)
    for _ in range(90):
        model.step()
    return model


def test_people_never_see_a_technology_firm(played):
    assert played.companies[0].is_open
    assert not played.offers.is_open[0]
    assert all(report.users == 0 and report.awareness == 0 for report in played.reports)


def test_report_news_and_conditions_tell_the_same_of_the_clients(played):
    book, values = played.reports[-1].clientele, played.values()
    assert book == played.news().clientele
    assert book.contracts > 0
    assert (values["contracts"], values["leads"], values["fee"]) == (book.contracts, book.leads, book.fee_won)
    assert values["arr"] == played.reports[-1].arr_won == book.contracts * book.fee_won
    assert values["sold"] is False


def test_every_won_of_a_technology_firm_is_accounted_for(played):
    for company in played.companies:
        ledger = company.ledger
        assert ledger.opening_won + sum(ledger.totals.values()) == ledger.cash_won
    assert Reason.CONTRACTS in played.companies[0].ledger.totals


def test_its_ring_turns_through_clients(played):
    ring = played.reports[-1].ring
    assert ring.users > 0
    assert ring.arrows[2].start is Link.PERFORMANCE
    assert ring.arrows[2].elasticity > 0
    assert played.reports[0].ring.users == 0


def test_two_runs_of_a_technology_firm_are_the_same_in_every_bit():
    first, second = (MarketModel(technology(30), 5) for _ in range(2))
    for _ in range(30):
        first.step()
    for _ in range(15):
        second.step()
    twin = second.branch()
    for _ in range(15):
        twin.step()
    assert first.fingerprint() == twin.fingerprint()


@pytest.mark.parametrize(
    ("start", "business"), [(START, Business.CONTENT), (LABORATORY, Business.TECHNOLOGY)]
)
def test_levers_a_business_has_no_use_for_are_locked(start, business):
    assert UNUSED[business] <= set(LEVERS)
    model = MarketModel(tiny(start=start), 1)
    order = replace(start.decision, sellers=9, price_won=10)
    assert [r.lever for r in model.check(order)] == [
        name for name in ("price_won", "sellers") if name in UNUSED[business]
    ]


def test_a_unique_technology_is_paid_more_than_one_in_a_crowd():
    """P27: the fee alone over the fee among three who could nearly do the same lies between 1.5 and 6."""

    def fee(rivals: tuple, seed: int) -> int:
        model = MarketModel(technology(80, 100, rivals=rivals, jitter=0.15), seed)
        model.measures_ring = False
        for _ in range(80):
            model.step()
        return model.reports[-1].clientele.fee_won

    ratios = [fee((), seed) / fee(others(3, 0.70), seed) for seed in range(1, 4)]
    assert 1.5 < np.median(ratios) < 6
