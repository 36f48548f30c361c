"""What a level asks in the terminal is kept as the screen keeps it: what is to come, before it comes, and the diagnosis."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agents.messages import Link
from game.commands.cli import main
from game.content.levels import load
from game.play import campaign, journal
from game.play.notes import Note
from game.play.playthrough import Playthrough
from game.play.replay import Status, verify
from game.play.saves import Saves
from game.study import diagnosis, sketches
from game.study.choices import orders_of
from game.study.diagnosis import Diagnosis, mark, quiz_of, written
from game.study.progress import answer
from game.study.recording import Recording
from game.study.turning_points import explain
from game.world.level import Level
from tests.commands.conftest import LEVEL, Command, Said

ASKING = """\
predict:
  crowd:
    when: week >= 1
    value: users
    weeks: 4
    text: {ko: "몇 명이 쓸까요?", en: "How many will use it?"}
  till:
    when: week >= 3
    value: cash
    weeks: 12
    text: {ko: "돈은 얼마나 남을까요?", en: "How much money will be left?"}
"""
Type = Callable[..., Said]
LANGUAGES = ("en", "ko")


@pytest.fixture
def asking(small: Path) -> Level:
    """The small level, which asks twice."""
    small.write_text(LEVEL + ASKING, encoding="utf-8")
    return load(str(small))


@pytest.fixture
def typed(asking: Level, command: Command, small: Path, monkeypatch: pytest.MonkeyPatch) -> Type:
    """Play it, or what is named, with these lines."""

    def play(*lines: str, lang: str = "en", what: object = small) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines) + "\n"))
        return command("play", what, "--text", "--seed", "3", "--levels", small.parent, lang=lang)

    return play


def saved(tmp_path: Path) -> Path:
    return tmp_path / "data" / "saves" / "small.dljournal"


def notes(tmp_path: Path) -> tuple[Note, ...]:
    return journal.read(saved(tmp_path)).notes


# ---- what is to come


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_question_is_asked_once_and_no_week_is_played_before_it_is_answered(
    typed: Type, tmp_path: Path, lang: str
) -> None:
    said = typed("next 5", "next", "predict 40 90 ±30%", "quit", lang=lang)
    question = "How many will use it?" if lang == "en" else "몇 명이 쓸까요?"
    assert said.out.count(question) == 1
    assert "{" not in said.out
    record = journal.read(saved(tmp_path))
    assert len(record.entries) == 1
    assert [note.said["id"] for note in record.notes] == ["crowd"]


def test_figures_typed_are_kept_as_a_drawing_of_every_week(typed: Type, tmp_path: Path) -> None:
    typed("next", "predict 40 100 ±50%", "quit")
    drawn = sketches.drawings(notes(tmp_path))[0]
    assert (drawn.id, drawn.value, drawn.week) == ("crowd", "users", 1)
    assert drawn.middle == (20, 40, 70, 100)
    assert (drawn.low[-1], drawn.high[-1]) == (50, 150)
    halves = [high - middle for middle, high in zip(drawn.middle, drawn.high, strict=True)]
    assert halves == sorted(halves)


def test_the_same_drawing_on_the_screen_and_in_the_terminal_is_the_same_line(
    typed: Type, asking: Level, tmp_path: Path
) -> None:
    typed("next", "predict 40 100 ±50%", "quit")
    drawn = sketches.drawings(notes(tmp_path))[0]
    with Playthrough.new(asking, 3, tmp_path / "screen.dljournal") as game:
        game.play(game.decision)
        game.note(sketches.KIND, sketches.said(drawn))
        here, there = game.notes[0], notes(tmp_path)[0]
        assert (here.week, here.kind, here.said) == (there.week, there.kind, there.said)


def test_who_would_rather_not_say_is_asked_the_next_question_and_not_this_one_again(
    typed: Type, tmp_path: Path
) -> None:
    said = typed("next", "skip", "next 2", "skip", "next 9", "quit")
    assert [note.said for note in notes(tmp_path)] == [
        {"id": "crowd", "declined": True},
        {"id": "till", "declined": True},
    ]
    assert said.out.count("How many will use it?") == said.out.count("How much money will be left?") == 1


def test_money_may_run_out_and_a_drawing_stops_at_the_end_of_the_level(typed: Type, tmp_path: Path) -> None:
    typed("next", "predict 10", "next 2", "predict -1.5억", "next 9", "quit")
    drawn = sketches.drawings(notes(tmp_path))[1]
    assert len(drawn.middle) == 5
    assert drawn.middle[-1] == -150_000_000


def test_how_it_came_is_told_with_the_last_week_drawn(typed: Type) -> None:
    said = typed("next", "predict 10", "next 2", "skip", "next", "next", "next", "quit")
    assert said.out.count("Missed by") == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "line", ["predict", "predict many", "predict 1 2 3 4 5", "predict 5 ±x%", "predict ±20%", "predict 5 ±9999%",
             "predict -5", "예상 5 +-10% ~20%"],
)  # fmt: skip
def test_what_is_no_prediction_is_refused_in_a_sentence_and_the_question_stays(
    typed: Type, tmp_path: Path, line: str, lang: str
) -> None:
    said = typed("next", line, "next", "quit", lang=lang)
    assert notes(tmp_path) == ()
    assert len(journal.read(saved(tmp_path)).entries) == 1
    assert "{" not in said.out


def test_nothing_is_predicted_diagnosed_or_skipped_where_nothing_is_asked(
    typed: Type, tmp_path: Path
) -> None:
    said = typed("predict 5", "skip", "diagnose 1 1", "quit")
    assert "Nothing is asked now." in said.out
    assert "There is no question to skip." in said.out
    assert "There is nothing to diagnose now." in said.out
    assert notes(tmp_path) == ()


def test_a_question_waits_in_a_game_that_goes_on(typed: Type, tmp_path: Path) -> None:
    typed("next", "quit")
    said = typed("예상 30", "quit", what=saved(tmp_path))
    assert "How many will use it?" in said.out
    assert len(notes(tmp_path)) == 1


# ---- the diagnosis

PLAYED = ("design 4M", "next", "skip", "advertising 20M", "next 2", "skip", "price 900", "next 9")


def quiz(level: Level, path: Path) -> tuple[Recording, diagnosis.Quiz]:
    found = Recording.read(path, {level.id: level}.get)
    orders = orders_of(level.start.decision, found.decisions)
    return found, quiz_of(level, orders)


def stars(level: Level, tmp_path: Path) -> int:
    return campaign.standings([level.id], Saves(tmp_path / "data").all())[0].stars


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_right_diagnosis_is_a_star_as_the_screen_would_have_marked_it(
    typed: Type, asking: Level, tmp_path: Path, lang: str
) -> None:
    typed(*PLAYED, "quit", lang=lang)
    before = stars(asking, tmp_path)
    recording, asked = quiz(asking, saved(tmp_path))
    found = answer(explain(recording, processes=1))
    sayings = [Diagnosis(link, choice) for link in Link for choice in asked.choices]
    right = next(said for said in sayings if mark(asked, said, found).earns_star)
    assert right.choice is not None
    numbers = (asked.links.index(right.link) + 1, asked.choices.index(right.choice) + 1)
    said = typed("diagnose {} {}".format(*numbers), "quit", lang=lang, what=saved(tmp_path))
    assert "{" not in said.out
    assert ("A star:" in said.out) is (lang == "en")
    kept = [dict(note.said) for note in notes(tmp_path) if note.kind == diagnosis.KIND]
    assert kept == [written(right), written(right, mark(asked, right, found))]
    assert all(note.is_after_end for note in notes(tmp_path) if note.kind == diagnosis.KIND)
    assert stars(asking, tmp_path) == before + 1
    assert verify(saved(tmp_path), {asking.id: asking}.get).status is Status.VERIFIED


def test_a_wrong_diagnosis_is_told_and_is_no_star(typed: Type, asking: Level, tmp_path: Path) -> None:
    typed(*PLAYED, "quit")
    recording, asked = quiz(asking, saved(tmp_path))
    found = answer(explain(recording, processes=1))
    wrong = next(link for link in Link if link is not found.weakest)
    before = stars(asking, tmp_path)
    said = typed(f"diagnose {asked.links.index(wrong) + 1} 1", "quit", what=saved(tmp_path))
    assert "No star this time" in said.out
    assert "the weakest link was" in said.out
    assert stars(asking, tmp_path) == before
    assert "Before you see why" not in typed("quit", what=saved(tmp_path)).out


def test_a_link_can_be_named_in_either_language(typed: Type, tmp_path: Path) -> None:
    typed(*PLAYED, "진단 데이터 1", "quit")
    kept = [note.said["link"] for note in notes(tmp_path) if note.kind == diagnosis.KIND]
    assert kept == ["data", "data"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "line", ["diagnose", "diagnose 1", "diagnose 4 1", "diagnose 1 99", "diagnose x 1", "diagnose 0 1"]
)
def test_what_is_no_diagnosis_is_refused_and_can_be_given_again(
    typed: Type, tmp_path: Path, line: str, lang: str
) -> None:
    said = typed(*PLAYED, line, "skip", "quit", lang=lang)
    assert "{" not in said.out
    kept = [dict(note.said) for note in notes(tmp_path) if note.kind == diagnosis.KIND]
    assert kept == [dict(diagnosis.SKIPPED)]


def test_a_game_without_a_decision_asks_for_the_link_alone(typed: Type, tmp_path: Path) -> None:
    said = typed("next", "skip", "next 2", "skip", "next 9", "diagnose 1", "quit")
    assert "“diagnose 2”" in said.out
    assert [note.kind for note in notes(tmp_path)][2:] == [diagnosis.KIND] * 2


def test_what_was_drawn_and_diagnosed_is_told_by_predict(
    typed: Type, tmp_path: Path, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("next", "predict 10", "next 2", "skip", "next 9", "diagnose 1", "quit")
    assert main(["predict", str(saved(tmp_path)), "--levels", str(small.parent), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "How many will use it?" in out
    assert "Diagnosis:" in out
