"""Twenty rows and two shops: what the tests of a population ask."""

import pickle

import pytest

from tests.agents.small_market import (
    ShoppingMarket,
)


@pytest.fixture
def model():
    """Twenty rows and two shops."""
    return ShoppingMarket(people=20, shops=2, seed=1)


@pytest.fixture
def users(model):
    return model.users


def ids(agents):
    return [agent.unique_id for agent in agents]


def everything(model):
    """All that a model holds, to see whether anything was stored."""
    return pickle.dumps(
        {name: value for name, value in vars(model).items() if name not in ("step", "_user_step")}
    )
