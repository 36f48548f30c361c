"""Telling, grouping, joining and copying: the same for fifty objects, fifty rows, and thirty rows with twenty objects."""

import copy
import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mesa.agent import AgentSet

from tests.agents.fifty_people import IDS, SEED, WEALTHS, agents, having, ids, model
from tests.agents.small_market import PEOPLE, ColumnMarket, ObjectMarket, wealth_of

__all__ = ["agents", "model"]  # fixtures


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
