"""Four small charts below the market: users, data, quality and cash, ours against the best rival."""

import numpy as np
import pygame

from game.content.words import Words
from game.ui.buttons import IconButton, Kind
from game.ui.charts import LineChart, Sentences, Series
from game.ui.groups import Grid, Panel
from game.ui.inputs import Key
from game.ui.readings import trends as reading
from game.ui.readings.trends import RANGES, Trend
from game.ui.scenes.desk_strips import Legend
from game.ui.segments import Option, Segments
from game.ui.trends import ChartCard
from game.world.level import Business
from game.world.report import MarketView

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
        self.cards = [self._card(trend) for trend in reading.trends(words, view, self.span, business)]
        legend = Legend("trends.legend", words.say("desk.trends.you"), words.say("desk.trends.rival"))
        super().__init__(
            "trends", words.say("desk.trends"), Grid("charts", *self.cards, across=2), icon="chart-line",
            side=[legend, self.report, self.views, self.choice],
        )  # fmt: skip
        self.show(view)

    def _card(self, trend: Trend) -> ChartCard:
        return ChartCard(f"trend.{trend.id}", trend.label, FromZero(f"chart.{trend.id}", trend.label, ()))

    def show(self, view: MarketView) -> None:
        """Show the weeks played, as far back as the range goes."""
        self.report.enabled = self.views.enabled = view.week > 0
        for card, trend in zip(
            self.cards, reading.trends(self.words, view, self.span, self.business), strict=True
        ):
            card.say(trend.figure, trend.change, trend.tone)
            card.chart.sentences = self._sentences(trend)
            card.chart.show(self._series(trend))

    def turn_to(self, span: str, view: MarketView) -> None:
        """Show another range of weeks."""
        self.span = span
        self.choice.set(span)
        self.show(view)

    def _series(self, trend: Trend) -> list[Series]:
        is_line = len(trend.values) > 1  # a single week is a dot, with nothing beside it
        mine = [Series(trend.values, 0, is_filled=is_line)]
        return mine if trend.rival is None or not is_line else [*mine, Series(trend.rival, 1, is_dashed=True)]

    def _sentences(self, trend: Trend) -> Sentences:
        return Sentences(
            whole=lambda _: reading.summary(self.words, trend),
            point=lambda index: reading.point(self.words, trend, index),
            ticks=trend.write,
        )
