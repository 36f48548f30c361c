"""`what-if FILE --set WEEK:KEY=VALUE`: the same world with the same luck, and one thing or several decided otherwise."""

from argparse import Namespace
from collections.abc import Iterator

from agents.choosing import Choosing
from agents.messages import LEVERS
from game.commands.problems import ProblemError, UsageError
from game.commands.settings import SettingError, Vocabulary
from game.commands.told import awaited, plain, put_json, recording_of, unchangeable
from game.commands.voice import Voice
from game.content.phrases import Filling
from game.study import wording
from game.study.changes import put
from game.study.choices import Edit, EditError, set_as
from game.study.figures import FIGURES
from game.study.recording import Recording
from game.study.whatif import Elsewhere, Fate, Otherwise, WhatIf, elsewhere, made_of, what_if

_DIGITS = 4  # of a week
_NAMED = 5  # people shown who behaved otherwise
_PARTS = 5  # reasons and movements named, the largest


def main(options: Namespace, voice: Voice) -> int:
    """Print both futures."""
    recording = recording_of(options, voice, measures_ring=False)
    edits = _edits(recording, options, voice)
    others: tuple[Elsewhere, ...] = ()
    try:
        found = what_if(recording, edits)
        if options.worlds:
            others = awaited(elsewhere(recording, edits, options.worlds), voice)
    except EditError as wrong:
        raise _unchangeable(wrong, voice) from wrong
    assert found is not None
    if options.json:
        put_json(_plain(found, others), voice)
        return 0
    for line in (*_told(found, voice), *_elsewhere(others, voice)):
        voice.data(line)
    return 0


def _edits(recording: Recording, options: Namespace, voice: Voice) -> tuple[Edit, ...]:
    """Return what was typed after --set and --drop, by week; levers by any of their names.

    Raises:
        UsageError: nothing is to be otherwise, or nobody said when.
    """
    vocabulary, found = Vocabulary(), tuple[Edit, ...]()
    if options.week is None and not options.set and not options.drop:
        raise UsageError(voice.phrase("whatif.wrong.no-week"))
    for word in options.drop or []:
        week, key = _when(word, options, voice)
        found = put(found, Edit(week, vocabulary.lever(key) or key))
    for word in options.set or []:
        key, sign, value = word.partition("=")
        if not sign or not key or not value:
            raise UsageError(voice.phrase("whatif.wrong.form", word=word))
        week, key = _when(key, options, voice)
        found = put(found, _set(vocabulary, recording, week, key, value, voice))
    if not found:
        raise UsageError(voice.phrase("whatif.wrong.empty"))
    return found


def _when(word: str, options: Namespace, voice: Voice) -> tuple[int, str]:
    """Return the week and the key of `WEEK:KEY`, or of a key alone, which belongs to the week of --week."""
    first, sign, rest = word.partition(":")
    if sign and rest and first.isdecimal() and len(first) <= _DIGITS:
        return int(first), rest
    if options.week is None:
        raise UsageError(voice.phrase("whatif.wrong.no-week"))
    return options.week, word


def _unchangeable(wrong: EditError, voice: Voice) -> ProblemError:
    """Return what to say; a key that is nothing may have been meant for a lever."""
    key = str(wrong.values.get("key", ""))
    near = Vocabulary().near(key) if wrong.code in ("key", "nothing") and key not in LEVERS else None
    if near is None:
        return unchangeable(wrong, voice)
    return ProblemError(voice.phrase("whatif.wrong.key-near", key=key, near=near))


def _set(vocabulary: Vocabulary, recording: Recording, week: int, key: str, value: str, voice: Voice) -> Edit:
    lever = vocabulary.lever(key)
    if lever is None:
        return Edit(week, key, value)
    start = recording.level.start.decision
    try:
        wanted = vocabulary.with_setting(start, lever, value)
    except SettingError as wrong:
        raise ProblemError(voice.phrase(wrong.key, **wrong.values)) from wrong
    return set_as(wanted, lever, week)


def _told(found: WhatIf, voice: Voice) -> Iterator[str]:
    actual, changed = found.actual, found.changed
    words, level, week = voice.words, actual.level, found.last_common_week
    yield voice.phrase("whatif.title", what=wording.changes(words, level, made_of(found)))
    yield voice.phrase("whatif.same-world")
    yield from (wording.skipped(words, level, skip) for skip in found.skipped)
    for key, recording in (("actual", actual), ("changed", changed)):
        end = wording.ended(words, level, recording.ending, recording.weeks)
        yield voice.phrase(f"whatif.{key}", end=end)
    yield from _figures(found, week, voice)
    yield from _crowd(found, week, voice)
    yield from _reasons(found, voice)


