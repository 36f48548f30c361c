"""The end of a level in words: what happened, which link was weakest, three lamps, the moments that counted, the ring over time."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from agents.messages import Link
from game.content import sentences
from game.content.words import Words
from game.ui.readings import news
from game.ui.readings.loop import LoopWords, loop
from game.ui.tokens import Tone
from game.world.level import Level
from game.world.report import Ending, MarketView, NewsItem, Outcome, Ring, WeekReport

RINGS = 6  # shown over time
MOST_MOMENTS = 7
LAMPS = ("technology", "business", "users")
LIT, FLICKERS, DIM = 0.6, 0.35, 0.12  # of a lamp: where each state begins
YEAR_WEEKS = 52.0  # of runway: a business lamp at its brightest short of earning money

_OUTCOMES = {
    Outcome.WON: ("trophy", Tone.GOOD),
    Outcome.LOST: ("hourglass", Tone.BAD),
    Outcome.TIME: ("clock", Tone.WARN),
    Outcome.RUNNING: ("info", Tone.ACCENT),
}
_WEIGHTS = (  # how much a kind of news counts among the moments, by the beginning of its id; the first that fits
    ("closed", 9), ("sold", 9), ("scandal", 8), ("investment", 7), ("launch", 6), ("runway.4", 6),
    ("event.answered", 5), ("event.default", 5), ("release", 4), ("users.", 4), ("bid", 4), ("experiment.failed", 4),
    ("contract.signed", 3), ("grant.won", 3), ("voucher.won", 3), ("runway", 3), ("sheet.expired", 3),
    ("sheet.declined", 3), ("rival.closed", 3), ("rival.price", 2), ("stale", 2), ("pitch.no", 1),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Headline:
    """What happened: an icon and how it stands, when, in a word, and why in one sentence."""

    icon: str
    tone: Tone
    kicker: str
    title: str
    cause: str


@dataclass(frozen=True, slots=True)
class Lamp:
    """One of the three that must burn together: how bright (0..1), and its state in a word."""

    id: str
    name: str
    share: float
    state: str
    icon: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that counted, and when."""

    week: int
    icon: str
    tone: Tone
    text: str
    when: str


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The ring in one week: which, a word about it, and how it stands."""

    week: str
    note: str
    tone: Tone
    loop: LoopWords


def headline(words: Words, level: Level, view: MarketView) -> Headline:
    """Return what happened."""
    icon, tone = _OUTCOMES[view.ending.outcome]
    return Headline(
        icon=icon,
        tone=tone,
        kicker=words.say("end.kicker", level=level.title, week=view.week, weeks=view.weeks),
        title=words.say(verdict(view.ending)),
        cause=sentences.ending(words, level, view.ending, view.missed),
    )


def verdict(ending: Ending) -> str:
    """Return the id of the large word: what ended the level, or that it was won."""
    own = f"end.because.{ending.cause}"
    return (
        own
        if ending.cause in ("out-of-cash", "out-of-time", "goals-met", "sold")
        else "end.because.objective"
    )


# ---- the lamps


def lamps(words: Words, view: MarketView) -> tuple[Lamp, ...]:
    """Return technology, business and users, each as bright as it stands at the end."""
    report = view.report
    shares = (report.ring.performance, _business(report), report.ring.users)
    return tuple(_lamp(words, name, share) for name, share in zip(LAMPS, shares, strict=True))


def _business(report: WeekReport) -> float:
    """Return how safe the money is: full for a firm that earns its keep, else by how long the money lasts."""
    if report.cash_won <= 0:
        return 0.0
    if not isfinite(report.runway_weeks) or report.revenue_won >= report.cost_won:
        return 1.0
    return min(LIT, LIT * report.runway_weeks / YEAR_WEEKS)


def _lamp(words: Words, name: str, share: float) -> Lamp:
    state = "lit" if share >= LIT else "flickers" if share >= FLICKERS else "dim" if share >= DIM else "out"
    tone = {"lit": Tone.GOOD, "flickers": Tone.WARN, "dim": Tone.WARN, "out": Tone.BAD}[state]
    mark = {"lit": "sparkles", "flickers": "sparkle", "dim": "sparkle", "out": "x"}[state]
    return Lamp(name, words.say(f"end.lamp.{name}"), share, words.say(f"end.lamp-state.{state}"), mark, tone)


# ---- what counted


def moments(words: Words, view: MarketView) -> tuple[Moment, ...]:
    """Return the weightiest news of the whole game, in order of time."""
    found = [(weight, item) for report in view.history for item in report.news if (weight := _weight(item))]
    first = {item.id: item for _, item in reversed(found)}  # a thing that happens again counts less
    ranked = sorted(found, key=lambda pair: (-pair[0], first[pair[1].id] is not pair[1], pair[1].week))
    chosen = sorted((item for _, item in ranked[:MOST_MOMENTS]), key=lambda item: item.week)
    return tuple(_moment(words, item) for item in chosen)


def _weight(item: NewsItem) -> int:
    """Return what an item counts; a release that nobody can feel counts nothing."""
    before, after = (dict(item.values).get(name) for name in ("before", "quality"))
    if isinstance(before, float) and isinstance(after, float) and round(before, 2) == round(after, 2):
        return 0
    return next((weight for start, weight in _WEIGHTS if item.id.startswith(start)), 0)


def _moment(words: Words, item: NewsItem) -> Moment:
    icon, tone = news.icon_of(item.id), news.TONES[item.severity]
    return Moment(
        item.week, icon, tone, sentences.news(words, item), words.say("end.in-week", week=item.week)
    )


# ---- the ring over time


def weakest(words: Words, view: MarketView) -> str:
    """Return which link was weakest most of the time, and for how many weeks."""
    counted = Counter(report.ring.weakest for report in view.history)
    if not counted:
        return ""
    link, weeks = max(counted.items(), key=lambda pair: (pair[1], list(Link).index(pair[0])))
    name = words.say(f"desk.ring.node.{link.value}")
    return words.say("end.weakest", link=name, weeks=weeks, all=len(view.history))


def glimpses(words: Words, view: MarketView) -> tuple[Glimpse, ...]:
    """Return the ring at even steps of time; the week in which it turned fastest is among them."""
    history = view.history
    if not history:
        return ()
    count = min(RINGS, len(history))
    picked = {round(i * (len(history) - 1) / max(1, count - 1)) for i in range(count)}
    best = max(range(len(history)), key=lambda i: _pace(history[i].ring))
    if _pace(history[best].ring) > 0 and best not in picked:
        inner = picked - {0, len(history) - 1}
        picked -= {min(inner, key=lambda i: abs(i - best))} if inner else set()
        picked.add(best)
    return tuple(_glimpses(words, view, sorted(picked), best))


def _pace(ring: Ring) -> float:
    """Return how fast the ring makes users grow by itself, per week."""
    return 1 / ring.loop_weeks if isfinite(ring.loop_weeks) and ring.loop_weeks > 0 else 0.0


def _glimpses(words: Words, view: MarketView, picked: list[int], best: int) -> Iterator[Glimpse]:
    last = len(view.history) - 1
    for i in picked:
        report = view.history[i]
        is_best = i == best and _pace(report.ring) > 0
        note = words.say("end.best") if is_best else words.say("end.last") if i == last else ""
        tone = Tone.GOOD if is_best else _OUTCOMES[view.ending.outcome][1] if i == last else Tone.PLAIN
        yield Glimpse(words.say("end.in-week", week=report.week), note, tone, loop(words, report))


def week_to_return_to(view: MarketView) -> int:
    """Return the week worth going back to: a little before the users were most, or half way where they never fell."""
    users = [report.users for report in view.history]
    if not users:
        return 0
    peak = max(range(len(users)), key=lambda i: users[i])
    return max(0, peak - 4) if 4 < peak < len(users) - 4 else len(users) // 2
