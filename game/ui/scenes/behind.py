"""What lies behind some of the desk's doors. Each is asked with the desk, and there may be nothing to see."""

from typing import TYPE_CHECKING

from game.ui.house import House
from game.ui.scene import Command, Go

if TYPE_CHECKING:
    from game.ui.scenes.desk import Desk


def week_views(house: House, at: "Desk") -> Command | None:
    """Show the last week three ways, once one has been played."""
    from game.ui.scenes.week_views import WeekViews

    return Go(lambda look: WeekViews(house, look, at)) if at.session.scenery.view.history else None


def advice(house: House, at: "Desk") -> Command | None:
    """Ask the advisor about what the player is about to do, where one may be asked and there is a week to advise on."""
    from game.ui.scenes.advising import Advising

    if at.is_over or not at.session.level.advisor or not house.preferences.advisor:
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
