"""`explain`: where a value of a level comes from, what a word of a level means, what a message wants."""

import re
from argparse import Namespace
from collections.abc import Iterable

from game.commands.codex import PREFIX, tell
from game.commands.finding import mods_folder, shelf_of
from game.commands.naming import path_named
from game.commands.problems import UsageError
from game.commands.tracing import tell_level
from game.commands.voice import Voice
from game.content import checks, lexicon, manual, pages
from game.content.complaints import nearest
from game.content.examining import shelf_around
from game.content.places import columns
from game.world.catalogue import CATALOGUE

LISTS = ("values", "effects", "parameters", "bots", "icons")
_CODE = re.compile(r"[A-Za-z][0-9]{3}")


def main(options: Namespace, voice: Voice) -> int:
    """Explain a list of names, a message, or a level."""
    word = options.what
    if word is None:
        raise UsageError(voice.phrase("command.wrong.no-level"))
    if word in LISTS:
        _list(word, voice)
    elif word.startswith(PREFIX):
        tell(word.removeprefix(PREFIX), voice)
    elif _CODE.fullmatch(word):
        _code(word.upper(), voice)
    else:
        own = shelf_of(options)
        path = path_named(word, own)
        if path is None or path.is_dir():
            raise UsageError(_unknown("word", word, LISTS, voice, lists=", ".join(LISTS)))
        tell_level(path, options.key, voice, shelf_around(path, own, mods_folder(options)))
    return 0


def _list(word: str, voice: Voice) -> None:
    language = voice.language
    rows: list[tuple[str, ...]]
    if word == "values":
        kinds = {
            kind: voice.phrase(f"manual.kind.{kind}") for kind in {doc.kind for doc in CATALOGUE.values()}
        }
        rows = [(name, kinds[doc.kind], lexicon.value(name, language)) for name, doc in CATALOGUE.items()]
    elif word == "effects":
        rows = [(name, lexicon.effect(name, language)) for name in lexicon.effects()]
        rows.append(("market.…", voice.phrase("manual.effects.market")))
    elif word == "parameters":
        rows = [
            (n, usual, span, unit, said) for n, said, unit, usual, span, *_ in manual.parameters(language)
        ]
    elif word == "bots":
        rows = [(name, said[language]) for name, said in lexicon.bots().items()]
    else:
        rows = [(name,) for name in checks.icons()]
    for line in _in_columns(rows):
        voice.data(line)


def _in_columns(rows: list[tuple[str, ...]]) -> Iterable[str]:
    """Yield rows under each other; Hangul is two cells wide."""
    widths = [max(columns(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]])


def _code(code: str, voice: Voice) -> None:
    page = pages.page(code, voice.words)
    if page is None:
        raise UsageError(_unknown("code", code, pages.codes(), voice))
    voice.data(page)


def _unknown(what: str, word: str, known: tuple[str, ...], voice: Voice, **more: str) -> str:
    sentence = voice.phrase(f"explain.unknown-{what}", **{what: word, **more})
    near = nearest(word, known)
    return f"{sentence} {voice.phrase('command.wrong.near', near=near)}" if near else sentence
