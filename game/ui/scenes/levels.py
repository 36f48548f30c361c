"""The campaign as the ring itself: each level a stop on it, bright as far as it is won, and beside it what a level is about."""

from game.content import telling
from game.content.handicaps import DIFFICULTIES
from game.content.words import Words
from game.play.campaign import ENOUGH, WON, Standing, next_level, opened_by
from game.ui.buttons import Button, Kind
from game.ui.flows import Flow
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Chip, Paragraph, Rule
from game.ui.layout import Box
from game.ui.library import Entry, Library
from game.ui.look import Look
from game.ui.orbit import Legend, Orbit
from game.ui.page import Page
from game.ui.scene import Command, Go
from game.ui.scenes import making, ways
from game.ui.scenes.aims import AimRow, aims
from game.ui.scenes.ground import Ground
from game.ui.scenes.heads import Head
from game.ui.scenes.levels_parts import Card, FactRow, Stars
from game.ui.scenes.levels_places import Places, StopRow, stop_row
from game.ui.scenes.stops import State, Stop, turn_of
from game.ui.scrolling import Scroll
from game.ui.tokens import HEADING, ROW, Tone
from game.ui.widgets import Act, Deed, Widget

CARD, SIDE, PAD = (
    330.0,
    20.0,
    18.0,
)  # logical px: the card's width at 100 % text, the margin, the card's padding
HEAD = 236.0  # logical px of the head's width at 100 % text
LEAST_LIT = 0.02  # of the ring: something always turns


