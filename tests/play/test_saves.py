"""The folder of saved games: newest first, nothing lost, nothing written over."""

import os
from pathlib import Path

import pytest

from agents.messages import Decision
from game.play import saves
from game.play.journal import Journal
from game.play.records import Header, Result
from game.play.saves import Saves, data_dir, plain_name

HEADER = Header(level="first", level_hash="ab", rules="r1", seed=7, weeks=8, agents=500)


def save(folder: Saves, name: str, weeks: int, played: int, *, over: bool = False) -> Path:
    path = folder.free_path(name)
    kept = Journal.create(path, HEADER, Decision())
    for _ in range(weeks):
        kept.add(kept.draft(Decision()), "")
    if over:
        kept.finish(Result("lost", "out-of-cash", weeks, 0, 0, 0, 0))
    kept.close()
    os.utime(path, (played, played))
    return path


def test_the_last_played_game_comes_first_and_is_the_one_to_continue(tmp_path: Path) -> None:
    folder = Saves(tmp_path)
    save(folder, "old", 2, 1_000)
    going = save(folder, "new", 3, 2_000)
    save(folder, "over", 4, 3_000, over=True)
    assert [found.name for found in folder.all()] == ["over", "new", "old"]
    latest = folder.latest()
    assert latest is not None
    assert (latest.path, latest.week) == (going, 3)


def test_a_file_that_cannot_be_read_is_listed_and_left_alone(tmp_path: Path) -> None:
    folder = Saves(tmp_path)
    save(folder, "good", 1, 1_000)
    bad = folder.folder / "bad.dljournal"
    bad.write_bytes(b"nonsense\n")
    listed = {found.name: found for found in folder.all()}
    assert listed["bad"].problem is not None
    assert not listed["bad"].can_go_on
    assert listed["good"].can_go_on
    assert bad.read_bytes() == b"nonsense\n"


def test_an_empty_folder_has_nothing_to_continue(tmp_path: Path) -> None:
    assert Saves(tmp_path).all() == ()
    assert Saves(tmp_path).latest() is None


def test_a_name_taken_gets_a_number(tmp_path: Path) -> None:
    folder = Saves(tmp_path)
    names = [save(folder, "고리/the loop", 0, 1).name for _ in range(3)]
    assert names == ["고리-the-loop.dljournal", "고리-the-loop-2.dljournal", "고리-the-loop-3.dljournal"]


def test_renaming_never_writes_over_another_game(tmp_path: Path) -> None:
    folder = Saves(tmp_path)
    save(folder, "first", 1, 1)
    second = save(folder, "second", 2, 2)
    renamed = folder.rename(saves.look(second), "first")
    assert renamed.name == "first-2.dljournal"
    assert [found.week for found in folder.all()] == [2, 1]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "game-CON"),
        ("", "game"),
        ("a" * 300, "a" * 60),
        ("내 게임", "내-게임"),
    ],
)
def test_any_name_becomes_a_file_name_inside_the_folder(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_the_data_folder_is_the_one_wanted_then_the_one_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEEPLEMMA_DATA", str(tmp_path / "school"))
    assert data_dir() == tmp_path / "school"
    assert data_dir(tmp_path / "own") == tmp_path / "own"
    monkeypatch.delenv("DEEPLEMMA_DATA")
    assert data_dir().name == "deeplemma"
