"""The bar at the top: who we are, what we have, what week it is, and the clock's buttons. Cash and runway stand first.

If the words are too long for one line, as with large type, the figures get a line of their own.
"""

from collections.abc import Sequence

import pygame

from game.content.words import Words
from game.ui import marks
from game.ui.brush import Brush
from game.ui.buttons import IconButton, tone_icon, warm
from game.ui.inputs import Key
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.raster import Sweep
from game.ui.readings.status import Reading
from game.ui.scenes.desk_speeds import Speeds
from game.ui.tips import Tip, TipRow
from game.ui.tokens import CAPTION, CAPTION_STRONG, FIGURE, TITLE, Tone
from game.ui.widgets import Role, Target, Widget

BAR_HEIGHT, LINE_HEIGHT = 60.0, 52.0  # logical px at 100 % text: the bar, and its second line
EDGE, AIR = 14.0, 18.0  # logical px: at the ends, and between figures
LOGO = 36.0
METER = 44.0  # logical px of the runway's bar


class Brand(Target):
    """The company's mark, its name and the level; resting on it tells what the level asks for."""

    role = Role.LABEL

    def __init__(self, name: str, company: str, level: str, goals: str = "") -> None:
        super().__init__(name, company, tip=Tip(level, goals))
        self.level = level

    @property
    def value(self) -> str:
        """Return the level's title."""
        return self.level

    def width(self, look: Look) -> float:
        """Return the width of mark and words."""
        words = max(look.type.width(self.label, TITLE), look.type.width(self.level, CAPTION))
        return LOGO + 11 + words + 2

    def height(self, look: Look, width: float) -> float:
        """Return the height of two lines."""
        return LINE_HEIGHT + (look.text_size - 1) * 30

    def paint(self, brush: Brush) -> None:
        """Draw the mark, a ring of three arcs, and the words."""
        theme, y = brush.theme, self.box.cy
        tile = Box(self.box.x, y - LOGO / 2, LOGO, LOGO)
        brush.box(tile, 10, theme.accent, fade=theme.accent_low)
        for start, stop in ((20, 120), (140, 240), (260, 360)):
            brush.arc(tile.cx, tile.cy, Sweep(9, 2.6, start, stop), "#FFFFFF")
        x, apart = tile.right + 11, brush.look.type.pitch(TITLE, 0.62)
        brush.text(x, y - apart + 1, self.label, TITLE)
        brush.text(x, y + apart, self.level, CAPTION, theme.text2)


class Figure(Target):
    """One figure of the bar. Resting on it, or walking to it with Tab, opens the sum behind it."""

    role = Role.METER

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(name, reading.label)
        self.reading = reading
        self.show(reading)

    def show(self, reading: Reading) -> None:
        """Show another reading."""
        if reading != self.reading:
            self.reading = reading
            self.touch()
        rows = tuple(TipRow(line.what, line.amount, line.tone) for line in reading.lines)
        self.tip = Tip(reading.label, reading.about, rows)

    @property
    def term(self) -> str:
        """Return which figure it is: clients stand where others have users."""
        return f"figure.{self.reading.is_of or self.reading.id}"

    @property
    def value(self) -> str:
        """Return the figure and how it changed."""
        return " ".join(part for part in (self.reading.value, self.reading.change) if part)

    def width(self, look: Look) -> float:
        """Return the width of the wider of its two lines."""
        first = 21 + look.type.width(self.label, CAPTION)
        second = look.type.width(self.reading.value, FIGURE)
        if self.reading.share is not None:
            second += 10 + METER
        elif self.reading.change:
            second += 8 + self._arrow() + look.type.width(self.reading.change, CAPTION_STRONG)
        return max(first, second) + 2

    def height(self, look: Look, width: float) -> float:
        """Return the height of two lines."""
        return LINE_HEIGHT + (look.text_size - 1) * 30

    def paint(self, brush: Brush) -> None:
        """Draw the name with its icon, and below it the value with its change or bar."""
        theme, look, reading = brush.theme, brush.look, self.reading
        if self.warmth:
            brush.box(self.box.inset(-6, 3), self.radius, warm(theme.bg1, self, theme))
        apart = look.type.pitch(FIGURE, 0.62)
        top, low = self.box.cy - apart + 1, self.box.cy + apart - 1
        brush.icon(reading.icon, self.box.x + 8, top, 14, theme.text2)
        brush.text(self.box.x + 21, top, self.label, CAPTION, theme.text2)
        x = self.box.x + brush.text(self.box.x, low, reading.value, FIGURE)
        hue = theme.tone(reading.tone)
        if reading.share is not None:
            marks.bar(brush, Box(x + 10, low - 3, METER, 6), reading.share, hue)
        elif reading.change:
            self._paint_change(brush, x + 8, low, hue)

    def _paint_change(self, brush: Brush, x: float, y: float, hue: str) -> None:
        if self._arrow():
            brush.icon(tone_icon(self.reading.tone), x + 7, y, 14, hue)
        brush.text(x + self._arrow(), y, self.reading.change, CAPTION_STRONG, hue)

    def _arrow(self) -> float:
        """Return the room of the arrow: only what rose or fell has one."""
        return 18.0 if self.reading.tone in (Tone.GOOD, Tone.BAD) and self.reading.id != "mood" else 0.0


