"""Events, offers and the monthly report: answered by number, by Enter or by mouse, put off by Escape, foreseen in ranges."""

from dataclasses import replace

import pygame
import pytest

from game.content.words import Words
from game.study.outlook import Outlook, Span
from game.study.subjects import Subject, Who
from game.ui.scenes.event import EventDialog
from game.ui.scenes.month import MonthSheet
from game.ui.scenes.offer import OfferDialog
from game.ui.view import View
from tests.ui import games_for_tests as games
from tests.ui.scene_samples import Empty

NOTHING = Span(0.0, 0.0)


@pytest.fixture
def over(look, hand):
    """Opens a dialog over nothing and gives a hand before it."""

    def opened(dialog, focus=""):
        view = View(Empty("empty"), look)
        view.open(dialog, focus=focus)
        return hand(view)

    return opened


@pytest.fixture
def event():
    game = games.played()
    return EventDialog(Words("en"), game.view(), games.LEAK)


def outlook(draft, low, high):
    return Outlook(draft, NOTHING, Span(low, high), NOTHING, NOTHING, NOTHING, NOTHING)


def test_a_number_answers_an_event(over, event):
    act = over(event).key(pygame.K_2)
    assert event.answer(act) == ("leak", "hush")
    assert event.is_over(act)


def test_enter_gives_the_first_answer_without_a_look_for_it(over, event):
    assert event.answer(over(event).key(pygame.K_RETURN)) == ("leak", "tell")


def test_escape_puts_an_event_off_without_an_answer(over, event):
    act = over(event).key(pygame.K_ESCAPE)
    assert event.answer(act) is None
    assert event.is_over(act)


def test_moving_about_in_an_event_ends_nothing(over, event):
    here = over(event)
    for code in (pygame.K_DOWN, pygame.K_TAB, pygame.K_F5):
        act = here.key(code)
        assert act is None or not event.is_over(act)


def test_every_choice_is_foreseen_once_and_then_no_more(over, event):
    over(event)
    draft = games.played().decision
    for choice in ("tell", "hush", "stop"):
        wanted = event.unforeseen(draft)
        assert wanted.answers == (("leak", choice),)
        event.foretell(outlook(wanted, -120.0, -40.0))
    assert event.unforeseen(draft) is None
    assert {card.answer.effects[-1].amount for card in event.cards} == {"−120 ~ −40"}


def test_an_outlook_on_something_else_says_nothing_about_an_event(over, event):
    over(event)
    before = event.unforeseen(games.played().decision)
    event.foretell(outlook(games.played().decision, 5.0, 9.0))
    assert event.unforeseen(games.played().decision) == before


def test_an_event_that_asks_nothing_is_noted(over):
    told = EventDialog(Words("en"), games.played().view(), replace(games.LEAK, choices=()))
    act = over(told).key(pygame.K_1)
    assert told.answer(act) is None
    assert told.is_over(act)


def test_an_offer_is_accepted_or_declined_by_number(over):
    game = games.played()
    for code, answer in ((pygame.K_1, "accept"), (pygame.K_2, "decline")):
        offer = OfferDialog(Words("en"), game.view(), game.level, games.SHEET)
        assert offer.answer(over(offer).key(code)) == ("earnings-24", answer)


def test_an_offer_says_what_the_investor_saw_and_what_was_missing(over):
    game = games.played()
    offer = OfferDialog(Words("en"), game.view(), game.level, games.SHEET)
    over(offer)
    told = offer.find("offer.seen").value
    for part in ("the number of users 3,412 −1.1", "the AI label +1.7", "the mood of the day +0.4"):
        assert part in told
    assert "Founders' share 100% → 82%" in offer.find("offer.deal").value


def test_an_investor_or_a_buyer_is_asked_why_from_the_offer(over):
    game = games.played()
    offer = OfferDialog(Words("en"), game.view(), game.level, games.SHEET)
    here = over(offer)
    here.view.focus_on("offer.why")
    act = here.key(pygame.K_RETURN)
    assert offer.asks_why(act)
    assert not offer.is_over(act)
    assert offer.subject == Subject(Who.FUND, "earnings")
    bid = replace(games.SHEET, investor=game.level.rivals[0].id)
    assert OfferDialog(Words("en"), game.view(), game.level, bid).subject.who is Who.RIVAL


def test_an_offer_for_the_whole_company_says_that_it_ends_the_level_and_what_the_founders_get(over):
    game = games.played()
    whole = replace(games.SHEET, investor="incumbent", share=1.0, amount_won=4_000_000_000)
    offer = OfferDialog(Words("en"), game.view(), game.level, whole)
    over(offer)
    assert "the level ends" in offer.value
    assert "The founders' part ₩4B" in offer.find("offer.deal").value


def test_the_report_is_closed_by_enter_escape_or_its_cross(over):
    history = games.played().view().history
    for code in (pygame.K_RETURN, pygame.K_ESCAPE):
        sheet = MonthSheet(Words("ko"), history)
        assert sheet.is_over(over(sheet, MonthSheet.first).key(code))
    sheet = MonthSheet(Words("ko"), history)
    assert sheet.is_over(over(sheet, MonthSheet.first).click("month.close"))
