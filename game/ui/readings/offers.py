"""Every offer of money there has been, and what became of it: taken, turned down, lapsed, or still waiting."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from game.content.words import Words
from game.ui.tokens import Tone
from game.world.level import Text
from game.world.report import MarketView, NewsItem


class Fate(Enum):
    """What became of an offer."""

    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"
    LAPSED = "lapsed"


FATES = {
    "investment": Fate.TAKEN, "sheet.declined": Fate.DECLINED, "sheet.expired": Fate.LAPSED,
    "sold": Fate.TAKEN, "bid.declined": Fate.DECLINED, "bid.expired": Fate.LAPSED,
}  # fmt: skip
TONES = {Fate.OPEN: Tone.GOOD, Fate.TAKEN: Tone.GOOD}


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer: the news that told of it, and what became of it in which week."""

    item: NewsItem
    fate: Fate = Fate.OPEN
    week: int = 0

    @property
    def who(self) -> object:
        """Return whose it is: a fund's, or a rival's that wants the whole company."""
        return _who(self.item)


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One offer in words; what can no longer be had is past."""

    id: str
    icon: str
    tone: Tone
    text: str
    note: str
    fate: str
    is_past: bool


def offers(view: MarketView) -> tuple[Offer, ...]:
    """Return all offers, the first one first. Somebody who offers again has had an answer before, so the last one is meant."""
    found: list[Offer] = []
    for report in view.history:
        for item in report.news:
            if item.id in ("sheet", "bid"):
                found.append(Offer(item))
            elif item.id in FATES:
                _settle(found, item)
    return tuple(found)


def _settle(found: list[Offer], item: NewsItem) -> None:
    who = _who(item)
    for place in range(len(found) - 1, -1, -1):
        if found[place].who == who and found[place].fate is Fate.OPEN:
            found[place] = replace(found[place], fate=FATES[item.id], week=item.week)
            return


def _who(item: NewsItem) -> object:
    values = dict(item.values)
    return values.get("fund", values.get("rival"))


def rows(words: Words, view: MarketView) -> Iterator[OfferRow]:
    """Yield every offer in words, the latest first."""
    known = offers(view)
    for place in range(len(known) - 1, -1, -1):
        yield _row(words, known[place], place)


def _row(words: Words, offer: Offer, place: int) -> OfferRow:
    values, is_whole = dict(offer.item.values), offer.item.id == "bid"
    who = offer.who
    name = words.pick(who) if isinstance(who, Text) else str(who)
    key = "desk.bid.text" if is_whole else "desk.sheet.text"
    text = words.say(key, fund=name, amount=values["amount_won"], share=values.get("share", 1.0))
    fate = words.say(f"desk.proposal.{offer.fate.value}", week=offer.week)
    note = words.say("desk.proposal.made", week=offer.item.week)
    is_past = offer.fate in (Fate.DECLINED, Fate.LAPSED)
    icon = "handshake" if is_whole or offer.fate is Fate.TAKEN else "banknote"
    return OfferRow(f"offer.{place}", icon, TONES.get(offer.fate, Tone.PLAIN), text, note, fate, is_past)
