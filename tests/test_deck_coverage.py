"""The page on the source deck names only what is there: tests, levers, numbers, news, levels, pages, screens."""

import ast
import re
from collections.abc import Container
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from agents.messages import LEVERS, Infra, Term
from game.content import codex
from game.study.bots import BOTS
from game.world.catalogue import EFFECTS
from game.world.money import Reason
from game.world.newsroom import IDS
from game.world.parameters import about
from game.world.report import WeekReport

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "deck-coverage.md"
ROWS = [f"D{number}" for number in range(1, 32)]
COLUMNS = ("row", "the deck says", "in play", "seen", "proven", "weaker than the deck")


@cache
def rows() -> dict[str, tuple[str, ...]]:
    """The cells of every row, by row."""
    lines = re.findall(r"^\| (D\d+) \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {row: tuple(cells.split(" | ")) for row, cells in lines}


@cache
def every_test() -> frozenset[str]:
    """The names of all test functions."""
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {
            n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")
        }
    return frozenset(found)


@cache
def lessons() -> frozenset[str]:
    """The names of the lessons."""
    return frozenset(
        re.findall(r"^    (test_D\d+_\w+),$", (ROOT / "tests/test_lessons.py").read_text(), re.MULTILINE)
    )


@cache
def levels() -> frozenset[str]:
    """The ids of the levels that come with the game."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "levels").rglob("*.yaml"))
    return frozenset(m[1] for text in texts if (m := re.search(r"^id: (\S+)", text, re.MULTILINE)))


def files(folder: str) -> frozenset[str]:
    """The names of the modules of a folder."""
    return frozenset(path.stem for path in (ROOT / folder).glob("*.py"))


@cache
def known() -> dict[str, Container[str]]:
    """What may be named, by the word before the name."""
    return {
        "lever": LEVERS,
        "parameter": about(),
        "item": Infra.__members__,
        "reason": Term.__members__,
        "news": IDS,
        "effect": EFFECTS,
        "line": {reason.value for reason in Reason},
        "field": {field.name for field in fields(WeekReport)},
        "bot": BOTS,
        "level": levels(),
        "page": codex.read().entries,
        "scene": files("game/ui/scenes"),
        "reading": files("game/ui/readings"),
        "module": {
            path.relative_to(ROOT).as_posix() for f in ("agents", "game") for path in (ROOT / f).rglob("*.py")
        },
    }


def named(cell: str) -> list[str]:
    """What a cell names in code style."""
    return re.findall(r"`([^`]+)`", cell)


def test_the_page_has_every_row_once_and_every_cell_filled() -> None:
    assert sorted(rows(), key=ROWS.index) == ROWS
    assert all(len(cells) == len(COLUMNS) - 1 and all(cells) for cells in rows().values())


@pytest.mark.parametrize("row", ROWS)
def test_what_a_row_names_is_there(row: str) -> None:
    says, plays, seen, proven, weaker = rows()[row]
    for name in named(says + plays + seen + weaker):
        kind, _, rest = name.partition(" ")
        assert rest in known()[kind] if rest else (ROOT / name).exists(), name
    for name in named(proven):
        assert name in every_test(), name
    assert named(plays)
    assert named(seen)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_proven_by_its_lesson_and_by_another_test(row: str) -> None:
    first, *others = named(rows()[row][3])
    assert first in lessons()
    assert first.startswith(f"test_{row}_")
    assert others
    assert not lessons() & {*others}


@pytest.mark.parametrize("row", ROWS)
def test_the_codex_has_a_page_about_each_row_and_the_row_names_one(row: str) -> None:
    entries = codex.read().entries
    pages = [name.removeprefix("page ") for name in named(rows()[row][2]) if name.startswith("page ")]
    assert any(row in entries[page].rows for page in pages)


def test_every_level_of_the_campaign_stands_in_some_row() -> None:
    named_levels = {name for cells in rows().values() for name in named("".join(cells))}
    for path in (ROOT / "levels").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        id_, tags = (re.search(rf"^{key}: (.+)", text, re.MULTILINE) for key in ("id", "tags"))
        if id_ and tags and "campaign" in tags[1]:
            assert f"level {id_[1]}" in named_levels, id_[1]
