"""Looking a week ahead tells ranges and no secrets; the books tell what is certain."""

import gc
import weakref
from dataclasses import replace

import pytest

from agents.messages import Decision, ModelKind
from game.play.playthrough import Playthrough
from game.study import outlook
from game.study.books import open_books, prospects, qualities, runway_weeks, weekly_cost_won
from game.study.outlook import look_ahead
from game.study.person import story_of
from tests.levels_for_tests import tiny


@pytest.fixture
def game():
    with Playthrough.new(tiny(weeks=40, agents=2_000), 5, None) as begun:
        order = replace(begun.decision, opens_early=True, marketing_won=20_000_000, content_won=6_000_000)
        for _ in range(12):
            begun.play(order)
        yield begun


def test_looking_ahead_changes_nothing(game):
    before = game.model.fingerprint()
    look_ahead(game, replace(game.decision, marketing_won=30_000_000))
    assert game.model.fingerprint() == before


def test_the_worlds_of_a_look_ahead_go_at_once_and_do_not_wait_for_waste_to_be_looked_for(game, monkeypatch):
    markets = []

    def seen(world, number, dark=outlook.in_the_dark):
        copy = dark(world, number)
        markets.append(weakref.ref(copy.market))
        return copy

    monkeypatch.setattr(outlook, "in_the_dark", seen)
    gc.disable()
    try:
        look_ahead(game, Decision())
        assert markets
        assert [market() for market in markets] == [None] * len(markets)
    finally:
        gc.enable()


def test_the_copies_disagree_about_people_and_agree_about_bills(game):
    found = look_ahead(game, game.decision, copies=8)
    assert found.users.low < found.users.high
    assert found.accuracy.low == found.accuracy.high
    assert found.cash_won.high < 0


def test_the_worlds_own_luck_is_not_among_the_copies(game):
    """Otherwise a patient player could read next week off the screen."""
    found = look_ahead(game, game.decision, copies=1)
    twin = game.model.branch()
    twin.play_week(game.decision)
    change = twin.reports[-1].users - game.model.reports[-1].users
    twin.release()
    assert not found.users.low == found.users.high == change


def test_a_branch_with_another_seed_goes_another_way_and_one_without_the_same(game):
    same, other = game.model.branch(), game.model.branch(99)
    for world in (same, other):
        for _ in range(3):
            world.play_week(game.decision)
    for _ in range(3):
        game.play(game.decision)
    assert same.fingerprint() == game.model.fingerprint()
    assert other.reports[-1].users != game.model.reports[-1].users
    same.release()
    other.release()


def test_a_look_ahead_nobody_waits_for_stops(game):
    asked = []
    assert look_ahead(game, game.decision, is_stale=lambda: len(asked) or asked.append(1)) is None


def test_twice_the_labelling_cleans_twice_as_much(game):
    books = open_books(game.model)
    found = prospects(books, replace(game.decision, labelling_won=2 * game.decision.labelling_won))[
        "labelling_won"
    ]
    assert found.after == pytest.approx(2 * found.before)


def test_more_engineers_bring_the_release_nearer_and_none_never(game):
    books = open_books(game.model)
    many = prospects(books, replace(game.decision, engineers=12))["engineers"]
    none = prospects(books, replace(game.decision, engineers=0))["engineers"]
    assert many.after < many.before
    assert none.after == float("inf")


def test_a_crawler_before_the_first_model_puts_the_first_release_off():
    """The trap of the source deck, told before it is walked into."""
    with Playthrough.new(tiny(), 1, None) as fresh:
        books = open_books(fresh.model)
        found = prospects(books, replace(fresh.decision, crawl_items=10_000))
        assert found["engineers"].after > found["engineers"].before + 10
        assert found["crawl_items"].after > 5_000_000


def test_prospects_of_the_orders_in_force_change_nothing(game):
    books = open_books(game.model)
    assert all(one.before == one.after for one in prospects(books, game.decision).values())


def test_qualities_are_those_of_next_weeks_data():
    with Playthrough.new(tiny(), 1, None) as fresh:
        with_open = qualities(open_books(fresh.model), fresh.decision)
        without = qualities(open_books(fresh.model), replace(fresh.decision, open_data=False))
        assert with_open[ModelKind.CLASSICAL] > without[ModelKind.CLASSICAL]
        assert with_open[ModelKind.RULES] == without[ModelKind.RULES]


def test_the_books_stay_as_they_were_while_the_world_goes_on(game):
    books = open_books(game.model)
    before = prospects(books, Decision()), runway_weeks(books)
    game.play(replace(game.decision, engineers=9))
    assert (prospects(books, Decision()), runway_weeks(books)) == before


def test_the_weekly_bill_is_the_sum_of_what_levers_cost(game):
    books = open_books(game.model)
    dearer = replace(game.decision, content_won=game.decision.content_won + 1_000_000)
    added = weekly_cost_won(books, dearer) - weekly_cost_won(books, game.decision)
    assert added == round(1_000_000 * (1 + game.model.parameters.overhead))


def test_a_person_who_came_can_say_when_and_why(game):
    view = game.view()
    row = next(r for r in range(len(view.service)) if view.service[r] == 0)
    story = story_of(game, row)
    assert 1 <= story.since(0) <= game.week
    assert story.accounts[-1].terms
