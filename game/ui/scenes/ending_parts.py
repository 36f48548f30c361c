"""What the end is drawn with: its head with lamps and stars, a glance at the ring, a question."""

from typing import ClassVar

from game.content.words import Words
from game.ui.brush import CENTRE, RIGHT, Brush
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.marks import key_cap, star
from game.ui.raster import Sweep
from game.ui.readings.ending import Glimpse, Headline, Lamp, Moment
from game.ui.ring import Gauge, Link, Loop, Ring
from game.ui.tokens import (
    BODY,
    CAPTION,
    CAPTION_STRONG,
    LIST_LEADING,
    RADIUS_CARD,
    ROW,
    ROW_STRONG,
    SCREEN_TITLE,
    Tone,
)  # fmt: skip
from game.ui.widgets import Role, Widget

TILE, LAMP, GAUGE = (
    64.0,
    150.0,
    20.0,
)  # logical px: the icon's ground, a lamp's least width, its gauge's radius
STAR = 10.0  # logical px
RING_HEIGHT, ARC = 98.0, 116.0  # logical px of a glance's ring, and down to where its lowest arrow swings
ICONS = {"technology": "cpu", "business": "coins", "users": "users"}


class HeadEnd(Widget):
    """What happened, how many stars it brought, and the lamps."""

    role = Role.GROUP

    def __init__(self, words: Words, head: Headline, lamps: tuple[Lamp, ...], stars: tuple[int, int]) -> None:
        super().__init__("end.head", head.title)
        self.head, self.stars = head, stars
        self.stars_words = words.say("end.stars", stars=stars[0], most=stars[1])
        self.lamps = [LampCard(lamp) for lamp in lamps]
        self.add(*self.lamps)

    @property
    def value(self) -> str:
        """Return when, why, and how many stars."""
        return " · ".join((self.head.kicker, self.head.cause, self.stars_words))

    def height(self, look: Look, width: float) -> float:
        """Return the height of the words, and of the lamps where they stand below."""
        words = max(TILE, self._words(look, self._room(look, width)))
        return words if self._is_wide(look, width) else words + 10 + self.lamps[0].height(look, 0)

    def place(self, look: Look, box: Box) -> None:
        """Put the lamps at the right, or below."""
        self.box = box
        tall, wide = self.lamps[0].height(look, 0), self._lamp(look)
        self._wide = self._is_wide(look, box.w)
        step = wide + 8 if self._wide else (box.w + 8) / len(self.lamps)
        x = box.right - len(self.lamps) * step + 8 if self._wide else box.x
        y = box.cy - tall / 2 if self._wide else box.bottom - tall
        for i, lamp in enumerate(self.lamps):
            lamp.place(look, Box(x + i * step, y, step - 8, tall))

    def paint(self, brush: Brush) -> None:
        """Draw tile and words."""
        look, head, theme = brush.look, self.head, brush.theme
        hue = theme.tone(head.tone)
        room = self._room(look, self.box.w)
        tall = max(TILE, self._words(look, room))
        middle = self.box.cy if self._wide else self.box.y + tall / 2
        tile = Box(self.box.x, middle - TILE / 2, TILE, TILE)
        brush.box(tile, 16, hue, alpha=56)
        brush.icon(head.icon, tile.cx, tile.cy, 32, hue)
        x, y = tile.right + 16, middle - self._words(look, room) / 2
        first, second = look.type.pitch(CAPTION_STRONG, LIST_LEADING), look.type.pitch(SCREEN_TITLE, 1.25)
        brush.text(x, y + first / 2, head.kicker, CAPTION_STRONG, hue, width=room)
        taken = brush.text(x, y + first + second / 2, head.title, SCREEN_TITLE)
        self._paint_stars(brush, x + taken + 26, y + first + second / 2)
        brush.lines(x, y + first + second, self._cause(look, room), BODY, theme.text2, leading=1.4)

    def _paint_stars(self, brush: Brush, x: float, y: float) -> None:
        got, most = self.stars
        for i in range(most):
            star(brush, x + i * (2 * STAR + 6), y, STAR, brush.theme.warn if i < got else brush.theme.line2)

    def _cause(self, look: Look, room: float) -> list[str]:
        return look.type.wrap(self.head.cause, BODY, room)

    def _words(self, look: Look, room: float) -> float:
        pitch = look.type.pitch
        above = pitch(CAPTION_STRONG, LIST_LEADING) + pitch(SCREEN_TITLE, 1.25)
        return above + len(self._cause(look, room)) * pitch(BODY, 1.4)

    def _room(self, look: Look, width: float) -> float:
        lamps = len(self.lamps) * (self._lamp(look) + 8) + 8 if self._is_wide(look, width) else 0.0
        return width - TILE - 16 - lamps

    def _lamp(self, look: Look) -> float:
        return max(LAMP, *(lamp.width(look) for lamp in self.lamps))

    def _is_wide(self, look: Look, width: float) -> bool:
        return len(self.lamps) * (self._lamp(look) + 8) <= width * 0.45


