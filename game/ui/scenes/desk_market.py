"""The main picture: the people of the market, coloured through a lens; over them what the colours mean, and one person's card."""

import numpy as np
import pygame
from numpy.typing import NDArray

from game.content.words import Words
from game.study.person import Story
from game.ui.brush import Brush
from game.ui.buttons import IconButton
from game.ui.choices import Choice
from game.ui.gatherings import FirmWords, Gathering
from game.ui.groups import Panel
from game.ui.inputs import Key
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.market import Market
from game.ui.readings import amounts
from game.ui.readings import crowd as reading
from game.ui.readings.crowd import LENSES, Thought
from game.ui.scenes.desk_colours import Colours
from game.ui.scenes.desk_person import PersonCard
from game.ui.segments import Option
from game.ui.streams import Stream
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, CAPTION_STRONG
from game.ui.widgets import Role, Widget
from game.world.report import MarketView

INSET = 10.0  # logical px from the stage's edge
SMALL = 0.1  # a share below this is told with one digit behind the point


class Thoughts(Widget):
    """What users think who are not quite content: a bubble for each of the commonest thoughts, with how many think it."""

    role = Role.LABEL
    is_live = True  # it lies over the crowd

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(name, words.say("desk.thoughts"))
        self.words = words
        self.thoughts: tuple[Thought, ...] = ()
        self.visible = False

    @property
    def value(self) -> str:
        """Return each thought and how many have it."""
        return ", ".join(f"{thought.text} {self._number(thought)}" for thought in self.thoughts)

    def show(self, thoughts: tuple[Thought, ...]) -> None:
        """Show other thoughts, or none."""
        self.thoughts = thoughts
        self.touch()

    def _number(self, thought: Thought) -> str:
        return amounts.people(self.words, thought.people)

    def _wide(self, look: Look, thought: Thought) -> float:
        texts = look.type.width(thought.text, CAPTION), look.type.width(self._number(thought), CAPTION_STRONG)
        return 22 + texts[0] + 8 + texts[1] + 12

    def size(self, look: Look) -> tuple[float, float]:
        """Return the width and height of the bubbles below each other."""
        wide = max((self._wide(look, thought) for thought in self.thoughts), default=0.0)
        return wide, len(self.thoughts) * (look.type.pitch(CAPTION, 1.7) + 4)

    def paint(self, brush: Brush) -> None:
        """Draw the bubbles, each with a sign, the thought and the number."""
        theme, look = brush.theme, brush.look
        tall = look.type.pitch(CAPTION, 1.7)
        for place, thought in enumerate(self.thoughts):
            wide = self._wide(look, thought)
            bubble = Box(self.box.right - wide, self.box.y + place * (tall + 4), wide, tall)
            brush.box(bubble, tall / 2, theme.bg1, border=theme.warn, alpha=238)
            brush.icon("message-circle", bubble.x + 14, bubble.cy, 12, theme.warn)
            x = bubble.x + 24
            x += brush.text(x, bubble.cy, thought.text, CAPTION, theme.text) + 8
            brush.text(x, bubble.cy, self._number(thought), CAPTION_STRONG, theme.warn)


class Stage(Widget):
    """The crowd, and over it the meaning of its colours, what users think, and a person's card."""

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(name)
        self.market = Market("people", words.say("desk.market.stage"))
        self.colours = Colours("colours", words.say("desk.lens.name"), words)
        self.thoughts = Thoughts("thoughts", words)
        self.person = PersonCard("person", words)
        self.add(self.market, self.colours, self.thoughts, self.person)

    def height(self, look: Look, width: float) -> float:
        """Return the least height of a market."""
        return 160.0

    def place(self, look: Look, box: Box) -> None:
        """Give the crowd everything, and the others their corners."""
        self.box = box
        self.market.place(look, box)
        inner = box.inset(INSET)
        self.colours.visible = bool(self.colours.kinds) and not self.person.visible
        wide, high = self.colours.size(look, inner.w)
        self.colours.place(look, Box(inner.x, inner.y, wide, high))
        wide = min(self.person.wide(look), inner.w)
        high = min(self.person.height(look, wide), inner.h)
        self.person.place(look, Box(inner.right - wide, inner.y, wide, high))
        self._place_thoughts(look, inner)
        shown = (self.colours, self.thoughts)
        self.market.reserved = tuple(widget.box for widget in shown if widget.visible)

    def _place_thoughts(self, look: Look, inner: Box) -> None:
        """Put the bubbles at the bottom right, where there is room and nobody's card."""
        wide, high = self.thoughts.size(look)
        has_room = wide <= inner.w * 0.6 and high <= inner.h * 0.4
        self.thoughts.visible = bool(self.thoughts.thoughts) and has_room and not self.person.visible
        self.thoughts.place(look, Box(inner.right - wide, inner.bottom - high, wide, high))


