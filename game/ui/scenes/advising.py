"""The advisor over the desk: it tries ideas beside the frames, can be stopped at any time, and then speaks, its runs beside it."""

from typing import TYPE_CHECKING

from agents.messages import LEVERS, Decision
from game.study.advice import Advice, Span
from game.study.advice_told import Row, Told, told
from game.study.ideas import Idea, ordered
from game.study.inquiring import advice_question
from game.ui.brush import RIGHT, Brush
from game.ui.buttons import Button, Kind
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Meter, Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.scene import Back, Command
from game.ui.scenes.veil import Over
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import (
    BODY,
    CAPTION,
    LIST_LEADING,
    RADIUS_CARD,
    ROW_STRONG,
    Tone,
)  # fmt: skip
from game.ui.widgets import Act, Deed, Role, Widget

if TYPE_CHECKING:
    from game.ui.scenes.desk import Desk

WIDTH, PAD, GAP = 960.0, 14.0, 24.0  # logical px
STRIP, LEAST = 6.0, 3.0  # logical px of a strip's height, and of any range


class Advising(Over):
    """The sheet. While worlds are being played it shows how far they have come; leaving it drops the question."""

    def __init__(self, house: House, look: Look, below: "Desk", plan: Decision | None = None) -> None:
        assert house.session is not None, "there is no game to ask about"
        self.desk = below
        self.plan = house.session.scenery.view.decision if plan is None else plan
        self.level = house.session.level
        self.asked = house.inquiry.ask_apart(advice_question(plan))
        self.found: Advice | None = None
        self._meter: Meter | None = None
        super().__init__(house, look, below)

    def update(self, dt_s: float) -> Command | None:
        """Show how far it has come, or the advice."""
        if self.found is None and self.asked.is_done and not self.asked.is_dropped:
            self.found = self.asked.answer(0)
            self.rebuild()
        elif self._meter is not None and self._meter.share != self.asked.share:
            self._meter.share, self._meter.amount = self.asked.share, f"{self.asked.share:.0%}"
            self._meter.label = self._working()
            self._meter.touch()
        return super().update(dt_s)

    def sheet(self) -> Sheet:
        """Return the advice with its table, or the meter."""
        words = self.house.words
        heading = Heading(words.say("advice.heading"), note=words.say("advice.note"), icon="lightbulb")
        if self.found is None:
            self._meter = Meter(
                "advice.working", self._working(), self.asked.share, f"{self.asked.share:.0%}"
            )
            stop = Button("advice.done", words.say("advice.cancel"), icon="x")
            return Sheet(
                "advice", heading, self._meter, [stop], closing=words.say("advice.cancel"), width=560
            )
        self._meter = None
        done = Button("advice.done", words.say("advice.close"), Kind.PRIMARY, cap="Enter")
        take = Button("advice.take", words.say("advice.take"), icon="sliders-horizontal")
        buttons = [take, done] if self._best is not None else [done]
        body = table(told(words, self.level, self.found), words.say("advice.best"), words.say("advice.past"))
        return Sheet("advice", heading, body, buttons, closing=words.say("advice.close"), width=WIDTH)

    def act(self, act: Act) -> Command | None:
        """Go back, perhaps with the advised levers set in the draft; a question that is still open is dropped."""
        if act.deed not in (Deed.PRESS, Deed.CLOSE):
            return None
        if act.who == "advice.take" and self._best is not None:
            self._take(self._best)
        self.asked.drop()
        return Back()

    @property
    def _best(self) -> Idea | None:
        """Return the idea advised, if one is."""
        tried = self.found.tried if self.found is not None else ()
        return next((t.idea for t in tried if self.found is not None and t.idea.id == self.found.best), None)

    def _take(self, idea: Idea) -> None:
        """Set an idea's levers in the draft of the desk; nothing is decided before the week runs."""
        wanted = ordered(self.plan, idea)
        for lever in LEVERS:
            self.desk.draft.set(lever, getattr(wanted, lever))
        self.desk.turn(self.desk.room.decisions.tabs.chosen)

    def _working(self) -> str:
        return self.house.words.say("advice.working", done=self.asked.done, all=self.asked.of)


def table(said: Told, best: str, past: str) -> Column:
    """Return the advice: its sentence, a row for every plan with the same scale for all, and why it may be wrong."""
    most = (_most([row.users for row in said.rows]), _most([row.cash for row in said.rows]))
    rows = [
        PlanRow(row, most, best if row.is_best and row.id != "plan" else past if row.id == "earlier" else "")
        for row in said.rows
    ]
    about = Paragraph("advice.about", said.about, CAPTION)
    return Column("advice.column", Headline("advice.headline", said.headline), *rows, about, gap=8)


def _most(spans: list[Span]) -> tuple[float, float]:
    """Return the least and the most of some ranges, zero included."""
    return min(0.0, *(span.low for span in spans)), max(1.0, *(span.high for span in spans))


