"""A story told paragraph by paragraph at the pace of a reader; a press tells the rest at once."""

from game.ui.brush import Brush
from game.ui.look import Look
from game.ui.tokens import Style, mix
from game.ui.widgets import Act, Deed, Role, Target

TYPE = Style(15)
LEADING = 1.65
PARAGRAPH_GAP = 10.0  # logical px
FADE_S, STEPS = 0.9, 8  # of one paragraph: seconds, and how many shades it passes through
LETTERS_A_SECOND = {"ko": 13.0, "en": 30.0}  # a reader without haste
LEAST_S = 1.2  # seconds before the next paragraph


class Telling(Target):
    """Paragraphs that appear one after the other."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, text: str) -> None:
        super().__init__(name, label)
        self.paragraphs = [part.strip() for part in text.split("\n") if part.strip()]
        is_korean = any("가" <= char <= "힣" for char in text)
        pace = LETTERS_A_SECOND["ko" if is_korean else "en"]
        self._starts = [0.0]
        for part in self.paragraphs[:-1]:
            self._starts.append(self._starts[-1] + max(LEAST_S, len(part) / pace))
        self.told_s = 0.0

    @property
    def value(self) -> str:
        """Return the whole story: who listens does not wait for it."""
        return "\n".join(self.paragraphs)

    @property
    def is_done(self) -> bool:
        """Return whether everything is told."""
        return self.told_s >= self._starts[-1] + FADE_S

    @property
    def reachable(self) -> bool:
        """Return whether Tab stops here: only while there is something to skip."""
        return super().reachable and not self.is_done

    def advance(self, dt_s: float, *, calm: bool) -> None:
        """Tell on; in reduced motion everything stands there at once."""
        before = self._shades()
        self.told_s += dt_s
        if calm:
            self.finish()
        if self._shades() != before:
            self.touch()

    def finish(self) -> None:
        """Tell the rest."""
        self.told_s = max(self.told_s, self._starts[-1] + FADE_S)
        self.touch()

    def activate(self) -> Act | None:
        """Report that the rest is wanted."""
        return Act(self.id, Deed.PRESS)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the whole story."""
        lines = sum(len(look.type.wrap(part, TYPE, width)) for part in self.paragraphs)
        return lines * look.type.pitch(TYPE, LEADING) + PARAGRAPH_GAP * (len(self.paragraphs) - 1)

    def paint(self, brush: Brush) -> None:
        """Draw what is told so far."""
        y = self.box.y
        for part, shade in zip(self.paragraphs, self._shades(), strict=True):
            lines = brush.look.type.wrap(part, TYPE, self.box.w)
            if shade:
                colour = mix(brush.theme.bg1, brush.theme.text, shade / STEPS)
                brush.lines(self.box.x, y, lines, TYPE, colour, leading=LEADING)
            y += len(lines) * brush.look.type.pitch(TYPE, LEADING) + PARAGRAPH_GAP

    def _shades(self) -> list[int]:
        """Return how far each paragraph has come, 0..STEPS."""
        shares = ((self.told_s - start) / FADE_S for start in self._starts)
        return [round(STEPS * min(1.0, max(0.0, share))) for share in shares]
