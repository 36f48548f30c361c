"""The opening of a level, some thirty seconds long: the story line by line, the market as it lies, what to reach and what to set.

Nothing here has to be waited for: the level can be begun at any moment, and reduced motion shows everything at once.
"""

import numpy as np
from numpy.typing import NDArray

from agents.messages import LEVERS
from game.content import sentences
from game.content.complaints import LevelError
from game.content.handicaps import variant
from game.content.words import Words
from game.play.assists import Chosen
from game.study import assists_told
from game.ui.background import Task
from game.ui.buttons import Button, IconButton, Kind
from game.ui.fields import TextField
from game.ui.flows import Flow
from game.ui.gatherings import FirmWords, Gathering
from game.ui.groups import Column, Panel, Row
from game.ui.house import House
from game.ui.labels import Chip, Label, Paragraph, Rule
from game.ui.layout import Box, fixed, flex
from game.ui.look import Look
from game.ui.market import Market
from game.ui.page import Page
from game.ui.readings import amounts
from game.ui.rows import ListRow, RowWords
from game.ui.scene import Back, Command
from game.ui.scenes import ways
from game.ui.scenes.aims import AimRow, aims
from game.ui.scenes.assisting import CHANGES, DONE, as_written, chosen_by, closes, sheet_of, tell_changes
from game.ui.scenes.ground import Ground
from game.ui.scenes.heads import Head
from game.ui.scenes.telling import Telling
from game.ui.scrolling import Scroll
from game.ui.tokens import BODY_STRONG, ROW, ROW_STRONG
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Level

SIDE, GUTTER = 24.0, 12.0  # logical px
LEFT_SHARE = 0.46  # of the window, for the story
STAGE = 205.0  # logical px: the least height of the market's picture
GATHERS_S = 1.4  # seconds until the rivals' users gather
MOST_DOTS = 20_000  # people shown
GOLDEN = 0.6180339887498949  # spreads people evenly over shares
MOST_SEED = 2**31 - 1


