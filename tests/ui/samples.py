"""Sample widgets with sample words in both languages, for the tests and for the gallery. No rule of the game is in here."""

import numpy as np

from game.ui.buttons import Button, Card, IconButton, Kind, Toggle
from game.ui.charts import LineChart, Sentences, Series
from game.ui.choices import Choice
from game.ui.dialogs import Answer, Dialog, Effect, Question
from game.ui.fields import TextField
from game.ui.groups import Column, Grid, Panel, Row
from game.ui.labels import Chip, Gap, Label, Meter, Paragraph, Rule
from game.ui.layout import Box, columns, fixed, flex, rows
from game.ui.market import Market
from game.ui.ring import Gauge, Link, Loop, Ring
from game.ui.rows import ListRow, RowWords
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Segments, Tabs
from game.ui.sliders import Preview, Slider
from game.ui.tips import Tip, TipRow
from game.ui.tokens import CAPTION, CAPTION_STRONG, ROW_STRONG, Tone
from game.ui.trends import ChartCard
from game.ui.widgets import Widget
from tests.ui.sample_people import gathering
from tests.ui.sample_words import WORDS


def decisions_panel(say):
    """A full decision panel: tabs, cards, sliders, a menu, the forecast strip and the big button."""
    tabs = Tabs(
        "tabs", say["decisions"], [Option(k, say[k]) for k in ("data", "model", "service", "team")], "data"
    )
    cards = [
        Card("open", say["open"], True, icon="layers", about=say["open.about"], cost=say["free"]),
        Card(
            "crawl",
            say["crawl"],
            False,
            icon="cloud-download",
            about=say["crawl.about"],
            cost=say["crawl.cost"],
        ),
        Card("own", say["own"], True, icon="smile", about=say["own.about"], cost=say["own.cost"]),
        Card("voucher", say["voucher"], False, icon="landmark", about=say["voucher.about"], cost=say["zero"]),
    ]
    cards[3].is_waiting = True
    cleaning = Slider("cleaning", say["cleaning"], range(21), 8, lambda v: say["per week"].format(int(v)))
    cleaning.set(12)
    cleaning.foretell(Preview(say["errors"], "18% → 11%", Tone.GOOD))
    staff = Slider("staff", say["annotators"], range(18), 6, lambda v: say["people"].format(int(v)))
    staff.foretell(Preview(say["rows"], "2.9k → 4.1k", Tone.GOOD))
    consent = Choice(
        "consent",
        say["consent"],
        [
            Option("in", say["opt-in"], "shield", say["opt-in.note"]),
            Option("out", say["opt-out"], "shield"),
            Option("none", say["no consent"], blocked=say["blocked"]),
        ],
        "in",
    )
    consent_row = Row(
        "consent.row", Label("consent.label", say["consent"], ROW_STRONG), consent, parts=[flex()], gap=12
    )
    levers = Column(
        "levers", Label("sources", say["sources"], CAPTION_STRONG, ink="text2"), Column("cards", *cards, gap=5, arrows=True),
        cleaning, staff, consent_row, gap=8,
    )  # fmt: skip
    effects = Row(
        "effects",
        *[
            Column(f"e{i}", Label(f"e{i}.what", say[w], CAPTION, ink="text2"), Label(f"e{i}.much", m, ROW_STRONG, ink=t),
                   gap=0)
            for i, (w, m, t) in enumerate((("cash", "−52M", "bad"), ("clean", "+4.1k", "good"),
                                           ("accuracy", "+0.6 ~ 1.4", "good")))
        ],
        parts=[flex()] * 3,
    )  # fmt: skip
    apply = Button("apply", say["apply"], Kind.PRIMARY, cap="Space")
    body = Column(
        "decisions.body", tabs, Scroll("scroll", say["decisions"], levers), Rule("rule"),
        Label("effects.title", say["effects"], CAPTION, ink="text2"), effects, apply, gap=7, flexible=["scroll"],
    )  # fmt: skip
    chip = Chip("changes", say["changes"], Tone.WARN)
    return Panel("decisions", say["decisions"], body, icon="sliders-horizontal", side=[chip])


