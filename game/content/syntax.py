"""What YAML's own errors mean to somebody who writes a level.

Both of PyYAML's parsers report problems as English phrases of grammar, each in its own words. The phrases are sorted into
the slips people make, each with a sentence and a remedy of its own; what the phrase says is not shown.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from game.content.complaints import Arg, Complaint, Said, unspaced
from game.content.places import Place, Source, top

# The first row whose words all occur in "context; problem" names the slip. Taken from libyaml 0.2.5 (scanner.c, parser.c)
# and PyYAML 6 (scanner.py, parser.py).
_SLIPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Y122", ("mapping values are not allowed",)),
    ("Y123", ("quoted scalar", "unexpected end of stream")),
    ("Y123", ("quoted scalar", "document separator")),
    ("Y128", ("found unknown escape",)),
    ("Y128", ("escape",)),
    ("Y128", ("hexdecimal",)),
    ("Y128", ("quoted scalar",)),
    ("Y124", ("flow mapping",)),
    ("Y124", ("flow sequence",)),
    ("Y127", ("cannot start any token",)),
    ("Y126", ("could not find expected ':'",)),
    ("Y126", ("simple key",)),
    ("Y125", ("block mapping",)),
    ("Y125", ("block collection",)),
    ("Y125", ("sequence entries are not allowed",)),
    ("Y127", ("block node", "node content")),
    ("Y127", ("anchor",)),
    ("Y127", ("alias",)),
    ("Y108", ("tag",)),
    ("Y129", ("block scalar",)),
)
_AT_THE_BEGINNING = ("Y123", "Y126")  # the quote that is never closed, the key that has no colon

# `title:{ko` and `-{ko`: the space that makes a key of a word, or an item of a line, is missing.
_TIGHT = re.compile(
    r"\s*(?:- +)?(?:[a-z0-9][\w/-]*(?P<colon>:)(?=[{\[\"'\w])|(?P<hyphen>-)(?=[{\[\"']))", re.ASCII
)
_SPACED = ("Y122", "Y124", "Y125", "Y126")  # what the parsers find instead


def syntax_complaint(source: Source, error: yaml.YAMLError) -> Complaint:
    """Return the complaint for a YAML error, where the slip is rather than where the parser noticed."""
    began = getattr(error, "context_mark", None)
    noticed = getattr(error, "problem_mark", None) or began
    said = f"{getattr(error, 'context', '')}; {getattr(error, 'problem', '')}"
    code = next((code for code, words in _SLIPS if all(word in said for word in words)), "Y105")
    place = _place(source, began if code in _AT_THE_BEGINNING and began else noticed)
    if code == "Y122" and _first_on_line(place):
        code = "Y125"
    if code == "Y127" and _letter(place) == "\t":
        code = "Y121"
    if code == "Y124" and _letter(place) == ":" and began is not None and began.line == place.line - 1:
        code = "Y122"
    tight = _tight(place) if code in _SPACED else None
    if tight is not None:
        return tight
    hint = None
    if code == "Y125":
        place, hint = _uneven(place)
    return Complaint(code, place, _args(code, place, _place(source, began)), hint=hint)


def _tight(place: Place) -> Complaint | None:
    """Return the complaint about a line in which a colon or a hyphen stands without its space."""
    found = _TIGHT.match(place.source.line(place.line))
    if found is None:
        return None
    name = found.lastgroup or ""
    at = Place(place.source, place.line, found.start(name) + 1)
    return unspaced(at, found[name])


def _uneven(place: Place) -> tuple[Place, Said | None]:
    """Return where a line begins that does not fit those above, and in which column its like do, if it is another."""
    column, like = _column(place.source, place.line), _like(place)
    if like is None or like.column == column:
        return place, None
    hint = Said("begin-alike", {"found": column, "line": like.line, "wanted": like.column})
    return Place(place.source, place.line, column), hint


def _like(place: Place) -> Place | None:
    """Return where the line above begins that this one was to be like: of those farther in, the nearest of the outermost."""
    here, best = _column(place.source, place.line), None
    for line in range(place.line - 1, 0, -1):
        column = _column(place.source, line)
        if column and column < here:
            return best
        if column and (best is None or column < best.column):
            best = Place(place.source, line, column)
    return best


def _column(source: Source, line: int) -> int:
    """Return the column a line begins in, 0 of an empty one or a comment."""
    text = source.line(line)
    bare = text.lstrip(" ")
    return 0 if not bare or bare.startswith("#") else len(text) - len(bare) + 1


def _args(code: str, place: Place, opened: Place) -> dict[str, Arg]:
    if code == "Y124":
        return {"line": opened.line, "sign": _letter(opened)}
    return {"sign": _letter(place)} if code == "Y127" else {}


def _place(source: Source, mark: Any) -> Place:
    if mark is None:
        return top(source.name)
    place = Place(source, mark.line + 1, mark.column + 1)
    return place if _letter(place) or place.line == 1 else _end_before(place)


def _end_before(place: Place) -> Place:
    """Return the end of the last line with something on it: the parsers notice only on the empty line after."""
    line = place.line
    while line > 1 and not place.source.line(line).strip():
        line -= 1
    if line == place.line:
        return place
    return Place(place.source, line, len(place.source.line(line)) + 1)


def _letter(place: Place) -> str:
    return place.source.line(place.line)[place.column - 1 : place.column]


def _first_on_line(place: Place) -> bool:
    """Return whether the colon complained about is the first of its line: then the line above is the slip."""
    return ":" not in place.source.line(place.line)[: place.column - 1]
