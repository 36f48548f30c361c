"""What the title is drawn with: the game's name, and the large card that Enter presses."""

from game.ui.brush import LEFT, RIGHT, Brush
from game.ui.buttons import warm
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.marks import bar, key_cap, key_cap_width
from game.ui.scenes.ground import paint_mark
from game.ui.tokens import BODY_STRONG, CAPTION, CAPTION_STRONG, LIST_LEADING, SCREEN_TITLE, TITLE
from game.ui.widgets import Act, Deed, Role, Target, Widget

MARK = 58.0  # logical px


class Brand(Widget):
    """The game's mark, its name and one line."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, motto: str) -> None:
        super().__init__(name, label)
        self.motto = motto

    @property
    def value(self) -> str:
        """Return the line below the name."""
        return self.motto

    def height(self, look: Look, width: float) -> float:
        """Return the height of name and line."""
        return (
            max(MARK, look.type.pitch(SCREEN_TITLE, 1.2) + len(self._lines(look, width)) * self._pitch(look))
            + 4
        )

    def paint(self, brush: Brush) -> None:
        """Draw mark and words."""
        paint_mark(brush, Box(self.box.x, self.box.cy - MARK / 2, MARK, MARK))
        x = self.box.x + MARK + 16
        lines = self._lines(brush.look, self.box.w)
        first = brush.look.type.pitch(SCREEN_TITLE, 1.2)
        y = self.box.cy - (first + len(lines) * self._pitch(brush.look)) / 2
        brush.text(x, y + first / 2, self.label, SCREEN_TITLE, width=self.box.right - x)
        brush.lines(x, y + first, lines, CAPTION, brush.theme.text2)

    def _lines(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.motto, CAPTION, width - MARK - 16)

    def _pitch(self, look: Look) -> float:
        return look.type.pitch(CAPTION, LIST_LEADING)


class PlayCard(Target):
    """The large card: what Enter does, on which level, how far it is and when it was played."""

    role = Role.BUTTON
    radius = 13.0

    def __init__(self, name: str, label: str, about: str, *, share: float | None = None, far: str = "", when: str = ""
                 ) -> None:  # fmt: skip
        super().__init__(name, label)
        self.about, self.share, self.far, self.when = about, share, far, when

    @property
    def value(self) -> str:
        """Return all that stands on the card."""
        return " · ".join(part for part in (self.about, self.far, self.when) if part)

    def height(self, look: Look, width: float) -> float:
        """Return the height of its lines and the bar."""
        first, second, third = self._pitches(look)
        return first + second + (third + 22 if self.share is not None else 0) + 30

    def activate(self) -> Act | None:
        """Report the press."""
        return Act(self.id, Deed.PRESS)

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box, look = brush.theme, self.box, brush.look
        brush.box(box, self.radius, warm(theme.accent, self, theme), fade=warm(theme.accent_low, self, theme))
        first, second, third = self._pitches(look)
        y = box.y + 15
        brush.icon("play", box.x + 28, y + first / 2, 22, theme.on_accent)
        cap = key_cap_width(look, "Enter")
        key_cap(brush, box.right - 14, y + first / 2, "Enter", at=RIGHT, on=theme.on_accent)
        brush.text(box.x + 50, y + first / 2, self.label, TITLE, theme.on_accent, width=box.w - 72 - cap)
        brush.text(
            box.x + 50, y + first + second / 2, self.about, BODY_STRONG, theme.on_accent, width=box.w - 64
        )
        if self.share is not None:
            self._paint_bar(brush, y + first + second + 8, third)

    def _paint_bar(self, brush: Brush, y: float, pitch: float) -> None:
        theme, inner = brush.theme, self.box.inset(16, 0)
        ground = theme.accent_low
        bar(brush, Box(inner.x, y, inner.w, 6), self.share or 0.0, theme.on_accent, ground)
        middle = y + 14 + pitch / 2
        taken = brush.text(inner.x, middle, self.far, CAPTION_STRONG, theme.on_accent, at=LEFT)
        brush.text(
            inner.right, middle, self.when, CAPTION, theme.on_accent, at=RIGHT, width=inner.w - taken - 10
        )

    def _pitches(self, look: Look) -> tuple[float, float, float]:
        pitch = look.type.pitch
        return pitch(TITLE, 1.35), pitch(BODY_STRONG, 1.35), pitch(CAPTION, 1.3)
