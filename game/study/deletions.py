"""The world as it would have been without one choice: everything else as decided, with the same luck.

An event card that was drawn counts as a choice of the world: without it, it is as if the card lay in no deck.
"""

from dataclasses import dataclass

from game.study.changes import events_of, take_out
from game.study.choices import Choice, Orders, Part, edited, weightiest, without
from game.study.futures import play_on
from game.study.moment import Reading
from game.study.recording import Recording
from game.world.model import MarketModel

MOST_CHOICES = (
    32  # a replay of half a level of 104 weeks takes some 0.3 s for 20,000 people; so all of them 10 s
)


def worth_asking(
    recording: Recording, week: int | None = None, most: int = MOST_CHOICES
) -> tuple[tuple[Choice, ...], int]:
    """Return the choices up to a week (from 1) that are worth leaving out, events included, and how many were left aside."""
    until = recording.weeks if week is None else week
    chosen, aside = weightiest(recording.level, recording.orders[:until], most)
    found = (*chosen, *(event for event in events_of(recording) if event.week <= until))
    return tuple(sorted(found, key=lambda c: c.week)), aside


def start_without(recording: Recording, choice: Choice) -> tuple[MarketModel, tuple[Orders, ...]]:
    """Return the world just before a choice, and the orders without it."""
    world = recording.at(choice.week - 1)
    if choice.part is Part.EVENT:
        take_out(world, [choice.key])
        return world, recording.orders
    return world, edited(recording.level, recording.orders, [without(choice)])


@dataclass(frozen=True, slots=True)
class Read:
    """What people would have read in one week, and whether each firm was open."""

    reading: Reading
    is_open: tuple[bool, ...]


class Deletions:
    """What people would have read without each choice, kept for as long as somebody asks about one game."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self._found: dict[Choice, dict[int, Read]] = {}

    def read(self, choice: Choice, week: int) -> Read | None:
        """Return what people would have read in a week (from 1); None if the level would have been over before it."""
        if choice.week > week:
            raise ValueError(f"a choice of week {choice.week} cannot have moved week {week}")
        known = self._found.setdefault(choice, {})
        if week not in known and (not known or max(known) < week):
            self._play(choice, week, known)
        return known.get(week)

    def _play(self, choice: Choice, week: int, known: dict[int, Read]) -> None:
        world, orders = start_without(self.recording, choice)
        for _ in play_on(world, orders, week):
            opened = world.market.open_week
            assert opened is not None
            known[world.week] = Read(
                Reading(opened.now, opened.fame, opened.ideal), tuple(opened.is_open.tolist())
            )
        world.drop()
