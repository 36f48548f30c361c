"""A fault of the game itself is written down where the player can find it and send it."""

import platform
import tempfile
import traceback
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from game.play.records import VERSION

_PACKAGES = ("mesa", "numpy", "pygame-ce", "pydantic", "PyYAML", "platformdirs")


def write_report(data: Path, fault: BaseException, command: Sequence[str]) -> Path:
    """Write a crash report below the data folder, or in the system's folder for passing files, and return where."""
    text = "\n".join(
        (
            f"Deeplemma {VERSION}",
            f"python {platform.python_version()} on {platform.platform()}",
            *(f"{name} {_version(name)}" for name in _PACKAGES),
            f"command: {list(command)!r}",
            "",
            *traceback.format_exception(fault),
        )
    )
    name = f"crash-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
    for folder in (data / "crashes", Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        except OSError:  # a full or locked disk is likely when things go wrong: try the next place
            continue
        return folder / name
    return Path("-")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
