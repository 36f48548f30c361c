"""How it stands with the clients of a firm that sells technology: contracts, money, and what those who were asked of late said."""

from game.content.words import Words
from game.ui.readings import amounts
from game.ui.readings.amounts import Line
from game.ui.tokens import Tone
from game.world.report import MarketView

QUARTER_WEEKS = 13  # long enough for a few answers, short enough to show what a new model changed
PAID = "revenue.contracts"
_ANSWERS = (
    ("signed", "contract.signed", Tone.GOOD),
    ("wanting", "contract.wanting", Tone.BAD),
    ("elsewhere", "contract.elsewhere", Tone.WARN),
    ("lapsed", "contract.lapsed", Tone.BAD),
    ("failed", "experiment.failed", Tone.WARN),
)
"""A line, the news it counts, and its tone unless nothing of the kind happened."""


def lines(words: Words, view: MarketView) -> tuple[Line, ...]:
    """Return the book of clients: what there is, what it brings, and what the last quarter's clients said, with their reasons."""
    found = view.report.clientele
    paid = next((moved.won for moved in view.report.movements if moved.reason == PAID), 0)
    return (
        _line(words, "contracts", words.fill("{n:,}", n=found.contracts)),
        _line(words, "paid", amounts.won(words, paid)),
        _line(words, "leads", words.fill("{n:,}", n=found.leads)),
        _line(words, "fee", amounts.won(words, found.fee_won)),
        _line(words, "rarity", amounts.share(words, found.rarity)),
        *(_answer(words, view, *answer) for answer in _ANSWERS),
    )


def count(view: MarketView, news: str) -> int:
    """Return how many clients news of a kind was about in the last quarter; an experiment counts as one."""
    recent = [item for report in view.history[-QUARTER_WEEKS:] for item in report.news if item.id == news]
    return round(sum(_clients(dict(item.values)) for item in recent))


def _clients(values: dict[str, object]) -> float:
    said = values.get("signed", values.get("clients", 1.0))
    return float(said) if isinstance(said, int | float) else 1.0


def _answer(words: Words, view: MarketView, key: str, news: str, tone: Tone) -> Line:
    number = count(view, news)
    amount = words.fill("{n:,}", n=number)
    return Line(
        words.say(f"desk.fact.service.{key}", weeks=QUARTER_WEEKS), amount, tone if number else Tone.PLAIN
    )


def _line(words: Words, key: str, amount: str) -> Line:
    return Line(words.say(f"desk.fact.service.{key}"), amount)
