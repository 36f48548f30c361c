"""What is drawn again is all that has changed: a picture mended piece by piece equals one drawn at once."""

import numpy as np
import pygame
import pytest

from game.ui import text
from game.ui.inputs import Key, Move, Press, Release
from game.ui.layers import Layer
from game.ui.look import Look
from game.ui.raster import pixels_of
from game.ui.readings.levers import TABS
from tests.ui.desks import LEAK, market_level, new_desk, settle, wait

LEVEL = market_level(agents=500, events=(LEAK,))
MOST_TEXTS = 200  # of a tab that is seen for the first time: every word of it once, and no growing strings


class Onlooker:
    """Looks at a desk on a screen that is never wiped, and at the same desk drawn at once."""

    def __init__(self, desk):
        self.desk, size = desk, desk.view.look.size_px
        self.mended, self.whole = pygame.Surface(size), pygame.Surface(size)
        self.look(settles=False)

    def look(self, *, settles=True):
        """Draw what has changed, then everything, and compare."""
        self.desk.draw(self.mended)
        if settles:
            self.desk.draw(self.mended)
        self.desk.view.spoil()
        self.desk.draw(self.whole)
        self.desk.view._seen = self.mended
        other = pixels_of(self.mended) != pixels_of(self.whole)
        return (
            [] if not other.any() else [tuple(int(v) for v in np.argwhere(other)[0][::-1]), int(other.sum())]
        )

    def click(self, name, share=0.5):
        box = self.desk.view.top.root.find(name).box
        for event in (Move, Press, Release):
            self.desk.handle(event(box.x + box.w * share, box.cy))

    def key(self, code, **held):
        self.desk.handle(Key(code, **held))


ACTS = {
    **{f"tab {place + 1}": lambda at, place=place: at.key(pygame.K_1 + place, alt=True) for place in range(len(TABS))},
    "card": lambda at: (at.key(pygame.K_1, alt=True), at.click("lever.open_data")),
    "amount": lambda at: (at.key(pygame.K_1, alt=True), at.click("lever.crawl_items")),
    "undo": lambda at: at.key(pygame.K_z, ctrl=True),
    "slider": lambda at: (at.key(pygame.K_3, alt=True), at.click("lever.price_won", 0.8)),
    "week": lambda at: (at.key(pygame.K_4), wait(at.desk)),
    "another week": lambda at: (at.key(pygame.K_4), wait(at.desk)),
    "lens": lambda at: at.desk.room.market.look_through("segment"),
    "person": lambda at: (at.desk.room.market.show_person(7, None), at.desk.session.look_up(7), wait(at.desk)),
    "nobody": lambda at: at.key(pygame.K_ESCAPE),
    "range": lambda at: at.desk.room.trends.turn_to("all", at.desk.session.scenery.view),
    "refused": lambda at: (at.desk.draft.set("engineers", 900), at.desk._show_draft()),
    "allowed": lambda at: at.desk.undo(),
    "foreseen": lambda at: settle(at.desk),
    "month": lambda at: at.desk.asking.month(),
    "month over": lambda at: at.key(pygame.K_ESCAPE),
    "tab by the keyboard": lambda at: (at.key(pygame.K_TAB), at.key(pygame.K_TAB), at.key(pygame.K_F6)),
}  # fmt: skip


@pytest.mark.parametrize("look", [Look(), Look(text_size=1.5)], ids=["three columns", "pages"])
def test_whatever_is_done_at_the_desk_nothing_old_is_left_on_the_screen(look):
    desk = new_desk(LEVEL, look=look, weeks=1)
    at = Onlooker(desk)
    wrong = {}
    for name, act in ACTS.items():
        act(at)
        desk.update(0.0)
        if found := at.look():
            wrong[name] = found
    for _ in range(3):  # until an event lies over the desk
        at.key(pygame.K_4)
        wait(desk)
        if found := at.look():
            wrong[f"week {desk.session.scenery.view.week}"] = found
    desk.close()
    assert wrong == {}


@pytest.fixture
def repainted(monkeypatch):
    """The islands drawn again since the list was last cleared."""
    found, real = [], Layer._repaint

    def repaint(layer, brush, island, ground):
        found.append(island.id)
        real(layer, brush, island, ground)

    monkeypatch.setattr(Layer, "_repaint", repaint)
    return found


def misses():
    """How many texts have been measured or broken into lines so far, because nobody had done so before."""
    return text.measured.cache_info().misses + text._lines.cache_info().misses


def test_another_tab_draws_one_panel_again_and_measures_nothing_twice(repainted):
    desk = new_desk(LEVEL, weeks=1)
    surface = pygame.Surface(desk.view.look.size_px)
    desk.draw(surface)
    first, again = [], []
    for found in (first, again):
        for tab in (pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_1):
            before = misses(), len(desk.view.look.cache)
            repainted.clear()
            desk.handle(Key(tab, alt=True))
            desk.draw(surface)
            assert repainted == ["decisions"]
            found.append((misses() - before[0], len(desk.view.look.cache) - before[1]))
    desk.close()
    assert all(measured <= MOST_TEXTS for measured, _ in first)
    assert again == [(0, 0)] * 4


def test_a_dialog_opens_over_what_is_drawn_already(repainted):
    desk = new_desk(LEVEL, weeks=1)
    surface = pygame.Surface(desk.view.look.size_px)
    desk.draw(surface)
    repainted.clear()
    desk.asking.all_news()
    desk.draw(surface)
    desk.close()
    assert repainted == []
