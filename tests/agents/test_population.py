"""What a model of columns adds to Mesa's own: rows, arrays, lazy attributes, one set over rows and objects."""

import copy
import gc
import inspect
import pickle
import weakref

import mesa
import numpy as np
import pytest
from mesa.agent import AgentSet
from mesa.batchrunner import batch_run
from mesa.datacollection import DataCollector

from agents.columns import Column, ColumnAgent, ColumnSet, Lazy, PopulationModel
from tests.agents.small_market import (
    ColumnMarket,
    ColumnPerson,
    ObjectPerson,
    Shop,
    ShoppingMarket,
    wealth_of,
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


# ---- people


def test_a_view_registers_nothing_and_is_forgotten(model):
    view = weakref.ref(model.users[3])
    gc.collect()
    assert view() is None
    assert len(model.agents) == 22


def test_people_take_the_first_ids_and_ordinary_agents_go_on(model):
    assert ids(model.users) == list(range(1, 21))
    assert ids(model.agents) == list(range(1, 23))
    assert Shop(model).unique_id == 23


def test_a_person_reads_and_writes_its_row(users):
    users[4].service = 1
    assert users.column("service")[4] == 1
    users.column("wealth")[4] = 31
    assert users[4].wealth == 31


def test_a_person_gives_plain_numbers_that_do_not_overflow(users):
    users[4].service = 127
    assert users[4].service + 1 == 128


def test_several_numbers_of_everybody_are_copies_that_cannot_be_written(users):
    tastes = users.get("tastes")
    with pytest.raises(ValueError, match="read-only"):
        tastes[4][0] = 9
    users.column("tastes")[:] = 5
    assert tastes[4].tolist() == [4, 0, -4]


def test_several_numbers_of_a_person_are_a_copy_that_cannot_be_written(users):
    tastes = users[4].tastes
    assert tastes.tolist() == [4, 0, -4]
    with pytest.raises(ValueError, match="read-only"):
        tastes[0] = 9
    users[4].tastes = [7, 8, 9]
    assert tastes.tolist() == [4, 0, -4]
    assert users.column("tastes")[4].tolist() == [7, 8, 9]


@pytest.mark.parametrize("value", [128, -129, 1.5, 10**30])
def test_a_number_that_does_not_fit_is_refused_and_nothing_is_written(users, value):
    before = users.get("service")
    with pytest.raises((ValueError, OverflowError)):
        users[4].service = value
    with pytest.raises((ValueError, OverflowError)):
        users.set("service", value)
    assert users.get("service") == before


def test_a_view_refuses_what_it_would_forget(users):
    with pytest.raises(AttributeError, match=r"height = Column\("):
        users[4].height = 180
    with pytest.raises(AttributeError, match="row"):
        users[4].row = 5
    with pytest.raises(AttributeError, match="height"):
        users.set("height", 180)


def test_a_person_cannot_be_removed_or_made_alone(model):
    with pytest.raises(TypeError, match="leave"):
        model.users[4].remove()
    with pytest.raises(TypeError, match="populate"):
        ColumnPerson.create_agents(model, 3)


def test_persons_of_one_row_are_equal_and_hash_alike(model):
    assert model.users[4] == model.users[4]
    assert len({model.users[4], ColumnPerson(model, 4), model.agents[4]}) == 1
    assert model.users[4] != model.users[5]
    assert model.users[4] != ShoppingMarket(seed=1).users[4]
    assert model.users[4] != "user"


def test_a_person_shows_its_class_and_id(users):
    assert repr(users[4]) == "<ColumnPerson 5>"


@pytest.mark.parametrize("again", [lambda thing: pickle.loads(pickle.dumps(thing)), copy.deepcopy])
def test_a_person_can_be_copied_with_its_world(model, again):
    model.favourites = {model.users[4]: "regular"}
    twin = again(model.users[4])
    assert (twin.unique_id, twin.wealth, type(twin)) == (5, wealth_of(4), ColumnPerson)
    assert twin.model is not model
    assert twin.model.favourites[twin] == "regular"


# ---- making a population


def test_columns_that_are_not_given_start_at_their_default():
    model = PopulationModel(rng=1)
    users = model.populate(ColumnPerson, 3, {"wealth": 5})
    assert users is model.users
    assert users.get(["service", "wealth", "mood"]) == [[-1, 5, 0.0]] * 3
    assert users.column("tastes").shape == (3, 3)
    assert {name: str(array.dtype) for name, array in model.columns.arrays.items()} == {
        "service": "int8",
        "wealth": "int32",
        "mood": "float64",
        "tastes": "int16",
    }


def test_given_arrays_are_copied():
    given, model = np.arange(3, dtype=np.int32), PopulationModel(rng=1)
    model.populate(ColumnPerson, 3, {"wealth": given})
    model.users.set("wealth", 9)
    assert given.tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"health": [1, 2, 3]}, r"no column \['health'\].*service"),
        ({"wealth": [1, 2]}, r"wealth needs shape \(3,\)"),
        ({"tastes": [[1, 2]] * 3}, r"tastes needs shape \(3, 3\)"),
        ({"service": [1, 2, 300]}, "service holds int8"),
        ({"wealth": [0.5, 1, 2]}, "wealth holds int32"),
    ],
)
def test_a_population_that_does_not_fit_is_refused(given, words):
    model = PopulationModel(rng=1)
    with pytest.raises(ValueError, match=words):
        model.populate(ColumnPerson, 3, given)
    assert len(model.agents) == 0


