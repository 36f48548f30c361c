"""The levels that count where the whole campaign is measured, and a level with fewer people, which plays faster."""

from dataclasses import replace
from pathlib import Path

from game.content import levels
from game.world.level import Level

UNCOUNTED = ("00_", "13_", "14_")  # beginnings of the files of the first level, the last and the sandbox


def counted() -> list[Path]:
    """Return the files of the levels that count, in the order of the campaign.

    The first level cannot be lost; in the last and the sandbox everything is open, and several ends are good.
    """
    return [one.path for one in levels.campaign() if not one.path.name.startswith(UNCOUNTED)]


def with_at_most(agents: int, level: Level) -> Level:
    """Return a level with so many people at most, under a hash of its own."""
    return replace(level, agents=min(agents, level.agents), hash=f"{level.hash}-{agents}")
