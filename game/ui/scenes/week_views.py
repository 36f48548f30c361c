"""One week seen three ways, side by side: what users felt, what the books say, what the tests of the model say."""

import pygame

from game.study.inquiring import views_question
from game.study.views_told import Panel, Row, Told, told
from game.ui.brush import RIGHT, Brush
from game.ui.buttons import Button, Kind
from game.ui.flows import Blocks
from game.ui.groups import Column
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.labels import Meter, Paragraph
from game.ui.look import Look
from game.ui.scene import Back, Command, Scene
from game.ui.scenes.veil import Over
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import BODY, CAPTION, LIST_LEADING, RADIUS_CARD, ROW, ROW_STRONG, TITLE, Tone
from game.ui.widgets import Act, Deed, Role, Widget

WIDTH, LEAST = 1180.0, 300.0  # logical px of the sheet, and of one view
PAD, PART, GAP = 14.0, 14.0, 3.0  # logical px
ICONS = {"felt": "smile", "booked": "receipt", "measured": "gauge"}
TONES = {1: Tone.GOOD, 0: Tone.PLAIN, -1: Tone.BAD}


class WeekViews(Over):
    """The sheet over the desk. It asks for a week played again beside the game, and shows it when it has come."""

    def __init__(self, house: House, look: Look, below: Scene, week: int | None = None) -> None:
        self.inquiry = house.inquiry
        self.week = self.inquiry.weeks if week is None else week
        self.told: Told | None = None
        self._ask(house)
        super().__init__(house, look, below)

    def _ask(self, house: House) -> None:
        self.asked = self.inquiry.ask(views_question(self.week))
        self._level = house.session.level if house.session is not None else None

    def update(self, dt_s: float) -> Command | None:
        """Show the week once it has come."""
        if self.told is None and self.asked.is_done:
            assert self._level is not None, "a question about a game was asked of one that is open"
            self._found = self.asked.answer(0)
            self.told = told(self.house.words, self._level, self._found)
            self.rebuild()
        return super().update(dt_s)

    def rebuild(self, look: Look | None = None) -> None:
        """Say everything in the language of the house."""
        if self.told is not None and self._level is not None:
            self.told = told(self.house.words, self._level, self._found)
        super().rebuild(look)

    def sheet(self) -> Sheet:
        """Return the three views with the sentence below them, or how far the question has come."""
        words = self.house.words
        before = Button("views.before", words.say("views.before"), icon="chevron-left", cap=words.say("views.key.before"),
                        shortcut=Key(pygame.K_LEFTBRACKET))  # fmt: skip
        after = Button("views.after", words.say("views.after"), icon="chevron-right", cap=words.say("views.key.after"),
                       shortcut=Key(pygame.K_RIGHTBRACKET))  # fmt: skip
        before.enabled, after.enabled = self.week > 1, self.week < self.inquiry.weeks
        done = Button("views.done", words.say("views.close"), Kind.PRIMARY, cap="Enter")
        heading = Heading(words.say("views.title", week=self.week), note=words.say("views.note"), icon="eye")
        return Sheet("views", heading, self._body(), [before, after, done], closing=words.say("views.close"),
                     width=WIDTH)  # fmt: skip

    def _body(self) -> Widget:
        if self.told is None:
            share = self.asked.share
            return Meter("views.waiting", self.house.words.say("views.waiting"), share, f"{share:.0%}")
        cards = [ViewCard(panel) for panel in self.told.panels]
        verdict = Verdict("views.verdict", self.told)
        return Column("views.column", verdict, Blocks("views.panels", *cards, most=3, least=LEAST), gap=12)

    def act(self, act: Act) -> Command | None:
        """Turn to another week, or go back."""
        turned = {"views.before": -1, "views.after": 1}.get(act.who)
        if turned is None:
            return Back() if act.deed in (Deed.PRESS, Deed.CLOSE) else None
        self.week, self.told = self.week + turned, None
        self.asked.drop()
        self._ask(self.house)
        self.rebuild()
        return None

    def key(self, key: Key) -> Command | None:
        """Go back by the key that led here."""
        return Back() if key.meant.code == pygame.K_v else None


