"""Fifty people as objects, as rows, and as both: what the tests of sets ask."""

import mesa
import pytest

from tests.agents.small_market import PEOPLE, ColumnMarket, ObjectMarket, wealth_of

SEED = 3
IDS = list(range(1, PEOPLE + 1))
WEALTHS = [wealth_of(number) for number in range(PEOPLE)]


@pytest.fixture(params=["objects", "rows", "rows and objects"])
def model(request):
    if request.param == "objects":
        return ObjectMarket(SEED)
    return ColumnMarket(SEED, 50, 0) if request.param == "rows" else ColumnMarket(SEED, 30, 20)


@pytest.fixture
def agents(model):
    """All fifty in a set whose members may be changed."""
    return model.agents.select(at_most=10**9, agent_type=mesa.Agent)


def ids(agents):
    return [agent.unique_id for agent in agents]


def having(agents, *numbers):
    """The members with these ids, as a set of the same kind."""
    return agents.select(lambda agent: agent.unique_id in numbers)
