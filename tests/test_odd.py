"""The description of the model, in both languages, says what the code does: every parameter, its default and its range."""

import re
from pathlib import Path

import pytest

from game.world.parameters import Parameters, about

DOCS = Path(__file__).parent.parent / "docs"
ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+?)(?: to |~)([^|]+) \|.*\| ([A-D]) \|$", re.MULTILINE)


def figure(x: float) -> str:
    return f"{x:,.0f}" if abs(x) >= 1000 else f"{x:g}"


@pytest.mark.parametrize("name", ["odd.en.md", "odd.ko.md"])
def test_the_description_lists_every_parameter_as_the_code_has_it(name: str) -> None:
    defaults = Parameters()
    code = {
        p: (figure(getattr(defaults, p)), figure(known.low), figure(known.high), known.confidence)
        for p, known in about().items()
    }
    listed = {row[0]: tuple(row[1:]) for row in ROW.findall((DOCS / name).read_text(encoding="utf-8"))}
    assert listed == code


def test_both_languages_have_the_same_sections() -> None:
    numbers = [
        re.findall(r"^#+ (\d[\d.]*)", (DOCS / f"odd.{language}.md").read_text(encoding="utf-8"), re.MULTILINE)
        for language in ("en", "ko")
    ]
    assert numbers[0] == numbers[1]
    assert len(numbers[0]) >= 7
