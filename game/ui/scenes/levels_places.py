"""Where the levels stand: on the ring, or, where words are too large for that, in a list that says the same."""

from math import hypot

from game.content.words import Words
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.orbit import Orbit
from game.ui.rows import ListRow, RowWords
from game.ui.scenes.stops import DISC, State, Stop, words_width
from game.ui.scrolling import Scroll
from game.ui.tokens import Tone
from game.ui.widgets import Widget

APART = 1.0  # logical px at least between two discs, and between a disc and a node
SIDE = 20.0  # logical px beside the list
ICONS = {
    State.OPEN: "circle",
    State.RUNNING: "play",
    State.WON: "check",
    State.LOCKED: "lock",
    State.BROKEN: "wrench",
}
TONES = {State.RUNNING: Tone.ACCENT, State.WON: Tone.GOOD, State.BROKEN: Tone.BAD}


class StopRow(ListRow):
    """A level in the list; it has the id of its stop on the ring, since only one of the two is ever there."""

    def choose(self, is_chosen: bool) -> None:
        """Show as chosen, or not."""
        self.is_chosen = is_chosen
        self.touch()


def stop_row(words: Words, stop: Stop) -> StopRow:
    """Return the row that says what a stop says."""
    stars = words.say("levels.stars-of", stars=stop.stars, most=stop.most_stars) if stop.has_stars else ""
    title = words.say("title.level", number=stop.number, title=stop.label)
    row = StopRow(stop.id, RowWords(title, stop.note, side=stars), icon=ICONS[stop.state], lines=3,
                  tone=TONES.get(stop.state, Tone.PLAIN))  # fmt: skip
    row.is_chosen = stop.is_chosen
    return row


class Places(Widget):
    """The ring if every stop and its words have room on it, else the list."""

    is_island = False
    head: tuple[Box, ...] = ()  # what stands in the corner above

    def __init__(self, orbit: Orbit, stops: list[Stop], rows: Scroll) -> None:
        super().__init__("levels.places")
        self.orbit, self.stops, self.rows = orbit, stops, rows
        self.add(orbit, rows)

    def place(self, look: Look, box: Box) -> None:
        """Try the ring, and take the list if it is too narrow."""
        self.box = box
        self.orbit.side = words_width(look) + DISC + 22
        self.orbit.place(look, box)
        is_tight = self._is_tight()
        self.orbit.visible, self.rows.visible = not is_tight, is_tight
        top = max((found.bottom for found in self.head), default=box.y) + 12
        self.rows.place(look, Box(box.x + SIDE, top, box.w - 2 * SIDE, max(40.0, box.bottom - SIDE - top)))

    def _is_tight(self) -> bool:
        """Return whether anything on the ring would lie on something else."""
        discs = [(stop.box.cx, stop.box.cy, DISC) for stop in self.stops]
        round_things = discs + self.orbit.nodes()
        boxes = [stop.words.box for stop in self.stops] + list(self.head)
        return (
            any(_near(a, b) for i, a in enumerate(discs) for b in round_things[i + 1 :])
            or any(a.meets(b, 1.0) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
            or any(_covers(a, b) for i, a in enumerate(boxes) for j, b in enumerate(round_things) if i != j)
        )


def _near(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    """Return whether two discs, (x, y, radius), touch or nearly do."""
    return hypot(one[0] - other[0], one[1] - other[1]) < one[2] + other[2] + APART


def _covers(box: Box, disc: tuple[float, float, float]) -> bool:
    """Return whether words lie on a disc, (x, y, radius)."""
    x, y, radius = disc
    across, down = max(box.x - x, 0.0, x - box.right), max(box.y - y, 0.0, y - box.bottom)
    return hypot(across, down) < radius
