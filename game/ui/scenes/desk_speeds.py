"""The clock's buttons: pause, three speeds, one week."""

import pygame

from game.content.words import Words
from game.ui.brush import Brush
from game.ui.buttons import Button, IconButton, warm
from game.ui.inputs import Key
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.scenes.desk_clock import SPEEDS, STEP, Clock
from game.ui.tips import Tip
from game.ui.tokens import ROW_STRONG
from game.ui.widgets import Role, Widget


class Gear(Button):
    """A speed: a small button with its factor, lit while it runs."""

    def __init__(self, name: str, label: str, factor: str, shortcut: Key) -> None:
        super().__init__(name, label, small=True, tip=Tip(label), shortcut=shortcut)
        self.factor, self.is_on = factor, False

    def width(self, look: Look) -> float:
        """Return the width of the factor, at least a target."""
        return max(34.0, look.type.width(self.factor, ROW_STRONG) + 12)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the row of buttons."""
        return 30.0

    def paint(self, brush: Brush) -> None:
        """Draw the factor, on the accent if it is on."""
        theme = brush.theme
        if self.is_on:
            brush.box(self.box, 8, warm(theme.accent, self, theme))
        elif self.warmth:
            brush.box(self.box, 8, theme.text, alpha=round(26 * self.warmth))
        ink = theme.on_accent if self.is_on else theme.text if self.warmth else theme.text2
        brush.text(self.box.cx, self.box.cy, self.factor, ROW_STRONG, ink, at=0.5)


class Speeds(Widget):
    """Pause, three speeds and one week; the one in force is lit."""

    role = Role.GROUP
    has_arrows = True

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(name, words.say("desk.speeds"))
        self.pause = IconButton("speed.pause", words.say("desk.pause"), "pause", size=30)
        self.gears = {
            gear: Gear(f"speed.{gear}", words.say(f"desk.speed.{gear}"), words.say("desk.speed.label", n=times),
                       Key(pygame.K_0 + gear))
            for gear, times in SPEEDS.items()
        }  # fmt: skip
        self.step = IconButton(
            "speed.step", words.say("desk.step"), "skip-forward", size=30, shortcut=Key(pygame.K_4)
        )
        self.add(self.pause, *self.gears.values(), self.step)

    def show(self, clock: Clock) -> None:
        """Light the speed in force."""
        lit: dict[IconButton | Gear, bool] = {self.pause: not clock.is_running}
        lit |= {button: clock.is_running and clock.gear == gear for gear, button in self.gears.items()}
        for button, is_on in lit.items():
            if button.is_on != is_on:
                button.is_on = is_on
                button.touch()

    def width(self, look: Look) -> float:
        """Return the width of the buttons in their trough."""
        return sum(child.width(look) for child in self.children) + 2 * (len(self.children) - 1) + 6

    def height(self, look: Look, width: float) -> float:
        """Return the height of the trough."""
        return 36.0

    def place(self, look: Look, box: Box) -> None:
        """Put the buttons side by side."""
        self.box = Box(box.x, box.cy - 18, box.w, 36)
        x = self.box.x + 3
        for child in self.children:
            wide = child.width(look)
            child.place(look, Box(x, self.box.y + 3, wide, 30))
            x += wide + 2

    def paint(self, brush: Brush) -> None:
        """Draw the trough."""
        brush.box(self.box, 10, brush.theme.bg1b, border=brush.theme.line)


def gear_of(name: str) -> int | None:
    """Return the gear of a button by its id; None if it is no gear."""
    if name == "speed.step":
        return STEP
    last = name.rpartition(".")[2]
    return int(last) if name.startswith("speed.") and last.isdigit() else None
