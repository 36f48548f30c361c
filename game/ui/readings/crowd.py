"""The market in words: companies and shares, lenses that colour people by what they are or do, and one person's card."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.messages import Event, Term
from agents.reasons import Account
from game.content.words import Words
from game.study.person import Story
from game.ui.readings import amounts
from game.ui.readings.amounts import Line
from game.ui.tokens import Theme, Tone
from game.world.report import MarketView

UTIL = 65_536  # units of 2^-16 util in one
PLAYER = 0
LENSES = ("company", "satisfaction", "trust", "price", "sore", "segment", "loyalty", "moved")
MOODS = (
    -1.0,
    0.0,
    1.0,
)  # util: where delight, contentment, doubt and disappointment part; 0 is what doing without is worth
NOTED = 0.1  # util on either side of which a price or a worry is felt
GRAVE = 0.5  # util below which it is felt as too much
MOST_SORES = 4  # reasons that a lens tells apart; the rest are others
MOST_THOUGHTS = 3
MOST_REASONS = 4
SILENT_UTIL = 0.05  # reasons weaker than this are not worth a line


@dataclass(frozen=True, slots=True)
class Kind:
    """One colour of a lens: its hue, its word, and how many people wear it."""

    hue: str
    label: str
    people: float


@dataclass(frozen=True)
class Lens:
    """A way to colour people: (N,) indices into the kinds; None colours by company."""

    of: NDArray[np.intp] | None
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Thought:
    """What some of the player's users think who are not quite content, in their words, and how many they are."""

    reason: Term
    text: str
    people: float


@dataclass(frozen=True, slots=True)
class Card:
    """What there is to say about one person."""

    title: str
    uses: str
    firm: int
    lines: tuple[Line, ...]
    heading: str = ""  # above the reasons
    reasons: tuple[Line, ...] = ()


def firm_names(words: Words, view: MarketView) -> tuple[str, ...]:
    """Return the companies' names, the player's first."""
    return tuple(words.pick(firm.name) for firm in view.firms)


def undecided_share(view: MarketView) -> float:
    """Return the share of people who use nothing."""
    return max(0.0, 1.0 - sum(firm.share for firm in view.firms))


def note(words: Words, view: MarketView, agents_per_dot: int) -> str:
    """Return how many people there are and how many a dot stands for."""
    everybody = view.people_per_agent * len(view.service)
    dot = view.people_per_agent * agents_per_dot
    return words.say(
        "desk.market.note", people=amounts.people(words, everybody), dot=amounts.people(words, dot)
    )


def lens(words: Words, view: MarketView, name: str, theme: Theme) -> Lens:
    """Return how a lens colours everybody."""
    return _LENSES[name](words, view, theme) if name in _LENSES else Lens(None, ())


def _by_satisfaction(words: Words, view: MarketView, theme: Theme) -> Lens:
    levels = np.searchsorted(np.array(MOODS), view.value / UTIL) + 1
    of = np.where(view.service >= 0, levels, 0).astype(np.intp)
    hues = (theme.undecided, theme.bad, theme.warn, theme.accent, theme.good)
    return _counted(words, view, "satisfaction", of, hues)


def _by_trust(words: Words, view: MarketView, theme: Theme) -> Lens:
    return _felt(words, view, theme, "trust", view.trust)


def _by_price(words: Words, view: MarketView, theme: Theme) -> Lens:
    return _felt(words, view, theme, "price", view.price)


def _felt(words: Words, view: MarketView, theme: Theme, name: str, felt: NDArray[np.int32]) -> Lens:
    """Return people by one reason: far too bad, somewhat bad, neither, or good."""
    levels = np.searchsorted(np.array([-GRAVE, -NOTED, NOTED]), felt / UTIL) + 1
    of = np.where(view.service >= 0, levels, 0).astype(np.intp)
    return _counted(words, view, name, of, (theme.undecided, theme.bad, theme.warn, theme.accent, theme.good))


def _by_sore(words: Words, view: MarketView, theme: Theme) -> Lens:
    """Return people by what they miss most; only the commonest reasons have a colour of their own."""
    found = np.bincount(view.sore[view.sore >= 0], minlength=len(Term))
    common = [int(t) for t in np.argsort(-found, kind="stable")[:MOST_SORES] if found[t]]
    of = np.where(view.service < 0, 0, np.where(view.sore < 0, 1, 2)).astype(np.intp)
    for place, reason in enumerate(common):
        of[view.sore == reason] = 3 + place
    people = np.bincount(of, minlength=3 + len(common)) * view.people_per_agent
    names = [words.say(f"desk.lens.sore.{i}") for i in range(3)]
    names += [words.say(f"desk.term.{Term(reason).name}") for reason in common]
    hues = (theme.undecided, theme.good, theme.text2, *(theme.firm(i) for i in range(len(common))))
    return Lens(of, tuple(Kind(*kind) for kind in zip(hues, names, people.tolist(), strict=True)))


def _by_segment(words: Words, view: MarketView, theme: Theme) -> Lens:
    of = view.segment.astype(np.intp)
    people = np.bincount(of, minlength=len(view.segments)) * view.people_per_agent
    kinds = tuple(
        Kind(theme.firm(i), words.pick(name), float(people[i])) for i, name in enumerate(view.segments)
    )
    return Lens(of, kinds)


def _by_loyalty(words: Words, view: MarketView, theme: Theme) -> Lens:
    of = np.where(view.service < 0, 0, np.where(view.loyal > 0, 2, 1)).astype(np.intp)
    return _counted(words, view, "loyalty", of, (theme.undecided, theme.warn, theme.good))


