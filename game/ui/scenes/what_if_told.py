"""Both futures told: where they part and end, what became impossible, curves, crowd, figures, reasons, other worlds."""

from game.content.words import Words
from game.study import wording
from game.study.compared import Compared
from game.study.whatif import Elsewhere
from game.ui.buttons import Button
from game.ui.charts import LineChart, Sentences, Series
from game.ui.forks import Branch, Fork, Named, Tiles
from game.ui.gatherings import FirmWords, Gathering
from game.ui.groups import Column, Grid, Panel
from game.ui.labels import Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.market import Market
from game.ui.readings import amounts, crowd, futures
from game.ui.readings.futures import Overlay
from game.ui.rows import ListRow, RowWords
from game.ui.scenes.desk_colours import Colours
from game.ui.scenes.desk_market import SMALL
from game.ui.scenes.desk_strips import Sum
from game.ui.scenes.halves import Halves
from game.ui.scenes.waiting import Waiting
from game.ui.tokens import CAPTION, ROW, Theme
from game.ui.trends import ChartCard
from game.ui.widgets import Widget

ACTUAL, CHANGED, PAST = 1, 0, -1  # the hues of the curves: as it was, changed, and what both share
CROWD = 230.0  # logical px of the crowd's height
ASK, STOP, OTHERS = "whatif.turned.", "whatif.trying.stop", "whatif.others.go"


def told(words: Words, both: Compared, theme: Theme) -> list[Widget]:
    """Return the panels that tell both futures."""
    parts: list[Widget] = [_fork(words, both)]
    parts.append(Grid("whatif.charts", *(_chart(words, one, both) for one in futures.overlays(words, both)), across=2,
                      gap=10))  # fmt: skip
    table = Panel(
        "whatif.figures",
        words.say("asking.figures", week=both.week),
        Sum(
            "whatif.figures.lines", words.say("asking.figures", week=both.week), futures.figures(words, both)
        ),
        icon="scale",
    )
    parts.append(Halves("whatif.middle", _crowd(words, both, theme), table, left_share=0.58, wide=760.0))
    parts.append(_why(words, both))
    return parts


def _fork(words: Words, both: Compared) -> Panel:
    found = both.found
    ends = [futures.ended(words, recording) for recording in (found.actual, found.changed)]
    branches = [
        Branch(r.weeks, tone) for r, (_, tone) in zip((found.actual, found.changed), ends, strict=True)
    ]
    week = words.say("asking.week", week=found.week)
    rows: list[Widget] = [
        Fork("whatif.fork", words.say("asking.fork"), found.week, (branches[0], branches[1]), week),
        Named("whatif.actual", words.say("whatif.actual", end=ends[0][0]), ACTUAL),
        Named("whatif.changed", words.say("asking.changed", end=ends[1][0]), CHANGED),
        Paragraph("whatif.same", words.say("whatif.same-world"), CAPTION),
    ]
    skipped = [wording.skipped(words, found.actual.level, skip) for skip in found.skipped]
    if skipped:
        rows.append(Paragraph("whatif.skipped", words.say("asking.skipped", n=len(skipped)), ROW, ink="warn"))
    rows += [Paragraph(f"whatif.skipped.{i}", text, CAPTION) for i, text in enumerate(skipped)]
    return Panel(
        "whatif.ends", words.say("asking.fork"), Column("whatif.ends.column", *rows, gap=6), icon="git-fork"
    )


def _chart(words: Words, overlay: Overlay, both: Compared) -> ChartCard:
    series = [
        Series(overlay.changed, CHANGED, is_filled=True),
        Series(overlay.actual, ACTUAL, is_dashed=True),
        Series(overlay.past, PAST),
    ]
    told = Sentences(
        whole=lambda _: words.say("asking.whole", what=overlay.label, week=both.week, figure=overlay.figure),
        point=lambda index: futures.point(words, overlay, index),
        ticks=overlay.write,
    )
    chart = LineChart(f"whatif.chart.{overlay.id}", overlay.label, series, told)
    chart.mark = both.found.week - 1
    return ChartCard(f"whatif.card.{overlay.id}", overlay.label, chart, figure=overlay.figure)


class Crowd(Widget):
    """Everybody in the changed future, coloured by how they differ, with the meaning of the colours below."""

    is_island = False

    def __init__(self, words: Words, both: Compared, theme: Theme) -> None:
        super().__init__("whatif.crowd.box")
        kinds = futures.fates(words, both, theme)
        names = crowd.firm_names(words, both.view)
        firms = tuple(
            FirmWords(name, amounts.share(words, firm.share, 1 if 0 < firm.share < SMALL else 0))
            for name, firm in zip(names, both.view.firms, strict=True)
        )
        nobody = FirmWords(
            words.say("desk.undecided"), amounts.share(words, crowd.undecided_share(both.view))
        )
        self.market = Market("whatif.people", words.say("asking.crowd"))
        self.market.show(Gathering(both.view.service, firms, None, nobody), animate=False)
        self.market.colour(both.crowd.fates.astype(int), tuple(kind.hue for kind in kinds))
        self.colours = Colours("whatif.colours", words.say("asking.crowd"), words)
        self.colours.show(kinds)
        self.add(self.market, self.colours)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the crowd and the words below."""
        return CROWD + 6 + self.colours.size(look, width)[1]

    def place(self, look: Look, box: Box) -> None:
        """Put the words below the crowd."""
        self.box = box
        wide, high = self.colours.size(look, box.w)
        self.market.place(look, box._replace(h=box.h - high - 6))
        self.colours.place(look, Box(box.x, box.bottom - high, wide, high))


def _crowd(words: Words, both: Compared, theme: Theme) -> Panel:
    return Panel("whatif.crowd", words.say("asking.crowd"), Crowd(words, both, theme), icon="users-round",
                 note=words.say("asking.week", week=both.week))  # fmt: skip


def _why(words: Words, both: Compared) -> Panel:
    rows: list[Widget] = [
        Paragraph(f"whatif.reason.{i}", text, ROW) for i, text in enumerate(futures.reasons(words, both))
    ]
    for i, one in enumerate(both.turned):
        who, did = futures.turned(words, both, one)
        row = ListRow(f"{ASK}{i}", RowWords(f"{who}: {did}"), icon="user-round", lines=3)
        rows.append(row)
    if not both.turned:
        rows.append(Paragraph("whatif.nobody", words.say("whatif.nothing"), ROW))
    return Panel("whatif.why", words.say("asking.otherwise"), Column("whatif.why.column", *rows, gap=6),
                 icon="lightbulb")  # fmt: skip


def others(words: Words, found: tuple[Elsewhere, ...], waiting: Waiting | None) -> Panel:
    """Return the panel about other worlds: a button, a bar while they are tried, or what came of it."""
    rows: list[Widget] = [Paragraph("whatif.others.about", words.say("asking.others-about"), CAPTION)]
    if waiting is not None:
        rows.append(waiting)
    elif found:
        said, signs = futures.elsewhere(words, found)
        rows += [
            Tiles("whatif.tiles", words.say("asking.others"), signs),
            Paragraph("whatif.others.said", said, ROW),
        ]
    else:
        rows.append(Button(OTHERS, words.say("asking.others-go"), icon="globe"))
    return Panel("whatif.others", words.say("asking.others"), Column("whatif.others.column", *rows, gap=8),
                 icon="globe")  # fmt: skip
