"""Tables of many runs: the same whatever made them."""

from pathlib import Path

import pytest

from game.play.replay import Status, verify
from game.study import runs
from game.study.runs import Run
from game.world.level import Level


def test_one_row_a_run_is_the_last_of_its_weekly_rows(tiny_level: Level) -> None:
    run = Run("trap", 2)
    weekly = runs.play(tiny_level, run, weekly=True)
    assert [row.week for row in weekly] == list(range(1, 9))
    assert [row.outcome for row in weekly] == ["running"] * 7 + ["time"]
    assert runs.play(tiny_level, run) == weekly[-1:]


@pytest.mark.parametrize("weekly", [False, True])
def test_the_table_does_not_depend_on_the_number_of_processes(tiny_level: Level, weekly: bool) -> None:
    wanted = runs.runs(tiny_level, ("random", "break-users"), range(1, 4))
    alone = list(runs.play_all(tiny_level, wanted, weekly=weekly))
    shared = list(runs.play_all(tiny_level, wanted, weekly=weekly, processes=2))
    assert shared == alone
    assert [rows[0].seed for rows in alone] == [1, 2, 3, 1, 2, 3]


def test_a_run_keeps_a_journal_that_verifies_and_changes_nothing(tiny_level: Level, tmp_path: Path) -> None:
    kept = runs.runs(tiny_level, ("break-data",), (5,), tmp_path)
    with_journal = list(runs.play_all(tiny_level, kept))
    assert [path.name for path in tmp_path.iterdir()] == ["tiny-break-data-5.dljournal"]
    assert (
        verify(tmp_path / "tiny-break-data-5.dljournal", {"tiny": tiny_level}.get).status is Status.VERIFIED
    )
    assert with_journal == list(runs.play_all(tiny_level, runs.runs(tiny_level, ("break-data",), (5,))))


def test_every_column_is_written_as_plain_text(tiny_level: Level) -> None:
    row = runs.play(tiny_level, Run("nothing", 1))[0]
    line = dict(zip(runs.COLUMNS, runs.values(row), strict=True))
    assert (line["level"], line["bot"], line["seed"], line["week"]) == ("tiny", "nothing", "1", "8")
    assert float(line["users"]) == row.users
    assert not any("(" in value for value in line.values())


def test_what_is_needed_to_make_the_table_again_is_told(tiny_level: Level) -> None:
    told = runs.about(tiny_level, ["run", "tiny"])
    assert {"command", "level_hash", "rules", "game", "numpy", "mesa", "python"} <= told.keys()
