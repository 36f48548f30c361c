"""Buttons, on-off cards and checkboxes."""

from enum import Enum

from game.ui import marks
from game.ui.brush import Brush
from game.ui.inputs import Key
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.raster import Sweep
from game.ui.tips import Tip
from game.ui.tokens import (
    BODY_STRONG,
    BUTTON,
    CAPTION,
    CAPTION_STRONG,
    RADIUS_CARD,
    ROW_STRONG,
    TARGET,
    Style,
    Theme,
    Tone,
    mix,
)
from game.ui.widgets import Act, Deed, Role, Target

PRIMARY_HEIGHT, PLAIN_HEIGHT, SMALL_HEIGHT = 40.0, 34.0, 30.0  # logical px at 100 % text
CHECK = 18.0  # side of a check mark's square, logical px


class Kind(Enum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"  # one a scene
    PLAIN = "plain"
    GOOD = "good"
    BAD = "bad"
    QUIET = "quiet"  # no ground until hovered


class Button(Target):
    """A button with an icon before its text and the key that presses it after it."""

    role = Role.BUTTON

    def __init__(self, name: str, label: str, kind: Kind = Kind.PLAIN, *, icon: str = "", cap: str = "",
                 small: bool = False, tip: Tip | None = None, shortcut: Key | None = None) -> None:  # fmt: skip
        super().__init__(name, label, tip=tip, shortcut=shortcut)
        self.kind, self.icon, self.cap, self.small = kind, icon, cap, small

    @property
    def style(self) -> Style:
        """Return the style of its text."""
        if self.small or self.kind is Kind.QUIET:
            return ROW_STRONG if not self.small else CAPTION_STRONG
        return BUTTON if self.kind is Kind.PRIMARY else ROW_STRONG

    def width(self, look: Look) -> float:
        """Return the width of icon, text and key, with room at both ends."""
        return self._content(look) + (20 if self.small else 28)

    def height(self, look: Look, width: float) -> float:
        """Return the button's height."""
        tall = SMALL_HEIGHT if self.small else PRIMARY_HEIGHT if self.kind is Kind.PRIMARY else PLAIN_HEIGHT
        return max(TARGET, tall + (look.text_size - 1) * self.style.size)

    def activate(self) -> Act | None:
        """Report the press."""
        return Act(self.id, Deed.PRESS) if self.enabled else None

    def paint(self, brush: Brush) -> None:
        """Draw the ground, then icon, text and key in the middle."""
        colour = self._ground(brush)
        room = self.box.w - 12
        lead, tail = self._lead(brush.look), self._tail(brush.look)
        text = brush.look.type.fit(self.label, self.style, room - lead - tail)
        x = self.box.cx - (lead + brush.look.type.width(text, self.style) + tail) / 2
        middle = self.box.cy
        if self.icon:
            size = self._icon_size(brush.look)
            brush.icon(self.icon, x + size / 2, middle, size, colour)
        x += lead
        x += brush.text(x, middle, text, self.style, colour)
        if self.cap:
            marks.key_cap(brush, x + 10, middle, self.cap, on=colour)

    def _ground(self, brush: Brush) -> str:
        """Draw the button's ground and return the colour of what lies on it."""
        theme, kind = brush.theme, self.kind
        if not self.enabled:
            brush.box(self.box, self.radius, theme.bg1b, border=theme.line)
            return theme.text3
        if kind is Kind.PRIMARY:
            top, low = theme.accent, theme.accent_low
            brush.box(self.box, self.radius, warm(top, self, theme), fade=warm(low, self, theme))
            return theme.on_accent
        if kind in (Kind.GOOD, Kind.BAD):
            hue, ink = (theme.good, theme.on_good) if kind is Kind.GOOD else (theme.bad, theme.on_bad)
            brush.box(self.box, self.radius, warm(hue, self, theme))
            return ink
        if kind is Kind.PLAIN:
            brush.box(self.box, self.radius, warm(theme.bg2, self, theme), border=theme.line2)
            return theme.text
        if self.warmth or self.held:
            brush.box(self.box, self.radius, theme.text, alpha=round(26 * max(self.warmth, float(self.held))))
        return theme.text if self.warmth else theme.text2

    def _icon_size(self, look: Look) -> float:
        return self.style.size * look.text_size + 3

    def _lead(self, look: Look) -> float:
        return self._icon_size(look) + (7 if self.label else 0) if self.icon else 0.0

    def _tail(self, look: Look) -> float:
        return marks.key_cap_width(look, self.cap) + 10 if self.cap else 0.0

    def _content(self, look: Look) -> float:
        return self._lead(look) + look.type.width(self.label, self.style) + self._tail(look)


class IconButton(Button):
    """A button that is only an icon; its label is spoken and shown as its tip."""

    def __init__(self, name: str, label: str, icon: str, *, kind: Kind = Kind.QUIET, size: float = 34,
                 shortcut: Key | None = None) -> None:  # fmt: skip
        super().__init__(name, label, kind, icon=icon, tip=Tip(label), shortcut=shortcut)
        self.size = max(TARGET, size)
        self.is_on = False

    def width(self, look: Look) -> float:
        """Return the side of the square."""
        return self.size

    def height(self, look: Look, width: float) -> float:
        """Return the side of the square."""
        return self.size

    def paint(self, brush: Brush) -> None:
        """Draw the icon, on the accent if it is on."""
        if self.is_on:
            brush.box(self.box, self.radius, warm(brush.theme.accent, self, brush.theme))
            colour = brush.theme.on_accent
        else:
            colour = self._ground(brush)
        brush.icon(self.icon, self.box.cx, self.box.cy, self.size * 0.53, colour)


class Toggle(Target):
    """A checkbox with its text."""

    role = Role.CHECKBOX

    def __init__(self, name: str, label: str, is_on: bool, tip: Tip | None = None) -> None:
        super().__init__(name, label, tip=tip)
        self.is_on = is_on

    @property
    def value(self) -> str:
        """Return "on" or "off"."""
        return "on" if self.is_on else "off"

    def width(self, look: Look) -> float:
        """Return the width of the square and the text."""
        return CHECK + 10 + look.type.width(self.label, ROW_STRONG) + 1

    def activate(self) -> Act | None:
        """Turn it over and report."""
        if not self.enabled:
            return None
        self.is_on = not self.is_on
        self.touch()
        return Act(self.id, Deed.CHANGE, self.is_on)

    def paint(self, brush: Brush) -> None:
        """Draw the square and the text."""
        paint_check(brush, Box(self.box.x, self.box.cy - CHECK / 2, CHECK, CHECK), self.is_on, self.enabled)
        colour = brush.theme.text if self.enabled else brush.theme.text3
        x = self.box.x + CHECK + 10
        brush.text(x, self.box.cy, self.label, ROW_STRONG, colour, width=self.box.right - x)


class Card(Toggle):
    """An on-off card: icon, name, one line about it, its cost, and a check mark; a waiting one shows an hourglass."""

    radius = RADIUS_CARD

    def __init__(self, name: str, label: str, is_on: bool, *, icon: str, about: str = "", cost: str = "",
                 tip: Tip | None = None) -> None:  # fmt: skip
        super().__init__(name, label, is_on, tip)
        self.icon, self.about, self.cost, self.is_waiting = icon, about, cost, False

    def width(self, look: Look) -> float:
        """Return a width at which nothing is cut."""
        about = look.type.width(self.about, CAPTION)
        first = look.type.width(self.label, BODY_STRONG) + look.type.width(self.cost, CAPTION_STRONG) + 46
        return 49 + max(about, first) + 8

    def height(self, look: Look, width: float) -> float:
        """Return the height of two lines."""
        pitch = look.type.pitch(BODY_STRONG, 1.3) + look.type.pitch(CAPTION, 1.3)
        return max(46.0, pitch + 10)

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box = brush.theme, self.box
        edge, width = (theme.accent, 1.5) if self.is_on else (theme.line, 1)
        brush.box(box, self.radius, warm(theme.bg2, self, theme), border=edge, width=width)
        tile = Box(box.x + 7, box.cy - 16, 32, 32)
        brush.box(tile, 9, theme.accent if self.is_on else theme.bg3, alpha=56 if self.is_on else 255)
        brush.icon(self.icon, tile.cx, tile.cy, 17, theme.accent if self.is_on else theme.text2)
        self._paint_words(brush, tile.right + 10)

    def paint_mark(self, brush: Brush, box: Box) -> None:
        """Draw the mark that says whether it is on."""
        paint_check(brush, box, self.is_on, self.enabled)

    def _paint_words(self, brush: Brush, x: float) -> None:
        theme, box, setter = brush.theme, self.box, brush.look.type
        first, second = setter.pitch(BODY_STRONG, 1.3), setter.pitch(CAPTION, 1.3)
        top = box.cy - (first + second) / 2
        check = Box(box.right - 8 - CHECK, top + first / 2 - CHECK / 2, CHECK, CHECK)
        if self.is_waiting:
            brush.icon("hourglass", check.cx, check.cy, 15, theme.warn)
        else:
            self.paint_mark(brush, check)
        cost = brush.text(check.x - 10, check.cy, self.cost, CAPTION_STRONG, theme.text2, at=1.0)
        ink = theme.text if self.enabled else theme.text3
        brush.text(x, check.cy, self.label, BODY_STRONG, ink, width=check.x - 18 - cost - x)
        middle = top + first + second / 2
        brush.text(x, middle, self.about, CAPTION, theme.text2, width=box.right - 8 - x)


def paint_check(brush: Brush, box: Box, is_on: bool, enabled: bool = True) -> None:
    """Draw a check mark's square: filled with a tick, or hollow."""
    theme = brush.theme
    if is_on:
        brush.box(box, 5, theme.accent if enabled else theme.text3)
        brush.icon("check", box.cx, box.cy, 13, theme.on_accent)
    else:
        brush.box(box, 5, theme.bg1b, border=theme.line2, width=1.5)


def paint_radio(brush: Brush, box: Box, is_on: bool, enabled: bool = True) -> None:
    """Draw the round mark of one of several: with a dot in its middle, or hollow."""
    theme, radius = brush.theme, box.h / 2
    hue = (theme.accent if enabled else theme.text3) if is_on else theme.line2
    brush.disc(box.cx, box.cy, radius, theme.bg1b)
    brush.arc(box.cx, box.cy, Sweep(radius - 1, 2.0, 0, 360), hue)
    if is_on:
        brush.disc(box.cx, box.cy, radius * 0.5, hue)


def warm(colour: str, widget: Target, theme: Theme) -> str:
    """Return a ground's colour under the pointer: a little towards the text's colour, less so while held."""
    share = 0.04 if widget.held else 0.10 * round(widget.warmth * 4) / 4
    return mix(colour, theme.text, share) if share else colour


def tone_icon(tone: Tone) -> str:
    """Return the icon that goes with a state, so that it is never colour alone."""
    return {
        Tone.GOOD: "trending-up",
        Tone.BAD: "trending-down",
        Tone.WARN: "triangle-alert",
        Tone.ACCENT: "info",
        Tone.PLAIN: "minus",
    }[tone]
