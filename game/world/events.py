"""Event cards: what happens to a firm besides its own doing.

A card is drawn once, in the first week in which its condition holds and its chance comes up; the luck is the
card's own, so that a new card in a level moves nobody else's. A card with choices waits for an answer; after four
weeks it is answered by its first choice, as life would.
"""

from dataclasses import dataclass, field

from agents import luck
from agents.luck import Stream
from game.world.goals import Values
from game.world.level import Effect, EventCard, Level

PATIENCE_WEEKS = 4  # a card waits this long for an answer; judged


@dataclass(slots=True)
class Deck:
    """The cards of a level: which were drawn, in which week, and which of them wait. Weeks counted from 0."""

    drawn: dict[str, int] = field(default_factory=dict)
    waiting: dict[str, int] = field(default_factory=dict)

    def turn(self, level: Level, values: Values, week: int, seed: int) -> tuple[EventCard, ...]:
        """Draw the cards whose time has come, in the order of the level."""
        cards = []
        for number, card in enumerate(level.events):
            if card.id in self.drawn or not card.when.holds(values):
                continue
            if luck.share(seed, week, Stream.EVENT, number) >= card.chance:
                continue
            self.drawn[card.id] = week
            if card.choices:
                self.waiting[card.id] = week
            cards.append(card)
        return tuple(cards)

    def cards(self, level: Level) -> tuple[EventCard, ...]:
        """Return the cards that wait for an answer, in the order of the level."""
        return tuple(card for card in level.events if card.id in self.waiting)

    def overdue(self, level: Level, week: int) -> tuple[EventCard, ...]:
        """Return the cards that have waited too long."""
        return tuple(c for c in self.cards(level) if week - self.waiting[c.id] >= PATIENCE_WEEKS)

    def answer(self, card: EventCard, choice: str) -> tuple[Effect, ...]:
        """Answer a waiting card and return what the answer does."""
        del self.waiting[card.id]
        return next(c.effects for c in card.choices if c.id == choice)
