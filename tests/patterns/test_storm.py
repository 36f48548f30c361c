"""With the stories of the campaign's levels a scandal still costs what the patterns allow, and is still survived."""

from dataclasses import replace
from pathlib import Path

import yaml

from game.content.levels import load
from tests.patterns.play import CALM, PATTERNS, STORM

WEEKS, AGENTS, SEEDS = 146, 4000, range(1, 5)
BANDS = yaml.safe_load((Path(__file__).parent / "patterns.yaml").read_text("utf-8"))


def test_a_review_storm_stays_inside_the_bands_of_a_scandal() -> None:
    told = load("core/startup").parameters
    numbers = (*STORM.numbers, ("storm", told.storm), ("retell", told.retell))
    arms = (CALM, replace(STORM, numbers=numbers))
    calm, storm = ([replace(arm, weeks=WEEKS).play(seed, AGENTS) for seed in SEEDS] for arm in arms)
    for id_ in ("P20", "P20.1", "P20.2"):
        low, high = BANDS[id_]["band"]
        assert low <= PATTERNS[id_].read(calm, storm) <= high, id_
