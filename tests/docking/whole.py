"""The whole market as averages, for many worlds at once: firm, people and rivals in the order of the game's week.

The second rung of docking compares this with the game. People are reckoned by `tests.docking.aggregate`, the player's
firm by `tests.docking.firms` and `tests.docking.books`; the incumbent and a fast follower are here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from types import SimpleNamespace
from typing import Any

import numpy as np

from agents import luck
from agents.arrays import Floats
from agents.luck import Stream
from agents.messages import Offers
from agents.nature import Origin
from game.study.bots import Policy
from game.world.jitter import jittered
from game.world.level import Level
from tests.docking import books
from tests.docking.aggregate import Aggregate
from tests.docking.books import Lots
from tests.docking.firms import NEVER, Firm

USERS_OUT, QUALITY_OUT = 15_000, 0.55  # out of the trap: people enough, and a model good enough to hold them


def numbers(level: Level, seeds: Sequence[int]) -> Any:
    """Return the game's own parameters of these worlds and the cash at the start, (W,) by name."""
    worlds = [jittered(level.parameters, level.jitter, seed) for seed in seeds]
    names = [f.name for f in fields(level.parameters)]
    found = {n: np.array([getattr(w, n) for w in worlds], float) for n in names}
    return SimpleNamespace(cash=np.full(len(seeds), float(level.start.cash_won)), **found)


@dataclass
class Rivals:
    """The incumbent, and a follower that may come: quality and habit, (W,)."""

    p: Any
    share: Floats  # of the player, at the end of last week
    first: float
    follows: bool

    def __post_init__(self) -> None:
        self.quality = np.full_like(self.share, self.first)
        self.habit = self.p.brand_inc.copy()
        self.enters = np.full(self.share.shape, NEVER)
        self.copied = np.zeros_like(self.share)

    def react(self, share: Floats, quality: Floats, week: int) -> None:
        """Let the incumbent wake and the follower copy; both read the player's share and mean quality."""
        self.share = share
        self.quality = np.minimum(0.88, self.quality + np.where(share > 0.03, 0.0015, 0.0002))
        self.habit = np.minimum(self.p.brand_inc + 0.6, self.habit + 0.008 * (share > 0.05))
        if self.follows:
            self.enters = np.where((share > 0.01) & (self.enters == NEVER), week + 16, self.enters)
            best = np.maximum(self.copied, 0.45)
            self.copied = np.where(self.enters <= week, best + 0.02 * (0.92 * quality - best), self.copied)


@dataclass(frozen=True)
class Fate:
    """How W worlds ended, (W,), and the weeks on the way, (weeks, W)."""

    alive: Floats
    users: Floats
    quality: Floats
    launch_week: Floats
    dead_week: Floats
    rounds: Floats
    model: Floats
    scandals: Floats
    launched: Floats
    path: dict[str, Floats]

    @property
    def escaped(self) -> Floats:
        """Return which worlds are out of the trap."""
        return np.asarray(self.alive & (self.users >= USERS_OUT) & (self.quality >= QUALITY_OUT))


def same_lots(seeds: Sequence[int]) -> Lots:
    """Return the game's own luck of investors, programmes and scandals in these worlds, so that only people differ."""

    def lots(week: int, stream: Stream, number: int) -> Floats:
        drawn = [luck.draw(seed, week, stream, number) for seed in seeds]
        return (np.array(drawn, float) + 0.5) / 2**32

    return lots


def reckon(level: Level, policy: Policy, seeds: Sequence[int], *, follows: bool = False) -> Fate:
    """Return what becomes of a policy in these worlds of a level."""
    return reckon_at(level, policy, numbers(level, seeds), same_lots(seeds), follows=follows)