class LampCard(Widget):
    """A lamp: its gauge, its name, and its state in a word with a mark."""

    role: ClassVar[Role] = Role.METER

    def __init__(self, lamp: Lamp) -> None:
        super().__init__(f"end.lamp.{lamp.id}", lamp.name)
        self.lamp = lamp

    @property
    def value(self) -> str:
        """Return the state."""
        return self.lamp.state

    def width(self, look: Look) -> float:
        """Return the width of gauge and words."""
        words = max(
            look.type.width(self.label, ROW_STRONG), look.type.width(self.lamp.state, CAPTION_STRONG) + 20
        )
        return 2 * GAUGE + 38 + words

    def height(self, look: Look, width: float) -> float:
        """Return the height of two lines."""
        return max(64.0, look.type.pitch(ROW_STRONG, 1.4) + look.type.pitch(CAPTION_STRONG, 1.4) + 14)

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box, lamp = brush.theme, self.box, self.lamp
        hue = theme.tone(lamp.tone)
        brush.box(box, RADIUS_CARD + 2, theme.bg1, border=theme.line)
        x, y = box.x + GAUGE + 12, box.cy
        if lamp.share > 0.12:
            brush.glow(x, y, 34, hue, round(110 * lamp.share * theme.shade))
        brush.disc(x, y, GAUGE, theme.bg2)
        brush.arc(x, y, Sweep(GAUGE, 4, 0, 360), theme.bg3)
        if lamp.share > 0:
            brush.arc(x, y, Sweep(GAUGE, 4, 0, max(8.0, 360 * min(1.0, lamp.share))), hue)
        brush.icon(ICONS[lamp.id], x, y, 18, theme.text)
        left, first = x + GAUGE + 12, brush.look.type.pitch(ROW_STRONG, 1.4)
        second = brush.look.type.pitch(CAPTION_STRONG, 1.4)
        top = box.cy - (first + second) / 2
        brush.text(left, top + first / 2, self.label, ROW_STRONG)
        brush.icon(lamp.icon, left + 7, top + first + second / 2, 13, hue)
        brush.text(left + 18, top + first + second / 2, lamp.state, CAPTION_STRONG, hue)


