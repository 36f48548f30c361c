"""The same assertions on a Mesa AgentSet of fifty objects, on fifty rows, and on thirty rows with twenty objects."""

import random

import mesa
import numpy as np
import pytest
from mesa.agent import AgentSet

from tests.agents.fifty_people import IDS, SEED, WEALTHS, agents, having, ids, model
from tests.agents.small_market import PEOPLE, ObjectMarket, mood_of, wealth_of

__all__ = ["agents", "model"]  # fixtures


# ---- what it is


def test_it_is_an_agent_set_of_agents(agents):
    assert isinstance(agents, AgentSet)
    assert all(isinstance(agent, mesa.Agent) for agent in agents)


def test_everybody_is_in_it_once_in_order(agents):
    assert len(agents) == PEOPLE
    assert ids(agents) == IDS


def test_it_shuffles_with_the_luck_of_the_model(agents, model):
    assert agents.random is model.random


def test_an_agent_knows_its_model_its_luck_and_that_it_is_nowhere(agents, model):
    agent = list(agents)[10]
    assert (agent.model, agent.random, agent.rng) == (model, model.random, model.rng)
    assert agent.pos is None


def test_an_agent_can_be_put_somewhere(agents):
    list(agents)[10].pos = (1, 2)
    assert [agent.unique_id for agent in agents if agent.pos == (1, 2)] == [11]


def test_members_are_in_and_others_are_not(agents):
    stranger = next(iter(ObjectMarket(SEED).agents))
    assert all(agent in agents for agent in list(agents))
    assert stranger not in agents
    assert "somebody" not in agents


def test_an_agent_left_out_is_not_in(agents):
    few = having(agents, 3, 4, 40)
    assert [agent in few for agent in agents].count(True) == 3


def test_walking_backwards_is_the_reverse(agents):
    assert ids(reversed(list(agents))) == IDS[::-1]


# ---- select


def test_select_without_a_question_is_a_copy(agents):
    chosen = agents.select()
    assert chosen is not agents
    assert ids(chosen) == IDS


def test_select_keeps_those_who_pass(agents):
    rich = agents.select(lambda agent: agent.wealth > 5)
    assert ids(rich) == [i for i in IDS if wealth_of(i - 1) > 5]


@pytest.mark.parametrize(
    ("at_most", "count"),
    [(7, 7), (0, 0), (0.5, 25), (0.11, 5), (1.0, 50), (1, 1), (2.5, 3), (99, 50), (0.0, 0)],
)
def test_select_takes_at_most_so_many(agents, at_most, count):
    assert ids(agents.select(at_most=at_most)) == IDS[:count]


@pytest.mark.parametrize(("at_most", "count"), [(4, 4), (0.1, 5), (99, 25)])
def test_select_takes_at_most_so_many_of_those_who_pass(agents, at_most, count):
    assert ids(agents.select(lambda agent: agent.unique_id % 2 == 0, at_most=at_most)) == IDS[1::2][:count]


def test_select_asks_nobody_once_it_has_enough(agents):
    asked = []
    agents.select(lambda agent: asked.append(agent.unique_id) or True, at_most=3)
    assert asked == [1, 2, 3]


def test_select_by_type(agents):
    assert ids(agents.select(agent_type=mesa.Agent)) == IDS
    assert len(agents.select(agent_type=type(next(iter(agents))))) in (30, 50)
    assert len(agents.select(agent_type=mesa.Model)) == 0


def test_select_in_place_changes_the_set(agents):
    assert agents.select(lambda agent: agent.unique_id > 45, inplace=True) is agents
    assert ids(agents) == [46, 47, 48, 49, 50]


def test_select_in_place_without_a_question_changes_nothing(agents):
    assert agents.select(inplace=True) is agents
    assert ids(agents) == IDS


# ---- order


def test_shuffle_gives_the_order_that_the_seed_gives_everywhere(agents):
    expected = list(IDS)
    random.Random(SEED).shuffle(expected)
    assert ids(agents.shuffle()) == expected
    assert ids(agents) == IDS


def test_shuffle_in_place_changes_the_order_of_the_set(agents):
    expected = list(IDS)
    random.Random(SEED).shuffle(expected)
    assert agents.shuffle(inplace=True) is agents
    assert ids(agents) == expected


def test_shuffling_twice_goes_on_with_the_luck(agents):
    expected, luck = list(IDS), random.Random(SEED)
    luck.shuffle(expected)
    luck.shuffle(expected)
    assert ids(agents.shuffle().shuffle()) == expected


