"""A dialog stops everything: one question, what each answer would do as far as one can tell, and number keys to answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import marks
from game.ui.brush import Brush
from game.ui.buttons import IconButton, warm
from game.ui.groups import Column
from game.ui.inputs import Input, Key
from game.ui.keys import digit, is_space
from game.ui.labels import Gap, Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.scrolling import Scroll
from game.ui.tips import Tip
from game.ui.tokens import (
    BODY_STRONG,
    CAPTION,
    CAPTION_STRONG,
    HEADING,
    RADIUS_CARD,
    RADIUS_DIALOG,
    ROW,
    Tone,
)
from game.ui.widgets import Act, Deed, Role, Target, Widget

WIDTH, MARGIN, PADDING = 700.0, 24.0, 24.0  # logical px
HEADER, NOTE = 92.0, 44.0  # logical px at 100 % text


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer would change, as a range in words."""

    what: str
    amount: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a dialog; `blocked` says why it cannot be given."""

    id: str
    label: str
    about: str = ""
    effects: tuple[Effect, ...] = ()
    blocked: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a dialog's head and foot; `tone` and `icon` say how grave it is, the same as in the news."""

    title: str
    text: str
    kicker: str = ""
    note: str = ""
    icon: str = "info"
    tone: Tone = Tone.ACCENT


class AnswerCard(Target):
    """One answer with its number key, a line about it, and its effects."""

    role = Role.BUTTON
    radius = RADIUS_CARD

    def __init__(self, answer: Answer, number: int) -> None:
        super().__init__(answer.id, answer.label, tip=Tip(answer.blocked) if answer.blocked else None)
        self.answer, self.number = answer, number
        self.enabled = not answer.blocked

    @property
    def value(self) -> str:
        """Return the line about it and its effects in words."""
        effects = [f"{effect.what} {effect.amount}" for effect in self.answer.effects]
        return " · ".join(part for part in (self.answer.blocked or self.answer.about, *effects) if part)

    def height(self, look: Look, width: float) -> float:
        """Return the height of name, line and effects."""
        lines = len(self._about(look, width)) * look.type.pitch(ROW, 1.4)
        effects = look.type.pitch(CAPTION, 1.6) * len(self._effect_lines(look, width))
        return max(44.0, look.type.pitch(BODY_STRONG, 1.5) + lines + effects + 22)

    def handle(self, event: Input) -> Act | None:
        """Leave Space alone: it lets time run, and who presses it as a card comes up has not read the card."""
        if isinstance(event, Key) and is_space(event):
            return None
        return super().handle(event)

    def activate(self) -> Act | None:
        """Report the answer."""
        return Act(self.id, Deed.PRESS) if self.enabled else None

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box, setter = brush.theme, self.box, brush.look.type
        ground = warm(theme.bg2, self, theme) if self.enabled else theme.bg1b
        edge = theme.accent if self.focused and self.enabled else theme.line
        brush.box(box, self.radius, ground, border=edge, width=1.5 if self.focused else 1)
        x, y = box.x + 46, box.y + 11
        middle = y + setter.pitch(BODY_STRONG, 1.5) / 2
        marks.key_cap(brush, box.x + 15, middle, str(self.number))
        ink = theme.text if self.enabled else theme.text3
        brush.text(x, middle, self.label, BODY_STRONG, ink, width=box.right - 14 - x)
        y += setter.pitch(BODY_STRONG, 1.5)
        y = brush.lines(x, y, self._about(brush.look, box.w), ROW, theme.text2, leading=1.4)
        for line in self._effect_lines(brush.look, box.w):
            self._paint_effects(brush, x, y + setter.pitch(CAPTION, 1.6) / 2, line)
            y += setter.pitch(CAPTION, 1.6)

    def _paint_effects(self, brush: Brush, x: float, y: float, effects: Sequence[Effect]) -> None:
        for effect in effects:
            x += brush.text(x, y, effect.what, CAPTION, brush.theme.text2) + 6
            tone = brush.theme.text if effect.tone is Tone.PLAIN else brush.theme.tone(effect.tone)
            x += brush.text(x, y, effect.amount, CAPTION_STRONG, tone) + 20

    def _about(self, look: Look, width: float) -> list[str]:
        text = self.answer.blocked or self.answer.about
        return look.type.wrap(text, ROW, width - 60) if text else []

    def _effect_lines(self, look: Look, width: float) -> list[list[Effect]]:
        """Return the effects, as many a line as fit."""
        lines: list[list[Effect]] = []
        left = 0.0
        for effect in self.answer.effects:
            wide = look.type.width(effect.what, CAPTION) + look.type.width(effect.amount, CAPTION_STRONG) + 26
            if not lines or left < wide - 20:
                lines.append([])
                left = width - 60
            lines[-1].append(effect)
            left -= wide
        return lines


