"""The desk: the scene the game is played in. It owns no rule; it shows what the session tells and hands it decisions.

Everything follows from three things: the scenery of the last week, the draft of the next, and the clock. An act of a widget
changes one of them, and then what depends on it is shown again.
"""

from collections.abc import Iterator

import pygame

from game.content.words import Words
from game.study.outlook import Outlook
from game.ui.inputs import Input, Key
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.readings import news
from game.ui.scene import Command
from game.ui.scenes.desk_asking import Asking
from game.ui.scenes.desk_clock import PAUSES, STEP, Clock, calls, sound_of
from game.ui.scenes.desk_coach import guide_of
from game.ui.scenes.desk_doors import Door, Doors, Doorway
from game.ui.scenes.desk_draft import Draft
from game.ui.scenes.desk_fan import Fanning
from game.ui.scenes.desk_foresight import Foresight
from game.ui.scenes.desk_news import ON_DESK
from game.ui.scenes.desk_room import furnished
from game.ui.scenes.desk_routes import routes
from game.ui.scenes.desk_speeds import gear_of
from game.ui.session import Answer, Declined, Failed, Foreseen, Played, Session, Told
from game.ui.view import View
from game.ui.widgets import Act, Deed, Widget
from game.world.levers import Refusal
from game.world.report import MarketView, Outcome

__all__ = ["Desk", "Doors"]


