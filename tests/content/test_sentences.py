"""Everything the world reports by id has words in both languages."""

import re

import pytest

from agents.messages import LEVERS, ModelKind, Term
from game.content import sentences
from game.content.words import Words
from game.world import newsroom
from game.world.level import Level, Text
from game.world.levers import RANGES, Refusal
from game.world.money import Reason
from game.world.report import Ending, NewsItem, Outcome
from tests.levels_for_tests import tiny

LANGUAGES = ("ko", "en")


def told() -> dict[str, dict[str, float | str | Text]]:
    """Return a value for every gap that the table of the newsroom names, by id of the news."""
    samples: dict[str, dict[str, float | str | Text]] = {}
    for row in re.findall(
        r"^\| ([a-zA-Z0-9., ]+?) +\| [a-z, ]+\| ([^|]*)\|", newsroom.__doc__ or "", re.MULTILINE
    ):
        values: dict[str, float | str | Text] = {}
        for name, kind in re.findall(r"(\w+)( \(Text\))?", row[1]):
            values[name] = (
                Text("이름", "name")
                if kind
                else {
                    "model": "deep",
                    "factor": "luck",
                    "stage": "tuning",
                    "item": "gpu",
                    "without": "gpu",
                }.get(name, 1.0)
            )
        for id_ in newsroom.IDS:
            if id_.split(".")[0] == row[0].split(".")[0] and id_ not in samples:
                samples[id_] = values
            if id_ == row[0]:
                samples[id_] = values
    return samples


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", newsroom.IDS)
def test_every_news_item_is_a_sentence(language: str, id_: str) -> None:
    item = NewsItem(1, id_, newsroom.IDS[id_], tuple(told()[id_].items()))
    said = sentences.news(Words(language), item)  # type: ignore[arg-type]
    assert said
    assert "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "refused",
    [
        Refusal("", "closed"),
        Refusal("", "over"),
        Refusal("price_won", "range", (("value", -1), ("low", 0), ("high", 1_000_000))),
        Refusal("model", "range", (("value", 9), ("low", 0), ("high", 3))),
        Refusal("feedback_permille", "range", (("value", 1005), ("low", 0), ("high", 1000))),
        Refusal("model", "locked"),
        Refusal("ux_won", "cash", (("needs_won", 3), ("has_won", 2), ("short_won", 1))),
        Refusal("answers", "unknown-answer", (("id", "x"),)),
        Refusal("answers", "unknown-choice", (("id", "x"), ("choice", "y"))),
        Refusal("answers", "repeated-answer", (("id", "x"),)),
    ],
    ids=lambda refused: f"{refused.code}-{refused.lever}",
)
def test_every_refusal_says_why(language: str, refused: Refusal) -> None:
    assert "{" not in sentences.refusal(Words(language), refused)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_levers_kinds_reasons_and_outcomes_have_names(language: str) -> None:
    words = Words(language)  # type: ignore[arg-type]
    names = [sentences.lever(words, lever) for lever in LEVERS]
    assert len(set(names)) == len(LEVERS)
    for lever, (low, high) in RANGES.items():
        assert sentences.setting(words, lever, low) != sentences.setting(words, lever, high)
    ids = [f"model.{kind.name.lower()}" for kind in ModelKind]
    ids += [f"because.left.{term.name}" for term in Term]
    ids += [f"because.{reason.value}" for reason in Reason]
    ids += [f"outcome.{outcome.value}" for outcome in Outcome]
    assert [id_ for id_ in ids if not words.has(id_)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cause", ["goals-met", "out-of-cash", "out-of-time", "sold"])
def test_every_ending_names_its_cause(language: str, cause: str) -> None:
    level: Level = tiny()
    assert sentences.ending(Words(language), level, Ending(Outcome.LOST, cause))  # type: ignore[arg-type]
