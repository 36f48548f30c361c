"""Several changes at once, cards left out or answered after all: the same world, and nothing else touched."""

from dataclasses import replace

import pytest

from game.study.changes import Change, changes_of, events_met, events_of, parted, put, unanswered
from game.study.choices import Choice, Edit, EditError, Part, choices_of
from game.study.deletions import start_without
from game.study.futures import play_on
from game.study.recording import Recording
from game.study.whatif import WhatIf, elsewhere, made_of, what_if
from game.world.level import Level
from tests.study import games

RUMOUR = Choice(14, Part.EVENT, "rumour")


def asked(recorded: Recording, *edits: Edit) -> WhatIf:
    found = what_if(recorded, edits)
    assert found is not None
    return found


def silent(weeks: int = 16) -> Recording:
    """The game of a player who never answers the gift."""
    level = games.eventful(weeks, 500)
    orders = [
        {key: value for key, value in order.items() if key != "answers"}
        for order in games.orders(level, weeks)
    ]
    return Recording.played(level, games.SEED, orders, weeks, takes_fingerprints=True)


def test_a_change_about_the_same_thing_takes_the_place_of_the_first() -> None:
    edits = put(put((), Edit(12, "price_won", 80)), Edit(4, "gift"))
    assert edits == (Edit(4, "gift"), Edit(12, "price_won", 80))
    assert put(edits, Edit(12, "price_won", 90)) == (Edit(4, "gift"), Edit(12, "price_won", 90))


def test_the_news_tell_every_card_that_was_drawn(recorded: Recording) -> None:
    world = recorded.at(recorded.weeks)
    drawn = [(week + 1, card) for card, week in world.deck.drawn.items()]
    world.release()
    assert (
        [(event.week, event.key) for event in events_of(recorded)] == drawn == [(3, "gift"), (14, "rumour")]
    )
    assert events_met(recorded.reports[:13]) == events_of(recorded)[:1]


def test_each_change_is_told_with_what_it_was_and_what_it_becomes(recorded: Recording) -> None:
    edits = (Edit(4, "gift", "leave"), Edit(12, "price_won"), Edit(14, "rumour"), Edit(22, "price_won", 80))
    found = changes_of(recorded.level, recorded.orders, edits)
    assert found == (
        Change(edits[0], Part.ANSWER, "take", "leave"),
        Change(edits[1], Part.LEVER, 150, 300),
        Change(edits[2], Part.EVENT, None, None),
        Change(edits[3], Part.LEVER, 600, 80),
    )
    assert [change.is_left_out for change in found] == [False, True, True, False]


def test_what_is_left_out_stands_as_the_other_changes_leave_it(recorded: Recording) -> None:
    found = changes_of(recorded.level, recorded.orders, (Edit(12, "price_won", 80), Edit(22, "price_won")))
    assert (found[1].before, found[1].after) == (600, 80)


def test_several_changes_are_all_made_and_nothing_else(recorded: Recording) -> None:
    both = asked(recorded, Edit(12, "price_won", 80), Edit(18, "content_won"))
    decisions = both.changed.decisions
    assert both.week == 12
    assert both.changed.fingerprints[:12] == recorded.fingerprints[:12]
    assert {d.price_won for d in decisions[11:21]} == {80}
    assert {d.content_won for d in decisions[17:]} == {games.FIRST.content_won}
    assert {d.marketing_won for d in decisions[17:]} == {20_000_000}
    assert [(c.edit.week, c.before, c.after) for c in made_of(both)] == [
        (12, 150, 80),
        (18, 4_000_000, 2_000_000),
    ]


def test_two_changes_are_one_change_after_the_other(recorded: Recording) -> None:
    one, other = Edit(12, "price_won", 80), Edit(20, "experts", 2)
    at_once = asked(recorded, one, other)
    stepwise = asked(asked(recorded, one).changed, other)
    assert at_once.changed.fingerprints == stepwise.changed.fingerprints


