"""The people of the market: who they are, and how they come to be.

One row of columns a person. Nobody is created or destroyed during play; people change the service they use. A person
is what stands here and nothing else: segment, tastes, service, loyalty, whom they know, whom they are tired of.
Tastes are whole 2^-8 util, so that every reason of a choice is an exact integer.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from agents import luck
from agents.columns import Column, ColumnAgent
from agents.luck import Stream
from agents.nature import MOST_FIRMS
from agents.nature import Nature as Nature
from agents.nature import Origin as Origin
from agents.storms import LONG_AGO, NOBODY

if TYPE_CHECKING:
    from agents.intents import Intents

TASTE_UNIT = 256  # 1 util of weight; 2^-8 util steps reach +-128 util in 16 bits
COEFFICIENTS = ("quality", "ux", "content", "privacy", "speed", "price", "peers")
NEVER = -32768  # a week before all weeks


class User(ColumnAgent):
    """One person, or as many as the level lets an agent stand for."""

    segment = Column(np.uint8, "index of the segment")
    service = Column(np.int8, "firm used, -1 none")
    loyal = Column(np.uint8, "1 loyal, 0 casual or no user")
    joined = Column(np.int16, "week the present service was joined")
    reviewed = Column(np.int16, "week of the last thought about staying")
    known = Column(np.uint8, "firms known when last looked, one bit each")
    looked = Column(np.int16, "week the known firms were last brought to mind")
    burned = Column(np.int16, "week from which each firm may be tried again", width=MOST_FIRMS)
    story = Column(np.int8, "firm a bad story is carried about, -1 none")
    broke = Column(np.int16, "week in which that story broke")
    consent = Column(np.uint8, "gives data while 256 x (trust x collection) is above this")
    taste = Column(
        np.int16, "weights of quality, ux, content, privacy, speed, price, peers; 2^-8 util", width=7
    )

    def step(self) -> "Intents":  # type: ignore[override]
        """Return what this person means to do in the open week. The world carries it out."""
        model: Any = self.model
        intents: Intents = model.market.intents(np.array([self.row]))
        return intents


def segment_sizes(origin: Origin) -> list[int]:
    """Return how many agents each segment gets: in proportion to people, largest remainders first."""
    total = sum(origin.people)  # whole numbers
    exact = [origin.agents * p / total for p in origin.people]
    sizes = [int(x) for x in exact]
    order = sorted(range(len(exact)), key=lambda s: (sizes[s] - exact[s], s))
    for s in order[: origin.agents - sum(sizes)]:  # whole numbers
        sizes[s] += 1
    return sizes


def born(origin: Origin, nature: Nature, seed: int) -> dict[str, NDArray[Any]]:
    """Return the columns of a new population; people of one segment stand side by side."""
    sizes = segment_sizes(origin)
    segment = np.repeat(np.arange(len(sizes), dtype=np.uint8), sizes)
    rows = np.arange(origin.agents)
    service = _first_services(origin, sizes, seed)
    columns: dict[str, NDArray[Any]] = {
        "segment": segment,
        "service": service,
        "loyal": (service >= 0).astype(np.uint8),
        "joined": np.zeros(origin.agents, np.int16),
        "reviewed": np.full(origin.agents, -1, np.int16),
        "known": _first_known(origin, service, seed),
        "looked": np.zeros(origin.agents, np.int16),
        "burned": np.full((origin.agents, MOST_FIRMS), NEVER, np.int16),
        "story": np.full(origin.agents, NOBODY, np.int8),
        "broke": np.full(origin.agents, LONG_AGO, np.int16),
        "consent": (luck.draws(seed, 0, Stream.CONSENT, rows) >> np.uint32(24)).astype(np.uint8),
        "taste": _tastes(origin, nature, segment, seed),
    }
    return columns


def _first_services(origin: Origin, sizes: list[int], seed: int) -> NDArray[np.int8]:
    """Return who uses what at the start: exact shares of every segment, by lot."""
    service = np.full(origin.agents, -1, np.int8)
    lot = luck.draws(seed, 0, Stream.BIRTH, np.arange(origin.agents))
    start = 0
    for size in sizes:
        order = start + np.argsort(lot[start : start + size], kind="stable")
        taken = 0
        for firm, held in enumerate(origin.shares):
            count = round(held * size)
            service[order[taken : taken + count]] = firm
            taken += count
        start += size
    return service


def _first_known(origin: Origin, service: NDArray[np.int8], seed: int) -> NDArray[np.uint8]:
    """Return the firms each person knows at the start; everybody knows the own one."""
    known = np.zeros(service.shape, np.uint8)
    rows = np.arange(service.size)
    for firm, level in enumerate(origin.awareness):
        knows = luck.draws(seed, 0, Stream.AWARE + firm, rows) < luck.threshold(level)
        known |= (knows | (service == firm)).astype(np.uint8) << np.uint8(firm)
    return known


def _tastes(origin: Origin, nature: Nature, segment: NDArray[np.uint8], seed: int) -> NDArray[np.int16]:
    """Return the individual weights: the segment's mean plus a normal spread, never below zero, shape (N, 7)."""
    means = (nature.b_q, nature.b_ux, nature.b_content, nature.b_trust, 1.0, nature.b_price, nature.b_net)
    weights = np.empty((segment.size, len(COEFFICIENTS)), np.int16)
    rows = np.arange(segment.size)
    for k, (name, mean) in enumerate(zip(COEFFICIENTS, means, strict=True)):
        own = np.array([mean * getattr(t, name, 1.0) for t in origin.tastes])[segment]
        spread = nature.taste_sd if mean != 0 else 0.0
        z = luck.normal_table()[luck.draws(seed, 0, Stream.TASTE + k, rows) >> np.uint32(16)]
        raw = own + spread * z / luck.UTIL
        weights[:, k] = np.clip(np.rint(raw * TASTE_UNIT), 0, 32767)
    return weights
