"""What can be proven about the desk without looking: everything fits, keys reach all, and every word is translated."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.content.words import Words
from game.ui import snapshot
from game.ui.inputs import Key, Press
from game.ui.look import Look
from game.ui.readings.levers import TABS
from game.ui.scenes.desk_room import PAGES
from game.ui.tokens import LIGHT
from game.ui.widgets import Role
from game.world.level import Business
from tests.ui.desk_gallery import desk_of, played
from tests.ui.desks import LEAK, market_level, new_desk, settle

pygame.display.init()
LEVEL = market_level(agents=2_000, events=(LEAK,))
TEXTS = (0.85, 1.0, 1.5)
OFFER_WEEK = 34  # when an investor's offer waits


@pytest.fixture(scope="module")
def games():
    """Games at the start, with an offer waiting, and late; only looked at."""
    return {weeks: played(weeks, level=LEVEL) for weeks in (0, OFFER_WEEK, 60)}


def turned_on(desk):
    """Set every lever to something long, so that every slider and preview is in sight."""
    for name, value in (("crawl_items", 1_500_000), ("buying_won", 15_000_000), ("labelling_won", 35_000_000),
                        ("marketing_won", 25_000_000), ("engineers", 24), ("experts", 7), ("feedback_permille", 950),
                        ("governance_won", 2_500_000), ("price_won", 1_200)):  # fmt: skip
        desk.draft.set(name, value)
    desk._show_draft()
    settle(desk)


def pages(desk):
    """Turn to everything there is to see, one after the other; long pages are also scrolled to their end."""
    for tab in TABS:
        desk.turn(tab)
        for end in (False, True):
            desk._settle()
            desk.room.decisions.scroll.scroll_to(1e6 if end else 0.0)
            yield f"{tab}{' to its end' if end else ''}"
    for page in PAGES:
        desk.room.turn_to(page)
        desk.unsettle()
        desk._settle()
        if page == "news":
            desk.room.news.scroll.scroll_to(1e6)
        yield page
    desk.room.turn_to("market")
    for lens in ("segment", "satisfaction"):
        desk.room.market.look_through(lens)
        yield lens


def faults(desk):
    """Everything wrong on any page of a desk."""
    return [f"{page}: {fault}" for page in pages(desk) for fault in snapshot.faults(desk.view)]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_overflows_overlaps_or_is_too_small_to_hit(games, language, text):
    for weeks in (0, OFFER_WEEK):
        desk = desk_of(games[weeks], Look(text_size=text), language)
        if weeks:
            turned_on(desk)
        assert faults(desk) == []


def test_a_persons_card_fits_beside_the_crowd(games):
    desk = desk_of(games[60], Look(text_size=1.5), "en")
    row = int(np.flatnonzero(desk.session.scenery.view.service == 0)[3])
    desk.handle(press_on(desk, row))
    settle(desk)
    card = desk.room.market.stage.person
    assert card.card.reasons
    over = {"people lies on person.close", "people lies on person.why"}  # the card lies over the crowd
    assert set(snapshot.faults(desk.view)) <= over
    desk.handle(key(pygame.K_ESCAPE))
    assert not card.visible


def press_on(desk, row):
    """A press on somebody's dot, whose agent must have one of its own."""
    market = desk.room.market.market
    shown = market.crowd.rows
    row = int(shown[np.searchsorted(shown, row)])
    while desk.session.scenery.view.service[row] != 0:
        row = int(shown[np.searchsorted(shown, row) + 1])
    x, y = market.crowd.place_of(row)
    return Press(x / desk.view.look.scale, y / desk.view.look.scale)


@pytest.mark.parametrize("size", [(1024, 576), (1920, 1080), (2560, 1080), (3840, 2160)])
def test_it_fits_every_window(games, size):
    desk = desk_of(games[OFFER_WEEK], Look(size), "en")
    assert faults(desk) == []


@pytest.mark.parametrize("interface", [0.8, 1.25, 1.5])
def test_it_fits_a_smaller_and_a_larger_interface(games, interface):
    desk = desk_of(games[60], Look(interface=interface), "ko")
    assert faults(desk) == []


