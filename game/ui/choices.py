"""One of several, in a menu that opens over everything else."""

from collections.abc import Sequence

import pygame

from game.ui.brush import Brush
from game.ui.inputs import Input, Key, Move, Press, Release
from game.ui.keys import is_enter
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.segments import OneOf, Option
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, ROW_STRONG, TARGET
from game.ui.widgets import Act, Role

FIELD_HEIGHT, ITEM_HEIGHT = 34.0, 34.0  # logical px at 100 % text


class Choice(OneOf):
    """A field that shows what is chosen and opens a menu over everything else."""

    role = Role.CHOICE

    def __init__(self, name: str, label: str, options: Sequence[Option], chosen: str, *, lead: str = "",
                 tip: Tip | None = None) -> None:  # fmt: skip
        super().__init__(name, label, options, chosen, tip)
        self.lead = lead  # a word drawn before the chosen option, such as "Colour:"
        self.is_open, self.marked = False, 0
        self._menu = Box(0, 0, 0, 0)

    @property
    def over(self) -> Box | None:
        """Return the open menu's box."""
        return self._menu if self.is_open else None

    def width(self, look: Look) -> float:
        """Return the width of the widest option, the leading word and the arrow."""
        widest = max(look.type.width(o.label, ROW_STRONG) + (24 if o.icon else 0) for o in self.options)
        lead = look.type.width(self.lead, CAPTION) + 6 if self.lead else 0
        return lead + widest + 44

    def height(self, look: Look, width: float) -> float:
        """Return the field's height."""
        return max(TARGET, FIELD_HEIGHT + (look.text_size - 1) * ROW_STRONG.size - 4)

    def place(self, look: Look, box: Box) -> None:
        """Take a box, and keep room for the menu below it or above."""
        super().place(look, box)
        notes = max((look.type.width(o.blocked or o.note, CAPTION) for o in self.options), default=0)
        wide = min(look.canvas.w - 8, max(box.w, self.width(look) - 10, notes + 28))
        high = 8 + sum(self._item_height(look, option) for option in self.options)
        below = Box(box.x, box.bottom + 4, wide, high)
        above = below._replace(y=box.y - 4 - high)
        fits = below.bottom <= look.canvas.bottom - 4
        self._menu = (below if fits else above).within(look.canvas.inset(4))
        self._heights = [self._item_height(look, option) for option in self.options]

    def _item_height(self, look: Look, option: Option) -> float:
        note = look.type.pitch(CAPTION, 1.3) if option.blocked or option.note else 0
        return ITEM_HEIGHT + (look.text_size - 1) * ROW_STRONG.size + note

    def items(self) -> list[Box]:
        """Return the box of each option in the open menu."""
        found, y = [], self._menu.y + 4
        for high in self._heights:
            found.append(Box(self._menu.x + 4, y, self._menu.w - 8, high))
            y += high
        return found

    # ---- input

    def handle(self, event: Input) -> Act | None:
        """Open by Enter, Space, an arrow or a click; choose in the menu the same ways."""
        if not self.enabled:
            return None
        if isinstance(event, Key):
            return self._by_key(event)
        if isinstance(event, Press | Release | Move) and self.is_open and self._menu.has(event.x, event.y):
            return self._in_menu(event)
        if isinstance(event, Press):
            return self.dismissed() if self.is_open else self.activate()
        return None

    def activate(self) -> Act | None:
        """Open the menu with the chosen option marked."""
        self.is_open, self.marked = True, self.index
        self.touch()
        return self.used()

    def dismiss(self) -> bool:
        """Close the menu if it is open."""
        was_open, self.is_open = self.is_open, False
        self.touch()
        return was_open

    def dismissed(self) -> Act:
        """Close the menu and say the input was taken."""
        self.dismiss()
        return self.used()

    def _by_key(self, key: Key) -> Act | None:
        if not self.is_open:
            opens = is_enter(key) or (key.code in (pygame.K_UP, pygame.K_DOWN) and not key.alt)
            return self.activate() if opens else None
        if key.code == pygame.K_ESCAPE:
            return self.dismissed()
        if is_enter(key):
            self.dismiss()
            return self.choose(self.marked)
        place = self.step_by_key(key, self.marked)
        if place is not None:
            self.marked = place
            self.touch()
        return self.dismissed() if key.code == pygame.K_TAB else self.used()

    def _in_menu(self, event: Press | Release | Move) -> Act:
        hit = next((i for i, item in enumerate(self.items()) if item.has(event.x, event.y)), None)
        if hit is None or self.options[hit].blocked:
            return self.used()
        if isinstance(event, Press):
            self.dismiss()
            return self.choose(hit)
        if hit != self.marked:
            self.marked = hit
            self.touch()
        return self.used()

    # ---- drawing

    def paint(self, brush: Brush) -> None:
        """Draw the field."""
        theme, box = brush.theme, self.box
        edge = theme.accent if self.is_open else theme.line2
        brush.box(box, self.radius, theme.bg2 if self.enabled else theme.bg1b, border=edge)
        option = self.options[self.index]
        x = box.x + 12
        if self.lead:
            x += brush.text(x, box.cy, self.lead, CAPTION, theme.text2) + 6
        if option.icon:
            brush.icon(option.icon, x + 7, box.cy, 15, theme.text2)
            x += 22
        ink = theme.text if self.enabled else theme.text3
        brush.text(x, box.cy, option.label, ROW_STRONG, ink, width=box.right - 28 - x)
        brush.icon("chevron-down", box.right - 16, box.cy, 16, theme.text2)

    def paint_over(self, brush: Brush) -> None:
        """Draw the open menu."""
        theme = brush.theme
        brush.room = self._menu
        brush.shadow(self._menu, 11, blur=18, alpha=110)
        brush.box(self._menu, 11, theme.bg2, border=theme.line2)
        for i, (option, item) in enumerate(zip(self.options, self.items(), strict=True)):
            if i == self.marked:
                brush.box(item, 8, theme.bg3)
            self._paint_item(brush, option, item, i == self.index)

    def _paint_item(self, brush: Brush, option: Option, item: Box, is_chosen: bool) -> None:
        theme, setter = brush.theme, brush.look.type
        note = option.blocked or option.note
        middle = item.cy - (setter.pitch(CAPTION, 1.3) / 2 if note else 0)
        icon = "lock" if option.blocked else "check" if is_chosen else option.icon
        x = item.x + 8
        if icon:
            brush.icon(icon, x + 8, middle, 15, theme.accent if is_chosen else theme.text2)
        x += 24
        ink = theme.text3 if option.blocked else theme.text
        brush.text(x, middle, option.label, ROW_STRONG, ink, width=item.right - 8 - x)
        if note:
            low = middle + setter.pitch(ROW_STRONG, 1.35)
            brush.text(x - 20, low, note, CAPTION, theme.text2, width=item.right - x + 16)
