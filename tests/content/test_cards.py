"""What an answer to an event changes is said before it is given, exactly as far as it is certain."""

from dataclasses import replace

import pytest

from agents.messages import Source
from game.content import cards
from game.content.words import Words
from game.world.catalogue import EFFECTS, MARKET
from game.world.level import Effect
from game.world.model import MarketModel
from game.world.weekly import report
from tests.levels_for_tests import tiny


@pytest.fixture(scope="module")
def world():
    model = MarketModel(tiny(), 1)
    yield model
    model.release()


@pytest.fixture
def now(world):
    """The report of the world's first day."""
    return report(world, 0)


def said(now, *effects, lang="en"):
    return cards.changes(Words(lang), effects, now)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", [name for name in EFFECTS if not name.startswith(MARKET)])
def test_every_effect_has_words(now, name, lang):
    (change,) = said(
        replace(now, trust=0.5, content=0.4),
        Effect(name, add=0.25 if EFFECTS[name].high <= 1 else 3.0),
        lang=lang,
    )
    assert change.what
    assert change.amount


def test_a_change_is_what_the_world_would_make_of_it(now):
    trusted = replace(now, trust=0.95)
    assert [change.amount for change in said(trusted, Effect("trust", add=0.10))] == ["+5 pts"]
    assert [change.amount for change in said(trusted, Effect("cash", add=-20_000_000))] == ["−₩20M"]


def test_awareness_reaches_only_those_who_do_not_know_the_firm(now):
    assert said(replace(now, awareness=0.5), Effect("awareness", add=0.10))[0].amount == "+5 pts"


def test_a_scaled_stock_is_told_in_items(now):
    items = [0.0] * 4
    items[Source.SERVICE] = 1000.0
    (change,) = said(replace(now, data_items=tuple(items)), Effect("data.service", scale=0.7))
    assert (change.amount, change.good) == ("−300", -1)


def test_what_changes_nothing_is_not_told(now):
    assert said(replace(now, data_items=(0.0,) * 4), Effect("data.service", scale=0.7)) == ()


@pytest.mark.parametrize(("name", "add", "good"), [("debt", 0.1, -1), ("debt", -0.1, 1), ("trust", 0.1, 1), ("press", 0.3, -1),
                                                   ("press", -0.3, 1), ("backlog.crawl", 500, -1)])  # fmt: skip
def test_good_and_bad_are_told_apart(now, name, add, good):
    assert said(replace(now, trust=0.5), Effect(name, add=add))[0].good == good


def test_a_harder_story_is_told_harder(now):
    told = [said(now, Effect("press", add=add))[0].amount for add in (0.1, 0.4, 0.9)]
    assert told == ["a little worse", "worse", "much worse"]


def test_a_change_of_the_market_names_no_parameter(now):
    (change,) = said(now, Effect("market.item_cost", scale=2.0))
    assert (change.what, change.good) == ("The market", 0)
