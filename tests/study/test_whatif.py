"""What if: one thing decided otherwise, and nothing else touched."""

from dataclasses import replace

import numpy as np
import pytest

from agents import luck
from agents.intents import Via
from agents.luck import Stream
from game.play.playthrough import Playthrough
from game.study import whatif
from game.study.choices import Edit, EditError, choices_of
from game.study.moment import Moment
from game.study.recording import Recording
from game.study.whatif import Fate, WhatIf, what_if
from tests.study import games


def asked(recorded: Recording, *edits: Edit) -> WhatIf:
    found = what_if(recorded, edits)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def cheaper(recorded: Recording) -> WhatIf:
    """The price stays at 300 won in week 12."""
    return asked(recorded, Edit(12, "price_won"))


def test_a_change_that_changes_nothing_gives_the_same_future_to_the_last_bit(recorded: Recording) -> None:
    for choice in choices_of(recorded.level.start.decision, recorded.orders):
        written = recorded.orders[choice.week - 1].get(choice.key, choice.after)
        same = asked(recorded, Edit(choice.week, choice.key, written))
        assert same.changed.fingerprints == recorded.fingerprints
        assert same.changed.ending == recorded.ending
        assert same.crowd(recorded.weeks).people[Fate.SAME] == pytest.approx(recorded.level.people)


def test_the_weeks_before_a_change_are_the_same_and_the_week_of_it_is_not(
    recorded: Recording, cheaper: WhatIf
) -> None:
    assert cheaper.changed.fingerprints[:12] == recorded.fingerprints[:12]
    assert cheaper.changed.reports[:11] == recorded.reports[:11]
    assert cheaper.changed.fingerprints[12] != recorded.fingerprints[12]
    assert cheaper.week == 12


def test_both_futures_can_be_visited_in_any_week(cheaper: WhatIf) -> None:
    for week in (11, 12, 17, 30):
        world = cheaper.changed.at(week)
        assert world.fingerprint() == cheaper.changed.fingerprints[week]
        assert np.array_equal(world.market.people.service, cheaper.changed.service(week))
        world.release()


def met(moment: Moment) -> np.ndarray:
    """Return the row of whom everybody would meet this week."""
    week, people = moment.opened, moment.people
    rows = np.arange(people.service.size)
    slot = ((week.draws(Stream.MEET, rows).astype(np.int64) * week.network.k) >> 32).astype(np.intp)
    return week.network.acquaintance(rows, people.segment, slot)


def own_state(moment: Moment) -> np.ndarray:
    """Return all that a person is, one row of numbers a person."""
    people = moment.people
    columns = [getattr(people, name) for name in people.__slots__]
    return np.column_stack([c.reshape(c.shape[0], -1).astype(np.int64) for c in columns])


def differing_firms(one: Moment, other: Moment) -> np.ndarray:
    """Return whether each firm is offered, spoken of or known otherwise, (F, S)."""
    a, b = one.opened, other.opened
    shape = (a.is_open.size, one.opened.now.segments, -1)
    found = np.zeros(shape[:2], bool)
    for x, y in ((a.now, b.now), (a.fame, b.fame)):
        found |= (x.weighted != y.weighted).reshape(shape).any(axis=2)
        found |= (x.fixed != y.fixed).reshape(shape).any(axis=2)
    found |= a.awareness[a.week] != b.awareness[b.week]
    return found | (a.is_open != b.is_open)[:, None]


def test_whoever_was_offered_the_same_and_met_nobody_changed_stays_the_same(
    recorded: Recording, cheaper: WhatIf
) -> None:
    turned = 0
    for week in range(12, 31):
        one, other = recorded.moment(week), cheaper.changed.moment(week)
        before = (own_state(one) != own_state(other)).any(axis=1)
        after = np.zeros_like(before)
        for name in ("event", "target", "known", "until", "loyal"):
            values = [np.full(before.size, -2, np.int64) for _ in range(2)]
            for value, moment in zip(values, (one, other), strict=True):
                value[moment.intents.rows] = getattr(moment.intents, name)
            after |= values[0] != values[1]
        differs, friend = differing_firms(one, other), met(one)
        for row in np.flatnonzero(after & ~before):
            turned += 1
            choices = [c for c in (recorded.choice(int(row) + 1, week),
                                   cheaper.changed.choice(int(row) + 1, week)) if c]  # fmt: skip
            firms = {f for c in choices for f in (c.service.firm, c.other.firm, c.source, c.target)} - {-1}
            segment = one.people.segment[row]
            assert (
                any(differs[f, segment] for f in firms)
                or before[friend[row]]
                or any(c.via is Via.ADVERTISEMENT for c in choices)
            )
    assert turned > 10


def test_in_the_first_week_only_those_who_deal_with_the_player_turn(recorded: Recording) -> None:
    dear = asked(recorded, Edit(14, "price_won", 3_000))
    rows = np.flatnonzero(recorded.service(14) != dear.changed.service(14))
    rivals_before = recorded.service(13)[rows] > 0
    assert rows.size > 0
    assert not rivals_before.any()
    burned = recorded.moment(14).people.burned[:, 0]
    for row in rows:  # whoever had the service in mind, or picked it and was tired of it
        choice = recorded.choice(int(row) + 1, 14)
        assert burned[row] > 13 if choice is None else choice.service.firm == 0