class Desk:
    """The scene of a level being played."""

    def __init__(self, session: Session, words: Words, look: Look, doors: Doors | None = None, *,
                 pauses: frozenset[str] = PAUSES) -> None:  # fmt: skip
        self.session, self.doors, self.pauses = session, doors or Doors(), pauses
        self.draft = Draft(session.scenery.view.decision)
        self.clock = Clock()
        self.refusals: tuple[Refusal, ...] = ()
        self.foresight = Foresight()
        self._playing = self.draft.decision
        self.doorway = Doorway()
        self.fan = Fanning(self)
        self.guide = guide_of(session, self.unsettle)
        self._acts = routes(self)
        self._open(words, look)

    def _open(self, words: Words, look: Look) -> None:
        """Build the panels, in a language."""
        self.words = words
        self.room = furnished(words, self.session, self.doors.cap("run"), self.guide)
        self.view = View(self.room, look, self.doors.lead)
        self.asking = Asking(self)
        self._show_week(animate=False)
        self._settle()

    # ---- the scene

    def handle(self, event: Input) -> Command | None:
        """Answer an input."""
        is_escape = isinstance(event, Key) and event.code == pygame.K_ESCAPE
        if is_escape and not self.asking.is_open and self.room.market.stage.person.visible:
            self.room.market.close_person()
            return None
        self._settle()
        act = self.view.handle(event)
        return self.doors.unheard(self, event) if act is None else self._do(act)

    def update(self, dt_s: float) -> Command | None:
        """Let time pass: hear what the session has done, and begin the next week when it is due."""
        command = None
        for answer in self.session.poll():
            command = self._hear(answer) or command
        command = command or self.doorway.passed(self)
        self._go_on(dt_s)
        self._think(dt_s)
        self.asking.wait(dt_s)
        self.fan.wait(dt_s)
        self.view.update(dt_s)
        return command

    def draw(self, surface: pygame.Surface) -> bool:
        """Draw what changed."""
        self._settle()
        return self.view.draw(surface)

    def lay(self, look: Look) -> None:
        """Lay everything out for a look."""
        self._is_settled = True
        self.view.lay(look)

    def unsettle(self) -> None:
        """Say that something needs another size; everything is laid out once before it is next seen."""
        self._is_settled = False

    def _settle(self) -> None:
        if not self._is_settled:
            self._is_settled = True
            self.view.settle()

    def widgets(self) -> Iterator[Widget]:
        """Yield the widgets that can be heard of now."""
        self._settle()
        return self.view.widgets()

    @property
    def typing(self) -> Box | None:
        """Return where text is being written."""
        return self.view.typing

    def speak(self, words: Words) -> None:
        """Go on in another language."""
        tab, lens, span = self.room.decisions.tabs.chosen, self.room.market.lens, self.room.trends.span
        self._open(words, self.view.look)
        self.room.trends.turn_to(span, self._market)
        self.room.market.look_through(lens)
        self.turn(tab)

    def close(self) -> None:
        """Finish the week under way and save."""
        self.session.close()

    @property
    def _market(self) -> MarketView:
        return self.session.scenery.view

    @property
    def is_over(self) -> bool:
        """Return whether there is no week left to play."""
        return self._market.ending.outcome is not Outcome.RUNNING

    # ---- what widgets say

    def _do(self, act: Act) -> Command | None:
        if act.deed is Deed.LOOK_UP:
            return self.leave(lambda at: at.doors.codex(at, str(act.value)))
        if self.asking.is_open:
            return self.asking.hear(act)
        if act.deed is Deed.USED:
            return None
        self.doors.click(act)
        self.guide.hear(act)
        if act.who in self._acts:
            return self._acts[act.who](act)
        if (gear := gear_of(act.who)) is not None:
            return self._run(gear)
        if not self.asking.opens(act.who):
            self._set(act)
        return None

    def _set(self, act: Act) -> None:
        found = self.room.decisions.read(act, self.draft.decision)
        if found is not None:
            self.draft.set(*found)
            self._show_draft()

    def turn(self, tab: str) -> None:
        """Show another tab of decisions."""
        self.draft.settle()
        self.room.decisions.turn_to(tab)
        self.unsettle()

    def undo(self) -> None:
        """Take the last change of the draft back."""
        self.draft.undo()
        self._show_draft()
        self._show_news()

    def answer(self, asked: str, choice: str) -> None:
        """Answer an offer or an event card; it goes out with the next week."""
        self.draft.answer(asked, choice)
        self._show_draft()
        self._show_news()

    def leave(self, door: Door) -> Command | None:
        """Go through a door and stop time meanwhile."""
        self.pause()
        return door(self)

    def look_into(self, door: Door) -> None:
        """Go through a door that leads to questions about the game, once the week under way is over."""
        self.pause()
        self.doorway.wanted = door

    # ---- the clock

    def run_or_pause(self) -> Command | None:
        """Do what Space and the big button do: stop what runs, or run as chosen last."""
        if not self.clock.is_running:
            return self._run(self.clock.gear)
        self.pause()
        return None

    def pause(self) -> None:
        """Stop time."""
        self.clock.pause()
        self._show_clock()

    def _run(self, gear: int) -> Command | None:
        if self.is_over:
            return self.doors.over(self)
        self.clock.run(gear)
        if gear == STEP:
            self.clock.step()
        self._go_on(0.0)
        self._show_clock()
        return None

    def _go_on(self, dt_s: float) -> None:
        """Let the clock run, and begin the next week when it is due."""
        is_free = not (self.session.is_busy or self.asking.is_open or self.is_over or self.doorway.wanted)
        if is_free and (self.clock.steps(dt_s) or self.clock.is_due(dt_s)):
            self._playing = self.draft.decision
            self.draft.settle()
            self.session.play(self._playing)

    # ---- what the session says

    def _hear(self, answer: Answer) -> Command | None:
        if isinstance(answer, Played):
            return self._week_over()
        if isinstance(answer, Declined):
            self.refusals = answer.refusals
            self.pause()
            self._show_draft()
        if isinstance(answer, Foreseen):
            self._foreseen(answer.outlook)
        if isinstance(answer, Told):
            self.room.market.show_person(answer.story.row, answer.story)
        if isinstance(answer, Failed):
            raise answer.error
        return None

    def _week_over(self) -> Command | None:
        view, before = self._market, self._seen
        self.draft.week_over(self._playing, view.decision)
        if calls(view, before, self.pauses):
            self.clock.pause()
        self.doors.play(sound_of(view, before, self.clock.gear))
        if self.room.business is not self.session.level.start.business:
            self.speak(self.words)  # a card has changed whom we sell to, and with it levers and figures
        self._show_week()
        self.guide.look(self.session.game.model.values)
        if self.is_over:
            self.clock.pause()
            return self.doors.over(self)
        self.asking.open_events(before)
        self.asking.month_over(self.pauses)
        return None

    def _foreseen(self, outlook: Outlook) -> None:
        if outlook.decision == self.draft.decision:
            self.foresight.outlook = outlook
            if self.room.decisions.foresee(outlook):
                self.unsettle()
        self.asking.foreseen(outlook)

    def _think(self, dt_s: float) -> None:
        """Ask what next week may bring, when it is time and there is something to ask."""
        is_open = not (self.session.is_busy or self.refusals or self.is_over)
        if is_open and self.foresight.is_due(dt_s, self.clock):
            self.session.foresee(self.draft.decision)

    # ---- showing

    def _show_week(self, *, animate: bool = True) -> None:
        """Show everything anew after a week."""
        self._seen = self.session.scenery.view
        self.unsettle()
        self.room.show(self.words, self.session.scenery, animate=animate)
        self._show_news()
        self._show_draft()
        self.doorway.week_over(self)

    def _show_draft(self) -> None:
        """Show the draft: levers, previews, what is refused, and what the button would do."""
        if not self.session.is_busy:
            self.refusals = self.session.check(self.draft.decision) if not self.is_over else ()
        self.foresight.disturb()
        is_other = self.room.decisions.show(self.draft, self.refusals)
        self._show_clock()
        if is_other:
            self.unsettle()

    def _show_clock(self) -> None:
        self.room.bar.speeds.show(self.clock)
        self.room.decisions.show_clock(self.clock, self.draft)

    def _show_news(self) -> None:
        view, level = self._market, self.session.level
        waiting = news.waiting(self.words, view, level, self.draft.answers)
        self.room.news.show(waiting, news.rows(self.words, view, level, ON_DESK))
        self.unsettle()
