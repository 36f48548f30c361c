"""The market as averages: what people do in expectation, without any people.

The same rules as `agents.behaviour`, written a second time and in another way: shares of segments in place of persons,
chances in place of luck. It is person-consistent: everybody stands in one place (which service, loyal or not, tired of
which firms), so nobody is counted twice, and those who switch are casual and loyal users in proportion. What the people
of the market do on the average must agree with it when tastes have no spread, acquaintances are drawn from everybody of
the segment and awareness is recalled anew at each choice.

Many worlds are reckoned at once. Shapes: F firms, B = 2^F sets of firms a person may be tired of (bit f for firm f),
S segments, W worlds; every array and every number of nature may have W as its last axis.
"""

from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from agents.arrays import Floats
from agents.messages import Offers
from agents.nature import Origin

# The shape of the market in the model document: nothing is imported from the rules under test.
OWN = {"casual": 0.06, "loyal": 0.006}  # a week, leave for reasons of their own
THINK = {"casual": 0.30, "loyal": 0.03}  # a week, think about staying
STEEP = 1.3  # a service of value V is kept with the chance sigma(1.3 V)
REPUTATION_STEP = 0.25
MOST_PAID = 0.05  # of those who use nothing, reached by advertisements a week
CASUAL_STORM, MOST_STORM = 1.3, 0.9


def sigma(x: Floats) -> Floats:
    """Return the chance of a yes whose utility is x."""
    return np.asarray(1 / (1 + np.exp(-x)))


def one_world(offers: Offers) -> Offers:
    """Return the offers of the game as those of a single world, (..., 1)."""
    return Offers(**{f.name: np.asarray(getattr(offers, f.name))[..., None] for f in fields(offers)})


def utility(offers: Offers, origin: Origin, nature: Any) -> Floats:
    """Return what each service is worth to the average person of each segment, (F, S, W) util."""
    privacy = np.array([t.privacy for t in origin.tastes])[:, None]
    common = (
        nature.v0
        + nature.b_ux * offers.ux
        + offers.speed
        - nature.b_price * (offers.relative_price - 1)
        + nature.b_net * np.log(1 + offers.people.sum(axis=1) / 1e4)
        + offers.brand
    )
    content = nature.b_content * offers.content[:, None] * (1 - 0.5 * offers.quality)
    trust = nature.b_trust * privacy * (offers.trust - 0.7)
    return np.asarray(common[:, None] + nature.b_q * offers.quality + content + trust)


