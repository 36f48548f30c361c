"""`luck` and `predict`: what a saved game owes to luck, and what its player foretold."""

import json
from pathlib import Path

import pytest

from game.content import levels
from game.play.playthrough import Playthrough
from game.study.sketches import Drawing, said
from tests.commands.conftest import Command


@pytest.fixture
def journal(small: Path, tmp_path: Path) -> Path:
    path = tmp_path / "a.dljournal"
    with Playthrough.new(levels.load(str(small)), 3, path) as game:
        game.note("sketch", said(Drawing("crowd", "users", 0, (1.0, 1.0), (5.0, 9.0), (20.0, 30.0))))
        while not game.is_over:
            game.play(game.decision)
        game.note("diagnosis", {"link": "data", "link_right": True, "choice_right": True})
    return path


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_luck_is_told_with_a_histogram(command: Command, journal: Path, small: Path, lang: str) -> None:
    said = command("luck", journal, "--worlds", 3, "-j", 1, "--levels", small.parent, lang=lang)
    assert said.code == 0
    assert "█" in said.out


def test_luck_as_plain_data_names_every_world(command: Command, journal: Path, small: Path) -> None:
    data = json.loads(
        command("luck", journal, "--worlds", 3, "-j", 1, "--json", "--levels", small.parent).out
    )
    assert len(data["ends"]) == data["worlds"] == 3
    assert 0 <= data["luck"] <= 1


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_what_was_drawn_is_shown_beside_what_came(
    command: Command, journal: Path, small: Path, lang: str
) -> None:
    told = command("predict", journal, "--levels", small.parent, lang=lang)
    assert told.code == 0
    assert len(told.out.splitlines()) == 6
    data = json.loads(command("predict", journal, "--json", "--levels", small.parent).out)
    assert len(data["sketches"][0]["came"]) == 2
    assert data["sketches"][0]["miss"] > 0
    assert data["diagnosis"]["link"] == "data"


def test_a_game_without_drawings_says_so(command: Command, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "b.dljournal"
    with Playthrough.new(levels.load(str(small)), 3, path) as game:
        game.play(game.decision)
    assert "Nothing" in command("predict", path, "--levels", small.parent).out
