"""Grounds and firms for tests of the rules."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from agents.messages import EVERYTHING, Decision
from game.world.company import Company, founded
from game.world.ground import Ground, ground_of
from game.world.parameters import Parameters, about
from tests.levels_for_tests import tiny

TRAP = Decision(labelling_won=900_000, governance_won=180_000, ux_won=1_300_000, marketing_won=1_000_000)


def ground(**numbers: float) -> Ground:
    """The reference market of four segments, with some parameters set."""
    return ground_of(tiny(), replace(Parameters(), **numbers))


def firm(cash_won: int = 700_000_000, on: Ground | None = None, **orders: Any) -> Company:
    """A new firm under the trap's orders, with some of them changed."""
    made = founded(0, cash_won, replace(TRAP, **orders), on or ground())
    made.first_knowledge = 0.15
    return made


def plausible() -> st.SearchStrategy[Parameters]:
    """Any world whose numbers all lie inside their plausible ranges."""
    ranges = about()
    names = [f.name for f in fields(Parameters)]
    shares = st.lists(st.floats(0, 1), min_size=len(names), max_size=len(names))

    def world(at: list[float]) -> Parameters:
        where = zip(names, at, strict=True)
        return Parameters(**{n: ranges[n].low + x * (ranges[n].high - ranges[n].low) for n, x in where})

    return shares.map(world)


def any_orders() -> st.SearchStrategy[Decision]:
    """Any decision a firm might sensibly take, and many it would not."""
    won, permille, yes = st.integers(0, 50_000_000), st.integers(0, 1000), st.booleans()
    return st.builds(
        Decision,
        price_won=st.integers(0, 2000),
        model=st.sampled_from([0, 1, 2, 3]),
        engineers=st.integers(0, 30),
        experts=st.integers(0, 5),
        emphasis=st.sampled_from([0, 1, 2, 3]),
        ops_won=won,
        infrastructure=st.integers(0, EVERYTHING),
        open_data=yes,
        crawl_items=st.integers(0, 1_000_000),
        labelling_won=won,
        buying_won=won,
        feedback_permille=permille,
        collection_permille=permille,
        governance_won=won,
        sell_data=yes,
        ux_won=won,
        content_won=won,
        marketing_won=won,
        is_visible=yes,
        opens_early=yes,
    )


def by_segment(*people: float) -> np.ndarray:
    """People of each segment as an array."""
    return np.array(people, np.float64)
