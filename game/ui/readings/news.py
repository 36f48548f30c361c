"""The news, the offers and what waits for an answer, as rows; the same icon and word say how grave a thing is everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from game.content import sentences
from game.content.words import Words
from game.ui.tokens import Tone
from game.world.level import EventCard, Kind, Level
from game.world.report import MarketView, NewsItem

TONES = {"info": Tone.PLAIN, "good": Tone.GOOD, "warn": Tone.WARN, "bad": Tone.BAD}
_ICONS = (  # by the beginning of an id; the first that fits
    ("launch", "rocket"), ("release", "brain-circuit"), ("scandal", "shield-alert"), ("sheet", "banknote"),
    ("investment", "handshake"), ("pitch", "handshake"), ("voucher", "landmark"), ("grant", "graduation-cap"),
    ("runway", "hourglass"), ("rival.price", "tag"), ("rival", "swords"), ("users", "users"), ("backlog", "boxes"),
    ("bid", "handshake"), ("sold", "handshake"), ("contract", "briefcase"), ("experiment", "flask-conical"),
    ("stage", "timer"), ("storm", "megaphone"), ("stale", "clock"), ("event", "bell"), ("closed", "power"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it says, when and how grave, and whether it can be acted on."""

    id: str
    icon: str
    tone: Tone
    text: str
    note: str
    word: str  # how grave, in a word


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for an answer: an offer of money (`kind` "sheet") or an event card ("card")."""

    kind: str
    id: str
    icon: str
    tone: Tone
    text: str
    note: str
    answered: str = ""  # the answer given in the draft, in words


def rows(words: Words, view: MarketView, level: Level, most: int = 60) -> tuple[Row, ...]:
    """Return the news, the latest first; what the level asks for was the first of all."""
    told = tuple(islice(_rows(words, view), most))
    return (*told, *goals(words, level))


def _rows(words: Words, view: MarketView) -> Iterator[Row]:
    for report in reversed(view.history):
        for place, item in enumerate(reversed(report.news)):
            yield row(words, item, f"news.{item.week}.{place}")


def row(words: Words, item: NewsItem, id_: str) -> Row:
    """Return one line of the news."""
    word = words.say(f"desk.severity.{item.severity}")
    note = words.say("desk.news.note", week=item.week, word=word)
    return Row(id_, icon_of(item.id), TONES[item.severity], sentences.news(words, item), note, word)


def icon_of(news_id: str) -> str:
    """Return the icon of a kind of news."""
    return next((icon for start, icon in _ICONS if news_id.startswith(start)), "info")


def waiting(words: Words, view: MarketView, level: Level, answers: dict[str, str]) -> tuple[Waiting, ...]:
    """Return what waits for an answer, event cards first, for they answer themselves if left."""
    return (*(_card(words, card, answers) for card in view.cards), *_sheets(words, view, level, answers))


def _card(words: Words, card: EventCard, answers: dict[str, str]) -> Waiting:
    chosen = next((c for c in card.choices if c.id == answers.get(card.id)), None)
    answered = words.say("desk.answered", answer=words.pick(chosen.label)) if chosen else ""
    note = answered or words.say("desk.card.note")
    return Waiting("card", card.id, card.icon, Tone.WARN, words.pick(card.title), note, answered)


def _sheets(words: Words, view: MarketView, level: Level, answers: dict[str, str]) -> Iterator[Waiting]:
    names = {fund.id: fund.name for fund in level.funds} | {rival.id: rival.name for rival in level.rivals}
    for sheet in view.sheets:
        given = answers.get(sheet.id)
        answered = words.say(f"desk.answered.{given}") if given else ""
        note = answered or words.say("desk.sheet.note", weeks=max(1, sheet.expires_week - view.week))
        key = "desk.bid.text" if sheet.share >= 1 else "desk.sheet.text"
        who = words.pick(names[sheet.investor]) if sheet.investor in names else sheet.investor
        text = words.say(key, fund=who, amount=sheet.amount_won, share=sheet.share)
        yield Waiting("sheet", sheet.id, "banknote", Tone.GOOD, text, note, answered)


def goals(words: Words, level: Level) -> tuple[Row, ...]:
    """Return what the level asks for, as the oldest lines of the news: what wins, what must hold, what earns a star."""
    icons = {Kind.WIN: "flag", Kind.MUST: "shield", Kind.BONUS: "star"}
    tones = {Kind.WIN: Tone.ACCENT, Kind.MUST: Tone.WARN, Kind.BONUS: Tone.PLAIN}
    found = []
    for kind in icons:
        word = words.say(f"desk.goal.{kind.value}")
        for objective in level.objectives:
            if objective.kind is kind:
                text = words.pick(objective.text)
                found.append(Row(f"goal.{objective.id}", icons[kind], tones[kind], text, word, word))
    return tuple(found)
