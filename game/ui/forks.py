"""One trunk and two branches: what both futures share, where they part, and where each ends; and tiles, one a world."""

from dataclasses import dataclass

from game.ui import marks
from game.ui.brush import CENTRE, Brush
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tokens import CAPTION, CAPTION_STRONG, LIST_LEADING, Tone
from game.ui.widgets import Role, Widget

APART, SIDE = 20.0, 30.0  # logical px from the trunk to a branch; and at both ends
BEND = 26.0  # logical px a branch needs to leave the trunk
DASH = 12.0  # logical px from one dash to the next
TILE, TILE_GAP = 22.0, 5.0  # logical px
_ENDS = {Tone.GOOD: "flag", Tone.BAD: "x", Tone.WARN: "clock", Tone.PLAIN: "chevron-right"}


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a future ends, and how that stands."""

    week: int
    tone: Tone


class Fork(Widget):
    """Two futures of one past; the week in which they part is amber."""

    role = Role.PICTURE

    def __init__(self, name: str, label: str, week: int, branches: tuple[Branch, Branch], weeks: str) -> None:
        super().__init__(name, label)
        self.week, self.branches, self.weeks = (
            week,
            branches,
            weeks,
        )  # as it was, changed; the amber week in words

    def height(self, look: Look, width: float) -> float:
        """Return the height of both branches and the weeks below."""
        return 2 * APART + 30 + look.type.pitch(CAPTION, LIST_LEADING)

    def paint(self, brush: Brush) -> None:
        """Draw trunk and branches."""
        theme, box = brush.theme, self.box
        y = box.y + APART + 14
        split = self._x(self.week)
        brush.line([(box.x + SIDE, y), (split, y)], theme.undecided, 4)
        actual, changed = self.branches
        self._paint_branch(brush, actual, (split, y), -APART, theme.firm(1))
        self._paint_branch(brush, changed, (split, y), APART, theme.accent)
        brush.disc(split, y, 12, theme.warn)
        brush.icon("git-fork", split, y, 14, theme.on_accent)
        low = box.bottom - brush.look.type.pitch(CAPTION, LIST_LEADING) / 2
        half = brush.look.type.width(self.weeks, CAPTION_STRONG) / 2
        middle = min(max(split, box.x + half), box.right - half)
        brush.text(middle, low, self.weeks, CAPTION_STRONG, theme.text2, at=CENTRE)

    def _paint_branch(
        self, brush: Brush, branch: Branch, start: tuple[float, float], down: float, hue: str
    ) -> None:
        x, y = start
        end = max(self._x(branch.week), x + BEND + 12)
        brush.line([(x, y), (x + BEND / 2, y + down * 0.6), (x + BEND, y + down)], hue, 4)
        x, y = x + BEND, y + down
        step = DASH if down < 0 else end - x  # as everywhere: what was is dashed beside what would be
        while x < end:
            brush.box(Box(x, y - 2, min(step if down >= 0 else step * 0.6, end - x), 4), 2, hue)
            x += step
        y -= down
        ground = hue if branch.tone is Tone.PLAIN else brush.theme.tone(branch.tone)
        brush.disc(end, y + down, 11, ground)
        brush.icon(_ENDS[branch.tone], end, y + down, 14, brush.theme.on_accent)

    def _x(self, week: int) -> float:
        last = max(branch.week for branch in self.branches) or 1
        return self.box.x + SIDE + (self.box.w - 2 * SIDE - BEND) * (week - 1) / max(1, last)


class Tiles(Widget):
    """One tile a world: better with a tick, worse with a dash, the same hollow."""

    role = Role.PICTURE

    def __init__(self, name: str, label: str, signs: tuple[int, ...]) -> None:
        super().__init__(name, label)
        self.signs = signs

    def height(self, look: Look, width: float) -> float:
        """Return the height of all lines of tiles."""
        return -(-len(self.signs) // self._across(width)) * (TILE + TILE_GAP)

    def paint(self, brush: Brush) -> None:
        """Draw the tiles, the better ones first."""
        theme, across = brush.theme, self._across(self.box.w)
        for i, sign in enumerate(sorted(self.signs, reverse=True)):
            x = self.box.x + (i % across) * (TILE + TILE_GAP)
            tile = Box(x, self.box.y + (i // across) * (TILE + TILE_GAP), TILE, TILE)
            if sign > 0:
                brush.box(tile, 5, theme.good)
                brush.icon("check", tile.cx, tile.cy, 14, theme.on_good)
            else:
                brush.box(tile, 5, theme.bg1b, border=theme.bad if sign else theme.line2, width=1.5)
            if sign < 0:
                brush.icon("minus", tile.cx, tile.cy, 14, theme.bad)

    def _across(self, width: float) -> int:
        return max(1, int((width + TILE_GAP) // (TILE + TILE_GAP)))


class Named(Widget):
    """A firm's mark and a sentence beside it, wrapped: which curve is which, and where it ends."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, firm: int, tone: Tone = Tone.PLAIN) -> None:
        super().__init__(name, label)
        self.firm, self.tone = firm, tone

    def height(self, look: Look, width: float) -> float:
        """Return the height of the wrapped sentence."""
        return len(look.type.wrap(self.label, CAPTION_STRONG, width - 22)) * look.type.pitch(
            CAPTION_STRONG, 1.45
        )

    def paint(self, brush: Brush) -> None:
        """Draw both."""
        look, box = brush.look, self.box
        pitch = look.type.pitch(CAPTION_STRONG, 1.45)
        marks.firm_mark(brush, self.firm, box.x + 7, box.y + pitch / 2, 5)
        ink = brush.theme.text if self.tone is Tone.PLAIN else brush.theme.tone(self.tone)
        lines = look.type.wrap(self.label, CAPTION_STRONG, box.w - 22)
        brush.lines(box.x + 22, box.y, lines, CAPTION_STRONG, ink, leading=1.45)