class Headline(Paragraph):
    """What is advised, on a ground of its own."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label, BODY, ink="text")

    def height(self, look: Look, width: float) -> float:
        """Return the height of the lines with room around."""
        return super().height(look, width - 60) + 20

    def paint(self, brush: Brush) -> None:
        """Draw the ground, the sign, and the lines."""
        theme, box = brush.theme, self.box
        brush.box(box, RADIUS_CARD, theme.accent, alpha=34)
        brush.outline(box, RADIUS_CARD, theme.accent, 1)
        brush.icon("message-circle", box.x + 24, box.cy, 18, theme.accent)
        lines = self._lines(brush.look, box.w - 60)
        brush.lines(box.x + 46, box.y + 10, lines, self.style, theme.text, leading=self.leading)


class PlanRow(Widget):
    """One plan: what it is, its first step, how often it won, and where users and money ended in four worlds of five."""

    role = Role.LABEL

    def __init__(
        self, row: Row, most: tuple[tuple[float, float], tuple[float, float]], badge: str = ""
    ) -> None:
        super().__init__(f"advice.{row.id}", row.what)
        self.row, self.most, self.badge = row, most, badge

    @property
    def value(self) -> str:
        """Return the row as one would read it out."""
        row = self.row
        parts = (self.badge, row.steps, f"{row.wins} {row.pairs}".strip(), row.users_told, row.cash_told)
        return ", ".join(part for part in parts if part)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the words and the two strips."""
        words = len(self._what(look, width)) * self._first(look) + len(
            self._steps(look, width)
        ) * self._pitch(look)
        return words + self._strips(look, width) + 2 * PAD - 4

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box, look, row = brush.theme, self.box, brush.look, self.row
        brush.box(
            box, RADIUS_CARD, theme.bg2, border=theme.accent if self.badge and row.is_best else theme.line
        )
        y = box.y + PAD - 2
        brush.text(box.right - PAD, y + self._first(look) / 2, row.wins, ROW_STRONG, at=RIGHT)
        low = y + self._first(look) + self._pitch(look) / 2
        if row.pairs:
            brush.text(box.right - PAD, low, row.pairs, CAPTION, theme.text2, at=RIGHT)
        y = brush.lines(box.x + PAD, y, self._what(look, box.w), ROW_STRONG, theme.text, leading=LIST_LEADING)
        y = brush.lines(box.x + PAD, y, self._steps(look, box.w), CAPTION, theme.text2, leading=LIST_LEADING)
        for words, span, (least, most), place in self._ranges(look, Box(box.x + PAD, y, box.w - 2 * PAD, 0)):
            lines = look.type.wrap(words, CAPTION, place.w)
            end = brush.lines(place.x, place.y, lines, CAPTION, theme.text2, leading=LIST_LEADING)
            self._paint_strip(brush, Box(place.x, end + 3, place.w, STRIP), span, (least, most))

    def _paint_strip(self, brush: Brush, box: Box, span: Span, ends: tuple[float, float]) -> None:
        theme, (least, most) = brush.theme, ends
        hue = (
            theme.tone(Tone.ACCENT if self.row.is_best else Tone.PLAIN)
            if self.row.id != "plan"
            else theme.text3
        )
        brush.box(box, STRIP / 2, theme.bg3)
        x, right, middle = (
            box.x + box.w * (v - least) / (most - least) for v in (span.low, span.high, span.middle)
        )
        brush.box(Box(x, box.y, max(LEAST, right - x), box.h), STRIP / 2, hue, alpha=150)
        brush.box(Box(min(middle, box.right - LEAST), box.y - 2, LEAST, box.h + 4), 1, theme.text)

    def _ranges(self, look: Look, box: Box) -> list[tuple[str, Span, tuple[float, float], Box]]:
        """Return words, range, scale and place of users and money: side by side, or below each other."""
        pairs = (
            (self.row.users_told, self.row.users, self.most[0]),
            (self.row.cash_told, self.row.cash, self.most[1]),
        )
        wide = (box.w - GAP) / 2
        if self._is_narrow(look, box.w):
            below = self._line(look, box.w, self.row.users_told)
            places = [Box(box.x, box.y, box.w, 0), Box(box.x, box.y + below, box.w, 0)]
        else:
            places = [Box(box.x, box.y, wide, 0), Box(box.x + wide + GAP, box.y, wide, 0)]
        return [(words, span, ends, place) for (words, span, ends), place in zip(pairs, places, strict=True)]

    def _strips(self, look: Look, width: float) -> float:
        inner = width - 2 * PAD
        told = (self.row.users_told, self.row.cash_told)
        if self._is_narrow(look, inner):
            return sum(self._line(look, inner, one) for one in told)
        return max(self._line(look, (inner - GAP) / 2, one) for one in told)

    def _is_narrow(self, look: Look, width: float) -> bool:
        wide = max(look.type.width(one, CAPTION) for one in (self.row.users_told, self.row.cash_told))
        return bool(wide > (width - GAP) / 2)

    def _line(self, look: Look, width: float, told: str) -> float:
        return len(look.type.wrap(told, CAPTION, width)) * self._pitch(look) + STRIP + 8

    def _what(self, look: Look, width: float) -> list[str]:
        name = f"{self.label} · {self.badge}" if self.badge else self.label
        return look.type.wrap(name, ROW_STRONG, width - 2 * PAD - self._right(look))

    def _steps(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.row.steps, CAPTION, width - 2 * PAD - self._right(look))

    def _right(self, look: Look) -> float:
        pairs = look.type.width(self.row.pairs, CAPTION) if self.row.pairs else 0.0
        return max(look.type.width(self.row.wins, ROW_STRONG), pairs) + 16

    def _first(self, look: Look) -> float:
        return look.type.pitch(ROW_STRONG, LIST_LEADING)

    def _pitch(self, look: Look) -> float:
        return look.type.pitch(CAPTION, LIST_LEADING)