def test_a_model_is_populated_once_and_before_other_agents(model):
    with pytest.raises(RuntimeError, match="before any other agent"):
        model.populate(ColumnPerson, 3)
    shops_first = PopulationModel(rng=1)
    Shop(shops_first)
    with pytest.raises(RuntimeError, match="before any other agent"):
        shops_first.populate(ColumnPerson, 3)


def test_a_model_without_people_is_an_ordinary_mesa_model():
    model = PopulationModel(rng=1)
    Shop.create_agents(model, 3)
    assert ids(model.agents) == [1, 2, 3]
    assert list(model.agents_by_type) == [Shop]
    assert len(model.users) == 0


def test_kinds_of_people_inherit_columns():
    class Student(ColumnPerson):
        grade = Column(np.int8, "school grade")
        double = Lazy(lambda model, rows: rows * 0)

    model = PopulationModel(rng=1)
    model.populate(Student, 2, {"grade": [3, 4]})
    assert model.users.get(["grade", "service", "double"]) == [[3, -1, 0], [4, -1, 0]]
    assert isinstance(model.users[0], ColumnPerson)
    assert Student.grade.doc == "school grade"
    assert "grade" not in ColumnPerson.declared


@pytest.mark.parametrize("name", ["model", "row", "unique_id", "pos"])
def test_a_column_cannot_take_the_name_of_what_ties_a_view_to_its_row(name):
    with pytest.raises(TypeError, match=name):
        type("Odd", (ColumnAgent,), {name: Column(np.int8)})


def test_equal_seeds_give_equal_luck_whatever_kind_of_number_they_are():
    numbers = [PopulationModel(rng=seed).random.random() for seed in (7, np.int64(7), np.int32(7))]
    assert len(set(numbers)) == 1


# ---- sets of rows


def test_the_column_of_any_set_is_the_real_array(users):
    assert users.column("wealth") is users.where(users.column("wealth") > 5).column("wealth")
    users.column("wealth")[:] = 3
    assert set(users.get("wealth")) == {3}


def test_rows_and_values_follow_the_order_of_the_set(users):
    backwards = users.sort("unique_id")
    assert backwards.rows.tolist() == list(range(19, -1, -1))
    assert backwards.values("wealth").tolist() == [wealth_of(row) for row in range(19, -1, -1)]
    assert users.rows.tolist() == list(range(20))


