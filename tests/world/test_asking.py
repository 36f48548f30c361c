"""A question at every turn is in the way, the less so the better the design; where a level says nothing, asking costs nothing."""

from dataclasses import replace

import pytest

from game.world.company import Company
from game.world.effects import Scene
from game.world.parameters import Parameters
from game.world.publishing import offers
from tests.world.worlds import firm, ground


def felt(company: Company, nag: float) -> float:
    on = ground(nag=nag)
    return float(offers([company], Scene(company, on.parameters), on).ux[0])


def asking(share: float, ux: float = 0.4) -> Company:
    company = firm(feedback_permille=round(1000 * share))
    company.ux = ux
    return company


def test_asking_costs_nothing_unless_a_level_says_so() -> None:
    assert Parameters().nag == 0.0
    assert felt(asking(1.0), 0.0) == 0.4


def test_the_more_is_asked_the_less_pleasant_the_service_is() -> None:
    pleasant = [felt(asking(share), 0.8) for share in (0.0, 0.3, 0.6, 1.0)]
    assert pleasant[0] == 0.4
    assert pleasant == sorted(pleasant, reverse=True)
    assert len(set(pleasant)) == len(pleasant)


@pytest.mark.parametrize("share", [0.2, 0.5, 1.0])
def test_good_design_hides_the_questions(share: float) -> None:
    lost = [ux - felt(asking(share, ux), 1.0) for ux in (0.1, 0.5, 0.9)]
    assert lost == sorted(lost, reverse=True)


def test_a_parameter_that_came_later_does_not_change_what_older_levels_are() -> None:
    from game.world.digest import Digest

    def printed(numbers: Parameters) -> str:
        digest = Digest()
        digest.feed(numbers)
        return digest.hex()

    assert printed(Parameters()) == printed(replace(Parameters(), nag=0.0))
    assert printed(Parameters()) != printed(replace(Parameters(), nag=0.5))
