"""The market as people: every dot is somebody (or `agents_per_dot` of them), gathered around the service they use.

The crowd is given arrays and a clock and owns no rule. People keep their places; after a week only those who changed get up
and walk.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui import streams
from game.ui.dots import Palette, scatter, stamp
from game.ui.look import eased
from game.ui.raster import pixels_of
from game.ui.seating import Firms, Seating
from game.ui.seats import Points, anchors, distances, lattice, share_out
from game.ui.streams import Current, Stream
from game.ui.tokens import DARK, DOTS_S, Theme

ROOM = 1.6  # seats per dot: the more, the more air between the companies
LEAST_AREA = 9.6  # px squared a dot needs before the crowd clogs; judged by eye at 10,000 dots on 564x278
NICE = (1, 2, 3, 4, 5, 6, 8)  # agents per dot, times a power of ten: numbers one can say
CORE_SHARE, LARGEST_CORE = 0.62, 7  # of the pitch; px
WIDEST = 24  # dots one below the other if there are few people
DIM = 0.30  # opacity of the others while somebody is in the light
RIM = 2  # px of ground around a stream's dots, so that they stand out from a crowd
WALK_BEND = 0.16  # of the way, how far a walking dot leaves the straight line
HIT_PITCHES = 1.6  # how near to a dot a pointer must be


class Hub(NamedTuple):
    """Where a company's people are: the middle of its crowd and its radius in stage px, and how many dots."""

    firm: int
    x: float
    y: float
    radius: float
    dots: int


