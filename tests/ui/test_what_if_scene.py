"""What if?: a past decision is left out or set otherwise, both futures stand beside each other, and the game is not touched."""

import pygame
import pytest

from game.study.choices import Edit, Part
from game.ui.inputs import Key
from game.ui.inquiry import Inquiry
from game.ui.look import Look
from game.ui.scene import Back, Go
from game.ui.scenes.what_if import WhatIfPage
from game.ui.scenes.why import Why
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from tests.study import games
from tests.ui.test_why_scene import LONG_S, WEEKS, game, house, inquiry, press, shown

__all__ = ["game", "house", "inquiry"]  # fixtures


@pytest.fixture
def scene(house, game, inquiry):
    def opened(choice=None):
        return heard(WhatIfPage(house, Look(), game.level, inquiry, choice))

    return opened


def heard(page):
    """Let frames pass until everything asked for has come."""
    while asked := page._visiting or page._comparing or page._trying:
        asked._over.wait(LONG_S)
        page.update(0.016)
    return page


def made(page, key, since=1):
    return next(c for c in page.made if c.key == key and c.week >= since and c.part is not Part.EVENT)


def choose(page, key, since=1):
    press(page, f"whatif.made.{page.made.index(made(page, key, since))}")
    return heard(page)


def meet(page, key):
    """Choose an event."""
    found = next(choice for choice in page.made if choice.key == key and choice.part is Part.EVENT)
    press(page, f"whatif.made.{page.made.index(found)}")
    return heard(page)


def test_every_decision_of_the_game_can_be_chosen(scene):
    page = scene()
    told = {(c.week, c.key) for c in page.made}
    assert {
        (4, "gift"),
        (6, "engineers"),
        (12, "price_won"),
        (18, "marketing_won"),
        (22, "price_won"),
    } <= told
    assert all(f"whatif.made.{i}" in shown(page) for i in range(len(page.made)))


def test_a_decision_left_out_shows_both_futures_in_curves_crowd_and_figures(scene, game):
    page = choose(scene(), "engineers")
    press(page, "whatif.drop")
    heard(page)
    assert page.both.found.actual.fingerprints == page.both.found.changed.fingerprints == []
    assert page.both.found.actual.at(WEEKS).fingerprint() == game.model.fingerprint()
    names = shown(page)
    assert {
        "whatif.fork",
        "whatif.chart.users",
        "whatif.chart.cash",
        "whatif.people",
        "whatif.figures.lines",
    } <= set(names)
    cash = [r.cash_won for r in page.both.found.changed.reports]
    chart = page.view.root.find("whatif.chart.cash")
    assert chart.series[0].values[5:].tolist() == pytest.approx([float(v) for v in cash[5:]])
    assert chart.mark == 5


def test_a_lever_is_set_otherwise_with_the_desks_own_control(scene):
    page = choose(scene(), "price_won")
    assert not page.view.root.find("whatif.go").enabled
    slider = page.view.root.find("lever.price_won")
    page.view.focus_on("lever.price_won")
    page.handle(Key(pygame.K_END))
    assert page.draft.price_won == int(slider.stops[-1])
    page.view.focus_on("whatif.go")
    page.handle(Key(pygame.K_RETURN))
    heard(page)
    assert page.edits[0].value == page.draft.price_won
    assert page.both.found.changed.decisions[11].price_won == page.draft.price_won
    assert page.both.found.changed.decisions[10] == page.both.found.actual.decisions[10]


def test_an_answer_is_changed_among_those_there_were(scene):
    page = choose(scene(), "gift")
    assert page.choice.part is Part.ANSWER
    menu = page.view.root.find("whatif.answers")
    assert {option.id for option in menu.options} == {"leave", "take"}
    page.act(Act("whatif.answers", Deed.CHANGE, "leave"))
    press(page, "whatif.go")
    heard(page)
    assert page.edits[0].value == "leave"


def test_a_lever_that_was_left_alone_is_set_otherwise_in_any_week(scene):
    page = scene()
    page.list.week.set(9)
    page.list.lever.set("governance_won")
    press(page, "whatif.another")
    heard(page)
    assert (page.choice.week, page.choice.key, page.choice.before) == (9, "governance_won", page.choice.after)
    assert "whatif.drop" not in shown(page)
    page.view.focus_on("lever.governance_won")
    page.handle(Key(pygame.K_END))
    press(page, "whatif.go")
    heard(page)
    assert page.both.found.week == 9
    changed = page.both.found.changed.decisions
    assert changed[7].governance_won < changed[8].governance_won == changed[-1].governance_won


def test_several_things_are_changed_at_once_and_listed_with_what_they_were(scene):
    page = choose(scene(), "price_won")
    page.view.focus_on("lever.price_won")
    page.handle(Key(pygame.K_END))
    press(page, "whatif.go")
    heard(page)
    alone = page.both
    choose(page, "marketing_won", 18)
    assert page.both is alone  # what was found stays while the next change is prepared
    press(page, "whatif.drop")
    heard(page)
    assert [(edit.week, edit.key) for edit in page.edits] == [(12, "price_won"), (18, "marketing_won")]
    decisions = page.both.found.changed.decisions
    assert decisions[11].price_won == page.edits[0].value
    assert decisions[17].marketing_won == games.FIRST.marketing_won
    told = shown(page)
    assert "₩300 → " not in told["whatif.changed.0"]
    assert "₩150 → " in told["whatif.changed.0"]
    assert "₩20M → ₩8M" in told["whatif.changed.1"]
    assert [page.view.root.find(f"whatif.changed.{i}").value for i in range(2)] == ["Week 12", "Week 18"]
    assert "week 18" in told["whatif.take-back.1"]


