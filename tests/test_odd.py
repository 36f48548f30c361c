"""The description of the model, in both languages, leaves nothing of it out."""

import re
from pathlib import Path

import pytest

from game.world.parameters import about

DOCS = Path(__file__).parent.parent / "docs"


def text(language: str) -> str:
    return (DOCS / f"odd.{language}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_description_says_what_every_parameter_is_for(language: str) -> None:
    named = set(re.findall(r"\w+", text(language)))
    assert set(about()) <= named, set(about()) - named


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_description_names_modules_and_evidence_that_exist(language: str) -> None:
    said = text(language)
    root, folders = DOCS.parent, ("agents", "game/world", "game/study")
    for name in set(re.findall(r"`([\w/]+\.(?:py|yaml))`", said)):
        assert any((root / place / name).exists() for place in ("", *folders)), name
    for link in set(re.findall(r"\]\(([\w./]+\.md)\)", said)):
        assert (DOCS / link).exists(), link


def test_both_languages_have_the_same_sections() -> None:
    numbers = [re.findall(r"^#+ (\d[\d.]*)", text(language), re.MULTILINE) for language in ("en", "ko")]
    assert numbers[0] == numbers[1]
    assert len(numbers[0]) >= 7