class ViewCard(Widget):
    """One view: whose it is, and its figures, parts set below the whole they belong to."""

    role = Role.LABEL

    def __init__(self, panel: Panel) -> None:
        super().__init__(f"views.{panel.id}", panel.title)
        self.panel = panel

    @property
    def value(self) -> str:
        """Return every row as one would read it out."""
        return ", ".join(f"{row.label} {row.amount}" for row in self.panel.rows)

    def height(self, look: Look, width: float) -> float:
        """Return the height of head and rows."""
        rows = sum(self._tall(look, row, width) for row in self.panel.rows)
        return self._head(look, width) + rows + PAD

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box, look = brush.theme, self.box, brush.look
        brush.box(box, RADIUS_CARD, theme.bg2, border=theme.line)
        first = look.type.pitch(TITLE, LIST_LEADING)
        brush.icon(ICONS[self.panel.id], box.x + PAD + 9, box.y + PAD + first / 2, 18, theme.accent)
        brush.text(box.x + PAD + 28, box.y + PAD + first / 2, self.label, TITLE, width=box.w - 2 * PAD - 28)
        about = self._about(look, box.w)
        brush.lines(box.x + PAD, box.y + PAD + first + 2, about, CAPTION, theme.text2)
        y = box.y + self._head(look, box.w)
        brush.rule(box.x + PAD, y - 6, box.w - 2 * PAD)
        for row in self.panel.rows:
            self._paint_row(brush, row, y)
            y += self._tall(look, row, box.w)

    def _paint_row(self, brush: Brush, row: Row, y: float) -> None:
        theme, look, box = brush.theme, brush.look, self.box
        style = ROW if row.is_part else ROW_STRONG
        ink = theme.tone(TONES[row.good]) if row.good else theme.text2 if row.is_part else theme.text
        middle = y + look.type.pitch(ROW, LIST_LEADING) / 2
        brush.text(box.right - PAD, middle, row.amount, style, ink, at=RIGHT)
        x = box.x + PAD + (PART if row.is_part else 0)
        brush.lines(x, y, self._label(look, row, box.w), ROW, theme.text2 if row.is_part else theme.text,
                    leading=LIST_LEADING)  # fmt: skip

    def _label(self, look: Look, row: Row, width: float) -> list[str]:
        style = ROW if row.is_part else ROW_STRONG
        amount = look.type.width(row.amount, style) + 12
        return look.type.wrap(row.label, ROW, width - 2 * PAD - amount - (PART if row.is_part else 0))

    def _tall(self, look: Look, row: Row, width: float) -> float:
        return len(self._label(look, row, width)) * look.type.pitch(ROW, LIST_LEADING) + GAP

    def _head(self, look: Look, width: float) -> float:
        lines = len(self._about(look, width)) * look.type.pitch(CAPTION, LIST_LEADING)
        return PAD + look.type.pitch(TITLE, LIST_LEADING) + lines + 16

    def _about(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.panel.about, CAPTION, width - 2 * PAD)


class Verdict(Paragraph):
    """The sentence where the three disagree, on a ground of its own."""

    def __init__(self, name: str, found: Told) -> None:
        super().__init__(name, found.verdict, BODY, ink="text")
        self.disagrees = found.disagrees

    def height(self, look: Look, width: float) -> float:
        """Return the height of the lines with room around."""
        return super().height(look, width - 60) + 20

    def paint(self, brush: Brush) -> None:
        """Draw the ground, a sign, and the lines."""
        theme, box = brush.theme, self.box
        hue = theme.tone(Tone.WARN if self.disagrees else Tone.GOOD)
        brush.box(box, RADIUS_CARD, hue, alpha=34)
        brush.outline(box, RADIUS_CARD, hue, 1)
        brush.icon("split" if self.disagrees else "check", box.x + 24, box.cy, 18, hue)
        lines = self._lines(brush.look, box.w - 60)
        brush.lines(box.x + 46, box.y + 10, lines, self.style, theme.text, leading=self.leading)
