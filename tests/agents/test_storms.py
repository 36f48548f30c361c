"""Review storms: a bad story runs along acquaintances and nowhere else, weighs exactly what it should, and ends."""

from dataclasses import replace

import numpy as np
import pytest

from agents import luck
from agents.behaviour import decide
from agents.messages import Event, Term
from agents.storms import LONG_AGO, NOBODY, storm_of
from agents.week import total
from tests.agents.market_for_tests import NATURE, SmallMarket, offers

DREAD = {"dread": 1.2, "retell": 1.0, "wom": 0.2}
QUIET = offers(marketing_won=np.zeros(2, np.int64))
SCANDAL = replace(QUIET, scandal=np.array([False, True]), press=np.array([0.0, 1.2]))


def after_a_scandal(agents: int = 4000, weeks: int = 1, **changes: float) -> SmallMarket:
    """A market in which the incumbent had a scandal in week 0, so many weeks ago."""
    model = SmallMarket(agents=agents, **{**DREAD, **changes})
    model.market.choose(SCANDAL, 0)
    for week in range(1, weeks):
        model.market.choose(QUIET, week)
    return model


def carriers(model: SmallMarket) -> set[int]:
    return set(np.flatnonzero(model.users.column("story") != NOBODY).tolist())


def test_nobody_carries_a_story_before_there_is_one() -> None:
    model = SmallMarket(agents=2000, **DREAD).play(20)
    assert not carriers(model)
    assert model.market.open_week is not None
    assert model.market.open_week.storm is None


def test_at_first_exactly_those_driven_out_carry_the_story() -> None:
    model = after_a_scandal()
    log = model.market.reasons.weeks[-1]
    assert carriers(model) == set(log.rows[log.event == Event.LEFT_SCANDAL].tolist())
    assert set(model.users.column("broke")[list(carriers(model))].tolist()) == {0}


def test_a_story_is_only_heard_from_an_acquaintance_who_carried_it() -> None:
    model = after_a_scandal()
    network, segment = model.market.network, model.users.column("segment")
    heard = 0
    for week in range(1, 20):
        before = carriers(model)
        model.market.choose(QUIET, week)
        for row in carriers(model) - before:
            rows = np.full(network.k, row)
            friends = network.acquaintance(rows, segment[rows], np.arange(network.k))
            assert before & set(friends.tolist())
            heard += 1
    assert heard > 50


def test_who_told_stands_in_the_account_with_what_the_story_took() -> None:
    model = after_a_scandal(weeks=4)
    before = carriers(model)
    model.market.choose(QUIET, 4)
    log = model.market.reasons.weeks[-1]
    told = log.event == Event.HEARD
    assert told.sum() > 5
    assert set(log.friend[told].tolist()) <= before
    week_4 = storm_of(model.market.nature, 4, 0)
    assert week_4 is not None
    assert set(log.terms[told][:, Term.PRIVACY].tolist()) == {-int(week_4.weights[4])}


def test_a_story_takes_a_whole_number_from_the_privacy_reason_of_that_firm_alone() -> None:
    model = after_a_scandal(weeks=6)
    market = model.market
    market.open(QUIET, 6)
    assert market.open_week is not None
    rows = np.array(sorted(carriers(model)))
    plain = replace(market.open_week.now, storm=None)
    for firm, least in ((0, 0), (1, 1)):
        about = np.full(rows.shape, firm)
        with_it, without = (t.terms(market.people, rows, about) for t in (market.open_week.now, plain))
        short = without - with_it
        assert (np.delete(short, Term.PRIVACY, axis=1) == 0).all()
        assert ((short[:, Term.PRIVACY] >= least) & (short[:, Term.PRIVACY] <= firm * 1.2 * luck.UTIL)).all()
        value = market.open_week.now.value(market.people, rows, about)
        assert np.array_equal(value, total(with_it))


def test_a_story_weighs_at_most_the_shock_of_the_press_halves_in_time_and_is_forgotten() -> None:
    nature = replace(NATURE, dread=1.2, retell=0.8, dread_half=26.0)
    found = [storm_of(nature, week, 0) for week in range(200)]
    weights = [int(s.weights[min(s.week, s.weights.size - 1)]) if s else 0 for s in found]
    assert weights[0] == round(1.2 * luck.UTIL)
    assert weights[26] == pytest.approx(weights[0] / 2, abs=1)
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] == 0
    assert found[-1] is None


def test_every_storm_ends() -> None:
    model = after_a_scandal(agents=1500, weeks=40, dread_half=4.0)
    assert model.market.choose(QUIET, 40).stories.tolist() == [0.0, 0.0]
    assert model.market.open_week is not None
    assert model.market.open_week.storm is None


def test_in_a_storm_each_person_alone_means_what_all_mean_together_in_any_order() -> None:
    model = after_a_scandal(agents=1500, weeks=5)
    model.market.open(QUIET, 5)
    together = model.market.intents(np.arange(1500))
    assert (together.event == Event.HEARD).sum() > 2
    alone = [i for user in model.users if (i := user.step()).size]
    assert [int(i.rows[0]) for i in alone] == together.rows.tolist()
    assert [(int(i.story[0]), int(i.broke[0])) for i in alone] == list(
        zip(together.story.tolist(), together.broke.tolist(), strict=True)
    )
    assert model.market.open_week is not None
    order = np.argsort(luck.draws(1, 1, 1, np.arange(1500)), kind="stable")
    again = decide(model.market.open_week, model.market.people, order)
    assert np.array_equal(again.story, together.story)
    assert np.array_equal(again.terms, together.terms)


def test_the_newer_story_is_the_one_remembered() -> None:
    model = after_a_scandal(weeks=8)
    both = replace(SCANDAL, scandal=np.array([True, True]))
    model.market.choose(both, 8)
    for week in range(9, 30):
        before = model.users.column("broke").copy()
        model.market.choose(QUIET, week)
        assert (model.users.column("broke") >= before).all()


def test_fewer_come_to_a_firm_of_which_a_story_is_told() -> None:
    told, silent = (after_a_scandal(agents=12_000, weeks=40, dread=d) for d in (2.4, 0.0))
    joined = [
        sum(
            int(((a.event == Event.TRIED_AND_STAYED) & (a.subject == 1)).sum())
            for a in m.market.reasons.weeks
        )
        for m in (told, silent)
    ]
    assert joined[0] < 0.97 * joined[1]


def test_a_world_without_stories_marks_nobody() -> None:
    model = after_a_scandal(weeks=10, dread=0.0)
    assert not carriers(model)
    assert (model.users.column("broke") == LONG_AGO).all()


def test_a_person_takes_no_more_than_64_bytes() -> None:
    model = SmallMarket(agents=1000)
    assert sum(a.nbytes for a in model.columns.arrays.values()) <= 64 * 1000
