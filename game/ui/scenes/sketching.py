"""Before a decision that matters, a level may ask to draw the weeks to come; it is kept, scored later, and binds nobody."""

from collections.abc import Callable

from game.content.words import Words
from game.study import sketches, sketches_told
from game.study.sketches import Drawing
from game.ui.buttons import Button, Kind
from game.ui.charts import Sentences
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Paragraph
from game.ui.look import Look
from game.ui.scene import Back, Command, Scene
from game.ui.scenes.veil import Over
from game.ui.sheets import Heading, Sheet
from game.ui.sketchpad import Sketchpad
from game.ui.sliders import Slider
from game.ui.tokens import BODY, CAPTION
from game.ui.widgets import Act, Deed
from game.world.level import Sketch
from game.world.report import MarketView
from game.world.sketched import SKETCHED

WIDTH = 860.0  # logical px
SPREADS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0)
Kept = Callable[[dict[str, object]], None]


class Sketching(Over):
    """The sheet. `keep` takes what was drawn, or that nothing was, as a journal writes it."""

    first = "sketch.pad"

    def __init__(
        self, house: House, look: Look, below: Scene, sketch: Sketch, view: MarketView, keep: Kept
    ) -> None:
        self.sketch, self.market, self.keep = sketch, view, keep
        self.weeks = min(sketch.weeks, view.weeks - view.week)
        self.pad: Sketchpad | None = None
        super().__init__(house, look, below)

    def sheet(self) -> Sheet:
        """Return the question, the pad, how sure one is, and the two ways on."""
        words, sketch = self.house.words, self.sketch
        what = sketches_told.name(words, sketch.value)
        self.pad = self._pad(words, what)
        self.width = Slider("sketch.width", words.say("predict.width"), SPREADS, self.pad.spread,
                            lambda share: words.say("predict.width-says", n=share))  # fmt: skip
        self.width.has_preview = False
        body = Column(
            "sketch.column",
            Paragraph("sketch.question", words.pick(sketch.text), BODY, ink="text"),
            self.pad,
            self.width,
            Paragraph("sketch.about", words.say("predict.about"), CAPTION),
            gap=10,
        )
        kicker = words.say("predict.kicker", weeks=self.weeks, what=what)
        heading = Heading(words.say("predict.heading"), kicker=kicker, icon="pen-tool")
        skip = Button("sketch.skip", words.say("predict.skip"))
        submit = Button("sketch.submit", words.say("predict.submit"), Kind.PRIMARY, icon="check")
        return Sheet("sketch", heading, body, [skip, submit], width=WIDTH)

    def _pad(self, words: Words, what: str) -> Sketchpad:
        value, before = self.sketch.value, self.pad
        past = [SKETCHED[value](report) for report in self.market.history]
        floor, ceiling = sketches.bounds(value)
        pad = Sketchpad(
            "sketch.pad", words.say("predict.chart", what=what), past or [SKETCHED[value](self.market.report)], self.weeks,
            lambda figure: sketches_told.amount(words, value, figure), ceiling=ceiling, floor=floor,
        )  # fmt: skip
        pad.speaks = Sentences(point=lambda week: self._point(words, pad, week))
        if before is not None:  # in another language
            pad.middle, pad.spread = list(before.middle), before.spread
            pad.widen(before.spread)
        return pad

    def _point(self, words: Words, pad: Sketchpad, week: int) -> str:
        value, last = self.sketch.value, self.market.week
        if week < 0:
            came = sketches_told.amount(words, value, pad.past[week])
            return words.say("predict.past", week=max(0, last + week + 1), came=came)
        low, high = pad.band
        figures = (low[week], pad.middle[week], high[week])
        first, second, third = (sketches_told.amount(words, value, figure) for figure in figures)
        return words.say("predict.point", week=last + week + 1, low=first, middle=second, high=third)

    def act(self, act: Act) -> Command | None:
        """Widen the band, or keep the drawing and go back."""
        assert self.pad is not None
        if act.who == "sketch.width" and act.deed is Deed.CHANGE:
            self.pad.widen(self.width.number)
        elif act.who == "sketch.submit":
            self.keep(sketches.said(self._drawing(self.pad)))
            return Back()
        elif act.who == "sketch.skip":
            self.keep(sketches.declined(self.sketch))
            return Back()
        return None

    def _drawing(self, pad: Sketchpad) -> Drawing:
        low, high = pad.band
        return Drawing(
            self.sketch.id, self.sketch.value, self.market.week, tuple(low), tuple(pad.middle), tuple(high)
        )
