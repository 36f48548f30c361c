"""What a change would do, before it is done: a line under each lever, and next week in ranges."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

from agents.messages import LEVERS, Decision, ModelKind
from game.content import sentences
from game.content.words import Words
from game.study.books import Books, Prospect, qualities
from game.study.outlook import Outlook
from game.ui.readings import amounts
from game.ui.readings.amounts import NOTHING
from game.ui.tokens import Tone
from game.world.level import Business
from game.world.levers import Refusal
from game.world.pipeline import Stage

ARROW = " → "


@dataclass(frozen=True, slots=True)
class Forecast:
    """One figure of next week: what, how it would change as a range, and how that stands."""

    id: str
    what: str
    change: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Hint:
    """The line under a slider: of what, from what to what, and how it stands."""

    what: str
    change: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Release:
    """The next model: the stage in work, how much of it is done (0..1), its name, and how long it may still take."""

    stage: int
    share: float
    name: str
    left: str


def hint(words: Words, found: Prospect) -> Hint:
    """Return what one lever changes by itself; an unchanged one says how things are."""
    before, after = _written(words, found, found.before), _written(words, found, found.after)
    what = words.say(f"desk.prospect.{found.what}")
    if before == after:
        return Hint(what, before)
    if found.kind == "items":
        before = amounts.count(words, found.before)
    return Hint(what, before + ARROW + after, _tone(found))


def _tone(found: Prospect) -> Tone:
    better = (found.after - found.before) * found.good
    return Tone.GOOD if better > 0 else Tone.BAD


def _written(words: Words, found: Prospect, value: float) -> str:
    if found.kind == "money":
        return words.say("desk.money", won=value)
    if found.kind == "items":
        return amounts.counted(words, "desk.items", value)
    if found.kind == "share":
        return amounts.share(words, value, 1 if 0 < value < 0.1 else 0)
    if found.kind == "gain":
        return amounts.points(words, value)
    return _weeks(words, value)


def _weeks(words: Words, value: float) -> str:
    return (
        words.say("desk.weeks.n", weeks=max(1, round(value)))
        if isfinite(value)
        else words.say("desk.weeks.never")
    )


def release(words: Words, books: Books, team: Prospect) -> Release:
    """Return how far the next model is; `team` is what the draft makes of the weeks left."""
    stage = Stage(books.stage)
    name = words.say("desk.release.stage", stage=words.say(f"stage.{stage.name.lower()}"), number=stage + 1)
    if not isfinite(team.after):
        return Release(stage, books.stage_share, name, words.say("desk.release.never"))
    quicker = team.after / team.before if isfinite(team.before) and team.before > 0 else 1.0
    low, high = (max(1, round(weeks * quicker)) if isfinite(weeks) else 0 for weeks in books.weeks_left)
    if low == 0 or low >= high:
        left = words.say("desk.release.weeks", weeks=max(1, round(team.after)))
    else:
        left = words.say("desk.release.range", low=low, high=high)
    return Release(stage, books.stage_share, name, left)


def forecasts(
    words: Words, outlook: Outlook | None, business: Business = Business.CONTENT
) -> tuple[Forecast, ...]:
    """Return next week as ranges, in the order cash, users, data, accuracy; dashes until it is known."""
    crowd = "users" if business is Business.CONTENT else "clients"
    if outlook is None:
        names = ("cash", crowd, "data", "accuracy")
        return tuple(Forecast(id_, words.say(f"desk.next.{id_}"), NOTHING, Tone.PLAIN) for id_ in names)
    spans = (
        ("cash", outlook.cash_won, amounts.count_change),
        (crowd, outlook.users, amounts.count_change),
        ("data", outlook.clean_items, amounts.count_change),
        ("accuracy", outlook.accuracy, amounts.points),
    )
    found = []
    for id_, span, write in spans:
        text = amounts.span(span, lambda value, write=write: write(words, value))  # type: ignore[misc]
        tone = amounts.tone_of((span.low + span.high) / 2, text)
        found.append(Forecast(id_, words.say(f"desk.next.{id_}"), text, tone))
    return tuple(found)


def model_notes(words: Words, books: Books, decision: Decision) -> dict[ModelKind, str]:
    """Return how well each family of model would do on the data there will be next week."""
    found = qualities(books, decision)
    reached = {kind: found[kind] for kind in ModelKind if kind is not ModelKind.BEST} | {
        ModelKind.BEST: max(found)
    }
    return {kind: words.say("desk.model.reaches", quality=quality) for kind, quality in reached.items()}


def change_count(before: Decision, draft: Decision) -> int:
    """Return how many levers and answers the draft changes."""
    moved = [lever for lever in LEVERS if getattr(before, lever) != getattr(draft, lever)]
    return len(moved) + len(draft.answers)


def refusals_by_lever(words: Words, refusals: Iterable[Refusal]) -> dict[str, str]:
    """Return the sentences of refusals by lever, "" for the whole; the first of each lever counts."""
    found: dict[str, str] = {}
    for refused in refusals:
        lever = refused.lever if refused.lever in LEVERS else ""
        found.setdefault(lever, sentences.refusal(words, refused))
    return found
