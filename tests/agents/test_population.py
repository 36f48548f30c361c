"""What a model of columns adds to Mesa's own: people who are rows, and how a population is made."""

import copy
import gc
import pickle
import weakref

import numpy as np
import pytest

from agents.columns import Column, ColumnAgent, Lazy, PopulationModel
from tests.agents.small_market import (
    ColumnPerson,
    Shop,
    ShoppingMarket,
    wealth_of,
)
from tests.agents.twenty_people import ids, model, users

__all__ = ["model", "users"]  # fixtures


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