def _by_move(words: Words, view: MarketView, theme: Theme) -> Lens:
    came = (view.service == PLAYER) & (view.previous != PLAYER)
    went = (view.service != PLAYER) & (view.previous == PLAYER)
    other = (view.service != view.previous) & ~came & ~went
    of = np.select([came, went, other], [1, 2, 3], 0).astype(np.intp)
    return _counted(words, view, "moved", of, (theme.undecided, theme.good, theme.bad, theme.warn))


def _counted(words: Words, view: MarketView, name: str, of: NDArray[np.intp], hues: tuple[str, ...]) -> Lens:
    people = np.bincount(of, minlength=len(hues)) * view.people_per_agent
    kinds = (Kind(hue, words.say(f"desk.lens.{name}.{i}"), float(people[i])) for i, hue in enumerate(hues))
    return Lens(of, tuple(kinds))


_LENSES: dict[str, Callable[[Words, MarketView, Theme], Lens]] = {
    "satisfaction": _by_satisfaction,
    "trust": _by_trust,
    "price": _by_price,
    "sore": _by_sore,
    "segment": _by_segment,
    "loyalty": _by_loyalty,
    "moved": _by_move,
}


def thoughts(words: Words, view: MarketView) -> tuple[Thought, ...]:
    """Return what those of the player's users miss who are not quite content, the commonest thought first."""
    tempted = (view.service == PLAYER) & (view.value < MOODS[-1] * UTIL) & (view.sore >= 0)
    found = np.bincount(view.sore[tempted], minlength=len(Term))
    common = [Term(int(t)) for t in np.argsort(-found, kind="stable")[:MOST_THOUGHTS] if found[t]]
    return tuple(
        Thought(t, words.say(f"desk.thought.{t.name}"), float(found[t]) * view.people_per_agent)
        for t in common
    )


def movers(view: MarketView) -> NDArray[np.intp]:
    """Return the rows of the people who came to the player's service or left it this week."""
    return np.flatnonzero((view.service == PLAYER) != (view.previous == PLAYER))


def users(view: MarketView) -> NDArray[np.intp]:
    """Return the rows of the player's users."""
    return np.flatnonzero(view.service == PLAYER)


def somebody(view: MarketView, firm: int) -> int | None:
    """Return the row of somebody who uses a company's service, one who has just come if there is one; None if nobody does."""
    mine = view.service == firm
    fresh = np.flatnonzero(mine & (view.previous != firm))
    rows = fresh if len(fresh) else np.flatnonzero(mine)
    return int(rows[len(rows) // 2]) if len(rows) else None


# ---- one person


def card(words: Words, view: MarketView, row: int, story: Story | None = None) -> Card:
    """Return a person's card; the story, once it has come, adds since when and why."""
    service = int(view.service[row])
    title = words.say("desk.person.title", segment=view.segments[int(view.segment[row])], number=row + 1)
    lines = [_satisfaction(words, view, row)] if service >= 0 else []
    if service >= 0:
        loyal = "loyal" if view.loyal[row] else "casual"
        lines.append(Line(words.say("desk.person.habit"), words.say(f"desk.person.{loyal}")))
    if story is None or not story.accounts:
        return Card(title, _uses(words, view, service), service, tuple(lines))
    if service >= 0:
        lines.append(Line(words.say("desk.person.since"), _since(words, story.since(service))))
    last = story.accounts[-1]
    return Card(
        title, _uses(words, view, service), service, tuple(lines), _heading(words, view, last), _reasons(words, last)
    )  # fmt: skip


def _uses(words: Words, view: MarketView, service: int) -> str:
    return words.pick(view.firms[service].name) if service >= 0 else words.say("desk.undecided")


def _since(words: Words, week: int) -> str:
    return words.say("desk.person.since-week", week=week) if week else words.say("desk.person.since-start")


def _satisfaction(words: Words, view: MarketView, row: int) -> Line:
    level = int(np.searchsorted(np.array(MOODS), view.value[row] / UTIL)) + 1
    tone = (Tone.PLAIN, Tone.BAD, Tone.WARN, Tone.PLAIN, Tone.GOOD)[level]
    return Line(words.say("desk.person.satisfaction"), words.say(f"desk.lens.satisfaction.{level}"), tone)


def _heading(words: Words, view: MarketView, last: Account) -> str:
    firm = words.pick(view.firms[last.subject].name) if 0 <= last.subject < len(view.firms) else ""
    return words.say(f"desk.person.event.{Event(last.event).name}", week=last.week + 1, firm=firm)


def _reasons(words: Words, last: Account) -> tuple[Line, ...]:
    """Return what weighed most in the last move, for the service or against it."""
    by_weight = sorted(last.terms.items(), key=lambda pair: -abs(pair[1]))
    found = []
    for term, weight in by_weight[:MOST_REASONS]:
        if abs(weight) >= SILENT_UTIL * UTIL:
            amount = f"{'+' if weight > 0 else '−'}{abs(weight) / UTIL:.1f}"
            found.append(
                Line(words.say(f"desk.term.{Term(term).name}"), amount, Tone.GOOD if weight > 0 else Tone.BAD)
            )
    return tuple(found)


def hover(words: Words, view: MarketView, row: int) -> tuple[str, str]:
    """Return a title and a line for the tip of a person under the pointer."""
    found = card(words, view, row)
    parts = [found.uses, *(line.amount for line in found.lines)]
    return found.title, " · ".join(parts)


def stream_count(words: Words, target: int, people: float) -> str:
    """Return the count on a stream: with plus for people who come to the player, with minus for those who leave."""
    return amounts.count_change(words, people) if target >= 0 else amounts.count_change(words, -people)
