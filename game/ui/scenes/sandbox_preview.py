"""What a market that is being set up looks like before its first week: its people and its rivals, where there is room for it."""

from dataclasses import replace

from game.content.sandbox import Sandbox
from game.content.sandbox_told import people
from game.content.sandbox_written import share_of
from game.content.words import Words
from game.ui.groups import Panel
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.market import Market
from game.ui.scenes.opening import gathering
from game.ui.scrolling import Scroll
from game.ui.segments import Segments
from game.ui.widgets import Widget
from game.world.level import Level, Rival, Strategy, Text

LEAST, GAP = 190.0, 10.0  # logical px: the least height of the picture at 100 % text, and between two things
FEW, MORE = 4, 30.0  # firms whose names have room in that; logical px at 100 % text for each one more


def preview(words: Words) -> Panel:
    """Return the picture, with nothing in it yet."""
    label = words.say("sandbox.preview")
    return Panel("sandbox.preview", label, Quiet("sandbox.people", label), icon="globe", padding=8)


def show(panel: Panel, words: Words, wanted: Sandbox, parent: Level) -> None:
    """Show the market as it is set up now."""
    level = replace(parent, rivals=tuple(rivals(words, wanted, parent)), agents=wanted.agents)
    picture = panel.body
    assert isinstance(picture, Market)
    picture.show(gathering(words, level, gathered=True), animate=False)
    number = sum(wanted.rivals)
    key = "sandbox.preview-note" if number else "sandbox.preview-alone"
    panel.note = words.say(key, people=people(parent, wanted), n=number)
    panel.touch()


def rivals(words: Words, wanted: Sandbox, parent: Level) -> list[Rival]:
    """Return the rivals there would be: the sandbox's own first, then as many more of each kind as are wanted."""
    found: list[Rival] = []
    for strategy in Strategy:
        there = [rival for rival in parent.rivals if rival.strategy is strategy]
        found += there[: wanted.of(strategy)]
        for place in range(len(there) + 1, wanted.of(strategy) + 1):
            name = words.say(f"sandbox.rival.{strategy.value}.{place}")
            found.append(Rival(f"{strategy.value}-{place}", Text(name, name), strategy, share_of(strategy)))
    return found


class Quiet(Market):
    """A market nobody can be asked in yet."""

    focusable = False


class Seen(Widget):
    """What is read of the market, chosen above it, and below it the picture, if what is read leaves room for it."""

    is_island = False

    def __init__(self, name: str, tabs: Segments, paper: Scroll, picture: Panel) -> None:
        super().__init__(name)
        self.tabs, self.paper, self.picture = tabs, paper, picture
        self.add(tabs, paper, picture)

    def place(self, look: Look, box: Box) -> None:
        """Give what is read the room it needs, and the picture the rest if it is enough."""
        self.box = box
        head, rest = box.top(self.tabs.height(look, box.w), GAP)
        self.tabs.place(look, head)
        wanted = self.paper.height(look, rest.w)
        left = rest.h - wanted - GAP
        self.picture.visible = left >= self._least(look)
        if not self.picture.visible:
            self.paper.place(look, rest)
            return
        above, below = rest.top(wanted, GAP)
        self.paper.place(look, above)
        self.picture.place(look, below)

    def _least(self, look: Look) -> float:
        picture = self.picture.body
        firms = len(picture.gathering.firms) if isinstance(picture, Market) and picture.gathering else 0
        return LEAST * float(look.text_size**0.5) + MORE * look.text_size * max(0, firms - FEW)
