"""Small things to read on the desk: next week in ranges, a sum line by line, a sentence with a bar beside it, what colours mean."""

from collections.abc import Sequence

from game.ui import marks
from game.ui.brush import RIGHT, Brush
from game.ui.layout import Box, columns, flex
from game.ui.look import Look
from game.ui.readings.amounts import Line
from game.ui.readings.previews import Forecast, Release
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, CAPTION_STRONG, LIST_LEADING, ROW_STRONG, Tone
from game.ui.widgets import Role, Widget

CELL_GAP = 14.0  # logical px between two columns of figures


class ForecastStrip(Widget):
    """Next week's figures, two a line where they fit and else one."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, tip: Tip) -> None:
        super().__init__(name, label, tip=tip)
        self.forecasts: tuple[Forecast, ...] = ()

    @property
    def value(self) -> str:
        """Return all figures as one would read them out."""
        return ", ".join(f"{one.what} {one.change}" for one in self.forecasts)

    def show(self, forecasts: tuple[Forecast, ...]) -> bool:
        """Show other figures; return whether they need another height."""
        if forecasts == self.forecasts:
            return False
        self.forecasts = forecasts
        self.touch()
        return self.box.w > 0 and self._across(self._look, self.box.w) != self._shown_across

    def height(self, look: Look, width: float) -> float:
        """Return the heading and the lines of figures."""
        lines = -(-len(self.forecasts) // self._across(look, width))
        return look.type.pitch(CAPTION, 1.5) + lines * look.type.pitch(ROW_STRONG, 1.45)

    def place(self, look: Look, box: Box) -> None:
        """Take a box."""
        super().place(look, box)
        self._look, self._shown_across = look, self._across(look, box.w)

    def _across(self, look: Look, width: float) -> int:
        needed = max((_cell(look, one) for one in self.forecasts), default=0.0)
        return 2 if needed <= (width - CELL_GAP) / 2 else 1

    def paint(self, brush: Brush) -> None:
        """Draw the heading and the figures."""
        look, theme, box = brush.look, brush.theme, self.box
        first = look.type.pitch(CAPTION, 1.5)
        brush.text(box.x, box.y + first / 2, self.label, CAPTION, theme.text2)
        across, pitch = self._shown_across, look.type.pitch(ROW_STRONG, 1.45)
        wide = (box.w - CELL_GAP * (across - 1)) / across
        for i, one in enumerate(self.forecasts):
            x = box.x + (i % across) * (wide + CELL_GAP)
            y = box.y + first + (i // across + 0.5) * pitch
            ink = theme.text if one.tone is Tone.PLAIN else theme.tone(one.tone)
            brush.text(x, y, one.what, CAPTION, theme.text2)
            brush.text(x + wide, y, one.change, ROW_STRONG, ink, at=RIGHT)


def _cell(look: Look, one: Forecast) -> float:
    return look.type.width(one.what, CAPTION) + 8 + look.type.width(one.change, ROW_STRONG)


class Sum(Widget):
    """Lines of what and how much, with a total below a thin line if there is one."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, lines: Sequence[Line] = (), total: Line | None = None) -> None:
        super().__init__(name, label)
        self.lines, self.total = tuple(lines), total

    @property
    def value(self) -> str:
        """Return the lines as one would read them out."""
        return ", ".join(f"{line.what} {line.amount}" for line in self._all())

    def show(self, lines: Sequence[Line], total: Line | None = None) -> bool:
        """Show other lines; return whether their number has changed."""
        is_other = len(lines) != len(self.lines) or (total is None) != (self.total is None)
        if tuple(lines) != self.lines or total != self.total:
            self.lines, self.total = tuple(lines), total
            self.touch()
        return is_other

    def _all(self) -> tuple[Line, ...]:
        return (*self.lines, *((self.total,) if self.total else ()))

    def height(self, look: Look, width: float) -> float:
        """Return the height of all lines."""
        return len(self._all()) * _pitch(look) + (6 if self.total else 0)

    def paint(self, brush: Brush) -> None:
        """Draw the lines."""
        theme, y = brush.theme, self.box.y
        for line in self._all():
            style = CAPTION
            if line is self.total:
                brush.rule(self.box.x, y + 3, self.box.w)
                y, style = y + 6, CAPTION_STRONG
            ink = theme.text if line.tone is Tone.PLAIN else theme.tone(line.tone)
            middle = y + _pitch(brush.look) / 2
            taken = brush.text(self.box.right, middle, line.amount, CAPTION_STRONG, ink, at=RIGHT)
            brush.text(self.box.x, middle, line.what, style, theme.text2, width=self.box.w - taken - 8)
            y += _pitch(brush.look)


