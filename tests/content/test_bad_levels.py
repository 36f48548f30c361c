"""Every broken level gets exactly these words, in both languages. Set REGENERATE=1 to write them anew, then read them."""

import os
from pathlib import Path

import pytest

from game.content import levels
from game.content.complaints import LevelError, errors
from game.content.nodes import Map
from game.content.telling import CATALOGUE, summary, tell
from game.content.tree import read_file

FOLDER = Path(__file__).parent / "bad_levels"
FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.fixture(autouse=True)
def _from_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)  # complaints name files as somebody in that folder would


@pytest.mark.parametrize("name", [path.stem for path in FILES])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_broken_level_is_told_in_these_words(name: str, language: str) -> None:
    complaints = levels.check_paths([f"{name}.yaml"])
    told = f"{tell(complaints, language)}\n{summary(complaints, language)}\n"
    expected = FOLDER / f"{name}.{language}.txt"
    if os.environ.get("REGENERATE"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [path.stem for path in FILES if not path.stem.startswith("twin")])
def test_nothing_of_a_broken_level_is_loaded(name: str) -> None:
    with pytest.raises(LevelError) as caught:
        levels.load(Path(f"{name}.yaml"))
    assert errors(caught.value.complaints)


def test_every_complaint_is_about_a_line_that_exists() -> None:
    for complaint in levels.check_paths(FILES):
        place = complaint.place
        assert 1 <= place.line <= place.source.last
        assert 1 <= place.column <= len(place.source.line(place.line)) + 1


def test_every_code_about_levels_has_a_broken_level() -> None:
    catalogue = read_file(CATALOGUE).root
    assert catalogue is not None
    codes = catalogue.entries["codes"].value
    assert isinstance(codes, Map)
    shown = {complaint.code for path in FILES for complaint in levels.check_paths([path.name])}
    waiting = {
        "L312",
        "W407",
        "W421",
        "W422",
        "W423",
        "W431",
    }  # ten files, see test_levels; two mods; and what playing finds
    assert {code for code in codes.entries if code[0] in "LW"} - shown == waiting
