"""One person's decision in words: every reason on both sides, what moved each of them, what they add up to, and who is alike."""

from dataclasses import dataclass

from agents.choosing import WITHOUT, Choosing
from agents.messages import Event, Term
from game.content.phrases import Filling
from game.content.words import Words
from game.study import wording
from game.study.alike import Alike, Twin
from game.study.choices import Choice
from game.study.life import Chapter, Turn
from game.study.moved import Moved
from game.study.why import Person
from game.ui.readings import amounts
from game.ui.readings.amounts import Line
from game.ui.tokens import Tone
from game.world.level import Level

ICONS = {
    Term.FIT: "crosshair", Term.QUALITY: "gauge", Term.SPEED: "timer", Term.UX: "mouse-pointer-click", Term.PRICE: "tag",
    Term.PRIVACY: "shield", Term.PEERS: "users-round", Term.CONTENT: "newspaper", Term.HABIT: "repeat",
    Term.RIVAL: "swords", Term.LUCK: "dices",
}  # fmt: skip
_BY_ITSELF = (Term.PEERS, Term.HABIT, Term.LUCK)  # what no founder decides, and what is said of it
_GONE = (
    Event.TRIED_AND_LEFT,
    Event.LEFT_REVIEW,
    Event.LEFT_OWN_REASONS,
    Event.LEFT_SCANDAL,
    Event.LEFT_CLOSED,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """What moved a reason: a decision with its week and its part, or plain words where nobody decided it."""

    what: str
    week: str = ""
    amount: str = ""
    choice: Choice | None = None  # what can be left out, to see what would have come of it
    turns: bool = False  # without it alone the answer would have been the other one


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its weight on either side, and their difference as a figure (2^-16 util) and in words."""

    id: str
    icon: str
    name: str
    own: str
    theirs: str
    push: int
    amount: str
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A whole decision: the question, both sides, every reason, the sums, and what came of it."""

    question: str
    firms: tuple[int, int]
    names: tuple[str, str]
    reasons: tuple[Reason, ...]
    sums: tuple[str, str]
    margin: int
    total: str
    meaning: str
    notes: tuple[str, ...]


def title(words: Words, found: Person) -> str:
    """Return the question at the head: why this person did what came last."""
    event = Event.NONE if found.choice is None else found.choice.event
    return words.say(f"asking.titled.{event.name}")


def standing(words: Words, level: Level, found: Person) -> str:
    """Return who it is, and what they use since when."""
    who = words.say("desk.person.title", segment=level.segments[found.segment].name, number=found.person)
    if found.service == WITHOUT:
        uses = words.say("why.uses.none")
    else:
        key = ("loyal" if found.is_loyal else "casual") + ("" if found.since else "-always")
        uses = words.say(f"why.uses.{key}", firm=wording.firm(words, level, found.service), since=found.since)
    return f"{who} · {uses}"


def life(words: Words, level: Level, found: Person) -> tuple[tuple[str, Tone, str], ...]:
    """Return the story in up to three lines, each with an icon and how it stands."""
    return tuple((*_mark(chapter), wording.chapter(words, level, chapter)) for chapter in found.life)


def _mark(chapter: Chapter) -> tuple[str, Tone]:
    if chapter.turn is Turn.FELT:
        return ("trending-up", Tone.GOOD) if chapter.amount > 0 else ("trending-down", Tone.WARN)
    if chapter.event in _GONE:
        return "door-open", Tone.BAD
    if chapter.event is Event.HEARD:
        return "message-circle", Tone.WARN
    return ("shuffle", Tone.ACCENT) if chapter.event is Event.SWITCHED else ("smile", Tone.GOOD)


def reckoned(words: Words, level: Level, choice: Choosing, moved: Moved | None) -> Reckoned:
    """Return a decision in words; what moved it is there once `moved` is known."""
    names = tuple(wording.firm(words, level, side.firm) for side in (choice.service, choice.other))
    service, other = names
    values = wording.between(words, level, choice)
    reasons = [reason for term in Term if (reason := _reason(words, level, choice, term, moved))]
    ranked = sorted(reasons, key=lambda r: (r.id == Term.LUCK.name, r.push < 0, -abs(r.push)))
    sums = [wording.util(side.sum) for side in (choice.service, choice.other)]
    is_weighed = choice.service.firm != WITHOUT and bool(reasons)
    return Reckoned(
        question=words.say(wording.question(choice), **values),
        firms=(choice.service.firm, choice.other.firm),
        names=(service, other),
        reasons=tuple(ranked),
        sums=(sums[0], sums[1]),
        margin=choice.margin,
        total=wording.util(choice.margin),
        meaning=_meaning(words, choice, values) if is_weighed else "",
        notes=tuple(_notes(words, level, choice, moved, service)),
    )


def _meaning(words: Words, choice: Choosing, values: dict[str, Filling]) -> str:
    """Return for which side the sum speaks, and what came of it."""
    side = words.say(f"asking.speaks.{'for' if choice.margin >= 0 else 'against'}", service=values["service"])
    return f"{side} {words.say(f'why.came.{choice.event.name}', **values)}"


def _notes(words: Words, level: Level, choice: Choosing, moved: Moved | None, service: str) -> list[str]:
    found = [] if choice.gets_there else [words.say("why.never-there", service=service)]
    return found if moved is None else found + wording.behind(words, level, moved, service)


def _reason(words: Words, level: Level, choice: Choosing, term: Term, moved: Moved | None) -> Reason | None:
    own, theirs = choice.service.terms.get(term, 0), choice.other.terms.get(term, 0)
    if own == theirs == 0:
        return None
    origin = None if moved is None else _origin(words, level, term, moved)
    name, push = wording.term(words, term), own - theirs
    sides = wording.util(own), wording.util(theirs)
    return Reason(term.name, ICONS[term], name, *sides, push, wording.util(push), origin)


def _origin(words: Words, level: Level, term: Term, moved: Moved) -> Origin:
    mover = moved.by.get(term)
    if mover is None or wording.util(mover.amount)[0] == "±":  # so little that it is written as nothing
        key = term.name if term in _BY_ITSELF else "nothing"
        return Origin(words.say(f"asking.origin.{key}"))
    made = mover.choice
    return Origin(
        what=wording.deed(words, level, made),
        week=words.say("asking.week", week=made.week),
        amount=wording.util(mover.amount),
        choice=made,
        turns=made in moved.undoing,
    )


# ---- others like this one


def why_moved(words: Words, name: str) -> str:
    """Return the reason of somebody who moved, by its id: `term.NAME`, `via.NAME` or `event.NAME`."""
    family, _, key = name.partition(".")
    if family == "via":
        return words.say(f"asking.via.{key}")
    if family == "event":
        return words.say(f"asking.event.{key}")
    return words.say("why.luck-alone") if key == Term.LUCK.name else wording.term(words, Term[key])


def heaps(words: Words, alike: Alike) -> tuple[tuple[str, float], ...]:
    """Return what people like this one did it for, and how many of them."""
    if not alike.by:
        return ((words.say("asking.alike-all"), alike.people),)
    return tuple((why_moved(words, name), people) for name, people in alike.by)


def alike_title(words: Words, alike: Alike) -> str:
    """Return how many people did the same."""
    people = amounts.people(words, round(alike.people))
    return words.say("asking.alike", people=people, weeks=alike.weeks)


def twin_lines(words: Words, twin: Twin) -> tuple[Line, ...]:
    """Return what differs between a person and their twin, the largest first; what rounds to nothing is left out."""
    return tuple(
        Line(wording.term(words, term), wording.util(amount), Tone.GOOD if amount > 0 else Tone.BAD)
        for term, amount in twin.differences
        if wording.util(amount)[0] != "±"
    )


def twin_sum(words: Words, choice: Choosing, twin: Twin) -> str:
    """Return the sum that leads from a person's decision to the twin's."""
    apart = twin.choice.margin - choice.margin
    return words.say(
        "asking.twin.sum",
        own=wording.util(choice.margin),
        apart=wording.util(apart),
        twin=wording.util(twin.choice.margin),
    )
