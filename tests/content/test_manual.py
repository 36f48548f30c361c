"""The reference page: committed as made, in both languages, and complete."""

import re

import pytest

from game.content import lexicon, manual
from game.content.atlas import keys, shapes
from game.content.settings import KNOWN
from game.content.shelf import LEVELS
from game.content.words import Words
from game.world.catalogue import CATALOGUE

PAGES = {"en": "level-format.md", "ko": "level-format.ko.md"}


@pytest.mark.parametrize("language", PAGES)
def test_the_committed_page_is_as_the_game_makes_it(language: str) -> None:
    path = LEVELS.parent / "docs" / PAGES[language]
    made = manual.page(Words(language))  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == made, "run: python main.py docs -o docs"


@pytest.mark.parametrize("language", PAGES)
def test_the_page_names_everything_a_level_can_say(language: str) -> None:
    page = manual.page(Words(language))  # type: ignore[arg-type]
    sections = dict(re.findall(r"## (.*)\n((?:.|\n)*?)(?=\n## |\Z)", page))
    for path, shape in shapes():
        title = f"`{'.'.join(path).replace('.0', '[]')}`" if path else Words(language).say("manual.level")  # type: ignore[arg-type]
        for key in keys(shape):
            assert f"\n| `{key.name}` | " in sections[title]
    for name in (*CATALOGUE, *lexicon.effects(), *KNOWN):
        assert f"\n| `{name}` | " in page


def test_the_korean_page_is_korean() -> None:
    page = manual.page(Words("ko"))
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert [row for row in rows if not re.search("[가-힣]", row)] == []


def test_a_cell_cannot_break_its_table() -> None:
    lines = [line for line in manual.page(Words("en")).splitlines() if line.startswith("|")]
    bars = [len(re.findall(r"(?<!\\)\|", line)) for line in lines]
    heads = [number for number, line in enumerate(lines) if set(line) <= set("| -")]
    for head in heads:
        end = next((n - 1 for n in heads if n > head), len(lines))
        assert set(bars[head - 1 : end]) == {bars[head]}