class Levels(Page):
    """The ring of levels and the card of the chosen one."""

    def __init__(self, house: House, look: Look, chosen: str = "") -> None:
        library = house.library
        assert library is not None, "the levels are shown once they are read"
        self.library: Library = library
        self.standings = library.standings(house.saves.all())
        following = next_level(self.standings)
        known = [entry.id for entry in library.entries]
        self.chosen = chosen if chosen in known else following.level if following else ""
        super().__init__(house, look)
        if self.chosen:
            self.view.focus_on(_name(self.chosen))

    # ---- what it is made of

    def build(self) -> Widget:
        """Return head, ring and card."""
        words = self.house.words
        won = [standing for standing in self.standings if standing.is_won]
        legend = Legend((words.say("title.users"), words.say("title.data"), words.say("title.model")))
        lit = max(LEAST_LIT, len(won) / max(1, len(self.standings)))
        orbit = Orbit("levels.ring", words.say("levels.ring"), legend, lit, room=92.0)
        stops = [self._stop(words, *pair) for pair in zip(self.library.entries, self.standings, strict=True)]
        for place, stop in enumerate(stops, start=1):
            orbit.seat(turn_of(place, len(stops)), stop)
        stars = sum(standing.stars for standing in self.standings)
        most = sum(entry.most_stars for entry in self.library.entries)
        head = Head(
            "levels.head", words.say("levels.title"), words.say("levels.note"), words.say("levels.back")
        )
        self.card = Card("levels.card", words.say("levels.card"))
        self._show_card(words)
        total = Stars(
            "levels.stars", words.say("levels.stars"), words.say("levels.stars-of", stars=stars, most=most)
        )
        door = Button("levels.workshop", words.say("levels.workshop"), icon="hammer")
        own = Button("levels.sandbox", words.say("sandbox.door"), icon="sliders-horizontal")
        rows = Column("levels.rows", *(stop_row(words, stop) for stop in stops), gap=6, arrows=True)
        return Map(
            head,
            Places(orbit, stops, Scroll("levels.list", words.say("levels.ring"), rows)),
            self.card,
            (total, door, own),
        )

    def _stop(self, words: Words, entry: Entry, standing: Standing) -> Stop:
        stop = Stop(_name(entry.id), words.pick(entry.title), entry.number, _state(entry, standing))
        stop.stars, stop.most_stars = standing.stars, entry.most_stars
        stop.is_chosen = entry.id == self.chosen
        stop.note = words.say(f"levels.state.{stop.state.value}")
        best = standing.best_header
        if standing.is_won and best is not None and best.difficulty in DIFFICULTIES:
            how = words.say(f"assists.is.{best.difficulty}")
            stop.note = words.say("levels.note-won", state=stop.note, difficulty=how)
        return stop

    def _show_card(self, words: Words) -> None:
        entry = self.library.entry(self.chosen)
        if entry is None:
            self.card.show([Paragraph("levels.none", words.say("levels.none"), ROW)], [])
            return
        place = self.library.entries.index(entry)
        standing, before = self.standings[place], [self.library.entries[at] for at in opened_by(place)]
        self.card.show(list(_parts(words, entry, standing)), list(_buttons(words, entry, standing, before)))

    # ---- what it answers

    def update(self, dt_s: float) -> Command | None:
        """Let the arrows choose: the level the keyboard stands on is the one the card tells of."""
        library = self.house.library
        # Read again meanwhile: mods were turned on or off.
        if library is not None and library is not self.library:
            self.library, self.standings = library, library.standings(self.house.saves.all())
            self.rebuild()
        focus = self.view.top.focus
        if focus.by_key and isinstance(focus.widget, Stop | StopRow):
            self._choose(focus.widget.id.removeprefix(_STOP))
        return super().update(dt_s)

    def _choose(self, level_id: str) -> None:
        if level_id == self.chosen:
            return
        self.chosen = level_id
        for widget in self.view.root.walk():
            if isinstance(widget, Stop | StopRow):
                widget.choose(widget.id == _name(level_id))
        self._show_card(self.house.words)
        self.view.lay()

    def act(self, act: Act) -> Command | None:
        """Choose a level, open it, go on with it, or go back."""
        if act.deed is not Deed.PRESS:
            return None
        if act.who.startswith(_STOP):
            level_id = act.who.removeprefix(_STOP)
            if level_id != self.chosen:
                self._choose(level_id)
                return None
            return self._open(goes_on=True)
        if act.who in ("levels.go-on", "levels.open"):
            return self._open(goes_on=act.who == "levels.go-on")
        if act.who == "levels.workshop":
            return Go(making.workshop(self.house))
        if act.who == "levels.sandbox":
            return making.sandbox(self.house)
        return ways.home(self.house)

    def _open(self, *, goes_on: bool) -> Command | None:
        entry = self.library.entry(self.chosen)
        standing = next((found for found in self.standings if found.level == self.chosen), None)
        if entry is None or entry.level is None or standing is None or not standing.is_open:
            return None
        if goes_on and standing.running is not None:
            return ways.go_on(self.house, standing.running.path)
        return Go(ways.opening(self.house, entry.level))


_STOP = "levels.stop."


def _name(level_id: str) -> str:
    return _STOP + level_id


def _state(entry: Entry, standing: Standing) -> State:
    if entry.level is None:
        return State.BROKEN
    if standing.is_won:
        return State.WON
    if standing.running is not None:
        return State.RUNNING
    return State.OPEN if standing.is_open else State.LOCKED


def _parts(words: Words, entry: Entry, standing: Standing) -> list[Widget]:
    """Return what the card says about a level, from top to bottom."""
    state = _state(entry, standing)
    tone = {State.WON: Tone.GOOD, State.RUNNING: Tone.ACCENT, State.BROKEN: Tone.BAD}.get(state, Tone.PLAIN)
    icon = {State.WON: "check", State.RUNNING: "play", State.LOCKED: "lock", State.BROKEN: "wrench"}.get(
        state, ""
    )
    chips = Flow(
        "levels.chips",
        Chip("levels.number", words.say("levels.number", number=entry.number), Tone.ACCENT),
        Chip("levels.state", words.say(f"levels.state.{state.value}"), tone, icon),
    )
    title = Paragraph("levels.name", words.pick(entry.title), HEADING, ink="text", leading=1.3)
    if entry.level is None:
        told = [telling.sentence(complaint, words.language) for complaint in entry.complaints[:3]]
        return [chips, title, Paragraph("levels.broken", "\n".join(told), ROW)]
    story = words.pick(entry.level.story).strip().split("\n")[0]
    facts: list[Widget] = [
        FactRow(
            "levels.minutes",
            words.say("levels.minutes"),
            words.say("levels.n-minutes", n=entry.level.minutes),
            "clock",
        ),
        FactRow(
            "levels.weeks",
            words.say("levels.weeks"),
            words.say("levels.n-weeks", n=entry.level.weeks),
            "calendar-days",
        ),
        *_bests(words, standing),
    ]
    return [
        chips, title, Paragraph("levels.story", story, ROW, most=7), Rule("levels.rule"),
        *(AimRow(f"levels.aim.{aim.id}", aim) for aim in aims(words, entry.level)), Rule("levels.rule-2"), *facts,
    ]  # fmt: skip


