"""The monthly report: each quantity with its causes, before -> after, and what each cause brought."""

from collections.abc import Sequence

from agents.messages import Decision
from game.content.words import Words
from game.ui.brush import RIGHT, Brush
from game.ui.buttons import Button, Kind, tone_icon
from game.ui.flows import Blocks
from game.ui.groups import Column
from game.ui.labels import Label
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.readings import month
from game.ui.readings.month import Block, CauseRow
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import CAPTION_STRONG, LIST_LEADING, RADIUS_CARD, ROW, ROW_STRONG, Tone
from game.ui.widgets import Act, Deed, Role, Widget
from game.world.report import WeekReport

WIDTH = 900.0  # logical px of the sheet
PAD, BAR_WIDE, BAR_HIGH = 14.0, 74.0, 6.0  # logical px
LEAST_BAR = 2.0  # logical px: any cause shows


class MonthSheet(Sheet):
    """The report of the last month. `over` says when it is to be closed."""

    def __init__(
        self, words: Words, history: Sequence[WeekReport], decisions: Sequence[Decision] = (),
        sketches: Sequence[Widget] = (),
    ) -> None:  # fmt: skip
        told = month.month(words, history, decisions)
        parts: list[Widget] = [Blocks("month.blocks", *(BlockCard(block) for block in told.blocks))]
        if told.orders:
            parts.append(Label("month.orders", words.say("monthly.orders"), CAPTION_STRONG, ink="text2"))
            parts += [
                Label(f"month.order.{i}", words.say("monthly.in-week", week=order.week, order=order.text))
                for i, order in enumerate(told.orders)
            ]
        parts += sketches
        heading = Heading(
            title=words.say("monthly.title"),
            kicker=words.say("monthly.kicker", first=told.first, last=told.last),
            note=words.say("monthly.note"),
            icon="clipboard-list",
        )
        button = Button("month.go-on", words.say("monthly.go-on"), Kind.PRIMARY, icon="play", cap="Enter")
        codex = Button("month.codex", words.say("codex.title"), icon="bookmark")
        views = Button("month.views", words.say("monthly.views"), icon="eye")
        body = Column("month.column", *parts, gap=10)
        super().__init__(
            "month", heading, body, [codex, views, button], closing=words.say("monthly.close"), width=WIDTH
        )

    first = "month.go-on"  # has the focus as the sheet opens

    def leads_to_views(self, act: Act) -> bool:
        """Return whether an act asks for the last week, seen three ways."""
        return act == Act("month.views", Deed.PRESS)

    def leads_to_codex(self, act: Act) -> bool:
        """Return whether an act asks what the words of the report mean."""
        return act == Act("month.codex", Deed.PRESS)

    def is_over(self, act: Act) -> bool:
        """Return whether an act closes the report."""
        return self.closes(act) or act.who == self.first


class BlockCard(Widget):
    """One quantity: what, before -> after and the change; below, a row a cause with a bar and what it brought."""

    role = Role.LABEL

    def __init__(self, block: Block) -> None:
        super().__init__(f"month.{block.id}", block.what)
        self.block = block

    @property
    def value(self) -> str:
        """Return the block as one would read it out."""
        block = self.block
        rows = ", ".join(f"{row.because} {row.amount}" for row in block.rows)
        return f"{block.before} → {block.after} ({block.change}): {rows}"

    def height(self, look: Look, width: float) -> float:
        """Return the height of head and rows; long causes take two lines."""
        rows = sum(len(self._because(look, row, width)) for row in self.block.rows)
        return self._head(look) + rows * self._pitch(look) + 6 * len(self.block.rows) + PAD

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box, look = brush.theme, self.box, brush.look
        brush.box(box, RADIUS_CARD, theme.bg2, border=theme.line)
        self._paint_head(brush)
        most = max(abs(row.moved) for row in self.block.rows) or 1.0
        y = box.y + self._head(look)
        for row in self.block.rows:
            y = self._paint_row(brush, row, y, most)

    def _paint_head(self, brush: Brush) -> None:
        theme, block, look = brush.theme, self.block, brush.look
        first = look.type.pitch(ROW_STRONG, LIST_LEADING)
        y = self.box.y + PAD - 3 + first / 2
        tone = _tone(block.moved * block.good)
        right = self.box.right - PAD
        right -= brush.text(right, y, block.change, ROW_STRONG, theme.tone(tone), at=RIGHT) + 8
        brush.icon(tone_icon(tone), right - 8, y, 16, theme.tone(tone))
        brush.icon(block.icon, self.box.x + PAD + 9, y, 18, theme.accent)
        brush.text(self.box.x + PAD + 28, y, block.what, ROW_STRONG, width=right - 26 - self.box.x - PAD - 28)
        low = y + first / 2 + look.type.pitch(ROW, LIST_LEADING) / 2
        brush.text(self.box.x + PAD + 28, low, f"{block.before} → {block.after}", ROW, theme.text2,
                   width=self.box.w - 2 * PAD - 28)  # fmt: skip
        brush.rule(self.box.x + PAD, self.box.y + self._head(look) - 6, self.box.w - 2 * PAD)

    def _paint_row(self, brush: Brush, row: CauseRow, y: float, most: float) -> float:
        theme, look, box = brush.theme, brush.look, self.box
        lines = self._because(look, row, box.w)
        hue = theme.tone(_tone(row.moved * self.block.good))
        middle = y + self._pitch(look) / 2
        brush.text(box.right - PAD, middle, row.amount, ROW_STRONG, hue, at=RIGHT)
        wide = max(LEAST_BAR, BAR_WIDE * abs(row.moved) / most)
        bar = Box(box.right - PAD - self._amounts(look) - 10 - wide, middle - BAR_HIGH / 2, wide, BAR_HIGH)
        brush.box(bar, BAR_HIGH / 2, hue)
        return brush.lines(box.x + PAD, y, lines, ROW, theme.text, leading=LIST_LEADING) + 6

    def _because(self, look: Look, row: CauseRow, width: float) -> list[str]:
        return look.type.wrap(row.because, ROW, width - 2 * PAD - self._amounts(look) - BAR_WIDE - 22)

    def _amounts(self, look: Look) -> float:
        return max(look.type.width(row.amount, ROW_STRONG) for row in self.block.rows)

    def _head(self, look: Look) -> float:
        pitches = look.type.pitch(ROW_STRONG, LIST_LEADING) + look.type.pitch(ROW, LIST_LEADING)
        return PAD + pitches + 12

    def _pitch(self, look: Look) -> float:
        return look.type.pitch(ROW, LIST_LEADING)


def _tone(better: float) -> Tone:
    return Tone.GOOD if better > 0 else Tone.BAD if better < 0 else Tone.PLAIN
