"""The catalogue of values and effects: complete, documented, finite, and true to the report."""

import math
from pathlib import Path

import pytest
import yaml

from game.world.catalogue import CATALOGUE, EFFECTS, MARKET
from game.world.conditions import Kind
from game.world.model import MarketModel
from game.world.newsroom import IDS
from tests.levels_for_tests import tiny

WORDS = Path(__file__).parents[2] / "assets" / "words" / "catalogue.yaml"


@pytest.fixture(scope="module")
def words():
    return yaml.safe_load(WORDS.read_text(encoding="utf-8"))


def test_a_world_answers_every_name_of_the_catalogue_from_the_first_day():
    model = MarketModel(tiny(), 1)
    for _ in range(3):
        found = model.values()
        assert list(found) == list(CATALOGUE) or set(found) == set(CATALOGUE)
        assert all(math.isfinite(value) for value in found.values())
        model.step()


def test_every_value_is_of_the_kind_the_catalogue_says():
    model = MarketModel(tiny(), 1)
    model.step()
    for name, value in model.values().items():
        kind = CATALOGUE[name].kind
        assert kind in {"number", "share", "money", "weeks", "yes-no"}
        assert (kind == Kind.YES_NO.value) == isinstance(value, bool)


def test_values_after_a_week_are_those_of_its_report():
    model = MarketModel(tiny(weeks=30), 1)
    for _ in range(25):
        model.step()
    found, report = model.values(), model.reports[-1]
    for name, number in {
        "week": report.week,
        "users": report.users,
        "cash": report.cash_won,
        "quality": report.quality,
        "accuracy": report.accuracy,
        "trust": report.trust,
        "data.service": report.data_items[2],
        "data.effective": report.effective_items,
        "releases": report.releases,
        "awareness": report.awareness,
        "loop.gain": report.ring.gain,
    }.items():
        assert found[name] == number


def test_every_name_is_explained_in_both_languages_and_nothing_else_is(words):
    effects = {name for name in EFFECTS if not name.startswith(MARKET)}
    assert set(words["values"]) == set(CATALOGUE)
    assert set(words["effects"]) == effects | {"market"}
    for entry in [*words["values"].values(), *words["effects"].values()]:
        assert set(entry) == {"ko", "en"}
        assert all(entry.values())


def test_the_table_of_news_lists_every_id():
    import game.world.newsroom as newsroom

    table = newsroom.__doc__ or ""
    for id_, severity in IDS.items():
        family = id_.split(".")[0] + "."
        assert severity in {"info", "good", "warn", "bad"}
        assert f"| {id_} " in table or family in table
