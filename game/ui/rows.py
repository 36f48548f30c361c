"""Rows one can open: an icon on a tile, a headline, a line below, and a word or a pill at the right."""

from dataclasses import dataclass

from game.ui import marks
from game.ui.brush import RIGHT, Brush
from game.ui.buttons import warm
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, CAPTION_STRONG, RADIUS_CARD, ROW, ROW_STRONG, TARGET, Style, Tone
from game.ui.widgets import Act, Deed, Role, Target

LEAD, BARE_LEAD = 50.0, 10.0  # logical px before the words, with and without an icon


@dataclass(frozen=True, slots=True)
class RowWords:
    """The translated words of a row; any but the headline may be empty."""

    label: str
    note: str = ""
    side: str = ""
    badge: str = ""


class ListRow(Target):
    """A row of a list, or a card of its own; a tone colours its icon and its badge."""

    role = Role.BUTTON
    radius = RADIUS_CARD

    def __init__(self, name: str, words: RowWords, *, icon: str = "", tone: Tone = Tone.PLAIN, lines: int = 1,
                 is_card: bool = False, tip: Tip | None = None, least: float = 59.0) -> None:  # fmt: skip
        super().__init__(name, words.label, tip=tip)
        self.words, self.icon, self.tone, self.lines, self.is_card = words, icon, tone, lines, is_card
        self.least = least  # logical px a card is high at least
        self.is_chosen = False

    @property
    def value(self) -> str:
        """Return what stands below and beside the headline."""
        return " · ".join(part for part in (self.words.note, self.words.side, self.words.badge) if part)

    @property
    def style(self) -> Style:
        """Return the headline's style."""
        return ROW_STRONG if self.is_chosen or self.is_card or self.tone is not Tone.PLAIN else ROW

    def width(self, look: Look) -> float:
        """Return a width at which nothing is cut."""
        words = max(look.type.width(self.label, self.style), look.type.width(self.words.note, CAPTION))
        return self._lead() + words + self._side(look) + 11

    def height(self, look: Look, width: float) -> float:
        """Return the height of headline and note with room around."""
        least = self.least if self.is_card else 44.0 if self.icon else TARGET
        return max(least, self._tall(look, width) + 14)

    def activate(self) -> Act | None:
        """Report the press."""
        return Act(self.id, Deed.PRESS) if self.enabled else None

    def paint(self, brush: Brush) -> None:
        """Draw the ground, the tile, the words, and what stands at the right."""
        self._paint_ground(brush)
        self._paint_icon(brush)
        box, look, theme = self.box, brush.look, brush.theme
        x, room = box.x + self._lead(), box.w - self._lead() - self._side(look) - 10
        top = box.cy - self._tall(look, box.w) / 2
        ink = theme.text if self.enabled else theme.text3
        headline = self._headline(look, box.w)
        brush.was_cut = " ".join(headline) != self.label
        low = brush.lines(x, top, headline, self.style, ink)
        if self.words.note:
            middle = low + look.type.pitch(CAPTION, 1.35) / 2
            brush.text(x, middle, self.words.note, CAPTION, theme.text2, width=room)
        self._paint_side(brush)

    def _paint_ground(self, brush: Brush) -> None:
        theme = brush.theme
        if self.is_chosen:
            brush.box(self.box, self.radius, theme.bg2, border=theme.accent, width=1.5)
        elif self.is_card:
            brush.box(self.box, self.radius, warm(theme.bg1, self, theme), border=theme.line)
        elif self.warmth or self.held:
            brush.box(self.box, self.radius, warm(theme.bg2, self, theme))

    def _paint_icon(self, brush: Brush) -> None:
        if not self.icon:
            return
        theme, side = brush.theme, 34.0 if self.is_card else 30.0
        tile = Box(self.box.x + 8, self.box.cy - side / 2, side, side)
        plain = self.tone is Tone.PLAIN
        hue = theme.tone(self.tone)
        brush.box(tile, 9, theme.bg2 if plain else hue, alpha=255 if plain else 46)
        brush.icon(self.icon, tile.cx, tile.cy, 16, hue)

    def _paint_side(self, brush: Brush) -> None:
        x, y, words = self.box.right - 10, self.box.cy, self.words
        if words.badge:
            x -= marks.chip(brush, x, y, words.badge, brush.theme.tone(self.tone), at=RIGHT) + 8
        if words.side:
            brush.text(x, y, words.side, CAPTION_STRONG, brush.theme.text2, at=RIGHT)
        elif self.is_card and not words.badge:
            brush.icon("chevron-right", x - 6, y, 16, brush.theme.text3)

    def _lead(self) -> float:
        return (LEAD + (4 if self.is_card else 0)) if self.icon else BARE_LEAD

    def _side(self, look: Look) -> float:
        badge = marks.chip_width(look, self.words.badge) + 8 if self.words.badge else 0
        side = look.type.width(self.words.side, CAPTION_STRONG) + 10 if self.words.side else 0
        return badge + side + (24 if self.is_card and not (badge or side) else 0)

    def _headline(self, look: Look, width: float) -> list[str]:
        room = width - self._lead() - self._side(look) - 10
        return look.type.clamp(self.label, self.style, room, self.lines)

    def _tall(self, look: Look, width: float) -> float:
        note = look.type.pitch(CAPTION, 1.35) if self.words.note else 0
        return len(self._headline(look, width)) * look.type.pitch(self.style, 1.35) + note
