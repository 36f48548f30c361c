"""When next week is tried out: once the draft has rested a moment, and not while weeks fly by."""

from game.study.outlook import Outlook
from game.ui.scenes.desk_clock import Clock

RESTS_S = 0.12  # a slider being dragged asks for nothing until it rests
QUICK = 2  # from this gear on nobody could read a forecast


class Foresight:
    """What next week may bring, and how long until it is asked for."""

    def __init__(self) -> None:
        self.outlook: Outlook | None = None
        self._left_s: float | None = 0.0  # None: it has been asked for

    def disturb(self) -> None:
        """Say that the draft has changed, or the world."""
        self._left_s = RESTS_S

    def is_due(self, dt_s: float, clock: Clock) -> bool:
        """Let time pass; return whether to ask now."""
        if self._left_s is None:
            return False
        self._left_s -= dt_s
        if self._left_s > 0 or (clock.is_running and clock.gear >= QUICK):
            return False
        self._left_s = None
        return True
