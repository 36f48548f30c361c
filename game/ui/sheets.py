"""A sheet above everything: a title, something to read or to set, and buttons at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.brush import Brush
from game.ui.buttons import Button, IconButton
from game.ui.flows import Flow
from game.ui.inputs import Input, Key
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.scrolling import Scroll
from game.ui.tokens import CAPTION, CAPTION_STRONG, HEADING, RADIUS_DIALOG, Tone
from game.ui.widgets import Act, Deed, Role, Widget

MARGIN, PADDING = 20.0, 24.0  # logical px around a sheet, and inside it
TILE = 44.0  # logical px: the side of the icon's ground
HEAD = 84.0  # logical px of the head at 100 % text


@dataclass(frozen=True, slots=True)
class Heading:
    """The words at the head of a sheet; any but the title may be empty."""

    title: str
    kicker: str = ""
    note: str = ""
    icon: str = ""
    tone: Tone = Tone.ACCENT


class Sheet(Widget):
    """A sheet in the middle of the screen. Escape closes it if it has a word for closing; what does not fit scrolls."""

    role = Role.DIALOG
    radius = RADIUS_DIALOG
    has_arrows = True

    def __init__(self, name: str, heading: Heading, body: Widget, buttons: Sequence[Button] = (), *,
                 closing: str = "", width: float = 720.0) -> None:  # fmt: skip
        super().__init__(name, heading.title)
        self.heading, self.wide = heading, width
        self.closer = IconButton(f"{name}.close", closing, "x") if closing else None
        self.scroll = Scroll(f"{name}.body", heading.title, body)
        self.foot = Flow(f"{name}.foot", *buttons, at=1.0, arrows=True) if buttons else None
        self.add(*(part for part in (self.scroll, self.foot, self.closer) if part is not None))

    @property
    def value(self) -> str:
        """Return what stands beside the title."""
        return " · ".join(part for part in (self.heading.kicker, self.heading.note) if part)

    def closes(self, act: Act) -> bool:
        """Return whether an act asks to close the sheet."""
        return act.who == (self.closer.id if self.closer else "") or act == Act(self.id, Deed.CLOSE)

    def place(self, look: Look, box: Box) -> None:
        """Take the middle of `box`, as high as the content needs and no higher than the screen."""
        width = min(self.wide * max(1.0, look.text_size**0.5), box.w - 2 * MARGIN)
        inner = width - 2 * PADDING
        self._head = self._header(look, width)
        foot = self.foot.height(look, inner) + 32 if self.foot else PADDING
        height = min(self._head + self.scroll.height(look, inner) + foot, box.h - 2 * MARGIN)
        self.box = Box(box.cx - width / 2, box.cy - height / 2, width, height)
        body = self.box.inset(PADDING, 0)
        top = self.box.y + self._head
        self.scroll.place(look, Box(body.x, top, body.w, self.box.bottom - foot - top))
        if self.foot:
            self.foot.place(look, Box(body.x, self.box.bottom - foot + 14, body.w, foot - 32))
        if self.closer:
            self.closer.place(look, Box(self.box.right - 50, self.box.y + 14, 34, 34))

    def handle(self, event: Input) -> Act | None:
        """Close by Escape if it may be closed."""
        if isinstance(event, Key) and event.code == pygame.K_ESCAPE and self.closer:
            return Act(self.id, Deed.CLOSE)
        return None

    def paint(self, brush: Brush) -> None:
        """Draw the frame, the tinted head, and the line above the buttons."""
        theme, box = brush.theme, self.box
        brush.shadow(box, self.radius)
        brush.box(box, self.radius, theme.bg1, border=theme.line2)
        hue = theme.tone(self.heading.tone)
        with brush.clip(box.top(self._head - 12)[0]):
            brush.box(box, self.radius, hue, alpha=26)
        self._paint_head(brush, hue)

    def _paint_head(self, brush: Brush, hue: str) -> None:
        heading, look, theme = self.heading, brush.look, brush.theme
        middle = self.box.y + (self._head - 12) / 2
        if heading.icon:
            tile = Box(self.box.x + PADDING, middle - TILE / 2, TILE, TILE)
            brush.box(tile, 13, hue, alpha=56)
            brush.icon(heading.icon, tile.cx, tile.cy, 24, hue)
        x, width = self.box.x + self._lead, self._room(self.box.w)
        title, note = self._title(look, self.box.w), self._note(look, self.box.w)
        y = middle - self._words(look, self.box.w) / 2
        if heading.kicker:
            pitch = look.type.pitch(CAPTION_STRONG, 1.6)
            brush.text(x, y + pitch / 2, heading.kicker, CAPTION_STRONG, hue, width=width)
            y += pitch
        y = brush.lines(x, y, title, HEADING, theme.text, leading=1.3)
        brush.lines(x, y, note, CAPTION, theme.text2, leading=1.5)

    # ---- measures

    @property
    def _lead(self) -> float:
        return PADDING + (TILE + 16 if self.heading.icon else 0)

    def _room(self, width: float) -> float:
        return width - self._lead - PADDING - (38 if self.closer else 0)

    def _title(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.heading.title, HEADING, self._room(width))

    def _note(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.heading.note, CAPTION, self._room(width)) if self.heading.note else []

    def _words(self, look: Look, width: float) -> float:
        kicker = look.type.pitch(CAPTION_STRONG, 1.6) if self.heading.kicker else 0.0
        title = len(self._title(look, width)) * look.type.pitch(HEADING, 1.3)
        return kicker + title + len(self._note(look, width)) * look.type.pitch(CAPTION, 1.5)

    def _header(self, look: Look, width: float) -> float:
        return max(HEAD, self._words(look, width) + 36) + 12
