"""What the people's choices of a week came to for the player's firm, and for the picture of the market."""

from dataclasses import dataclass

import numpy as np

from agents.arrays import Floats
from agents.messages import Choices, Event, Term


@dataclass(frozen=True, slots=True)
class Turnout:
    """People, not agents. F firms, S segments."""

    joined: float
    left: float
    driven_out: float  # by a scandal
    loyal: float  # users who are loyal
    awareness: Floats  # (S,) share who know the firm
    left_by: tuple[float, ...]  # (len(Term),) people who left after a choice, by weightiest reason
    flows: Floats  # (F + 1, F + 1) people moved from row to column; last index no service
    stories: float = 0.0  # people who carry a bad story about the firm


def nobody_yet(firms: int, segments: int) -> Turnout:
    """Return the turnout before the first week."""
    return Turnout(
        0.0, 0.0, 0.0, 0.0, np.zeros(segments), (0.0,) * len(Term), np.zeros((firms + 1, firms + 1))
    )


def turnout_of(choices: Choices) -> Turnout:
    """Return what a week's choices came to for the firm with index 0."""
    return Turnout(
        joined=float(np.cumsum(choices.flows[1:, 0])[-1]),
        left=float(np.cumsum(choices.flows[0, 1:])[-1]),
        driven_out=float(choices.events[Event.LEFT_SCANDAL, 0]),
        loyal=float(np.cumsum(choices.loyal[0])[-1]),
        awareness=choices.awareness[0],
        left_by=tuple(choices.left_by[0].tolist()),
        flows=choices.flows,
        stories=float(choices.stories[0]),
    )
