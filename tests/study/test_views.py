"""One week seen three ways: each view is true to the world, and the sentence names a real disagreement."""

import math
from dataclasses import replace

import pytest

from agents.messages import Term
from game.content.words import Words
from game.play.playthrough import Playthrough
from game.study.recording import Recording
from game.study.views import FAR, Measured, Views, quarrel_of, views_in, views_of
from game.study.views_told import told
from game.study.why import NobodyError
from game.world.level import Business
from game.world.model import MarketModel
from game.world.report import WeekReport
from tests.levels_for_tests import tiny


@pytest.fixture(scope="module")
def week(recorded: Recording) -> Views:
    return views_in(recorded, 20)


@pytest.fixture(scope="module")
def before(recorded: Recording) -> WeekReport:
    return recorded.reports[15]


def test_looking_three_ways_changes_nothing(played: Playthrough) -> None:
    world = played.model
    before = world.fingerprint()
    assert views_of(world) == views_of(world)
    assert world.fingerprint() == before


def test_a_week_looked_back_at_is_the_week_as_it_was(played: Playthrough, recorded: Recording) -> None:
    assert views_of(played.model) == views_in(recorded, played.week)


def test_the_books_add_up_to_the_last_won(recorded: Recording) -> None:
    for number in range(2, recorded.weeks + 1):
        booked = views_in(recorded, number).booked
        assert booked.opening_won == recorded.reports[number - 2].cash_won
        assert booked.opening_won + sum(m.won for m in booked.movements) == booked.cash_won


def test_the_groups_are_all_the_users_and_their_mean_is_what_users_get(week: Views) -> None:
    groups = week.measured.groups
    assert math.fsum(g.users for g in groups) == pytest.approx(week.felt.users)
    mean = math.fsum(g.users * g.felt for g in groups) / week.felt.users
    assert week.measured.felt == pytest.approx(mean)


def test_reasons_are_counted_people_the_most_first(week: Views, recorded: Recording) -> None:
    counts = [people for _, people in week.felt.reasons]
    assert counts == sorted(counts, reverse=True)
    assert math.fsum(counts) == pytest.approx(math.fsum(recorded.reports[19].left_by))


def test_before_anything_is_open_nobody_can_disagree(recorded: Recording) -> None:
    first = views_in(recorded, 1)
    assert not first.is_open
    assert first.quarrel is None
    with pytest.raises(NobodyError):
        views_in(recorded, 0)
    with pytest.raises(ValueError, match="no week"):
        views_of(MarketModel(tiny(weeks=4, agents=400), 1))


def test_a_better_test_while_people_leave_for_fit_is_told_first(week: Views, before: WeekReport) -> None:
    misfit = replace(week.felt, reasons=((Term.FIT, 30.0), (Term.PRICE, 10.0)))
    better = replace(week.measured, tested=before.accuracy + 0.02, felt=before.accuracy + 0.02 - 2 * FAR)
    found = quarrel_of(replace(week, felt=misfit, measured=better), before)
    assert found is not None
    assert found.code == "better-but-misfit"
    other = replace(week.felt, reasons=((Term.SPEED, 30.0), (Term.FIT, 10.0)))
    found = quarrel_of(replace(week, felt=other, measured=better), before)
    assert found is not None
    assert (found.code, found.term) == ("better-but", Term.SPEED)


def test_a_model_that_serves_its_own_users_as_tested_quarrels_with_nobody(
    week: Views, before: WeekReport
) -> None:
    agreeing = _agreeing(week, before)
    assert quarrel_of(agreeing, before) is None
    old = replace(agreeing.measured, lost=0.1, watched=None, felt=before.accuracy - 2 * FAR)
    found = quarrel_of(replace(agreeing, measured=_alike(old)), before)
    assert found is not None
    assert found.code == "old-test"


def test_an_average_that_hides_a_group_is_told(week: Views, before: WeekReport) -> None:
    agreeing = _agreeing(week, before)
    first, *rest = agreeing.measured.groups
    share = agreeing.felt.users / 4
    groups = (replace(first, users=share, felt=0.4), *(replace(g, users=share, felt=0.8) for g in rest))
    hidden = replace(agreeing.measured, groups=groups, felt=0.7, tested=0.7)
    found = quarrel_of(replace(agreeing, measured=hidden), replace(before, accuracy=0.7))
    assert found is not None
    assert (found.code, found.segment) == ("one-group", first.segment)


def test_money_from_outside_is_not_taken_for_earnings(week: Views, before: WeekReport) -> None:
    agreeing = _agreeing(week, before)
    booked = replace(agreeing.booked, cash_won=agreeing.booked.opening_won + 1, revenue_won=0, cost_won=5)
    found = quarrel_of(replace(agreeing, booked=booked), before)
    assert found is not None
    assert found.code == "others-money"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_week_can_be_told_in_both_languages(recorded: Recording, language: str) -> None:
    words = Words("ko" if language == "ko" else "en")
    codes = set()
    for number in range(1, recorded.weeks + 1):
        found = views_in(recorded, number)
        said = told(words, recorded.level, found)
        assert [panel.id for panel in said.panels] == ["felt", "booked", "measured"]
        assert said.verdict
        assert said.disagrees == (found.quarrel is not None)
        codes.add(found.quarrel.code if found.quarrel else "")
    assert len(codes) > 1


def _agreeing(week: Views, before: WeekReport) -> Views:
    """Return a week in which all three say the same."""
    measured = _alike(replace(week.measured, tested=before.accuracy, felt=before.accuracy, lost=0.0))
    booked = replace(week.booked, revenue_won=2, cost_won=2, runway_weeks=50.0)
    felt = replace(week.felt, satisfied=1.0, joined=5.0, left=5.0)
    return replace(week, measured=measured, booked=booked, felt=felt)


def _alike(measured: Measured) -> Measured:
    return replace(measured, groups=tuple(replace(g, felt=measured.felt) for g in measured.groups))


def test_a_firm_that_sells_technology_is_asked_for_clients_not_users(week: Views) -> None:
    words, level = Words("en"), tiny()
    sold = replace(week, business=Business.TECHNOLOGY, felt=replace(week.felt, contracts=3))
    rows = told(words, level, sold).panels[0].rows
    assert [(row.label, row.amount) for row in rows] == [("clients under contract", "3")]
