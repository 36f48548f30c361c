"""How this player sees the game: theme, sizes, motion, and the pictures already made at that size."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from game.ui.cache import SurfaceCache, limit_of
from game.ui.layout import Box, canvas_of, scale_of
from game.ui.text import Typesetter
from game.ui.tokens import DARK, Theme


class Run(NamedTuple):
    """One drawn line of text, noted for the checks: its box, whose it is, and whether it had to be cut short."""

    text: str
    box: Box
    owner: str
    room: Box  # what the owner has
    is_cut: bool
    layer: int


@dataclass(frozen=True)
class Look:
    """Everything a drawing needs to know beside what to draw. A new window size or setting makes a new look."""

    size_px: tuple[int, int] = (1280, 720)
    theme: Theme = DARK
    text_size: float = 1.0  # 0.85..1.5, type only
    interface: float = 1.0  # everything
    calm: bool = False  # reduced motion
    cache: SurfaceCache = field(default_factory=SurfaceCache, compare=False)
    notes: list[Run] | None = field(default=None, compare=False)  # filled while drawing if a test gave a list
    scale: float = field(init=False, default=1.0)
    canvas: Box = field(init=False, default=Box(0, 0, 0, 0))
    type: Typesetter = field(init=False, compare=False, default=None)  # type: ignore[assignment]

    def __post_init__(self) -> None:
        scale = scale_of(*self.size_px, self.interface)
        self.cache.limit_bytes = limit_of(self.size_px)
        object.__setattr__(self, "scale", scale)
        object.__setattr__(self, "canvas", canvas_of(*self.size_px, scale))
        object.__setattr__(self, "type", Typesetter(scale, self.text_size, self.cache))

    def px(self, length: float) -> int:
        """Return a logical length in whole real px."""
        return round(length * self.scale)

    def seconds(self, duration_s: float) -> float:
        """Return how long a movement takes: no time at all in reduced motion."""
        return 0.0 if self.calm else duration_s

    def changed(self, **changes: object) -> "Look":
        """Return this look with some settings changed; what was drawn at another scale is forgotten."""
        look = replace(self, **changes)  # type: ignore[arg-type]
        if look.scale != self.scale or look.text_size != self.text_size:
            look.cache.clear()
        return look


Clock = Callable[[], float]  # seconds, rising; given from outside so that tests hold time in their hands


def eased(share: float) -> float:
    """Return how far a movement is at `share` (0..1) of its time: fast first, then settling (cubic)."""
    left = 1.0 - min(1.0, max(0.0, share))
    return 1.0 - left * left * left
