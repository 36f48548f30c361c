"""A recorded game, watched: the desk without levers. It runs at three speeds, and any week can be gone to.

Nothing here can be decided, and nothing watched changes the file: the weeks are those of the journal, played again.
"""

from pathlib import Path

from game.content.words import Words
from game.play.records import Header
from game.study.recording import Recording
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.page import Page
from game.ui.readings import news, status
from game.ui.reel import Reel, Shot
from game.ui.scene import Back, Command
from game.ui.scenes import ways
from game.ui.scenes.desk_bar import Brand, Figure, TopBar, Week
from game.ui.scenes.desk_clock import STEP, Clock
from game.ui.scenes.desk_market import MarketPanel
from game.ui.scenes.desk_news import ON_DESK, NewsPanel
from game.ui.scenes.desk_pointing import row_of
from game.ui.scenes.desk_ring import RingPanel
from game.ui.scenes.desk_room import Room
from game.ui.scenes.desk_speeds import gear_of
from game.ui.scenes.desk_trends import TrendsPanel
from game.ui.scenes.film_parts import FilmPanel
from game.ui.widgets import Act, Deed, Widget

FIRST_GEAR = 1  # a film that is started runs, week by week, at the pace of looking


class Film(Page):
    """The scene of a game being watched."""

    first = "film.play"

    def __init__(self, house: House, look: Look, recording: Recording, header: Header) -> None:
        self.reel, self.header = Reel(recording), header
        self.shot: Shot = self.reel.first()
        self.clock = Clock()
        self.clock.gear = FIRST_GEAR
        super().__init__(house, look)

    # ---- what it is made of

    def build(self) -> Widget:
        """Return the desk's panels, with the film's own at the left."""
        words, level = self.house.words, self.reel.recording.level
        view, sells = self.shot.scenery.view, level.start.business
        self.panel = FilmPanel(words, self.reel.recording, self.header)
        self.panel.play.cap = words.say("help.cap", cap=self.house.keymap.cap("run"))
        self.room = Room(words, self._bar(words), self.panel, MarketPanel(words), TrendsPanel(words, view, sells),
                         RingPanel(words, view, sells), NewsPanel(words), business=sells)  # fmt: skip
        self.room.trends.report.visible = self.room.trends.views.visible = (
            False  # these ask about a game one plays
        )
        self.room.market.keep_quiet()
        self.room.trends.forecast.visible = False
        self.room.news.all.visible = False
        self._show(animate=False)
        return self.room

    def _bar(self, words: Words) -> TopBar:
        level, scenery = self.reel.recording.level, self.shot.scenery
        figures = [
            Figure(f"figure.{one.id}", one)
            for one in status.status(words, scenery.view, scenery.books, level.start.business)
        ]
        brand = Brand("brand", *status.headline(words, level))
        return TopBar(
            "bar", words, brand, Week("week", words, level.weeks), figures, leave=words.say("film.leave")
        )

    # ---- time

    def update(self, dt_s: float) -> Command | None:
        """Show the week that has come, and ask for the next when it is due."""
        found = self.reel.poll()
        if found is not None:
            self.shot = found
            self._show(animate=True)
            self.view.lay()
        if not self.reel.is_waiting and (self.clock.steps(dt_s) or self.clock.is_due(dt_s)):
            self._next()
        return super().update(dt_s)

    def _next(self) -> None:
        if self.shot.week >= self.reel.weeks:
            self.clock.pause()
            self._show_clock()
        else:
            self.reel.want(self.shot.week + 1)

    def _run(self, gear: int) -> None:
        """Run at a speed, from the start if the film is over; or go one week on."""
        if gear == STEP:
            self.clock.pause()
            self.clock.step()
        else:
            if self.shot.week >= self.reel.weeks:
                self.reel.want(0)
            self.clock.run(gear)
        self._show_clock()

    # ---- what widgets and keys say

    def act(self, act: Act) -> Command | None:
        """Run, pause, go to a week, look at the market otherwise, or leave."""
        if act.who == "menu" and act.deed is Deed.PRESS:
            return Back()
        if act.who == "help" and act.deed is Deed.PRESS:
            return ways.keys(self.house, self)
        if (gear := gear_of(act.who)) is not None:
            self._run(gear)
        elif act.who == "film.play" or act.who == "speed.pause":
            self._run_or_pause(may_run=act.who == "film.play")
        else:
            self._look(act)
        return None

    def _run_or_pause(self, *, may_run: bool) -> None:
        if self.clock.is_running or not may_run:
            self.clock.pause()
            self._show_clock()
        else:
            self._run(self.clock.gear or FIRST_GEAR)

    def _look(self, act: Act) -> None:
        room, view = self.room, self.shot.scenery.view
        if act.who == "film.week" and isinstance(act.value, float | int):
            self.clock.pause()
            self.reel.want(int(act.value))
            self._show_clock()
        elif act.who == "lens":
            room.market.look_through(str(act.value))
        elif act.who == "trends.range":
            room.trends.turn_to(str(act.value), view)
        elif act.who == "people":
            self._pick(act.value)
        elif act.who == "person.close":
            room.market.close_person()
        elif act.who == "pages.main":
            self.view.lay()

    def _pick(self, picked: object) -> None:
        row = row_of(self.shot.scenery.view, picked)
        if row is not None:
            self.room.market.show_person(row, None)

    def key(self, key: Key) -> Command | None:
        """Leave with Escape."""
        return Back() if ways.is_escape(key) else None

    # ---- showing

    def _show(self, *, animate: bool) -> None:
        words, view = self.house.words, self.shot.scenery.view
        self.room.show(words, self.shot.scenery, animate=animate)
        self.room.trends.report.enabled = self.room.trends.views.enabled = False
        self.room.news.show((), news.rows(words, view, self.reel.recording.level, ON_DESK))
        self.panel.show(self.shot.week)
        self._show_clock()

    def _show_clock(self) -> None:
        self.room.bar.speeds.show(self.clock)
        self.panel.show_clock(self.clock, self.shot.week)


def recorded(house: House, path: Path) -> tuple[Recording, Header]:
    """Return the game of a journal, played again and checked, and who played it.

    Raises:
        JournalError: as `Recording.read` says.
    """
    from game.play import journal

    assert house.loading is not None, "the levels are read by the window's loader"
    library = house.loading.result()
    return Recording.read(path, library.level), journal.read(path).header
