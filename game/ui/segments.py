"""One of several, side by side: segments, and tabs that turn a page."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.brush import Brush
from game.ui.inputs import Input, Key, Press
from game.ui.keys import NEXT, PREVIOUS, digit
from game.ui.layout import Box, columns, flex
from game.ui.look import Look
from game.ui.tips import Tip
from game.ui.tokens import CAPTION_STRONG, ROW_STRONG, TARGET, Style
from game.ui.widgets import Act, Deed, Role, Target


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; `note` says more about it, `blocked` why it cannot be chosen now."""

    id: str
    label: str
    icon: str = ""
    note: str = ""
    blocked: str = ""


class OneOf(Target):
    """What all choosers share: the options, which one is chosen, and stepping over the blocked ones."""

    def __init__(
        self, name: str, label: str, options: Sequence[Option], chosen: str, tip: Tip | None = None
    ) -> None:
        super().__init__(name, label, tip=tip)
        self.options = tuple(options)
        self.chosen = chosen

    @property
    def index(self) -> int:
        """Return the index of the chosen option."""
        return next((i for i, option in enumerate(self.options) if option.id == self.chosen), 0)

    @property
    def value(self) -> str:
        """Return the chosen option in words."""
        return self.options[self.index].label

    def set(self, chosen: str) -> None:
        """Show another option as chosen without telling anybody."""
        self.chosen = chosen
        self.touch()

    def choose(self, index: int) -> Act:
        """Choose an option; tell only if it is another one and open."""
        option = self.options[index]
        self.touch()
        if option.blocked or option.id == self.chosen:
            return self.used()
        self.chosen = option.id
        return Act(self.id, Deed.CHANGE, option.id)

    def step(self, index: int, by: int) -> int:
        """Return the next open option from `index` in a direction, or `index` itself at the end."""
        place = index + by
        while 0 <= place < len(self.options):
            if not self.options[place].blocked:
                return place
            place += by
        return index

    def step_by_key(self, key: Key, index: int) -> int | None:
        """Return where an arrow, Home or End leads from `index`, or None for other keys."""
        if key.alt or key.ctrl:
            return None
        if key.code in PREVIOUS:
            return self.step(index, -1)
        if key.code in NEXT:
            return self.step(index, 1)
        if key.code == pygame.K_HOME:
            return self.step(-1, 1)
        if key.code == pygame.K_END:
            return self.step(len(self.options), -1)
        return None


class Segments(OneOf):
    """Options side by side, the chosen one raised; arrows choose."""

    role = Role.CHOICE
    style: Style = CAPTION_STRONG
    bare_height = 30.0

    def width(self, look: Look) -> float:
        """Return the width at which every option fits its equal share."""
        widest = max(look.type.width(o.label, self.style) + (20 if o.icon else 0) for o in self.options)
        return len(self.options) * (widest + 22) + 4

    def height(self, look: Look, width: float) -> float:
        """Return the height of the row."""
        return max(TARGET, self.bare_height + (look.text_size - 1) * self.style.size)

    def place(self, look: Look, box: Box) -> None:
        """Take a box; options share it equally if all fit so, else by the length of their words."""
        super().place(look, box)
        wanted = [
            look.type.width(o.label, self.style) + (36 if o.icon or o.blocked else 16) for o in self.options
        ]
        equal = max(wanted) <= (box.w - 4) / len(wanted)
        self._shares = [flex()] * len(wanted) if equal else [flex(wide) for wide in wanted]

    def cells(self) -> list[Box]:
        """Return the box of each option."""
        return columns(self.box.inset(2), self._shares)

    def handle(self, event: Input) -> Act | None:
        """Choose by arrows or by a click."""
        if not self.enabled:
            return None
        if isinstance(event, Key):
            place = self.step_by_key(event, self.index)
            return None if place is None else self.choose(place)
        if isinstance(event, Press):
            hit = next((i for i, cell in enumerate(self.cells()) if cell.has(event.x, event.y)), None)
            return self.used() if hit is None else self.choose(hit)
        return None

    def paint(self, brush: Brush) -> None:
        """Draw the trough, the raised option and the words."""
        theme = brush.theme
        brush.box(self.box, self.radius, theme.bg1b, border=theme.line)
        for i, (option, cell) in enumerate(zip(self.options, self.cells(), strict=True)):
            if i == self.index:
                brush.box(cell, self.radius - 2, theme.bg3)
            self._paint_option(brush, option, cell, i == self.index)

    def _paint_option(self, brush: Brush, option: Option, cell: Box, is_chosen: bool) -> None:
        theme = brush.theme
        ink = theme.text3 if option.blocked else theme.text if is_chosen else theme.text2
        icon = "lock" if option.blocked else option.icon
        lead = 20 if icon else 0
        text = brush.look.type.fit(option.label, self.style, cell.w - lead - 8)
        x = cell.cx - (brush.look.type.width(text, self.style) + lead) / 2
        if icon:
            brush.icon(icon, x + 7, cell.cy, 14, ink)
        brush.text(x + lead, cell.cy, text, self.style, ink)


class Tabs(Segments):
    """Segments that turn a page; Alt and a number reach them from anywhere."""

    role = Role.TABS
    style = ROW_STRONG
    bare_height = 34.0

    def hears(self, key: Key) -> Act | None:
        """Answer Alt+1, Alt+2 and so on."""
        number = digit(key) if key.alt else None
        if number is None or number > len(self.options) or not self.enabled:
            return None
        return self.choose(number - 1)
