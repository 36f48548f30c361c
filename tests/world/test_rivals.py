"""A mature firm creeps; it is under the same decisions and books as everybody."""

from dataclasses import replace

import pytest

from game.world import accounts
from game.world.money import Reason
from game.world.rivals import grown
from tests.levels_for_tests import RIVAL
from tests.world.worlds import by_segment, ground

USERS = by_segment(32_400, 18_000, 14_400, 7_200)


@pytest.mark.parametrize(
    ("engineers", "creep"), [(0, 0.0002), (4, 0.0002), (8, 0.00085), (12, 0.0015), (90, 0.0015)]
)
def test_quality_creeps_by_the_hands_put_on_it(engineers, creep):
    company = grown(1, RIVAL, USERS, ground())
    company.carry_out(replace(company.decision, engineers=engineers))
    company.train(1, ground())
    assert company.quality.tolist() == pytest.approx([0.62 + creep] * 4)


def test_it_never_fits_anybody_perfectly():
    company = grown(1, RIVAL, USERS, ground())
    company.carry_out(replace(company.decision, engineers=12))
    for week in range(1, 400):
        company.train(week, ground())
    assert company.quality.tolist() == [0.88] * 4


def test_it_earns_from_its_users_and_pays_its_people_like_any_firm():
    company = grown(1, RIVAL, USERS, ground())
    accounts.settle(company, ground())
    assert company.ledger.week[Reason.USERS] == 72_000 * 300
    assert company.ledger.week[Reason.WAGES] == -(4 * 1_600_000 + 1_000_000)