def without_rumour() -> Level:
    """The same level, where the rumour's time never comes."""
    level = games.eventful()
    gift, rumour = level.events
    return replace(level, events=(gift, replace(rumour, when=games.in_week(-1))))


def test_a_card_left_out_is_a_world_in_which_its_time_never_comes(recorded: Recording) -> None:
    found = asked(recorded, Edit(14, "rumour"))
    never = Recording.played(without_rumour(), games.SEED, recorded.orders)
    assert found.changed.reports == never.reports
    assert found.changed.reports[:13] == recorded.reports[:13]
    assert found.changed.reports[13] != recorded.reports[13]


def test_a_card_left_out_stays_out_whatever_week_is_visited(recorded: Recording) -> None:
    changed = asked(recorded, Edit(14, "rumour")).changed
    for week in (13, 14, 15, 17, 24, 30):
        world = changed.at(week)
        assert world.fingerprint() == changed.fingerprints[week]
        world.release()
    assert changed.at(12).fingerprint() == recorded.fingerprints[12]


def test_a_card_left_out_goes_as_the_turning_points_say(recorded: Recording) -> None:
    world, orders = start_without(recorded, RUMOUR)
    for _ in play_on(world, orders):
        pass
    assert asked(recorded, Edit(14, "rumour")).changed.reports[-1] == world.reports[-1]
    world.release()


def test_the_answer_to_a_card_that_never_came_is_skipped_and_told(recorded: Recording) -> None:
    found = asked(recorded, Edit(3, "gift"))
    assert (found.skipped[0].week, found.skipped[0].key, found.skipped[0].refusal.code) == (
        4,
        "gift",
        "unknown-answer",
    )
    with pytest.raises(EditError) as wrong:
        asked(recorded, Edit(3, "gift"), Edit(4, "gift", "leave"))
    assert wrong.value.code == "key"


def test_a_card_nobody_answered_can_be_answered_as_long_as_it_waited() -> None:
    recorded = silent()
    event = events_of(recorded)[0]
    choices = choices_of(recorded.level.start.decision, recorded.orders)
    card = unanswered(recorded.level, event, choices, recorded.weeks)
    assert card is not None
    assert [choice.id for choice in card.choices] == ["leave", "take"]
    found = asked(recorded, Edit(event.week + 1, "gift", "take"))
    assert found.changed.reports[3].cash_won > recorded.reports[3].cash_won + 2_900_000_000
    assert made_of(found) == (Change(Edit(4, "gift", "take"), Part.ANSWER, None, "take"),)
    with pytest.raises(EditError) as wrong:
        asked(recorded, Edit(8, "gift", "take"))  # after four weeks life has answered it
    assert wrong.value.code == "key"


def test_a_card_is_unanswered_only_if_it_asked_something_in_a_week_played(recorded: Recording) -> None:
    level, choices = recorded.level, choices_of(recorded.level.start.decision, recorded.orders)
    gift, rumour = events_of(recorded)
    assert unanswered(level, gift, choices, 30) is None
    assert unanswered(level, rumour, choices, 30) is None
    assert unanswered(level, gift, (), 3) is None
    assert unanswered(level, gift, (), 4) is not None


def test_a_card_is_left_out_in_the_week_it_came_and_that_is_said_otherwise(recorded: Recording) -> None:
    with pytest.raises(EditError) as wrong:
        parted(recorded, [Edit(9, "rumour")])
    assert (wrong.value.code, wrong.value.values["drawn"]) == ("drawn", 14)
    assert parted(recorded, [Edit(14, "rumour"), Edit(4, "gift")])[1] == ("rumour",)


def test_elsewhere_a_card_is_left_out_of_the_changed_world_alone(recorded: Recording) -> None:
    last = list(elsewhere(recorded, [Edit(14, "rumour")], worlds=2))[-1].answer
    assert last is not None
    assert all(one.users[0] != one.users[1] for one in last)
