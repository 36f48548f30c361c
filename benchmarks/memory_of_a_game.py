"""A game of 20,000 agents at 1920x1080 stays below 250 MiB: `python benchmarks/memory_of_a_game.py [WEEKS]`, 30 if not given.

The loop of the game is run in this process as a player would have it: title, opening, desk, weeks, every lens, a person's card, all
the trends, the month, why and what if. Resident memory of this process in MiB after each, and the most there ever was.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import pygame
from transitions import Watch

from game.content import levels
from game.ui.memory import spare_memory
from game.ui.readings.crowd import LENSES
from game.ui.scenes import ways

CLAIM_MIB = 250.0
LEVEL, SIZE, WORLD = "the-loop", (1920, 1080), 3
ANSWER_S = 12.0


def resident_mib(what="VmRSS"):
    """Return the memory this process holds, or has held at most (`VmHWM`)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(what):
            return int(line.split()[1]) / 1024
    raise SystemExit("this system does not tell how much memory a process holds")


def tell(stage):
    """Print how much there is now."""
    print(f"{stage:28}{resident_mib():8.0f} MiB now, {resident_mib('VmHWM'):.0f} at most so far", flush=True)


def to_the_desk(watch):
    """Come to the desk as a player does."""
    tell("imported")
    watch.rest(lambda: watch.app.loading.is_done)
    tell("title, levels read")
    level = levels.load(LEVEL)
    watch.app._obey(ways.Go(ways.opening(watch.house, level, WORLD)))  # noqa: SLF001
    watch.rest(lambda: watch.on("Opening"))
    tell("opening")
    watch.click("opening.start")
    watch.rest(lambda: watch.on("Desk"))
    assert watch.app.scene.session.level.agents == 20_000
    tell("desk")
    return watch.app.scene


def play(watch, desk, weeks):
    """Let weeks go by; whatever lies over the desk is put away."""
    while desk.session.scenery.view.week < weeks and not desk.is_over:
        week = desk.session.scenery.view.week
        watch.key(pygame.K_4)
        watch.rest(lambda was=week: desk.session.scenery.view.week > was)
        while desk.asking.is_open:
            watch.key(pygame.K_ESCAPE)
            watch.rest()
    tell(f"week {desk.session.scenery.view.week}")


def look_round(watch, desk):
    """Look at the crowd in every way, at all weeks, and at the month."""
    for lens in LENSES:
        desk.room.market.look_through(lens)
        watch.rest()
    desk.room.market.show_person(100, None)
    desk.room.trends.turn_to("all", desk.session.scenery.view)
    watch.rest()
    desk.room.market.close_person()
    tell("lenses, a person, trends")
    watch.click("report")
    watch.rest()
    watch.key(pygame.K_ESCAPE)
    watch.rest()
    tell("month")


def ask(watch, key, scene):
    """Ask a question of the game and wait for what can be said to it within a while."""
    watch.key(key)
    watch.rest(lambda: watch.on(scene))
    end = time.monotonic() + ANSWER_S
    while time.monotonic() < end:
        watch.rest()
    tell(scene)
    watch.key(pygame.K_ESCAPE)
    watch.rest(lambda: watch.on("Desk"))


def main(weeks):
    """Print the table."""
    spare_memory()
    watch = Watch("ko", SIZE, 100)
    desk = to_the_desk(watch)
    play(watch, desk, weeks)
    look_round(watch, desk)
    if not desk.is_over:
        ask(watch, pygame.K_w, "Why")
        ask(watch, pygame.K_i, "WhatIfPage")
    most = resident_mib("VmHWM")
    print(f"{'at most':28}{most:8.0f} MiB, {most / CLAIM_MIB:.0%} of {CLAIM_MIB:.0f}")
    watch.app.close()
    watch.house.leave()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
