"""People: one rule for a row or for all, counts that agree with the columns, reasons that sum to what happened."""

from dataclasses import fields, replace

import numpy as np
import pytest

from agents import luck
from agents.behaviour import decide
from agents.intents import Intents
from agents.luck import Stream
from agents.messages import Event, Term
from agents.reasons import Accounts
from agents.week import SLOPE
from tests.agents.market_for_tests import NATURE, PEOPLE, SmallMarket, offers


@pytest.fixture(scope="module")
def played() -> SmallMarket:
    return SmallMarket(agents=4000).play(30)


def fresh_week(model: SmallMarket, week: int) -> Intents:
    model.market.open(offers(), week)
    assert model.market.open_week is not None
    return model.market.intents(np.arange(len(model.users)))


def same(a: Intents, b: Intents) -> bool:
    return all(np.array_equal(getattr(a, f.name), getattr(b, f.name)) for f in fields(Intents))


def test_each_person_alone_means_what_all_mean_together() -> None:
    model = SmallMarket(agents=1500).play(12)
    together = fresh_week(model, 12)
    alone = [user.step() for user in model.users]
    found = [i for i in alone if i.size]
    assert [int(i.rows[0]) for i in found] == together.rows.tolist()
    assert all(np.array_equal(i.terms[0], t) for i, t in zip(found, together.terms, strict=True))
    assert [int(i.target[0]) for i in found] == together.target.tolist()


def test_the_order_of_rows_changes_nothing() -> None:
    model = SmallMarket(agents=1500).play(12)
    together = fresh_week(model, 12)
    assert model.market.open_week is not None
    order = np.argsort(luck.draws(1, 1, 1, np.arange(1500)), kind="stable")
    assert same(decide(model.market.open_week, model.market.people, order), together)


def test_only_candidates_would_act() -> None:
    model = SmallMarket(agents=3000).play(20)
    everybody = fresh_week(model, 20)
    assert model.market.open_week is not None
    candidates = model.market.candidates(model.market.open_week)
    assert np.isin(everybody.rows, candidates).all()
    assert candidates.size < 0.25 * 3000


def test_meaning_changes_nobody() -> None:
    model = SmallMarket(agents=1500).play(12)
    before = {name: a.copy() for name, a in model.columns.arrays.items()}
    fresh_week(model, 12)
    assert all(np.array_equal(before[name], a) for name, a in model.columns.arrays.items())


def test_counts_kept_by_moves_equal_counts_from_the_columns(played: SmallMarket) -> None:
    market = played.market
    kept = market.counts.copy(), market.loyals.copy(), market.consents.copy(), market.is_casual.copy()
    market._count()
    again = market.counts, market.loyals, market.consents, market.is_casual
    assert all(np.array_equal(a, b) for a, b in zip(kept, again, strict=True))


def test_people_are_conserved() -> None:
    model = SmallMarket(agents=4000)
    before = model.market.people_by_firm().sum(axis=1)
    choices = model.market.choose(offers(), 0)
    gained = choices.flows.sum(axis=0)[:2] - choices.flows.sum(axis=1)[:2]
    assert choices.people.sum(axis=1) == pytest.approx(before + gained)
    assert (choices.people.sum(axis=0) <= np.array(PEOPLE)).all()
    assert (choices.loyal <= choices.people).all()


def test_agents_stand_for_all_the_people_of_their_segment(played: SmallMarket) -> None:
    sizes = np.bincount(played.users.column("segment"))
    assert played.market.weight * sizes == pytest.approx(np.array(PEOPLE))


def test_the_same_seed_gives_the_same_life_and_another_a_different_one() -> None:
    one, again, other = (SmallMarket(agents=1000, seed=s).play(15) for s in (3, 3, 4))
    assert np.array_equal(one.users.column("service"), again.users.column("service"))
    assert not np.array_equal(one.users.column("service"), other.users.column("service"))


def decided(log: list[Accounts], event: Event) -> np.ndarray:
    return np.concatenate([a.terms[a.event == event].sum(axis=1) for a in log])


def test_reasons_and_luck_decide_as_recorded(played: SmallMarket) -> None:
    log = played.market.reasons.weeks
    stayed, left = decided(log, Event.TRIED_AND_STAYED), decided(log, Event.LEFT_REVIEW)
    switched = decided(log, Event.SWITCHED)
    assert min(stayed.size, left.size, switched.size) > 5
    assert (stayed >= 0).all()
    assert (left < 0).all()
    assert (switched < 0).all()


def test_the_luck_of_every_review_can_be_drawn_again(played: SmallMarket) -> None:
    for a in played.market.reasons.weeks:
        rows = a.rows[a.event == Event.LEFT_REVIEW]
        draws = luck.draws(1, a.week, Stream.STAY, rows) & 0xFFFF
        again = np.rint(luck.logistic_table()[draws] / SLOPE).astype(np.int64)
        assert np.array_equal(again, a.terms[a.event == Event.LEFT_REVIEW][:, Term.LUCK])


def test_an_account_can_be_read_for_one_person(played: SmallMarket) -> None:
    person = int(played.market.reasons.weeks[-1].rows[0]) + 1
    account = played.market.reasons.of(person)[-1]
    assert account.person == person
    assert account.sum == sum(account.terms.values())


