"""A level for somebody to begin with: four lines that pass `check`, and beside them, commented out, what could be changed.

The templates are level files but for a few gaps. A line of prose begins with two signs, an example with one; a test takes the
signs away and reads the examples too.
"""

from __future__ import annotations

import os
from pathlib import Path

from game.content.figures import Language
from game.content.ids import is_id
from game.content.levels import Examined
from game.content.shelf import LEVELS
from game.world.level import Kind

FOLDER = Path(__file__).parents[2] / "assets" / "templates"
SCHEMA = LEVELS / "level.editing.schema.json"

_OBJECTIVE = """\
objectives:
  crowd:
    kind: win
    when: users >= 3k
    points: 100
    text: {ko: 사용자 3천 명, en: "3,000 users"}"""


def file_of(name: str, folder: Path) -> Path:
    """Return the file a new level goes to, by the last part of its id.

    Raises:
        ValueError: the name is no id.
    """
    if not is_id(name):
        raise ValueError(name)
    return folder / f"{name.rpartition('/')[2]}.yaml"


def draft(name: str, parent: Examined, path: Path, language: Language, *, is_full: bool) -> str:
    """Return the text of a new level.

    Args:
        name: its id.
        parent: the level it builds on; there must be nothing wrong with it.
        path: where it is going to lie.
        language: of the comments.
        is_full: with an example for every part of a level.
    """
    template = (FOLDER / f"{'full' if is_full else 'short'}.{language}.yaml").read_text("utf-8")
    gaps = {
        "{schema}": way_to(SCHEMA, path.parent),
        "{id}": name,
        "{parent}": parent.level.id if parent.level is not None else "",
        "{file}": path.name,
        "{objective}": _objective(parent),
    }
    for gap, filling in gaps.items():
        template = template.replace(gap, filling)
    return template


def _objective(parent: Examined) -> str:
    """Return an objective that wins, as an example if the level it builds on has one already."""
    level = parent.level
    is_won = level is not None and any(aim.kind is Kind.WIN for aim in level.objectives)
    return "\n".join(f"# {line}" for line in _OBJECTIVE.splitlines()) if is_won else _OBJECTIVE


def way_to(file: Path, folder: Path) -> str:
    """Return how an editor finds a file from a folder."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive
        return file.as_uri()
