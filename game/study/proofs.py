"""Games of proofs that were played before: kept by the level's hash, and trusted only while the same game comes out the same.

A changed level has another hash and begins anew. A changed rule shows in the first game kept: it is played again, and if the world
ends differently by one bit, everything kept is left aside.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.content.filenames import write_whole
from game.play.saves import plain_name
from game.study.proving import Known
from game.study.trying import Trial, Tried, attempt
from game.world.level import Level
from game.world.model import RULES

_MOST_BYTES = 16 * 1024 * 1024  # ten thousand games; a larger file is no cache of ours


class Proofs:
    """The proofs below a data folder."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "proofs"

    def read(self, level: Level) -> Known:
        """Return the games kept of a level, without asking whether they still hold; nothing where none can be read."""
        path = self._path(level)
        try:
            if path.stat().st_size > _MOST_BYTES:
                return {}
            rows = json.loads(path.read_text("utf-8"))
            return {tried.trial: tried for tried in map(_tried, rows)}
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return {}

    def current(self, level: Level, play: Callable[[tuple[Level, Trial]], Tried] = attempt) -> Known:
        """Return the games kept of a level if the first of them, played again, still comes out as it did, else nothing."""
        known = self.read(level)
        first = next(iter(known.values()), None)
        if first is None:
            return {}
        try:
            again = play((level, first.trial))
        except (KeyError, ValueError, TypeError):  # a player or a lever that is not there any more
            return {}
        return known if again == first else {}

    def keep(self, level: Level, known: Known) -> None:
        """Keep the games of a level; if the disk refuses, they are played again next time."""
        path = self._path(level)
        text = json.dumps([asdict(tried) for tried in known.values()], separators=(",", ":"))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode("utf-8"))
        except OSError:
            return

    def _path(self, level: Level) -> Path:
        return self.folder / f"{plain_name(level.id)}-{level.hash}-{RULES}.json"


def _tried(row: dict[str, Any]) -> Tried:
    """Return a game as it was kept.

    Raises:
        TypeError: it is no game.
    """
    trial, rest = row["trial"], {key: value for key, value in row.items() if key != "trial"}
    if not isinstance(trial, dict):
        raise TypeError(trial)
    # A game kept by an older version has no families, and is none.
    listed = {name: rest.pop(name) for name in ("spent", "moved", "families")}
    if not all(isinstance(row, list) for row in listed.values()):
        raise TypeError(row)
    tuples: dict[str, Any] = {name: tuple(row) for name, row in listed.items()}
    return Tried(trial=Trial(**trial), **tuples, **rest)
