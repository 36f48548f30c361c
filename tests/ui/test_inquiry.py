"""Questions beside the frames: answered from a game played again, the newest first, dropped when nobody waits, never in the way."""

import threading

import pytest

from game.study.progress import Progress, at_once
from game.study.why import NobodyError, why
from game.ui.inquiry import Inquiry
from tests.study import games

LONG_S = 30.0


@pytest.fixture
def game():
    with games.game(weeks=10) as made:
        yield made


@pytest.fixture
def inquiry(game):
    made = Inquiry(game)
    yield made
    made.close()


def test_a_question_is_answered_and_the_game_is_not_touched(game, inquiry):
    before = game.model.fingerprint()
    found = inquiry.ask(lambda r: at_once(lambda: why(r, 7, 10))).answer(LONG_S)
    assert found.person == 7
    assert game.model.fingerprint() == before


def test_a_question_that_cannot_be_answered_says_why_where_it_is_heard(inquiry):
    asked = inquiry.ask(lambda r: at_once(lambda: why(r, 7, 11)))
    with pytest.raises(NobodyError, match="week"):
        asked.answer(LONG_S)


def test_a_long_question_lets_a_later_short_one_pass(inquiry):
    gate = threading.Event()

    def long(_):
        for step in range(1000):
            gate.wait(LONG_S)
            yield Progress(step, 1001)
        yield Progress(1001, 1001, "long")

    slow = inquiry.ask(long)
    quick = inquiry.ask(lambda r: at_once(lambda: r.weeks))
    gate.set()
    assert quick.answer(LONG_S) == 10
    assert slow.answer(LONG_S) == "long"
    assert slow.share == 1.0


def test_a_question_nobody_waits_for_ends_and_its_work_is_cleared_away(inquiry):
    begun, cleared = threading.Event(), threading.Event()

    def endless(_):
        try:
            while True:
                begun.set()
                yield Progress(0, 2)
        finally:
            cleared.set()

    asked = inquiry.ask(endless)
    assert begun.wait(LONG_S)
    asked.drop()
    assert cleared.wait(LONG_S)
    with pytest.raises(TimeoutError):
        asked.answer(LONG_S)


def test_weeks_played_since_can_be_asked_about(game, inquiry):
    assert inquiry.ask(lambda r: at_once(lambda: r.weeks)).answer(LONG_S) == 10
    game.play(game.decision)
    inquiry.renew(game)
    assert inquiry.weeks == 11
    same = inquiry.ask(lambda r: at_once(lambda: r.at(11).fingerprint())).answer(LONG_S)
    assert same == game.model.fingerprint()


def test_a_question_apart_and_one_beside_it_share_one_recording(inquiry):
    apart = inquiry.ask_apart(lambda r: at_once(lambda: r))
    beside = inquiry.ask(lambda r: at_once(lambda: r))
    assert apart.answer(LONG_S) is beside.answer(LONG_S)


def test_closing_drops_what_is_under_way(game):
    inquiry = Inquiry(game)
    asked = inquiry.ask(lambda _: iter(lambda: Progress(0, 2), None))
    inquiry.close()
    with pytest.raises(TimeoutError):
        asked.answer(LONG_S)