def _pitch(look: Look) -> float:
    return look.type.pitch(CAPTION, LIST_LEADING) + 4


class Note(Widget):
    """A sentence with a heading in a well, and a bar of its state's colour at its left."""

    role = Role.LABEL
    radius = 10.0

    def __init__(self, name: str, label: str, text: str, tone: Tone = Tone.PLAIN, icon: str = "") -> None:
        super().__init__(name, label)
        self.text, self.tone, self.icon = text, tone, icon

    @property
    def value(self) -> str:
        """Return the sentence."""
        return self.text

    def say(self, label: str, text: str, tone: Tone) -> bool:
        """Say something else; return whether it is something else."""
        if (label, text, tone) == (self.label, self.text, self.tone):
            return False
        self.label, self.text, self.tone = label, text, tone
        self.touch()
        return True

    def height(self, look: Look, width: float) -> float:
        """Return the height of heading and sentence with room around."""
        head = look.type.pitch(ROW_STRONG, 1.45) if self.label else 0.0
        return 18 + head + len(self._lines(look, width)) * look.type.pitch(CAPTION, 1.4)

    def _lines(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.text, CAPTION, width - 28) if self.text else []

    def paint(self, brush: Brush) -> None:
        """Draw the well, the bar and the words."""
        theme, box, look = brush.theme, self.box, brush.look
        brush.box(box, self.radius, theme.bg1b, border=theme.line)
        hue = theme.line2 if self.tone is Tone.PLAIN else theme.tone(self.tone)
        brush.box(Box(box.x, box.y + 9, 3, box.h - 18), 1.5, hue)
        x, y = box.x + 14, box.y + 9
        if self.label:
            head = look.type.pitch(ROW_STRONG, 1.45)
            brush.text(x, y + head / 2, self.label, ROW_STRONG, width=box.w - 24)
            y += head
        brush.lines(x, y, self._lines(look, box.w), CAPTION, theme.text2, leading=1.4)


class Legend(Widget):
    """What the curves of the charts are: ours solid, the best rival's dashed."""

    role = Role.LABEL

    def __init__(self, name: str, ours: str, rival: str) -> None:
        super().__init__(name, ours)
        self.rival = rival

    @property
    def value(self) -> str:
        """Return the other curve's name."""
        return self.rival

    def width(self, look: Look) -> float:
        """Return the width of both samples and names."""
        return look.type.width(self.label, CAPTION) + look.type.width(self.rival, CAPTION) + 66

    def height(self, look: Look, width: float) -> float:
        """Return the height of a line."""
        return look.type.pitch(CAPTION, 1.4)

    def paint(self, brush: Brush) -> None:
        """Draw a solid and a dashed sample, each with its name."""
        theme, y = brush.theme, self.box.cy
        marks.bar(brush, Box(self.box.x, y - 1.5, 16, 3), 1.0, theme.firm(0))
        x = self.box.x + 22
        x += brush.text(x, y, self.label, CAPTION, theme.text2) + 14
        for i in range(3):
            brush.box(Box(x + i * 6, y - 1.5, 4, 3), 1, theme.firm(1))
        brush.text(x + 22, y, self.rival, CAPTION, theme.text2)


class Pipeline(Widget):
    """The way to the next model as a row of stages: those done are full, the one in work is part full and named."""

    role = Role.METER

    def __init__(self, name: str, label: str, stages: int) -> None:
        super().__init__(name, label)
        self.stages = stages
        self.release = Release(0, 0.0, "", "")

    @property
    def value(self) -> str:
        """Return the stage and how long it may still take."""
        return f"{self.release.name}, {self.release.left}"

    def show(self, release: Release) -> None:
        """Show how far it has come."""
        if release != self.release:
            self.release = release
            self.touch()

    def height(self, look: Look, width: float) -> float:
        """Return a line of text, the stages, and a line below."""
        return 2 * look.type.pitch(ROW_STRONG, LIST_LEADING) + 14

    def paint(self, brush: Brush) -> None:
        """Draw name and time left, the stages, and the name of the one in work."""
        theme, box, pitch = brush.theme, self.box, brush.look.type.pitch(ROW_STRONG, LIST_LEADING)
        brush.text(box.right, box.y + pitch / 2, self.release.left, ROW_STRONG, at=RIGHT)
        brush.text(box.x, box.y + pitch / 2, self.label, ROW_STRONG)
        line = Box(box.x, box.y + pitch + 3, box.w, 6)
        for i, cell in enumerate(columns(line, [flex()] * self.stages, 3)):
            share = 1.0 if i < self.release.stage else self.release.share if i == self.release.stage else 0.0
            marks.bar(brush, cell, share, theme.accent)
        brush.text(box.x, box.bottom - pitch / 2, self.release.name, CAPTION, theme.text2)