@pytest.mark.parametrize("text", [1.0, 1.5])
def test_tab_reaches_everything_that_can_be_pressed(text):
    desk = new_desk(weeks=3, look=Look(text_size=text))
    for _ in pages(desk):
        wanted = {
            w.id
            for w in desk.widgets()
            if w.focusable and w.visible and w.enabled and w.role is not Role.LIST
        }
        reached = set()
        for _ in range(len(wanted) + 8):
            desk.handle(key(pygame.K_TAB))
            reached.add(desk.view.top.focus.widget.id)
        assert wanted <= reached
    desk.close()


def test_f6_goes_from_panel_to_panel():
    desk = new_desk(weeks=3)
    seen = []
    for _ in range(6):
        desk.handle(key(pygame.K_F6))
        seen.append(next(w.id for w in desk.view.top.focus.widget.lineage() if w.role is Role.PANEL))
    assert seen == ["bar", "decisions", "market", "trends", "loop", "news"]
    desk.close()


def test_every_word_on_the_desk_comes_from_the_catalogue_or_the_level(monkeypatch):
    """With every word of the catalogue in angle brackets, no others are left than the level's."""
    say = Words.say
    monkeypatch.setattr(Words, "say", lambda self, key, /, **values: _marked(say(self, key, **values)))
    desk = desk_of(played(OFFER_WEEK, level=LEVEL), Look((3840, 2160)), "en")
    own = {
        text.en
        for text in (
            LEVEL.title,
            LEVEL.start.name,
            *(s.name for s in LEVEL.segments),
            *(r.name for r in LEVEL.rivals),
        )
    }
    for page in pages(desk):
        bare = {run.text for run in snapshot.runs(desk.view) if "⟨" not in run.text and run.owner != "tip"}
        words = {text for text in bare if any(char.isalpha() for char in _plain(text))} - own
        assert words == set(), page
    desk.close()


def _marked(text):
    return " ".join(f"⟨{word}⟩" for word in text.split(" "))


def _plain(text):
    """Return a text without what figures are written with: k, M, B, wk, s, pts."""
    for sign in ("pts", "k", "M", "B", "×"):
        text = text.replace(sign, "")
    return text


def test_the_light_theme_is_the_same_desk_in_other_colours():
    dark, light = new_desk(weeks=3), new_desk(weeks=3, look=Look(theme=LIGHT))
    assert snapshot.dump(dark.widgets()) == snapshot.dump(light.widgets())
    dark.close()
    light.close()


def test_both_languages_have_the_same_widgets_in_the_same_order():
    ko, en = new_desk(weeks=3), new_desk(weeks=3, language="en")
    assert [w.id for w in ko.widgets()] == [w.id for w in en.widgets()]
    ko.close()
    en.close()


def test_what_is_locked_says_so_and_takes_no_focus():
    locked = replace(
        LEVEL,
        start=replace(LEVEL.start, locked=frozenset({"price_won", "model", "is_visible", "opens_early"})),
    )
    desk = new_desk(locked)
    desk.turn("service")
    desk._settle()
    shown = desk.room.find("lever.price_won")
    assert (shown.label, shown.value, shown.reachable) == ("가격", "300원", False)
    assert desk.room.find("locked.service").label == "이 레벨에서는 고정"
    desk.close()


def key(code, **mods):
    return Key(code, **mods)


def test_a_firm_that_sells_technology_counts_clients_and_has_no_levers_of_a_service():
    start = replace(LEVEL.start, business=Business.TECHNOLOGY, locked=frozenset())
    desk = new_desk(replace(LEVEL, start=start), weeks=2, look=Look(text_size=1.5), language="en")
    assert faults(desk) == []
    assert desk.room.find("figure.users").label == "Clients"
    assert desk.room.trends.cards[0].label == "Clients"
    names = {control.lever.name for control in desk.room.decisions.controls()}
    assert "sellers" in names
    assert "price_won" not in names
    desk.close()
