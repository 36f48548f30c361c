"""What the stage of the market shows, and what can be picked on it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.ui.streams import Stream


@dataclass(frozen=True, slots=True)
class FirmWords:
    """A company's name, and its share in words."""

    name: str
    share: str


@dataclass(frozen=True)
class Gathering:
    """What the stage shows: people by service, and every word that goes with them."""

    service: NDArray[np.int8]  # (N,) firm used, -1 none
    firms: tuple[FirmWords, ...]
    flows: NDArray[np.float64] | None = None  # (F + 1, F + 1) people moved, last index no service
    undecided: FirmWords = field(default=FirmWords("", ""))
    count: Callable[[Stream], str] = field(default=lambda stream: f"{stream.people:.0f}")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody was picked: the row of the agent."""

    row: int


@dataclass(frozen=True, slots=True)
class Firm:
    """A company was picked, by the keyboard."""

    index: int


@dataclass(frozen=True, slots=True)
class Named:
    """A company's name was pressed."""

    index: int
