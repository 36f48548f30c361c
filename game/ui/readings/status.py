"""The top bar in words: cash and runway first, for they end the game; then users, accuracy and what investors think."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from agents.messages import Term
from game.content.words import Words
from game.study.books import Books, runway_weeks
from game.ui.readings import amounts
from game.ui.readings.amounts import NOTHING, Line
from game.ui.tokens import Tone
from game.world.level import Business, Level
from game.world.report import MarketView, NewsItem, WeekReport

YEAR_WEEKS = 52.0  # a full runway bar
TIGHT_WEEKS, SHORT_WEEKS = 26.0, 8.0  # the marks of the warnings, coarser: half a year, two months
MEMORY_WEEKS = 26  # how long an investor's no colours the mood
_MOVES = ("investment", "sheet", "sheet.expired", "sheet.declined", "pitch.no")


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of the top bar: its name, its value, how it changed, and what it is made of."""

    id: str
    icon: str
    label: str
    value: str
    change: str = ""
    tone: Tone = Tone.PLAIN
    share: float | None = None  # of a bar, 0..1
    about: str = ""
    lines: tuple[Line, ...] = ()
    is_of: str = ""  # what the codex knows it as, if not by its id


def status(
    words: Words, view: MarketView, books: Books, business: Business = Business.CONTENT
) -> tuple[Reading, ...]:
    """Return the figures of the top bar in their order; a firm that sells technology counts clients instead of users."""
    before = view.history[-2] if len(view.history) > 1 else None
    has_users = business is Business.CONTENT
    return (
        _cash(words, view.report),
        _runway(words, view, books),
        _users(words, view.report, before) if has_users else _clients(words, view.report, before),
        _accuracy(words, view, before),
        _mood(words, view),
    )


def headline(words: Words, level: Level) -> tuple[str, str]:
    """Return the company's name and the level's title."""
    return words.pick(level.start.name), words.pick(level.title)


def _cash(words: Words, report: WeekReport) -> Reading:
    moved = sum(movement.won for movement in report.movements)
    change = amounts.count_change(words, moved) if report.movements else ""
    lines = tuple(
        Line(
            words.say(f"because.{m.reason}"),
            amounts.count_change(words, m.won),
            Tone.GOOD if m.won > 0 else Tone.PLAIN,
        )
        for m in sorted(report.movements, key=lambda m: -abs(m.won))
    )
    return Reading(
        "cash", "wallet", words.say("desk.cash"), amounts.won(words, report.cash_won), change,
        amounts.tone_of(moved, change), about=words.say("desk.cash.about"), lines=lines,
    )  # fmt: skip


def _runway(words: Words, view: MarketView, books: Books) -> Reading:
    weeks = view.report.runway_weeks if view.history else runway_weeks(books)
    tone = Tone.BAD if weeks < SHORT_WEEKS else Tone.WARN if weeks < TIGHT_WEEKS else Tone.ACCENT
    lines = (
        Line(words.say("desk.revenue"), amounts.count_change(words, view.report.revenue_won)),
        Line(words.say("desk.cost"), amounts.count_change(words, -view.report.cost_won)),
    )
    return Reading(
        "runway", "hourglass", words.say("desk.runway"), amounts.weeks(words, weeks), tone=tone,
        share=min(1.0, weeks / YEAR_WEEKS) if isfinite(weeks) else 1.0, about=words.say("desk.runway.about"),
        lines=lines if view.history else (),
    )  # fmt: skip


def _users(words: Words, report: WeekReport, before: WeekReport | None) -> Reading:
    change = report.users - (before.users if before else 0.0)
    written = amounts.count_change(words, change) if report.week else ""
    return Reading(
        "users", "users", words.say("desk.users"), amounts.people(words, report.users), written,
        amounts.tone_of(change, written), about=words.say("desk.users.about", aware=report.awareness),
        lines=tuple(_user_lines(words, report)),
    )  # fmt: skip


def _user_lines(words: Words, report: WeekReport) -> Iterator[Line]:
    if report.joined >= 1:
        yield Line(words.say("because.joined"), amounts.count_change(words, report.joined), Tone.GOOD)
    by_reason = sorted(zip(Term, report.left_by, strict=True), key=lambda pair: -pair[1])
    for term, people in by_reason[:4]:
        if people >= 1:
            yield Line(words.say(f"because.left.{term.name}"), amounts.count_change(words, -people), Tone.BAD)


def _clients(words: Words, report: WeekReport, before: WeekReport | None) -> Reading:
    found = report.clientele
    change = found.contracts - (before.clientele.contracts if before else 0)
    written = amounts.count_change(words, change) if report.week else ""
    lines = (
        Line(words.say("desk.clients.leads"), words.fill("{n:,}", n=found.leads)),
        Line(words.say("desk.clients.fee"), amounts.won(words, found.fee_won)),
        Line(words.say("desk.clients.rarity"), amounts.share(words, found.rarity)),
    )
    return Reading(
        "users", "briefcase", words.say("desk.clients"), words.fill("{n:,}", n=found.contracts), written,
        amounts.tone_of(change, written), about=words.say("desk.clients.about"), lines=lines,
        is_of="clients",
    )  # fmt: skip


def _accuracy(words: Words, view: MarketView, before: WeekReport | None) -> Reading:
    report = view.report
    if report.model < 0:
        return Reading(
            "accuracy", "gauge", words.say("desk.accuracy"), NOTHING, words.say("desk.accuracy.none"),
            about=words.say("desk.accuracy.about"),
        )  # fmt: skip
    is_first = before is None or before.model < 0
    change = 0.0 if is_first or before is None else report.accuracy - before.accuracy
    written = amounts.points(words, change)
    felt = [
        Line(words.pick(name), amounts.share(words, quality))
        for name, quality in zip(view.segments, report.quality_by_segment, strict=True)
    ]
    lines = (Line(words.say("desk.quality"), amounts.share(words, report.quality)), *felt)
    return Reading(
        "accuracy", "gauge", words.say("desk.accuracy"), amounts.share(words, report.accuracy, 1), written,
        amounts.tone_of(change, written), about=words.say("desk.accuracy.about"), lines=lines,
    )  # fmt: skip


def _mood(words: Words, view: MarketView) -> Reading:
    word, note, tone = _mood_words(words, view)
    lines = (
        Line(words.say("desk.equity"), amounts.share(words, view.report.equity)),
        Line(words.say("desk.rounds"), words.fill("{n:,}", n=view.report.rounds)),
    )
    about = words.say("desk.mood.about")
    return Reading("mood", "handshake", words.say("desk.mood"), word, note, tone, about=about, lines=lines)


def _mood_words(words: Words, view: MarketView) -> tuple[str, str, Tone]:
    """Return a word for the investors' mood, why, and how it stands: the last thing any of them did counts."""
    if view.sheets:
        return words.say("desk.mood.keen"), words.say("desk.mood.offers", n=len(view.sheets)), Tone.GOOD
    last = _last_move(view)
    if last is None:
        return words.say("desk.mood.unasked"), "", Tone.PLAIN
    if last.id == "investment":
        return words.say("desk.mood.invested"), "", Tone.GOOD
    if last.id == "pitch.no":
        return (
            words.say("desk.mood.wary"),
            words.say(f"desk.mood.why.{dict(last.values)['factor']}"),
            Tone.WARN,
        )
    return words.say("desk.mood.waiting"), "", Tone.PLAIN


def _last_move(view: MarketView) -> NewsItem | None:
    for report in reversed(view.history[-MEMORY_WEEKS:]):
        for item in reversed(report.news):
            if item.id in _MOVES:
                return item
    return None
