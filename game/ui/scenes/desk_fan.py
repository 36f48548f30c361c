"""The fan of futures on the charts: worked out beside the frames while it is wanted and the draft rests, gone once it is old."""

from typing import TYPE_CHECKING

from agents.messages import Decision
from game.study.forecast import Fan
from game.ui.inquiry import Asked
from game.ui.scenes.desk_trends import TrendsPanel

if TYPE_CHECKING:
    from game.ui.scenes.desk import Desk

RESTS_S = 0.6  # a draft being changed is not foretold


class Fanning:
    """Whether the player wants the fan, for which week and draft it is, and how far it has come."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.is_on = False
        self.fan: Fan | None = None
        self._asked: Asked[Fan] | None = None
        self._about: tuple[int, Decision] | None = None  # the week and the draft it is for
        self._left_s = 0.0
        self._shown: tuple[TrendsPanel, Fan | None] | None = None

    def toggle(self) -> None:
        """Want it, and see the charts; or want it no more."""
        self.is_on = not self.is_on
        if self.is_on and self._desk.room.trends.is_folded:
            self._desk.room.turn_to("trends")
        self._forget()
        self._left_s = 0.0
        self._show(None)

    def wait(self, dt_s: float) -> None:
        """Let time pass: begin anew when the week or the draft is another, and show what has come."""
        desk = self._desk
        if self._shown is not None and self._shown[0] is not desk.room.trends:
            self._show(self.fan)  # another language: other panels
        if not self.is_on:
            return
        about = (desk.session.scenery.view.week, desk.draft.decision)
        if about != self._about:
            self._forget()
            self._about, self._left_s = about, RESTS_S
            self._show(None)
        if self._asked is not None:
            self._hear(self._asked)
        elif self.fan is None:
            self._begin(dt_s)

    def _begin(self, dt_s: float) -> None:
        desk = self._desk
        self._left_s -= dt_s
        if self._left_s <= 0 and not (desk.session.is_busy or desk.clock.is_running or desk.is_over):
            self._asked = desk.doors.fan(desk)

    def _hear(self, asked: Asked[Fan]) -> None:
        if not asked.is_done:
            self._desk.room.trends.show_progress(asked.share)
            return
        self.fan, self._asked = asked.answer(0), None
        self._show(self.fan)

    def _forget(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        self.fan, self._asked, self._about = None, None, None

    def _show(self, fan: Fan | None) -> None:
        desk = self._desk
        self._shown = (desk.room.trends, fan)
        desk.room.trends.show_fan(desk.session.scenery.view, fan, is_wanted=self.is_on)
        desk.unsettle()
