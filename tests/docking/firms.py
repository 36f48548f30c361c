"""The player's firm as numbers, for many worlds at once: data, learning, work, money and funding.

The weekly system of the model document written a second time, without any of the rules under test; only policies,
parameters and levels are the game's own. K = 4 sources in the order open, crawl, service, bought; S segments; W worlds,
always the last axis. Money is in won and not rounded.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from agents.arrays import Floats
from game.study.bots import Policy
from game.world.level import Level

OPEN, CRAWL, SERVICE, BOUGHT = range(4)
RULES, CLASSICAL, DEEP, BEST = range(4)
NEVER = 10**6


@dataclass
class Firm:
    """One firm in W worlds, under one policy."""

    level: Level
    policy: Policy
    p: Any  # the numbers of each world, (W,) by name
    worlds: int
    clean: Floats = field(init=False)  # (K, S, W) items
    crawled: Floats = field(init=False)  # (S, W) waiting raw items
    logged: Floats = field(init=False)
    errors: Floats = field(init=False)  # (S, W)

    def __post_init__(self) -> None:
        level, policy, w = self.level, self.policy, self.worlds
        people = np.array([s.people for s in level.segments], float)
        self.weights = (people / people.sum())[:, None]
        self.open_mix = np.array([s.open_share for s in level.segments])[:, None]
        self.crawl_mix = np.array([s.crawl_share for s in level.segments])[:, None]
        self.clean = np.zeros((4, people.size, w))
        self.clean[OPEN] = policy.open_data * self.p.open_n * self.open_mix
        self.crawled, self.logged = np.zeros((people.size, w)), np.zeros((people.size, w))
        self.errors = np.ones((people.size, w)) * self.p.E0
        self.trust = np.full((people.size, w), 0.7)
        self.cash = self.p.cash.copy()
        self.progress, self.releases, self.tune, self.debt = (np.zeros(w) for _ in range(4))
        self.age, self.content, self.labelling = np.zeros(w), np.zeros(w), np.zeros(w)
        self.ux = np.full(w, level.start.ux)
        self.knowledge = np.full(w, level.start.knowledge + 0.45 * (policy.experts > 0))
        self.model = np.full(w, RULES if policy.model == BEST else int(policy.model))
        self.alive, self.launched = np.ones(w, bool), np.zeros(w, bool)
        self.launch_week, self.dead_week = np.full(w, NEVER), np.full(w, NEVER)
        self.stage, self.asked, self.scandals = np.zeros(w), np.full(w, -99), np.zeros(w)
        self.voucher, self.grant = np.zeros(w), np.zeros(w)
        self.past = np.zeros((13, w))
        self.scale, self.growth = np.ones(w), np.zeros(w)
        self.kept = 0.5 ** (1 / self.p.half_life)
        self.distance = self._distances()

    def _distances(self) -> Floats:
        """Return how far an item of source k about segment i is from segment j, (K, S, S, W)."""
        p = self.p
        sources = np.stack([p.open_dist, p.crawl_dist, p.svc_dist, p.buy_dist])
        common = 1 - np.clip(p.culture * np.array(self.level.distances)[..., None], 0, 0.95)
        return np.asarray(1 - (1 - sources)[:, None, None] * common)

    # --- data

    def gather(self, users: Floats, week: int) -> None:
        """Collect, clean and buy for a week; `users` are (S, W)."""
        p, policy = self.p, self.policy
        total = users.sum(axis=0)
        self.growth = np.clip((total + 50) / (self.past[week % 13] + 50) - 1, -1, 3)
        self.past[week % 13] = total
        self.scale = np.clip(self.cash / 495e6, 0.25, 5) * self.alive
        recorded = np.clip(self.trust, 0.05, 1) * (0.4 + 0.6 * policy.collection_permille / 1000)
        self.logged += users * p.svc_items * recorded
        self.fetched = policy.crawl_items * self.alive * (week >= 4)
        self.crawled += self.fetched * self.crawl_mix
        self._clean()
        from_voucher = np.minimum(self.voucher, 6e6)
        self.voucher -= from_voucher
        bought = (policy.buying * 1e6 * self.scale + from_voucher) / p.item_cost
        self.clean[BOUGHT] += bought * self.weights

    def _clean(self) -> None:
        """Let the annotators work: the service's items first, then the crawler's."""
        p, policy = self.p, self.policy
        feedback, eager = policy.feedback_permille / 1000, policy.collection_permille / 1000
        # A policy's budget buys annotators at the level's wage, so a dearer world employs fewer of them.
        staff = policy.annotators * self.level.parameters.annot_cost / p.annot_cost * self.scale
        capacity = staff * p.annot_rate
        effort = (1 - 0.8 * feedback) * (1.15 - 0.5 * eager)
        wanted, waiting = self.logged.sum(axis=0) * effort, self.crawled.sum(axis=0)
        share = np.minimum(1, capacity / np.maximum(wanted, 1e-9))
        left = np.clip(capacity - wanted * share, 0, None)
        rest = np.minimum(1, left / np.maximum(waiting, 1e-9))
        idle = np.clip(left - waiting * rest, 0, None)
        self.labelling = (capacity - idle) / np.maximum(capacity, 1e-9)
        self.clean *= self.kept
        self.clean[SERVICE] += self.logged * share * (0.4 + 0.6 * feedback)
        self.clean[CRAWL] += self.crawled * rest * p.crawl_yield
        self.logged *= 0.90 * (1 - share)
        self.crawled *= 0.98 * (1 - rest)

    # --- learning

    def could_err(self) -> Floats:
        """Return the error of the best of eight training sets by family, (3, S, W)."""
        p = self.p
        wrong = p.svc_noise * (1 - 0.5 * self.policy.feedback_permille / 1000)
        clear = (1 - 2 * np.stack([p.open_noise, p.crawl_noise, wrong, p.buy_noise])) ** 2
        worth = (1 - self.distance) ** 2 * clear[:, None, None] * self.clean[:, :, None]
        far = worth * self.distance
        own = np.arange(worth.shape[1])
        best = np.full((2, *self.errors.shape), np.inf)
        for items, shift in ((worth.sum(axis=1), far.sum(axis=1)), (worth[:, own, own], far[:, own, own])):
            n, m = np.zeros_like(self.errors), np.zeros_like(self.errors)
            for source in (SERVICE, BOUGHT, CRAWL, OPEN):
                n, m = n + items[source], m + shift[source]
                extra = p.B_shift * m / np.maximum(n, 1e-9) + p.spec * (1 - self.knowledge)
                best = np.minimum(best, self._curve(n) + extra)
        rules = np.ones_like(self.errors) * (p.E_rule - p.rule_dk * self.knowledge)
        return np.minimum(np.concatenate([rules[None], best]), p.E0)

    def _curve(self, n: Floats) -> Floats:
        """Return the error of classical and deep learners from n effective items, (2, S, W)."""
        p, scale = self.p, 1 - self.p.n0_dk * self.knowledge
        made = []
        for floor, n0, beta in ((p.Einf_ml, p.n0_ml, p.beta_ml), (p.Einf_dl, p.n0_dl, p.beta_dl)):
            fall = (1 + n / (n0 * scale)) ** -beta
            made.append(floor + (p.E0 - floor) * (1 - p.tau_tune * self.tune) * fall)
        return np.stack(made)

    def work(self, week: int) -> None:
        """Build, train, release; let the team, the design and the content grow."""
        p, policy, every = self.p, self.policy, np.arange(self.worlds)
        errors = self.could_err()
        mean = (errors * self.weights).sum(axis=1)
        plan = mean.argmin(axis=0) if policy.model == BEST else np.full(self.worlds, int(policy.model))
        first = np.stack([p.T_rule, p.T_ml, p.T_dl])[plan, every]
        opening = (p.T_rule if policy.model == BEST else first) + 16.0 * (policy.crawl_items > 0)
        needs = np.where(self.releases == 0, opening, first * p.next_frac)
        self.progress += self.alive * (policy.engineers / 3) ** 0.7 / (1 + 0.5 * self.debt)
        go = (self.progress >= needs) & self.alive
        self.errors = np.where(go, errors[plan, :, every].T, self.errors)
        self.model = np.where(go, plan, self.model)
        self.releases += go
        self.progress, self.age = np.where(go, 0, self.progress), np.where(go, 0, self.age)
        self.tune = np.where(go, self.tune + 0.18 * (1 - self.tune), self.tune)
        self.debt = np.where(go, np.minimum(self.debt + 0.05, 1.5), self.debt)
        opens = self.alive & (go | (policy.opens_early and week >= 6))
        self.launch_week = np.where(opens & ~self.launched, week, self.launch_week)
        self.launched |= opens
        self._grow()

    def _grow(self) -> None:
        policy = self.policy
        self.age += 1
        self.knowledge = np.minimum(0.95, self.knowledge + 0.005 * policy.experts**0.5)
        self.ux = np.minimum(0.95, self.ux + 0.015 * policy.ux * (1 - self.ux))
        made = 0.03 * policy.content * (1 - self.content) - 0.01 * self.content
        self.content = np.clip(self.content + made, 0, 1)

    # --- the offer

    def quality(self) -> Floats:
        """Return the quality each segment meets today, (S, W)."""
        p = self.p
        new = np.clip((p.E0 - self.errors) / (p.E0 - 0.05), 0, 1)
        return np.asarray(new * (1 - p.stale * (1 - self.kept**self.age)))

    def speed(self, users: Floats) -> Floats:
        """Return what waiting is worth, (W,) util; `users` are (W,)."""
        p, requests = self.p, users * self.p.req_user
        load = np.minimum(requests / ((1 + requests / 2e5) * 2.5e5), 0.9)
        wait = 0.1 + np.array([0.02, 0.05, 0.40])[self.model] / (1 - load)
        if self.policy.is_visible:
            wait = np.maximum(wait, 15)
            return np.asarray(p.labor * (1 - np.exp(-wait / 8)) - 0.03 * np.clip(wait - 60, 0, None))
        return np.asarray(-(p.b_lat * wait + p.b_lat1 * np.clip(wait - 1, 0, 10)))