def reckon_at(level: Level, policy: Policy, p: Any, lots: Lots, *, follows: bool = False) -> Fate:
    """Return what becomes of a policy in worlds of these `numbers` and this luck."""
    w = p.cash.size
    firm = Firm(level, policy, p, w)
    giant = level.rivals[0]
    shares, known = (0.0, giant.share), (0.0, giant.awareness)
    people = tuple(s.people for s in level.segments)
    tastes = tuple(s.taste for s in level.segments)
    origin = Origin(people, tastes, (*shares, 0.0)[: 2 + follows], (*known, 0.0)[: 2 + follows], 1)
    market = Aggregate(origin, p, w)
    rivals = Rivals(p, np.zeros(w), giant.quality, follows)
    path: dict[str, list[Floats]] = {"users": [], "quality": [], "cash": [], "trials": []}
    for week in range(level.weeks):
        _week(firm, market, rivals, week, lots)
        path["users"].append(market.users()[0].sum(axis=0))
        path["quality"].append((firm.quality() * firm.weights).sum(axis=0))
        path["cash"].append(firm.cash)
        path["trials"].append(market.trials[0])
    return Fate(
        firm.alive,
        path["users"][-1],
        path["quality"][-1],
        firm.launch_week,
        firm.dead_week,
        firm.stage,
        firm.model,
        firm.scandals,
        firm.launched,
        {name: np.array(x) for name, x in path.items()},
    )


def _week(firm: Firm, market: Aggregate, rivals: Rivals, week: int, lots: Lots) -> None:
    before = market.users()[0]
    firm.gather(before, week)
    firm.work(week)
    scandal = lots(week, Stream.HAZARD, 0) < books.hazard(firm, before.sum(axis=0))
    market.play(_offers(firm, market, rivals, week, scandal))
    books.suffer(firm, scandal, market.privacy)
    users = market.users()[0].sum(axis=0)
    revenue, cost = books.settle(firm, users)
    books.hear_programmes(firm, week, lots)
    quality = (firm.quality() * firm.weights).sum(axis=0)
    lead = quality - np.maximum(rivals.quality, rivals.copied)
    books.raise_money(firm, week, users, cost - revenue, lead, lots)
    dies = firm.alive & (firm.cash < 0)
    firm.dead_week = np.where(dies, week, firm.dead_week)
    firm.alive = firm.alive & ~dies
    for kind in (market.casual, market.loyal):
        market.none += kind[0] * dies
        kind[0] *= ~dies
    rivals.react(users * ~dies / market.people.sum(), quality, week)
    _launch_follower(market, rivals, week)


def _offers(firm: Firm, market: Aggregate, rivals: Rivals, week: int, scandal: Floats) -> Offers:
    """Return this week's offers, (F, S, W) or (F, W)."""
    w, s, players = firm.worlds, len(firm.trust), len(market.casual)
    users = market.users()
    quality = np.zeros((players, s, w))
    quality[0], quality[1] = firm.quality(), rivals.quality
    ux = np.stack([firm.ux, np.full(w, 0.6), np.zeros(w)])[:players]
    speed, brand, content = np.zeros((players, w)), np.zeros((players, w)), np.zeros((players, w))
    speed[0], content[0], brand[1] = firm.speed(users[0].sum(axis=0)), firm.content, rivals.habit
    price, trust = np.ones((players, w)), np.full((players, s, w), 0.7)
    price[0], trust[0] = firm.policy.price, firm.trust
    is_open = np.ones((players, w), bool)
    is_open[0] = firm.launched & firm.alive
    advertised, shown = np.zeros((players, w)), np.zeros((players, w))
    shown[0] = books.marketing(firm)
    broke, press = np.zeros((players, w), bool), np.zeros((players, w))
    broke[0], press[0] = scandal, scandal * firm.p.press
    if players > 2:
        is_open[2] = rivals.enters <= week
        quality[2] = rivals.copied
        # It takes over seven tenths of what the player offers besides its model.
        ux[2], speed[2], content[2] = 0.7 * ux[0], 0.7 * speed[0], 0.7 * content[0]
        price[2], advertised[2] = 1 + 0.7 * (price[0] - 1), 0.010
        trust[2] = 0.7 + 0.7 * (trust[0] - 0.7)
    return Offers(
        quality, quality, ux, content, speed, price, trust, brand, users, is_open,
        shown, advertised, np.zeros((players, w)), broke, press, firm.p.scandal_churn,
    )  # fmt: skip


def _launch_follower(market: Aggregate, rivals: Rivals, week: int) -> None:
    """Let the follower be known to some from its first day."""
    if rivals.follows:
        known = np.maximum(market.awareness[2], 0.15)
        market.awareness[2] = np.where(rivals.enters == week, known, market.awareness[2])
