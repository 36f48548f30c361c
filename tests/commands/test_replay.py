"""`replay`: a recorded game told week by week where there is no window."""

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
