"""`new-level`, `schema`, `docs`: files that are written whole, said to be written, and never over a level."""

import json
from pathlib import Path

import pytest

from game.content import schemas
from tests.commands.conftest import Command


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("more", [(), ("--full",), ("--from", "the-loop")])
def test_a_new_level_passes_check_at_once(
    command: Command, tmp_path: Path, lang: str, more: tuple[str, ...]
) -> None:
    said = command("new-level", "mine/first", "-o", tmp_path, *more, lang=lang)
    path = tmp_path / "first.yaml"
    assert (said.code, said.out) == (0, "")
    assert f"check {path} --watch" in said.err
    assert command("check", path, "--strict").code == 0


def test_a_new_level_can_be_written_to_a_file_of_any_name(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "new" / "01_mine.yaml"
    assert command("new-level", "mine", "-o", path).code == 0
    assert "id: mine\n" in path.read_text(encoding="utf-8")


def test_a_level_is_never_written_over(command: Command, tmp_path: Path) -> None:
    command("new-level", "mine", "-o", tmp_path)
    (tmp_path / "mine.yaml").write_text("mine", encoding="utf-8")
    said = command("new-level", "mine", "-o", tmp_path)
    assert said.code == 1
    assert "never written over" in said.err
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "mine"


def test_a_new_level_can_build_on_one_beside_it(command: Command, small: Path) -> None:
    said = command("new-level", "kid", "--from", small, "-o", small.parent)
    assert said.code == 0
    assert "extends: small" in small.with_name("kid.yaml").read_text(encoding="utf-8")


def test_a_level_that_could_not_be_found_from_there_leaves_nothing_behind(
    command: Command, small: Path, tmp_path: Path
) -> None:
    said = command("new-level", "kid", "--from", small, "-o", tmp_path / "elsewhere")
    assert said.code == 1
    assert "L310" in said.err
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), "my-level"),
        (("My Level",), "My Level"),
        (("the-loop",), "the-loop"),
        (("x", "--from", "no-such-level"), "no-such-level"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_new_level_needs_a_free_id_and_a_level_to_build_on(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], named: str, lang: str
) -> None:
    said = command("new-level", *arguments, "-o", tmp_path / "new", lang=lang)
    assert said.code == 2
    assert named in said.err
    assert not (tmp_path / "new").exists()


def test_a_new_level_cannot_build_on_a_broken_one(command: Command, small: Path) -> None:
    small.write_text(small.read_text(encoding="utf-8") + "plaier: {}\n", encoding="utf-8")
    said = command("new-level", "kid", "--from", small, "-o", small.parent)
    assert said.code == 1
    assert "plaier" in said.err
    assert not small.with_name("kid.yaml").exists()


def test_a_schema_is_printed_or_written(command: Command, tmp_path: Path) -> None:
    assert json.loads(command("schema").out) == schemas.schema("editing")
    assert json.loads(command("schema", "--complete").out) == schemas.schema("complete")
    assert command("schema", "-o", tmp_path / "one.json").code == 0
    assert json.loads((tmp_path / "one.json").read_text(encoding="utf-8")) == schemas.schema("editing")
    folder = tmp_path / "both"
    folder.mkdir()
    command("schema", "-o", folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(schemas.FILES.values())


def test_the_reference_is_printed_in_one_language_or_written_in_both(
    command: Command, tmp_path: Path
) -> None:
    assert command("docs").out.startswith("# Level files")
    assert command("docs", lang="ko").out.startswith("# 레벨 파일")
    said = command("docs", "-o", tmp_path / "docs")
    assert said.out == ""
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == [
        "level-format.ko.md",
        "level-format.md",
    ]


def test_a_folder_that_cannot_be_made_is_a_problem(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = command("docs", "-o", tmp_path / "file" / "docs")
    assert said.code == 1
    assert "cannot be written" in said.err
