"""How complaints are told: in Korean or English; as text with a caret, as JSON, or as annotations of a GitHub check.

Everything quoted from a file goes through `shown`, so an escape sequence in a level is read, not obeyed. The caret counts
terminal cells, because a Hangul syllable is two wide.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from game.content.complaints import Arg, Complaint, LevelError, Said, Severity, in_order
from game.content.figures import Language
from game.content.nodes import Map, Plain, plain
from game.content.phrases import Filling, phrase
from game.content.places import Place, columns, shown
from game.content.tree import read_file

CATALOGUE = Path(__file__).parents[2] / "assets" / "words" / "complaints.yaml"
PLAYED = "P"  # begins the codes of what only playing a level shows
Form = Literal["text", "json", "github"]

_QUOTED_BEFORE, _QUOTED_AFTER = 60, 90  # characters of a long line shown before and after the caret
_LONGEST_ARG = 60  # characters of one quoted word; more than a key or an id may have

Texts = Mapping[str, Mapping[str, str]]


def tell(complaints: Iterable[Complaint], language: Language, form: Form = "text") -> str:
    """Return complaints as text, sorted by place; empty when there are none (`[]` in JSON)."""
    ordered = in_order(complaints)
    if form == "json":
        return json.dumps([_record(c, language) for c in ordered], ensure_ascii=False, indent=2)
    lines = _annotation if form == "github" else _paragraph
    return "\n".join(lines(c, language) for c in ordered)


def summary(complaints: Iterable[Complaint], language: Language) -> str:
    """Return the closing line: how many problems there are, and that nothing was loaded if there are errors."""
    found = tuple(complaints)
    severities = [c.severity for c in found]
    if found and all(c.code.startswith(PLAYED) for c in found):
        return say(Said("found-promises", {"n": len(found)}), language)
    for severity, closing in ((Severity.ERROR, "found-errors"), (Severity.WARNING, "found-warnings")):
        if severity in severities:
            return say(Said(closing, {"n": severities.count(severity)}), language)
    return say(Said("found-nothing"), language)


def sentence(complaint: Complaint, language: Language) -> str:
    """Return what is wrong, in one sentence."""
    return _filled(_codes()[complaint.code][language], complaint.args, language)


def quoted(complaint: Complaint) -> str:
    """Return the line a complaint is about with its number, harmless to show; empty where the file has no such line."""
    place = complaint.place
    line = place.source.line(place.line)
    return f"{place.line} | {shown(line.strip())}" if line.strip() else ""


def pattern(code: str, language: Language) -> str:
    """Return the sentence of a code with its gaps left open: `unknown key …`."""
    parts = phrase(_codes()[code][language]).parts
    return "".join(part if isinstance(part, str) else "…" * bool(part.name) + part.pair for part in parts)


def remedy(complaint: Complaint, language: Language) -> str:
    """Return what to do about it: the complaint's own hint, or that of its code; empty where there is none."""
    if complaint.hint is not None:
        return say(complaint.hint, language)
    return _filled(_codes()[complaint.code].get(f"hint-{language}", ""), complaint.args, language)


def say(said: Said, language: Language) -> str:
    """Return a sentence or a term of the catalogue."""
    return _filled(_phrases()[said.id][language], said.args, language)


def _filled(text: str, args: Mapping[str, Arg], language: Language) -> str:
    return phrase(text).fill(language, {name: _filling(arg, language) for name, arg in args.items()})


def _filling(arg: Arg, language: Language) -> Filling:
    if isinstance(arg, Said):
        return say(arg, language)
    if isinstance(arg, tuple):
        return _choices([shown(word) for word in arg], language)
    if isinstance(arg, str):
        return shown(arg if len(arg) <= _LONGEST_ARG else arg[: _LONGEST_ARG - 1] + "…")
    return arg


def _choices(words: list[str], language: Language) -> str:
    """Return `a, b or c`."""
    if len(words) < 2:
        return "".join(words)
    return say(Said("any-of", {"first": ", ".join(words[:-1]), "last": words[-1]}), language)


def _paragraph(complaint: Complaint, language: Language) -> str:
    place = complaint.place
    kind = say(Said(complaint.severity.value), language)
    head = f"{shown(place.file)}:{place.line}:{place.column}: {kind}[{complaint.code}]: {sentence(complaint, language)}"
    hint = remedy(complaint, language)
    lines = [head, *_quotation(place, hint)]
    if hint and len(lines) == 1:
        lines.append(f"       = {say(Said('help'), language)}: {hint}")
    lines += [f"       = {say(Said('note'), language)}: {say(note, language)}" for note in complaint.notes]
    return "\n".join(lines)


def _quotation(place: Place, hint: str) -> list[str]:
    """Return the line and the caret under it; nothing when the file has no such line."""
    line = place.source.line(place.line)
    if not line.strip():
        return []
    at = place.column - 1
    start = max(0, at - _QUOTED_BEFORE)
    end = max(at, min(len(line), at + _QUOTED_AFTER))
    before = ("…" if start else "") + shown(line[start:at])
    after = shown(line[at:end]) + ("…" if end < len(line) else "")
    carets = "^" * max(1, columns(shown(line[at : min(end, at + place.length)])))
    gap = " " * columns(before)
    return [f"{place.line:>6} | {before}{after}", f"       | {gap}{carets} {hint}".rstrip()]


def _record(complaint: Complaint, language: Language) -> dict[str, object]:
    place = complaint.place
    return {
        "file": shown(place.file),
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "code": complaint.code,
        "severity": complaint.severity.value,
        "path": shown(complaint.path),
        "message": sentence(complaint, language),
        "hint": remedy(complaint, language),
        "notes": [say(note, language) for note in complaint.notes],
    }


def _annotation(complaint: Complaint, language: Language) -> str:
    """Return a workflow command of GitHub Actions, whose separators are escaped as its toolkit does."""
    place = complaint.place
    said = " - ".join(part for part in (sentence(complaint, language), remedy(complaint, language)) if part)
    where = f"line={place.line},col={place.column},endColumn={place.column + place.length}"
    file = _escaped(shown(place.file)).replace(":", "%3A").replace(",", "%2C")
    return f"::{complaint.severity.value} file={file},{where},title={complaint.code}::{_escaped(said)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _codes() -> Texts:
    return _catalogue()["codes"]


def _phrases() -> Texts:
    return _catalogue()["phrases"]


@lru_cache(maxsize=1)
def _catalogue() -> Mapping[str, Texts]:
    """Read the sentences once, when the first complaint is told.

    Raises:
        LevelError: the catalogue itself is broken; it is told by codes and places, for want of sentences.
    """
    reading = read_file(CATALOGUE, CATALOGUE.name)
    if reading.root is None or reading.complaints:
        raise LevelError(reading.complaints)
    return {
        name: _texts(entry.value)
        for name, entry in reading.root.entries.items()
        if isinstance(entry.value, Map)
    }


def _texts(node: Map) -> Texts:
    return {key: _strings(plain(entry.value)) for key, entry in node.entries.items()}


def _strings(found: Plain) -> Mapping[str, str]:
    return (
        {key: text for key, text in found.items() if isinstance(text, str)} if isinstance(found, dict) else {}
    )
