"""`mods`: which mods are there and how they stand, in which order they come, and where two set the same."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator

from game.commands.arguments import MODS
from game.commands.finding import modded, mods_folder
from game.commands.problems import ProblemError, UsageError
from game.commands.voice import Voice
from game.content import telling
from game.content.complaints import Complaint, errors, in_order, nearest
from game.content.modding import Modded
from game.content.modorder import Standing, State
from game.content.shelf import target_of
from game.play import preferences
from game.play.saves import data_dir


def main(options: Namespace, voice: Voice) -> int:
    """Print what is asked for; return 1 if a mod is broken."""
    if options.what not in MODS:
        near = nearest(options.what, MODS)
        hint = f" {voice.phrase('command.wrong.near', near=near)}" if near else ""
        raise UsageError(voice.phrase("mods.wrong.what", word=options.what, known=", ".join(MODS)) + hint)
    found = modded(options)
    if options.what in ("on", "off"):
        _turn(found, options, voice)
        return 0
    complaints = list(_COMPLAINTS[options.what](found))
    if options.format == "json":
        _json(found, options.what, voice)
    else:
        _TEXTS[options.what](found, options, voice)
        told = telling.tell(complaints, voice.language)
        if told:
            voice.data(told)
            voice.tell(telling.summary(complaints, voice.language))
    return 1 if errors(complaints) else 0


def _turn(found: Modded, options: Namespace, voice: Voice) -> None:
    """Turn mods on or off, and remember it."""
    known = [one.mod.id for one in found.standings]
    for name in options.ids or [""]:
        if name not in known:
            raise UsageError(voice.phrase("mods.wrong.id", word=name, known=", ".join(known)))
    path = preferences.settings_path(data_dir(options.data_dir))
    mine = preferences.read(path)
    for name in options.ids:
        mine = mine.turning(name, options.what == "on")
    try:
        preferences.write(path, mine)
    except OSError as refused:
        reason = refused.strerror or ""
        raise ProblemError(voice.phrase("command.wrong.output", path=str(path), reason=reason)) from refused
    for name in options.ids:
        voice.say(f"mods.turned-{options.what}", id=name)


def _list(found: Modded, options: Namespace, voice: Voice) -> None:
    voice.say("mods.folder" if found.standings else "mods.none", folder=str(mods_folder(options)))
    for one in found.standings:
        shape = one.mod.shape
        voice.data(
            voice.phrase(
                "mods.line",
                state=voice.phrase(f"mods.state.{one.state.value}"),
                id=one.mod.id,
                version=shape.version if shape else "",
                title=voice.words.pick(shape.title) if shape else "",
                levels=len(one.mod.levels),
            ).rstrip()
        )


def _order(found: Modded, options: Namespace, voice: Voice) -> None:
    if not found.mods:
        voice.say("mods.none-on", folder=str(mods_folder(options)))
    for number, mod in enumerate(found.mods, start=1):
        needs = mod.shape.needs if mod.shape else ()
        after = voice.phrase("mods.after", needs=", ".join(needs)) if needs else ""
        voice.data(f"{number}  {mod.id}{after}")


def _conflicts(found: Modded, _: Namespace, voice: Voice) -> None:
    if not list(_at_odds(found)):
        voice.say("mods.no-conflicts")


def _all(found: Modded) -> Iterator[Complaint]:
    for one in found.standings:
        yield from one.complaints
    yield from found.overlaps


def _nothing(_: Modded) -> Iterator[Complaint]:
    yield from ()


def _at_odds(found: Modded) -> Iterator[Complaint]:
    """Yield declared conflicts, ids that are there twice, circles, and keys set twice."""
    yield from (c for one in found.standings for c in one.complaints if c.code in ("M601", "M603", "M604"))
    yield from found.overlaps


_TEXTS: dict[str, Callable[[Modded, Namespace, Voice], None]] = {
    "list": _list,
    "order": _order,
    "conflicts": _conflicts,
}
_COMPLAINTS: dict[str, Callable[[Modded], Iterator[Complaint]]] = {
    "list": _all,
    "order": _nothing,
    "conflicts": _at_odds,
}


def _json(found: Modded, what: str, voice: Voice) -> None:
    """Print mods, or what they are at odds about, as JSON."""
    if what == "conflicts":
        voice.data(telling.tell(in_order(_at_odds(found)), voice.language, "json"))
        return
    listed = [one for one in found.standings if what == "list" or one.state is State.ON]
    voice.data(json.dumps([_record(one, voice) for one in listed], ensure_ascii=False, indent=2))


def _record(one: Standing, voice: Voice) -> dict[str, object]:
    mod, shape = one.mod, one.mod.shape
    return {
        "id": mod.id,
        "state": one.state.value,
        "version": shape.version if shape else None,
        "title": {"ko": shape.title.ko, "en": shape.title.en} if shape else None,
        "authors": list(shape.authors) if shape else [],
        "needs": list(shape.needs) if shape else [],
        "optional": list(shape.optional) if shape else [],
        "conflicts": list(shape.conflicts) if shape else [],
        "hash": mod.hash or None,
        "folder": str(mod.folder),
        "overrides": sorted({name for path in mod.levels if (name := target_of(path)) is not None}),
        "levels": sum(target_of(path) is None for path in mod.levels),
        "complaints": json.loads(telling.tell(one.complaints, voice.language, "json")),
    }
