"""`check`: complaints for people and programs, the levels' own tests played, and a second look after every change."""

import json
import re
from pathlib import Path

import pytest

from game.commands import check, watching
from tests.commands.conftest import Command

TESTED = """\
plans:
  cheap:
    name: {ko: 싸게, en: Cheaply}
    steps:
      - {set: {price: 10}}
tests:
  not-a-gift: {play: nothing, expect: not won, seeds: 2}
  cheap: {play: "plan:cheap", expect: price == 10 and not lost, seeds: 1}
"""
BROKEN = TESTED + '  dream: {play: "plan:cheap", expect: score > 50, seeds: 2, least: 50%}\n'
PLAYED = ("--play", "-j", "1")


def add(path: Path, text: str) -> Path:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return path


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_a_level_that_keeps_its_promises_has_no_problems(command: Command, small: Path) -> None:
    said = command("check", add(small, TESTED), *PLAYED)
    assert (said.code, said.out) == (0, "")
    assert "as promised: small, not-a-gift: nothing 2 of 2 (100%)" in said.err
    assert "as promised: small, cheap: plan:cheap 1 of 1 (100%)" in said.err
    assert "No problems." in said.err


def test_without_play_no_promise_is_tried(command: Command, small: Path) -> None:
    said = command("check", add(small, BROKEN))
    assert (said.code, said.out, said.err) == (0, "", "No problems.\n")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_broken_promise_is_complained_about_where_it_is_written(
    command: Command, small: Path, lang: str
) -> None:
    said = command("check", add(small, BROKEN), *PLAYED, lang=lang)
    assert said.code == 1
    assert f"{small}:{line_of(small, 'dream')}:3: " in said.out
    assert "P501" in said.out
    assert "^^^^^" in said.out
    assert "1, 2" in said.out  # the worlds to look at
    assert "run small.yaml --bot plan:cheap --seeds 1-2" in said.out


def test_a_broken_promise_reaches_programs_and_checks_on_github(command: Command, small: Path) -> None:
    add(small, BROKEN)
    said = command("check", small, *PLAYED, "--format", "json")
    told = json.loads(said.out)
    assert said.err == ""
    assert [(c["code"], c["path"], c["line"]) for c in told] == [
        ("P501", "tests.dream", line_of(small, "dream"))
    ]
    said = command("check", small, *PLAYED, "--format", "github")
    assert re.match(rf"::error file=.*small.yaml,line={told[0]['line']},col=3,.*title=P501::", said.out)


def test_a_player_nobody_knows_is_a_complaint_and_nothing_is_played(command: Command, small: Path) -> None:
    add(small, BROKEN.replace("play: nothing", "play: nothign"))
    said = command("check", small, *PLAYED)
    assert said.code == 1
    assert f"{small}:{line_of(small, 'nothign')}:22: error[L313]: there is no bot `nothign`" in said.out
    assert "did you mean `nothing`?" in said.out
    assert "P501" not in said.out
    assert "as promised" not in said.err


def test_a_part_that_others_extend_is_read_and_never_played(command: Command, small: Path) -> None:
    add(small, BROKEN)
    small.write_text(
        small.read_text(encoding="utf-8").replace("id: small", "id: core/small"), encoding="utf-8"
    )
    said = command("check", small, *PLAYED)
    assert (said.code, said.out) == (0, "")


def test_a_warning_is_a_problem_only_when_asked_to_be_strict(command: Command, small: Path) -> None:
    small.write_text(small.read_text(encoding="utf-8").replace("points: 100", "points: 90"), encoding="utf-8")
    assert command("check", small).code == 0
    assert command("check", small, "--strict").code == 1


def test_a_level_can_be_named_by_its_id(command: Command) -> None:
    assert command("check", "first-customer").err == "No problems.\n"


def test_watching_looks_again_after_every_change_and_stops_at_ctrl_c(
    command: Command, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = small.read_text(encoding="utf-8")
    todo = [
        lambda: small.write_text(good.replace("week == 3", "weak == 3"), encoding="utf-8"),
        lambda: None,  # nothing changed, nothing is said
        lambda: small.write_text(good, encoding="utf-8"),
        lambda: small.with_name("other.yaml").write_text("[", encoding="utf-8"),
    ]

    def wait(_seconds: float) -> None:
        if not todo:
            raise KeyboardInterrupt
        todo.pop(0)()

    monkeypatch.setattr(watching.watch, "__defaults__", (wait,))
    said = command("check", small.parent, "--watch")
    assert said.code == 0
    assert said.out.count("unknown value `weak`") == 1
    assert said.out.count("other.yaml") == 1
    assert said.err.count("No problems.") == 2
    assert said.err.count("Watching.") == 4
    assert said.err.endswith("Stopped watching.\n")


def test_a_file_that_vanishes_between_two_looks_is_no_fault(command: Command, small: Path) -> None:
    seen = list(check.levels.files([small.parent]))
    small.unlink()
    looks = []

    def stop(_seconds: float) -> None:
        raise KeyboardInterrupt

    from game.commands.voice import Voice

    watching.watch(lambda: seen, lambda: looks.append(1), Voice("en"), stop)
    assert looks == [1]


def test_a_proof_has_a_table_and_a_verdict_where_it_belongs(command: Command, small: Path) -> None:
    said = command("check", small, "--prove", "--worlds", "1", "-j", "1")
    assert said.code == 1
    assert "small: 12 players in 1 world each" in said.out
    assert re.search(r"break-all +0% +0% .*no time 1", said.out)
    assert f"{small}:{line_of(small, 'objectives:')}:1: error[P511]: nobody wins this level" in said.out
    assert "first verdict after 1 world each: P511" in said.err


def test_a_second_proof_remembers_the_first(command: Command, small: Path) -> None:
    first = command("check", small, "--prove", "--worlds", "1", "-j", "1", lang="ko")
    again = command("check", small, "--prove", "--worlds", "1", "-j", "1", lang="ko")
    assert again.out == first.out
    assert "전에 해 둔 12판" in again.err


def test_a_proof_for_programs_is_complaints_alone(command: Command, small: Path) -> None:
    said = command("check", small, "--prove", "--worlds", "1", "-j", "1", "--format", "json")
    assert [(c["code"], c["path"]) for c in json.loads(said.out)] == [("P511", "objectives")]
    assert said.err == ""
