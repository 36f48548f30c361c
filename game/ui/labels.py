"""Widgets that only say something: a line, a paragraph, a pill, a bar, a thin line."""

from game.ui import marks
from game.ui.brush import LEFT, RIGHT, Brush
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tips import Tip
from game.ui.tokens import BODY, LIST_LEADING, PARAGRAPH_LEADING, ROW, Style, Tone
from game.ui.widgets import Role, Widget


class Label(Widget):
    """One line of text, cut short with an ellipsis (and told whole by its tip) if the place is narrow."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, style: Style = ROW, *, ink: str = "text", at: float = LEFT,
                 icon: str = "", tip: Tip | None = None) -> None:  # fmt: skip
        super().__init__(name, label, tip=tip)
        self.style, self.ink, self.at, self.icon = style, ink, at, icon

    def say(self, label: str, ink: str = "") -> None:
        """Show another text, and in another of the theme's colours if one is named."""
        if (label, ink or self.ink) != (self.label, self.ink):
            self.label, self.ink = label, ink or self.ink
            self.touch()

    def width(self, look: Look) -> float:
        """Return the text's width, with its icon."""
        return look.type.width(self.label, self.style) + self._lead() + 1

    def height(self, look: Look, width: float) -> float:
        """Return the height of one line."""
        return look.type.pitch(self.style, LIST_LEADING)

    def paint(self, brush: Brush) -> None:
        """Draw the icon and the line."""
        colour = str(getattr(brush.theme, self.ink))
        x = self.box.x + self.box.w * self.at
        if self.icon:
            brush.icon(
                self.icon, self.box.x + self.style.size * 0.6, self.box.cy, self.style.size + 2, colour
            )
        brush.text(x + self._lead(), self.box.cy, self.label, self.style, colour, at=self.at,
                   width=self.box.w - self._lead())  # fmt: skip

    def _lead(self) -> float:
        return self.style.size * 1.2 + 6 if self.icon else 0.0


class Paragraph(Widget):
    """Running text, wrapped at spaces, as many lines as it needs or at most `most`."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, style: Style = BODY, *, ink: str = "text2", most: int = 99,
                 at: float = LEFT, leading: float = PARAGRAPH_LEADING) -> None:  # fmt: skip
        super().__init__(name, label)
        self.style, self.ink, self.most, self.at, self.leading = style, ink, most, at, leading

    def width(self, look: Look) -> float:
        """Return the width of the text in one line."""
        return max(look.type.width(line, self.style) for line in self.label.split("\n")) + 1

    def height(self, look: Look, width: float) -> float:
        """Return the height of the wrapped lines."""
        return len(self._lines(look, width)) * look.type.pitch(self.style, self.leading)

    def paint(self, brush: Brush) -> None:
        """Draw the lines."""
        x = self.box.x + self.box.w * self.at
        colour = str(getattr(brush.theme, self.ink))
        lines = self._lines(brush.look, self.box.w)
        brush.lines(x, self.box.y, lines, self.style, colour, leading=self.leading, at=self.at)

    def _lines(self, look: Look, width: float) -> list[str]:
        return look.type.clamp(self.label, self.style, width, self.most) if self.label else []


class Chip(Widget):
    """A tinted pill: a state in one or two words, with an icon, never by colour alone."""

    role = Role.LABEL

    def __init__(
        self, name: str, label: str, tone: Tone = Tone.PLAIN, icon: str = "", tip: Tip | None = None
    ) -> None:
        super().__init__(name, label, tip=tip)
        self.tone, self.icon = tone, icon

    def width(self, look: Look) -> float:
        """Return the pill's width."""
        return marks.chip_width(look, self.label, self.icon)

    def height(self, look: Look, width: float) -> float:
        """Return the pill's height."""
        return marks.chip_height(look)

    def paint(self, brush: Brush) -> None:
        """Draw the pill at the left of its place."""
        marks.chip(brush, self.box.x, self.box.cy, self.label, brush.theme.tone(self.tone), icon=self.icon)


class Meter(Widget):
    """A labelled bar: how full something is, with the amount in words."""

    role = Role.METER

    def __init__(self, name: str, label: str, share: float, amount: str, tone: Tone = Tone.ACCENT) -> None:
        super().__init__(name, label)
        self.share, self.amount, self.tone = share, amount, tone

    @property
    def value(self) -> str:
        """Return the amount in words."""
        return self.amount

    def height(self, look: Look, width: float) -> float:
        """Return a line of text and the bar below."""
        return look.type.pitch(ROW, LIST_LEADING) + 10

    def paint(self, brush: Brush) -> None:
        """Draw label, amount and bar."""
        middle = self.box.y + brush.look.type.pitch(ROW, LIST_LEADING) / 2
        taken = brush.text(self.box.right, middle, self.amount, ROW, brush.theme.text, at=RIGHT)
        brush.text(self.box.x, middle, self.label, ROW, brush.theme.text2, width=self.box.w - taken - 8)
        place = Box(self.box.x, self.box.bottom - 8, self.box.w, 6)
        marks.bar(brush, place, self.share, brush.theme.tone(self.tone))


class Rule(Widget):
    """A thin line between two things."""

    def height(self, look: Look, width: float) -> float:
        """Return the room the line takes."""
        return 9.0

    def paint(self, brush: Brush) -> None:
        """Draw the line."""
        brush.rule(self.box.x, self.box.cy, self.box.w)


class Gap(Widget):
    """Nothing, of a certain size; flexible in a column that names it so."""

    def __init__(self, name: str, size: float = 0.0) -> None:
        super().__init__(name)
        self.size = size

    def width(self, look: Look) -> float:
        """Return the size."""
        return self.size

    def height(self, look: Look, width: float) -> float:
        """Return the size."""
        return self.size


class Icon(Widget):
    """An icon on its own; its label says what it stands for."""

    role = Role.PICTURE

    def __init__(self, name: str, label: str, icon: str, size: float = 18, tone: Tone = Tone.ACCENT) -> None:
        super().__init__(name, label)
        self.icon, self.size, self.tone = icon, size, tone

    def width(self, look: Look) -> float:
        """Return the size."""
        return self.size

    def height(self, look: Look, width: float) -> float:
        """Return the size."""
        return self.size

    def paint(self, brush: Brush) -> None:
        """Draw the icon in the middle."""
        brush.icon(self.icon, self.box.cx, self.box.cy, self.size, brush.theme.tone(self.tone))
