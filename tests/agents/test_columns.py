"""The same assertions on a Mesa AgentSet of fifty objects, on fifty rows, and on thirty rows with twenty objects."""

import copy
import pickle
import random

import mesa
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mesa.agent import AgentSet

from tests.agents.small_market import PEOPLE, ColumnMarket, ObjectMarket, mood_of, wealth_of

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


# ---- telling


def test_do_by_name_changes_everybody_and_returns_the_set(agents):
    assert agents.do("earn", 2, times=3) is agents
    assert agents.get("wealth") == [wealth + 6 for wealth in WEALTHS]


def test_do_by_function_meets_everybody_in_order(agents):
    met = []
    agents.do(lambda agent: met.append(agent.unique_id))
    assert met == IDS


def test_what_one_is_told_all_who_look_can_see(agents):
    list(agents)[7].wealth = 77
    assert list(agents)[7].wealth == 77
    assert agents.get("wealth")[7] == 77


def test_set_gives_everybody_the_same(agents):
    assert agents.set("wealth", 4) is agents
    assert agents.get("wealth") == [4] * PEOPLE


def test_set_on_a_part_leaves_the_rest(agents):
    having(agents, 2, 45).set("wealth", -1)
    assert [i for i in IDS if agents.get("wealth")[i - 1] == -1] == [2, 45]


# ---- groups


@pytest.mark.parametrize(
    "by", ["wealth", "service", "mood", "is_rich", "group", lambda agent: agent.unique_id % 4]
)
def test_groups_come_in_the_order_of_their_first_member(agents, by):
    key = by if callable(by) else lambda agent: getattr(agent, by)
    expected = {}
    for agent in agents.shuffle(inplace=True):
        expected.setdefault(key(agent), []).append(agent.unique_id)
    groups = agents.groupby(by)
    assert [(name, ids(group)) for name, group in groups] == list(expected.items())
    assert [type(name) for name, _ in groups] == [type(name) for name in expected]


def test_groups_are_agent_sets_that_stay_full(agents):
    groups = agents.groupby("service").groups
    assert all(isinstance(group, AgentSet) for group in groups.values())
    assert sorted(i for group in groups.values() for i in ids(group)) == IDS


def test_groups_may_be_lists(agents):
    groups = agents.groupby("service", result_type="list")
    assert all(isinstance(group, list) for _, group in groups)
    assert groups.count() == {-1: 17, 0: 17, 1: 16}
    assert groups.agg("wealth", max) == agents.groupby("service").agg("wealth", max)


def test_groups_count_and_aggregate(agents):
    groups = agents.groupby("service")
    assert len(groups) == 3
    assert groups.count() == {-1: 17, 0: 17, 1: 16}
    assert groups.agg("wealth", sum) == {k - 1: sum(WEALTHS[k::3]) for k in range(3)}


def test_groups_can_be_told_and_asked(agents):
    groups = agents.groupby("service")
    assert groups.do(lambda group: group.set("wealth", 1)) is groups
    assert agents.get("wealth") == [1] * PEOPLE
    assert groups.do("set", "wealth", 2).map("get", "wealth") == {-1: [2] * 17, 0: [2] * 17, 1: [2] * 16}
    assert groups.map(len) == groups.count()


# ---- sets


def test_add_discard_and_remove_change_a_set(agents):
    few, first = having(agents, 5, 6, 7), next(iter(agents))
    few.add(first)
    few.add(first)
    assert ids(few) == [5, 6, 7, 1]
    few.remove(first)
    few.discard(first)
    assert ids(few) == [5, 6, 7]
    with pytest.raises(KeyError):
        few.remove(first)


def test_pop_takes_the_first_and_clear_takes_all(agents):
    few = having(agents, 5, 6, 7)
    assert few.pop().unique_id == 5
    assert ids(few) == [6, 7]
    few.clear()
    assert len(few) == 0


def test_sets_join_cut_and_differ_in_pythons_order(agents):
    one, two = having(agents, 5, 6, 40), having(agents, 40, 6, 7).sort("unique_id")
    assert ids(one & two) == [40, 6]
    assert ids(one | two) == [5, 6, 40, 7]
    assert ids(one - two) == [5]
    assert ids(one ^ two) == [5, 7]


