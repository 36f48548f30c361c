"""What moved it: each reason of a choice is tied to the decision without which it would have changed most."""

import numpy as np
import pytest

from agents.choosing import Choosing, Question, stay_or_go
from agents.messages import ModelKind, Term
from agents.week import Table
from game.study import why
from game.study.choices import Choice, Part, without
from game.study.deletions import Deletions, events_of, start_without, worth_asking
from game.study.moved import Moved, what_moved
from game.study.progress import answer
from game.study.recording import Recording
from game.study.whatif import what_if


@pytest.fixture(scope="module")
def deletions(recorded: Recording) -> Deletions:
    return Deletions(recorded)


def asked(deletions: Deletions, week: int) -> list[tuple[Choosing, Moved]]:
    """Return some choices of a week about the player's service, and what moved them."""
    recorded = deletions.recording
    found = [why.last_choice(recorded, person, week) for person in why.who_moved(recorded, week)]
    weighed = [
        c for c in found if c and c.service.firm == 0 and c.question in (Question.TRIAL, Question.REVIEW)
    ]
    assert weighed
    return [(choice, answer(what_moved(deletions, choice))) for choice in weighed[:1]]


def test_the_part_of_a_decision_is_what_the_reason_loses_without_it(deletions: Deletions) -> None:
    recorded, checked = deletions.recording, 0
    readings: dict[Choice, Table] = {}
    for choice, moved in asked(deletions, 24):
        row, people = np.array([choice.person - 1]), recorded.moment(choice.week + 1).people
        for term, mover in moved.by.items():
            if mover.choice.part is Part.EVENT:
                continue
            if mover.choice not in readings:
                other = what_if(recorded, [without(mover.choice)])
                assert other is not None
                readings[mover.choice] = other.changed.readings[choice.week].now
            reading = readings[mover.choice]
            service, rest = stay_or_go(reading, people, row, 0, choice.service.terms[Term.LUCK])
            assert choice.terms[term] - (service.terms[term] - rest.terms.get(term, 0)) == mover.amount
            assert (service.sum >= rest.sum) == ((choice.margin >= 0) != (mover.choice in moved.undoing))
            checked += 1
    assert checked > 3


def test_a_price_is_moved_by_the_decision_about_the_price(deletions: Deletions) -> None:
    for choice, moved in asked(deletions, 24):
        assert (moved.by[Term.PRICE].choice.week, moved.by[Term.PRICE].choice.key) == (22, "price_won")
        assert moved.by[Term.PRICE].amount < 0
        assert choice.terms[Term.PRICE] < 0


def test_an_event_can_move_a_reason_too(deletions: Deletions) -> None:
    for _, moved in asked(deletions, 15):
        assert moved.by[Term.PRIVACY].choice == Choice(14, Part.EVENT, "rumour")
        assert moved.by[Term.PRIVACY].amount < 0


def test_luck_and_the_outside_are_moved_by_nobody(deletions: Deletions) -> None:
    for _, moved in asked(deletions, 24):
        assert Term.LUCK not in moved.by
        assert Term.RIVAL not in moved.by


def test_choices_without_which_there_would_have_been_nothing_to_ask_about_are_named(
    deletions: Deletions,
) -> None:
    for _, moved in asked(deletions, 7):  # without rules a first model takes longer
        assert Choice(1, Part.LEVER, "model", ModelKind.DEEP, ModelKind.RULES) in moved.opening


def test_reasons_of_ones_own_are_moved_by_no_decision(deletions: Deletions) -> None:
    recorded = deletions.recording
    for week in range(8, 31):
        for person in why.who_moved(recorded, week):
            choice = recorded.choice(person, week)
            if choice is not None and choice.question is Question.OWN_REASONS:
                moved = answer(what_moved(deletions, choice))
                assert (moved.by, moved.undoing, moved.opening) == ({}, (), ())
                return
    raise AssertionError("nobody left for reasons of their own")


def test_a_card_that_was_never_drawn_changes_nothing_before_its_week(recorded: Recording) -> None:
    card = next(event for event in events_of(recorded) if event.key == "rumour")
    world, orders = start_without(recorded, card)
    assert world.fingerprint() != recorded.fingerprints[13]  # the deck knows
    assert orders == recorded.orders
    assert world.week == 13
    world.release()


def test_progress_counts_up_to_the_answer(deletions: Deletions) -> None:
    choice = why.last_choice(deletions.recording, why.who_moved(deletions.recording, 24)[0], 24)
    assert choice is not None
    steps = list(what_moved(deletions, choice))
    assert [step.done for step in steps] == list(range(1, len(steps) + 1))
    assert {step.of for step in steps} == {len(steps)}
    assert [step.answer is None for step in steps] == [True] * (len(steps) - 1) + [False]


def test_what_came_later_is_not_asked(recorded: Recording) -> None:
    chosen, _ = worth_asking(recorded, 12)
    assert max(choice.week for choice in chosen) == 12
    with pytest.raises(ValueError, match="cannot have moved"):
        Deletions(recorded).read(Choice(20, Part.LEVER, "price_won", 1, 2), 12)
