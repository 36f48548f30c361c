"""The card of one person: who it is, what they use and how it feels, and what weighed most when they last moved."""

import pygame

from game.content.words import Words
from game.ui import marks
from game.ui.brush import RIGHT, Brush
from game.ui.buttons import Button, IconButton, Kind
from game.ui.inputs import Input, Key, Move, Press, Release
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.readings.amounts import Line
from game.ui.readings.crowd import Card
from game.ui.tokens import CAPTION, CAPTION_STRONG, LIST_LEADING, RADIUS_CARD, ROW_STRONG, Tone
from game.ui.widgets import Act, Deed, Role, Widget

WIDTH, PAD = 232.0, 12.0  # logical px at 100 % text


class PersonCard(Widget):
    """A card over the market; its button or Escape closes it."""

    role = Role.PANEL
    is_live = True  # it lies over the crowd, which is drawn anew every frame
    radius = RADIUS_CARD

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(name, words.say("desk.person.panel"))
        self.closer = IconButton(f"{name}.close", words.say("desk.person.close"), "x", size=28)
        self.why = Button(
            f"{name}.why",
            words.say("desk.person.why"),
            Kind.PLAIN,
            icon="message-circle-question",
            small=True,
        )
        self.none = words.say("desk.person.none")
        self.card: Card | None = None
        self.visible = False
        self.add(self.why, self.closer)

    @property
    def value(self) -> str:
        """Return the card as one would read it out."""
        if self.card is None:
            return ""
        lines = [f"{line.what} {line.amount}" for line in (*self.card.lines, *self.card.reasons)]
        return ", ".join([self.card.title, self.card.uses, *lines, self.card.heading])

    def show(self, card: Card | None) -> None:
        """Show somebody, or nobody."""
        self.card, self.visible = card, card is not None
        self.touch()

    def wide(self, look: Look) -> float:
        """Return the card's width."""
        return WIDTH * max(1.0, float(look.text_size**0.8))

    def height(self, look: Look, width: float) -> float:
        """Return the height of all lines."""
        if self.card is None:
            return 0.0
        lines = len(self.card.lines) + len(self.card.reasons)
        heads = len(self._heading(look, width)) * look.type.pitch(CAPTION_STRONG, 1.4)
        button = self.why.height(look, width) + 6 if self.why.visible else 0.0
        return 2 * PAD + _head(look) + lines * _pitch(look) + heads + (8 if heads else 0) + button

    def _heading(self, look: Look, width: float) -> list[str]:
        text = self.card.heading if self.card else ""
        return look.type.wrap(text, CAPTION_STRONG, width - 2 * PAD) if text else []

    def place(self, look: Look, box: Box) -> None:
        """Take a box, with the button at its top right."""
        self.box = box
        self.closer.place(look, Box(box.right - 34, box.y + 6, 28, 28))
        high = self.why.height(look, box.w)
        self.why.place(look, Box(box.x + PAD, box.bottom - PAD - high, box.w - 2 * PAD, high))

    def handle(self, event: Input) -> Act | None:
        """Close by Escape; let no press through to the people below."""
        if isinstance(event, Key):
            return Act(self.closer.id, Deed.PRESS) if event.code == pygame.K_ESCAPE else None
        return self.used() if isinstance(event, Press | Release | Move) else None

    def draw(self, brush: Brush) -> None:
        """Draw the card above what it covers."""
        brush.layer += 1
        super().draw(brush)
        brush.layer -= 1

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        if self.card is None:
            return
        theme, box, look = brush.theme, self.box, brush.look
        brush.box(box, self.radius, theme.bg2, border=theme.line2)
        x, y = box.x + PAD, box.y + PAD
        first, second = look.type.pitch(ROW_STRONG, 1.45), look.type.pitch(CAPTION, 1.5)
        brush.text(x, y + first / 2, self.card.title, ROW_STRONG, width=box.w - PAD - 40)
        marks.firm_mark(brush, self.card.firm, x + 6, y + first + second / 2, 5)
        brush.text(
            x + 18, y + first + second / 2, self.card.uses, CAPTION, theme.text2, width=box.w - 2 * PAD - 18
        )
        y += _head(look)
        for line in self.card.lines:
            y = self._paint_line(brush, x, y, line)
        lines = self._heading(look, box.w)
        if lines:
            brush.rule(x, y + 4, box.w - 2 * PAD)
            y = brush.lines(x, y + 8, lines, CAPTION_STRONG, theme.text2, leading=1.4)
        for line in self.card.reasons:
            y = self._paint_line(brush, x, y, line)

    def _paint_line(self, brush: Brush, x: float, y: float, line: Line) -> float:
        theme, pitch = brush.theme, _pitch(brush.look)
        ink = theme.text if line.tone is Tone.PLAIN else theme.tone(line.tone)
        right = self.box.right - PAD
        taken = brush.text(right, y + pitch / 2, line.amount, CAPTION_STRONG, ink, at=RIGHT)
        brush.text(x, y + pitch / 2, line.what, CAPTION, theme.text2, width=right - x - taken - 8)
        return y + pitch


def _pitch(look: Look) -> float:
    return look.type.pitch(CAPTION, LIST_LEADING) + 3


def _head(look: Look) -> float:
    return look.type.pitch(ROW_STRONG, 1.45) + look.type.pitch(CAPTION, 1.5) + 6
