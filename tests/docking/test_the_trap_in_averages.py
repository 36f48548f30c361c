"""The trap and its ways out, in four hundred worlds of averages: what a few worlds of people are too few to show.

Averages cost next to nothing, and people agree with them (`test_the_whole_market`); so rates can be held tightly here.
Four hundred worlds leave a standard error of 2.5 points at one half.
"""

from dataclasses import replace
from functools import cache

import pytest

from agents.messages import ModelKind
from game.study.bots import CRAWLER, TRAP, Policy
from tests.docking.test_the_whole_market import setting
from tests.docking.whole import Fate, reckon
from tests.patterns.play import broken

SEEDS = range(1, 401)


@cache
def fate(policy: Policy) -> Fate:
    return reckon(setting(), policy, SEEDS)


def escapes(policy: Policy) -> float:
    return float(fate(policy).escaped.mean())


def test_nobody_escapes_while_no_link_is_broken() -> None:
    assert escapes(TRAP) < 0.01


@pytest.mark.parametrize("link", ["performance", "data", "users"])
def test_any_one_link_frees_some_and_never_all(link: str) -> None:
    assert 0.35 <= escapes(broken(link)) <= 0.65


@pytest.mark.parametrize("links", [("performance", "data"), ("performance", "users"), ("data", "users")])
def test_two_links_free_three_in_four(links: tuple[str, str]) -> None:
    assert escapes(broken(*links)) >= 0.75
    assert escapes(broken(*links)) > max(escapes(broken(link)) for link in links)


def test_all_three_free_nearly_everybody() -> None:
    assert escapes(broken("performance", "data", "users")) >= 0.9


@pytest.mark.parametrize("more", [(), ("data",), ("users",), ("data", "users")])
def test_deep_learning_from_the_first_day_never_beats_starting_simple(more: tuple[str, ...]) -> None:
    simple = broken("performance", *more)
    assert escapes(replace(simple, model=ModelKind.DEEP)) <= escapes(simple)


def test_who_crawls_first_is_out_of_money_before_there_is_a_product() -> None:
    ended = fate(CRAWLER)
    assert (~ended.alive & ~ended.launched).mean() > 0.7


def test_twice_the_seed_money_hardly_frees_anybody() -> None:
    level = setting()
    rich = replace(level, start=replace(level.start, cash_won=2 * level.start.cash_won))
    assert reckon(rich, TRAP, SEEDS).escaped.mean() - escapes(TRAP) < 0.15
