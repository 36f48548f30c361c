"""A week of a recorded game as its player saw it: the picture of the market and the firm's own books."""

from dataclasses import dataclass

from agents.messages import Decision, TermSheet
from game.study.books import Books, open_books
from game.study.futures import play_on
from game.study.recording import Recording
from game.study.why import check_week
from game.world.level import EventCard
from game.world.report import MarketView


@dataclass(frozen=True)
class Visit:
    """How things stood after a week, from 0: before anything was decided about the next."""

    week: int
    view: MarketView
    books: Books

    @property
    def decision(self) -> Decision:
        """Return the orders in force."""
        return self.view.decision

    def card(self, id_: str) -> EventCard | None:
        """Return the event card of this id that waited for an answer, if one did."""
        return next((card for card in self.view.cards if card.id == id_), None)

    def sheet(self, id_: str) -> TermSheet | None:
        """Return the offer of this id that waited for an answer, if one did."""
        return next((sheet for sheet in self.view.sheets if sheet.id == id_), None)


def visit(recording: Recording, week: int, *, measures_ring: bool = False) -> Visit:
    """Return how a game stood after a week, with the ring of that week if it is to be measured.

    Raises:
        NobodyError: the week was not played.
    """
    check_week(recording, week)
    world = recording.at(max(week - 1, 0) if measures_ring else week)
    world.measures_ring = measures_ring
    for _ in play_on(world, recording.orders, week):
        pass
    found = Visit(week, world.view(), open_books(world))
    world.drop()
    return found
