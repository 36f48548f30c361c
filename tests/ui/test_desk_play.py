"""The desk played with real events, held against the same decisions played without a screen."""

from dataclasses import replace

import pygame
import pytest

from agents.messages import EVERYTHING, Infra
from game.content.words import Words
from game.play.playthrough import Playthrough
from game.ui.app import App
from game.ui.inputs import Key
from game.ui.scenes.desk import Desk, Doors
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from game.ui.window import Window
from game.world.report import Outcome
from tests.ui.desks import LEAK, market_level, new_desk, picture, settle, wait

pygame.display.init()
LEVEL = market_level(weeks=8, agents=500)


class Hands:
    """Somebody at the window: moves, clicks and types through pygame's own events."""

    def __init__(self, level=LEVEL, seed=1):
        self.desk = None
        self.window = Window("test")
        self.app = App(self.window, lambda look, task: self._desk(level, seed, look))
        self.frame()

    def _desk(self, level, seed, look):
        self.desk = Desk(Session(Playthrough.new(level, seed, None)), Words("ko"), look, Doors())
        return self.desk

    def frame(self, dt=0.02):
        self.app.step(dt)

    def wait(self):
        """Let frames pass until nothing is under way."""
        for _ in range(30):
            self.frame()
            self.desk.session.rest()
        self.frame()

    def click(self, name, share=0.5):
        """Press the middle of a widget, or another share of its width."""
        box = self.desk.view.top.root.find(name).box
        place = (round((box.x + box.w * share) * self.app.look.scale), round(box.cy * self.app.look.scale))
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
        self.frame()

    def press(self, key, mod=0):
        """Press a key."""
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=mod, unicode="", scancode=0))
        self.frame()

    @property
    def game(self):
        return self.desk.session.game

    def close(self):
        self.desk.close()
        self.app.close()


@pytest.fixture
def hands():
    somebody = Hands()
    yield somebody
    somebody.close()


def headless(decisions, level=LEVEL, seed=1):
    """The fingerprints of the same decisions played without a screen, one a week."""
    with Playthrough.new(level, seed, None) as game:
        found = []
        for decision in decisions:
            game.play(decision)
            found.append(game.model.fingerprint())
        return found


def test_clicks_lead_to_the_same_weeks_as_the_decisions_they_stand_for(hands):
    start = hands.game.decision
    prints = []
    hands.click("tabs", 0.12)
    hands.click("lever.open_data")
    hands.click("lever.crawl_items")
    hands.click("apply")
    hands.wait()
    prints.append(hands.game.model.fingerprint())
    hands.click("tabs", 0.37)
    hands.click("kind.classical")
    hands.press(pygame.K_SPACE)  # a click has given the card the focus, and Space lets time run all the same
    hands.wait()
    prints.append(hands.game.model.fingerprint())
    first = replace(start, open_data=not start.open_data, crawl_items=20_000)
    second = replace(first, model=1)
    assert hands.game.decisions == (first, second)
    assert prints == headless([first, second])


def test_keys_alone_play_weeks_too(hands):
    start = hands.game.decision
    hands.press(pygame.K_2, pygame.KMOD_ALT)
    hands.press(pygame.K_3, pygame.KMOD_ALT)
    hands.desk.view.focus_on("lever.price_won")
    hands.press(pygame.K_RIGHT)
    hands.press(pygame.K_RIGHT)
    hands.press(pygame.K_z, pygame.KMOD_CTRL)  # one movement of a slider is one step
    hands.press(pygame.K_RIGHT)
    hands.press(pygame.K_SPACE)
    hands.wait()
    hands.press(pygame.K_4)
    hands.wait()
    raised = hands.game.decisions[0]
    assert hands.game.week == 2
    assert raised == replace(start, price_won=raised.price_won)
    assert raised.price_won > start.price_won
    assert hands.game.model.fingerprint() == headless([raised, raised])[-1]


def test_weeks_follow_each_other_until_an_event_stops_the_clock():
    somebody = Hands(market_level(weeks=12, agents=500, events=(LEAK,)))
    somebody.press(pygame.K_3)
    for _ in range(200):
        somebody.frame(0.05)
        somebody.desk.session.rest()
    assert somebody.desk.asking.is_open
    assert not somebody.desk.clock.is_running
    assert somebody.game.week == 5
    somebody.press(pygame.K_2)  # the second answer
    assert somebody.desk.draft.answers == {"leak": "hide"}
    assert not somebody.desk.asking.is_open
    somebody.press(pygame.K_SPACE)
    somebody.wait()
    assert somebody.game.decisions[5].answers == (("leak", "hide"),)
    somebody.close()


def test_the_end_of_the_level_leads_through_its_door():
    seen = []
    desk = new_desk(market_level(weeks=2, agents=500), doors=Doors(over=lambda at: seen.append(at)))
    for _ in range(2):
        desk.run_or_pause()
        wait(desk)
    assert seen == [desk]
    assert desk.session.scenery.view.ending.outcome is not Outcome.RUNNING
    desk.run_or_pause()
    assert len(seen) == 2
    assert desk.session.game.week == 2
    desk.close()


