"""What every scene will need is made ready in the time that frames leave over: opening a font takes longer than half a frame.

One font a step, each with the letters and figures of all figures' lines, at the sizes in force.
"""

from collections.abc import Iterator
from string import ascii_letters, digits

from game.ui.look import Look
from game.ui.text import measured
from game.ui.tokens import STYLES, Face

ICONS = (12, 13, 14, 15, 16, 17, 18, 22, 24)  # logical px icons are drawn at
LETTERS = f"{ascii_letters}{digits}.,%+-"


class Warming:
    """The fonts still to be opened for a look."""

    def __init__(self) -> None:
        self._left: Iterator[tuple[Face, int]] = iter(())
        self._for: tuple[float, float] | None = None

    def step(self, look: Look) -> bool:
        """Open the next font; return whether there was one. After another size or scale all of them are due."""
        if self._for != (look.scale, look.text_size):
            self._for, self._left = (look.scale, look.text_size), iter(wanted(look))
        found = next(self._left, None)
        if found is not None:
            measured(LETTERS, *found)
        return found is not None


def wanted(look: Look) -> list[tuple[Face, int]]:
    """Return the fonts a look needs, each once: those of text first."""
    texts = [(style.face, look.type.size_px(style)) for style in STYLES]
    icons = [(Face.ICON, look.px(size)) for size in ICONS]
    return list(dict.fromkeys(texts + icons))
