"""What a level says and where: every value with the files and lines that had a say in it."""

from decimal import Decimal
from pathlib import Path

from game.commands.problems import UsageError
from game.commands.voice import Voice
from game.content import amounts, levels, lexicon, manual, origins
from game.content.atlas import default_of, key_at
from game.content.checks import Draft
from game.content.complaints import LevelError, errors, nearest
from game.content.merging import Origin
from game.content.origins import Traced
from game.content.places import Place
from game.content.scalars import Share
from game.content.settings import KNOWN
from game.content.shelf import Where
from game.world.parameters import Parameters

_LONGEST = 90  # letters of a text that are shown; the rest stands in the file


def tell_level(path: Path, key: str | None, voice: Voice, where: Where = None) -> None:
    """Tell where the values at or below a key of a level come from; all of them without a key.

    Raises:
        LevelError: nothing of the file can be read.
        UsageError: a level has no such key.
    """
    found = levels.examine(path, where)
    if found.draft is None:
        raise LevelError(found.complaints)
    _values(found.draft, tuple(key.split(".")) if key else (), voice)
    wrong = len(errors(found.complaints))
    if wrong:
        voice.say("explain.broken", n=wrong)


def _values(draft: Draft, path: tuple[str, ...], voice: Voice) -> None:
    """Tell every value at or below a key, and what the key means where it is a single one."""
    found = origins.traced(draft.merging, path)
    gone = origins.taken_out(draft.merging, path)
    usual = _usual(path) if _is_there(draft, path[:-1]) else None
    for one in found:
        voice.data(_line(one, voice))
    if not found and gone is not None:
        voice.data(voice.phrase("explain.removed", key=".".join(path), place=_place(gone)))
    elif not found and usual is not None:
        voice.data(voice.phrase("explain.usual", key=".".join(path), value=usual))
    elif not found:
        _unset(draft, path, voice)
    if len(found) <= 1 and path:
        _meaning(path, voice)


def _unset(draft: Draft, path: tuple[str, ...], voice: Voice) -> None:
    """Tell that a key holds nothing, if it is one and everything above it is there."""
    key = ".".join(path)
    if _is_a_key(path) and _is_there(draft, path[:-1]):
        voice.data(voice.phrase("explain.unset", key=key))
        return
    near = nearest(key, tuple(origins.known(draft.merging)))
    sentence = voice.phrase("explain.unknown-key", key=key)
    raise UsageError(f"{sentence} {voice.phrase('command.wrong.near', near=near)}" if near else sentence)


def _is_a_key(path: tuple[str, ...]) -> bool:
    """Return whether a path names a key that every level may have, and not an entry of the author's own."""
    known = key_at(path)
    return known is not None and known.name == path[-1]


def _is_there(draft: Draft, path: tuple[str, ...]) -> bool:
    """Return whether every entry of the author's own in a path is written somewhere."""
    written = frozenset(origins.known(draft.merging))
    above = (path[:length] for length in range(1, len(path) + 1))
    return all(_is_a_key(part) or ".".join(part) in written for part in above)


def _usual(path: tuple[str, ...]) -> str | None:
    """Return what holds where a level says nothing."""
    if len(path) == 2 and path[0] == "parameters" and path[1] in KNOWN:
        return amounts.written(Decimal(str(getattr(Parameters(), path[1]))))
    known = key_at(path)
    return default_of(known) if known is not None and _is_a_key(path) else None


def _meaning(path: tuple[str, ...], voice: Voice) -> None:
    if len(path) >= 2 and path[0] == "parameters" and path[1] in KNOWN:
        voice.data(_parameter(path[1], voice))
        return
    known = key_at(path)
    if known is not None and _is_a_key(path):
        allowed = manual.allowed(known.form, voice.words)
        meaning = lexicon.key(known, voice.language)
        voice.data(voice.phrase("explain.meaning", meaning=meaning, allowed=allowed))


def _parameter(name: str, voice: Voice) -> str:
    about = KNOWN[name]
    low, high = (amounts.written(Decimal(str(end))) for end in (about.low, about.high))
    return voice.phrase(
        "explain.parameter",
        meaning=lexicon.parameter(name, voice.language),
        unit=about.unit,
        low=low,
        high=high,
        confidence=about.confidence,
        source=about.source,
    )


def _line(one: Traced, voice: Voice) -> str:
    """Return a value and how it came about: `player.cash: 150M = 300M (core/startup.yaml:7) x 0.5 (mine.yaml:22)`."""
    base = one.base
    if one.changes:
        changes = "".join(_change(origin, voice) for origin in one.changes)
        how = voice.phrase("explain.made", base=base.text, place=_place(base.place), changes=changes)
    else:
        how = voice.phrase("explain.from", place=_place(base.place))
    for before in reversed(one.replaced):
        value = _short(before.text)
        how += voice.phrase("explain.replaced", value=value, place=_place(before.place))
    return voice.phrase("explain.line", key=one.key, value=_short(_shown(one)), how=how)


def _change(origin: Origin, voice: Voice) -> str:
    told = ""
    for step, by in origin.changes:
        is_less = step == "add" and by.startswith("-")
        told += voice.phrase(f"explain.{'less' if is_less else step}", by=by.removeprefix("-"))
    return told + voice.phrase("explain.from", place=_place(origin.place))


def _shown(one: Traced) -> str:
    """Return the value as a level would write it; a share that was worked out is in per cent."""
    known = key_at(one.path)
    value = amounts.amount(one.leaf)
    is_share = known is not None and isinstance(known.form.mark, Share) and bool(one.changes)
    return amounts.percent(value) if is_share and value is not None else one.leaf.text


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _place(place: Place) -> str:
    return f"{place.file}:{place.line}"