def _bests(words: Words, standing: Standing) -> list[Widget]:
    """Return the best ending on each difficulty that was played; on none, one row that says so."""
    found = [(known, best) for known in DIFFICULTIES if (best := standing.best_on(known)) is not None]
    if not found:
        return [FactRow("levels.best", words.say("levels.best"), words.say("levels.best-none"), "trophy")]
    rows: list[Widget] = []
    for known, best in found:
        on = words.say("levels.best-on", difficulty=words.say(f"assists.is.{known}"))
        key = "levels.best-won" if best.outcome == WON else "levels.best-lost"
        rows.append(
            FactRow(f"levels.best.{known}", on, words.say(key, stars=best.stars, week=best.week), "trophy")
        )
    return rows


def _key(words: Words, before: list[Entry]) -> str:
    """Return what opens a locked level."""
    if len(before) == 1:
        return words.say("levels.locked", title=before[0].title)
    numbers = [entry.number for entry in before]
    return words.say("levels.locked-some", n=ENOUGH, first=min(numbers), last=max(numbers))


def _buttons(words: Words, entry: Entry, standing: Standing, before: list[Entry]) -> list[Widget]:
    if entry.level is None:
        return []
    if not standing.is_open:
        return [Paragraph("levels.locked", _key(words, before), ROW)]
    running = standing.running
    if running is None:
        return [Button("levels.open", words.say("levels.open"), Kind.PRIMARY, icon="play", cap="Enter")]
    return [
        Button(
            "levels.go-on",
            words.say("levels.go-on", week=running.week),
            Kind.PRIMARY,
            icon="play",
            cap="Enter",
        ),
        Button("levels.open", words.say("levels.again"), icon="rotate-ccw"),
    ]


class Map(Ground):
    """The head above, the ring in the middle, the card at the right."""

    has_arrows = True

    def __init__(self, head: Head, places: Places, card: Card, around: tuple[Widget, Button, Button]) -> None:
        super().__init__("levels")
        self.head, self.places, self.card = head, places, card
        self.total, self.door, self.own = around
        self.add(head, self.door, self.total, places, card, self.own)

    def place(self, look: Look, box: Box) -> None:
        """Share the window out."""
        self.box = box
        wide = CARD * max(1.0, look.text_size**0.7)
        left = box.right - SIDE - wide
        tall = self.head.height(look, HEAD * look.text_size)
        self.head.place(look, Box(SIDE, SIDE, HEAD * look.text_size, tall))
        door = self.door.width(look), self.door.height(look, self.door.width(look))
        self.door.place(look, Box(SIDE, SIDE + tall + 12, *door))
        high = self.total.height(look, wide)
        self.total.place(look, Box(left, SIDE, wide, high))
        low = box.bottom - SIDE - self.own.height(look, wide)
        self.own.place(look, Box(left, low, wide, box.bottom - SIDE - low))
        self.card.place(look, Box(left, SIDE + high + 10, wide, low - 10 - SIDE - high - 10))
        self.places.head = self.head.box, self.door.box
        self.places.place(look, Box(box.x, box.y, left - 8, box.h))
        self.light = (self.places.box.cx / max(1.0, box.w), 0.52)
