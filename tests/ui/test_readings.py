"""What the desk reads off a market, in words and figures."""

from dataclasses import replace

import numpy as np
import pytest

from agents.messages import Link, Term
from game.content.words import Words
from game.play.playthrough import Playthrough
from game.study.books import open_books, prospects
from game.study.outlook import Span
from game.ui.readings import amounts, crowd, facts, levers, loop, news, previews, status, trends
from game.ui.tokens import DARK, Tone
from game.world.report import Arrow, NewsItem, Ring
from tests.ui.desks import LEAK, market_level

KO, EN = Words("ko"), Words("en")
LEVEL = market_level(agents=2_000, events=(LEAK,))


@pytest.fixture(scope="module")
def game():
    begun = Playthrough.new(LEVEL, 3, None)
    order = replace(begun.decision, opens_early=True, marketing_won=9_000_000, content_won=4_000_000)
    for _ in range(20):
        begun.play(replace(order, answers=()))
    yield begun
    begun.close()


def read(game, words=KO):
    return status.status(words, game.view(), open_books(game.model))


# ---- amounts


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (120, 180, "+120 ~ 180"),
        (-12, 30, "−12 ~ +30"),
        (-1_480, -1_470, "−1,475"),
        (0, 0, "±0"),
        (-90, -40, "−90 ~ −40"),
    ],
)
def test_ranges_are_told_with_one_sign_where_one_will_do(low, high, text):
    assert amounts.span(Span(low, high), lambda n: amounts.count_change(KO, n)) == text


def test_korean_counts_people_with_a_space_after_man():
    assert (amounts.people(KO, 3_412), amounts.people(KO, 18_400)) == ("3,412명", "1.84만 명")
    assert (amounts.people(EN, 3_412), amounts.people(EN, 18_400)) == ("3,412", "18.4k")


def test_a_change_that_rounds_to_nothing_is_neither_good_nor_bad():
    assert amounts.tone_of(0.0001, "±0.0%p") is Tone.PLAIN
    assert amounts.tone_of(3, "+3") is Tone.GOOD
    assert amounts.tone_of(3, "+3", good=-1) is Tone.BAD


# ---- the top bar


def test_cash_and_runway_stand_first(game):
    assert [one.id for one in read(game)] == ["cash", "runway", "users", "accuracy", "mood"]


def test_the_cash_tip_adds_up_to_the_change(game):
    report = game.view().report
    cash = read(game, EN)[0]
    assert len(cash.lines) == len(report.movements)
    assert cash.change == amounts.count_change(EN, sum(m.won for m in report.movements))


def test_the_runway_is_known_before_the_first_week():
    with Playthrough.new(LEVEL, 1, None) as fresh:
        runway = status.status(KO, fresh.view(), open_books(fresh.model))[1]
    assert runway.value.endswith("주")
    assert 0 < runway.share <= 1


def test_a_short_runway_warns_and_then_alarms(game):
    view = game.view()
    tones = []
    for weeks in (60.0, 20.0, 5.0):
        report = replace(view.report, runway_weeks=weeks)
        tones.append(status.status(KO, replace(view, report=report), open_books(game.model))[1].tone)
    assert tones == [Tone.ACCENT, Tone.WARN, Tone.BAD]


def test_investors_are_wary_for_the_reason_of_their_last_no(game):
    no = NewsItem(20, "pitch.no", "warn", (("fund", "x"), ("factor", "growth"), ("weight", -1.0)))
    view = game.view()
    told = replace(view, history=(*view.history, replace(view.report, news=(no,))), sheets=())
    mood = status.status(KO, told, open_books(game.model))[4]
    assert (mood.value, mood.change, mood.tone) == ("신중", "성장 부족", Tone.WARN)


# ---- levers


def test_the_settings_in_force_and_in_the_draft_are_always_stops():
    for lever in levers.LEVERS:
        if lever.form in (levers.Form.SLIDER, levers.Form.AMOUNT):
            found = levers.stops(lever, LEVEL, 123_457, 98)
            assert {123_457, 98} <= set(found)
            assert found == sorted(set(found))


def test_an_amount_that_is_on_never_slides_to_nothing():
    assert min(levers.stops(levers.BY_NAME["crawl_items"], LEVEL, 0, 20_000)) > 0


def test_every_lever_of_the_firm_is_on_exactly_one_tab():
    from agents.messages import LEVERS

    assert sorted(lever.name for lever in levers.LEVERS) == sorted(LEVERS)
    assert {lever.tab for lever in levers.LEVERS} == set(levers.TABS)
    assert sorted(name for names in levers.HEADINGS.values() for name in names) == sorted(LEVERS)


def test_a_hint_says_from_what_to_what_and_whether_that_is_good(game):
    books = open_books(game.model)
    found = prospects(books, replace(books.decision, engineers=24, labelling_won=9_000_000))
    release = previews.hint(KO, found["engineers"])
    assert " → " in release.change
    assert release.tone is Tone.GOOD
    assert previews.hint(EN, found["labelling_won"]).change == "3,000 → 30k items"
    assert previews.hint(KO, found["price_won"]).tone is Tone.PLAIN


# ---- the ring


def ring(**changes):
    arrows = tuple(Arrow(link, 0.2, False) for link in (Link.USERS, Link.DATA, Link.PERFORMANCE))
    return replace(Ring(arrows, 0.3, 0.1, 0.6, 0.01, Link.DATA, 20.0, 40.0), **changes)


