"""The diagnosis is marked by the game's own replays, kept in the journal, and counted as a star."""

from dataclasses import replace
from pathlib import Path

import pytest

from agents.messages import Link
from game.play import campaign, saves
from game.play.playthrough import Playthrough
from game.play.replay import Status, verify
from game.study import diagnosis
from game.study.diagnosis import Diagnosis, Quiz, mark, quiz_of, written
from game.study.progress import answer
from game.study.recording import Recording
from game.study.turning_points import Explanation, explain
from game.world.level import Level
from tests.study import games


@pytest.fixture(scope="module")
def quiz(recorded: Recording) -> Quiz:
    return quiz_of(recorded.level, recorded.orders)


@pytest.fixture(scope="module")
def found(recorded: Recording) -> Explanation:
    return answer(explain(recorded, processes=1, most=6))


def test_what_can_be_chosen_was_really_decided(quiz: Quiz) -> None:
    assert quiz.links == tuple(Link)
    assert 2 <= len(quiz.choices) <= diagnosis.MOST_CHOICES
    weeks = [choice.week for choice in quiz.choices]
    assert weeks == sorted(weeks)
    assert set(weeks) <= set(games.COURSE)


def test_the_mark_is_what_the_replays_say_and_nothing_else(quiz: Quiz, found: Explanation) -> None:
    gains = {point.choice: abs(point.gain) for point in found.points}
    decisive = max(quiz.choices, key=lambda choice: gains[choice])
    for link in Link:
        for choice in quiz.choices:
            marked = mark(quiz, Diagnosis(link, choice), found)
            assert marked.link_is_right == (link is found.weakest)
            assert marked.choice_is_right == (gains[choice] == gains[decisive])
            assert marked.earns_star == (marked.link_is_right and marked.choice_is_right)


def test_replaying_only_what_is_offered_marks_the_same(
    recorded: Recording, quiz: Quiz, found: Explanation
) -> None:
    said = Diagnosis(Link.DATA, quiz.choices[0])
    assert answer(diagnosis.marking(recorded, quiz, said)) == mark(quiz, said, found)


def test_where_no_decision_changed_anything_none_is_wrong(quiz: Quiz, found: Explanation) -> None:
    idle = replace(found, points=tuple(replace(point, gain=0.0) for point in found.points))
    marked = mark(quiz, Diagnosis(Link.DATA, quiz.choices[0]), idle)
    assert marked.point is None
    assert marked.choice_is_right


def over(level: Level, path: Path) -> Playthrough:
    game = Playthrough.new(level, 3, path)
    while not game.is_over:
        game.play(game.decision)
    return game


@pytest.mark.parametrize("is_right", [True, False])
def test_a_right_diagnosis_is_a_star_on_the_map(tmp_path: Path, quiz: Quiz, is_right: bool) -> None:
    level = replace(games.eventful(), weeks=4, agents=400)
    game = over(level, tmp_path / "saves" / "a.dljournal")
    said = Diagnosis(Link.DATA, quiz.choices[0])
    assert diagnosis.is_asked(game.notes)
    game.note(diagnosis.KIND, written(said, diagnosis.Mark(Link.DATA, None, True, is_right)))
    game.close()
    found = saves.Saves(tmp_path).all()
    before = found[0].result.stars if found[0].result else 0
    standing = campaign.standings([level.id], found)[0]
    assert standing.stars == before + is_right
    assert not diagnosis.is_asked(game.notes)
    assert diagnosis.said_of(game.notes, quiz) == said
    assert game.path is not None
    assert verify(game.path, {level.id: level}.get).status is Status.VERIFIED


def test_who_would_rather_not_say_is_not_asked_again(tmp_path: Path, quiz: Quiz) -> None:
    game = over(replace(games.eventful(), weeks=4, agents=400), tmp_path / "a.dljournal")
    game.note(diagnosis.KIND, diagnosis.SKIPPED)
    assert not diagnosis.is_asked(game.notes)
    assert diagnosis.said_of(game.notes, quiz) is None
    game.close()
