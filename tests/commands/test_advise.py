"""`advise`: sentences or plain data, refused where a level wants no advisor; `run --after` counts the same worlds again."""

import csv
import io
import json
from pathlib import Path

import pytest

from game.content import levels
from game.play.playthrough import Playthrough
from tests.commands.conftest import Command


@pytest.fixture
def journal(small: Path, tmp_path: Path) -> Path:
    return played(small, tmp_path / "a.dljournal", 5)


def played(level: Path, path: Path, weeks: int) -> Path:
    with Playthrough.new(levels.load(str(level)), 3, path) as game:
        for _ in range(weeks):
            game.play(game.decision)
    return path


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_advisor_speaks_with_the_table_beside_it(
    command: Command, journal: Path, small: Path, lang: str
) -> None:
    said = command("advise", journal, "--worlds", 2, "-j", 1, "--levels", small.parent, lang=lang)
    assert said.code == 0
    assert "5" in said.out.splitlines()[0]
    assert len(said.out.splitlines()) > 10


def test_run_counts_the_worlds_of_an_advice_again(command: Command, journal: Path, small: Path) -> None:
    options = ("--levels", small.parent, "--week", 4)
    data = json.loads(command("advise", journal, "--worlds", 2, "-j", 1, "--json", *options).out)
    table = command("run", "--after", journal, "--seeds", "1-2", *options)
    rows = list(csv.DictReader(io.StringIO(table.out)))
    assert [int(row["cash_won"]) for row in rows] == [end["cash_won"] for end in data["plan"]["ends"]]
    idea = next(i for i in data["ideas"] if i["id"] == "clean")
    won = idea["orders"]["labelling_won"]
    table = command("run", "--after", journal, "--seeds", "1-2", "--set", f"labelling={won}", *options)
    rows = list(csv.DictReader(io.StringIO(table.out)))
    assert [int(row["cash_won"]) for row in rows] == [end["cash_won"] for end in idea["ends"]]


def test_a_level_may_want_no_advisor_and_stays_the_same_level(
    command: Command, small: Path, tmp_path: Path
) -> None:
    before = levels.load(str(small)).hash
    small.write_text(small.read_text(encoding="utf-8") + "advisor: no\n", encoding="utf-8")
    assert levels.load(str(small)).hash == before
    said = command("advise", played(small, tmp_path / "b.dljournal", 2), "--levels", small.parent)
    assert said.code == 1
    assert "without the advisor" in said.err


@pytest.mark.parametrize("options", [["--week", "6"], ["--week", "x"], ["--worlds", "0"]])
def test_a_question_that_makes_no_sense_is_refused(
    command: Command, journal: Path, small: Path, options: list[str]
) -> None:
    assert command("advise", journal, *options, "--levels", small.parent).code == 2
