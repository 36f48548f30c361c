"""Sets of rows, rows and objects in one set, and attributes worked out for one and for all."""

import gc
import weakref

import numpy as np
import pytest
from mesa.agent import AgentSet

from agents.columns import Column, ColumnAgent, ColumnSet, Lazy, PopulationModel
from tests.agents.small_market import (
    ColumnPerson,
    Shop,
    ShoppingMarket,
    wealth_of,
)
from tests.agents.twenty_people import everything, ids, model, users

__all__ = ["model", "users"]  # fixtures


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
