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
from game.ui.market import FirmWords, Gathering, Market
from game.ui.ring import Gauge, Link, Loop, Ring
from game.ui.rows import ListRow, RowWords
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Segments, Tabs
from game.ui.sliders import Preview, Slider
from game.ui.tips import Tip, TipRow
from game.ui.tokens import CAPTION, CAPTION_STRONG, ROW_STRONG, Tone
from game.ui.trends import ChartCard
from game.ui.widgets import Widget

WORDS = {
    "en": {
        "decisions": "Decisions", "changes": "3 changes", "data": "Data", "model": "Model", "service": "Service",
        "team": "Team", "sources": "Data sources", "open": "Open datasets", "open.about": "Clean, small, off-target",
        "free": "free", "crawl": "Web collector", "crawl.about": "Huge, dirty, costly to clean", "crawl.cost": "₩14M",
        "own": "Our own service", "own.about": "Grows with users", "own.cost": "₩3M", "voucher": "Government voucher",
        "voucher.about": "Apply · decision in 4 wks", "zero": "₩0", "cleaning": "Cleaning budget", "per week": "₩{}M / wk",
        "errors": "Label errors", "people": "{} people", "annotators": "Annotators", "rows": "Clean rows / wk",
        "consent": "Consent", "opt-in": "Opt-in", "opt-out": "Opt-out", "no consent": "Take everything",
        "opt-in.note": "Fewer rows, no scandal", "blocked": "Needs a lawyer on the team",
        "apply": "Apply and run week 38", "effects": "Next week, if you apply this", "news": "News",
        "all": "All news", "offer": "Hanbit Ventures offers ₩600M for 18%", "expires": "Expires in 2 weeks",
        "review": "Review", "n1": "Lensly cuts price by 20%", "n1n": "Wk 36 · rival",
        "n2": "Photo-app leak: 61% now refuse tracking", "n2n": "Wk 36 · privacy", "name": "Company name",
        "hint": "Write a name", "settings": "Settings", "calm": "Reduced motion", "sound": "Sound effects",
        "kicker": "Event · week 37", "q": "Location records have leaked from a partner's server",
        "q.text": "The location records of 1,240 people we collected were found open to anyone in a partner's storage. "
        "A reporter says the story runs tomorrow morning. How do we answer?",
        "q.note": "Time has stopped. Choose with the number keys, or with ↑↓ and Enter. Forecasts can be wrong.",
        "a1": "Publish first and tell everyone", "a1.about": "Trust heals fast, but some people leave this week.",
        "a2": "Close it quietly and change the partner", "a2.about": "If the story runs, trust falls hard. (likely)",
        "a3": "Stop collecting and invest in anonymity", "a3.about": "No new data for 4 weeks; the risk is gone.",
        "cash": "Cash", "trust": "Trust", "leave": "Leavers", "close": "Close", "market": "Market",
        "market.note": "20,000 people · 1 dot = 2 people", "colour": "Colour:", "company": "company",
        "undecided": "Undecided", "trends": "Trends", "cycle": "The cycle", "stalled": "Stalled", "users": "Users",
        "users.short": "Users", "performance": "Model", "momentum": "momentum", "weakest": "Weakest link: Data",
        "why": "Too few clean rows, so the model cannot improve. Break any one link and the cycle turns.",
        "clean": "Clean data", "accuracy": "Accuracy", "you": "You", "rival": "Best rival", "play": "Run", "pause": "Pause",
        "fast": "Faster", "skip": "One week", "week": "Week 37", "of": "of 104", "runway": "Runway", "11w": "11 wks",
        "mood": "Investor mood", "cautious": "Cautious", "26w": "26 w", "1y": "1 y", "ever": "All", "sum": "Weekly cash",
        "wages": "Wages", "servers": "Servers", "income": "Revenue", "level": "Level 3 · Cold start",
    },
    "ko": {
        "decisions": "의사결정", "changes": "변경 3건", "data": "데이터", "model": "모델", "service": "서비스", "team": "인력",
        "sources": "데이터 확보", "open": "공개 데이터", "open.about": "깨끗하지만 적고 목적과 다름", "free": "무료",
        "crawl": "웹 수집기", "crawl.about": "방대하지만 정제 비용이 큼", "crawl.cost": "1,400만", "own": "우리 서비스 로그",
        "own.about": "사용자와 함께 늘어남", "own.cost": "300만", "voucher": "데이터 바우처",
        "voucher.about": "정부 지원 · 4주 뒤 결과", "zero": "0원", "cleaning": "데이터 정제 예산", "per week": "주 {}00만 원",
        "errors": "라벨 오류", "people": "{}명", "annotators": "라벨링 인력", "rows": "주당 정제량", "consent": "수집 동의",
        "opt-in": "사전 동의", "opt-out": "사후 거부", "no consent": "모두 수집", "opt-in.note": "적게 모이지만 사고가 없음",
        "blocked": "법무 담당자가 있어야 합니다", "apply": "적용하고 38주차 진행", "effects": "적용하면 다음 주에는",
        "news": "소식", "all": "모든 소식", "offer": "한빛벤처스, 지분 18%에 6억 원 제안", "expires": "2주 뒤 만료",
        "review": "검토", "n1": "렌즐리, 요금 20% 인하", "n1n": "36주 · 경쟁사",
        "n2": "사진 앱 유출 사고로 61%가 추적을 거부", "n2n": "36주 · 개인정보", "name": "회사 이름", "hint": "이름을 쓰세요",
        "settings": "설정", "calm": "움직임 줄이기", "sound": "효과음", "kicker": "사건 · 37주차",
        "q": "협력사 서버에서 위치 기록이 유출됐습니다",
        "q.text": "우리가 모은 사용자 1,240명의 위치 기록이 협력사 저장소에 누구나 볼 수 있게 열려 있었습니다. "
        "기자는 내일 아침 기사가 나간다고 합니다. 어떻게 대응할까요?",
        "q.note": "시간이 멈췄습니다. 숫자 키나 ↑↓와 Enter로 고를 수 있습니다. 예측은 빗나갈 수 있습니다.",
        "a1": "먼저 공개하고 모두에게 알린다", "a1.about": "신뢰는 빨리 돌아오지만 이번 주에 떠나는 사람이 생깁니다.",
        "a2": "조용히 막고 협력사를 바꾼다", "a2.about": "기사가 나오면 신뢰가 크게 떨어집니다. (보도될 확률 높음)",
        "a3": "수집을 멈추고 익명화에 투자한다", "a3.about": "4주 동안 데이터가 늘지 않는 대신 위험이 사라집니다.",
        "cash": "현금", "trust": "신뢰", "leave": "이탈", "close": "닫기", "market": "시장", "market.note": "2만 명 · 점 하나 = 2명",
        "colour": "색:", "company": "회사", "undecided": "미결정", "trends": "추이", "cycle": "순환 고리", "stalled": "멈춤",
        "users": "사용자", "users.short": "사용자", "performance": "모델 성능", "momentum": "순환력",
        "weakest": "가장 약한 고리: 데이터",
        "why": "정제된 데이터가 부족해 모델이 나아지지 않습니다. 셋 중 하나만 이어도 순환이 돌기 시작합니다.",
        "clean": "정제 데이터", "accuracy": "정확도", "you": "우리", "rival": "1위 경쟁사", "play": "진행", "pause": "멈춤",
        "fast": "빠르게", "skip": "한 주만", "week": "37주차", "of": "/ 104주", "runway": "자금 소진까지", "11w": "11주",
        "mood": "투자 심리", "cautious": "신중", "26w": "26주", "1y": "1년", "ever": "전체", "sum": "주간 현금",
        "wages": "급여", "servers": "서버", "income": "매출", "level": "레벨 3 · 콜드 스타트",
    },
}  # fmt: skip


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
        Row("r4", Toggle("calm", say["calm"], True), Toggle("sound", say["sound"], False), Chip("state", say["stalled"], Tone.BAD, "pause"),
            gap=20),
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