def news_panel(say):
    """A panel with an offer, rows and a quiet button in its header."""
    offer = ListRow("offer", RowWords(say["offer"], say["expires"]), icon="banknote", tone=Tone.GOOD, lines=2)
    rows = [
        ListRow("n1", RowWords(say["n1"], say["n1n"]), icon="megaphone"),
        ListRow("n2", RowWords(say["n2"], say["n2n"]), icon="shield-alert", tone=Tone.BAD),
        ListRow("n3", RowWords(say["n1"], say["n1n"], side="−20%"), icon="trending-up"),
    ]
    body = Column("news.body", offer, *rows, Gap("news.gap"), gap=4, arrows=True)
    return Panel(
        "news", say["news"], body, icon="newspaper", side=[Button("all", say["all"], Kind.QUIET, small=True)]
    )


def controls_panel(say):
    """One of everything else."""
    tip = Tip(
        say["sum"],
        say["why"],
        (TipRow(say["wages"], "−31M", Tone.BAD), TipRow(say["income"], "+12M", Tone.GOOD)),
    )
    speeds = Row(
        "speeds",
        IconButton("pause", say["pause"], "pause"),
        IconButton("play", say["play"], "play"),
        IconButton("fast", say["fast"], "fast-forward"),
        gap=2,
        arrows=True,
    )
    speeds.children[0].is_on = True
    blocked = Button("blocked", say["review"], tip=Tip(say["blocked"]))
    blocked.enabled = False
    body = Column(
        "controls.body",
        Row("r1", speeds, Gap("g1"), Segments("range", say["trends"], [Option(k, say[k]) for k in ("26w", "1y", "ever")], "1y"),
            parts=[None, flex(), None]),
        Row("r2", Button("good", say["review"], Kind.GOOD, icon="handshake"), Button("bad", say["close"], Kind.BAD, icon="x"),
            blocked, Button("plain", say["play"], icon="play", tip=tip)),
        Row("r3", TextField("name", say["name"], "레마", hint=say["hint"], icon="search"),
            Choice("lens", say["colour"], [Option("c", say["company"]), Option("t", say["trust"])], "c", lead=say["colour"]),
            parts=[flex()]),
        Row("r4", Toggle("calm", say["calm"], True), Toggle("sound", say["sound"], False),
            Chip("state", say["stalled"], Tone.BAD, "pause"), gap=20),
        Meter("runway", say["runway"], 0.21, say["11w"], Tone.WARN),
        Paragraph("text", say["q.text"]),
        ListRow("level", RowWords(say["level"], say["of"], badge=say["changes"]), icon="map", tone=Tone.ACCENT, is_card=True),
        gap=10,
    )  # fmt: skip
    return Panel("controls", say["settings"], body, icon="settings", note=say["market.note"])


def event_dialog(say):
    """An event with three answers."""
    question = Question(say["q"], say["q.text"], say["kicker"], say["q.note"], "shield-alert", Tone.BAD)
    cash, trust, leave = say["cash"], say["trust"], say["leave"]
    answers = [
        Answer("a1", say["a1"], say["a1.about"],
               (Effect(cash, "−20M", Tone.BAD), Effect(trust, "+6", Tone.GOOD), Effect(leave, "3%", Tone.BAD))),
        Answer("a2", say["a2"], say["a2.about"],
               (Effect(cash, "−8M", Tone.BAD), Effect(trust, "−18 ~ 0", Tone.BAD), Effect(leave, "0 ~ 11%", Tone.WARN))),
        Answer("a3", say["a3"], say["a3.about"], (Effect(cash, "−45M", Tone.BAD), Effect(trust, "+3", Tone.GOOD))),
    ]  # fmt: skip
    return Dialog("event", question, answers)


class Desk(Column):
    """Three panels side by side, as wide as the canvas."""

    is_island = True

    def __init__(self, *panels):
        super().__init__("desk")
        self.row = Row("desk.row", *panels, parts=[fixed(320), flex(), fixed(308)], gap=12)
        self.add(self.row)

    def place(self, look, box):
        self.box = box
        self.row.place(look, box.inset(12))

    def paint(self, brush):
        brush.fill(self.box, brush.theme.bg0)


def desk(lang="en"):
    """A screen of controls."""
    say = WORDS[lang]
    return Desk(decisions_panel(say), controls_panel(say), news_panel(say))


