"""A sheet over another scene: what is below stands still, out of focus, and is seen again when the sheet is left."""

import pygame

from game.ui import backdrop
from game.ui.brush import Brush
from game.ui.house import House
from game.ui.inputs import Input, Key
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.page import Page
from game.ui.scene import Scene
from game.ui.sheets import Sheet
from game.ui.widgets import Act, Widget


class Veil(Widget):
    """The root of such a scene: the scene below, drawn once and dimmed, and the sheet in the middle."""

    is_island = False

    def __init__(self, below: Scene, sheet: Sheet) -> None:
        super().__init__("veil")
        self.below, self.sheet = below, sheet
        self._picture: pygame.Surface | None = None
        self._look = Look()
        self.add(sheet)

    def place(self, look: Look, box: Box) -> None:
        """Take the window; the picture of the scene below is drawn anew when it is next wanted."""
        self.box, self._look, self._picture = box, look, None
        self.sheet.place(look, box)

    def handle(self, event: Input) -> Act | None:
        """Let the sheet hear keys even while nothing in it has the focus."""
        return self.sheet.handle(event) if isinstance(event, Key) else None

    def paint(self, brush: Brush) -> None:
        """Draw the scene below, dimmed."""
        if self._picture is None:
            self.below.lay(self._look)
            fresh = pygame.Surface(brush.surface.get_size())
            self.below.draw(fresh)
            self._picture = backdrop.dimmed(fresh, brush.theme)
        brush.surface.blit(self._picture, (0, 0))


class Over(Page):
    """A scene that is a sheet over another one. Subclasses make the `sheet`."""

    def __init__(self, house: House, look: Look, below: Scene) -> None:
        self.below = below
        super().__init__(house, look)

    def build(self) -> Widget:
        """Return the sheet over the scene below."""
        return Veil(self.below, self.sheet())

    def sheet(self) -> Sheet:
        """Return the sheet, in the language of the house."""
        raise NotImplementedError
