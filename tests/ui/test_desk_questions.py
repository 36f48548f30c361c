"""From the desk to the questions: a person's card, a rival's name, keys; and the fan of futures on the charts."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.content.words import Words
from game.study.forecast import forecast
from game.study.subjects import Subject, Who
from game.ui import snapshot
from game.ui.inputs import Key, Press, Release
from game.ui.inquiry import Inquiry
from game.ui.look import Look
from tests.ui.desks import market_level, new_desk, picture, settle

WEEKS, COPIES = 6, 3


@pytest.fixture
def asked():
    """Who was asked from the desk."""
    return []


@pytest.fixture
def desk(asked):
    made = new_desk(market_level(agents=400), language="en", weeks=8)
    made.doors = replace(
        made.doors,
        why=lambda _, subject: asked.append(subject),
        what_if=lambda _: asked.append("what if"),
    )
    yield made
    made.close()


def press(desk, code):
    desk.handle(Key(code))
    settle(desk)


def click(desk, x, y):
    desk.handle(Press(x, y))
    desk.handle(Release(x, y))
    settle(desk)


def test_w_asks_somebody_why_and_i_asks_what_if(desk, asked):
    press(desk, pygame.K_w)
    press(desk, pygame.K_i)
    assert asked == [None, "what if"]


def test_the_card_of_a_person_leads_to_the_whole_account(desk, asked):
    row = int(np.flatnonzero(desk.session.scenery.view.service >= 0)[0])
    desk.room.market.show_person(row, None)
    settle(desk)
    box = desk.room.market.stage.person.why.box
    click(desk, box.cx, box.cy)
    assert asked == [Subject.person(row + 1)]


def test_a_rivals_name_on_the_market_asks_the_rival(desk, asked):
    picture(desk)
    box = desk.room.market.market.names[1]
    click(desk, box.cx, box.cy)
    assert asked == [Subject(Who.RIVAL, desk.session.level.rivals[0].id)]


def test_questions_wait_for_the_week_under_way(desk, asked):
    desk.handle(Key(pygame.K_4))
    assert desk.session.is_busy
    desk.handle(Key(pygame.K_w))
    assert asked == []
    settle(desk)
    assert asked == [None]


# ---- the fan


def asked_few(inquiry, decision):
    """The question of the game, of a few worlds and weeks."""
    return inquiry.ask(lambda recording: forecast(recording.at(recording.weeks), decision, WEEKS, COPIES))


@pytest.fixture
def inquiry(desk):
    made = Inquiry(desk.session.game)
    desk.doors = replace(desk.doors, fan=lambda at: asked_few(made, at.draft.decision))
    yield made
    made.close()


def until_told(desk):
    for _ in range(200):
        desk.update(0.3)
        if desk.fan.fan is not None:
            return
        if desk.fan._asked is not None:
            desk.fan._asked._over.wait(0.2)
    raise AssertionError("no fan came")


def test_f_draws_what_may_come_beside_the_past_and_takes_it_away_again(desk, inquiry):
    before = desk.session.game.model.fingerprint()
    press(desk, pygame.K_f)
    assert desk.room.trends.meter.visible
    until_told(desk)
    charts = {card.id: card.chart for card in desk.room.trends.cards}
    for chart in charts.values():
        past, middle, outer = chart.series[:3]
        now = len(past.values) - 1
        assert middle.values[now] == past.values[-1] == outer.low[now] == outer.high[now]
        assert (outer.low[now:] <= middle.low[now:]).all()
        assert (middle.high[now:] <= outer.high[now:]).all()
        assert len(middle.values) == len(past.values) + WEEKS
    assert "3 worlds" in desk.room.trends.ends.label
    chart = charts["trend.users"]
    chart._cross(chart.length - 1)
    assert "Week 14" in chart.value
    assert desk.session.game.model.fingerprint() == before
    press(desk, pygame.K_f)
    assert len(charts["trend.users"].series) == 2
    assert not desk.room.trends.ends.visible


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("text", [0.85, 1.0, 1.5])
def test_the_fan_and_its_sentence_fit_on_the_desk(language, text, desk, inquiry):
    desk.fan.toggle()
    until_told(desk)
    desk.speak(Words(language))
    desk.room.turn_to("trends")
    desk.lay(Look(text_size=text))
    desk.update(0.05)
    picture(desk)  # lays out what has come
    assert desk.room.trends.ends.visible
    assert list(snapshot.faults(desk.view)) == []


def test_another_draft_makes_the_fan_old_and_it_is_worked_out_anew(desk, inquiry):
    press(desk, pygame.K_f)
    until_told(desk)
    first = desk.fan.fan
    desk.draft.set("ux_won", 60_000_000)
    desk.update(0.05)
    assert desk.fan.fan is None
    until_told(desk)
    assert desk.fan.fan.curves["cash"][2][-1] < first.curves["cash"][2][-1]


def test_no_fan_is_worked_out_while_time_runs(desk, inquiry):
    desk.clock.run(1)
    desk.fan.toggle()
    desk.fan.wait(5.0)
    desk.fan.wait(5.0)
    assert desk.fan._asked is None


def test_the_fan_speaks_the_other_language_too(desk, inquiry):
    press(desk, pygame.K_f)
    until_told(desk)
    desk.speak(Words("ko"))
    desk.update(0.05)
    assert "3곳" in desk.room.trends.ends.label


def test_a_finished_game_has_no_fan(desk):
    assert desk.room.trends.forecast.enabled
    view = desk.session.scenery.view
    ended = replace(view, ending=replace(view.ending, outcome=type(view.ending.outcome).LOST))
    desk.room.trends.show(ended)
    assert not desk.room.trends.forecast.enabled
    assert desk.room.trends.forecast.activate() is None
