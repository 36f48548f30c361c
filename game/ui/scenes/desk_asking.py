"""What lies over the desk for a while: events, offers, all the news, the monthly report. Time stands still meanwhile."""

from typing import TYPE_CHECKING

from game.study.outlook import Outlook
from game.ui.readings import news, offers
from game.ui.scene import Command
from game.ui.scenes import desk_clock
from game.ui.scenes.desk_news import GOAL, NEWS, WAITING, NewsSheet
from game.ui.scenes.ending_sketches import monthly
from game.ui.scenes.event import EventDialog
from game.ui.scenes.month import MonthSheet
from game.ui.scenes.offer import OfferDialog
from game.ui.widgets import Act
from game.world.report import MarketView

if TYPE_CHECKING:
    from game.ui.scenes.desk import Desk

STARTLE_S = 0.4  # longer than the gap between two quick presses of a key

Over = EventDialog | OfferDialog | NewsSheet | MonthSheet


class Asking:
    """At most one thing over the desk, and the event cards that wait to be shown."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._over: Over | None = None
        self._cards: list[str] = []
        self._startle_s = 0.0

    def wait(self, dt_s: float) -> None:
        """Let time pass: what has opened by itself is deaf for a moment, so that no key meant for the desk answers it."""
        self._startle_s = max(0.0, self._startle_s - dt_s)

    @property
    def is_open(self) -> bool:
        """Return whether something lies over the desk."""
        return self._over is not None

    def open_events(self, before: MarketView) -> None:
        """Show the cards that have just been drawn, one after the other."""
        old = {card.id for card in before.cards}
        self._cards = [card.id for card in self._view.cards if card.id not in old]
        self._startle_s = STARTLE_S if self._cards else 0.0
        self._next_card()

    def opens(self, who: str) -> bool:
        """Open what a row of the news stands for; return whether it stands for anything."""
        if who.startswith(WAITING):
            kind, _, id_ = who.removeprefix(WAITING).partition(".")
            return self._open_card(id_) if kind == "card" else self._open_sheet(id_)
        if who.startswith((NEWS, GOAL)):
            self.all_news()
            return True
        return False

    def all_news(self) -> None:
        """Show every offer and all the news there has been."""
        words, view = self._desk.words, self._view
        told = news.rows(words, view, self._desk.session.level)
        self._open(NewsSheet(words, told, tuple(offers.rows(words, view))))

    def month(self) -> None:
        """Show the report of the last month, once there is one."""
        if self._view.history:
            words, scenery = self._desk.words, self._desk.session.scenery
            drawn = monthly(words, self._desk.session.level, scenery.sketches, scenery.view.week)
            self._open(MonthSheet(words, scenery.view.history, scenery.decisions, drawn))

    def month_over(self, pauses: frozenset[str]) -> None:
        """Show that report if a month has just ended, the player wants it, and nothing else is asked."""
        if not self.is_open and desk_clock.is_month_over(self._view, pauses):
            self.month()

    def hear(self, act: Act) -> Command | None:
        """Take an act of what is open: an answer goes into the draft, what is over goes away, and some leads on."""
        over = self._over
        if over is None or self._startle_s > 0:
            return None
        if isinstance(over, MonthSheet) and over.leads_to_views(act):
            return self._desk.doors.views(self._desk)
        if isinstance(over, MonthSheet) and over.leads_to_codex(act):
            return self._desk.doors.codex(self._desk, "")
        if isinstance(over, OfferDialog) and over.asks_why(act):
            return self._desk.doors.why(self._desk, over.subject)
        answered = over.answer(act) if isinstance(over, EventDialog | OfferDialog) else None
        if answered is not None:
            self._desk.answer(*answered)
        if over.is_over(act):
            self._over = None
            self._desk.view.close()
            self._next_card()
        return None

    def foreseen(self, outlook: Outlook) -> None:
        """Pass a look ahead on to an open event, and ask for the next of its choices."""
        if isinstance(self._over, EventDialog):
            self._over.foretell(outlook)
            self._foresee(self._over)

    # ---- inside

    @property
    def _view(self) -> MarketView:
        return self._desk.session.scenery.view

    def _next_card(self) -> None:
        while self._cards and self._over is None:
            self._open_card(self._cards.pop(0))

    def _open_card(self, id_: str) -> bool:
        card = next((card for card in self._view.cards if card.id == id_), None)
        if card is not None:
            dialog = EventDialog(self._desk.words, self._view, card)
            self._open(dialog)
            self._foresee(dialog)
        return card is not None

    def _open_sheet(self, id_: str) -> bool:
        sheet = next((sheet for sheet in self._view.sheets if sheet.id == id_), None)
        if sheet is not None:
            self._open(OfferDialog(self._desk.words, self._view, self._desk.session.level, sheet))
        return sheet is not None

    def _foresee(self, dialog: EventDialog) -> None:
        wanted = dialog.unforeseen(self._desk.draft.decision)
        if wanted is not None and not self._desk.session.is_busy:
            self._desk.session.foresee(wanted)

    def _open(self, over: Over) -> None:
        self._desk.clock.pause()
        self._over = over
        self._desk.view.open(over, focus=_first(over))


def _first(over: Over) -> str:
    """Return the id of what has the focus as something opens."""
    if isinstance(over, EventDialog | OfferDialog):
        return over.cards[0].id if over.cards else ""
    return over.first