def test_the_crowd_counts_everybody_once(cheaper: WhatIf, recorded: Recording) -> None:
    crowd = cheaper.crowd(30)
    assert sum(crowd.people) == pytest.approx(recorded.level.people)
    gained = crowd.people[Fate.GAINED] - crowd.people[Fate.LOST]
    assert gained == pytest.approx(cheaper.changed.reports[-1].users - recorded.reports[-1].users)


def test_those_who_behaved_otherwise_are_shown_with_both_choices(cheaper: WhatIf) -> None:
    found = cheaper.otherwise(30, most=4)
    assert len(found) == 4
    assert [o.week for o in found] == sorted(o.week for o in found)
    for one in found:
        assert one.actual != one.changed
        before = (cheaper.actual.service(one.week - 1)[one.person - 1],
                  cheaper.changed.service(one.week - 1)[one.person - 1])  # fmt: skip
        after = (cheaper.actual.service(one.week)[one.person - 1],
                 cheaper.changed.service(one.week)[one.person - 1])  # fmt: skip
        assert before[0] == before[1]
        assert after[0] != after[1]


def test_money_and_reasons_differ_by_what_the_reports_say(cheaper: WhatIf, recorded: Recording) -> None:
    gap = cheaper.changed.reports[-1].cash_won - recorded.reports[-1].cash_won
    assert sum(cheaper.money().values()) == gap
    assert any(people for people in cheaper.left_by().values())


def test_later_decisions_that_became_impossible_are_skipped_and_listed(recorded: Recording) -> None:
    poor = asked(recorded, Edit(4, "gift", "leave"))
    assert [(s.week, s.key, s.refusal.code) for s in poor.skipped] == [(6, "engineers", "cash")]
    assert poor.changed.at(7).companies[0].decision.engineers == 3
    silent = asked(recorded, Edit(1, "model", "rules"), Edit(4, "gift"))
    assert [(s.week, s.key) for s in silent.skipped] == [(6, "engineers")]


def test_an_answer_to_what_was_never_asked_is_skipped() -> None:
    level = games.eventful(weeks=12, agents=500)
    asker = replace(level.events[0], id="second", when=games.in_week(7))
    level = replace(level, events=(*level.events, asker))
    orders = list(games.orders(level, 12))
    orders[7] = {"answers": [["second", "take"]]}
    recorded = Recording.played(level, 1, orders, 12)
    assert not recorded.skipped
    world = recorded.at(0)
    world.deck.drawn["second"] = 0
    made = Recording(level, 1)
    made.follow(world, orders)
    assert [(s.week, s.key, s.refusal.code) for s in made.skipped] == [(8, "second", "unknown-answer")]


@pytest.mark.parametrize(
    ("edit", "code", "refusal"),
    [
        (Edit(5, "marketing_won", 10**10), "refused", "cash"),
        (Edit(5, "engineers", 501), "refused", "range"),
        (Edit(4, "gift", "burn"), "refused", "unknown-choice"),
        (Edit(9, "gift", "take"), "key", "unknown-answer"),
        (Edit(9, "zebra", "take"), "key", "unknown-answer"),
    ],
)
def test_a_change_the_world_would_have_refused_is_refused(
    recorded: Recording, edit: Edit, code: str, refusal: str
) -> None:
    with pytest.raises(EditError) as wrong:
        what_if(recorded, [edit])
    assert wrong.value.code == code
    assert wrong.value.refusal is not None
    assert wrong.value.refusal.code == refusal


def test_a_game_that_was_lost_goes_on_where_it_would_not_have_been() -> None:
    level = games.eventful(weeks=40, agents=500)
    recorded = Recording.played(level, 1, games.orders(level, 30))
    saved = asked(recorded, Edit(6, "engineers"))
    assert recorded.ending.cause == "out-of-cash"
    assert saved.changed.weeks > recorded.weeks
    assert saved.last_common_week == recorded.weeks


def test_nobody_who_lost_interest_is_kept_waiting(recorded: Recording) -> None:
    answers = iter([False, False, True])
    assert what_if(recorded, [Edit(2, "experts", 1)], lambda: next(answers)) is None


def test_asking_leaves_the_game_as_it_is(played: Playthrough) -> None:
    before = played.model.fingerprint()
    recorded = Recording.of(played)
    found = asked(recorded, Edit(12, "price_won", 100))
    found.crowd(20)
    found.otherwise(25)
    assert played.model.fingerprint() == before
    assert recorded.at(recorded.weeks).fingerprint() == before


def test_elsewhere_tries_both_futures_in_worlds_with_the_same_other_luck(recorded: Recording) -> None:
    same = list(whatif.elsewhere(recorded, [Edit(12, "price_won", 150)], worlds=2))
    assert [step.done for step in same] == [1, 2]
    assert same[-1].answer is not None
    assert all(e.users[0] == e.users[1] and e.cash_won[0] == e.cash_won[1] for e in same[-1].answer)
    other = list(whatif.elsewhere(recorded, [Edit(12, "price_won", 5_000)], worlds=2))[-1].answer
    assert other is not None
    assert recorded.seed not in {e.seed for e in other}
    assert any(e.users[0] != e.users[1] for e in other)


def test_luck_belongs_to_people_and_weeks_and_not_to_worlds(cheaper: WhatIf) -> None:
    one, other = cheaper.actual.moment(20).opened, cheaper.changed.moment(20).opened
    rows = np.arange(4000)
    assert np.array_equal(one.draws(Stream.STAY, rows), other.draws(Stream.STAY, rows))
    assert np.array_equal(one.draws(Stream.STAY, rows), luck.draws(games.SEED, 19, Stream.STAY, rows))
