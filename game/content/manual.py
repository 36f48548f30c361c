"""The reference of level files as a page: every key, every value of conditions, every effect and parameter.

It is made from the shapes and the catalogues, in either language, and a test fails when the committed page differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from game.content import amounts, checks, lexicon
from game.content.atlas import Form, Key, default_of, keys, shapes
from game.content.figures import Language
from game.content.forms import Both, ById, Listed, Shape
from game.content.modshape import ModShape, PlainName, VersionRange, VersionText
from game.content.scalars import (
    Asks,
    Figure,
    Name,
    OneOf,
    Permille,
    Share,
    Weeks,
    Whole,
    Won,
    Written,
    YesNo,
)
from game.content.settings import KNOWN, Settings
from game.content.words import Words
from game.world.catalogue import CATALOGUE
from game.world.parameters import Parameters

_USUAL = Parameters()


def page(words: Words) -> str:
    """Return the reference as Markdown."""
    parts = [
        f"# {words.say('manual.title')}",
        words.say("manual.intro").strip(),
        *(_section(path, shape, words) for path, shape in shapes()),
        _chapter("mod", _mod(words), words),
        _chapter("values", _values(words), words),
        _chapter("effects", _effects(words), words),
        _chapter("parameters", _parameters(words), words),
        _chapter("bots", _bots(words), words),
        _chapter("icons", ", ".join(f"`{name}`" for name in checks.icons()), words),
    ]
    return "\n\n".join(parts) + "\n"


def allowed(form: Form, words: Words) -> str:
    """Return how a value is written, in words: `a share, 0% to 50%`."""
    mark = form.mark
    if isinstance(mark, Figure):
        return _figure(mark, words)
    if isinstance(mark, Listed | ById):
        assert form.inner is not None
        how = "list" if isinstance(mark, Listed) else "by-id"
        return words.say(f"manual.form.{how}", most=mark.most, of=allowed(form.inner, words))
    if isinstance(mark, OneOf):
        return _choice(mark, words)
    if isinstance(mark, Both):
        return words.say("manual.form.both", most=mark.most)
    if isinstance(mark, Written):
        return words.say("manual.form.text", most=mark.most)
    plain = {
        YesNo: "yes-no", Name: "id", PlainName: "id", Asks: "condition", Settings: "parameters",
        VersionText: "version", VersionRange: "range",
    }  # fmt: skip
    if mark is not None:
        return words.say(f"manual.form.{plain[type(mark)]}")
    return words.say("manual.form.map", section=_title(_path_of(form.shape), words))


def _figure(mark: Figure, words: Words) -> str:
    low, high = (mark.named(Decimal(str(end))) for end in (mark.low, mark.high))
    names = ((Weeks, "weeks"), (Won, "won"), (Whole, "whole"), (Permille, "share"), (Share, "share"))
    name = next((name for kind, name in names if isinstance(mark, kind)), "number")
    return words.say(f"manual.form.{name}", low=low, high=high)


def _choice(mark: OneOf, words: Words) -> str:
    if mark.kind:
        return words.say(f"manual.form.{mark.kind}")
    return words.say("manual.form.one-of", choices=", ".join(f"`{choice}`" for choice in mark.choices))


def _section(path: tuple[str, ...], shape: type[Shape], words: Words) -> str:
    rows = [
        (f"`{key.name}`", lexicon.key(key, words.language), allowed(key.form, words), _left_out(key, words))
        for key in keys(shape)
    ]
    heads = ("key", "meaning", "written", "left-out")
    return f"## {_title(path, words)}\n\n{_table(heads, rows, words)}"


def _left_out(key: Key, words: Words) -> str:
    if key.is_required:
        return words.say("manual.required")
    usual = default_of(key)
    return "" if usual is None else f"`{usual}`"


def _title(path: tuple[str, ...], words: Words) -> str:
    shown = ".".join(path).replace(".0", "[]")
    return f"`{shown}`" if path else words.say("manual.level")


def _path_of(shape: type[Shape] | None) -> tuple[str, ...]:
    return next(path for path, known in shapes() if known is shape)


def _chapter(name: str, table: str, words: Words) -> str:
    about = words.say(f"manual.{name}.about").strip()
    return f"## {words.say(f'manual.{name}.title')}\n\n{about}\n\n{table}"


def _mod(words: Words) -> str:
    rows = [
        (
            f"`{key.name}`",
            lexicon.key(key, words.language),
            allowed(key.form, words),
            words.say("manual.required") if key.is_required else "",
        )
        for key in keys(ModShape)
    ]
    return _table(("key", "meaning", "written", "left-out"), rows, words)


def _values(words: Words) -> str:
    rows = [
        (f"`{name}`", lexicon.value(name, words.language), words.say(f"manual.kind.{doc.kind}"))
        for name, doc in CATALOGUE.items()
    ]
    return _table(("name", "meaning", "kind"), rows, words)


def _effects(words: Words) -> str:
    rows = [(f"`{name}`", lexicon.effect(name, words.language)) for name in lexicon.effects()]
    rows.append(("`market.…`", words.say("manual.effects.market")))
    return _table(("name", "meaning"), rows, words)


def parameters(language: Language) -> list[tuple[str, ...]]:
    """Return of each parameter its name, meaning, unit, usual figure, plausible range, confidence and source."""
    rows: list[tuple[str, ...]] = []
    for name, known in KNOWN.items():
        figures = (getattr(_USUAL, name), known.low, known.high)
        usual, low, high = (amounts.written(Decimal(str(x))) for x in figures)
        meaning = lexicon.parameter(name, language)
        rows.append((name, meaning, known.unit, usual, f"{low} … {high}", known.confidence, known.source))
    return rows


def _bots(words: Words) -> str:
    rows = [(f"`{name}`", said[words.language]) for name, said in lexicon.bots().items()]
    return _table(("name", "meaning"), rows, words)


def _parameters(words: Words) -> str:
    rows = [(f"`{name}`", *more) for name, *more in parameters(words.language)]
    return _table(("name", "meaning", "unit", "usual", "range", "confidence", "source"), rows, words)


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]], words: Words) -> str:
    titles = [words.say(f"manual.head.{head}") for head in heads]
    lines = [titles, ["---"] * len(titles), *([_cell(text) for text in row] for row in rows)]
    return "\n".join(_lines(lines))


def _lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    for row in rows:
        yield f"| {' | '.join(row)} |".replace("|  |", "| |")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
