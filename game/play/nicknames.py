"""What a player may be called. No folder bears such a name, but journals and screens do, and people tell players apart by it."""

import re
import unicodedata
from collections.abc import Iterable

from game.content.filenames import is_device

LONGEST = 24  # characters: as many as stand in a row of the title at large type
_PATH = re.compile(r"[/\\:*?\"<>|]")  # what one system or another keeps for paths


def tidied(name: str) -> str:
    """Return a name as it is kept: composed, so that 한글 typed on any system is the same, and with single spaces."""
    return re.sub(r" +", " ", unicodedata.normalize("NFC", name)).strip(" ")


def alike(name: str) -> str:
    """Return what two names share that only differ in case or width."""
    return unicodedata.normalize("NFKC", tidied(name)).casefold()


def fault_of(name: str, taken: Iterable[str] = ()) -> str:
    """Return what is wrong with a name, "" if nothing: empty, long, control, path, dots, reserved or taken.

    Args:
        name: as typed.
        taken: names of other players.
    """
    kept = tidied(name)
    if not kept:
        return "empty"
    if not kept.isprintable():
        return "control"
    if len(kept) > LONGEST:
        return "long"
    if _PATH.search(kept):
        return "path"
    if kept.startswith(".") or kept.endswith("."):
        return "dots"
    if is_device(kept):
        return "reserved"
    return "taken" if alike(kept) in {alike(other) for other in taken} else ""
