"""The hash of a level is about what it means, and the same everywhere."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.content import levels
from game.content.digests import digest
from game.world.level import Level
from tests.content.levels_on_disk import PARENT, write

# --- the hash


@pytest.fixture
def level() -> Level:
    return levels.load("the-loop")


def test_the_hash_is_about_meaning_not_about_writing(tmp_path: Path) -> None:
    plain = levels.load(write(tmp_path, "base", PARENT))
    lines = PARENT.splitlines()
    moved = "# a comment\n" + "\n".join(lines[7:9] + lines[:4] + lines[5:7] + lines[4:5]) + "\n"
    written = (
        moved.replace("300M", '"300_000_000"')
        .replace("users > 1k", "users  >  1000")
        .replace("Users", "People")
    )
    assert levels.load(write(tmp_path, "base", written)).hash == plain.hash


@pytest.mark.parametrize(
    "change",
    [
        ("300M", "301M"),
        ("10k", "11k"),
        ("users > 1k", "users >= 1k"),
        ("kind: win", "kind: bonus"),
        ("points: 100", "points: 99"),
    ],
)
def test_the_hash_tells_levels_apart(tmp_path: Path, change: tuple[str, str]) -> None:
    plain = levels.load(write(tmp_path, "base", PARENT))
    assert levels.load(write(tmp_path, "base", PARENT.replace(*change))).hash != plain.hash


def test_the_order_of_segments_counts_because_the_world_goes_through_them(level: Level) -> None:
    assert digest(replace(level, segments=level.segments[::-1])) != digest(level)


def test_every_figure_of_a_level_is_in_its_hash(level: Level) -> None:
    start = level.start
    others = [
        replace(level, weeks=1),
        replace(level, agents=999),
        replace(level, jitter=0.01),
        replace(level, recalls=True),
        replace(level, reference_price_won=1),
        replace(level, rivals=()),
        replace(level, funds=()),
        replace(level, goals=()),
        replace(level, events=level.events[:-1]),
        replace(level, parameters=replace(level.parameters, wom=0.11)),
        replace(level, start=replace(start, locked=frozenset())),
        replace(level, start=replace(start, models=start.models[:-1])),
        replace(level, start=replace(start, decision=replace(start.decision, ux_won=1))),
    ]
    assert len({digest(other) for other in [level, *others]}) == len(others) + 1


def test_the_hash_is_the_same_in_every_process() -> None:
    code = "from game.content.levels import load; print(load('the-loop').hash)"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("0", "1")
    }
    assert found == {levels.load("the-loop").hash}
    assert len(next(iter(found))) == 32
