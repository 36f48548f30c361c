"""A population in Mesa's own tools, copied, let go, and beside a model of objects that lives by the same rule."""

import copy
import gc
import inspect
import pickle
import weakref

import mesa
import pytest
from mesa.batchrunner import batch_run
from mesa.datacollection import DataCollector

from tests.agents.small_market import (
    ColumnMarket,
    ColumnPerson,
    ObjectPerson,
    Shop,
    ShoppingMarket,
)
from tests.agents.twenty_people import model, users

__all__ = ["model", "users"]  # fixtures


# ---- Mesa's own tools


def test_step_is_counted_and_runs(model):
    assert model.step() is None
    assert model.steps == 1
    assert model.running


def test_the_data_collector_meets_rows_and_objects(model):
    model.datacollector = DataCollector(
        model_reporters={"people": lambda model: len(model.users), "steps": "steps"},
        agent_reporters={"wealth": "wealth", "half": lambda agent: agent.wealth / 2},
        agenttype_reporters={ColumnPerson: {"rich": "is_rich"}, Shop: {"till": "wealth"}},
    )
    model.step()
    model.step()
    totals = model.datacollector.get_model_vars_dataframe()
    assert (totals["people"].tolist(), totals["steps"].tolist()) == ([20, 20], [1, 2])
    everyone = model.datacollector.get_agent_vars_dataframe()
    assert everyone.loc[2]["wealth"].tolist() == model.agents.get("wealth")
    assert everyone.loc[2].index.tolist() == list(range(1, 23))
    rich = model.datacollector.get_agenttype_vars_dataframe(ColumnPerson)
    assert rich.loc[2]["rich"].tolist() == model.users.get("is_rich")
    assert model.datacollector.get_agenttype_vars_dataframe(Shop).loc[2]["till"].tolist() == [110, 110]


def test_the_data_collector_finds_people_by_a_base_class(model):
    model.datacollector = DataCollector(agenttype_reporters={mesa.Agent: {"wealth": "wealth"}})
    model.step()
    assert len(model.datacollector.get_agenttype_vars_dataframe(mesa.Agent)) == 22


@pytest.mark.parametrize("processes", [1, 2])
def test_mesa_runs_batches(processes):
    parameters, seeds = {"people": [10, 20]}, {}
    if "rng" in inspect.signature(batch_run).parameters:
        seeds = {"rng": [1, 2]}
    else:  # Mesa 3.3 knows no seeds of its own
        parameters["seed"] = [1, 2]
    rows = batch_run(
        ShoppingMarket,
        parameters,
        number_processes=processes,
        max_steps=3,
        data_collection_period=-1,
        display_progress=False,
        **seeds,
    )
    found = {(row["people"], row["seed"]): row["total"] for row in rows}
    assert set(found) == {(10, 1), (10, 2), (20, 1), (20, 2)}
    for (people, seed), total in found.items():
        model = ShoppingMarket(people=people, seed=seed)
        for _ in range(int(rows[0]["Step"]) + (0 if seeds else 1)):
            model.step()
        assert total == model.agents.agg("wealth", sum)


# ---- copies of a whole model


@pytest.mark.parametrize("again", [lambda model: pickle.loads(pickle.dumps(model)), copy.deepcopy])
def test_a_copied_model_goes_on_alike_and_alone(model, again):
    model.step()
    model.agents[21].remove()
    twin = again(model)
    for world in (model, twin):
        world.step()
        assert Shop(world).unique_id == 23
    assert twin.agents.get(["unique_id", "wealth"]) == model.agents.get(["unique_id", "wealth"])
    assert twin.steps == model.steps == 2
    assert twin.users.column("wealth") is not model.users.column("wealth")
    twin.users.set("wealth", -1)
    assert min(model.users.get("wealth")) >= 0


def test_a_copied_market_still_loses_nobody(model):
    twin = copy.deepcopy(model)
    with pytest.raises(TypeError, match="never the market"):
        twin.users.clear()
    assert twin.agents_by_type[ColumnPerson] is twin.users


# ---- letting go


def test_released_models_are_collected():
    models = [ShoppingMarket(seed=seed) for seed in range(5)]
    for one in models:
        one.step()
        one.release()
    watched = [weakref.ref(one) for one in models]
    del models, one
    gc.collect()
    assert [watch() for watch in watched] == [None] * 5


def test_a_released_model_can_be_looked_at_and_released_again(model):
    model.release()
    model.release()
    assert len(list(model.agents)) == 22


def test_a_released_model_does_not_give_a_persons_id_away(model):
    model.release()
    if hasattr(mesa.Agent, "_ids"):
        with pytest.raises(RuntimeError, match="released"):
            Shop(model)
    else:
        assert Shop(model).unique_id == 23


# ---- one rule, two kinds


def test_rows_and_objects_live_through_the_same_weeks():
    rows, half = ColumnMarket(5, 50, 0), ColumnMarket(5, 30, 20)
    for _ in range(3):
        rows.agents.shuffle_do("step")
        half.agents.shuffle_do("step")
    assert rows.agents.get("wealth") == half.agents.get("wealth")
    assert len(half.agents_by_type[ObjectPerson]) == 20
