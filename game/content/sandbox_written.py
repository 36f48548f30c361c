"""A market of one's own as a level file: only what differs from the sandbox, each part below the sentence that says why.

The text is what is played: the screen writes it, reads it again as any level is read, and refuses what has a complaint. Nothing
that is there is ever written over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from game.content import amounts, sandbox_told, yaml_lines
from game.content.figures import LANGUAGES
from game.content.phrases import Filling
from game.content.sandbox import FIGURES, PARENT, TRADES, Sandbox, usual
from game.content.settings import KNOWN
from game.content.shape import FORMAT
from game.content.shape_firms import LEVERS
from game.content.words import Words
from game.world.level import Business, EventCard, Level, Rival, Strategy

_SHARE = re.compile(r"share: (\d+)%")
_MINUTES_STEP = 5
_USERS = 10_000  # that the sandbox asks for of all its people
_CONTRACTS, _RARITY = 3, 0.2  # asked of a technology firm instead; a few clients, and a lead worth something

# What a rival of a kind is like where the sandbox has none to go by. Shares of three of each and of all seven stay below the whole.
_RIVALS: dict[Strategy, str] = {
    Strategy.INCUMBENT: "share: 8%, quality: 60%",
    Strategy.FOLLOWER: "",
    Strategy.PRICE_WARRIOR: "share: 6%, quality: 55%, cash: 8B",
    Strategy.NICHE: "share: 3%, quality: 58%",
    Strategy.COMMODITISER: "share: 8%, quality: 60%",
    Strategy.BUYER: "share: 2%, quality: 20%, cash: 200B",
}


def share_of(strategy: Strategy) -> float:
    """Return the share a rival of a kind begins with where the sandbox has none to go by; 0 for one that comes later."""
    found = _SHARE.search(_RIVALS[strategy])
    return int(found[1]) / 100 if found else 0.0


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of the file: its id, what the player calls it, and the number of the world it was set up for."""

    id: str
    title: str
    number: int


def written(wanted: Sandbox, parent: Level, named: Named, words: Words, schema: str) -> str:
    """Return a market as the text of a level.

    Args:
        wanted: the market.
        parent: the sandbox it builds on, as it is now.
        named: how it is called.
        words: of the comments; the level itself has both languages.
        schema: where an editor finds the schema.
    """
    text = _Text(words, wanted, usual(parent), parent)
    file = f"{named.id}.yaml"
    lines = [f"# yaml-language-server: $schema={schema}"]
    for key in ("head", "only", "play", "check"):
        said = words.say(f"sandbox.file.{key}", title=named.title, file=file, number=named.number)
        lines += yaml_lines.comment(said)
    title = plain_title(named.title)
    lines += [
        f"format: {FORMAT}",
        f"id: {named.id}",
        f"extends: {PARENT}",
        f"title: {yaml_lines.flow({'ko': title, 'en': title})}",
    ]
    lines += ["story:", *text.story(), "tags: [sandbox, mine]"]
    return "\n".join([*lines, *text.parts()]) + "\n"


def plain_title(title: str) -> str:
    """Return a title that no gap of a sentence can hide in."""
    return title.replace("{", "(").replace("}", ")")