def test_drawing_and_looking_leave_the_world_as_it_is():
    desk = new_desk(weeks=3)
    before = desk.session.game.model.fingerprint()
    surface = pygame.Surface(desk.view.look.size_px)
    for frame in range(200):
        desk.update(1 / 60)
        desk.draw(surface)
        if frame == 50:
            desk.room.market.look_through("satisfaction")
        if frame == 90:
            desk.session.look_up(7)
    settle(desk)
    assert desk.session.game.model.fingerprint() == before
    desk.close()


def test_looking_a_week_ahead_changes_nothing_and_gives_ranges():
    desk = new_desk(weeks=6)
    before = desk.session.game.model.fingerprint()
    desk.draft.set("marketing_won", 9_000_000)
    desk._show_draft()
    settle(desk)
    found = desk.foresight.outlook
    assert found.decision == desk.draft.decision
    assert found.users.low <= found.users.high
    assert found.cash_won.high < 0
    assert desk.session.game.model.fingerprint() == before
    desk.close()


def test_a_refused_draft_says_why_at_its_lever_and_blocks_the_button():
    desk = new_desk()
    desk.turn("service")
    desk.draft.set("content_won", 40_000_000_000)
    desk._show_draft()
    said = desk.room.find("content_won.refusal").label
    assert said.startswith("콘텐츠: 돈이 모자랍니다")
    assert not desk.room.decisions.apply.enabled
    desk.run_or_pause()
    wait(desk)
    assert desk.session.game.week == 0
    desk.turn("data")  # elsewhere, the reason is told above the button
    assert desk.room.decisions.refusal.text == said
    desk.undo()
    assert desk.room.decisions.apply.enabled
    assert not desk.room.decisions.refusal.visible
    desk.close()


def test_levers_of_the_level_that_are_locked_are_shown_and_do_not_move():
    level = market_level(weeks=8, agents=500)
    locked = replace(
        level, start=replace(level.start, locked=frozenset({"open_data", "crawl_items", "price_won"}))
    )
    desk = new_desk(locked)
    shown = desk.room.find("lever.open_data")
    assert not shown.focusable
    assert shown.value == "예"
    assert "crawl_items" not in {control.lever.name for control in desk.room.decisions.controls()}
    desk.close()


def test_a_week_is_played_beside_the_frames():
    desk = new_desk(market_level(weeks=8, agents=20_000))
    desk.run_or_pause()
    assert desk.session.is_busy
    assert desk.session.check(desk.draft.decision) == ()
    desk.update(1 / 60)
    picture(desk)
    wait(desk)
    assert desk.session.game.week == 1
    desk.close()


def test_what_is_changed_while_a_week_runs_stays_a_change():
    desk = new_desk()
    desk.run_or_pause()
    desk.draft.set("engineers", 9)
    wait(desk)
    assert desk.draft.decision.engineers == 9
    assert desk.draft.in_force.engineers == 3
    assert desk.draft.changes == 1
    desk.undo()
    assert desk.draft.changes == 0
    desk.close()


def test_another_language_goes_on_with_the_same_draft():
    desk = new_desk(weeks=2)
    desk.draft.set("engineers", 7)
    desk.turn("team")
    desk.speak(Words("en"))
    assert desk.room.decisions.tabs.chosen == "team"
    assert desk.room.find("lever.engineers").value == "7"
    assert desk.room.bar.week.label == "Week 2"
    desk.close()


def test_a_key_meant_for_the_desk_answers_no_event_that_has_just_opened():
    desk = new_desk(market_level(weeks=12, agents=500, events=(LEAK,)), weeks=4)
    desk.run_or_pause()
    wait(desk, 0.0)
    assert desk.asking.is_open
    desk.handle(Key(pygame.K_SPACE))
    assert desk.asking.is_open
    assert desk.draft.answers == {}
    desk.update(0.5)
    desk.handle(Key(pygame.K_1))
    assert desk.draft.answers == {"leak": "tell"}
    desk.close()


def test_an_item_of_the_bill_left_out_is_a_change_like_any_other():
    desk = new_desk()
    desk.turn("team")
    desk._settle()
    desk._do(Act("infra.review", Deed.CHANGE, False))
    assert not desk.draft.decision.infrastructure >> Infra.REVIEW & 1
    assert desk.draft.changes == 1
    desk.run_or_pause()
    wait(desk)
    assert desk.session.game.decisions[0].infrastructure == EVERYTHING & ~(1 << Infra.REVIEW)
    desk.close()


def test_the_monthly_report_opens_by_itself_for_a_player_who_wants_it():
    desk = new_desk(weeks=3)
    desk.pauses = frozenset({"month"})
    desk.run_or_pause()
    wait(desk)
    assert desk.asking.is_open
    assert desk.session.game.week == 4
    desk.handle(Key(pygame.K_RETURN))
    assert not desk.asking.is_open
    desk.close()
