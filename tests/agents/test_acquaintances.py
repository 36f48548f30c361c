"""The small world: everybody has the same acquaintances for ever, mostly near, of the own kind."""

import numpy as np
import pytest

from agents.acquaintances import Network

STARTS, SIZES = np.array([0, 600]), np.array([600, 400])


def network(rewire: float = 0.2, outside: float = 0.1) -> Network:
    return Network(3, 8, rewire, outside, STARTS, SIZES)


def everybodys(net: Network, slot: int) -> np.ndarray:
    rows = np.arange(1000)
    segment = (rows >= 600).astype(np.uint8)
    return net.acquaintance(rows, segment, np.full(1000, slot))


def test_without_rewiring_acquaintances_are_ring_neighbours() -> None:
    assert everybodys(network(rewire=0.0), 0)[:3].tolist() == [1, 2, 3]
    assert everybodys(network(rewire=0.0), 1)[:3].tolist() == [599, 0, 1]
    assert everybodys(network(rewire=0.0), 0)[599] == 0


def test_rewired_acquaintances_keep_to_their_segment_unless_they_lead_outside() -> None:
    own = everybodys(network(rewire=1.0, outside=0.0), 2)
    assert ((own >= 600) == (np.arange(1000) >= 600)).all()
    mixed = everybodys(network(rewire=1.0, outside=1.0), 2)
    assert ((mixed >= 600) != (np.arange(1000) >= 600)).mean() == pytest.approx(0.48, abs=0.06)


def test_asked_twice_the_answer_is_the_same_and_one_alone_agrees() -> None:
    all_of_them = everybodys(network(), 5)
    alone = network().acquaintance(np.array([17]), np.array([0], np.uint8), np.array([5]))
    assert np.array_equal(all_of_them, everybodys(network(), 5))
    assert alone[0] == all_of_them[17]


def test_the_share_of_distant_acquaintances_is_as_set() -> None:
    moved = [(everybodys(network(0.2, 0.0), s) != everybodys(network(0.0), s)).mean() for s in range(8)]
    assert np.mean(moved) == pytest.approx(0.2, abs=0.02)
