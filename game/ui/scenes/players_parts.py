"""A player as a tile: a disc with the first letter of the name in a hue of its own, the name, and what has been played."""

from game.content.words import Words
from game.ui import marks
from game.ui.brush import CENTRE, Brush
from game.ui.buttons import warm
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.raster import Sweep
from game.ui.rows import ListRow, RowWords
from game.ui.tokens import CAPTION, HEADING, ROW_STRONG, Tone

DISC, PAD, GAP = 38.0, 20.0, 10.0  # logical px: radius of the disc, and room around and between
LEAST = 230.0  # logical px of a tile at 100 % text
LINES = 2  # of a name, or of what stands below it: three in all
HUES = 5  # of companies, gone through in order


class PlayerTile(ListRow):
    """One player, or the place of another: `number` picks the hue, -1 stands for nobody yet."""

    radius = 14

    def __init__(self, name: str, words: RowWords, *, number: int, icon: str) -> None:
        super().__init__(name, words, icon=icon, tone=Tone.ACCENT, is_card=True, lines=LINES)
        self.number = number

    def height(self, look: Look, width: float) -> float:
        """Return the height of disc, name, note and pill, alike for all."""
        words = look.type.pitch(ROW_STRONG, 1.35) + LINES * look.type.pitch(CAPTION, 1.35)
        return PAD + 2 * DISC + GAP + words + GAP + marks.chip_height(look) + PAD

    def paint(self, brush: Brush) -> None:
        """Draw the tile."""
        self._paint_tile(brush)
        self._paint_disc(brush)
        box, look, theme = self.box, brush.look, brush.theme
        inner = box.w - 2 * PAD
        lines = look.type.clamp(self.label, ROW_STRONG, inner, LINES)
        brush.was_cut = " ".join(lines) != self.label
        y = brush.lines(box.cx, box.y + PAD + 2 * DISC + GAP, lines, ROW_STRONG, theme.text, at=CENTRE)
        note = (
            look.type.clamp(self.words.note, CAPTION, inner, LINES + 1 - len(lines))
            if self.words.note
            else []
        )
        brush.lines(box.cx, y, note, CAPTION, theme.text2, at=CENTRE)
        if self.words.badge:
            low = box.bottom - PAD - marks.chip_height(look) / 2
            marks.chip(brush, box.cx, low, self.words.badge, theme.tone(self.tone), at=CENTRE)

    def _paint_tile(self, brush: Brush) -> None:
        theme = brush.theme
        if self.number < 0:
            brush.box(self.box, self.radius, warm(theme.bg0, self, theme), border=theme.line2)
        else:
            ground = theme.bg2 if self.is_chosen else warm(theme.bg1, self, theme)
            edge = theme.accent if self.is_chosen else theme.line
            brush.box(self.box, self.radius, ground, border=edge, width=1.5 if self.is_chosen else 1)

    def _paint_disc(self, brush: Brush) -> None:
        theme, x, y = brush.theme, self.box.cx, self.box.y + PAD + DISC
        hue = theme.text2 if self.number < 0 else theme.firm(self.number % HUES)
        brush.box(Box(x - DISC, y - DISC, 2 * DISC, 2 * DISC), DISC, hue, alpha=40)
        brush.arc(x, y, Sweep(DISC - 1, 2, 0, 360, (6, 5) if self.number < 0 else None), hue)
        if self.icon:
            brush.icon(self.icon, x, y, 26, hue)
        else:
            brush.text(x, y, self.label[:1].upper(), HEADING, theme.text, at=CENTRE)


def tile_of(
    words: Words, name: str, label: str, note: str, *, number: int, is_now: bool, has_name: bool
) -> PlayerTile:
    """Return the tile of a player; one without a name has a picture for a letter."""
    badge = words.say("players.playing") if is_now else ""
    tile = PlayerTile(
        name, RowWords(label, note, badge=badge), number=number, icon="" if has_name else "user-round"
    )
    tile.is_chosen = is_now
    return tile
