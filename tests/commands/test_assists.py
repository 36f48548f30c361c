"""Difficulty and assists in the terminal, and what `verify` and `replay` say of them."""

import io
import sys
from pathlib import Path

import pytest

from game.play import journal
from tests.commands.conftest import Command, Said


@pytest.fixture
def played(command: Command, small: Path, monkeypatch: pytest.MonkeyPatch):
    """Play the small level with these options and lines."""

    def play(*options: str, lines: str = "next\nquit\n", lang: str = "en") -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
        return command("play", small, "--text", "--seed", "3", "--levels", small.parent, *options, lang=lang)

    return play


def test_a_hard_game_says_so_wherever_it_is_shown(
    played, command: Command, small: Path, tmp_path: Path
) -> None:
    assert played("--difficulty", "hard", "--assists", "undo,slow-market").code == 0
    path = tmp_path / "data" / "saves" / "small.dljournal"
    assert journal.read(path).header.changes[0] == "player.cash x0.97"
    verified = command("verify", path, "--levels", small.parent)
    assert verified.code == 0
    assert "[Hard · Undo a change, Slower market]" in verified.out
    told = command("replay", path, "--text", "--levels", small.parent, lang="ko")
    assert told.out.startswith("어려움 · 바꾼 것 되돌리기, 느린 시장")


@pytest.mark.parametrize("options", [("--difficulty", "insane"), ("--assists", "undo,fly")])
def test_what_nobody_offers_is_refused_with_what_there_is(played, options: tuple[str, str]) -> None:
    said = played(*options)
    assert said.code == 2
    assert said.err


def test_hints_and_undo_in_the_terminal_obey_what_is_on(played) -> None:
    off = played("--assists", "none", lines="hint\nundo\nquit\n").out
    assert off.count("switched off in this game") == 2
    assert "no hints" in played(lines="hint\nquit\n").out