def series():
    """Four pairs of curves: ours and a rival's."""
    luck = np.random.default_rng(11)
    u = np.linspace(0, 1, 104)
    users = 200 + 3200 / (1 + np.exp(-9 * (u - 0.72))) + luck.normal(0, 9, 104).cumsum()
    rows = luck.normal(0.25, 0.16, 104).clip(0).cumsum() + 12 * u**3
    accuracy = 38 + 24 * (1 - np.exp(-3 * u)) + luck.normal(0, 0.25, 104)
    cash = 900 - 640 * u + 220 * (u > 0.45) + luck.normal(0, 5, 104).cumsum()
    rivals = (2000 + 5800 * u**0.7, 30 + 60 * u, 52 + 22 * (1 - np.exp(-2 * u)), None)
    return [
        [Series(mine, is_filled=True)] + ([] if rival is None else [Series(rival, 1, is_dashed=True)])
        for mine, rival in zip((users, rows, accuracy, cash), rivals, strict=True)
    ]


def trends_panel(say):
    """Four small charts."""
    words = (("users", "3,412", "+5.7%", Tone.GOOD), ("clean", "48.2k", "+1.9%", Tone.GOOD),
             ("accuracy", "61.4%", "+0.3", Tone.GOOD), ("cash", "₩412M", "−8.4%", Tone.BAD))  # fmt: skip
    speak = Sentences(lambda f: f"{f.last:,.0f}, {f.change:+.0%}", lambda i: f"W{i}")
    cards = [
        ChartCard(
            f"card.{k}", say[k], LineChart(f"chart.{k}", say[k], curves, speak), figure=v, change=c, tone=t
        )
        for (k, v, c, t), curves in zip(words, series(), strict=True)
    ]
    ranges = Segments("range", say["trends"], [Option(k, say[k]) for k in ("26w", "1y", "ever")], "1y")
    return Panel("trends", say["trends"], Grid("charts", *cards), icon="chart-line", side=[ranges])


def loop(say, *, turning=False):
    """What the ring shows."""
    gauges = (Gauge(say["users.short"], 0.34, "34", Tone.WARN), Gauge(say["data"], 0.16, "16", Tone.BAD),
              Gauge(say["performance"], 0.61, "61", Tone.GOOD))  # fmt: skip
    tip = Tip(say["weakest"], say["why"])
    links = (Link("users to data", 0.4, tip=tip), Link("data to performance", 0.05, is_broken=not turning, tip=tip),
             Link("performance to users", 0.7, tip=tip))  # fmt: skip
    momentum = ("+0.5", Tone.GOOD) if turning else ("−0.4", Tone.BAD)
    return Loop(gauges, links, momentum[0], say["momentum"], momentum[1], 1)


def cycle_panel(say):
    """The ring and what it says."""
    note = Column(
        "why",
        Label("weakest", say["weakest"], ROW_STRONG),
        Paragraph("because", say["why"], CAPTION, leading=1.4),
        gap=2,
    )
    body = Column("cycle.body", Ring("ring", say["cycle"], loop(say)), note, gap=6, flexible=["ring"])
    return Panel(
        "cycle",
        say["cycle"],
        body,
        icon="refresh-cw",
        side=[Chip("state", say["stalled"], Tone.BAD, "pause")],
    )


def market_panel(say, count=20_000):
    """The crowd."""
    market = Market("crowd", say["market"])
    market.show(gathering(say, count))
    lens = Choice(
        "lens",
        say["colour"],
        [Option("c", say["company"]), Option("t", say["trust"])],
        "c",
        lead=say["colour"],
    )
    return Panel(
        "market", say["market"], market, icon="globe", note=say["market.note"], side=[lens], padding=8
    )


def small_rings(say):
    """The ring week by week."""
    rings = [Ring(f"ring{i}", say["cycle"], loop(say, turning=i < 3)) for i in range(5)]
    return Panel("rings", say["cycle"], Row("rings.row", *rings, parts=[flex()] * 5))


class WholeDesk(Widget):
    """The desk of the pictures, without its top bar."""

    def __init__(self, say, count=20_000):
        super().__init__("whole")
        self.add(
            decisions_panel(say),
            market_panel(say, count),
            trends_panel(say),
            cycle_panel(say),
            news_panel(say),
        )

    def place(self, look, box):
        self.box = box
        left, middle, right = columns(
            Box(box.x + 12, box.y + 72, box.w - 24, box.h - 84), [fixed(320), flex(), fixed(308)], 12
        )
        tall = min(352, middle.h * 0.56)
        boxes = [left, *rows(middle, [fixed(tall), flex()], 12), *rows(right, [fixed(tall), flex()], 12)]
        for child, place in zip(self.children, boxes, strict=True):
            child.place(look, place)

    def paint(self, brush):
        brush.fill(self.box, brush.theme.bg0)
