"""A week of a recorded game as its player saw it: the picture of the market and the firm's own books."""

from dataclasses import dataclass

from agents.messages import Decision, TermSheet
from game.study.books import Books, open_books
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


def visit(recording: Recording, week: int) -> Visit:
    """Return how a game stood after a week.

    Raises:
        NobodyError: the week was not played.
    """
    check_week(recording, week)
    world = recording.at(week)
    found = Visit(week, world.view(), open_books(world))
    world.release()
    return found
