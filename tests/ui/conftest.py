"""Fixtures for the screen: no window, a look, and a hand that types and points."""

import pygame
import pytest

from game.ui.groups import Column
from game.ui.inputs import Key, Move, Press, Release
from game.ui.look import Look
from game.ui.view import View


@pytest.fixture(autouse=True)
def _pygame():
    """Start what drawing needs; nothing opens a window."""
    pygame.display.init()
    pygame.font.init()


@pytest.fixture
def look():
    """The look a first-time player gets."""
    return Look()


class Hand:
    """Acts on a view and keeps what came of it."""

    def __init__(self, view):
        self.view = view

    def key(self, code, **held):
        return self.view.handle(Key(code, **held))

    def keys(self, *codes):
        return [self.key(code) for code in codes][-1]

    def press(self, x, y):
        return self.view.handle(Press(x, y))

    def click(self, name):
        """Press and release in the middle of a widget; return the act of either."""
        box = self.view.top.root.find(name).box
        down = self.press(box.cx, box.cy)
        up = self.view.handle(Release(box.cx, box.cy))
        return up or down

    def point(self, x, y):
        return self.view.handle(Move(x, y))


@pytest.fixture
def hand():
    """Makes a hand for a view."""
    return Hand


@pytest.fixture
def make(look, hand):
    """Puts widgets into a view and returns a hand for it."""

    def build(*widgets, focus=""):
        view = View(Column("root", *widgets), look)
        if focus:
            view.focus_on(focus)
        return hand(view)

    return build
