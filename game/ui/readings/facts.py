"""How things stand, below the levers that move them: a few lines for each tab."""

from collections.abc import Callable
from dataclasses import dataclass

from agents.messages import Decision, ModelKind, Source
from game.content.words import Words
from game.study.books import Books, weekly_cost_won
from game.ui.readings import amounts, clients
from game.ui.readings.amounts import NOTHING, Line
from game.ui.tokens import Tone
from game.world.level import Business
from game.world.report import MarketView, WeekReport

ARROW = " → "


@dataclass(frozen=True, slots=True)
class Facts:
    """Lines under a heading, and a total if they add up to one."""

    lines: tuple[Line, ...]
    total: Line | None = None


def facts(
    words: Words, view: MarketView, books: Books, draft: Decision, business: Business = Business.CONTENT
) -> dict[str, Facts]:
    """Return what stands below the levers of each tab."""
    return {
        "data": Facts(_data(words, view.report)),
        "model": Facts(_model(words, view.report, books)),
        "service": Facts(_service(words, view, business)),
        "team": _ledger(words, view.report, books, draft),
    }


def _line(words: Words, key: str, amount: str, tone: Tone = Tone.PLAIN) -> Line:
    return Line(words.say(f"desk.fact.{key}"), amount, tone)


def _data(words: Words, report: WeekReport) -> tuple[Line, ...]:
    stocks = [
        _line(
            words,
            f"data.{source.name.lower()}",
            amounts.counted(words, "desk.items", report.data_items[source]),
        )
        for source in Source
    ]
    waiting = sum(report.backlog_items)
    tone = Tone.WARN if waiting >= 1 else Tone.PLAIN
    return (*stocks, _line(words, "data.waiting", amounts.counted(words, "desk.items", waiting), tone))


def _model(words: Words, report: WeekReport, books: Books) -> tuple[Line, ...]:
    if report.model < 0:
        return (_line(words, "model.kind", words.say("desk.accuracy.none")),)
    kind = ModelKind(report.model).name.lower()
    return (
        _line(words, "model.kind", words.say(f"model.{kind}")),
        _line(words, "model.accuracy", amounts.share(words, report.accuracy, 1)),
        _line(words, "model.quality", amounts.share(words, report.quality, 1)),
        _line(words, "model.releases", words.fill("{n:,}", n=report.releases)),
        _line(words, "model.tuning", amounts.share(words, report.tuning)),
        _line(words, "model.explained", amounts.share(words, report.explainability)),
        _line(words, "model.debt", amounts.share(words, books.company.debt)),
    )


def _service(words: Words, view: MarketView, business: Business) -> tuple[Line, ...]:
    report = view.report
    if business is Business.TECHNOLOGY:
        return clients.lines(words, view)
    share: Callable[[float], str] = lambda part: amounts.share(words, part)  # noqa: E731 - four lines use it
    rivals = [firm for firm in view.firms[1:] if firm.is_open]
    best = max(rivals, key=lambda firm: firm.users, default=None)
    price = words.say("desk.money", won=best.price_won) if best else NOTHING
    return (
        _line(words, "service.trust", share(report.trust)),
        _line(words, "service.ux", share(report.ux)),
        _line(words, "service.content", share(report.content)),
        _line(words, "service.aware", share(report.awareness)),
        _line(words, "service.wait", words.say("desk.seconds", n=f"{report.latency_s:.1f}")),
        _line(words, "service.rival-price", price),
    )


def _ledger(words: Words, report: WeekReport, books: Books, draft: Decision) -> Facts:
    """Return what the orders cost a week, and last week's books with their result."""
    before, after = (amounts.won(words, weekly_cost_won(books, order)) for order in (books.decision, draft))
    bill = _line(words, "bill", before if before == after else before + ARROW + after)
    moved = sorted(report.movements, key=lambda movement: -abs(movement.won))
    lines = [
        Line(
            words.say(f"because.{one.reason}"), amounts.count_change(words, one.won), Tone.GOOD if one.won > 0 else Tone.PLAIN
        )
        for one in moved
    ]  # fmt: skip
    if not lines:
        return Facts((bill,))
    net = sum(movement.won for movement in moved)
    total = Line(
        words.say("desk.ledger.total"), amounts.won_change(words, net), Tone.GOOD if net > 0 else Tone.BAD
    )
    return Facts((bill, *lines), total)
