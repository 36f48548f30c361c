"""An animated frame with 20,000 dots takes at most 4 ms at 720p and 8 ms at 4K, on two cores and without a GPU.

Run `python benchmarks/frame_with_20000_dots.py`. Medians in milliseconds the processor worked, so that a busy machine measures
the same, and what share of the budget they take.

desk: the whole picture as the loop makes it: live crowd, five figures changing, everything else kept.
all walk: the crowd alone in the worst week there can be, when everybody changes company, on the stage of the desk. At 720p that
stage has room for 10,000 dots of two people each.
window: the same with the whole window as the stage, so that all 20,000 are drawn at every size.
"""

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pygame

from game.ui.crowd import Crowd
from game.ui.labels import Label
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tokens import FIGURE
from game.ui.view import View
from tests.ui import sample_people, samples

PEOPLE, FRAMES = 20_000, 120
SIZES = {
    "720p": ((1280, 720), 4.0),
    "1080p": ((1920, 1080), 5.0),
    "1440p": ((2560, 1440), 6.0),
    "4K": ((3840, 2160), 8.0),
}


def median_ms(work, times=FRAMES):
    """Return the median time of `work(i)` in ms."""
    took = []
    for i in range(times):
        begun = time.thread_time()
        work(i)
        took.append(time.thread_time() - begun)
    return statistics.median(took) * 1000


class Desk(samples.WholeDesk):
    """The sample desk with five figures in its top bar, each a panel of its own."""

    def __init__(self, say):
        super().__init__(say, PEOPLE)
        self.figures = [Label(f"figure{i}", "0", FIGURE) for i in range(5)]
        self.panels = list(self.children)
        self.add(*self.figures)

    def place(self, look, box):
        """Lay out the panels as ever, and the figures above them."""
        self.children, kept = self.panels, self.children
        super().place(look, box)
        self.children = kept
        for i, figure in enumerate(self.figures):
            figure.place(look, Box(200 + i * 150, 20, 120, 30))


def desk_frame(look):
    """Return ms of a frame of the desk in which dots drift and five figures change."""
    root = Desk(samples.WORDS["en"])
    view, surface = View(root, look), pygame.Surface(look.size_px)
    view.draw(surface)

    def frame(i):
        for k, figure in enumerate(root.figures):
            figure.say(f"{i * 7 + k:,}")
        view.update(1 / 60)
        view.draw(surface)

    return median_ms(frame)


def walking_frame(stage):
    """Return ms of a frame in which everybody walks over a stage of that size, and how many dots there are."""
    crowd, surface = Crowd(pygame.Rect((0, 0), stage)), pygame.Surface(stage)
    people = sample_people.people(PEOPLE)
    crowd.arrange(people, 4)
    crowd.arrange((people + 2) % 5 - 1, 4, flows=sample_people.flows(), now=0.0)
    return median_ms(lambda i: crowd.draw(surface, (i % 20) / 60)), len(crowd.rows)


def main():
    """Print the table."""
    pygame.display.init()
    print(
        f"{'':8}{'desk':>8}{'of budget':>11}{'all walk':>10}{'of budget':>11}{'dots':>8}{'window':>9}{'dots':>8}"
    )
    for name, (size, budget) in SIZES.items():
        look = Look(size)
        desk = desk_frame(look)
        all_, dots = walking_frame((look.px(588), look.px(298)))
        whole, every = walking_frame(size)
        print(
            f"{name:8}{desk:8.2f}{desk / budget:11.0%}{all_:10.2f}{all_ / budget:11.0%}{dots:8,}{whole:9.2f}{every:8,}"
        )


if __name__ == "__main__":
    main()