class MarketPanel(Panel):
    """Title, how many people a dot stands for, the lens, and the stage."""

    def __init__(self, words: Words, lens: str = LENSES[0]) -> None:
        self.words, self.lens = words, lens
        self.stage = Stage("stage", words)
        options = [Option(name, words.say(f"desk.lens.{name}")) for name in LENSES]
        self.choice = Choice("lens", words.say("desk.lens.name"), options, lens, lead=words.say("desk.lens"))
        self.why = IconButton(
            "why", words.say("desk.why"), "message-circle-question", size=28, shortcut=Key(pygame.K_w)
        )
        self.what_if = IconButton(
            "whatif", words.say("desk.whatif"), "git-fork", size=28, shortcut=Key(pygame.K_i)
        )
        super().__init__(
            "market",
            words.say("desk.market"),
            self.stage,
            icon="globe",
            side=[self.choice, self.why, self.what_if],
            padding=8,
        )
        self.market = self.stage.market
        self.market.whose = self._whose
        self.view: MarketView | None = None
        self._look: Look | None = None
        self._story: Story | None = None

    def show(self, view: MarketView, *, animate: bool = True) -> None:
        """Show the market after a week."""
        self.view = view
        words = self.words
        names = reading.firm_names(words, view)
        firms = tuple(
            FirmWords(n if f.is_open or f.users > 0 or i == 0 else "", self._share(f.share))
            for i, (n, f) in enumerate(zip(names, view.firms, strict=True))
        )
        nobody = FirmWords(words.say("desk.undecided"), amounts.share(words, reading.undecided_share(view)))
        gathering = Gathering(view.service, firms, view.flows, nobody, self._count)
        self.market.show(gathering, animate=animate)
        self.stage.thoughts.show(reading.thoughts(words, view))
        self._note()
        if self.stage.person.visible and self._row is not None:
            self.show_person(self._row, None)

    def _share(self, share: float) -> str:
        return amounts.share(self.words, share, 1 if 0 < share < SMALL else 0)

    def _count(self, stream: Stream) -> str:
        return reading.stream_count(self.words, stream.target, stream.people)

    def place(self, look: Look, box: Box) -> None:
        """Place the stage; after another size or theme also colour it anew, for both change what the colours stand on."""
        is_same = look is self._look and box == self.box
        super().place(look, box)
        self._look = look
        if not is_same:
            self._note()

    def _note(self) -> None:
        """Say how many people a dot is, and colour them, for both depend on the stage and on the week."""
        if self.view is not None and self._look is not None:
            per_dot = self.market.crowd.agents_per_dot if self.market.crowd else 1
            self.note = reading.note(self.words, self.view, per_dot)
            self.look_through(self.lens)

    def _arrange(self) -> None:
        """Give the colours' meaning and the card their corners anew."""
        if self._look is not None:
            self.stage.place(self._look, self.stage.box)

    def look_through(self, lens: str) -> None:
        """Colour people by another lens."""
        self.lens = lens
        self.choice.set(lens)
        if self.view is None or self._look is None:
            return
        found = reading.lens(self.words, self.view, lens, self._look.theme)
        self.market.colour(found.of, tuple(kind.hue for kind in found.kinds))
        self.stage.colours.show(found.kinds)
        self._arrange()

    # ---- people

    _row: int | None = None

    def keep_quiet(self) -> None:
        """Offer no questions: there is no game to ask about."""
        self.why.visible = self.what_if.visible = self.stage.person.why.visible = False

    @property
    def row(self) -> int | None:
        """Return the row of the person whose card is open."""
        return self._row

    def _whose(self, row: int) -> Tip | None:
        if self.view is None or self.stage.person.visible:
            return None
        return Tip(*reading.hover(self.words, self.view, row))

    def show_person(self, row: int, story: Story | None) -> None:
        """Show a person's card; a story of somebody else is passed over."""
        if self.view is None or (story is not None and story.row != self._row):
            return
        self._row = row
        self.stage.person.show(reading.card(self.words, self.view, row, story))
        self.light(np.array([row]))
        self._arrange()

    def close_person(self) -> None:
        """Put the card away."""
        self._row = None
        self.stage.person.show(None)
        self.light(None)
        self._arrange()

    def light(self, people: NDArray[np.intp] | None) -> None:
        """Dim everybody else."""
        self.market.light(people)
