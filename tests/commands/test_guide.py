"""The modder's guide is true: whoever follows it, line by line and in either language, has a level and a mod that work."""

from pathlib import Path

import pytest

from game.commands.arguments import parser_of
from game.content import levels
from game.content.levels import LevelError
from game.content.shelf import LEVELS
from game.content.words import Words
from tests.commands.conftest import Command
from tests.content.guide import Guide, read
from tests.content.mods_for_tests import png

DOCS = LEVELS.parent / "docs"
GUIDES = {"en": read(DOCS / "modding.md"), "ko": read(DOCS / "modding.ko.md")}
NAME = "plant-doctor"

in_both = pytest.mark.parametrize("language", GUIDES)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which somebody works."""
    home = tmp_path / "desk"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setenv("DEEPLEMMA_MODS", str(home))
    return home


def write_mod(guide: Guide, home: Path) -> None:
    """Put the mod of the guide together."""
    files = {
        **guide.files,
        f"plants/levels/{NAME}.yaml": "".join(guide.pieces).replace(f"id: {NAME}", f"id: plants/{NAME}"),
    }
    for name, text in files.items():
        if name.startswith("plants/"):
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            (home / name).write_text(text, encoding="utf-8")
    (home / "plants" / "assets").mkdir()
    (home / "plants" / "assets" / "cover.png").write_bytes(png(320, 180))


@in_both
def test_after_every_step_there_is_a_level(language: str, desk: Path) -> None:
    path, pieces = desk / f"{NAME}.yaml", GUIDES[language].pieces
    assert len(pieces[0].splitlines()) == 4
    for number in range(1, len(pieces) + 1):
        text = "".join(pieces[:number])
        path.write_text(text, encoding="utf-8")
        warned = [] if "kind: win" in text else ["W411"]
        assert [complaint.code for complaint in levels.check_paths([path])] == warned
        assert levels.load(path).id == NAME


@in_both
def test_the_level_of_the_guide_keeps_its_promises(language: str, desk: Path, command: Command) -> None:
    small = "".join(GUIDES[language].pieces).replace("market: {", "market: {agents: 2k, ")
    (desk / f"{NAME}.yaml").write_text(small, encoding="utf-8")
    said = command("check", f"{NAME}.yaml", "--play", "--strict", "-j", "1")
    assert (said.code, said.out) == (0, "")


@in_both
def test_a_slip_is_told_as_the_guide_says(language: str, desk: Path, command: Command) -> None:
    guide = GUIDES[language]
    (desk / "typo.yaml").write_text(guide.files["typo.yaml"], encoding="utf-8")
    with pytest.raises(LevelError):
        levels.load(Path("typo.yaml"))
    assert command("check", "typo.yaml", lang=language).out == guide.printed[0]


@in_both
def test_the_mod_of_the_guide_works(language: str, desk: Path, command: Command) -> None:
    before = levels.load("first-customer").start.cash_won
    write_mod(GUIDES[language], desk)
    said = command("check", "plants", "--strict")
    assert (said.code, said.out) == (0, "")
    assert "plants 1.0.0" in command("mods", "list").out
    assert f"{before * 9 // 1_000_000_0}M" in command("explain", "first-customer", "player.cash").out
    assert command("check", f"plants/{NAME}", "--strict").code == 0


@in_both
def test_every_command_of_the_guide_can_be_given(language: str) -> None:
    assert len(GUIDES[language].commands) >= 10
    for name, *rest in GUIDES[language].commands:
        assert not parser_of(name, Words("en")).read(rest).help


@in_both
def test_every_key_of_a_mod_is_in_the_guide(language: str) -> None:
    from game.content.modshape import ModShape

    page = (DOCS / {"en": "modding.md", "ko": "modding.ko.md"}[language]).read_text(encoding="utf-8")
    known = page + "`format`"
    assert [key for key in ModShape.model_fields if f"`{key}`" not in known] == []


def test_both_guides_say_the_same() -> None:
    english, korean = GUIDES["en"], GUIDES["ko"]
    assert english.pieces == korean.pieces
    assert english.files == korean.files
    assert english.commands == korean.commands
