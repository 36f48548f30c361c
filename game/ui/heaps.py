"""People counted as dots: a heap for each reason, so that many look like many."""

from game.ui.brush import Brush
from game.ui.look import Look
from game.ui.tokens import CAPTION, CAPTION_STRONG, LIST_LEADING
from game.ui.widgets import Role, Widget

DOTS_ACROSS, DOTS_DOWN, STEP = 12, 5, 7.0  # dots of the largest heap, and logical px from one to the next
GAP = 18.0  # logical px between two heaps


class Heaps(Widget):
    """People as dots, a heap for each reason; a dot may stand for several of them."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, heaps: tuple[tuple[str, float, str], ...]) -> None:
        super().__init__(name, label)
        self.heaps = heaps  # a word, how many people, and that number in words

    @property
    def value(self) -> str:
        """Return the heaps as one would read them out."""
        return ", ".join(f"{word} {people}" for word, _, people in self.heaps)

    def height(self, look: Look, width: float) -> float:
        """Return the height of all lines of heaps."""
        return len(self._lines(look, width)) * self._cell(look)

    def paint(self, brush: Brush) -> None:
        """Draw dots and words."""
        theme, look = brush.theme, brush.look
        hues = (theme.bad, theme.warn, theme.firm(2), theme.firm(0), theme.undecided)
        most = max((people for _, people, _ in self.heaps), default=1.0)
        each = max(1.0, most / (DOTS_ACROSS * DOTS_DOWN))
        y, number = self.box.y, 0
        for line in self._lines(look, self.box.w):
            x = self.box.x
            for word, people, told in line:
                self._paint_dots(brush, x, y + 3, round(people / each) or 1, hues[min(number, 4)])
                low = y + DOTS_DOWN * STEP + 8 + look.type.pitch(CAPTION, LIST_LEADING) / 2
                taken = brush.text(x, low, word, CAPTION, theme.text2) + 6
                brush.text(x + taken, low, told, CAPTION_STRONG)
                x += self._wide(look, (word, people, told)) + GAP
                number += 1
            y += self._cell(look)

    def _paint_dots(self, brush: Brush, x: float, y: float, count: int, hue: str) -> None:
        for i in range(min(count, DOTS_ACROSS * DOTS_DOWN)):
            brush.disc(x + (i // DOTS_DOWN) * STEP + 3, y + (i % DOTS_DOWN) * STEP + 3, 2.4, hue)

    def _cell(self, look: Look) -> float:
        return DOTS_DOWN * STEP + 12 + look.type.pitch(CAPTION, LIST_LEADING)

    def _wide(self, look: Look, heap: tuple[str, float, str]) -> float:
        words = look.type.width(heap[0], CAPTION) + 6 + look.type.width(heap[2], CAPTION_STRONG)
        return max(words, DOTS_ACROSS * STEP)

    def _lines(self, look: Look, width: float) -> list[list[tuple[str, float, str]]]:
        lines: list[list[tuple[str, float, str]]] = []
        left = 0.0
        for heap in self.heaps:
            wide = self._wide(look, heap)
            if not lines or left < wide:
                lines.append([])
                left = width
            lines[-1].append(heap)
            left -= wide + GAP
        return lines