def people(count=20_000, firms=4, seed=3):
    """Where people are, with shares like those of the pictures: (N,) firm or -1."""
    luck = np.random.default_rng(seed)
    chances = np.array([0.17, 0.40, 0.13, 0.07, 0.03, 0.03, 0.02, 0.02][:firms])
    return luck.choice(np.r_[np.arange(firms), -1], count, p=np.r_[chances, 1 - chances.sum()]).astype(
        np.int8
    )


def flows(firms=4):
    """Movements of a week between firms; the last index is no service."""
    moved = np.zeros((firms + 1, firms + 1))
    moved[firms, 0], moved[0, 1], moved[2, 0], moved[1, 3] = 142, 96, 61, 48
    return moved


NAMES = ("Deeplemma", "Oraklo", "Lensly", "Tinker Labs", "Byteful", "Nuri AI", "Haneul", "Zephyr")


def gathering(say, count=20_000, firms=4):
    """What the market shows."""
    service = people(count, firms)
    words = [FirmWords(name, f"{np.mean(service == k):.0%}") for k, name in enumerate(NAMES[:firms])]
    undecided = FirmWords(say["undecided"], f"{np.mean(service < 0):.0%}")
    return Gathering(
        service,
        tuple(words),
        flows(firms),
        undecided,
        lambda s: f"{'+' if s.target == 0 else '−' if s.source == 0 else ''}{s.people:.0f}",
    )


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
