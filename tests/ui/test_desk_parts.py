"""The draft, the clock and the thread behind the desk."""

import threading
from dataclasses import replace

import pytest

from agents.messages import Decision
from game.play.playthrough import Playthrough
from game.ui.scenes.desk_clock import SECONDS_A_WEEK, STEP, Clock, calls
from game.ui.scenes.desk_draft import Draft
from game.ui.session import Declined, Foreseen, Played, Session, Told
from game.world.report import NewsItem
from tests.levels_for_tests import tiny
from tests.ui.desks import LEAK


def test_steps_are_taken_back_one_by_one():
    draft = Draft(Decision())
    draft.set("engineers", 5)
    draft.settle()
    draft.set("engineers", 6)
    draft.set("price_won", 500)
    draft.undo()
    assert (draft.decision.engineers, draft.decision.price_won) == (6, 300)
    draft.undo()
    draft.undo()
    assert draft.changes == 0
    assert not draft.can_undo


def test_a_slider_that_is_dragged_makes_one_step():
    draft = Draft(Decision())
    for value in (400, 420, 440):
        draft.set("price_won", value)
    draft.undo()
    assert draft.decision == Decision()


def test_an_answer_replaces_the_earlier_one_and_counts_as_a_change():
    draft = Draft(Decision())
    draft.answer("leak", "tell")
    draft.answer("leak", "hide")
    assert draft.answers == {"leak": "hide"}
    assert draft.changes == 1
    draft.undo()
    assert draft.answers == {"leak": "tell"}


def test_after_the_week_answers_are_given_and_later_changes_stay():
    draft = Draft(Decision())
    draft.answer("leak", "tell")
    played = draft.decision
    draft.answer("offer", "accept")
    draft.week_over(played, played.hold())
    assert draft.answers == {"offer": "accept"}
    assert draft.changes == 1


def test_the_clock_is_due_at_once_and_then_by_its_gear():
    clock = Clock()
    clock.run(1)
    assert clock.is_due(0.0)
    assert not clock.is_due(SECONDS_A_WEEK[1] / 2)
    assert clock.is_due(SECONDS_A_WEEK[1] / 2)
    clock.pause()
    assert not clock.is_due(10)
    clock.run()
    assert clock.gear == 1


def test_one_week_does_not_keep_the_clock_running():
    clock = Clock()
    clock.run(STEP)
    assert not clock.is_running


def test_a_key_held_down_does_not_race_through_the_weeks():
    clock = Clock()
    weeks = 0
    for _ in range(40):  # two seconds of a key that repeats every 50 ms
        clock.step()
        weeks += clock.steps(0.05)
    assert 6 <= weeks <= 8
    clock.pause()
    assert not clock.steps(1.0)


@pytest.fixture
def view():
    with Playthrough.new(tiny(), 1, None) as game:
        game.play(game.decision)
        yield game.view()


@pytest.mark.parametrize(
    ("severity", "stops"), [("info", False), ("good", False), ("warn", True), ("bad", True)]
)
def test_warnings_stop_the_clock_unless_the_player_wants_otherwise(view, severity, stops):
    told = replace(view, report=replace(view.report, news=(NewsItem(1, "backlog", severity),)))
    assert calls(told, view) is stops
    assert not calls(told, view, frozenset())


def test_events_stop_the_clock_when_they_come_and_not_while_they_wait(view):
    now = replace(view, cards=(LEAK,))
    assert calls(now, view)
    assert not calls(now, now)


@pytest.fixture
def session():
    begun = Session(Playthrough.new(tiny(), 1, None))
    yield begun
    begun.close()


def heard(session):
    session.rest()
    return session.poll()


def test_a_week_is_played_on_another_thread_and_told_when_asked(session):
    names = []
    play = session.game.play
    session.game.play = lambda decision: (names.append(threading.current_thread().name), play(decision))
    assert session.play(session.game.decision)
    assert session.is_busy
    (answer,) = heard(session)
    assert isinstance(answer, Played)
    assert session.scenery.view.week == 1
    assert names[0].startswith("week")
    assert not session.is_busy


def test_no_second_week_begins_while_one_is_under_way(session):
    assert session.play(session.game.decision)
    assert not session.play(session.game.decision)
    session.rest()
    session.poll()
    assert session.game.week == 1


def test_an_impossible_week_is_declined_with_reasons(session):
    session.play(replace(session.game.decision, engineers=9_999))
    (answer,) = heard(session)
    assert isinstance(answer, Declined)
    assert answer.refusals[0].lever == "engineers"
    assert session.game.week == 0


def test_only_the_latest_look_ahead_is_answered(session):
    first, last = replace(session.game.decision, ux_won=0), replace(session.game.decision, ux_won=2_000_000)
    gate = threading.Event()
    session._ask(lambda: gate.wait() and None)  # holds the thread, so that both questions wait
    session.foresee(first)
    session.foresee(last)
    gate.set()
    outlooks = [a.outlook.decision for a in heard(session) if isinstance(a, Foreseen)]
    assert outlooks == [last]


def test_a_story_is_told(session):
    session.look_up(3)
    (answer,) = heard(session)
    assert isinstance(answer, Told)
    assert answer.story.row == 3


def test_closing_finishes_the_week_under_way(tmp_path):
    game = Playthrough.new(tiny(), 1, tmp_path / "a.dljournal")
    session = Session(game)
    session.play(game.decision)
    session.close()
    session.close()
    with Playthrough.open(tmp_path / "a.dljournal", lambda *_: tiny()) as again:
        assert again.week == 1
