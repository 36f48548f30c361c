"""A game in which a card changed whom the company sells to is saved, opened again and played on like any other."""

from dataclasses import replace

from game.play.playthrough import Playthrough
from game.study.recording import Recording
from game.world.conditions import ALWAYS
from game.world.level import Business, Choice, Effect, EventCard
from tests.levels_for_tests import text, tiny

TURN = Choice("firms", text("firms"), text(""), (Effect("business", add=1.0),))
STAY = Choice("people", text("people"), text(""), ())
LEVEL = tiny(weeks=8, events=(EventCard("whom", ALWAYS, text("To whom?"), text(""), choices=(STAY, TURN)),))


def _turned(path=None):
    """Return a game in its third week; without a path it is not saved."""
    game = Playthrough.new(LEVEL, 3, path)
    game.play(game.decision)
    game.play(replace(game.decision, answers=(("whom", "firms"),)))
    return game


def test_after_the_turn_the_orders_in_force_can_be_held():
    game = _turned()
    assert game.level.start.business is Business.TECHNOLOGY
    assert game.decision.marketing_won == 0
    game.play(replace(game.decision, sellers=1))
    game.play(game.decision)
    assert game.week == 4


def test_such_a_game_comes_out_the_same_when_it_is_opened_again(tmp_path):
    path = tmp_path / "game.dljournal"
    game = _turned(path)
    game.play(replace(game.decision, sellers=1))
    fingerprint = game.model.fingerprint()
    game.close()
    again = Playthrough.open(path, lambda _: LEVEL)
    assert again.model.fingerprint() == fingerprint
    assert again.level.start.business is Business.TECHNOLOGY
    again.play(again.decision)
    assert again.decision.sellers == 1
    again.close()


def test_a_game_can_be_taken_up_from_before_the_turn():
    game = _turned()
    game.play(game.decision)
    before = game.rewind(1, None)
    assert before.level.start.business is Business.CONTENT
    before.play(before.decision)
    assert before.decision.marketing_won > 0


def test_questions_are_asked_of_the_game_as_it_opened():
    game = _turned()
    game.play(replace(game.decision, sellers=1))
    recording = Recording.of(game)
    assert recording.level.start.business is Business.CONTENT
    assert recording.at(game.week).fingerprint() == game.model.fingerprint()
