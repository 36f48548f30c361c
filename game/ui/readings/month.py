"""A month in words: what moved users, money, data, quality and trust, by what cause, and how much each cause brought.

The rows of a quantity add up to its change: what no cause accounts for stands in a row of its own.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from agents.messages import LEVERS, Decision, Source, Term
from game.content import sentences
from game.content.words import Words
from game.world.report import WeekReport

WEEKS = 4  # of a month
MOST_ROWS = 5  # causes named for one quantity; the rest are put together


@dataclass(frozen=True, slots=True)
class CauseRow:
    """One cause: in words, what it brought with its sign, and the same as a number."""

    because: str
    amount: str
    moved: float


@dataclass(frozen=True, slots=True)
class Block:
    """One quantity over a month: before, after, the change, and the causes. `good` is the sign of a change for the better."""

    id: str
    icon: str
    what: str
    before: str
    after: str
    change: str
    moved: float
    rows: tuple[CauseRow, ...]
    good: int = 1


@dataclass(frozen=True, slots=True)
class Order:
    """What the player changed, and in which week."""

    week: int
    text: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month as its report tells it."""

    first: int
    last: int
    blocks: tuple[Block, ...]
    orders: tuple[Order, ...]


def is_due(week: int) -> bool:
    """Return whether a month ends with this week."""
    return week > 0 and week % WEEKS == 0


def month(words: Words, history: Sequence[WeekReport], decisions: Sequence[Decision] = ()) -> Month:
    """Return the last month of a game.

    Args:
        words: of the language.
        history: every report so far, at least one.
        decisions: the orders of every week, the first week's first, for what was changed; may be empty.
    """
    weeks = list(history[-WEEKS:])
    before = history[-len(weeks) - 1] if len(history) > len(weeks) else None
    blocks = (_users(words, weeks, before), _cash(words, weeks), _data(words, weeks, before),
              _caused(words, weeks, "quality", "gauge"), _caused(words, weeks, "trust", "shield-check"))  # fmt: skip
    shown = tuple(block for block in blocks if block is not None)
    return Month(weeks[0].week, weeks[-1].week, shown, tuple(_orders(words, decisions, weeks[0].week)))


def _users(words: Words, weeks: list[WeekReport], before: WeekReport | None) -> Block | None:
    """Return who came and who left. People who only tried leave for a reason too: they count as having come."""
    first, last = before.users if before else 0.0, weeks[-1].users
    left = [math.fsum(report.left_by[term] for report in weeks) for term in Term]
    came = math.fsum(report.joined for report in weeks)
    others = last - first - came + math.fsum(left)
    found = {f"left.{term.name}": -people for term, people in zip(Term, left, strict=True)}
    if others > 0:
        found["came"] = came + others
    else:
        found |= {"joined": came, "left.others": others}
    return _block(words, ("users", "users"), (first, last), found)


def _cash(words: Words, weeks: list[WeekReport]) -> Block | None:
    found: dict[str, float] = {}
    for report in weeks:
        for movement in report.movements:
            found[movement.reason] = found.get(movement.reason, 0.0) + movement.won
    last = float(weeks[-1].cash_won)
    return _block(words, ("cash", "wallet"), (last - math.fsum(found.values()), last), found)


def _data(words: Words, weeks: list[WeekReport], before: WeekReport | None) -> Block | None:
    first = before.data_items if before else weeks[0].data_items
    last = weeks[-1].data_items
    found = {f"data.{source.name.lower()}": last[source] - first[source] for source in Source}
    return _block(words, ("data", "database"), (math.fsum(first), math.fsum(last)), found)


def _caused(words: Words, weeks: list[WeekReport], what: str, icon: str) -> Block | None:
    causes = [cause for report in weeks for cause in report.causes if cause.what == what]
    causes = [cause for cause in causes if math.isfinite(cause.before) and math.isfinite(cause.after)]
    if not causes:
        return None
    found: dict[str, float] = {}
    for cause in causes:
        found[cause.because] = found.get(cause.because, 0.0) + cause.amount
    return _block(words, (what, icon), (causes[0].before, causes[-1].after), found)


def _block(
    words: Words, name: tuple[str, str], ends: tuple[float, float], found: dict[str, float]
) -> Block | None:
    """Return a quantity with its causes, the weightiest first; None if nothing moved."""
    what, icon = name
    write = _writer(words, what)
    moved = ends[1] - ends[0]
    rows = [row for row in _rows(words, found, write) if _is_something(row.amount)]
    rest = moved - math.fsum(row.moved for row in rows[:MOST_ROWS])
    rows = rows[:MOST_ROWS]
    if _is_something(write("+", rest)) and rows:
        rows.append(CauseRow(words.say("monthly.rest"), write("+", rest), rest))
    if not rows:
        return None
    title = words.say(f"monthly.what.{what}")
    return Block(
        what, icon, title, write("", ends[0]), write("", ends[1]), write("+", moved), moved, tuple(rows)
    )


def _rows(words: Words, found: dict[str, float], write: Callable[[str, float], str]) -> Iterable[CauseRow]:
    for because, amount in sorted(found.items(), key=lambda pair: (pair[0] not in _ALWAYS, -abs(pair[1]))):
        key = f"monthly.because.{because}"
        text = words.say(key if words.has(key) else f"because.{because}")
        yield CauseRow(text, write("+", amount), amount)


def _writer(words: Words, what: str) -> Callable[[str, float], str]:
    """Return what writes an amount of a quantity; "+" asks for a change with its sign."""

    def write(sign: str, amount: float) -> str:
        kind = "change" if sign else "is"
        return words.say(f"monthly.{kind}.{what}", n=round(amount) if what in _WHOLE else amount)

    return write


_WHOLE = ("users", "cash", "data")
_ALWAYS = (
    "revenue.users",
    "revenue.contracts",
    "joined",
    "came",
)  # what a firm lives on is named however little it is


def _is_something(written: str) -> bool:
    return any(digit in written for digit in "123456789")


def _orders(words: Words, decisions: Sequence[Decision], first: int) -> Iterable[Order]:
    """Yield every lever the player moved from week `first` on; what a level begins with is no move."""
    for week in range(max(2, first), len(decisions) + 1):
        for lever in LEVERS:
            was, now = getattr(decisions[week - 2], lever), getattr(decisions[week - 1], lever)
            if was != now:
                text = words.say(
                    "monthly.order",
                    lever=sentences.lever(words, lever),
                    before=sentences.setting(words, lever, was),
                    after=sentences.setting(words, lever, now),
                )
                yield Order(week, text)
