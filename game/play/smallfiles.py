"""Small files of settings: a map of plain values in JSON, written whole or not at all.

A file that is missing, broken or not a map reads as an empty map: what is in such files can always do without.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.content.filenames import write_whole

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
    """Write a file, whole or not at all.

    Raises:
        OSError: the disk refuses; the old file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"format": 1, **content}, ensure_ascii=False, indent=1) + "\n"
    write_whole(path, text.encode("utf-8"))