class Opening(Page):
    """The story of a level, and the way into it."""

    first = "opening.start"

    def __init__(self, house: House, look: Look, level: Level, seed: int) -> None:
        self.house = house
        self.written, self.level, self.seed = level, level, seed
        self.chosen = house.chosen
        self.shown_s = 0.0
        self._is_gathered = look.calm
        self._vary()
        super().__init__(house, look)
        if look.calm:
            self.telling.finish()

    # ---- what it is made of

    def build(self) -> Widget:
        """Return story, market, goals and levers."""
        words, level = self.house.words, self.level
        note = words.say("opening.facts", minutes=level.minutes, weeks=level.weeks, cash=level.start.cash_won)
        more = IconButton("opening.codex", words.say("codex.title"), "bookmark")
        head = Head("opening.head", words.pick(level.title), note, words.say("opening.back"), [more])
        self.market = Market("opening.people", words.say("opening.market"))
        self.market.show(gathering(words, level, gathered=self._is_gathered), animate=False)
        stage = Panel("opening.market", words.say("opening.market"), self.market, icon="globe",
                      note=words.say("opening.market-note", people=level.people))  # fmt: skip
        return Stage(head, self._story(words), stage, self._rules(words), self._foot(words))

    def _story(self, words: Words) -> Panel:
        self.telling = Telling(
            "opening.telling", words.say("opening.story"), words.pick(self.level.story).strip()
        )
        parts: list[Widget] = [self.telling]
        if self.level.predictions:
            parts += [
                Rule("opening.rule"),
                Label("opening.guess", words.say("opening.guess"), BODY_STRONG, icon="lightbulb"),
            ]
            parts += [
                Paragraph(f"opening.guess.{i}", words.pick(text), ROW)
                for i, text in enumerate(self.level.predictions)
            ]
        column = Column("opening.story.column", *parts, gap=10)
        return Panel(
            "opening.story", "", Scroll("opening.scroll", words.say("opening.story"), column), padding=20
        )

    def _rules(self, words: Words) -> Column:
        goals = Column(
            "opening.goals.column", *(AimRow(f"opening.aim.{aim.id}", aim) for aim in aims(words, self.level))
        )
        free = [lever for lever in LEVERS if lever not in self.level.start.locked]
        chips = Flow(
            "opening.chips",
            *(Chip(f"opening.lever.{name}", sentences.lever(words, name)) for name in free),
            gap=6,
        )
        return Column(
            "opening.rules",
            Panel("opening.goals", words.say("opening.goals"), goals, icon="target"),
            Panel("opening.levers", words.say("opening.levers"), chips, icon="sliders-horizontal"),
            gap=GUTTER,
        )

    def _foot(self, words: Words) -> Widget:
        self.world = TextField(
            "opening.world", words.say("opening.world"), str(self.seed), longest=10, icon="dices"
        )
        start = Button(self.first, words.say("opening.start"), Kind.PRIMARY, icon="play", cap="Enter")
        label = Label("opening.world.label", words.say("opening.world"), ROW_STRONG, ink="text2")
        row = Row("opening.way-in", label, self.world, start, parts=[None, fixed(130), flex()], gap=12)
        return Column("opening.foot", self._ease(words), row, gap=8)

    def _ease(self, words: Words) -> ListRow:
        """Return the row that says how it will be played, and lets that be chosen."""
        told = RowWords(words.say("assists.title"), assists_told.chosen(words, self.chosen))
        return ListRow("opening.ease", told, icon="shield-check", is_card=True)

    # ---- difficulty and assists

    def _vary(self) -> None:
        """Begin to read the level as it will be played."""
        library, name, ways_on = self.house.library, self.written.id, self.chosen.ways

        def read() -> Level | None:
            if not ways_on:
                return self.written
            plain = library.level(name) if library is not None else None
            is_known = plain is not None and plain.hash == self.written.hash
            return library.level(variant(name, ways_on)) if library is not None and is_known else None

        self.varying: Task[Level | None] = Task(read).start()
        self._is_varied = False

    def _varied(self) -> None:
        """Show the level as it will be played, once it is read; one that only exists as it is written is played so."""
        self._is_varied = True
        before = self.level, self.chosen
        self.level, self.chosen = self._how()
        if (self.level, self.chosen) != before:
            self.rebuild()

    def _ask_ease(self) -> None:
        words = self.house.words
        is_known = self.house.library is not None and self.house.library.level(self.written.id) is not None
        self.sheet = sheet_of(words, self.chosen, note=words.say("assists.note"), only_written=not is_known)
        self.open(self.sheet, self._eased, focus=DONE)

    def _eased(self, act: Act) -> Command | None:
        chosen = chosen_by(act, self.chosen)
        if chosen != self.chosen:
            self.chosen = chosen
            tell_changes(self.sheet.find(CHANGES), self.house.words, chosen)
            self.view.lay()
        if not closes(act, self.sheet):
            return None
        self.house.choose(self.chosen)
        self.close()
        self.rebuild()
        self._vary()
        return None

    # ---- time

    def update(self, dt_s: float) -> Command | None:
        """Tell on, and let the market gather."""
        self.shown_s += dt_s
        if not self._is_varied and self.varying.is_done and not self.has_dialog:
            self._varied()
        self.telling.advance(dt_s, calm=self.view.look.calm)
        if not self._is_gathered and self.shown_s >= GATHERS_S:
            self._is_gathered = True
            self.market.show(gathering(self.house.words, self.level, gathered=True))
        return super().update(dt_s)

    def rebuild(self, look: Look | None = None) -> None:
        """Build anew; what was told stays told."""
        was_done, typed = self.telling.is_done, self.world.text
        super().rebuild(look)
        if was_done:
            self.telling.finish()
        if typed != self.world.text:
            self.world.text, self.world.caret = typed, min(self.world.caret, len(typed))
            self.view.lay()

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Begin, or go back."""
        if act.who == "opening.world":
            if act.deed is not Deed.CHANGE:
                return self._begin()
            if self.world.keep_digits():  # worlds have numbers
                self.view.lay()
            return None
        if act.who == self.first:
            return self._begin()
        if act.who == "opening.codex":
            return ways.codex(self.house)
        if act.who == "opening.ease":
            self._ask_ease()
            return None
        if act.who == "opening.telling":
            self.telling.finish()
            return None
        return Back() if act.who == "opening.head.back" else None

    def _begin(self) -> Command:
        typed = int(self.world.text or self.seed)
        return ways.begin(self.house, self._how, min(typed, MOST_SEED))

    def _how(self) -> tuple[Level, Chosen]:
        """Return the level as it is to be played, waiting for it if need be, and what was chosen."""
        found = _found(self.varying)
        return (self.written, as_written(self.chosen)) if found is None else (found, self.chosen)


def _found(varying: Task[Level | None]) -> Level | None:
    """Return a level that was read, or None if it cannot be played so."""
    try:
        return varying.result()
    except LevelError:
        return None


def gathering(words: Words, level: Level, *, gathered: bool) -> Gathering:
    """Return the market before the first week: the rivals hold their shares, nobody knows the player yet."""
    shares = [rival.share for rival in level.rivals]
    firms = [FirmWords(words.pick(level.start.name), amounts.share(words, 0.0))]
    firms += [FirmWords(words.pick(rival.name), amounts.share(words, rival.share)) for rival in level.rivals]
    free = FirmWords(words.say("opening.undecided"), amounts.share(words, max(0.0, 1 - sum(shares))))
    return Gathering(people(level, shares if gathered else []), tuple(firms), undecided=free)


def people(level: Level, shares: list[float]) -> NDArray[np.int8]:
    """Return the service of each person shown, (N,): firms from 1 up by their shares, -1 none."""
    number = min(level.agents, MOST_DOTS)
    draw = np.arange(1, number + 1) * GOLDEN % 1.0
    service = np.full(number, -1, np.int8)
    edge = 0.0
    for firm, share in enumerate(shares, start=1):
        service[(draw >= edge) & (draw < edge + share)] = firm
        edge += share
    return service


class Stage(Ground):
    """The story at the left, the market and the rules at the right, the way in below the story."""

    light = (0.72, 0.3)

    def __init__(self, head: Head, story: Panel, market: Panel, rules: Column, foot: Widget) -> None:
        super().__init__("opening")
        self.head, self.story, self.market, self.rules, self.foot = head, story, market, rules, foot
        self.scroll = Scroll("opening.rules.scroll", market.label, rules, pad=0)
        self.add(head, story, foot, market, self.scroll)

    def place(self, look: Look, box: Box) -> None:
        """Share the window out."""
        self.box = box
        inner = box.inset(SIDE, 20)
        tall = self.head.height(look, inner.w)
        head, rest = inner.top(tall, 14)
        self.head.place(look, head)
        left, right = rest.left(rest.w * LEFT_SHARE, GUTTER)
        foot = self.foot.height(look, left.w)
        self.story.place(look, Box(left.x, left.y, left.w, left.h - foot - GUTTER))
        self.foot.place(look, Box(left.x, left.bottom - foot, left.w, foot))
        wanted = self.rules.height(look, right.w)
        stage = max(min(STAGE, right.h * 0.45), right.h - wanted - GUTTER)
        self.market.place(look, Box(right.x, right.y, right.w, stage))
        self.scroll.place(look, Box(right.x, right.y + stage + GUTTER, right.w, right.h - stage - GUTTER))
