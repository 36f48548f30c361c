"""The files of a mod, listed before any is read: plain files only, of plain names, and not too many.

Everything a mod refers to is looked up in this list; no text of a mod is ever joined to a path. Links are refused, so nothing
outside the folder can be reached; names that mean a device or cannot be kept on some system are refused too.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from game.content.complaints import MOST, Complaint
from game.content.filenames import is_device
from game.content.places import top

MOST_FILES = 500
MOST_BYTES = 32 << 20
MOST_DEEP = 6  # folders inside each other
SIZE = 16  # bytes of a hash; written as 32 hex digits

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9 _.+-]{0,79}(?<![ .])", re.ASCII)


@dataclass(slots=True)
class Listing:
    """What lies in a folder: names such as `levels/first.yaml` in order, and what is wrong with them."""

    files: dict[str, Path] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    bytes: int = 0


def listed(folder: Path, name: str) -> Listing:
    """Return the files below a folder; `name` is what complaints call it. Hidden files are passed over."""
    found = Listing()
    if folder.is_symlink():
        found.complaints.append(Complaint("M611", top(name), {"found": folder.name}))
        return found
    waiting: list[tuple[Path, tuple[str, ...]]] = [(folder, ())]
    while waiting and len(found.complaints) < MOST:
        place, above = waiting.pop(0)
        waiting += _look(found, place, above, name)
        if len(found.files) > MOST_FILES or found.bytes > MOST_BYTES:
            args = {"files": MOST_FILES, "size": MOST_BYTES >> 20}
            return Listing({}, [Complaint("M613", top(name), dict(args))])
    found.files = dict(sorted(found.files.items()))
    return found


def _look(
    found: Listing, place: Path, above: tuple[str, ...], name: str
) -> list[tuple[Path, tuple[str, ...]]]:
    """Take the files of one folder, and return the folders in it."""
    below: list[tuple[Path, tuple[str, ...]]] = []
    known: set[str] = set()
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except OSError:
        found.complaints.append(Complaint("Y100", top("/".join((name, *above)))))
        return []
    for entry in entries[: MOST_FILES + 1]:
        if entry.name.startswith("."):
            continue
        path = (*above, entry.name)
        code = _wrong(entry, known)
        known.add(entry.name.casefold())
        if code is not None:
            found.complaints.append(Complaint(code, top("/".join((name, *path))), {"found": entry.name}))
        elif entry.is_dir(follow_symlinks=False):
            if len(path) <= MOST_DEEP:
                below.append((Path(entry.path), path))
        else:
            found.files["/".join(path)] = Path(entry.path)
            found.bytes += entry.stat(follow_symlinks=False).st_size
    return below


def _wrong(entry: os.DirEntry[str], known: set[str]) -> str | None:
    """Return the code of what is wrong with an entry, if anything is."""
    is_plain = entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)
    if entry.is_symlink() or not is_plain:
        return "M611"
    is_named = _NAME.fullmatch(entry.name) and not is_device(entry.name)
    return None if is_named and entry.name.casefold() not in known else "M612"


def digest(files: Mapping[str, Path]) -> str:
    """Return the hash of a mod, 32 hex digits: of its files' names and bytes.

    Raises:
        OSError: a file cannot be read any more.
    """
    total = blake2b(digest_size=SIZE)
    for name, path in files.items():
        data = path.read_bytes()
        total.update(f"{name}\n{len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()
