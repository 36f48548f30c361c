"""`run`, `verify` and `check`: tables, journals and complaints, with exit codes a script can trust."""

import csv
import io
import json
from pathlib import Path

from game.study import runs
from tests.commands.conftest import Command


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_has_one_row_a_run_and_names_its_columns(command: Command, small: Path) -> None:
    said = command("run", small, "--bot", "trap", "--bot", "break-users", "--seeds", "2-3", "-j", "1")
    rows = table(said.out)
    assert said.code == 0
    assert [(row["bot"], row["seed"]) for row in rows] == [
        ("trap", "2"), ("trap", "3"), ("break-users", "2"), ("break-users", "3"),
    ]  # fmt: skip
    assert tuple(rows[0]) == runs.COLUMNS
    assert {row["outcome"] for row in rows} == {"time"}
    assert "trap: won 0 of 2" in said.err


def test_a_weekly_table_has_one_row_a_week(command: Command, small: Path) -> None:
    rows = table(command("run", small, "--bot", "nothing", "--seeds", "1", "--weekly", "-j", "1").out)
    assert [int(row["week"]) for row in rows] == list(range(1, 9))


def test_a_file_has_beside_it_what_makes_it_again(command: Command, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "table.csv"
    said = command("run", small, "--bot", "nothing", "--seeds", "1", "-j", "1", "-o", out)
    assert said.out == ""
    assert len(table(out.read_text(encoding="utf-8"))) == 1
    about = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert {"level_hash", "rules", "numpy", "mesa", "game", "command"} <= about.keys()
    assert (about["level"], about["bots"], about["seeds"]) == ("small", ["nothing"], "1-1")


def test_journals_are_kept_verified_and_never_written_over(
    command: Command, small: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    arguments = ("run", small, "--bot", "break-all", "--seeds", "1-2", "-j", "1", "--journals", kept)
    assert command(*arguments).code == 0
    files = sorted(kept.iterdir())
    assert [path.name for path in files] == ["small-break-all-1.dljournal", "small-break-all-2.dljournal"]
    verified = command("verify", *files, "--levels", small.parent)
    assert verified.code == 0
    assert [line.split()[0] for line in verified.out.splitlines()] == ["VERIFIED", "VERIFIED"]
    again = command(*arguments)
    assert again.code == 1
    assert "never written over" in again.err


def test_one_bad_journal_among_good_ones_ends_with_one_and_all_are_told(
    command: Command, small: Path, tmp_path: Path
) -> None:
    command("run", small, "--bot", "nothing", "--seeds", "3", "-j", "1", "--journals", tmp_path / "kept")
    good, edited, cut = sorted((tmp_path / "kept").iterdir())
    edited.write_bytes(edited.read_bytes().replace(b'"users":', b'"users":1', 1))
    cut.write_bytes(cut.read_bytes()[:-30])
    said = command("verify", good, edited, cut, "--levels", small.parent, lang="ko")
    assert said.code == 1
    assert [line.split()[0] for line in said.out.splitlines()] == ["VERIFIED", "RESULT-EDITED", "UNFINISHED"]
    assert command("verify", good, cut, "--levels", small.parent).code == 0


def test_a_journal_of_a_level_that_is_elsewhere_says_how_to_name_it(
    command: Command, small: Path, tmp_path: Path
) -> None:
    command("run", small, "--bot", "nothing", "--seeds", "1", "-j", "1", "--journals", tmp_path / "kept")
    said = command("verify", next((tmp_path / "kept").iterdir()))
    assert said.code == 1
    assert said.out.startswith("OTHER-LEVEL")
    assert "--levels" in said.out


def test_a_broken_level_is_told_with_place_and_remedy_and_nothing_runs(
    command: Command, small: Path, tmp_path: Path
) -> None:
    small.write_text(
        small.read_text(encoding="utf-8").replace("users > 500k", "usres > 500k"), encoding="utf-8"
    )
    said = command("run", small, "--bot", "nothing", "-o", tmp_path / "out.csv")
    assert said.code == 1
    assert "small.yaml:" in said.err
    assert "users" in said.err
    assert not (tmp_path / "out.csv").exists()


def test_check_ends_with_one_for_errors_and_strictly_for_warnings_too(command: Command, small: Path) -> None:
    assert command("check", small).code == 0
    small.write_text(small.read_text(encoding="utf-8").replace("points: 100", "points: 60"), encoding="utf-8")
    assert command("check", small).code == 0
    assert command("check", small, "--strict").code == 1
    small.write_text("format: 1\nid: small\n", encoding="utf-8")
    assert command("check", small).code == 1


def test_check_speaks_to_programs_too(command: Command, small: Path) -> None:
    small.write_text("format: 1\nid: small\nextends: nowhere\n", encoding="utf-8")
    told = json.loads(command("check", small, "--format", "json").out)
    assert {"file", "line", "code", "message"} <= told[0].keys()
    assert command("check", small, "--format", "github").out.startswith("::error file=")


PLANNED = """\
plans:
  cheap:
    name: {ko: 싸게, en: Cheaply}
    steps:
      - {set: {price: 10}}
      - {when: week >= 4, set: {price: 20}}
"""


def test_a_plan_of_the_level_plays_beside_bots(command: Command, small: Path, tmp_path: Path) -> None:
    small.write_text(small.read_text(encoding="utf-8") + PLANNED, encoding="utf-8")
    kept = tmp_path / "kept"
    said = command(
        "run", small, "--bot", "plan:cheap", "--bot", "nothing", "--seeds", "1", "-j", "1",
        "--weekly", "--journals", kept,
    )  # fmt: skip
    prices = [row["price_won"] for row in table(said.out) if row["bot"] == "plan:cheap"]
    assert said.code == 0
    assert prices == ["10"] * 4 + ["20"] * 4
    assert "plan:cheap: won 0 of 1" in said.err
    assert sorted(path.name for path in kept.iterdir()) == [
        "small-nothing-1.dljournal",
        "small-plan-cheap-1.dljournal",  # a colon is no letter of a file's name
    ]


def test_a_plan_the_level_has_not_is_answered_with_those_it_has(command: Command, small: Path) -> None:
    small.write_text(small.read_text(encoding="utf-8") + PLANNED, encoding="utf-8")
    said = command("run", small, "--bot", "plan:cheep", "--seeds", "1")
    assert said.code == 2
    assert "Did you mean plan:cheap?" in said.err
