"""At the end, and in the monthly report: what was drawn beside what came, one chart a drawing, and how far it missed."""

from collections.abc import Sequence

import numpy as np

from game.content.words import Words
from game.study import sketches_told
from game.study.sketches import Scored
from game.ui.charts import Sentences, Series
from game.ui.flows import Blocks
from game.ui.groups import Column, Panel
from game.ui.labels import Paragraph
from game.ui.look import Look
from game.ui.readings import month
from game.ui.sketchpad import AxisChart
from game.ui.tokens import CAPTION
from game.ui.trends import ChartCard
from game.ui.widgets import Widget
from game.world.level import Level

HIGH = 120.0  # logical px of a chart
YOU, CAME = 1, 0  # whose hue: what was drawn is broken and in a rival's, what came in our own


def section(words: Words, level: Level, found: Sequence[Scored]) -> Panel | None:
    """Return a panel of every drawing of which something has come; None if there is none."""
    cards = [card(words, level, one, number) for number, one in enumerate(found) if one.came]
    if not cards:
        return None
    note = words.say("predict.section-note")
    return Panel(
        "end.sketches",
        words.say("predict.section"),
        Blocks("end.sketches.cards", *cards),
        icon="pen-tool",
        note=note,
    )


def monthly(words: Words, level: Level, found: Sequence[Scored], week: int) -> list[Widget]:
    """Return the drawings that the last month had something to say about, for the monthly report."""
    first = week - month.WEEKS
    last = [one for one in found if one.came and one.drawing.week + len(one.came) > first]
    return [card(words, level, one, number) for number, one in enumerate(last)]


def card(words: Words, level: Level, one: Scored, number: int = 0) -> Widget:
    """Return one drawing with its chart and its verdict."""
    drawing, name = one.drawing, f"sketch.{number}"
    what = sketches_told.name(words, drawing.value)
    title = words.say("predict.monthly", week=drawing.week)

    def amount(figure: float) -> str:
        return sketches_told.amount(words, drawing.value, figure)

    def point(index: int) -> str:
        week = drawing.week + index + 1
        if index >= len(one.came):
            return words.say("predict.past", week=week, came="–")
        low, middle, high, came = (
            amount(curve[index]) for curve in (drawing.low, drawing.middle, drawing.high, one.came)
        )
        return words.say("predict.row", week=week, low=low, middle=middle, high=high, came=came).strip()

    drawn, low, high = (np.array(curve) for curve in (drawing.middle, drawing.low, drawing.high))
    came = np.array([*one.came, *[np.nan] * (len(drawn) - len(one.came))])
    series = [Series(came, CAME), Series(drawn, YOU, is_dashed=True, low=low, high=high)]
    verdict = sketches_told.verdict(words, one)
    chart = HighChart(
        f"{name}.chart", what, series, Sentences(lambda _: verdict, point, amount), has_axis=True
    )
    question = words.pick(sketches_told.question(level, drawing.id))
    parts: list[Widget] = [ChartCard(f"{name}.card", title, chart, figure=what)]
    parts += [Paragraph(f"{name}.question", question, CAPTION)] if question else []
    parts.append(Paragraph(f"{name}.verdict", verdict, CAPTION, ink="text"))
    return Column(f"{name}.column", *parts, gap=6)


class HighChart(AxisChart):
    """A chart with room for two curves and a band."""

    def height(self, look: Look, width: float) -> float:
        """Return a height at which the curves can be told apart."""
        return HIGH * float(max(1.0, look.text_size**0.5))
