"""What an answer to an event card changes, in words: the card's own effects, on the world as it stands.

These are certain. What people make of them is not, and is foreseen elsewhere (`game.study.outlook`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from agents.messages import Source
from game.content.phrases import Filling
from game.content.words import Words
from game.world.catalogue import EFFECTS, MARKET
from game.world.level import Effect
from game.world.report import WeekReport

HARD_PRESS, BAD_PRESS = (
    0.6,
    0.25,
)  # util a story takes; judged: 0.6 costs about as many joins as a fifth of the quality


@dataclass(frozen=True, slots=True)
class Change:
    """One thing an answer changes, by how much, and whether that is good (1), bad (-1) or neither (0)."""

    what: str
    amount: str
    good: int


def changes(words: Words, effects: tuple[Effect, ...], report: WeekReport) -> tuple[Change, ...]:
    """Return what effects change, in the order of the card; those that change nothing are left out."""
    found = (_change(words, effect, report) for effect in effects)
    return tuple(change for change in found if change is not None)


def _change(words: Words, effect: Effect, report: WeekReport) -> Change | None:
    name = effect.change
    if name.startswith(MARKET):
        return Change(words.say("event.change.market"), words.say("event.amount.changed"), 0)
    what = words.say(f"event.change.{name}")
    if name in _UNCOUNTED:
        return Change(what, words.say("event.amount.changed"), 0)
    if name == "press":
        return _press(words, what, effect.add)
    now = _NOW[name](report) if name in _NOW else None
    if now is None and effect.scale != 1.0:
        share = effect.scale - 1
        return Change(what, words.say("event.amount.scaled", share=share), _good(name, share))
    moved = effect.add if now is None else _after(effect, now) - now
    if name == "awareness":  # only those who do not know the firm can get to know it
        moved *= 1 - report.awareness
    if abs(moved) < _LEAST[EFFECTS[name].kind]:
        return None
    return Change(what, _amount(words, name, moved), _good(name, moved))


def _after(effect: Effect, now: float) -> float:
    doc = EFFECTS[effect.change]
    return min(max(now * effect.scale + effect.add, doc.low), doc.high)


def _press(words: Words, what: str, util: float) -> Change:
    size = abs(util)
    how = "hard" if size >= HARD_PRESS else "plain" if size >= BAD_PRESS else "mild"
    side = "worse" if util > 0 else "better"
    return Change(what, words.say(f"event.press.{side}.{how}"), -1 if util > 0 else 1)


def _amount(words: Words, name: str, moved: float) -> str:
    kind = EFFECTS[name].kind
    value: dict[str, Filling] = {"moved": round(moved) if kind in ("money", "number") else moved}
    is_fine = kind == "share" and round(moved * 1000) % 10 != 0
    return words.say("event.amount.share-fine" if is_fine else f"event.amount.{kind}", **value)


def _good(name: str, moved: float) -> int:
    """Return whether more of it is good; of debt and of raw items that wait, less is."""
    sign = 1 if moved > 0 else -1
    return -sign if name in _BURDENS or name.startswith("backlog.") else sign


_UNCOUNTED = ("business", "promise")  # what they are set to is said by the answer itself
_BURDENS = ("debt", "model.age", "rivals.quality")
_LEAST = {
    "money": 1.0,
    "share": 0.0005,
    "number": 0.5,
    "weeks": 0.05,
}  # smaller changes would be written as none

_NOW: dict[str, Callable[[WeekReport], float]] = {
    "cash": lambda report: float(report.cash_won),
    "trust": lambda report: report.trust,
    "ux": lambda report: report.ux,
    "content": lambda report: report.content,
    "awareness": lambda _: 0.0,
    "data.open": lambda report: report.data_items[Source.OPEN],
    "data.crawl": lambda report: report.data_items[Source.CRAWL],
    "data.service": lambda report: report.data_items[Source.SERVICE],
    "data.bought": lambda report: report.data_items[Source.BOUGHT],
    "backlog.crawl": lambda report: report.backlog_items[0],
    "backlog.service": lambda report: report.backlog_items[1],
}
