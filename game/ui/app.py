"""The loop: events in, one frame out, and a stack of scenes.

The clock is given from outside, so that a test holds time in its hands. Whatever a scene raises becomes another scene that says so;
only if that one fails too does the loop let go.
"""

import gc
import time
from collections.abc import Callable, Iterable
from math import inf
from typing import Any

import pygame

from game.ui import access
from game.ui.access import Bridge
from game.ui.background import Task
from game.ui.emblem import emblem
from game.ui.fonts import close_fonts
from game.ui.inputs import Input, Key, Reader
from game.ui.look import Look
from game.ui.scene import Back, Command, Fullscreen, Go, Quit, Restyle, Scene
from game.ui.spoken import Numbers, tree_of
from game.ui.view import View
from game.ui.warming import Warming
from game.ui.window import Window

FRAME_S = 1 / 60
SPARE_S = 0.006  # of a frame, within which a font can be opened without making the next one late
ICON_PX = 64
LONGEST_STEP_S = (
    0.1  # after a pause (a dragged window, a suspended laptop) time goes on from here, not from then
)
RESIZES = (pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED, pygame.VIDEORESIZE)
Failing = Callable[[Look, BaseException], Scene]


class App:
    """A window with scenes. `first` is shown at once; `loader` then runs beside it, and `loading` tells how it goes."""

    def __init__(self, window: Window, first: Callable[[Look, Task[Any]], Scene], *, loader: Callable[[], Any] | None = None,
                 failing: Failing | None = None, look: Look | None = None,
                 bridge: Callable[[], Bridge | None] | None = None,
                 meaning: Callable[[Key], Key] | None = None, patience_s: float = inf) -> None:  # fmt: skip
        self.window = window
        # How long one frame may draw a scene that has just come; the rest follows in the next.
        self.patience_s = patience_s
        self.look = (look or Look()).changed(size_px=window.size_px)
        self.loading: Task[Any] = Task(loader or (lambda: None))
        self.failing = failing
        self.meaning = meaning or (lambda key: key)  # what a key stands for, as the player has set
        self.is_open = True
        self.frames = 0
        self._reader = Reader()
        self._resized = False
        self._sorry: Scene | None = None
        self._warming = Warming()
        self._make_bridge, self._numbers = bridge, Numbers()
        self._bridge: Bridge | None = None
        self.scenes: list[Scene] = [first(self.look, self.loading)]

    @property
    def scene(self) -> Scene:
        """Return the scene that is shown."""
        return self.scenes[-1]

    # ---- one frame

    def step(self, dt_s: float, events: Iterable[pygame.event.Event] | None = None) -> bool:
        """Hear what happened, let `dt_s` pass and draw; return whether the picture changed."""
        for event in pygame.event.get() if events is None else events:
            if self.is_open:
                self._hear(event)
        if not self.is_open:
            return False
        if self._resized:
            self._resized = False
            self._restyle({"size_px": self.window.size_px})
        self._ask(lambda: self.scene.update(min(dt_s, LONGEST_STEP_S)))
        if not self.is_open:
            return False
        drawn = self._draw()
        if drawn:
            self.window.show_frame()
        self.window.take_text(self.scene.typing, self.look.scale)
        self.frames += 1
        if self.frames == 1:
            self.loading.start()
            self.window.icon(emblem(ICON_PX))
            self._bridge = self._make_bridge() if self._make_bridge is not None else None
        self._speak()
        return drawn

    def _speak(self) -> None:
        """Tell a screen reader what is there, and do what it asks for."""
        view = getattr(self.scene, "view", None)
        if self._bridge is None or not isinstance(view, View):
            return
        for request in self._bridge.requests():
            for event in access.inputs(view, request):
                self.hear(event)
        self._bridge.tell(lambda: tree_of(view, self.window.name, self._numbers))

    def run(
        self, clock: Callable[[], float] = time.perf_counter, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """Show frames until somebody leaves, at most 60 a second."""
        before = clock()
        while self.is_open:
            now = clock()
            self.step(now - before)
            before = now
            if self.loading.is_done and gc.isenabled() and gc.get_freeze_count() == 0:
                gc.freeze()  # what is loaded stays: looking through it again and again would cost a frame now and then
            while FRAME_S - (clock() - now) > SPARE_S and self._warming.step(self.look):
                pass
            left = FRAME_S - (clock() - now)
            if left > 0:
                sleep(left)

    def close(self) -> None:
        """Close the window and let go of fonts."""
        self.is_open = False
        self.window.close()
        close_fonts()

    # ---- events

    def _hear(self, event: pygame.event.Event) -> None:
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self.is_open = False
        elif event.type in RESIZES:
            self._resized = True
        elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST) and self._bridge is not None:
            self._bridge.focus(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type == pygame.WINDOWEXPOSED:
            self.scene.lay(self.look)
        else:
            heard = self._reader.read(event, self.look.scale / self.window.density)
            if heard is not None:
                self.hear(heard)

    def hear(self, event: Input) -> None:
        """Pass an input to the scene and do what it asks."""
        if isinstance(event, Key) and event.code == pygame.K_F11:
            self._obey(Fullscreen())
            return
        if isinstance(event, Key):
            event = self.meaning(event)
        self._ask(lambda: self.scene.handle(event))

    def _ask(self, question: Callable[[], Command | None]) -> None:
        """Do what a scene asks for; an error in it becomes the error scene."""
        try:
            command = question()
            if command is not None:
                self._obey(command)
        except Exception as error:
            self._fail(error)

    def _obey(self, command: Command) -> None:
        if isinstance(command, Go):
            if command.alone:
                self.scenes.clear()
            elif command.replace:
                self.scenes.pop()
            self.scenes.append(command.scene(self.look))
            if isinstance(view := getattr(self.scene, "view", None), View):
                view.arrive(self.patience_s)
        elif isinstance(command, Back) and len(self.scenes) > 1:
            self.scenes.pop()
            self.scene.lay(self.look)
        elif isinstance(command, Restyle):
            self._restyle(command.changes)
        elif isinstance(command, Fullscreen):
            self.window.toggle_fullscreen()
            self._resized = True
        elif isinstance(command, Quit | Back):
            self.is_open = False

    def _restyle(self, changes: dict[str, Any]) -> None:
        self.look = self.look.changed(**changes)
        self.scene.lay(self.look)

    def _draw(self) -> bool:
        try:
            return self.scene.draw(self.window.surface)
        except Exception as error:
            self._fail(error)
            return self.scene.draw(self.window.surface)

    def _fail(self, error: Exception) -> None:
        """Show the error scene in place of what failed; without one, or if it fails itself, let the error go on."""
        if self.failing is None or (self.scenes and self.scene is self._sorry):
            raise error
        self._sorry = self.failing(self.look, error)
        self.scenes = [self._sorry]
