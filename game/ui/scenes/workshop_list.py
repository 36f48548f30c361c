"""What the workshop's list holds: mods before levels, each under a name of its own, and which of them are looked for."""

from game.content.complaints import errors
from game.content.modorder import Standing
from game.ui.bench import Bench, Made, Source

KINDS = ("all", "mine", "broken", "mods")
Thing = Made | Standing


def things(bench: Bench) -> list[tuple[str, Thing]]:
    """Return everything with a name for its row."""
    mods: list[tuple[str, Thing]] = [(f"mod:{one.mod.name}", one) for one in bench.mods]
    return [*mods, *((f"level:{made.path}", made) for made in bench.levels)]


def is_wanted(thing: Thing, kind: str, written: str) -> bool:
    """Return whether a thing is of a kind, one of `KINDS`, and has what is written in its name."""
    is_mod = isinstance(thing, Standing)
    fits = {
        "all": True,
        "mine": isinstance(thing, Made) and thing.source is not Source.GAME,
        "broken": bool(errors(thing.complaints)),
        "mods": is_mod,
    }
    return fits[kind] and written.casefold().strip() in _said_of(thing).casefold()


def _said_of(thing: Thing) -> str:
    """Return the words a thing can be found by."""
    if isinstance(thing, Made):
        tags = " ".join(thing.level.tags) if thing.level else ""
        return f"{thing.id} {thing.title.ko} {thing.title.en} {tags}"
    shape = thing.mod.shape
    if shape is None:
        return thing.mod.id
    return f"{thing.mod.id} {shape.title.ko} {shape.title.en} {' '.join(shape.authors)}"
