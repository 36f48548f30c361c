"""The end: what happened and why, the lamps, the moments that counted, the ring over time, questions, and the ways on."""

from dataclasses import dataclass

from game.content.words import Words
from game.play.assists import Used, used
from game.study import assists_told
from game.ui.buttons import Button, Kind
from game.ui.charts import LineChart, Sentences, Series
from game.ui.flows import Blocks, Flow
from game.ui.groups import Column, Grid, Panel
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.inquiry import Inquiry
from game.ui.labels import Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.page import Page
from game.ui.readings import ending, trends, turning
from game.ui.readings.trends import Trend
from game.ui.scene import Command, Go
from game.ui.scenes import questions, ways
from game.ui.scenes.ending_learned import Learned
from game.ui.scenes.ending_parts import Glance, HeadEnd, MomentRow, Question
from game.ui.scenes.ending_turning import ALL, SEEK, STOP, TurningPoints
from game.ui.scenes.ground import Ground
from game.ui.scenes.halves import GUTTER, Halves, Rings
from game.ui.scrolling import Scroll
from game.ui.session import Session
from game.ui.sheets import Heading, Sheet
from game.ui.sliders import Slider
from game.ui.tokens import ROW, Tone
from game.ui.trends import ChartCard
from game.ui.turning import LinkStrip
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Kind as Aim
from game.world.level import Level
from game.world.report import MarketView, Outcome

SIDE = 24.0  # logical px
CHARTS = ("users", "cash")


@dataclass(frozen=True)
class Told:
    """A finished game, as its end is told."""

    level: Level
    view: MarketView
    seed: int
    used: Used | None = None  # difficulty and assists, as the journal says


def told_of(session: Session) -> Told:
    """Return what there is to tell of a session whose game is over."""
    game = session.game
    return Told(session.level, session.scenery.view, game.seed, used(game.header, game.notes))