def test_shuffle_do_meets_everybody_in_the_order_of_a_shuffle(agents):
    expected, met = list(IDS), []
    random.Random(SEED).shuffle(expected)
    assert agents.shuffle_do(lambda agent: met.append(agent.unique_id)) is agents
    assert met == expected
    assert ids(agents) == IDS


@pytest.mark.parametrize("key", ["wealth", "mood", "unique_id", "is_rich", "group"])
@pytest.mark.parametrize("ascending", [True, False])
def test_sort_by_an_attribute_keeps_the_order_of_equals(agents, key, ascending):
    shuffled = agents.shuffle()
    values = {agent.unique_id: getattr(agent, key, None) for agent in agents}
    expected = sorted(ids(shuffled), key=values.__getitem__, reverse=not ascending)
    assert ids(shuffled.sort(key, ascending=ascending)) == expected


def test_sort_is_descending_unless_told_otherwise(agents):
    assert ids(agents.sort("unique_id")) == IDS[::-1]


def test_sort_by_a_function(agents):
    assert ids(agents.sort(lambda agent: -agent.unique_id, ascending=True)) == IDS[::-1]


def test_sort_by_a_dotted_name(agents):
    assert ids(agents.sort("model.steps")) == IDS


def test_sort_in_place(agents):
    assert agents.sort("unique_id", inplace=True) is agents
    assert ids(agents) == IDS[::-1]


# ---- asking


def test_get_lists_an_attribute_in_the_order_of_the_set(agents):
    assert agents.get("wealth") == WEALTHS
    assert agents.sort("unique_id").get("wealth") == WEALTHS[::-1]


def test_get_gives_plain_numbers(agents):
    assert {type(value) for value in agents.get("wealth")} == {int}
    assert {type(value) for value in agents.get("mood")} == {float}
    assert {type(value) for value in agents.get("is_rich")} == {bool}


def test_get_several_attributes(agents):
    expected = [[wealth_of(i - 1), i, mood_of(i - 1)] for i in IDS]
    assert agents.get(["wealth", "unique_id", "mood"]) == expected
    assert agents.get([]) == [[]] * PEOPLE


def test_get_works_for_properties(agents):
    assert agents.get("group") == ["ABC"[(i - 1) % 3] for i in IDS]


def test_get_of_several_numbers_each(agents):
    assert [tastes.tolist() for tastes in agents.get("tastes")] == [[i - 1, 0, 1 - i] for i in IDS]


def test_get_of_something_unknown_is_an_error(agents):
    with pytest.raises(AttributeError, match="height"):
        agents.get("height")
    with pytest.raises(AttributeError, match="height"):
        agents.get(["wealth", "height"])


def test_get_of_something_unknown_can_have_a_default(agents):
    assert agents.get("height", handle_missing="default", default_value=9) == [9] * PEOPLE
    assert agents.get(["unique_id", "height"], handle_missing="default") == [[i, None] for i in IDS]


def test_get_refuses_an_unknown_way_to_miss(agents):
    with pytest.raises(ValueError, match="handle_missing"):
        agents.get("wealth", handle_missing="shrug")


def test_map_by_name_and_by_function(agents):
    assert agents.map("is_happy") == [mood_of(i - 1) > 1 for i in IDS]
    assert agents.map(lambda agent, more, times=1: agent.unique_id * times + more, 5, times=2) == [
        2 * i + 5 for i in IDS
    ]


@pytest.mark.parametrize("func", [sum, min, max, len, np.mean, np.sum, np.median, np.std, sorted, tuple])
@pytest.mark.parametrize("name", ["wealth", "mood", "is_rich", "unique_id"])
def test_agg_is_the_function_of_the_list(agents, func, name):
    answer, expected = agents.agg(name, func), func([getattr(agent, name) for agent in agents])
    assert answer == expected
    assert type(answer) is type(expected)


def test_agg_with_several_functions(agents):
    assert agents.agg("wealth", [min, max, sum]) == [min(WEALTHS), max(WEALTHS), sum(WEALTHS)]


def test_agg_of_nobody(agents):
    nobody = agents.select(at_most=0)
    assert nobody.agg("wealth", sum) == 0
    with pytest.raises(ValueError):  # noqa: PT011 Python's own words, different in each version
        nobody.agg("wealth", min)
