"""`explain-play FILE`: which decisions mattered most, until when it could be won, and which link held the loop back."""

from argparse import Namespace
from collections.abc import Iterator
from itertools import groupby

from agents.messages import Link
from game.commands.told import awaited, plain, put_json, recording_of, used_of
from game.commands.voice import Voice
from game.study import wording
from game.study.recording import Recording
from game.study.turning_points import Explanation, TurningPoint, explain, rescuers

_SHOWN = 3  # turning points told; --json has all


def main(options: Namespace, voice: Voice) -> int:
    """Print what there is to say of a whole game."""
    recording = recording_of(options, voice)
    found = awaited(explain(recording, options.jobs), voice)
    if options.json:
        about = {"level": recording.level.id, "seed": recording.seed, "weeks": recording.weeks}
        data = plain(found)
        assert isinstance(data, dict)
        put_json({**about, **data}, voice)
        return 0
    used = used_of(options, voice)
    if used:
        voice.data(used)
    for line in _told(recording, found, voice):
        voice.data(line)
    return 0


def _told(recording: Recording, found: Explanation, voice: Voice) -> Iterator[str]:
    words, level = voice.words, recording.level
    end = wording.ended(words, level, recording.ending, recording.weeks)
    title = words.pick(level.title)
    yield voice.phrase("turning.title", level=title, seed=recording.seed, end=end)
    yield from _points(recording, found, voice)
    yield from _chances(recording, found, voice)
    yield from _links(found, voice)


def _points(recording: Recording, found: Explanation, voice: Voice) -> Iterator[str]:
    if not found.points:
        yield voice.phrase("turning.none")
        return
    told = [point for point in found.points if point.gain != 0][:_SHOWN]
    yield voice.phrase("turning.points" if told else "turning.nothing-mattered")
    for number, point in enumerate(told, start=1):
        yield from _point(recording, found, number, point, voice)
    if found.aside:
        yield voice.phrase("turning.aside", n=found.aside)


def _point(
    recording: Recording, found: Explanation, number: int, point: TurningPoint, voice: Voice
) -> Iterator[str]:
    words, level, without = voice.words, recording.level, point.without
    what = wording.choice(words, level, point.choice)
    yield voice.phrase("turning.point", number=number, what=what)
    key = "better" if point.gain < 0 else "worse"
    end = wording.ended(words, level, without.ending, without.week)
    yield voice.phrase(f"turning.without.{key}", end=end)
    users = round(without.users[-1]) if without.users else 0
    actual = round(found.actual.users[-1]) if found.actual.users else 0
    yield voice.phrase("turning.users", users=users, actual=actual)
    if point.skipped:
        yield voice.phrase("turning.skipped", n=point.skipped)


def _chances(recording: Recording, found: Explanation, voice: Voice) -> Iterator[str]:
    if not found.chances:
        return
    if found.last_chance is None:
        yield voice.phrase("turning.no-chance", tried=_founders(recording, rescuers(recording), voice))
        return
    last = next(chance for chance in found.chances if chance.week == found.last_chance)
    tried = ", ".join(
        voice.phrase(
            "turning.chance-part", week=chance.week, won=len(chance.winners), tried=len(chance.tried)
        )
        for chance in found.chances
        if chance.tried == rescuers(recording)
    )
    who = _founders(recording, last.winners, voice)
    yield voice.phrase("turning.chance", week=last.week, who=who, tried=tried)


def _founders(recording: Recording, who: tuple[str, ...], voice: Voice) -> str:
    return ", ".join(wording.founder(voice.words, recording.level, name) for name in who)


def _links(found: Explanation, voice: Voice) -> Iterator[str]:
    if found.weakest is None:
        return
    weeks, every = found.links.count(found.weakest), len(found.links)
    link = _link(found.weakest, voice)
    yield voice.phrase("turning.weakest", link=link, weeks=weeks, all=every)
    first = 1
    for one, run in groupby(found.links):
        last = first + len(list(run)) - 1
        yield voice.phrase("turning.link", first=first, last=last, link=_link(one, voice))
        first = last + 1


def _link(link: Link, voice: Voice) -> str:
    return voice.phrase(f"text.link.{link.value}")
