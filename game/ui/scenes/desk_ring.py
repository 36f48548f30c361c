"""The loop's panel: the ring always whole, whether it turns, and the weakest link in one plain sentence."""

from game.content.words import Words
from game.ui.groups import Column, Panel
from game.ui.labels import Chip
from game.ui.readings.loop import LoopWords, loop
from game.ui.ring import Gauge, Link, Loop, Ring
from game.ui.scenes.desk_strips import Note
from game.ui.tips import Tip
from game.world.level import Business
from game.world.report import MarketView


class RingPanel(Panel):
    """Ring, state and sentence."""

    def __init__(self, words: Words, view: MarketView, business: Business = Business.CONTENT) -> None:
        self.words, self.business = words, business
        told = self._told(view)
        self.ring = Ring("ring", words.say("desk.ring.picture"), self._loop(told))
        self.why = Note("ring.why", told.title, told.why, told.tone)
        self.state = Chip("ring.state", told.state, told.tone, told.state_icon)
        body = Column("ring.body", self.ring, self.why, gap=8, flexible=["ring"])
        super().__init__("loop", words.say("desk.ring"), body, icon="refresh-cw", side=[self.state])

    def show(self, view: MarketView) -> bool:
        """Show the ring as measured after a week; return whether something needs another size."""
        told = self._told(view)
        self.ring.show(self._loop(told))
        is_other = self.why.say(told.title, told.why, told.tone) or told.state != self.state.label
        self.state.label, self.state.tone, self.state.icon = told.state, told.tone, told.state_icon
        self.state.touch()
        return is_other

    def _told(self, view: MarketView) -> LoopWords:
        return loop(self.words, view.report, self.business)

    def _loop(self, told: LoopWords) -> Loop:
        first, second, third = (Gauge(n.name, n.share, n.figure, n.tone) for n in told.nodes)
        one, two, three = (
            Link(p.label, p.strength, p.is_broken, Tip(p.label, p.about)) for p in told.passages
        )
        return Loop(
            (first, second, third), (one, two, three), told.momentum, self.words.say("desk.ring.momentum"), told.tone,
            told.weakest,
        )  # fmt: skip