class Week(Widget):
    """The week, of how many, and how far that is."""

    role = Role.METER

    def __init__(self, name: str, words: Words, weeks: int) -> None:
        super().__init__(name, words.say("desk.week", week=0))
        self.words, self.weeks, self.played = words, weeks, 0
        self.of = words.say("desk.of", weeks=weeks)

    @property
    def value(self) -> str:
        """Return of how many."""
        return self.of

    def show(self, played: int) -> None:
        """Show another week."""
        if played != self.played:
            self.played = played
            self.label = self.words.say("desk.week", week=played)
            self.touch()

    def width(self, look: Look) -> float:
        """Return room for the last week."""
        last = look.type.width(self.words.say("desk.week", week=self.weeks), TITLE)
        return max(last, look.type.width(self.of, CAPTION), 62.0) + 2

    def height(self, look: Look, width: float) -> float:
        """Return the height of two lines and the bar."""
        return LINE_HEIGHT + (look.text_size - 1) * 30

    def paint(self, brush: Brush) -> None:
        """Draw the two lines and the bar."""
        apart = brush.look.type.pitch(TITLE, 0.62)
        middle = self.box.cy - 3
        brush.text(self.box.x, middle - apart + 1, self.label, TITLE)
        brush.text(self.box.x, middle + apart, self.of, CAPTION, brush.theme.text2)
        low = middle + apart + brush.look.type.cap(CAPTION) / 2 + 5
        share = self.played / max(1, self.weeks)
        marks.bar(brush, Box(self.box.x, low, self.box.w, 3), share, brush.theme.accent)


class TopBar(Widget):
    """Everything at the top, in one line or in two."""

    role = Role.PANEL
    radius = 0.0

    def __init__(self, name: str, words: Words, brand: Brand, week: Week, figures: Sequence[Figure], *,
                 leave: str = "") -> None:  # fmt: skip
        super().__init__(name, words.say("desk.bar"))
        self.brand, self.week, self.figures = brand, week, list(figures)
        self.speeds = Speeds("speeds", words)
        self.help = IconButton("help", words.say("desk.help"), "circle-help", shortcut=Key(pygame.K_F1))
        self.menu = IconButton(
            "menu", leave or words.say("desk.menu"), "x" if leave else "menu", shortcut=Key(pygame.K_ESCAPE)
        )
        self.add(brand, *figures, week, self.speeds, self.help, self.menu)
        self._has_two_lines = False

    def _tail(self) -> list[Widget]:
        return [self.week, self.speeds, self.help, self.menu]

    def height(self, look: Look, width: float) -> float:
        """Return the height of one line, or of two if one is too short."""
        taller = (look.text_size - 1) * 30
        self._has_two_lines = self._needed(look, AIR) > width - 2 * EDGE
        return BAR_HEIGHT + max(0.0, taller) + (LINE_HEIGHT + taller if self._has_two_lines else 0.0)

    def _needed(self, look: Look, air: float) -> float:
        widgets = [self.brand, *self.figures, *self._tail()]
        return sum(widget.width(look) for widget in widgets) + air * (len(self.figures) + 1) + 26

    def place(self, look: Look, box: Box) -> None:
        """Put the ends at the ends, and the figures between them or below."""
        self.box = box
        tall = BAR_HEIGHT + max(0.0, (look.text_size - 1) * 30)
        line = Box(box.x + EDGE, box.y, box.w - 2 * EDGE, tall)
        high = self.brand.height(look, line.w)
        self.brand.place(look, Box(line.x, line.cy - high / 2, self.brand.width(look), high))
        right = self._place_tail(look, line)
        left = self.brand.box.right + AIR
        if self._has_two_lines:
            below = box.bottom - line.bottom
            self._spread(look, Box(line.x, line.bottom - 4, line.w, below))
        else:
            self._spread(look, Box(left, line.y, right - AIR - left, tall))

    def _place_tail(self, look: Look, line: Box) -> float:
        x = line.right
        for widget, gap in zip(reversed(self._tail()), (2.0, 8.0, 10.0, 0.0), strict=True):
            wide, high = widget.width(look), widget.height(look, widget.width(look))
            x -= wide
            widget.place(look, Box(x, line.cy - high / 2, wide, high))
            x -= gap
        return x

    def _spread(self, look: Look, room: Box) -> None:
        """Share what the figures leave among the gaps between them."""
        widths = [figure.width(look) for figure in self.figures]
        gap = max(4.0, min(44.0, (room.w - sum(widths)) / max(1, len(widths))))
        x = room.x + gap / 2
        self._posts = []
        for figure, wide in zip(self.figures, widths, strict=True):
            high = min(room.h, figure.height(look, wide))
            figure.place(look, Box(x, room.cy - high / 2, wide, high))
            self._posts.append((x - gap / 2, room.cy))
            x += wide + gap

    def paint(self, brush: Brush) -> None:
        """Draw the bar and the thin lines between the figures."""
        brush.fill(self.box, brush.theme.bg1)
        brush.rule(self.box.x, self.box.bottom - 1, self.box.w)
        for x, y in self._posts[1 if self._has_two_lines else 0 :]:
            brush.post(x, y - 16, 32)
