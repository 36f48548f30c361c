"""`why FILE --person N --week N`: why somebody stands where they stand, term by term; rivals and investors, too."""

from argparse import Namespace
from collections.abc import Iterator

from agents.choosing import WITHOUT, Choosing
from agents.messages import Term
from game.commands.problems import UsageError
from game.commands.told import awaited, nobody, plain, put_json, recording_of
from game.commands.voice import Voice
from game.content import rivals, sentences
from game.content.places import shown
from game.study import others, wording
from game.study.alike import Alike, Twin
from game.study.deletions import Deletions
from game.study.moved import Moved, what_moved
from game.study.recording import Recording
from game.study.why import NobodyError, Person, check_week, who_moved, why

_NAMED = 8  # people named to somebody who does not know whom to ask


def main(options: Namespace, voice: Voice) -> int:
    """Print why a person, a rival or an investor did what they did."""
    recording = recording_of(options, voice, measures_ring=False)
    week = recording.weeks if options.week is None else options.week
    try:
        check_week(recording, week)
        if options.person is not None:
            _person(recording, options.person, week, options.json, voice)
        elif options.rival is not None:
            _rival(recording, options.rival, week, options.json, voice)
        elif options.fund is not None:
            _fund(recording, options.fund, week, options.json, voice)
        else:
            raise UsageError(_whom(recording, week, voice))
    except NobodyError as wrong:
        raise nobody(wrong, voice) from wrong
    return 0


def _whom(recording: Recording, week: int, voice: Voice) -> str:
    people = who_moved(recording, week)[:_NAMED]
    if not people:
        return voice.phrase("why.wrong.whom-none", week=week)
    return voice.phrase("why.wrong.whom", week=week, people=", ".join(map(str, people)))


def _person(recording: Recording, person: int, week: int, is_json: bool, voice: Voice) -> None:
    found = why(recording, person, week)
    moved = None
    if found.choice is not None:
        moved = awaited(what_moved(Deletions(recording), found.choice), voice)
    if is_json:
        put_json({"person": _plain(found), "moved": plain(moved)}, voice)
        return
    for line in _told(recording, found, moved, voice):
        voice.data(line)


def _plain(found: Person) -> object:
    """Return a person as plain data, with sums that a reader need not make."""
    data = plain(found)
    assert isinstance(data, dict)
    if found.choice is not None:
        data["choice"] |= {
            "service_sum": found.choice.service.sum,
            "other_sum": found.choice.other.sum,
            "differences": plain(found.choice.terms),
            "margin": found.choice.margin,
        }
    if found.alike is not None:
        data["alike"]["persons"] = [row + 1 for row in data["alike"].pop("rows")]
    return data


def _told(recording: Recording, found: Person, moved: Moved | None, voice: Voice) -> Iterator[str]:
    words, level = voice.words, recording.level
    segment = words.pick(level.segments[found.segment].name)
    weeks = level.weeks
    yield voice.phrase("why.person", segment=segment, person=found.person, week=found.week, weeks=weeks)
    yield _standing(recording, found, voice)
    yield from (wording.chapter(words, level, chapter) for chapter in found.life)
    yield ""
    if found.choice is None or moved is None:
        yield voice.phrase("why.no-choice")
        return
    yield from _choice(recording, found.choice, moved, voice)
    if found.alike is not None:
        yield _alike(found.alike, voice)
    if found.twin is not None:
        yield _twin(found.twin, voice)


def _standing(recording: Recording, found: Person, voice: Voice) -> str:
    if found.service == WITHOUT:
        return voice.phrase("why.uses.none")
    key = ("loyal" if found.is_loyal else "casual") + ("" if found.since else "-always")
    firm = wording.firm(voice.words, recording.level, found.service)
    return voice.phrase(f"why.uses.{key}", firm=firm, since=found.since)


