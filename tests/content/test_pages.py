"""A page for every message: its wrong example makes the message, its right one has nothing wrong with it."""

import re
from pathlib import Path

import pytest

from game.content import levels, pages
from game.content.nodes import Map
from game.content.telling import CATALOGUE
from game.content.tree import read_file
from game.content.words import Words
from game.study import promises

UNSHOWN = {  # what no few lines can show: other files, other users, sizes
    "Y100", "Y101", "Y102", "Y103", "Y104", "Y105", "Y115", "Y116", "Y118", "Y119", "X208", "L312", "L321",
}  # fmt: skip
PLAYED = {"P501"}
PROVED = {"P511", "P512", "P513", "W421", "W422", "W423"}  # hundreds of games are no example
MODS = {"W407", "W431", *(f"M6{n:02}" for n in range(1, 16))} - {"M609"}
SHOWN = [code for code in pages.codes() if code not in UNSHOWN | PLAYED | PROVED | MODS]


def complained(folder: Path, text: str) -> list[str]:
    path = folder / "example.yaml"
    path.write_text(text, encoding="utf-8")
    return [complaint.code for complaint in levels.check_paths([path])]


def test_every_message_has_a_page() -> None:
    catalogue = read_file(CATALOGUE).root
    assert catalogue is not None
    codes = catalogue.entries["codes"].value
    assert isinstance(codes, Map)
    assert set(codes.entries) - MODS == set(pages.codes()) - MODS


def test_every_page_has_its_two_examples_or_cannot_have_them() -> None:
    for code in pages.codes():
        has = {which for which in ("wrong", "right") if pages.example(code, which) is not None}
        assert has == (set() if code in UNSHOWN | PROVED | MODS else {"wrong", "right"}), code


@pytest.mark.parametrize("code", SHOWN)
def test_a_wrong_example_makes_its_message(code: str, tmp_path: Path) -> None:
    assert code in complained(tmp_path, pages.example(code, "wrong") or "")


@pytest.mark.parametrize("code", SHOWN)
def test_a_right_example_has_nothing_wrong_with_it(code: str, tmp_path: Path) -> None:
    left = {"W411"} if code != "W411" else set()  # an example may leave out what wins
    assert set(complained(tmp_path, pages.example(code, "right") or "")) <= left


@pytest.mark.parametrize(("which", "is_kept"), [("wrong", False), ("right", True)])
def test_the_example_of_a_promise_is_played(which: str, is_kept: bool, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text((pages.example("P501", which) or "") + "market: {agents: 500}\n", encoding="utf-8")
    level = levels.load(path)
    kept = promises.kept(level, dict(promises.play_all([level], 1)))
    assert [promise.is_kept for promise in kept] == [is_kept]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("code", pages.codes())
def test_a_page_is_written_in_its_language(code: str, language: str) -> None:
    page = pages.page(code, Words(language))  # type: ignore[arg-type]
    assert page is not None
    head, about, *_ = page.split("\n\n")
    assert head.startswith(f"{code}  ")
    assert bool(re.search("[가-힣]", about)) is (language == "ko")


def test_a_message_nobody_knows_has_no_page() -> None:
    assert pages.page("Q999", Words("en")) is None
