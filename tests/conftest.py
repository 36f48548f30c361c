"""Fixtures for all tests; nothing here opens a window."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Iterator

import pytest
from hypothesis import settings

from game.world.level import Level
from game.world.model import MarketModel
from tests.levels_for_tests import tiny

# The same examples every time, and no clock: a busy machine must not fail a test.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


@pytest.fixture
def tiny_level() -> Level:
    """A level of 8 weeks and 500 agents."""
    return tiny()


@pytest.fixture
def model(tiny_level: Level) -> Iterator[MarketModel]:
    """A fresh world of the tiny level, seed 1."""
    world = MarketModel(tiny_level, 1)
    yield world
    world.release()
