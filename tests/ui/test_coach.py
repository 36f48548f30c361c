"""The tutorial: one sentence and one act at a time, never in the way, never in charge."""

from dataclasses import replace
from time import sleep

import pygame
import pytest

from game.content import levels
from game.content.words import Words
from game.play.playthrough import Playthrough
from game.ui import snapshot
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scenes.desk import Desk
from game.ui.scenes.desk_coach import WIDGETS, Guide
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from game.world.conditions import Binary, Condition, Number, Operator, Value
from game.world.guiding import ANCHORS, DEEDS, Lesson
from game.world.level import Text
from tests.ui.test_scenes import LANGUAGES, SIZES


def lesson(**more: object) -> Lesson:
    return Lesson("market", Text("보세요.", "Look."), **more)


def weeks(least: int) -> Condition:
    return Condition("", Binary(Operator.AT_LEAST, Value("week"), Number(float(least))))


def pressed(who: str) -> Act:
    return Act(who, Deed.PRESS)


def prologue(lang: str = "ko", look: Look | None = None) -> Desk:
    level = replace(levels.load("one-minute-pitch"), agents=500)
    return Desk(Session(Playthrough.new(level, 3, None)), Words(lang), look or Look())


@pytest.fixture
def desk():
    opened = prologue()
    yield opened
    opened.close()


def week(desk: Desk) -> None:
    desk.handle(Key(pygame.K_4))
    before = desk.session.scenery.view.week
    for _ in range(2000):
        desk.update(0.3)
        if desk.session.scenery.view.week > before:
            return
        sleep(0.002)
    raise AssertionError("the week never came")


def test_a_deed_is_what_ends_a_sentence_that_asks_for_it():
    guide = Guide((lesson(deed="person"), lesson()))
    guide.hear(pressed("news.all"))
    assert guide.at == 0
    guide.hear(pressed("people"))
    assert guide.at == 1


def test_a_condition_ends_a_sentence_and_all_that_hold_by_now_are_passed():
    guide = Guide((lesson(until=weeks(1)), lesson(until=weeks(2)), lesson(until=weeks(9))))
    guide.look(lambda: {"week": 0.0})
    assert guide.at == 0
    guide.look(lambda: {"week": 3.0})
    assert guide.at == 2


def test_the_market_is_not_asked_while_nothing_hangs_on_it():
    guide = Guide((lesson(deed="lens"),))

    def never() -> dict[str, float]:
        raise AssertionError("nobody needs the values")

    guide.look(never)


def test_it_can_be_passed_over_and_put_away():
    guide = Guide((lesson(deed="lens"), lesson(until=weeks(9)), lesson()))
    guide.hear(pressed("coach.next"))
    assert guide.at == 1
    guide.hear(pressed("coach.stop"))
    assert guide.lesson is None
    guide.hear(pressed("coach.next"))
    assert guide.lesson is None


def test_every_part_of_the_screen_that_can_be_pointed_at_is_there(desk):
    known = {widget.id for widget in desk.widgets()}
    assert set(WIDGETS) == set(ANCHORS)
    assert set(WIDGETS.values()) <= known


def test_every_deed_can_be_done(desk):
    from game.ui.scenes.desk_coach import deed_of

    done = {deed_of(pressed(widget.id)) for widget in desk.widgets()} | {
        deed_of(pressed(name)) for name in ("people", "person.why", "tabs", "lens", "trends.range", "ring")
    }
    assert set(DEEDS) <= done


def test_the_prologue_is_guided_by_playing_it(desk):
    coach = desk.room.coach
    assert coach.visible
    assert coach.target == "market"
    desk.handle(Key(pygame.K_TAB))
    desk.view.focus_on("coach.next")
    desk.handle(Key(pygame.K_RETURN))
    assert coach.target == "apply"
    week(desk)
    assert desk.guide.at == 2
    while not desk.session.scenery.view.report.has_launched:
        week(desk)
    assert desk.guide.lesson.deed == "person"


def test_the_world_is_the_same_with_and_without_a_guide(desk):
    other = prologue()
    other.guide.hear(pressed("coach.stop"))
    for _ in range(3):
        week(desk)
        week(other)
    assert desk.session.game.model.fingerprint() == other.session.game.model.fingerprint()
    other.close()


def test_clicks_go_through_the_frame(desk):
    desk.update(0.0)
    desk.draw(pygame.Surface((1280, 720)))
    frame = desk.room.coach.frame
    assert frame.visible
    market = desk.room.market.market.box
    assert desk.room.under(market.cx, market.cy) is desk.room.market.market


def test_a_game_that_is_under_way_is_not_explained_again(desk):
    week(desk)
    again = Desk(desk.session, Words("en"), Look())
    assert again.room.coach is None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_fits(lang, size):
    desk = prologue(lang, Look(text_size=size))
    while desk.guide.lesson is not None:
        assert list(snapshot.faults(desk.view)) == []
        desk.handle(Key(pygame.K_F6))
        desk.view.focus_on("coach.next")
        desk.handle(Key(pygame.K_RETURN))
    desk.update(0.0)
    desk.draw(pygame.Surface((1280, 720)))
    assert not desk.room.coach.visible
    desk.close()
