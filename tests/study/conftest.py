"""Games that several files ask about; they are only looked at."""

from collections.abc import Iterator

import pytest

from game.play.playthrough import Playthrough
from game.study.recording import Recording
from tests.study import games


@pytest.fixture(scope="session")
def recorded() -> Recording:
    """A recorded game of 30 weeks, 4,000 people and six changes of course."""
    return games.recording()


@pytest.fixture(scope="session")
def played() -> Iterator[Playthrough]:
    """The same game, being played."""
    with games.game() as game:
        yield game