def test_a_change_is_taken_back_by_keyboard_and_the_rest_is_played_again(scene):
    page = choose(scene(), "price_won")
    press(page, "whatif.drop")
    choose(page, "marketing_won", 18)
    press(page, "whatif.drop")
    heard(page)
    page.view.focus_on("whatif.take-back.0")
    page.handle(Key(pygame.K_RETURN))
    heard(page)
    assert [edit.key for edit in page.edits] == ["marketing_won"]
    assert page.both.found.week == 18
    assert page.both.found.changed.decisions[11].price_won == 150
    press(page, "whatif.take-back.0")
    assert page.edits == ()
    assert page.both is None
    assert page._comparing is None
    assert "whatif.changes" not in shown(page)


def test_all_changes_are_taken_back_at_once(scene):
    page = choose(scene(), "price_won")
    press(page, "whatif.drop")
    assert "whatif.take-all" not in shown(page)
    choose(page, "marketing_won", 18)
    press(page, "whatif.drop")
    press(page, "whatif.take-all")
    assert (page.edits, page.both) == ((), None)


def test_a_listed_change_is_opened_again_as_it_was_made(scene):
    page = choose(scene(), "price_won")
    page.view.focus_on("lever.price_won")
    page.handle(Key(pygame.K_END))
    dear = page.draft.price_won
    press(page, "whatif.go")
    choose(page, "marketing_won", 18)
    assert "too" in page.view.root.find("whatif.drop").label
    press(page, "whatif.changed.0")
    heard(page)
    assert page.choice.key == "price_won"
    assert page.draft.price_won == dear
    assert page.view.root.find("whatif.drop").label == "Leave it out"


def test_an_event_is_left_out_like_a_decision(scene):
    page = meet(scene(), "rumour")
    told = shown(page)
    assert "whatif.go" not in told
    assert told["whatif.drop"].strip() == "As if it had never come"
    press(page, "whatif.drop")
    heard(page)
    assert page.both.found.week == 14
    assert [item for r in page.both.found.changed.reports for item in r.news if item.id == "event"][1:] == []
    assert "never comes" in shown(page)["whatif.changed.0"]


def test_an_event_that_was_answered_asks_nothing_more_of_its_own(scene):
    page = meet(scene(), "gift")
    assert "whatif.answers" not in shown(page)


def test_a_card_that_was_left_to_itself_is_answered_after_all(house):
    level = games.eventful(12, 500)
    with games.Playthrough.new(level, games.SEED, None) as game:
        while game.week < 6:
            game.play(game.decision)
        asking = Inquiry(game)
        page = heard(WhatIfPage(house, Look(), level, asking))
        meet(page, "gift")
        menu = page.view.root.find("whatif.answers")
        assert [option.id for option in menu.options] == ["-", "leave", "take"]
        assert not page.view.root.find("whatif.go").enabled
        page.act(Act("whatif.answers", Deed.CHANGE, "take"))
        press(page, "whatif.go")
        heard(page)
        assert page.edits == (Edit(4, "gift", "take"),)
        assert "not answered → Take it" in shown(page)["whatif.changed.0"]
        assert page.both.found.changed.reports[-1].cash_won > page.both.found.actual.reports[-1].cash_won
        press(page, "whatif.changed.0")
        heard(page)
        assert page.view.root.find("whatif.answers").chosen == "take"
        asking.close()


def test_what_becomes_impossible_is_shown_as_skipped(scene):
    page = choose(scene(), "gift")
    press(page, "whatif.drop")
    heard(page)
    skipped = page.both.found.skipped
    told = shown(page)
    assert skipped
    assert f"{len(skipped)} later" in told["whatif.skipped"]
    assert all(f"whatif.skipped.{i}" in told for i in range(len(skipped)))


def test_a_decision_that_cannot_be_made_is_refused_in_a_sentence(scene):
    page = choose(scene(), "engineers")
    page.add(Edit(2, "engineers", 4000))
    heard(page)
    assert page.both is None
    assert "impossible" in shown(page)["whatif.trouble"]


def test_somebody_who_behaved_otherwise_is_asked_why(scene):
    page = choose(scene(), "marketing_won")
    press(page, "whatif.drop")
    heard(page)
    assert page.both.turned
    command = press(page, "whatif.turned.0")
    assert isinstance(command, Go)
    asked = command.scene(Look())
    assert isinstance(asked, Why)
    asked._drop()


def test_other_worlds_are_tried_and_can_be_stopped(scene):
    page = choose(scene(), "marketing_won")
    press(page, "whatif.drop")
    heard(page)
    press(page, "whatif.others.go")
    assert "whatif.trying.bar" in shown(page)
    press(page, "whatif.trying.stop")
    assert page._trying is None
    assert "whatif.others.go" in shown(page)


def test_the_game_goes_on_from_there_in_a_file_of_its_own(house, game, inquiry):
    house.session = Session(game)
    page = heard(WhatIfPage(house, Look(), game.level, inquiry, None))
    assert isinstance(press(page, "whatif.again"), Go)
    house.session = None


def test_looking_leaves_the_game_as_it_was_and_escape_leads_back(scene, game):
    before = game.model.fingerprint()
    page = choose(scene(), "marketing_won")
    press(page, "whatif.drop")
    heard(page)
    page.draw(pygame.Surface((1280, 720)))
    assert game.model.fingerprint() == before
    assert page.handle(Key(pygame.K_ESCAPE)) == Back()
