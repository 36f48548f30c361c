"""`play --profile`: who plays in the terminal, too."""

import io
import sys
from pathlib import Path

import pytest

from game.play import journal
from game.play.profiles import Profiles
from tests.commands.conftest import Command, Said


@pytest.fixture
def played(command: Command, small: Path, monkeypatch: pytest.MonkeyPatch):
    """Play a week of the small level with these options."""

    def play(*options: str, lang: str = "en") -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO("next\nquit\n"))
        return command("play", small, "--text", "--seed", "3", *options, lang=lang)

    return play


def test_a_game_is_saved_with_whoever_plays_it(played, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert "Playing: 한가람" in played("--new-profile", "한가람").out
    assert played("--profile", "한가람").code == 0
    own = sorted(path.name for path in (data / "profiles" / "p1" / "saves").iterdir())
    assert own == ["small-2.dljournal", "small.dljournal"]
    assert not (data / "saves").exists()
    assert journal.read(data / "profiles" / "p1" / "saves" / "small.dljournal").header.player == "한가람"


def test_without_the_option_the_one_who_played_last_on_the_screen_plays(played, tmp_path: Path) -> None:
    there = Profiles(tmp_path / "data")
    assert played().code == 0
    assert (tmp_path / "data" / "saves" / "small.dljournal").exists()
    there.choose(there.add("Jules"))
    assert "Playing: Jules" in played().out
    assert "Playing" not in played("--profile", "First player").out


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_nobody_of_that_name_is_told_with_those_there_are(played, tmp_path: Path, lang: str) -> None:
    Profiles(tmp_path / "data").add("Jules")
    said = played("--profile", "Julia", lang=lang)
    assert said.code == 2
    assert "Julia" in said.err
    assert "Jules" in said.err


@pytest.mark.parametrize("name", ["../up", "CON", "", "a" * 25, "jules"])
def test_a_new_name_that_will_not_do_makes_nobody(played, tmp_path: Path, name: str) -> None:
    Profiles(tmp_path / "data").add("Jules")
    said = played("--new-profile", name)
    assert (said.code, len(Profiles(tmp_path / "data").all())) == (2, 2)
    assert said.err
