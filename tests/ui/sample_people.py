"""Sample crowds: people by service, and how many moved."""

import numpy as np

from game.ui.gatherings import FirmWords, Gathering


def people(count=20_000, firms=4, seed=3):
    """Where people are, with shares like those of the pictures: (N,) firm or -1."""
    luck = np.random.default_rng(seed)
    chances = np.array([0.17, 0.40, 0.13, 0.07, 0.03, 0.03, 0.02, 0.02][:firms])
    return luck.choice(np.r_[np.arange(firms), -1], count, p=np.r_[chances, 1 - chances.sum()]).astype(
        np.int8
    )


def flows(firms=4):
    """Movements of a week between firms; the last index is no service."""
    moved = np.zeros((firms + 1, firms + 1))
    for source, target, count in ((-1, 0, 142), (0, 1, 96), (2, 0, 61), (1, 3, 48)):
        if max(source, target) < firms:
            moved[source, target] = count
    return moved


NAMES = ("Deeplemma", "Oraklo", "Lensly", "Tinker Labs", "Byteful", "Nuri AI", "Haneul", "Zephyr")


def gathering(say, count=20_000, firms=4):
    """What the market shows."""
    service = people(count, firms)
    words = [FirmWords(name, f"{np.mean(service == k):.0%}") for k, name in enumerate(NAMES[:firms])]
    undecided = FirmWords(say["undecided"], f"{np.mean(service < 0):.0%}")
    return Gathering(service, tuple(words), flows(firms), undecided, count_words)


def count_words(stream):
    """A stream's count, signed if it is ours."""
    sign = "+" if stream.target == 0 else "−" if stream.source == 0 else ""
    return f"{sign}{stream.people:.0f}"