class Crowd:
    """The dots of one stage, a rectangle of real pixels on the surface they are drawn on."""

    def __init__(self, stage: pygame.Rect, theme: Theme = DARK, *, calm: bool = False) -> None:
        self.stage, self.theme, self.calm = pygame.Rect(stage), theme, calm
        self.agents_per_dot = 1
        self.hubs: tuple[Hub, ...] = ()
        self.streams: tuple[Stream, ...] = ()
        self.rows: NDArray[np.intp] = np.zeros(0, np.intp)  # (dots,) the agent each dot shows
        self._picture = pygame.Surface(self.stage.size, depth=32)
        self._still: NDArray[np.uint32] | None = None
        self._currents: list[Current] = []
        self._seating: Seating | None = None
        self._kinds: NDArray[np.intp] | None = None  # (dots,) index into the hues; None: by firm
        self._hues: tuple[str, ...] = ()
        self._lit: NDArray[np.bool_] | None = None
        self._walk_from = self._xy = np.zeros((0, 2), np.float32)
        self._walkers = np.zeros(0, np.intp)
        self._walk_start = -1e9

    # ---- what it shows

    def arrange(self, service: Firms, firms: int, *, flows: NDArray[np.float64] | None = None, now: float = 0.0,
                animate: bool = True) -> None:  # fmt: skip
        """Show people (N,) by the service they use (-1 none) among `firms` companies, walking there from where they are.

        `flows` (firms + 1, firms + 1) counts the people who moved this week; its last index is no service.
        """
        is_first = self._seating is None or len(service) != self._agents or firms != self._firms
        if is_first:
            self._take_stage(len(service), firms)
        shown = service[self.rows].astype(np.int8)
        wanted = np.bincount(shown[shown >= 0], minlength=firms).astype(np.intp)
        ground = share_out(self._far, self._seat_area, wanted)
        was = self._places(now) if not is_first else self._xy
        if is_first or self._seating is None:
            self._seating = Seating(len(self._lattice), shown, ground)
            moved = np.zeros(0, np.intp)
        else:
            moved = self._seating.move(shown, ground)
        self._xy = self._lattice[self._seating.seat]
        walks = animate and not self.calm and len(moved)
        self._walkers = self._still_walking(now, moved) if walks else np.zeros(0, np.intp)
        self._walk_from = was[self._walkers] if walks else was[:0]
        self._walk_start = now
        self.hubs = tuple(self._hub(firm, shown) for firm in range(firms))
        self._show_streams(flows)
        self._still = None

    def paint(self, kinds: NDArray[np.integer] | None = None, hues: Sequence[str] = ()) -> None:
        """Colour people (N,) by index into `hues`, as a lens does; with nothing given, by company."""
        self._kinds = None if kinds is None else np.asarray(kinds)[self.rows].astype(np.intp)
        self._hues = tuple(hues)
        self._still = None

    def light(self, people: NDArray[np.integer] | None) -> None:
        """Dim everybody but some agents, given by row; None lights everybody again."""
        self._lit = None if people is None else np.isin(self.rows, people)
        self._still = None

    def person_at(self, x: float, y: float) -> int | None:
        """Return the row of the agent shown at a point of the surface, or None if nobody is near."""
        if not len(self._xy) or not self.stage.collidepoint(x, y):
            return None
        at = np.array([x - self.stage.x, y - self.stage.y], np.float32)
        far = np.square(self._xy - at).sum(axis=1)
        dot = int(far.argmin())
        return int(self.rows[dot]) if far[dot] <= (HIT_PITCHES * self._pitch) ** 2 else None

    def place_of(self, person: int) -> tuple[float, float] | None:
        """Return where on the surface the dot of an agent goes, or None if the agent has none of its own."""
        dot = int(np.searchsorted(self.rows, person))
        if dot >= len(self.rows) or self.rows[dot] != person:
            return None
        x, y = self._xy[dot]
        return float(x) + self.stage.x, float(y) + self.stage.y

    def is_walking(self, now: float) -> bool:
        """Return whether somebody is still on the way."""
        return len(self._walkers) > 0 and now - self._walk_start < DOTS_S

    @property
    def is_moving(self) -> bool:
        """Return whether the next frame can differ from this one."""
        return bool(self._currents) or len(self._walkers) > 0

    # ---- drawing

    def draw(self, surface: pygame.Surface, now: float) -> None:
        """Draw the crowd as it is at `now` seconds of the same clock that `arrange` was told."""
        if not self.is_walking(now) and len(self._walkers):
            self._walkers, self._still = self._walkers[:0], None
        if self._still is None:
            self._still = self._draw_still()
        pixels = pixels_of(self._picture)
        pixels[...] = self._still
        for current in () if self.calm else self._currents:
            self._draw_current(pixels, current, now)
        if len(self._walkers):
            self._scatter(pixels, self._places(now)[self._walkers], self._walkers)
        del pixels  # lets go of the surface's memory, which must not be held while it is blitted
        surface.blit(self._picture, self.stage.topleft)

    def _draw_still(self) -> NDArray[np.uint32]:
        """Return the stage with everybody who is not walking."""
        still = np.ones(len(self.rows), bool)
        still[self._walkers] = False
        pixels = np.full(
            (self.stage.h, self.stage.w), Palette((self.theme.bg1b,), self.theme.bg1b).words(1.0)[0]
        )
        dots = np.flatnonzero(still)
        self._scatter(pixels, self._xy[dots], dots)
        return pixels

    def _scatter(self, pixels: NDArray[np.uint32], xy: Points, dots: NDArray[np.intp]) -> None:
        hues, kinds = self._colours()
        bright = np.ones(len(dots), bool) if self._lit is None else self._lit[dots]
        if not bright.all():
            faint = (self._stamp, Palette(hues, self.theme.bg1b, DIM))
            scatter(pixels, xy[~bright], kinds[dots[~bright]], faint)
        scatter(pixels, xy[bright], kinds[dots[bright]], (self._stamp, Palette(hues, self.theme.bg1b)))

    def _colours(self) -> tuple[tuple[str, ...], NDArray[np.intp]]:
        if self._kinds is not None:
            return self._hues, self._kinds
        assert self._seating is not None
        return (self.theme.undecided, *self.theme.firms), self._seating.firms.astype(np.intp) + 1

    def _draw_current(self, pixels: NDArray[np.uint32], current: Current, now: float) -> None:
        goal = current.stream.target
        hue = self.theme.firm(goal)
        kinds = np.zeros(len(current.phase), np.intp)
        places = current.places(now)
        scatter(pixels, places, kinds, (self._rim, Palette((self.theme.bg1b,), self.theme.bg1b)))
        scatter(pixels, places, kinds, (self._stamp, Palette((hue,), self.theme.bg1b)))

    # ---- places

    def _take_stage(self, agents: int, firms: int) -> None:
        """Choose how many agents a dot shows, how large dots are, and where the companies stand."""
        width, height = self.stage.size
        self._agents, self._firms = agents, firms
        self.agents_per_dot = per_dot(agents, width * height)
        self.rows = np.arange(0, agents, self.agents_per_dot, dtype=np.intp)
        area = width * height / (ROOM * max(1, len(self.rows)))
        self._pitch = max(2.0, min(height / WIDEST, float(np.sqrt(area * 2 / 3**0.5))))
        self._lattice = lattice(width, height, self._pitch)
        while len(self._lattice) < len(self.rows):
            self._pitch *= 0.97
            self._lattice = lattice(width, height, self._pitch)
        core = max(2, min(LARGEST_CORE, round(self._pitch * CORE_SHARE)))
        self._stamp, self._rim = stamp(core), stamp(core + RIM)
        self._middles = anchors(firms, width, height)
        self._far = distances(self._lattice, self._middles)
        self._seat_area = width * height / len(self._lattice)
        self._kinds = self._lit = None

    def _places(self, now: float) -> Points:
        """Return where every dot is drawn at a time (dots, 2)."""
        if not self.is_walking(now):
            return self._xy
        share = np.float32(eased((now - self._walk_start) / DOTS_S))
        xy = self._xy.copy()
        way = xy[self._walkers] - self._walk_from
        aside = np.stack([way[:, 1], -way[:, 0]], axis=1) * np.float32(WALK_BEND * 4) * share * (1 - share)
        xy[self._walkers] = self._walk_from + way * share + aside
        return xy

    def _still_walking(self, now: float, moved: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return who walks now: those who just changed, and those not yet there."""
        return np.union1d(self._walkers, moved) if self.is_walking(now) else moved

    def _hub(self, firm: int, shown: Firms) -> Hub:
        mine = self._xy[shown == firm]
        if not len(mine):
            x, y = self._middles[min(firm, len(self._middles) - 1)]
            return Hub(firm, float(x), float(y), 0.0, 0)
        x, y = mine.mean(axis=0)
        radius = float(np.sqrt(len(mine) * self._pitch**2 * (3**0.5 / 2) / np.pi))
        return Hub(firm, float(x), float(y), radius, len(mine))

    def _show_streams(self, flows: NDArray[np.float64] | None) -> None:
        if flows is None or not self.hubs:
            self._currents, self.streams = [], ()
            return
        middles = np.array([(hub.x, hub.y) for hub in self.hubs], np.float32)
        reach = np.array([hub.radius for hub in self.hubs], np.float32)
        found = [f for f in streams.biggest(flows) if max(f[0], f[1]) < len(self.hubs)]
        self._currents = [streams.current(flow, middles, reach, self.stage.size) for flow in found]
        self.streams = tuple(current.stream for current in self._currents)


def per_dot(agents: int, area_px: int) -> int:
    """Return how many agents one dot must show so that a stage of that area does not clog."""
    most = max(1.0, area_px / (ROOM * LEAST_AREA))
    power = 1
    while True:
        for nice in NICE:
            if agents <= most * nice * power:
                return nice * power
        power *= 10