class Ended(Page):
    """The last scene of a level."""

    def __init__(self, house: House, look: Look, told: Told, inquiry: Inquiry | None = None) -> None:
        self.told, self.inquiry = told, inquiry
        self.return_week = ending.week_to_return_to(told.view)
        self.turning = TurningPoints(told.level, inquiry)
        self.learned = Learned(told.level, inquiry, house.session)
        self._is_old = False  # something has been found out that is not shown yet
        super().__init__(house, look)

    def update(self, dt_s: float) -> Command | None:
        """Take the turning points once they are known; the week to go back to is then the last that could be won."""
        self._is_old |= self.turning.hear()
        self._is_old |= self.learned.hear(self.turning.found)
        if self._is_old and not self.has_dialog:
            self._is_old = False
            self.return_week = self._last_chance()
            self.rebuild()
        return super().update(dt_s)

    def _last_chance(self) -> int:
        """Return the last week from which somebody is known to win; unless there is one, a week worth going back to."""
        found = self.turning.found
        last = None if found is None else found.last_chance
        return ending.week_to_return_to(self.told.view) if last is None else last

    # ---- what it is made of

    def build(self) -> Widget:
        """Return head, panels, questions and buttons."""
        words, told = self.house.words, self.told
        most = 2 + len([aim for aim in told.level.objectives if aim.kind is Aim.BONUS])
        head = HeadEnd(
            words, ending.headline(words, told.level, told.view), ending.lamps(words, told.view),
            (told.view.ending.stars + self.learned.has_star, most),
        )  # fmt: skip
        found = self.turning.panels(words)  # the turning points, and until when it could be won
        left = Column("end.left", *found[:1], self._moments(words), gap=GUTTER, flexible=["end.moments"])
        rest = (self._rings(words), *found[1:], self._charts(words))
        right = Column("end.right", *rest, gap=GUTTER, flexible=["end.charts"])
        learned = Blocks("end.learned", *self.learned.panels(words), gap=GUTTER)
        learned.visible = bool(learned.children)
        halves = Halves("end.halves", left, right)
        parts = (self._used(words), halves, learned, self._questions(words))
        body = Column("end.body", *parts, gap=GUTTER, flexible=["end.halves"])
        scroll = Scroll("end.scroll", words.say("end.title"), body)
        return Closing(head, scroll, self._foot(words))

    def _used(self, words: Words) -> Paragraph:
        """Return the line that says on which difficulty and with what help it was played."""
        told = "" if self.told.used is None else assists_told.line(words, self.told.used)
        line = Paragraph("end.used", told, ROW)
        line.visible = bool(told)
        return line

    def _moments(self, words: Words) -> Panel:
        rows: list[Widget] = [
            MomentRow(f"end.moment.{i}", moment)
            for i, moment in enumerate(ending.moments(words, self.told.view))
        ]
        nothing: list[Widget] = [Paragraph("end.moments.none", words.say("end.moments-none"), ROW)]
        body = Column("end.moments.column", *(rows or nothing), gap=6)
        return Panel(
            "end.moments", words.say("end.moments"), body, icon="split", note=words.say("end.moments-note")
        )

    def _rings(self, words: Words) -> Panel:
        cells = [
            Glance(f"end.ring.{i}", glimpse, words.say("desk.ring.momentum"))
            for i, glimpse in enumerate(ending.glimpses(words, self.told.view))
        ]
        grid = Rings("end.rings.grid", *cells)
        weakest = Paragraph("end.weakest", ending.weakest(words, self.told.view), ROW)
        strip = LinkStrip(
            "end.links", words.say("asking.turn.links"), turning.links(words, self.told.view.history)
        )
        body = Column("end.rings.column", weakest, grid, strip, gap=8)
        return Panel("end.rings", words.say("end.rings"), body, icon="refresh-cw")

    def _charts(self, words: Words) -> Widget:
        found = [trend for trend in trends.trends(words, self.told.view, "all") if trend.id in CHARTS]
        return Grid("end.charts", *(self._chart(words, trend) for trend in found), across=2, gap=GUTTER)

    def _chart(self, words: Words, trend: Trend) -> ChartCard:
        series = [Series(trend.values, 0, is_filled=True)]
        if trend.rival is not None:
            series.append(Series(trend.rival, 1, is_dashed=True))
        told = Sentences(
            whole=lambda _: trends.summary(words, trend),
            point=lambda index: trends.point(words, trend, index),
            ticks=trend.write,
        )
        chart = LineChart(f"end.chart.{trend.id}", trend.label, series, told)
        return ChartCard(f"end.trend.{trend.id}", trend.label, chart, figure=trend.figure)

    def _questions(self, words: Words) -> Panel:
        cards = [
            Question(f"end.question.{i}", words.pick(text), i + 1)
            for i, text in enumerate(self.told.level.debrief)
        ]
        panel = Panel("end.questions", words.say("end.questions"), Blocks("end.questions.grid", *cards, most=3),
                      icon="message-circle-question")  # fmt: skip
        panel.visible = bool(cards)
        return panel

    def _foot(self, words: Words) -> Flow:
        """Return the ways on: to the next level after a won one, else back in time; that one is the large button."""
        is_won = self.told.view.ending.outcome is Outcome.WON
        following = self._next_level()
        ways_on = [("end.next", words.say("end.next"), "arrow-right")] if following else []
        back = ("end.rewind", words.say("end.rewind", week=self.return_week), "undo-2")
        levels = ("end.map", words.say("end.map"), "map")
        ways_on += [levels, back] if is_won and not following else [back, levels]
        ask = [("end.why", words.say("asking.title"), "message-circle-question"),
               ("end.what-if", words.say("asking.turn.what-if"), "git-fork")]  # fmt: skip
        ways_on[1:1] = ask if self.inquiry is not None else []
        ways_on[-1:-1] = [
            ("end.again", words.say("end.again"), "rotate-ccw"),
            ("end.other", words.say("end.other"), "dices"),
        ]
        self.first, label, icon = ways_on[0]
        large = Button(self.first, label, Kind.PRIMARY, icon=icon, cap="Enter")
        return Flow(
            "end.foot", large, *(Button(n, text, icon=i) for n, text, i in ways_on[1:]), gap=10, arrows=True
        )

    def _as_written(self) -> Level:
        """Return the level without what a difficulty or an assist has changed in it."""
        library = self.house.library
        found = library.level(self.told.level.id) if library is not None else None
        return found or self.told.level

    def _next_level(self) -> Level | None:
        """Return the level after a won one, if there is one that can be opened."""
        library = self.house.library
        if library is None or self.told.view.ending.outcome is not Outcome.WON:
            return None
        entry = library.entry(self.told.level.id)
        following = [
            found for found in library.entries if entry is not None and found.number == entry.number + 1
        ]
        return following[0].level if following else None

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Go on, go back in time, start over, or choose another level."""
        house, level, following = self.house, self.told.level, self._next_level()
        if act.deed is not Deed.PRESS:
            return None
        if act.who == "end.rewind":
            self._ask_week()
        elif act.who == "end.next" and following is not None:
            return ways.out(house, lambda: Go(ways.opening(house, following)))
        elif act.who == "end.again":
            return ways.begin_again(house, house.session) if house.session is not None else None
        elif act.who == "end.other":
            return ways.out(house, lambda: Go(ways.opening(house, self._as_written())))
        elif act.who == "end.map":
            return ways.out(house, lambda: ways.levels(house, level.id))
        elif self.learned.act(act):
            self.rebuild()
        elif self.inquiry is not None:
            return self._asked(act, self.inquiry)
        return None

    def _asked(self, act: Act, inquiry: Inquiry) -> Command | None:
        """Ask why, what if, or for the turning points."""
        if act.who == "end.why":
            return questions.why(self.house, self.told.level, inquiry)
        if act.who == "end.what-if":
            return questions.what_if(self.house, self.told.level, inquiry)
        if self.turning.is_card(act):
            return questions.what_if(self.house, self.told.level, inquiry, act.value)  # type: ignore[arg-type]
        if act.who == ALL:
            sheet = self.turning.sheet(self.house.words)
            self.open(sheet, lambda news: self._listed(news, sheet))
        elif act.who in (STOP, SEEK):
            self.turning.stop() if act.who == STOP else self.turning.seek()
            self.rebuild()
        return None

    def _listed(self, act: Act, sheet: Sheet) -> Command | None:
        if sheet.closes(act):
            self.close()
        elif self.turning.is_card(act) and self.inquiry is not None:
            self.close()
            return questions.what_if(self.house, self.told.level, self.inquiry, act.value)  # type: ignore[arg-type]
        return None

    def _ask_week(self) -> None:
        words, last = self.house.words, max(0, self.told.view.week - 1)
        self.weeks = Slider("end.week", words.say("end.week"), range(last + 1), self.return_week,
                            lambda week: words.say("end.in-week", week=int(week)))  # fmt: skip
        self.weeks.has_preview = False
        about = Paragraph("end.week.about", words.say("end.week-about"), ROW)
        go = Button("end.week.go", words.say("end.week-go"), Kind.PRIMARY, icon="undo-2", cap="Enter")
        sheet = Sheet(
            "end.return", Heading(words.say("end.week-title"), icon="undo-2", tone=Tone.ACCENT),
            Column("end.week.column", about, self.weeks, gap=14), [go], closing=words.say("end.week-close"), width=560,
        )  # fmt: skip
        self.open(sheet, lambda act: self._week_chosen(act, sheet), focus="end.week.go")

    def _week_chosen(self, act: Act, sheet: Sheet) -> Command | None:
        if act.who == "end.week.go":
            return ways.again_from(self.house, int(self.weeks.number))
        if sheet.closes(act):
            self.close()
        return None

    def key(self, key: Key) -> Command | None:
        """Escape leads to the levels."""
        if ways.is_escape(key):
            return ways.out(self.house, lambda: ways.levels(self.house, self.told.level.id))
        return None


class Closing(Ground):
    """The head above, the ways on below, and between them what scrolls if it must."""

    light = (0.12, 0.02)

    def __init__(self, head: HeadEnd, scroll: Scroll, foot: Flow) -> None:
        super().__init__("end")
        self.head, self.scroll, self.foot = head, scroll, foot
        self.add(head, scroll, foot)

    def place(self, look: Look, box: Box) -> None:
        """Share the window out."""
        self.box = box
        inner = box.inset(SIDE, 18)
        head, rest = inner.top(self.head.height(look, inner.w), 12)
        foot = self.foot.height(look, inner.w)
        self.head.place(look, head)
        self.scroll.place(look, Box(rest.x, rest.y, rest.w, max(60.0, rest.h - foot - 12)))
        self.foot.place(look, Box(rest.x, rest.bottom - foot, rest.w, foot))
