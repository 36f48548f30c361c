"""`codex`: the pages of the codex in the terminal, one or a list of them."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from game.commands.problems import UsageError
from game.commands.voice import Voice
from game.content import codex
from game.content.codex import KINDS, LETTERS, Entry
from game.content.complaints import nearest
from game.content.places import columns

PREFIX = "codex:"  # `explain codex:ID` is this command too
WIDTH = 88  # cells of a line; Hangul takes two
FULL, EMPTY = "●", "○"


def main(options: Namespace, voice: Voice) -> int:
    """Tell a page, or list the pages with some words."""
    answer(options.what, voice)
    return 0


def answer(words: Sequence[str], voice: Voice) -> None:
    """Tell the page of an id, or list the pages with some words; for no words, all of them.

    Raises:
        UsageError: there is none.
    """
    if len(words) == 1 and words[0] in codex.read().entries:
        tell(words[0], voice)
    else:
        _list(" ".join(words), voice)


def tell(name: str, voice: Voice) -> None:
    """Tell the page of an id.

    Raises:
        UsageError: the codex has no such page.
    """
    entry = codex.read().entries.get(name)
    if entry is None:
        raise UsageError(_unknown(name, voice))
    voice.data("\n".join(_page(entry, voice)))


def circles(letter: str) -> str:
    """Return how sure a letter is as four circles, filled from the left: all of them for A."""
    filled = len(LETTERS) - LETTERS.index(letter)
    return FULL * filled + EMPTY * (len(LETTERS) - filled)


def _list(wanted: str, voice: Voice) -> None:
    found = codex.read().search(wanted, voice.language)
    if not found:
        raise UsageError(_unknown(wanted, voice))
    wide = max(len(entry.id) for entry in found)
    for kind in KINDS:
        rows = [entry for entry in found if entry.kind == kind]
        if rows:
            voice.data(f"{voice.words.say(f'codex.kind.{kind}')}:")
        for entry in rows:
            voice.data(
                f"  {entry.id:{wide}}  {entry.letter} {circles(entry.letter)}  {entry.title.of(voice.language)}"
            )


def _page(entry: Entry, voice: Voice) -> Iterator[str]:
    words, language = voice.words, voice.language
    yield f"{entry.title.of(language)}  [{words.say(f'codex.one.{entry.kind}')}]"
    yield ""
    yield from wrapped(entry.text.of(language))
    yield ""
    yield from wrapped(f"{words.say('codex.in-game')}: {entry.game.of(language)}")
    if entry.levers:
        names = ", ".join(words.say(f"lever.{lever}") for lever in entry.levers)
        yield from wrapped(words.say("codex.levers", names=names))
    if entry.parameters:
        yield from wrapped(words.say("codex.parameters", names=", ".join(entry.parameters)))
    yield ""
    sure = words.say("codex.trust", letter=f"{entry.letter} {circles(entry.letter)}")
    yield from wrapped(f"{sure} ({words.say(f'codex.letter.{entry.letter}')}). {entry.why.of(language)}")
    yield ""
    yield from _sources(entry, voice)
    yield from wrapped(f"{words.say('codex.related')}: {', '.join(entry.related)}")


def _sources(entry: Entry, voice: Voice) -> Iterator[str]:
    words = voice.words
    yield f"{words.say('codex.sources')}:"
    if not entry.sources:
        yield f"  {words.say('codex.no-sources')}"
    for source in entry.sources:
        line = words.say(
            "codex.cited", by=source.by, year=str(source.year), title=source.title, venue=source.venue
        )
        yield from wrapped(f"{line} ({words.say(f'codex.source.{source.kind}')})", "  - ", "    ")
        if source.link:
            yield f"    {source.link}"
    yield ""


def wrapped(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield a text in lines of at most `WIDTH` cells, broken at blanks, each led in."""
    line, lead = "", first
    for word in text.split():
        if line and columns(f"{lead}{line} {word}") > WIDTH:
            yield lead + line
            line, lead = word, rest
        else:
            line = f"{line} {word}" if line else word
    yield lead + line


def _unknown(name: str, voice: Voice) -> str:
    sentence = voice.phrase("explain.unknown-page", page=name)
    near = nearest(name, tuple(codex.read().entries))
    return f"{sentence} {voice.phrase('command.wrong.near', near=near)}" if near else sentence
