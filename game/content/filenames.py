"""Names that no file can bear on every system, and files that are written whole or not at all."""

import os
import re
from contextlib import suppress
from pathlib import Path

_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # kept by Windows, whatever the ending


def is_device(name: str) -> bool:
    """Return whether Windows keeps a name for a device."""
    return _DEVICES.fullmatch(name) is not None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside and then rename it, so that a crash leaves the old one or the new one whole.

    Raises:
        OSError: the disk refuses; the old file is as it was.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