class MomentRow(Widget):
    """Something that counted: its icon, what it was, and the week at the right."""

    role = Role.LABEL

    def __init__(self, name: str, moment: Moment) -> None:
        super().__init__(name, moment.text)
        self.moment = moment

    @property
    def value(self) -> str:
        """Return the week."""
        return self.moment.when

    def height(self, look: Look, width: float) -> float:
        """Return the height of the wrapped words."""
        return max(32.0, len(self._lines(look, width)) * look.type.pitch(ROW, LIST_LEADING) + 4)

    def paint(self, brush: Brush) -> None:
        """Draw the row."""
        theme, box, look = brush.theme, self.box, brush.look
        hue = theme.tone(self.moment.tone)
        tile = Box(box.x, box.cy - 15, 30, 30)
        is_plain = self.moment.tone is Tone.PLAIN
        brush.box(tile, 9, theme.bg2 if is_plain else hue, alpha=255 if is_plain else 46)
        brush.icon(self.moment.icon, tile.cx, tile.cy, 16, hue)
        lines = self._lines(look, box.w)
        top = box.cy - len(lines) * look.type.pitch(ROW, LIST_LEADING) / 2
        brush.lines(tile.right + 12, top, lines, ROW)
        brush.text(box.right, box.cy, self.moment.when, CAPTION_STRONG, theme.text2, at=RIGHT)

    def _lines(self, look: Look, width: float) -> list[str]:
        week = look.type.width(self.moment.when, CAPTION_STRONG) + 14
        return look.type.wrap(self.label, ROW, width - 42 - week)


class Glance(Widget):
    """The ring in one week, small, with the week below it."""

    role = Role.GROUP

    def __init__(self, name: str, glimpse: Glimpse, momentum: str) -> None:
        super().__init__(name, glimpse.week)
        self.glimpse = glimpse
        self.ring = SmallRing(f"{name}.ring", glimpse.week, _loop(glimpse, momentum))
        self.add(self.ring)

    @property
    def value(self) -> str:
        """Return the word about the week."""
        return self.glimpse.note

    def height(self, look: Look, width: float) -> float:
        """Return the height of ring and words."""
        return ARC + look.type.pitch(CAPTION_STRONG, 1.4) + look.type.pitch(CAPTION, 1.4) + 12

    def place(self, look: Look, box: Box) -> None:
        """Put the ring above the words."""
        self.box = box
        self.ring.place(look, Box(box.x + 2, box.y + 6, box.w - 4, RING_HEIGHT))

    def paint(self, brush: Brush) -> None:
        """Draw the ground of a week that stands out, and the words."""
        theme, box, look = brush.theme, self.box, brush.look
        tone = self.glimpse.tone
        if tone is not Tone.PLAIN:
            brush.box(box, RADIUS_CARD, theme.tone(tone), alpha=30)
        first = look.type.pitch(CAPTION_STRONG, 1.4)
        y = box.y + ARC + 4 + first / 2
        brush.text(box.cx, y, self.label, CAPTION_STRONG, at=CENTRE)
        low = y + first / 2 + look.type.pitch(CAPTION, 1.4) / 2
        brush.text(box.cx, low, self.glimpse.note, CAPTION, theme.tone(tone), at=CENTRE)


class SmallRing(Ring):
    """A ring to look at; nothing in it can be picked."""

    focusable = False


def _loop(glimpse: Glimpse, momentum: str) -> Loop:
    told = glimpse.loop
    first, second, third = (Gauge(node.name, node.share, node.figure, node.tone) for node in told.nodes)
    one, two, three = (Link(p.label, p.strength, p.is_broken) for p in told.passages)
    return Loop((first, second, third), (one, two, three), told.momentum, momentum, told.tone, told.weakest)


class Question(Widget):
    """A numbered question to think or talk about."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, number: int) -> None:
        super().__init__(name, label)
        self.number = number

    def height(self, look: Look, width: float) -> float:
        """Return the height of the wrapped question."""
        return len(self._lines(look, width)) * look.type.pitch(ROW, 1.45) + 22

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box = brush.theme, self.box
        brush.box(box, RADIUS_CARD, theme.bg2, border=theme.line)
        first = brush.look.type.pitch(ROW, 1.45)
        key_cap(brush, box.x + 12, box.y + 11 + first / 2, str(self.number))
        brush.lines(box.x + 42, box.y + 11, self._lines(brush.look, box.w), ROW, theme.text, leading=1.45)

    def _lines(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.label, ROW, width - 56)
