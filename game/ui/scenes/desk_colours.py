"""What the colours of the people mean, and how many wear each."""

from game.content.words import Words
from game.ui.brush import Brush
from game.ui.look import Look
from game.ui.readings import amounts
from game.ui.readings.crowd import Kind
from game.ui.tokens import CAPTION, CAPTION_STRONG
from game.ui.widgets import Role, Widget

GAP = 8.0  # logical px between two words
DOT = 5.0  # logical px: radius of a colour's sample


class Colours(Widget):
    """What the colours of a lens mean, and how many people wear each; a row of words that wraps."""

    role = Role.LABEL
    is_live = True  # it lies over the crowd

    def __init__(self, name: str, label: str, words: Words) -> None:
        super().__init__(name, label)
        self.words = words
        self.kinds: tuple[Kind, ...] = ()
        self._lines: list[list[Kind]] = []
        self.visible = False

    @property
    def value(self) -> str:
        """Return each colour's word and number."""
        return ", ".join(f"{kind.label} {self._number(kind)}" for kind in self.kinds)

    def show(self, kinds: tuple[Kind, ...]) -> None:
        """Explain other colours, or none."""
        self.kinds, self.visible = kinds, bool(kinds)
        self.touch()

    def _number(self, kind: Kind) -> str:
        return amounts.count(self.words, kind.people)

    def _wide(self, look: Look, kind: Kind) -> float:
        return (
            2 * DOT
            + 6
            + look.type.width(kind.label, CAPTION)
            + 6
            + look.type.width(self._number(kind), CAPTION_STRONG)
        )

    def fit(self, look: Look, width: float) -> list[list[Kind]]:
        """Return the kinds, as many a line as fit a width."""
        found: list[list[Kind]] = []
        left = 0.0
        for kind in self.kinds:
            wide = self._wide(look, kind) + 2 * GAP
            if not found or wide > left:
                found.append([])
                left = width - 2 * GAP
            found[-1].append(kind)
            left -= wide
        return found

    def size(self, look: Look, width: float) -> tuple[float, float]:
        """Return the width and height the words need within a width."""
        self._lines = lines = self.fit(look, width)
        wide = max((sum(self._wide(look, kind) + 2 * GAP for kind in line) for line in lines), default=0.0)
        return min(width, wide + GAP), len(lines) * look.type.pitch(CAPTION, 1.6) + 8

    def paint(self, brush: Brush) -> None:
        """Draw the well and the words."""
        theme, box, look = brush.theme, self.box, brush.look
        brush.box(box, 12, theme.bg1, border=theme.line, alpha=238)
        pitch = look.type.pitch(CAPTION, 1.6)
        for row, line in enumerate(self._lines):
            x, y = box.x + GAP + 2, box.y + 4 + pitch * (row + 0.5)
            for kind in line:
                brush.disc(x + DOT, y, DOT, kind.hue)
                start = x + 2 * DOT + 6
                start += brush.text(start, y, kind.label, CAPTION, theme.text2) + 6
                brush.text(start, y, self._number(kind), CAPTION_STRONG, theme.text)
                x += self._wide(look, kind) + 2 * GAP
