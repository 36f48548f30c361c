"""Small files of settings: a map of plain values in JSON, written whole or not at all.

A file that is missing, broken or not a map reads as an empty map: what is in such files can always do without.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

_LARGEST = 1 << 16  # bytes


def read(path: Path) -> dict[str, Any]:
    """Return what a file says."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write(path: Path, content: Mapping[str, object]) -> None:
    """Write a file beside and then rename it, so that a crash leaves the old one or the new one whole.

    Raises:
        OSError: the disk refuses; the old file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    text = json.dumps({"format": 1, **content}, ensure_ascii=False, indent=1) + "\n"
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