def test_sets_change_in_place(agents):
    one, two, same = having(agents, 5, 6, 40), having(agents, 7, 40), having(agents, 5, 6, 40)
    start = one
    one |= two
    assert ids(one) == [5, 6, 40, 7]
    one &= two
    assert sorted(ids(one)) == [7, 40]
    one ^= same
    assert sorted(ids(one)) == [5, 6, 7]
    one -= same
    assert ids(one) == [7]
    assert one is start


def test_sets_compare_by_members(agents):
    one, two = having(agents, 5, 6, 40), having(agents, 5, 40)
    assert one == one.sort("unique_id")
    assert one != two
    assert two < one
    assert two <= one
    assert one > two
    assert one >= two
    assert one <= one.sort("unique_id")
    assert not one < one.sort("unique_id")
    assert not one <= two
    assert not two >= one
    assert two.isdisjoint(having(agents, 6))
    assert not two.isdisjoint(one)


def test_sets_compare_with_pythons_own(agents):
    two = having(agents, 5, 40)
    members = set(two)
    assert two == members
    assert two <= members
    assert two >= members
    assert ids(two - {list(agents)[4]}) == [40]
    assert ids(two & members) in ([5, 40], [40, 5])


def test_a_set_has_no_hash(agents):
    with pytest.raises(TypeError):
        hash(agents)


# ---- copies


def test_a_copy_can_change_alone(agents):
    twin = copy.copy(agents)
    twin.discard(next(iter(agents)))
    assert (len(agents), len(twin)) == (50, 49)


@pytest.mark.parametrize("again", [lambda pair: pickle.loads(pickle.dumps(pair)), copy.deepcopy])
def test_a_pickled_set_is_a_world_of_its_own(agents, model, again):
    few = having(agents, 3, 2, 45).sort("unique_id")
    twin, world = again((few, model))  # Mesa's own set holds nobody once its world is forgotten
    assert ids(twin) == [45, 3, 2]
    assert {agent.model for agent in twin} == {world}
    assert world is not model
    twin.set("wealth", 99)
    assert few.get("wealth") == [wealth_of(44), wealth_of(2), wealth_of(1)]
    assert ids(twin.shuffle()) == ids(few.shuffle())


# ---- two of a kind


def test_an_agent_equals_itself_and_nobody_else(agents):
    once, again = list(agents), list(agents)
    assert once == again
    assert len({*once, *again}) == PEOPLE
    assert once[0] != once[1]


def test_nobody_equals_an_agent_of_another_model(agents, model):
    twin = copy.deepcopy(model)
    assert next(iter(agents)) != next(iter(twin.agents))


# ---- anything after anything

VERBS = st.sampled_from(
    [
        lambda agents: agents.shuffle(),
        lambda agents: agents.shuffle(inplace=True),
        lambda agents: agents.shuffle_do("step"),
        lambda agents: agents.do("earn", 1),
        lambda agents: agents.sort("wealth"),
        lambda agents: agents.sort("is_rich", ascending=True, inplace=True),
        lambda agents: agents.select(lambda agent: agent.wealth % 3 > 0),
        lambda agents: agents.select(at_most=0.8),
        lambda agents: agents | agents.select(at_most=3),
        lambda agents: agents & agents.sort("mood"),
        lambda agents: agents - agents.shuffle().select(at_most=2),
        lambda agents: max(agents.groupby("service").groups.values(), key=len, default=agents),
        lambda agents: agents.set("wealth", len(agents)),
        copy.copy,
    ]
)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(VERBS, min_size=1, max_size=12))
def test_any_chain_of_verbs_ends_alike_for_objects_and_rows(verbs):
    worlds = [ObjectMarket(SEED), ColumnMarket(SEED, 50, 0), ColumnMarket(SEED, 30, 20)]
    ends = [world.agents.select(at_most=40) for world in worlds]
    for verb in verbs:
        ends = [verb(end) for end in ends if len(end) > 3] or ends
    objects, *others = [
        (ids(end), end.get("wealth"), end.agg("mood", np.mean) if len(end) else 0) for end in ends
    ]
    assert others == [objects, objects]
    for world in worlds[1:]:
        world.release()
