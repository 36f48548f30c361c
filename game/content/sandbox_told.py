"""What is different in a market of one's own, in sentences: the screen lists them, the level file has them as comments."""

from __future__ import annotations

from collections.abc import Iterator

from game.content import sentences
from game.content.sandbox import FIGURES, PROGRAMMES, Sandbox
from game.content.shape_firms import LEVERS
from game.content.words import Words
from game.world.level import Level, Strategy

PARTS = ("player", "trade", "clock", "market", "segments", "rivals", "funds", "events", "levers")
"""What sentences are about, in the order in which the file has it."""

_IN_TEN_THOUSAND = 10_000  # a chance that small reads best so


def told(words: Words, wanted: Sandbox, usual: Sandbox, parent: Level) -> list[tuple[str, str]]:
    """Return a sentence for everything that differs, with the part it is about."""
    return list(_told(words, wanted, usual, parent))


def figure(words: Words, name: str, value: float) -> str:
    """Return the value of a parameter with its unit."""
    unit = FIGURES[name].unit
    number = value * _IN_TEN_THOUSAND if unit == "chance" else value
    return words.say(f"sandbox.unit.{unit}", n=round(number, 9))


def people(parent: Level, wanted: Sandbox) -> int:
    """Return how many people a market has."""
    return int(
        sum(segment.people * wanted.size for segment in parent.segments if segment.id in wanted.segments)
    )


def _told(words: Words, wanted: Sandbox, usual: Sandbox, parent: Level) -> Iterator[tuple[str, str]]:
    if wanted.business is not usual.business:
        yield "player", words.say(f"sandbox.told.business-{wanted.business.value}")
    if wanted.cash_won != usual.cash_won:
        yield "player", words.say("sandbox.told.cash", cash=wanted.cash_won, usual=usual.cash_won)
    if wanted.trade != usual.trade:
        name, about = (words.say(f"sandbox.trade.{wanted.trade}.{part}") for part in ("name", "about"))
        yield "trade", words.say("sandbox.told.trade", name=name, about=about)
    for name, value, before in zip(FIGURES, wanted.figures, usual.figures, strict=True):
        if value != before:
            was, now = (figure(words, name, one) for one in (before, value))
            called = words.say(f"sandbox.figure.{name}.name")
            yield "trade", words.say("sandbox.told.figure", name=called, value=now, usual=was)
    if wanted.weeks != usual.weeks:
        yield "clock", words.say("sandbox.told.weeks", weeks=wanted.weeks, usual=usual.weeks)
    yield from _market(words, wanted, usual, parent)
    yield from _others(words, wanted, usual, parent)


def _market(words: Words, wanted: Sandbox, usual: Sandbox, parent: Level) -> Iterator[tuple[str, str]]:
    if wanted.agents != usual.agents:
        yield "market", words.say("sandbox.told.agents", agents=wanted.agents, usual=usual.agents)
    if wanted.jitter != usual.jitter:
        yield "market", words.say("sandbox.told.jitter", jitter=wanted.jitter, usual=usual.jitter)
    if people(parent, wanted) != people(parent, usual):
        now, was = people(parent, wanted), people(parent, usual)
        yield "segments", words.say("sandbox.told.size", people=now, usual=was)
    gone = [words.pick(one.name) for one in parent.segments if one.id not in wanted.segments]
    if gone:
        yield "segments", words.say("sandbox.told.segments", names=", ".join(gone))


def _others(words: Words, wanted: Sandbox, usual: Sandbox, parent: Level) -> Iterator[tuple[str, str]]:
    if wanted.rivals != usual.rivals:
        kinds = [(words.say(f"sandbox.kind.{kind.value}.name"), wanted.of(kind)) for kind in Strategy]
        names = [words.say("sandbox.told.kind", name=name, n=n) for name, n in kinds if n]
        key = "sandbox.told.rivals" if names else "sandbox.told.no-rivals"
        yield "rivals", words.say(key, names=", ".join(names))
    refusing = [words.pick(fund.name) for fund in parent.funds if fund.id not in wanted.funds]
    if refusing:
        key = "sandbox.told.funds" if wanted.funds else "sandbox.told.no-funds"
        yield "funds", words.say(key, names=", ".join(refusing))
    ended = [name for name in PROGRAMMES if name in usual.programmes and name not in wanted.programmes]
    if ended:
        names = [words.say(f"sandbox.programme.{name}") for name in ended]
        yield "levers", words.say("sandbox.told.programmes", names=", ".join(names))
    if usual.has_events and not wanted.has_events:
        yield "events", words.say("sandbox.told.events")
    if wanted.locked != usual.locked:
        names = [sentences.lever(words, field) for lever, field in LEVERS.items() if lever in wanted.locked]
        key = "sandbox.told.locked" if names else "sandbox.told.unlocked"
        yield "levers", words.say(key, names=", ".join(names))
