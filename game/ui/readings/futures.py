"""Two futures in words: how either ends, their figures, who behaved otherwise and why, what became impossible."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.choosing import Choosing
from agents.messages import LEVERS
from game.content import sentences
from game.content.phrases import Filling
from game.content.words import Words
from game.study import wording
from game.study.choices import EditError
from game.study.compared import Compared
from game.study.figures import FIGURES
from game.study.recording import Recording
from game.study.whatif import Elsewhere, Fate, Otherwise
from game.ui.readings import amounts
from game.ui.readings.amounts import Line
from game.ui.readings.crowd import Kind
from game.ui.tokens import Theme, Tone
from game.world.level import Level

Floats = NDArray[np.float64]
CHARTS = ("users", "cash", "accuracy", "quality")
_GAPS = {"people": "n", "items": "n", "share": "share", "money": "won"}
_PARTS = 5  # reasons and movements named, the largest


@dataclass(frozen=True)
class Overlay:
    """One chart of both futures: (weeks,) of each, NaN where a future is not, or is still one with the other."""

    id: str
    label: str
    past: Floats
    actual: Floats
    changed: Floats
    figure: str
    write: Callable[[float], str]


def trouble(words: Words, wrong: EditError) -> str:
    """Return why the past cannot be changed so."""
    values: dict[str, Filling] = dict(wrong.values)
    if values.get("key") in LEVERS:
        values["key"] = sentences.lever(words, str(values["key"]))
    if wrong.refusal is not None:
        values["refusal"] = sentences.refusal(words, wrong.refusal)
    return words.say(f"whatif.wrong.{wrong.code}", **values)


def ended(words: Words, recording: Recording) -> tuple[str, Tone]:
    """Return how a future ends or stands, and its tone."""
    tone = {"won": Tone.GOOD, "lost": Tone.BAD, "time": Tone.WARN}.get(
        recording.ending.outcome.value, Tone.PLAIN
    )
    return wording.ended(words, recording.level, recording.ending, recording.weeks), tone


def writer(words: Words, name: str) -> Callable[[float], str]:
    """Return how a figure of `FIGURES` is written."""
    kind = FIGURES[name][1]
    return lambda value: words.say(f"whatif.{kind}", **{_GAPS[kind]: value})


def overlays(words: Words, both: Compared) -> tuple[Overlay, ...]:
    """Return the charts of both futures."""
    return tuple(_overlay(words, both, name) for name in CHARTS)


def _overlay(words: Words, both: Compared, name: str) -> Overlay:
    of, first = FIGURES[name][0], both.found.week - 1
    length = max(both.found.actual.weeks, both.found.changed.weeks)

    def series(recording: Recording, start: int, end: int) -> Floats:
        found = np.full(length, np.nan)
        values = [float(of(report)) for report in recording.reports[start:end]]
        found[start : start + len(values)] = values
        return found

    start = max(0, first - 1)  # the last week they share is where they part
    write = writer(words, name)
    then, now = (
        write(float(of(recording.reports[both.week - 1])))
        for recording in (both.found.actual, both.found.changed)
    )
    return Overlay(
        id=name,
        label=words.say("desk.next.accuracy" if name == "accuracy" else f"desk.trend.{name}"),
        past=series(both.found.actual, 0, first),
        actual=series(both.found.actual, start, length),
        changed=series(both.found.changed, start, length),
        figure=f"{then} → {now}",
        write=write,
    )  # fmt: skip


def point(words: Words, overlay: Overlay, index: int) -> str:
    """Return one week of a chart in words."""
    both = [overlay.actual[index], overlay.changed[index]]
    told = [overlay.write(float(v)) if np.isfinite(v) else amounts.NOTHING for v in both]
    if np.isfinite(overlay.past[index]) and not np.isfinite(overlay.changed[index]):
        return words.say("desk.trend.point", week=index + 1, figure=overlay.write(float(overlay.past[index])))
    return words.say("asking.both", week=index + 1, actual=told[0], changed=told[1])


def figures(words: Words, both: Compared) -> tuple[Line, ...]:
    """Return every figure of the week compared, from what it was to what it would be."""
    reports = [r.reports[both.week - 1] for r in (both.found.actual, both.found.changed)]
    lines = []
    for name, (of, _) in FIGURES.items():
        before, after = (writer(words, name)(of(report)) for report in reports)
        lines.append(Line(words.say(f"whatif.figures.{name}"), f"{before} → {after}"))
    return tuple(lines)


# ---- the crowd


def fates(words: Words, both: Compared, theme: Theme) -> tuple[Kind, ...]:
    """Return what the colours of the crowd mean, by `Fate`."""
    hues = (theme.undecided, theme.accent, theme.bad, theme.warn)
    return tuple(
        Kind(hues[fate], words.say(f"asking.fate.{fate.name}"), both.crowd.people[fate]) for fate in Fate
    )


def turned(words: Words, both: Compared, one: Otherwise) -> tuple[str, str]:
    """Return who behaved otherwise from which week on, and what they did in either future."""
    who = words.say("asking.turned", person=one.person, week=one.week)
    pair = ((both.found.actual, one.actual), (both.found.changed, one.changed))
    actual, changed = (_did(words, recording.level, choice) for recording, choice in pair)
    return who, f"{actual} → {changed}"


def _did(words: Words, level: Level, choice: Choosing | None) -> str:
    if choice is None:
        return words.say("whatif.did.NOTHING")
    firm, other = (wording.firm(words, level, side.firm) for side in (choice.service, choice.other))
    amount = wording.util(choice.margin)
    return words.say(f"whatif.did.{choice.event.name}", firm=firm, other=other, amount=amount)


def reasons(words: Words, both: Compared) -> tuple[str, ...]:
    """Return by which reasons more or fewer left, and where money went otherwise."""
    left = sorted(both.left_by.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    people = [
        words.say("whatif.reason", term=words.say(f"because.left.{term.name}"), people=round(number))
        for term, number in left[:_PARTS]
        if round(number)
    ]
    money = [
        words.say("whatif.money-part", reason=words.say(f"because.{reason}"), won=won)
        for reason, won in sorted(both.money_won.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:_PARTS]
    ]
    found = [words.say("whatif.reasons", parts=", ".join(people))] if people else []
    return (*found, words.say("whatif.money-by", parts=", ".join(money))) if money else tuple(found)


def elsewhere(words: Words, others: tuple[Elsewhere, ...]) -> tuple[str, tuple[int, ...]]:
    """Return the sentence about other worlds, and for each whether it went better (1), worse (-1) or the same (0)."""
    signs = tuple((one.merit[1] > one.merit[0]) - (one.merit[1] < one.merit[0]) for one in others)
    better, worse = signs.count(1), signs.count(-1)
    same = len(signs) - better - worse
    said = words.say("whatif.elsewhere", worlds=len(signs), better=better, worse=worse, same=same)
    return said, signs