@dataclass
class Aggregate:
    """People by what they use: `none` (B, S, W), `casual` and `loyal` (F, B, S, W); common knowledge (F, S, W).

    Attributes:
        origin: Segments and the firms people already use.
        nature: The numbers of `agents.nature.Nature`, each a float or (W,).
        worlds: W.
    """

    origin: Origin
    nature: Any
    worlds: int = 1
    none: Floats = field(init=False)
    casual: Floats = field(init=False)
    loyal: Floats = field(init=False)
    awareness: Floats = field(init=False)
    fame: Floats | None = field(init=False, default=None)
    trials: Floats = field(init=False)  # (F, W) people who tried last week

    def __post_init__(self) -> None:
        people, shares = np.array(self.origin.people, float), np.array(self.origin.shares)
        firms, segments, worlds = shares.size, people.size, self.worlds
        self.people = people[:, None]
        self.privacy = np.array([t.privacy for t in self.origin.tastes])[:, None]
        self.casual = np.zeros((firms, 2**firms, segments, worlds))
        self.loyal = np.zeros_like(self.casual)
        self.loyal[:, 0] = (shares[:, None] * people)[..., None]
        self.none = np.zeros((2**firms, segments, worlds))
        self.none[0] = self.people - self.loyal.sum(axis=(0, 1))
        self.floor = np.array(self.origin.awareness)[:, None, None]
        self.awareness = np.ones((firms, segments, worlds)) * self.floor
        self.trials = np.zeros((firms, worlds))
        self.tired = np.arange(2**firms) >> np.arange(firms)[:, None] & 1  # (F, B)
        self.recovery = self._recovery()

    def _recovery(self) -> Floats:
        """Return the chance that somebody tired of set b is tired of set c a week later, (B, B, W)."""
        stays = 0.5 ** (1 / np.broadcast_to(self.nature.lapse_half, (self.worlds,)))
        chance = np.ones((self.tired.shape[1],) * 2 + (self.worlds,))
        for bit in self.tired:
            was, still = bit[:, None, None] == 1, bit[None, :, None] == 1
            chance = chance * np.where(was, np.where(still, stays, 1 - stays), ~still)
        return chance

    def users(self) -> Floats:
        """Return the users of each firm in each segment, (F, S, W)."""
        return np.asarray((self.casual + self.loyal).sum(axis=1))

    def play(self, offers: Offers) -> None:
        """Play one week: every chance is reckoned from the people as they stand, then all move at once."""
        now = utility(offers, self.origin, self.nature)
        self.fame = now if self.fame is None else self.fame + REPUTATION_STEP * (now - self.fame)
        stays = sigma(STEEP * now)
        tried = self._trials(offers, stays)
        self.trials = tried.sum(axis=(1, 2))
        kept = tried * (self.nature.conv_max * stays)[:, None]
        left = {kind: self._leave(kind, stays) for kind in ("casual", "loyal")}
        won_over = self.casual * (2 * self.nature.promote * stays)[:, None]
        casual, loyal = self._switches(self.casual, offers), self._switches(self.loyal, offers)
        arrive = (casual + loyal).sum(axis=0)
        self._move(
            none=self.none - tried.sum(axis=0),
            casual=self.casual - left["casual"] - won_over - casual.sum(axis=1) + arrive + kept,
            loyal=self.loyal - left["loyal"] + won_over - loyal.sum(axis=1),
            tired=tried - kept + left["casual"] + left["loyal"],
        )
        self._storm(offers)
        self._close(offers)
        self._spread_word(offers)
        self.fame = self.fame - offers.press[:, None]

    def _trials(self, offers: Offers, stays: Floats) -> Floats:
        """Return those who try each firm, (F, B, S, W): by looking, by recommendation, by advertisement; the tired do not."""
        assert self.fame is not None
        n, is_open = self.nature, offers.is_open[:, None]
        pull = self.awareness * np.exp(self.fame) * is_open
        looks = n.consider * pull / (1 + pull.sum(axis=0))
        hears = n.wom * self.users() / self.people * stays * sigma(self.fame) * is_open
        free = self.none.sum(axis=0)
        shown = offers.marketing_won[:, None] / n.cpi * self.people / self.people.sum() / free
        rate = looks + hears + np.minimum(shown, MOST_PAID) * is_open
        fresh = 1 - self.tired[:, :, None, None]
        return np.asarray(rate[:, None] * fresh * self.none)

    def _leave(self, kind: str, stays: Floats) -> Floats:
        """Return the users who leave, (F, B, S, W)."""
        rate = OWN[kind] + THINK[kind] * (1 - stays)
        return np.asarray(getattr(self, kind) * rate[:, None])

    def _switches(self, users: Floats, offers: Offers) -> Floats:
        """Return users (F, B, S, W) who go from one firm to another, (from F, to F, B, S, W)."""
        assert self.fame is not None
        here = np.eye(len(users), dtype=bool)[:, :, None, None]
        others = self.awareness * offers.is_open[:, None] * np.exp(self.fame - self.nature.switch_cost)
        weight = np.where(here, np.exp(self.fame)[None], others[None])  # (from, to, S, W)
        share = np.where(here, 0.0, weight / weight.sum(axis=1, keepdims=True))
        return np.asarray(self.nature.switch_rate * share[:, :, None] * users[:, None])

    def _move(self, none: Floats, casual: Floats, loyal: Floats, tired: Floats) -> None:
        """Set the new state: old disappointments fade; those in `tired` (F, B, S, W) get a fresh one and use nothing."""
        self.none, self.casual, self.loyal = (self._recovered(x) for x in (none, casual, loyal))
        for firm, people in enumerate(self._recovered(tired)):
            self._disappoint(firm, people)

    def _recovered(self, people: Floats) -> Floats:
        """Return people (..., B, S, W) a week later, as far as what they are tired of goes."""
        return np.asarray(np.einsum("bcw,...bsw->...csw", self.recovery, people))

    def _disappoint(self, firm: int, people: Floats) -> None:
        """Add people (B, S, W) to those who use nothing, tired of this firm as well as of what they were tired of."""
        with_it = np.flatnonzero(self.tired[firm])
        self.none[with_it] += people[with_it] + people[with_it ^ (1 << firm)]

    def _storm(self, offers: Offers) -> None:
        """Let a scandal drive users out, the casual ones more."""
        for firm in np.flatnonzero(offers.scandal.any(axis=-1)):
            for users, factor in ((self.casual[firm], CASUAL_STORM), (self.loyal[firm], 1.0)):
                share = np.clip(offers.scandal_churn * self.privacy * factor, 0, MOST_STORM)
                gone = users * share * offers.scandal[firm]
                self._disappoint(firm, gone)
                users -= gone

    def _close(self, offers: Offers) -> None:
        """Let the users of a service that is not open use nothing."""
        for firm in np.flatnonzero(~offers.is_open.all(axis=-1)):
            for users in (self.casual[firm], self.loyal[firm]):
                self.none += users * ~offers.is_open[firm]
                users *= offers.is_open[firm]

    def _spread_word(self, offers: Offers) -> None:
        """Let awareness grow with users and advertisements, and fade."""
        n, a, is_open = self.nature, self.awareness, offers.is_open[:, None]
        heard = n.aw_p + n.aw_q * self.users() / self.people
        a = a + (heard * (1 - a) - n.forget * a) * is_open
        shown = offers.advertised + n.aw_mkt * offers.marketing_won / 1e6
        a = a + shown[:, None] * (1 - a) * is_open
        self.awareness = np.maximum(np.clip(a, 0, 1), self.floor)