def test_the_ring_says_whether_it_turns_in_time(game):
    report = replace(game.view().report, has_launched=True)
    states = [
        loop.loop(EN, replace(report, ring=ring(loop_weeks=weeks))).state
        for weeks in (20.0, 60.0, float("inf"))
    ]
    assert states == ["Turning", "Too slow", "Stalled"]


def test_the_weakest_link_is_named_and_explained(game):
    report = replace(game.view().report, has_launched=True, ring=ring())
    told = loop.loop(EN, report)
    assert told.title == "Weakest link: Data"
    assert told.weakest == 0  # the arrow that leads to data
    assert "20 weeks" in told.why


def test_nothing_is_broken_before_anything_has_been_measured():
    with Playthrough.new(LEVEL, 1, None) as fresh:
        told = loop.loop(KO, fresh.view().report)
    assert not any(passage.is_broken for passage in told.passages)
    assert told.weakest == loop.NONE


# ---- trends, news, people, facts


def test_trends_show_ours_against_the_largest_rival(game):
    users, data, quality, cash = trends.trends(EN, game.view(), "all")
    assert len(users.values) == 20
    assert users.rival[-1] == max(game.view().report.firm_users[1:])
    assert data.rival is None
    assert cash.rival is None
    assert "best rival" in trends.summary(EN, users)
    assert trends.point(EN, users, 4).startswith("Wk 5: ")
    assert quality.weeks[0] == 1


def test_a_range_shows_the_last_weeks_only(game):
    assert len(trends.trends(EN, game.view(), "half")[0].values) == 20
    with Playthrough.new(LEVEL, 1, None) as fresh:
        assert len(trends.trends(EN, fresh.view(), "year")[0].values) == 1


def test_news_come_latest_first_and_goals_last(game):
    rows = news.rows(KO, game.view(), LEVEL)
    weeks = [int(row.id.split(".")[1]) for row in rows if row.id.startswith("news.")]
    assert weeks == sorted(weeks, reverse=True)
    assert len({row.id for row in rows}) == len(rows)


def test_what_waits_says_how_it_was_answered(game):
    view = replace(game.view(), cards=(LEAK,))
    (open_,) = (one for one in news.waiting(KO, view, LEVEL, {}) if one.kind == "card")
    (done,) = (one for one in news.waiting(KO, view, LEVEL, {"leak": "hide"}) if one.kind == "card")
    assert (open_.answered, done.answered) == ("", "고른 답: 조용히 막는다")


@pytest.mark.parametrize("name", crowd.LENSES[1:])
def test_every_lens_colours_everybody_and_counts_them_all(game, name):
    view = game.view()
    found = crowd.lens(KO, view, name, DARK)
    assert found.of.shape == view.service.shape
    assert 0 <= found.of.min() <= found.of.max() < len(found.kinds)
    assert sum(kind.people for kind in found.kinds) == pytest.approx(LEVEL.people)


def test_a_card_tells_what_weighed_most_in_the_last_move(game):
    from game.study.person import story_of

    view = game.view()
    row = crowd.somebody(view, 0)
    card = crowd.card(KO, view, row, story_of(game, row))
    assert card.uses == "하늘눈"
    assert "하늘눈" in card.heading
    assert 1 <= len(card.reasons) <= crowd.MOST_REASONS


def test_movers_are_those_who_came_or_left(game):
    view = game.view()
    rows = crowd.movers(view)
    assert np.all((view.service[rows] == 0) != (view.previous[rows] == 0))


def test_the_ledger_adds_up(game):
    view, books = game.view(), open_books(game.model)
    told = facts.facts(EN, view, books, books.decision)["team"]
    assert told.total.amount == amounts.won_change(EN, sum(m.won for m in view.report.movements))
    assert " → " not in told.lines[0].amount
    dearer = facts.facts(EN, view, books, replace(books.decision, content_won=20_000_000))["team"]
    assert " → " in dearer.lines[0].amount


def test_a_model_shows_how_far_it_is_tuned_and_how_well_it_can_be_explained(game):
    report = replace(game.view().report, model=2, tuning=0.33, explainability=0.2)
    view, books = replace(game.view(), report=report), open_books(game.model)
    told = {line.what: line.amount for line in facts.facts(EN, view, books, books.decision)["model"].lines}
    assert (told["Tuned"], told["Can be explained"]) == ("33%", "20%")


def test_both_languages_say_all_of_it(game):
    for words in (KO, EN):
        assert all(one.label for one in read(game, words))
        assert facts.facts(words, game.view(), open_books(game.model), game.decision).keys() == set(
            levers.TABS
        )


def test_thoughts_are_those_of_the_players_users_who_are_not_content(game):
    view = game.view()
    found = crowd.thoughts(KO, view)
    assert len(found) <= 3
    unhappy = (view.service == 0) & (view.value < crowd.UTIL) & (view.sore >= 0)
    assert sum(thought.people for thought in found) <= unhappy.sum() * view.people_per_agent
    for thought in found:
        mine = unhappy & (view.sore == int(thought.reason))
        assert thought.people == pytest.approx(mine.sum() * view.people_per_agent)
    assert [t.people for t in found] == sorted((t.people for t in found), reverse=True)


def test_feelings_are_the_terms_of_the_service_used(game):
    view, model = game.view(), game.model
    people, week = model.market.people, model.market.open_week
    users = np.flatnonzero(view.service >= 0)
    terms = week.now.terms(people, users, view.service[users])
    assert (view.price[users] == terms[:, int(Term.PRICE)]).all()
    assert (view.trust[users] == terms[:, int(Term.PRIVACY)]).all()
    others = view.service < 0
    assert not view.price[others].any()
    assert (view.sore[others] == -1).all()