def _choice(recording: Recording, choice: Choosing, moved: Moved, voice: Voice) -> Iterator[str]:
    """Tell the question, every reason of either side with what moved it, the sum, and what came of it."""
    words, level = voice.words, recording.level
    values = wording.between(words, level, choice)
    service = values["service"]
    yield voice.phrase(wording.question(choice), **values)
    if not any(choice.terms.values()):
        return
    for term in Term:
        yield from _row(recording, choice, term, moved, voice)
    side = "for" if choice.margin >= 0 else "against"
    if choice.service.firm != WITHOUT:
        yield voice.phrase(f"why.sum.{side}", amount=wording.util(choice.margin), service=service)
    if not choice.gets_there:
        yield voice.phrase("why.never-there", service=service)
    yield voice.phrase(f"why.came.{choice.event.name}", **values)
    yield from map(shown, wording.behind(words, level, moved, service))


def _row(recording: Recording, choice: Choosing, term: Term, moved: Moved, voice: Voice) -> Iterator[str]:
    own, theirs = choice.service.terms.get(term, 0), choice.other.terms.get(term, 0)
    if own == theirs == 0:
        return
    mover = moved.by.get(term)
    told = "" if mover is None else wording.mover(voice.words, recording.level, mover)
    yield voice.phrase(
        "why.row",
        term=wording.term(voice.words, term),
        amount=wording.util(own - theirs),
        service=wording.firm(voice.words, recording.level, choice.service.firm),
        own=wording.util(own),
        other=wording.firm(voice.words, recording.level, choice.other.firm),
        theirs=wording.util(theirs),
        mover=told,
    )


def _alike(alike: Alike, voice: Voice) -> str:
    parts = []
    for name, people in alike.by:
        family, _, key = name.partition(".")
        said = voice.phrase(f"why.came-by.{key}") if family == "via" else _reason(key, voice)
        parts.append(voice.phrase("why.part", name=said, people=round(people)))
    by = voice.phrase("why.by", parts=", ".join(parts)) if parts else ""
    return voice.phrase("why.alike", people=round(alike.people), weeks=alike.weeks, by=by)


def _reason(key: str, voice: Voice) -> str:
    is_luck = key == Term.LUCK.name
    return voice.phrase("why.luck-alone") if is_luck else wording.term(voice.words, Term[key])


def _twin(twin: Twin, voice: Voice) -> str:
    parts = ", ".join(
        voice.phrase("why.twin-part", term=wording.term(voice.words, term), amount=wording.util(amount))
        for term, amount in twin.differences
        if wording.util(amount)[0] != "±"
    )
    amount = wording.util(twin.choice.margin)
    person, likeness = twin.choice.person, twin.likeness
    return voice.phrase("why.twin", person=person, likeness=likeness, amount=amount, parts=parts)


def _rival(recording: Recording, rival: str, week: int, is_json: bool, voice: Voice) -> None:
    found = others.why_rival(recording, rival, week)
    if is_json:
        put_json(found, voice)
        return
    words, level = voice.words, recording.level
    name, said = wording.firm(words, level, found.firm), rivals.why(words, found.why)
    voice.data(voice.phrase("why.rival", rival=name, week=found.week, said=said))
    for lever, before, after in found.changed:
        was, now = (wording.setting(words, level, lever, value) for value in (before, after))
        told = sentences.lever(words, lever)
        voice.data(voice.phrase("why.rival-changed", lever=told, before=was, after=now))
    if not found.changed:
        voice.data(voice.phrase("why.rival-held"))


def _fund(recording: Recording, fund: str, week: int, is_json: bool, voice: Voice) -> None:
    found = others.why_fund(recording, fund, week)
    if is_json:
        put_json(found, voice)
        return
    verdict = found.verdict
    name = voice.words.pick(recording.level.fund(fund).name)
    key = "why.fund.yes" if verdict.is_yes else "why.fund.no"
    interest, chance = f"{verdict.interest:+.2f}", f"{verdict.luck:+.2f}"
    voice.data(voice.phrase(key, fund=name, week=found.week, interest=interest, luck=chance))
    for factor in verdict.factors:
        told = voice.phrase(f"factor.{factor.name}")
        voice.data(voice.phrase("why.factor", factor=told, amount=f"{factor.weight:+.2f}"))
