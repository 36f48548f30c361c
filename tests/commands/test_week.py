"""`week`: three paragraphs and a verdict, or the same as plain data."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Command


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_week_is_told_in_three_paragraphs_and_a_verdict(
    command: Command, journal: Path, small: Path, lang: str
) -> None:
    said = command("week", journal, "--week", 3, "--levels", small.parent, lang=lang)
    assert said.code == 0
    paragraphs = said.out.strip().split("\n\n")
    assert len(paragraphs) == 5
    assert "3" in paragraphs[0]


def test_a_week_as_plain_data_holds_the_ledger_to_the_won(
    command: Command, journal: Path, small: Path
) -> None:
    data = json.loads(command("week", journal, "--json", "--levels", small.parent).out)
    booked = data["booked"]
    assert data["week"] == 8
    assert booked["opening_won"] + sum(m["won"] for m in booked["movements"]) == booked["cash_won"]
    assert data["verdict"]


def test_a_week_that_was_not_played_is_refused(command: Command, journal: Path, small: Path) -> None:
    for week in (0, 9):
        said = command("week", journal, "--week", week, "--levels", small.parent)
        assert said.code == 2
        assert "8" in said.err
