"""The worst frame of every way from scene to scene and from tab to tab, beside an ordinary frame of where it leads.

Run `python benchmarks/transitions.py [ko|en] [WIDTHxHEIGHT] [TEXT%]`; without arguments Korean at 1920x1080 and 100 %. A new
game is played as a player would, every scene for the first time, after a moment at the title. Milliseconds are those the window's
own thread has worked, so that weeks, questions and other processes beside it do not count. Claims: a tab within a frame (16 ms), a
new scene or week within three (50 ms), and something to see in the first frame of each.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pygame

from game.content import codex
from game.play.preferences import Preferences
from game.ui import start
from game.ui.app import FRAME_S, SPARE_S
from game.ui.house import House
from game.ui.inputs import Key, Move, Press, Release
from game.ui.warming import Warming

FRAMES, ORDINARY = 12, 30  # watched after each act; those that count as ordinary
CLAIMS_MS = {"tab": 16.0, "week": 50.0, "scene": 50.0}
PATIENCE_S = 60.0
WAYS = (("why", pygame.K_w, "Why"), ("what if", pygame.K_i, "WhatIfPage"), ("views", pygame.K_v, "WeekViews"))


class Watch:
    """A player with a stop watch."""

    def __init__(self, language, size, text):
        self.house = house = House(Path(tempfile.mkdtemp()), language)
        house.preferences = Preferences(text_size=text)
        self.app = start.opened(house)
        self.app.look = self.app.look.changed(size_px=size)
        self.surface = pygame.Surface(size)
        type(self.app.window).surface = property(lambda _: self.surface)
        self.app.scene.lay(self.app.look)
        self.lines = []
        self.warming = Warming()

    def frame(self):
        """Let a frame pass; return its milliseconds and whether it changed the picture."""
        begun = time.thread_time()
        drawn = self.app.step(FRAME_S)
        worked = time.thread_time() - begun
        while FRAME_S - worked > SPARE_S and self.warming.step(self.app.look):
            worked += 0.003
        time.sleep(0.004)
        return worked * 1000 if drawn else (time.thread_time() - begun) * 1000, drawn

    def rest(self, until=lambda: True):
        """Let frames pass until something is so and nothing is left to do."""
        end = time.monotonic() + PATIENCE_S
        while not until():
            assert time.monotonic() < end, f"{type(self.app.scene).__name__} stays"
            self.frame()
        for _ in range(8):
            self.frame()

    def see(self, kind, name, act, until=None):
        """Do something, watch the frames after it and note the worst."""
        was = self.app.scene
        begun = time.thread_time()
        act()
        acted = (time.thread_time() - begun) * 1000
        frames = [self.frame() for _ in range(FRAMES)]
        found = [acted + frames[0][0], *(ms for ms, _ in frames[1:])]
        if until is not None:
            end = time.monotonic() + PATIENCE_S
            while not until():
                assert time.monotonic() < end, f"{name}: {type(self.app.scene).__name__} stays"
                found.append(self.frame()[0])
            found += [self.frame()[0] for _ in range(FRAMES)]
        usual = statistics.median([self.frame()[0] for _ in range(ORDINARY)])
        reacts = frames[0][1] or self.app.scene is was
        self.lines.append((kind, name, max(found), usual, reacts))

    def click(self, name):
        """Click a widget of the scene."""
        box = self.app.scene.view.top.root.find(name).box
        for event in (Move(box.cx, box.cy), Press(box.cx, box.cy), Release(box.cx, box.cy)):
            self.app.hear(event)

    def key(self, code, **held):
        """Press a key."""
        self.app.hear(Key(code, **held))

    def on(self, scene):
        """Return whether a scene is shown, whole."""
        return type(self.app.scene).__name__ == scene and self.app.scene.view.top.is_whole


def played(watch):
    """Go through the game, scene by scene."""
    watch.rest(
        lambda: codex.read.cache_info().currsize > 0
    )  # the last thing that is made ready behind the title
    back = lambda: watch.key(pygame.K_ESCAPE)  # noqa: E731
    for name, scene in (("levels", "Levels"), ("codex", "CodexScene"), ("settings", "Settings")):
        watch.see("scene", name, lambda n=name: watch.click(f"title.{n}"), lambda s=scene: watch.on(s))
        watch.see("scene", f"back from {name}", back, lambda: watch.on("Title"))
    watch.see("scene", "opening", lambda: watch.click("title.continue"), lambda: watch.on("Opening"))
    watch.see("scene", "desk", lambda: watch.click("opening.start"), lambda: watch.on("Desk"))
    for tab in range(2, 6):
        watch.see("tab", f"tab {tab % 4 or 4}", lambda t=tab: watch.key(pygame.K_1 + (t - 1) % 4, alt=True))
    desk = watch.app.scene
    for week in range(1, 6):
        act = lambda: watch.key(pygame.K_4)  # noqa: E731
        watch.see("week", f"week {week}", act, lambda w=week: desk.session.scenery.view.week >= w)
        while desk.asking.is_open:
            watch.rest()
            back()
    for name, key, scene in WAYS:
        if (
            name == "views" and desk.room.pages.visible
        ):  # with large type the charts and their buttons are a page of their own
            desk.room.turn_to("trends")
            desk.unsettle()
            watch.rest()
        watch.see("scene", name, lambda k=key: watch.key(k), lambda s=scene: watch.on(s))
        watch.see("scene", f"back from {name}", back, lambda: watch.on("Desk"))
    watch.see("scene", "month", lambda: watch.click("report"), lambda: desk.asking.is_open)
    watch.see("scene", "back from month", back)
    watch.see("scene", "menu", lambda: watch.click("menu"), lambda: watch.on("Menu"))
    watch.see("scene", "codex from menu", lambda: watch.click("menu.codex"), lambda: watch.on("CodexScene"))
    back()
    watch.rest()
    back()
    watch.rest(lambda: watch.on("Desk"))
    while not desk.is_over:
        desk.session.play(desk.draft.decision)
        desk.session.rest()
        desk.session.poll()
    watch.see("scene", "diagnosis", lambda: watch.key(pygame.K_4), lambda: watch.on("Diagnosing"))
    watch.see("scene", "the end", lambda: watch.click("diagnosis.skip"), lambda: watch.on("Ended"))


def main(words):
    """Print the table."""
    language = next((w for w in words if w in ("ko", "en")), "ko")
    size = next((tuple(int(n) for n in w.split("x")) for w in words if "x" in w), (1920, 1080))
    text = next((int(w.removesuffix("%")) for w in words if w.endswith("%")), 100)
    watch = Watch(language, size, text)
    played(watch)
    print(f"{language} {size[0]}x{size[1]} {text} %\n{'':20}{'worst':>9}{'ordinary':>10}{'ratio':>7}  claim")
    for kind, name, worst, usual, reacts in watch.lines:
        verdict = "holds" if worst <= CLAIMS_MS[kind] and reacts else "does not hold here"
        print(f"{name:20}{worst:6.1f} ms{usual:7.1f} ms{worst / max(usual, 0.1):7.0f}  {verdict}")
    watch.app.close()
    watch.house.leave()


if __name__ == "__main__":
    main(sys.argv[1:])
