"""The stage of the market as a widget: the crowd, a name with shape and share on each company, a count on each stream."""

from collections.abc import Callable, Sequence

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui import marks
from game.ui.brush import Brush
from game.ui.crowd import Crowd, Hub
from game.ui.gatherings import Firm, Gathering, Named, Person
from game.ui.inputs import Input, Key, Leave, Move, Press
from game.ui.keys import NEXT, PREVIOUS, is_enter
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.raster import Sweep
from game.ui.streams import Stream
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, CAPTION_STRONG, ROW_STRONG
from game.ui.widgets import Act, Deed, Role, Widget

WELL_RADIUS, EDGE = 12.0, 6.0  # logical px: of the well, and of the crowd within it
PILL_GAP = 3.0  # least logical px between two pills
SMALL_HUB = (
    30.0  # logical px: a crowd of a smaller radius would vanish behind its name, which then stands below it
)


class Market(Widget):
    """The live crowd. A click picks a `Person`, or a company by its name; arrows go from company to company, Enter picks one."""

    role = Role.PICTURE
    focusable = True
    is_live = True
    radius = WELL_RADIUS

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label)
        self.gathering: Gathering | None = None
        self.crowd: Crowd | None = None
        self.whose: Callable[[int], Tip | None] | None = None  # the tip of a person under the pointer, by row
        self.marked: int | None = None  # the company the arrows stand on
        self.lit: int | None = None  # the agent in the light
        self.names: dict[int, Box] = {}  # where each company's name was drawn last
        self.reserved: tuple[Box, ...] = ()  # where something lies over the stage: no word goes there
        self.now_s = 0.0
        self._lens: tuple[NDArray[np.integer] | None, Sequence[str]] = (None, ())
        self._near: Box | None = None

    @property
    def value(self) -> str:
        """Return names and shares as one would read them out."""
        firms = (*self.gathering.firms, self.gathering.undecided) if self.gathering else ()
        return ", ".join(f"{firm.name} {firm.share}" for firm in firms if firm.name)

    @property
    def anchor(self) -> Box:
        """Return the dot under the pointer, or the stage."""
        return self._near or self.box

    # ---- what it shows

    def show(self, gathering: Gathering, *, animate: bool = True) -> None:
        """Show people anew; those who changed company walk."""
        self.gathering = gathering
        if self.crowd is not None:
            self._arrange(animate)
        self.touch()

    def colour(self, kinds: NDArray[np.integer] | None, hues: Sequence[str] = ()) -> None:
        """Colour people (N,) by index into `hues`; None by company."""
        self._lens = (kinds, hues)
        if self.crowd is not None:
            self.crowd.paint(kinds, hues)
        self.touch()

    def light(self, people: NDArray[np.integer] | None) -> None:
        """Dim everybody but some agents; None lights everybody."""
        self.lit = int(people[0]) if people is not None and len(people) == 1 else None
        if self.crowd is not None:
            self.crowd.light(people)
        self.touch()

    def place(self, look: Look, box: Box) -> None:
        """Take a box; a new size or theme gathers people anew, without anybody walking."""
        super().place(look, box)
        self._look = look
        stage = self._stage(look)
        if self.crowd is None or self.crowd.stage.size != stage.size or self.crowd.theme is not look.theme:
            self.crowd = Crowd(stage, look.theme, calm=look.calm)
            if self.gathering is not None:
                self._arrange(animate=False)
        self.crowd.stage, self.crowd.calm = stage, look.calm

    def _stage(self, look: Look) -> pygame.Rect:
        inner, s = self.box.inset(EDGE), look.scale
        left, top = round(inner.x * s), round(inner.y * s)
        size = max(1, round(inner.right * s) - left), max(1, round(inner.bottom * s) - top)
        return pygame.Rect((left, top), size)

    def _arrange(self, animate: bool) -> None:
        assert self.crowd is not None
        assert self.gathering is not None
        g = self.gathering
        self.crowd.arrange(g.service, len(g.firms), flows=g.flows, now=self.now_s, animate=animate)
        self.crowd.paint(*self._lens)

    # ---- time and input

    def tick(self, dt_s: float) -> None:
        """Let the crowd's clock run."""
        self.now_s += dt_s

    def handle(self, event: Input) -> Act | None:
        """Tell who is under the pointer, pick people by click and companies by keys."""
        if isinstance(event, Key):
            return self._by_key(event)
        if isinstance(event, Leave):
            self._near, self.tip = None, None
            return None
        if isinstance(event, Press):
            named = next((firm for firm, box in self.names.items() if box.has(event.x, event.y)), None)
            if named is not None:
                return Act(self.id, Deed.PRESS, Named(named))
        if isinstance(event, Move | Press):
            row = self._under_pointer(event.x, event.y)
            if isinstance(event, Press) and row is not None:
                return Act(self.id, Deed.PRESS, Person(row))
            return self.used()
        return None

    def _under_pointer(self, x: float, y: float) -> int | None:
        if self.crowd is None:
            return None
        scale = self._look.scale
        row = self.crowd.person_at(x * scale, y * scale)
        place = self.crowd.place_of(row) if row is not None else None
        self._near = Box(place[0] / scale - 5, place[1] / scale - 5, 10, 10) if place else None
        self.tip = self.whose(row) if self.whose is not None and row is not None else None
        return row

    def _by_key(self, key: Key) -> Act | None:
        firms = self.gathering.firms if self.gathering else ()
        named = [i for i, firm in enumerate(firms) if firm.name]
        if not named or key.ctrl or key.alt:
            return None
        if key.code in PREVIOUS or key.code in NEXT:
            here = named.index(self.marked) if self.marked in named else -1
            self.marked = named[(here + (1 if key.code in NEXT else -1)) % len(named)]
            self.touch()
            return self.used()
        if is_enter(key) and self.marked is not None:
            return Act(self.id, Deed.PRESS, Firm(self.marked))
        return None

    # ---- drawing

    def paint(self, brush: Brush) -> None:
        """Draw the well, the people, and the words over them."""
        brush.box(self.box, self.radius, brush.theme.bg1b)
        self.enliven(brush)

    def enliven(self, brush: Brush) -> None:
        """Draw the people and the words over them: all within the stage, which is opaque."""
        if self.crowd is None or self.gathering is None:
            return
        self.crowd.draw(brush.surface, self.now_s)
        taken = list(self.reserved)
        self._paint_undecided(brush, taken)
        self.names.clear()
        named = [
            hub for hub in self.crowd.hubs if self.gathering.firms[hub.firm].name
        ]  # who has not entered has none
        for hub in sorted(named, key=lambda hub: -hub.dots):
            self._paint_name(brush, hub, taken)
        for stream in self.crowd.streams:
            self._paint_count(brush, stream, taken)
        self._paint_light(brush)

    def _paint_name(self, brush: Brush, hub: Hub, taken: list[Box]) -> None:
        assert self.gathering is not None
        theme, setter, words = brush.theme, brush.look.type, self.gathering.firms[hub.firm]
        wide = setter.width(words.name, ROW_STRONG)
        width = wide + setter.width(words.share, ROW_STRONG) + 42
        aside = self._aside(brush, hub)
        pill = self._pill(brush, hub.x, hub.y + aside, width, taken)
        if aside:
            taken.append(self._around(brush, hub))
        self.names[hub.firm] = pill
        hue = theme.firm(hub.firm)
        edge = theme.text if hub.firm == self.marked and self.shows_focus else hue
        brush.box(pill, pill.h / 2, theme.bg1, border=edge, width=1.5, alpha=242)
        marks.firm_mark(brush, hub.firm, pill.x + 15, pill.cy, 5)
        brush.text(pill.x + 26, pill.cy, words.name, ROW_STRONG)
        brush.text(
            pill.right - 11,
            pill.cy,
            words.share,
            ROW_STRONG,
            hue if theme.has_hue_text else theme.text,
            at=1.0,
        )

    def _around(self, brush: Brush, hub: Hub) -> Box:
        """Return the box of a company's crowd, logical px."""
        scale, radius = brush.look.scale, hub.radius / brush.look.scale
        x, y = self._left + hub.x / scale, self._top + hub.y / scale
        return Box(x - radius, y - radius, 2 * radius, 2 * radius)

    def _aside(self, brush: Brush, hub: Hub) -> float:
        """Return how far below its crowd's middle a company's name stands, px: only a small crowd steps out from behind it."""
        radius = hub.radius / brush.look.scale
        return (radius + 18) * brush.look.scale if 0 < radius < SMALL_HUB else 0.0

    def _paint_count(self, brush: Brush, stream: Stream, taken: list[Box]) -> None:
        assert self.gathering is not None
        text = self.gathering.count(stream)
        if not text:
            return
        width = brush.look.type.width(text, CAPTION_STRONG) + 20
        pill = self._pill(brush, stream.x, stream.y, width, taken, height=20.0)
        hue = brush.theme.firm(stream.target)
        brush.box(pill, pill.h / 2, brush.theme.bg1, border=hue, alpha=242)
        ink = hue if brush.theme.has_hue_text and stream.target >= 0 else brush.theme.text
        brush.text(pill.cx, pill.cy, text, CAPTION_STRONG, ink, at=0.5)

    def _pill(
        self, brush: Brush, x: float, y: float, width: float, taken: list[Box], height: float = 24.0
    ) -> Box:
        """Return a pill around a point of the stage, moved off the walls and off the pills already there."""
        scale, stage = brush.look.scale, self.box.inset(EDGE + 2)
        high = height + (brush.look.text_size - 1) * ROW_STRONG.size
        middle = (self._left + x / scale, self._top + y / scale)
        pill = Box(middle[0] - width / 2, middle[1] - high / 2, width, high).within(stage)
        for step in (0, 1, -1, 2, -2, 3, -3, 4, -4):
            tried = pill.moved(0, step * (high + PILL_GAP)).within(stage)
            if not any(tried.inset(-PILL_GAP / 2).meets(other) for other in taken):
                pill = tried
                break
        taken.append(pill)
        return pill

    @property
    def _left(self) -> float:
        return self.box.x + EDGE

    @property
    def _top(self) -> float:
        return self.box.y + EDGE

    def _paint_undecided(self, brush: Brush, taken: list[Box]) -> None:
        assert self.gathering is not None
        words, setter, theme = self.gathering.undecided, brush.look.type, brush.theme
        if not words.name:
            return
        wide = setter.width(words.name, CAPTION)
        high = 24 + (brush.look.text_size - 1) * CAPTION.size
        width = wide + setter.width(words.share, CAPTION_STRONG) + 42
        pill = Box(self.box.x + 8, self.box.bottom - 8 - high, width, high)
        taken.append(pill)
        brush.box(pill, high / 2, theme.bg1, border=theme.line, alpha=238)
        marks.firm_mark(brush, -1, pill.x + 14, pill.cy, 5)
        brush.text(pill.x + 24, pill.cy, words.name, CAPTION, theme.text2)
        brush.text(pill.right - 10, pill.cy, words.share, CAPTION_STRONG, at=1.0)

    def _paint_light(self, brush: Brush) -> None:
        place = self.crowd.place_of(self.lit) if self.crowd and self.lit is not None else None
        if place is not None:
            x, y = place[0] / brush.look.scale, place[1] / brush.look.scale
            brush.glow(x, y, 30, brush.theme.accent, 120)
            brush.disc(x, y, 5, brush.theme.text)
            brush.arc(x, y, Sweep(10, 2, 0, 360), brush.theme.text)
