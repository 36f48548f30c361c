"""Four small charts below the market: users, data, quality and cash, ours against the best rival."""

import numpy as np
import pygame

from game.content.words import Words
from game.study.forecast import Fan
from game.ui.buttons import IconButton, Kind
from game.ui.charts import LineChart, Sentences, Series
from game.ui.groups import Column, Grid, Panel
from game.ui.inputs import Key
from game.ui.labels import Meter, Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.readings import amounts, fans
from game.ui.readings import trends as reading
from game.ui.readings.trends import RANGES, Trend
from game.ui.scenes.desk_strips import Legend
from game.ui.segments import Option, Segments
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, TITLE
from game.ui.trends import ChartCard
from game.world.level import Business
from game.world.report import MarketView, Outcome

LEAST_SPAN = 1e-6  # of the values: a chart of nothing but zeros has a height too


class FromZero(LineChart):
    """A chart that begins at zero, so that a small loss does not look like ruin."""

    def range(self) -> tuple[float, float]:
        """Return zero, or what lies below it, and the highest value with headroom."""
        low, high = super().range()
        known = [float(np.nanmin(one.values)) for one in self.series if np.isfinite(one.values).any()]
        lowest = min(known, default=0.0)
        return (low if lowest < 0 else 0.0), max(high, low + LEAST_SPAN)


class TrendsPanel(Panel):
    """The charts, which weeks they show, and the way to the monthly report."""

    def __init__(self, words: Words, view: MarketView, business: Business = Business.CONTENT) -> None:
        self.words, self.span, self.business = words, "year", business
        options = [Option(name, words.say(f"desk.trends.{name}")) for name in RANGES]
        self.choice = Segments("trends.range", words.say("desk.trends.range"), options, self.span)
        self.report = IconButton(
            "report", words.say("desk.report"), "clipboard-list", kind=Kind.QUIET, size=28
        )
        self.views = IconButton(
            "views", words.say("desk.views"), "eye", kind=Kind.QUIET, size=28, shortcut=Key(pygame.K_v)
        )
        self.forecast = IconButton(
            "forecast", words.say("desk.fan"), "route", kind=Kind.QUIET, size=28, shortcut=Key(pygame.K_f)
        )
        self.fan: Fan | None = None
        self.meter = Meter("fan.meter", words.say("desk.fan.seeking"), 0.0, "")
        self.ends = Paragraph("fan.told", "", CAPTION, leading=1.4)
        self.meter.visible = self.ends.visible = False
        self.cards = [self._card(trend) for trend in reading.trends(words, view, self.span, business)]
        self.legend = Legend("trends.legend", words.say("desk.trends.you"), words.say("desk.trends.rival"))
        super().__init__(
            "trends", words.say("desk.trends"),
            Column("trends.body", self.meter, self.ends, Grid("charts", *self.cards, across=2), flexible=["charts"]),
            icon="chart-line", side=[self.legend, self.report, self.views, self.forecast, self.choice],
        )  # fmt: skip
        self.show(view)

    def place(self, look: Look, box: Box) -> None:
        """Take a box; where the title line is too short for all, what the curves are is left to their own words."""
        title = look.type.width(self.label, TITLE) + 40
        every = [self.legend, self.report, self.views, self.forecast, self.choice]
        needed = title + sum(widget.width(look) + 8 for widget in every) + 2 * self.padding
        self.legend.visible = needed <= box.w
        self.side = every if self.legend.visible else every[1:]
        super().place(look, box)

    def _card(self, trend: Trend) -> ChartCard:
        card = ChartCard(f"trend.{trend.id}", trend.label, FromZero(f"chart.{trend.id}", trend.label, ()))
        is_clients = trend.id == "users" and self.business is Business.TECHNOLOGY
        card.about = "trend.clients" if is_clients else card.id
        card.tip = Tip(trend.label, self.words.say(f"desk.{card.about}.about"))
        return card

    def show(self, view: MarketView) -> None:
        """Show the weeks played, as far back as the range goes."""
        self.report.enabled = self.views.enabled = view.week > 0
        self.forecast.enabled = view.ending.outcome is Outcome.RUNNING
        for card, trend in zip(
            self.cards, reading.trends(self.words, view, self.span, self.business), strict=True
        ):
            card.say(trend.figure, trend.change, trend.tone)
            card.chart.sentences = self._sentences(trend)
            card.chart.show(self._series(trend))

    def show_fan(self, view: MarketView, fan: Fan | None, *, is_wanted: bool) -> None:
        """Draw a fan of futures beside the past, or none; one that is wanted and not there is being worked out."""
        self.fan, self.forecast.is_on = fan, is_wanted
        self.ends.label = "" if fan is None else fans.told(self.words, fan)
        self.ends.visible, self.meter.visible = fan is not None, is_wanted and fan is None
        self.meter.share, self.meter.amount = 0.0, ""
        self.show(view)
        self.touch()

    def show_progress(self, share: float) -> None:
        """Show how far a fan has come."""
        amount = amounts.share(self.words, share)
        if amount != self.meter.amount:
            self.meter.share, self.meter.amount = share, amount
            self.meter.touch()

    def turn_to(self, span: str, view: MarketView) -> None:
        """Show another range of weeks."""
        self.span = span
        self.choice.set(span)
        self.show(view)

    def _series(self, trend: Trend) -> list[Series]:
        is_line = len(trend.values) > 1  # a single week is a dot, with nothing beside it
        mine = [Series(trend.values, 0, is_filled=is_line), *self._futures(trend)]
        return mine if trend.rival is None or not is_line else [*mine, Series(trend.rival, 1, is_dashed=True)]

    def _futures(self, trend: Trend) -> list[Series]:
        """Return the fan of a trend: its middle, half of the worlds around it, and four in five."""
        found = None if self.fan is None else fans.ahead(trend, self.fan)
        if found is None:
            return []
        nothing = np.full(len(found.middle), np.nan)
        middle = Series(found.middle, 0, is_dashed=True, low=found.inner[0], high=found.inner[1])
        return [middle, Series(nothing, 0, low=found.outer[0], high=found.outer[1])]

    def _point(self, trend: Trend, index: int) -> str:
        fan = self.fan
        if fan is not None and index >= len(trend.values) and trend.id in fan.curves:
            return fans.point(self.words, trend, fan, index)
        return reading.point(self.words, trend, index)

    def _sentences(self, trend: Trend) -> Sentences:
        return Sentences(
            whole=lambda _: reading.summary(self.words, trend),
            point=lambda index: self._point(trend, index),
            ticks=trend.write,
        )
