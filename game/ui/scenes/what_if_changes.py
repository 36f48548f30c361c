"""Everything that is otherwise in the changed future: its week, what it was and what it becomes, and a way to take it back."""

from collections.abc import Sequence

from game.content.words import Words
from game.study import wording
from game.study.changes import Change
from game.study.choices import Part
from game.ui.buttons import Button, IconButton, Kind
from game.ui.groups import Column, Panel, Row
from game.ui.layout import flex
from game.ui.rows import ListRow, RowWords
from game.ui.scenes.desk_strips import Note
from game.ui.tokens import Tone
from game.ui.widgets import Widget
from game.world.level import Level

CHANGED, TAKE_BACK, TAKE_ALL = "whatif.changed.", "whatif.take-back.", "whatif.take-all"
ICONS = {Part.LEVER: "sliders-horizontal", Part.ANSWER: "message-circle", Part.EVENT: "zap"}


def panel(words: Words, level: Level, changes: Sequence[Change], trouble: str) -> Panel:
    """Return the panel of all changes, with why they cannot be made if they cannot."""
    rows: list[Widget] = [_row(words, level, i, change) for i, change in enumerate(changes)]
    if trouble:
        note = Note("whatif.trouble", words.say("asking.trouble"), trouble, Tone.WARN, "circle-help")
        rows.append(note)
    clear = Button(TAKE_ALL, words.say("asking.take-all"), Kind.QUIET, small=True, icon="rotate-ccw")
    side = [clear] if len(changes) > 1 else []
    return Panel("whatif.changes", words.say("asking.changes"), Column("whatif.changes.column", *rows, gap=4),
                 icon="git-fork", side=side)  # fmt: skip


def _row(words: Words, level: Level, number: int, change: Change) -> Row:
    week, what = change.edit.week, wording.change(words, level, change)
    told = RowWords(what, words.say("asking.week", week=week))
    row = ListRow(f"{CHANGED}{number}", told, icon=ICONS[change.part], lines=3)
    back = IconButton(f"{TAKE_BACK}{number}", words.say("asking.take-back", week=week, what=what), "x")
    parts: list[Widget] = [row, back]
    return Row(f"whatif.changes.{number}", *parts, parts=[flex()], gap=6)
