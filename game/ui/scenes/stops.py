"""A level's stop on the ring: a disc with its number, beside it the title and its stars. Its state is never colour alone."""

from enum import Enum
from math import copysign, cos, radians, sin

from game.ui.brush import CENTRE, LEFT, RIGHT, Brush
from game.ui.inputs import Input, Release
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.marks import star
from game.ui.raster import Sweep
from game.ui.tokens import CAPTION_STRONG, LIST_LEADING, ROW_STRONG, TITLE
from game.ui.widgets import Act, Deed, Role, Target, Widget

DISC, GAP = 20.0, 13.0  # logical px: the disc's radius, and the words' distance from it
WORDS = 136.0  # logical px: the widest caption at 100 % text
STAR = 6.0  # logical px: a star's radius
BELOW = 16.0  # degrees around the bottom within which words stand below the disc
LOWEST = 6.0  # degrees around the bottom within which they stand in its middle
THIRD = 120.0  # degrees between two nodes of the ring


def words_width(look: Look) -> float:
    """Return the widest a caption may be."""
    return WORDS * float(max(1.0, look.text_size**0.3))


class State(Enum):
    """How a level stands; the name of its words."""

    OPEN = "open"
    RUNNING = "running"
    WON = "won"
    LOCKED = "locked"
    BROKEN = "broken"


def turn_of(number: int, count: int) -> float:
    """Return where stop `number` (from 1) of `count` lies, in degrees clockwise from the top, never on a node.

    Four stops to each third as the campaign has them; more share the thirds out evenly.
    """
    across = max(4, -(-count // 3))
    third, place = divmod(number - 1, across)
    return THIRD * third + THIRD * (place + 1) / (across + 1)


class Stop(Target):
    """One level on the ring."""

    role = Role.BUTTON
    radius = DISC

    def __init__(self, name: str, label: str, number: int, state: State) -> None:
        super().__init__(name, label)
        self.number, self.state = number, state
        self.stars, self.most_stars, self.note, self.is_chosen = 0, 0, "", False
        self.words = Words(self)
        self.add(self.words)

    @property
    def has_stars(self) -> bool:
        """Return whether stars say more than the state does."""
        return self.state not in (State.LOCKED, State.BROKEN)

    @property
    def value(self) -> str:
        """Return number, state and stars in words."""
        return f"{self.number} · {self.note} · {self.stars}/{self.most_stars}"

    def choose(self, is_chosen: bool) -> None:
        """Show as chosen, or not."""
        self.is_chosen = is_chosen
        self.touch()

    def activate(self) -> Act | None:
        """Report the press."""
        return Act(self.id, Deed.PRESS)

    def settle(self, look: Look, x: float, y: float, turn: float) -> None:
        """Take a place around a point of the ring, the words outside it."""
        self.box = Box(x - DISC, y - DISC, 2 * DISC, 2 * DISC)
        wide, tall = self.words.size(look)
        across, down = sin(radians(turn)), -cos(radians(turn))
        at = LEFT if across >= 0 else RIGHT
        is_below = abs(turn - 180) < BELOW  # the two at the bottom share the room below the ring
        out = copysign(-DISC, across) if is_below else across * (DISC + GAP)
        left = x + out - wide * at
        top = y + down * (DISC + GAP) - tall * max(0.0 if is_below else 0.5, (1 - down) / 2)
        if abs(turn - 180) < LOWEST:  # alone at the very bottom
            at, left = CENTRE, x - wide / 2
        self.words.place(look, Box(left, top, wide, tall).within(look.canvas.inset(6)))
        self.words.at = at

    def place(self, look: Look, box: Box) -> None:
        """Keep the place beside the ring."""

    def handle(self, event: Input) -> Act | None:
        """Take presses on the words as well."""
        if isinstance(event, Release) and self.held and self.words.box.has(event.x, event.y):
            self.held = False
            self.touch()
            return self.activate()
        return super().handle(event)

    def paint(self, brush: Brush) -> None:
        """Draw the disc; the words draw themselves."""
        self._paint_disc(brush)

    def _paint_disc(self, brush: Brush) -> None:
        theme, x, y = brush.theme, self.box.cx, self.box.cy
        brush.disc(x, y, DISC + 3, theme.bg0)
        if self.is_chosen:
            brush.glow(x, y, 58, theme.accent, round(140 * theme.shade))
            brush.arc(x, y, Sweep(DISC + 5, 2.2, 0, 360), theme.text)
        if self.state in (State.WON, State.RUNNING):
            is_won = self.state is State.WON
            brush.disc(x, y, DISC, theme.accent if is_won else theme.text)
            brush.text(x, y, str(self.number), TITLE, theme.on_accent if is_won else theme.bg0, at=CENTRE)
        elif self.state is State.OPEN:
            brush.disc(x, y, DISC, theme.bg2)
            brush.arc(x, y, Sweep(DISC - 1, 2, 0, 360), theme.accent)
            brush.text(x, y, str(self.number), TITLE, at=CENTRE)
        else:
            brush.disc(x, y, DISC, theme.bg1b)
            brush.arc(x, y, Sweep(DISC - 1, 1.6, 0, 360, (6, 4)), theme.line2)
            brush.icon("lock" if self.state is State.LOCKED else "wrench", x, y, 16, theme.text3)

    def paint_focus(self, brush: Brush) -> None:
        """Draw the ring around the disc."""
        out = 4 if self.is_chosen else 0
        brush.ring(self.box.inset(-out), DISC + out)


class Words(Widget):
    """What stands beside a stop: the title, and stars or a word."""

    role = Role.LABEL

    def __init__(self, stop: Stop) -> None:
        super().__init__(f"{stop.id}.words", stop.label)
        self.stop, self.at = stop, CENTRE

    def paint(self, brush: Brush) -> None:
        """Draw them."""
        theme, box, stop = brush.theme, self.box, self.stop
        x = box.x + box.w * self.at
        ink = theme.text3 if stop.state is State.LOCKED else theme.text
        low = brush.lines(x, box.y, self._title(brush.look), ROW_STRONG, ink, at=self.at)
        if not stop.has_stars:
            middle = low + brush.look.type.pitch(CAPTION_STRONG, LIST_LEADING) / 2
            brush.text(x, middle, stop.note, CAPTION_STRONG, theme.text3, at=self.at)
            return
        step = 2 * STAR + 4
        left = x - self.at * step * stop.most_stars + STAR
        for i in range(stop.most_stars):
            star(brush, left + i * step, low + STAR + 4, STAR, theme.warn if i < stop.stars else theme.line2)

    def size(self, look: Look) -> tuple[float, float]:
        """Return width and height."""
        lines = self._title(look)
        wide = max(look.type.width(line, ROW_STRONG) for line in lines)
        tall = len(lines) * look.type.pitch(ROW_STRONG, LIST_LEADING)
        if self.stop.has_stars:
            return max(wide, (2 * STAR + 4) * self.stop.most_stars) + 1, tall + 2 * STAR + 8
        note = look.type.width(self.stop.note, CAPTION_STRONG)
        return max(wide, note) + 1, tall + look.type.pitch(CAPTION_STRONG, LIST_LEADING)

    def _title(self, look: Look) -> list[str]:
        return look.type.wrap(self.label, ROW_STRONG, words_width(look))