def test_values_are_not_written_by_accident(users):
    with pytest.raises(ValueError, match="read-only"):
        users.values("wealth")[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        users.sort("wealth").rows[0] = 1


def test_values_of_something_unknown_is_an_error(users):
    with pytest.raises(AttributeError, match="height"):
        users.values("height")


def test_a_mask_chooses_by_place_in_the_set(users):
    rich = users.where(users.values("wealth") > 5)
    assert ids(rich) == [row + 1 for row in range(20) if wealth_of(row) > 5]
    assert ids(rich.where(np.arange(len(rich)) == 1)) == [ids(rich)[1]]


@pytest.mark.parametrize("mask", [np.ones(19, bool), np.ones(20, int), np.ones((20, 1), bool)])
def test_a_mask_of_another_shape_or_type_is_refused(users, mask):
    with pytest.raises(ValueError, match="20 booleans"):
        users.where(mask)


def test_rows_can_be_indexed_and_sliced(users):
    assert (users[0].unique_id, users[-1].unique_id, users[np.int64(3)].unique_id) == (1, 20, 4)
    assert ids(users[2:6:2]) == [3, 5]
    assert ids(users.sort("unique_id")[:2]) == [20, 19]
    with pytest.raises(IndexError):
        users[20]


def test_rows_can_be_found_listed_and_reversed(users):
    backwards = users.sort("unique_id")
    assert backwards.index(users[0]) == 19
    assert (users.count(users[3]), backwards.select(at_most=3).count(users[3])) == (1, 0)
    assert ids(reversed(users)) == ids(backwards) == ids(backwards.to_list())
    with pytest.raises(ValueError, match="not in the set"):
        users.index(users[3], 4)
    with pytest.raises(ValueError, match="not in the set"):
        users.index("user")


def test_an_array_gives_each_person_its_own(users):
    few = users.select(lambda user: user.unique_id in (2, 5)).sort("unique_id")
    few.set("wealth", np.array([50, 20]))
    assert (users[4].wealth, users[1].wealth) == (50, 20)


def test_every_set_made_from_rows_is_a_set_of_rows(users):
    made = [
        users.select(lambda user: user.wealth > 5),
        users.shuffle(),
        users.sort("wealth"),
        users & users.select(at_most=3),
        users | users[:2],
        users - users.select(at_most=3),
        users ^ users.select(at_most=3),
        set(users[:3]) & users,
        set(users[:3]) | users,
        users.copy() - users,
        *(group for _, group in users.groupby("wealth")),
    ]
    gc.collect()
    assert {type(one) for one in made} == {ColumnSet}
    assert [len(one) > 0 for one in made].count(False) == 1


def test_a_set_minus_rows_keeps_those_not_in_rows(users):
    assert ids(users[:3] - users.select(at_most=2)) == [3]
    assert ids(users[:3] ^ users.select(at_most=2)) == [3]


@pytest.mark.parametrize("name", ["users", "agents"])
@pytest.mark.parametrize(
    "change",
    [
        lambda market: market.discard(market[0]),
        lambda market: market.remove(market[0]),
        lambda market: market.pop(),
        lambda market: market.clear(),
        lambda market: market.select(at_most=3, inplace=True),
        lambda market: market.__isub__(market[:2]),
        lambda market: market.__iand__(market[:2]),
        lambda market: market.__ixor__(market[:2]),
    ],
)
def test_the_market_itself_loses_nobody(model, name, change):
    market = getattr(model, name)
    before = ids(market)
    with pytest.raises(TypeError, match="never the market"):
        change(market)
    assert ids(market) == before


def test_the_market_itself_can_be_reordered(users):
    assert users.sort("unique_id", inplace=True) is users
    assert ids(users)[:2] == [20, 19]
    assert users.column("wealth")[0] == wealth_of(0)


def test_strangers_cannot_join(users):
    other = ShoppingMarket(seed=1).users[0]
    with pytest.raises(ValueError, match="does not live in this model"):
        users.copy().add(other)
    with pytest.raises(ValueError, match="does not live in this model"):
        users | [other]
    assert ids(users & [other, users[3]]) == [4]
    assert other not in users
    assert users != other.model.users


# ---- rows and objects together


def test_model_agents_is_one_set_over_rows_and_objects(model):
    assert isinstance(model.agents, AgentSet)
    assert model.agents is model.agents
    assert [type(agent) for agent in model.agents][-3:] == [ColumnPerson, Shop, Shop]
    assert sorted(ids(model.agents.shuffle())) == list(range(1, 23))
    assert model.agents.get("wealth")[-3:] == [wealth_of(19), 100, 100]
    assert model.agents.agg("wealth", sum) == sum(wealth_of(row) for row in range(20)) + 200


def test_model_agents_can_be_told_and_grouped(model):
    model.agents.set("wealth", 3).do("earn", 2)
    assert set(model.agents.get("wealth")) == {5}
    assert model.agents.groupby("type").count() == {ColumnPerson: 20, Shop: 2}
    assert model.agents.groupby(type).agg("wealth", sum) == {ColumnPerson: 100, Shop: 10}
    assert model.users.groupby(type).count() == {ColumnPerson: 20}


def test_model_agents_can_be_chosen_by_type(model):
    assert ids(model.agents.select(agent_type=Shop)) == [21, 22]
    assert model.agents.select(agent_type=ColumnPerson) == model.users
    assert model.agents - model.users == model.agents_by_type[Shop]
    assert list(model.users | model.agents_by_type[Shop]) == list(model.agents)


def test_rows_of_a_mixed_set_are_its_people(model):
    mixed = model.agents.sort("unique_id")
    assert mixed.rows.tolist() == list(range(19, -1, -1))
    assert len(mixed.values("wealth")) == 20


def test_a_set_of_people_may_take_in_an_ordinary_agent(model):
    shop, few = model.agents[20], model.users.select(at_most=2)
    few.add(shop)
    assert ids(few) == [1, 2, 21]
    assert shop in few


def test_a_removed_agent_leaves_every_set_and_is_freed(model):
    shuffled = model.agents.shuffle()
    shop = model.agents[20]
    shop.remove()
    assert shop not in model.agents
    assert shop not in shuffled
    assert (len(model.agents), len(shuffled), len(list(shuffled))) == (21, 21, 21)
    assert ids(model.agents)[-2:] == [20, 22]
    gone = weakref.ref(shop)
    del shop
    gc.collect()
    assert gone() is None


def test_agents_that_remove_each_other_on_the_way_are_not_met(model):
    met = []

    def close_all(agent):
        met.append(agent.unique_id)
        model.agents_by_type[Shop].do("remove")

    model.agents.select(agent_type=Shop).do(close_all)
    assert met == [21]


def test_agents_by_type_holds_people_first(model):
    assert list(model.agents_by_type) == model.agent_types == [ColumnPerson, Shop]
    assert model.agents_by_type[ColumnPerson] is model.users
    assert ids(model.agents_by_type[Shop]) == [21, 22]


def test_removing_all_agents_leaves_the_people(model):
    model.remove_all_agents()
    assert model.agents == model.users


def test_model_agents_cannot_be_replaced(model):
    with pytest.raises(AttributeError):
        model.agents = []


# ---- lazy attributes


def test_a_lazy_attribute_is_worked_out_for_one_and_for_all(users):
    assert users[4].is_rich == (wealth_of(4) > 5)
    assert users.get("is_rich") == [wealth_of(row) > 5 for row in range(20)]
    users[4].wealth = 6
    assert users[4].is_rich is True


def test_a_lazy_attribute_can_be_told_when_it_knows_how(users):
    users[4].double = 40
    assert users[4].wealth == 20
    users.set("double", 10)
    assert users.get("wealth") == [5] * 20
    users.where(users.rows < 2).set("double", np.array([2, 4]))
    assert users.get("wealth")[:3] == [1, 2, 5]


def test_a_lazy_attribute_is_read_only_otherwise(users):
    with pytest.raises(AttributeError, match="is_rich"):
        users[4].is_rich = True
    with pytest.raises(AttributeError, match="unique_id"):
        users.set("unique_id", 4)


def test_a_lazy_attribute_must_answer_for_each_row():
    class Forgetful(ColumnAgent):
        total = Lazy(lambda model, rows: np.zeros(1))

    model = PopulationModel(rng=1)
    model.populate(Forgetful, 3)
    with pytest.raises(ValueError, match="total must give 3 values"):
        model.users.get("total")


def test_a_lazy_attribute_may_have_words_or_several_numbers():
    class Talker(ColumnAgent):
        mood = Column(np.int8)
        word = Lazy(lambda model, rows: np.array(["sad", "glad"])[model.columns["mood"][rows]])
        pair = Lazy(lambda model, rows: np.stack([rows, rows], axis=1))
        thing = Lazy(lambda model, rows: np.array([(1, "a"), None, (1, "a")], dtype=object)[rows])

    model = PopulationModel(rng=1)
    model.populate(Talker, 3, {"mood": [1, 0, 1]})
    assert (model.users[0].word, model.users.get("word")) == ("glad", ["glad", "sad", "glad"])
    assert model.users.groupby("word").count() == {"glad": 2, "sad": 1}
    assert ids(model.users.sort("word", ascending=True)) == [1, 3, 2]
    assert model.users.agg("word", tuple) == ("glad", "sad", "glad")
    assert {type(word) for word in model.users.get("word")} == {str}
    assert model.users[2].pair.tolist() == [2, 2]
    assert model.users[2].thing == (1, "a")
    assert model.users.groupby("thing").count() == {(1, "a"): 2, None: 1}


def test_looking_stores_nothing(model):
    before = everything(model)
    for agent in model.agents:
        assert agent.unique_id
    model.users[3].is_rich, model.users[3].double, model.users[3].tastes, model.users[3].pos
    model.users.get(["is_rich", "double", "group"], handle_missing="default")
    model.users.agg("double", max)
    model.users.sort("double").groupby("is_rich").count()
    assert model.users[3] in model.agents
    assert len(model.agents_by_type) == 2
    assert everything(model) == before


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
    for model in models:
        model.step()
        model.release()
    watched = [weakref.ref(model) for model in models]
    del models, model
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
