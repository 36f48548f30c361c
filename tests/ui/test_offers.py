"""Every offer there has been is on the screen with what became of it; one that lapsed is grey and says in which week."""

from dataclasses import replace

import pygame
import pytest

from game.content.words import Words
from game.ui import snapshot
from game.ui.groups import Column
from game.ui.look import Look
from game.ui.readings import offers
from game.ui.readings.offers import FATES, Fate
from game.ui.scenes.desk_news import NewsSheet
from game.ui.view import View
from game.world.level import Text
from game.world.newsroom import IDS
from game.world.report import NewsItem
from tests.ui.desks import new_desk

DAWN, GAON, BUYER = Text("새벽투자", "Saebyeok"), Text("가온벤처스", "Gaon"), Text("너른들", "Wideplain")


def told(week, id_, **values):
    return NewsItem(week, id_, IDS[id_], tuple(values.items()))


NEWS = (
    told(4, "sheet", fund=DAWN, amount_won=4e8, share=0.2, weeks=4.0),
    told(5, "sheet", fund=GAON, amount_won=3e8, share=0.1, weeks=4.0),
    told(6, "sheet.declined", fund=GAON),
    told(8, "sheet.expired", fund=DAWN, amount_won=4e8),
    told(9, "bid", rival=BUYER, amount_won=9e8, weeks=4.0),
    told(13, "bid.expired", rival=BUYER, amount_won=9e8),
    told(20, "sheet", fund=DAWN, amount_won=5e8, share=0.25, weeks=4.0),
    told(21, "investment", fund=DAWN, amount_won=5e8, share=0.25, round=1.0),
    told(30, "sheet", fund=GAON, amount_won=6e8, share=0.2, weeks=4.0),
)


@pytest.fixture(scope="module")
def view():
    pygame.display.init()
    pygame.font.init()
    desk = new_desk(weeks=1)
    found = desk.session.scenery.view
    return replace(found, history=(replace(found.history[0], news=NEWS),))


def test_each_offer_has_the_fate_the_news_tell_of(view):
    fates = [(offer.item.week, offer.fate, offer.week) for offer in offers.offers(view)]
    assert fates == [
        (4, Fate.LAPSED, 8),
        (5, Fate.DECLINED, 6),
        (9, Fate.LAPSED, 13),
        (20, Fate.TAKEN, 21),
        (30, Fate.OPEN, 0),
    ]


def test_every_news_that_ends_an_offer_is_one_the_game_can_tell():
    assert FATES.keys() <= IDS.keys()


@pytest.mark.parametrize("size", [1.0, 1.5])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_lapsed_offers_are_listed_grey_with_their_week(view, language, size):
    words = Words(language)
    found = tuple(offers.rows(words, view))
    sheet = NewsSheet(words, (), found)
    shown = View(Column("root"), Look(text_size=size))
    shown.open(sheet, focus=sheet.first)
    lapsed = sheet.find("all.offer.0")
    assert words.say("desk.proposal.lapsed", week=8) in lapsed.value
    assert not lapsed.enabled
    assert sheet.find("all.offer.4").enabled
    assert list(snapshot.faults(shown)) == []


def test_without_an_offer_the_list_is_the_news_alone():
    desk = new_desk(language="en")
    desk.asking.all_news()
    assert not [widget.id for widget in desk.widgets() if widget.id.startswith("all.offer")]


def test_the_desks_list_has_the_offers(view, monkeypatch):
    desk = new_desk(language="en", weeks=1)
    monkeypatch.setattr(type(desk.asking), "_view", property(lambda _: view))
    desk.asking.all_news()
    assert [w.id for w in desk.widgets() if w.id.startswith("all.offer.")] == [
        f"all.offer.{i}" for i in (4, 3, 2, 1, 0)
    ]