def test_the_disappointed_do_not_come_back_at_once(played: SmallMarket) -> None:
    left: dict[tuple[int, int], int] = {}
    returns = []
    for a in played.market.reasons.weeks:
        for row, event, firm in zip(a.rows.tolist(), a.event.tolist(), a.subject.tolist(), strict=True):
            tried = event in (Event.TRIED_AND_STAYED, Event.TRIED_AND_LEFT)
            if tried and (row, firm) in left:
                returns.append(a.week - left[row, firm])
            if event in (Event.TRIED_AND_LEFT, Event.LEFT_REVIEW, Event.LEFT_OWN_REASONS):
                left[row, firm] = a.week
    assert returns
    assert min(returns) >= 2


def test_better_quality_draws_more_and_loses_fewer(played: SmallMarket) -> None:
    market = played.market
    plain, better = offers(), offers(quality=offers().quality + 0.1, lab_quality=offers().lab_quality + 0.1)
    joins, leaves = market.pressure(plain, 0)
    more, fewer = market.pressure(better, 0)
    assert more > joins
    assert fewer < leaves


def test_asking_how_strong_an_offer_is_changes_nothing(played: SmallMarket) -> None:
    before = {k: v.copy() for k, v in played.market.tables().items()}
    played.market.pressure(offers(), 0)
    assert all(np.array_equal(before[k], v) for k, v in played.market.tables().items())


def test_expected_joins_agree_with_what_happens() -> None:
    model = SmallMarket(agents=20_000, weeks=80).play(40)
    expected, _ = model.market.pressure(offers(), 0)
    stayed = [model.market.choose(offers(), week).events[Event.TRIED_AND_STAYED, 0] for week in range(40, 48)]
    assert np.mean(stayed) == pytest.approx(expected, rel=0.15)


def test_more_trust_means_more_people_who_give_data(played: SmallMarket) -> None:
    low, high = (
        played.market.contributors(np.full((2, 4), t), np.array([0.3, 0.3])).sum() for t in (0.3, 0.9)
    )
    users = played.market.people_by_firm().sum()
    assert 0 < low < high < users
    assert high / users == pytest.approx(0.9 * (0.4 + 0.6 * 0.3), abs=0.03)


def test_a_scandal_drives_out_the_share_it_should() -> None:
    model = SmallMarket(agents=20_000, taste_sd=0.0)
    before = model.market.people_by_firm()[1].sum()
    hit = offers(scandal=np.array([False, True]), press=np.array([0.0, 1.2]))
    choices = model.market.choose(hit, 0)
    lost = choices.events[Event.LEFT_SCANDAL, 1] / before
    assert lost == pytest.approx(0.15 * 0.98, abs=0.03)  # mean privacy weight of the segments is 0.98


def test_a_closed_service_has_no_users() -> None:
    model = SmallMarket(agents=2000)
    choices = model.market.choose(offers(is_open=np.array([True, False])), 0)
    assert choices.people[1].sum() == 0
    assert choices.events[Event.LEFT_CLOSED, 1] > 0


def test_people_who_know_nobody_but_the_incumbent_cannot_look_up_the_player() -> None:
    model = SmallMarket(agents=4000, aw_p=0.0, aw_q=0.0, aw_mkt=0.0, wom=0.0)
    choices = model.market.choose(offers(marketing_won=np.zeros(2, np.int64)), 0)
    assert choices.trials[0] == 0
    assert choices.trials[1] > 0


def test_recall_and_own_awareness_draw_alike_at_the_start() -> None:
    trials = [
        SmallMarket(agents=40_000, recalls=r).market.choose(offers(), 0).trials[1] for r in (False, True)
    ]
    assert trials[0] == pytest.approx(trials[1], rel=0.2)


def test_tastes_spread_around_the_segments_mean() -> None:
    taste = SmallMarket(agents=8000).users.column("taste") / 256
    assert taste[:, 0].mean() == pytest.approx(NATURE.b_q, abs=0.03)
    assert taste[:, 0].std() == pytest.approx(0.5, abs=0.02)
    assert (taste >= 0).all()


def test_without_spread_people_of_a_segment_are_alike() -> None:
    model = SmallMarket(agents=800, taste_sd=0.0)
    segment, taste = model.users.column("segment"), model.users.column("taste")
    assert all(np.unique(taste[segment == s], axis=0).shape[0] == 1 for s in range(4))


def test_press_is_remembered_and_fades() -> None:
    model = SmallMarket(agents=500)
    model.market.choose(offers(press=np.array([1.2, 0.0])), 0)
    said = []
    for week in range(1, 6):
        model.market.choose(offers(), week)
        assert model.market.fame_fixed is not None
        said.append(model.market.fame_fixed[0, 0, Term.PRIVACY])
    assert said[0] == pytest.approx(-1.2 * 0.75)
    assert said == sorted(said)


def test_an_offer_nobody_can_use_is_not_chosen() -> None:
    model = SmallMarket(agents=2000).play(10, is_open=np.array([False, True]))
    assert (model.users.column("service") != 0).all()


def test_offers_are_not_touched_by_the_week() -> None:
    given = offers()
    copy = replace(given)
    SmallMarket(agents=500).market.choose(given, 0)
    assert all(np.array_equal(getattr(given, f.name), getattr(copy, f.name)) for f in fields(given))
