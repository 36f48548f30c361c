"""What lies behind some of the desk's doors. Each is asked with the desk, and there may be nothing to see."""

from typing import TYPE_CHECKING

from game.play.assists import ADVISOR, HINTS, SLOW_CLOCK, TAKE_BACK, at_hand
from game.play.preferences import PAUSES
from game.ui.house import House
from game.ui.scene import Command, Go
from game.ui.scenes.desk_clock import UNHURRIED

if TYPE_CHECKING:
    from game.ui.scenes.desk import Desk
    from game.ui.session import Session


def week_views(house: House, at: "Desk") -> Command | None:
    """Show the last week three ways, once one has been played."""
    from game.ui.scenes.week_views import WeekViews

    return Go(lambda look: WeekViews(house, look, at)) if at.session.scenery.view.history else None


def advice(house: House, at: "Desk") -> Command | None:
    """Ask the advisor about what the player is about to do, where one may be asked and there is a week to advise on."""
    from game.ui.scenes.advising import Advising

    if at.is_over or ADVISOR not in at_hand(at.session.level, at.session.assists):
        return None
    plan = None if at.refusals else at.draft.decision
    return Go(lambda look: Advising(house, look, at, plan))


def sketch(house: House, at: "Desk") -> Command | None:
    """Ask to draw the weeks to come, if the level asks for it now."""
    from game.ui.scenes.sketching import Sketching

    session = at.session
    asked = session.scenery.asks
    if asked is None:
        return None
    view = session.scenery.view
    return Go(lambda look: Sketching(house, look, at, asked, view, lambda said: session.keep("sketch", said)))


def hints(house: House, at: "Desk") -> Command | None:
    """Show the level's hints that have been read, and offer the next, where hints are on."""
    from game.ui.scenes.hints import Hints

    if HINTS not in at_hand(at.session.level, at.session.assists):
        return None
    return Go(lambda look: Hints(house, look, at))


def back(house: House, at: "Desk") -> Command | None:
    """Ask whether the last week is to be taken back, where that is on and one has been played."""
    from game.ui.scenes.taking_back import TakingBack

    if TAKE_BACK not in at.session.assists or at.session.scenery.view.week == 0:
        return None
    return Go(lambda look: TakingBack(house, look, at))


def ease_of(session: "Session") -> float:
    """Return how many times as long a week takes that runs by itself."""
    return UNHURRIED if SLOW_CLOCK in session.assists else 1.0


def pauses(house: House, session: "Session") -> frozenset[str]:
    """Return what stops the desk's clock; a warning is news that is bad or soon will be. Whoever is not to be hurried gets all."""
    told = {"event": ("event",), "offer": ("offer",), "warning": ("warn", "bad"), "month": ("month",)}
    wanted = PAUSES if SLOW_CLOCK in session.assists else house.preferences.pauses
    return frozenset(name for pause in wanted for name in told[pause])


def refresh(house: House, at: "Desk") -> None:
    """Let a desk that waits below take over what the settings say now."""
    at.pauses = pauses(house, at.session)
    at.room.decisions.offer(at.session.assists)
    at.clock.ease = ease_of(at.session)
    at.room.decisions.show_cap(house.keymap.cap("run"))
    if at.words.language != house.language:
        at.speak(house.words)
