"""`replay`: a recorded game told week by week where there is no window."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Command


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_week_has_a_line_and_the_end_is_told(
    command: Command, journal: Path, small: Path, lang: str
) -> None:
    before = journal.read_bytes()
    said = command("replay", journal, "--text", "--levels", small.parent, lang=lang)
    assert said.code == 0
    weeks = [line for line in said.out.splitlines() if not line.startswith(" ")]
    assert len(weeks) == 8 + 1
    assert journal.read_bytes() == before


def test_a_file_that_is_not_there_is_one_clear_sentence(command: Command, tmp_path: Path) -> None:
    said = command("replay", tmp_path / "none.dljournal", "--text")
    assert said.code == 2
    assert "none.dljournal" in said.err


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_game_of_a_level_that_is_elsewhere_is_told_with_the_very_file_that_is_missing(
    command: Command, journal: Path, small: Path, lang: str
) -> None:
    """A journal holds the hash of its level and not its text: whoever gets one has to get the file, too."""
    hash_ = json.loads(journal.read_bytes().splitlines()[0])["level_hash"]
    for name in ("verify", "replay"):
        more = ("--text",) if name == "replay" else ()
        lost = command(name, journal, *more, lang=lang)
        assert lost.code != 0
        assert hash_ in lost.out + lost.err
        assert "--levels" in lost.out + lost.err
        assert command(name, journal, *more, "--levels", small, lang=lang).code == 0
    assert command("verify", journal, "--levels", small, lang=lang).out.startswith(("VERIFIED", "UNFINISHED"))


def test_a_file_of_other_figures_is_told_from_the_one_a_game_was_played_on(
    command: Command, journal: Path, small: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "small.yaml"
    other.parent.mkdir()
    other.write_text(small.read_text(encoding="utf-8") + "parameters: {half_life: 60}\n", encoding="utf-8")
    hash_ = json.loads(journal.read_bytes().splitlines()[0])["level_hash"]
    said = command("verify", journal, "--levels", other).out
    assert said.startswith("OTHER-LEVEL")
    assert hash_ in said