class _Text:
    """The parts of one file."""

    def __init__(self, words: Words, wanted: Sandbox, before: Sandbox, parent: Level) -> None:
        self.words, self.wanted, self.usual, self.parent = words, wanted, before, parent
        self.tongues = (Words("ko"), Words("en"))
        self.people = sandbox_told.people(parent, wanted)

    def parts(self) -> Iterator[str]:
        """Yield every line below the head."""
        told = sandbox_told.told(self.words, self.wanted, self.usual, self.parent)
        parts = {
            "clock": self.clock(),
            "market": self.market(),
            "player": self.player(),
            "trade": self.parameters(),
            "segments": self.segments(),
            "rivals": self.rivals(),
            "funds": self.funds(),
            "events": self.events(),
        }
        also = {"player": "levers"}
        for part, lines in parts.items():
            body = list(lines)
            if body:
                yield ""
                for about, said in told:
                    if about in (part, also.get(part)):
                        yield from yaml_lines.comment(said)
                yield from body
        yield from self.aims()
        if self.parent.tests:
            yield from ("", *yaml_lines.comment(self.words.say("sandbox.file.tests")), "tests: null")

    def story(self) -> Iterator[str]:
        """Yield what is told before the first week."""
        number = sum(self.wanted.rivals)
        for words in self.tongues:
            rivals = words.say(f"sandbox.file.{'rivals' if number else 'no-rivals'}", n=number)
            name, about = (
                words.say(f"sandbox.trade.{self.wanted.trade}.{part}") for part in ("name", "about")
            )
            said = words.say("sandbox.file.story", trade=name, about=about, people=self.people, company="{company}",
                             cash=self.wanted.cash_won, length="{weeks}", rivals=rivals)  # fmt: skip
            yield f"  {words.language}: |"
            yield from (f"    {line}" for line in said.split("\n"))

    def clock(self) -> Iterator[str]:
        """Yield how long it lasts."""
        weeks = self.wanted.weeks
        if weeks != self.usual.weeks:
            yield f"clock: {{weeks: {weeks}}}"
            share = weeks / self.usual.weeks
            minutes = max(_MINUTES_STEP, round(self.parent.minutes * share / _MINUTES_STEP) * _MINUTES_STEP)
            yield f"teaching: {{minutes: {min(minutes, 600)}}}"

    def market(self) -> Iterator[str]:
        """Yield the market as a whole."""
        said = {}
        if self.wanted.agents != self.usual.agents:
            said["agents"] = amounts.written(Decimal(self.wanted.agents))
        if self.wanted.jitter != self.usual.jitter:
            said["jitter"] = amounts.percent(Decimal(str(self.wanted.jitter)))
        yield from yaml_lines.block("market", said)

    def player(self) -> Iterator[str]:
        """Yield the company and what it can move."""
        said = {}
        if self.wanted.business is not self.usual.business:
            said["business"] = self.wanted.business.value
        if self.wanted.cash_won != self.usual.cash_won:
            said["cash"] = amounts.written(Decimal(self.wanted.cash_won))
        closed = self.wanted.closed
        if closed != self.usual.closed:
            said["locked"] = f"[{', '.join(lever for lever in LEVERS if lever in closed)}]"
        yield from yaml_lines.block("player", said)

    def parameters(self) -> Iterator[str]:
        """Yield the figures that differ, each with its range."""
        said = {
            name: value
            for name, value, before in zip(FIGURES, self.wanted.figures, self.usual.figures, strict=True)
            if value != before
        }
        said |= {name: value for name, value in TRADES[self.wanted.trade].items() if name not in FIGURES}
        lines = {}
        for name, value in said.items():
            known = KNOWN[name]
            low, high = (yaml_lines.figure(end, known.unit) for end in (known.low, known.high))
            between = self.words.say("sandbox.range", low=low, high=high)
            lines[name] = f"{yaml_lines.figure(value, known.unit)}  # {between}"
        yield from yaml_lines.block("parameters", lines)

    def segments(self) -> Iterator[str]:
        """Yield who is there."""
        said = {}
        for segment in self.parent.segments:
            if segment.id not in self.wanted.segments:
                said[segment.id] = "null"
            elif self.wanted.size != self.usual.size:
                said[segment.id] = f"{{size: {{scale: {yaml_lines.plain(self.wanted.size)}}}}}"
        yield from yaml_lines.block("segments", said)

    def rivals(self) -> Iterator[str]:
        """Yield the rivals that come and go."""
        said: dict[str, str] = {}
        for strategy in Strategy:
            there = [rival for rival in self.parent.rivals if rival.strategy is strategy]
            number = self.wanted.of(strategy)
            said |= {rival.id: "null" for rival in there[number:]}
            said |= {rival.id: moved for rival in there[:number] if (moved := self._moved(rival))}
            for place in range(len(there) + 1, number + 1):
                said[f"{strategy.value}-{place}"] = self._rival(strategy, place)
        yield from yaml_lines.block("competitors", said)

    def _moved(self, rival: Rival) -> str:
        """Return the change of a specialist whose people are gone."""
        served = self.parent.segments[rival.segment].id
        is_left = rival.strategy is not Strategy.NICHE or served in self.wanted.segments
        return "" if is_left else f"{{segment: {self.wanted.segments[0]}}}"

    def _rival(self, strategy: Strategy, place: int) -> str:
        key = f"sandbox.rival.{strategy.value}.{place}"
        parts = [f"name: {self._both(key)}", f"strategy: {strategy.value}", _RIVALS[strategy]]
        if strategy is Strategy.NICHE:
            kept = self.wanted.segments
            parts.append(f"segment: {kept[place % len(kept)]}")
        return f"{{{', '.join(part for part in parts if part)}}}"

    def funds(self) -> Iterator[str]:
        """Yield the investors that are gone."""
        gone = [fund.id for fund in self.parent.funds if fund.id not in self.wanted.funds]
        if gone and not self.wanted.funds:
            yield "investors: null"
        else:
            yield from yaml_lines.block("investors", dict.fromkeys(gone, "null"))

    def events(self) -> Iterator[str]:
        """Yield the cards that do not come up; those about a rival need one."""
        if self.parent.events and not self.wanted.plays_cards:
            yield "events: null"
        elif not sum(self.wanted.rivals):
            about = [
                card.id for card in self.parent.events for one in self.parent.rivals[:1] if _names(card, one)
            ]
            yield from yaml_lines.block("events", dict.fromkeys(about, "null"))

    def aims(self) -> Iterator[str]:
        """Yield objectives whose words or figures are about another market."""
        known = {aim.id for aim in self.parent.objectives}
        said: dict[str, str] = {}
        if self.wanted.weeks != self.usual.weeks:
            said["standing"] = self._aim("", "standing", weeks=self.wanted.weeks)
        if self.wanted.business is Business.TECHNOLOGY is not self.usual.business:
            said["many"] = self._aim(f"contracts >= {_CONTRACTS}", "contracts", n=_CONTRACTS)
            said["liked"] = self._aim(f"rarity >= {_RARITY:.0%}", "rarity", share=_RARITY)
        elif self.people != self.parent.people:
            users = _two_digits(_USERS * self.people / self.parent.people)
            said["many"] = self._aim(f"users >= {amounts.written(Decimal(users))}", "users", n=users)
        body = list(
            yaml_lines.block("objectives", {name: aim for name, aim in said.items() if name in known})
        )
        yield from (["", *body] if body else [])

    def _aim(self, when: str, name: str, **values: Filling) -> str:
        condition = f"when: {when}, " if when else ""
        return f"{{{condition}text: {self._both(f'sandbox.file.{name}', **values)}}}"

    def _both(self, key: str, **values: Filling) -> str:
        return yaml_lines.flow({words.language: words.say(key, **values) for words in self.tongues})


def _names(card: EventCard, rival: Rival) -> bool:
    """Return whether a card is about a rival, by the name that was put into its sentences."""
    texts = [card.title, card.text, *(text for one in card.choices for text in (one.label, one.text))]
    return any(rival.name.of(tongue) in text.of(tongue) for text in texts for tongue in LANGUAGES)


def _two_digits(number: float) -> int:
    """Return a number as one says it: 8,250 is 8,200, and never less than ten."""
    whole = str(round(number))
    return max(10, int(whole[:2].ljust(len(whole), "0")))
