"""Difficulty and assists in words: what a player has chosen, and what a journal says was used."""

from collections.abc import Iterable, Iterator, Sequence

from game.content import difficulty
from game.content.amounts import written
from game.content.words import Words
from game.play.assists import HINTS, TAKE_BACK, Chosen, Used, used
from game.play.notes import Note
from game.play.records import Header

_ANY = "any"  # in a sentence's id: every firm, which a level's file writes as a star


def name_of(words: Words, known: str) -> str:
    """Return what a difficulty is called; one that nobody knows is shown as it was written."""
    key = f"assists.is.{known}"
    return words.say(key) if words.has(key) else known


def chosen(words: Words, choice: Chosen) -> str:
    """Return a choice in one line."""
    names = [words.say(f"assists.name.{assist}") for assist in choice.assists]
    return _line(words, choice.difficulty, names)


def line(words: Words, found: Used) -> str:
    """Return what was used in one line, "" where a journal says nothing of it."""
    if found.is_plain:
        return ""
    told = [_assist(words, assist, found) for assist in found.assists or ()]
    since = [] if found.since is None else [words.say("assists.since", week=found.since)]
    if found.assists is None:
        return " · ".join([name_of(words, found.difficulty), *since])
    return " · ".join([_line(words, found.difficulty, told), *since])


def used_line(words: Words, header: Header, notes: Iterable[Note]) -> str:
    """Return what a journal says was used in one line, "" if it says nothing."""
    return line(words, used(header, notes))


def changes(words: Words, ways: Sequence[str]) -> Iterator[str]:
    """Yield what ways change in a level; figures that mean the same to a player are told once."""
    told = []
    for factor in difficulty.factors(ways):
        key = "-".join(_ANY if part == difficulty.EVERY else part for part in factor.key)
        told.append(words.say(f"assists.change.{key}", by=written(factor.by)))
    yield from dict.fromkeys(told)


def _line(words: Words, known: str, assists: Sequence[str]) -> str:
    told = ", ".join(assists) or words.say("assists.nothing")
    return words.say("assists.told", difficulty=name_of(words, known), help=told)


def _assist(words: Words, assist: str, found: Used) -> str:
    name = words.say(f"assists.name.{assist}")
    if assist == HINTS and found.hints:
        return words.say("assists.hints-read", name=name, n=found.hints)
    if assist == TAKE_BACK and found.taken_back:
        return words.say("assists.weeks-taken", name=name, n=found.taken_back)
    return name