def _figures(found: WhatIf, week: int, voice: Voice) -> Iterator[str]:
    """Tell what the books say of both futures in the last week that both have."""
    yield voice.phrase("whatif.at", week=week)
    reports = found.actual.reports[week - 1], found.changed.reports[week - 1]
    for name, (of, kind) in FIGURES.items():
        before, after = (_figure(kind, of(report), voice) for report in reports)
        told = voice.phrase(f"whatif.figures.{name}")
        yield voice.phrase("whatif.figure", name=told, before=before, after=after)


def _figure(kind: str, value: float, voice: Voice) -> str:
    gap = {"people": "n", "items": "n", "share": "share", "money": "won"}[kind]
    return voice.phrase(f"whatif.{kind}", **{gap: value})


def _crowd(found: WhatIf, week: int, voice: Voice) -> Iterator[str]:
    people = found.crowd(week).people
    same, gained, lost, other = (round(people[fate]) for fate in Fate)
    if gained == lost == other == 0:
        yield voice.phrase("whatif.nothing")
        return
    yield voice.phrase("whatif.crowd", same=same, gained=gained, lost=lost, elsewhere=other)
    yield from (_turned(found, one, voice) for one in found.otherwise(week, _NAMED))


def _turned(found: WhatIf, one: Otherwise, voice: Voice) -> str:
    actual, changed = (_did(found.actual, choice, voice) for choice in (one.actual, one.changed))
    return voice.phrase("whatif.turned", person=one.person, week=one.week, actual=actual, changed=changed)


def _did(recording: Recording, choice: Choosing | None, voice: Voice) -> str:
    if choice is None:
        return voice.phrase("whatif.did.NOTHING")
    firms = (wording.firm(voice.words, recording.level, side.firm) for side in (choice.service, choice.other))
    values: dict[str, Filling] = dict(zip(("firm", "other"), firms, strict=True))
    amount = wording.util(choice.margin)
    return voice.phrase(f"whatif.did.{choice.event.name}", **values, amount=amount)


def _reasons(found: WhatIf, voice: Voice) -> Iterator[str]:
    """Tell by which reasons more or fewer left, and where money went otherwise."""
    left = sorted(found.left_by().items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    parts = [
        voice.phrase("whatif.reason", term=voice.phrase(f"because.left.{term.name}"), people=round(people))
        for term, people in left[:_PARTS]
        if round(people)
    ]
    if parts:
        yield voice.phrase("whatif.reasons", parts=", ".join(parts))
    money = sorted(found.money().items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    parts = [
        voice.phrase("whatif.money-part", reason=voice.phrase(f"because.{reason}"), won=won)
        for reason, won in money[:_PARTS]
    ]
    if parts:
        yield voice.phrase("whatif.money-by", parts=", ".join(parts))


def _elsewhere(others: tuple[Elsewhere, ...], voice: Voice) -> Iterator[str]:
    if not others:
        return
    better = sum(one.is_better for one in others)
    same = sum(one.merit[0] == one.merit[1] for one in others)
    worse = len(others) - better - same
    yield voice.phrase("whatif.elsewhere", worlds=len(others), better=better, worse=worse, same=same)


def _plain(found: WhatIf, others: tuple[Elsewhere, ...]) -> dict[str, object]:
    """Return both futures as plain data: curves by week, who stands otherwise, and why."""
    week = found.last_common_week
    futures = {"actual": found.actual, "changed": found.changed}
    crowd = found.crowd(week)
    return {
        "level": found.actual.level.id,
        "seed": found.actual.seed,
        "edits": plain(found.edits),
        "changes": plain(made_of(found)),
        "skipped": plain(found.skipped),
        "endings": {name: plain(recording.ending) for name, recording in futures.items()},
        "weeks": {name: recording.weeks for name, recording in futures.items()},
        "curves": {
            name: {key: [of(report) for report in recording.reports] for key, (of, _) in FIGURES.items()}
            for name, recording in futures.items()
        },
        "compared_in_week": week,
        "crowd": {fate.name.lower(): crowd.people[fate] for fate in Fate},
        "otherwise": plain(found.otherwise(week, _NAMED)),
        "left_by": {term.name.lower(): people for term, people in found.left_by().items()},
        "money_won": found.money(),
        "elsewhere": plain(others),
    }
