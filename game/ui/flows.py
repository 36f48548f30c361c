"""Things that find their own line or column: buttons and chips wrap into lines, cards of different heights fill columns."""

from game.ui.layout import Box
from game.ui.look import Look
from game.ui.widgets import Widget

COLUMN = 340.0  # least logical px of a column of blocks, at 100 % text


class Flow(Widget):
    """Children at their natural width, wrapped into lines; `at` is 0 to begin at the left and 1 to end at the right."""

    is_island = False

    def __init__(
        self, name: str, *children: Widget, gap: float = 8, at: float = 0.0, arrows: bool = False
    ) -> None:
        super().__init__(name)
        self.gap, self.at = gap, at
        self.has_arrows = arrows
        self.add(*children)

    def width(self, look: Look) -> float:
        """Return the width of everything in one line."""
        shown = self._shown()
        return sum(child.width(look) for child in shown) + self.gap * max(0, len(shown) - 1)

    def height(self, look: Look, width: float) -> float:
        """Return the height of all lines."""
        lines = self._lines(look, width)
        return sum(self._tall(look, line, width) for line in lines) + self.gap * max(0, len(lines) - 1)

    def place(self, look: Look, box: Box) -> None:
        """Put the children line by line, each line's children in its middle."""
        self.box = box
        y = box.y
        for line in self._lines(look, box.w):
            wides = [min(child.width(look), box.w) for child in line]
            tall = self._tall(look, line, box.w)
            x = box.x + self.at * max(0.0, box.w - sum(wides) - self.gap * (len(line) - 1))
            for child, wide in zip(line, wides, strict=True):
                high = child.height(look, wide)
                child.place(look, Box(x, y + (tall - high) / 2, wide, high))
                x += wide + self.gap
            y += tall + self.gap

    def _lines(self, look: Look, width: float) -> list[list[Widget]]:
        lines: list[list[Widget]] = []
        left = 0.0
        for child in self._shown():
            wide = child.width(look)
            if not lines or left < wide - 0.5:
                lines.append([])
                left = width
            lines[-1].append(child)
            left -= wide + self.gap
        return lines

    def _tall(self, look: Look, line: list[Widget], width: float) -> float:
        return max(child.height(look, min(child.width(look), width)) for child in line)

    def _shown(self) -> list[Widget]:
        return [child for child in self.children if child.visible]


class Blocks(Widget):
    """Cards of different heights in as many columns as have room, each card in the column that is shortest."""

    is_island = False

    def __init__(
        self, name: str, *cards: Widget, gap: float = 10, most: int = 2, least: float = COLUMN
    ) -> None:
        super().__init__(name)
        self.gap, self.most, self.least = gap, most, least  # columns at most; logical px of one at 100 % text
        self.add(*cards)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the longest column."""
        boxes = self._boxes(look, Box(0, 0, width, 0))
        return max((box.bottom for box in boxes), default=0.0)

    def place(self, look: Look, box: Box) -> None:
        """Give every card its place."""
        self.box = box
        for card, place in zip(self.children, self._boxes(look, box), strict=True):
            card.place(look, place)

    def _boxes(self, look: Look, box: Box) -> list[Box]:
        across = max(1, min(self.most, int((box.w + self.gap) // (self.least * look.text_size + self.gap))))
        wide = (box.w - self.gap * (across - 1)) / across
        lows = [box.y] * across
        found = []
        for card in self.children:
            column = lows.index(min(lows))
            high = card.height(look, wide)
            found.append(Box(box.x + column * (wide + self.gap), lows[column], wide, high))
            lows[column] += high + self.gap
        return found
