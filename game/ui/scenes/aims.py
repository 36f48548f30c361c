"""What has to be reached in a level, as rows: what must hold, what wins, what brings a star."""

from dataclasses import dataclass

from game.content.words import Words
from game.ui.brush import Brush
from game.ui.look import Look
from game.ui.tokens import CAPTION, LIST_LEADING, ROW_STRONG, Tone
from game.ui.widgets import Role, Widget
from game.world.level import Kind, Level

ICONS = {Kind.MUST: "shield", Kind.WIN: "flag", Kind.BONUS: "star"}
TONES = {Kind.MUST: Tone.PLAIN, Kind.WIN: Tone.GOOD, Kind.BONUS: Tone.WARN}
ORDER = (Kind.WIN, Kind.MUST, Kind.BONUS)
LEAD = 30.0  # logical px before the words


@dataclass(frozen=True, slots=True)
class Aim:
    """One objective in words: what it asks for, and what it is for."""

    id: str
    text: str
    note: str
    icon: str
    tone: Tone


def aims(words: Words, level: Level) -> list[Aim]:
    """Return what counts in a level: what wins first, then what must hold, then the stars, the diagnosis last."""
    found = [
        Aim(o.id, words.pick(o.text), words.say(f"aim.{o.kind.value}"), ICONS[o.kind], TONES[o.kind])
        for kind in ORDER
        for o in level.objectives
        if o.kind is kind
    ]
    diagnosis = Aim("diagnosis", words.say("aim.diagnosis"), words.say("aim.diagnosed"), "search", Tone.WARN)
    return [*found, diagnosis]


class AimRow(Widget):
    """One objective."""

    role = Role.LABEL

    def __init__(self, name: str, aim: Aim) -> None:
        super().__init__(name, aim.text)
        self.aim = aim

    @property
    def value(self) -> str:
        """Return what it is for."""
        return self.aim.note

    def height(self, look: Look, width: float) -> float:
        """Return the height of the wrapped words and the note."""
        lines = len(self._lines(look, width)) * look.type.pitch(ROW_STRONG, LIST_LEADING)
        return lines + look.type.pitch(CAPTION, LIST_LEADING)

    def paint(self, brush: Brush) -> None:
        """Draw icon, words and note."""
        theme, box, look = brush.theme, self.box, brush.look
        first = look.type.pitch(ROW_STRONG, LIST_LEADING)
        brush.icon(self.aim.icon, box.x + 10, box.y + first / 2, 17, theme.tone(self.aim.tone))
        low = brush.lines(box.x + LEAD, box.y, self._lines(look, box.w), ROW_STRONG)
        brush.text(box.x + LEAD, low + look.type.pitch(CAPTION, LIST_LEADING) / 2, self.aim.note, CAPTION,
                   theme.text2, width=box.w - LEAD)  # fmt: skip

    def _lines(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.label, ROW_STRONG, width - LEAD)