class Dialog(Widget):
    """A question in the middle of the screen; it answers with the chosen answer's id, or CLOSE if it may be put off."""

    role = Role.DIALOG
    radius = RADIUS_DIALOG
    has_arrows = True

    def __init__(
        self, name: str, question: Question, answers: Sequence[Answer], *, closing: str = ""
    ) -> None:
        super().__init__(name, question.title)
        self.question = question
        cards = [AnswerCard(answer, i + 1) for i, answer in enumerate(answers)]
        text = Paragraph(f"{name}.text", question.text)
        self.cards = cards
        self.scroll = Scroll(
            f"{name}.body", question.title, Column(f"{name}.column", text, Gap(f"{name}.gap"), *cards, gap=10)
        )
        self.closer = IconButton(f"{name}.close", closing, "x") if closing else None
        self.add(*([self.closer] if self.closer else []), self.scroll)

    @property
    def value(self) -> str:
        """Return the question's text."""
        return self.question.text

    def place(self, look: Look, box: Box) -> None:
        """Take the middle of `box`, as high as the content needs; what does not fit scrolls."""
        width = min(WIDTH * max(1.0, look.text_size**0.5), box.w - 2 * MARGIN)
        inner = width - 2 * PADDING
        self._head, self._foot = self._header_height(look, width), self._note_height(look, width)
        tall = self._head + 12 + self.scroll.height(look, inner) + self._foot
        height = min(tall, box.h - 2 * MARGIN)
        self.box = Box(box.cx - width / 2, box.cy - height / 2, width, height)
        body = self.box.inset(PADDING, 0)
        top = self.box.y + self._head + 12
        self.scroll.place(look, Box(body.x, top, body.w, self.box.bottom - self._foot - top))
        if self.closer:
            self.closer.place(look, Box(self.box.right - 50, self.box.y + 14, 34, 34))

    def handle(self, event: Input) -> Act | None:
        """Close by Escape if it may be put off; take everything else, for nothing below may hear it."""
        if isinstance(event, Key) and event.code == pygame.K_ESCAPE and self.closer:
            return Act(self.id, Deed.CLOSE)
        return None

    def hears(self, key: Key) -> Act | None:
        """Answer by number key."""
        number = digit(key)
        if number is None or number > len(self.cards) or key.ctrl or key.alt:
            return None
        return self.cards[number - 1].activate()

    def paint(self, brush: Brush) -> None:
        """Draw the frame, the tinted head with its icon, and the note at the foot."""
        theme, box = brush.theme, self.box
        hue = theme.tone(self.question.tone)
        brush.shadow(box, self.radius)
        brush.box(box, self.radius, theme.bg1, border=theme.line2)
        with brush.clip(box.top(self._head)[0]):
            brush.box(box, self.radius, hue, alpha=30)
        self._paint_head(brush, hue)
        if self.question.note:
            y = box.bottom - self._foot / 2 - 2
            brush.icon("info", box.x + PADDING + 8, y, 16, theme.text2)
            lines = brush.look.type.wrap(self.question.note, CAPTION, box.w - 2 * PADDING - 24)
            top = y - len(lines) * brush.look.type.pitch(CAPTION, 1.4) / 2
            brush.lines(box.x + PADDING + 24, top, lines, CAPTION, theme.text2, leading=1.4)

    def _paint_head(self, brush: Brush, hue: str) -> None:
        theme, question, look = brush.theme, self.question, brush.look
        tile = Box(self.box.x + PADDING, self.box.y + self._head / 2 - 24, 48, 48)
        brush.box(tile, 14, hue, alpha=56)
        brush.icon(question.icon, tile.cx, tile.cy, 26, hue)
        lines = self._title(look, self.box.w)
        kicker = look.type.pitch(CAPTION_STRONG, 1.6) if question.kicker else 0
        y = self.box.y + self._head / 2 - (kicker + len(lines) * look.type.pitch(HEADING, 1.3)) / 2
        x = tile.right + 16
        if kicker:
            brush.text(x, y + kicker / 2, question.kicker, CAPTION_STRONG, hue)
        brush.lines(x, y + kicker, lines, HEADING, theme.text, leading=1.3)

    def _title(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(
            self.question.title, HEADING, width - 2 * PADDING - 64 - (40 if self.closer else 0)
        )

    def _header_height(self, look: Look, width: float) -> float:
        return HEADER + look.type.pitch(HEADING, 1.3) * len(self._title(look, width)) - HEADING.size * 1.3

    def _note_height(self, look: Look, width: float) -> float:
        if not self.question.note:
            return PADDING
        lines = look.type.wrap(self.question.note, CAPTION, width - 2 * PADDING - 24)
        return max(NOTE, len(lines) * look.type.pitch(CAPTION, 1.4) + 26)
