"""A large firm that would rather buy a technology than meet it in the market.

The source deck: a technology nobody else has is without price, and firms that earn nothing are funded because
somebody will buy them. Here that somebody is a rival with a purse. Its wish to buy grows with the lead over the
best rival where few can follow, and with the gap to its own quality. Figures: model document, technology firm.
"""

import math
from typing import Any

from agents import exact, luck
from agents.competitors import Competitor
from agents.luck import Stream
from agents.messages import Decision, Factor, News, Pitch, Verdict
from agents.motives import Act, Deed

LEAST_QUALITY = 0.6  # below it there is nothing to buy
WISH = 0.003  # chance a week to make an offer for an ordinary firm
EAGERNESS, LEAD_UNIT, MOST_LEAD = (
    6.0,
    0.1,
    0.3,
)  # times likelier for each tenth of lead; a lead beyond counts no more
OWN_GAP = 0.1  # behind the seller in quality from which a buyer grows nervous
BID_EVERY_WEEKS = 13  # judged: a buyer does not pester

EARNINGS = 5  # times the yearly contracts: what an ordinary software firm is worth
TEAM_WON = (
    8 * 250_000_000
)  # what a team of eight who can do it costs to hire away (Magister 2016, halved for Korea)
SCARCITY, MOST_TENTHS = 4.0, 2.0  # times dearer for each tenth of lead, where nobody can follow
SLIP = 100  # added to the number of a draw, for the second draw of a week

BACKS = 0.3  # chance that a refused buyer buys the copy instead


class StrategicBuyer(Competitor):
    """A rival that bids for the player's whole firm, and after a refusal may buy whoever copies it."""

    quality = 0.0  # of its own product, as last read
    cash_won = 0
    last_bid = -BID_EVERY_WEEKS

    def __init__(
        self,
        model: Any,
        id: str,  # noqa: A002 the level's word
        firm: int,
        *,
        seed: int = 0,
        reacts: bool = True,
        backs: float = BACKS,
    ) -> None:
        super().__init__(model, id, firm, seed=seed, reacts=reacts)
        self.backs = backs

    def answer(self, news: News) -> Decision:
        """Watch the player's quality; when an offer was declined, perhaps buy the copy."""
        self.quality, self.cash_won = news.quality, news.cash_won
        if news.was_declined:
            self._take_no(news.week)
        else:
            self.because("buyer.watches", quality=news.reviews[0], own=self.quality)
        return news.decision.hold()

    def _take_no(self, week: int) -> None:
        if luck.share(self.seed, week, Stream.RIVAL, self.firm) < self.backs:
            self.deed = Deed(Act.BACK)
            self.because("buyer.backs", chance=self.backs)
        else:
            self.because("buyer.drops", chance=self.backs)

    def consider(self, pitch: Pitch) -> Verdict | None:
        """Return how badly the buyer wants the firm this week, and why; None if it does not even look."""
        rested = pitch.week - self.last_bid >= BID_EVERY_WEEKS
        if not (self.reacts and rested and pitch.quality > LEAST_QUALITY and self.cash_won > 0):
            return None
        scarce, behind = self.lead(pitch) * pitch.rarity, self._behind(pitch)
        name, value, tenths = "lead", self.lead(pitch), scarce / LEAD_UNIT
        if behind > scarce:
            name, value, tenths = "gap", pitch.quality - self.quality, behind / LEAD_UNIT
        factors = (
            Factor("caution", 1.0, float(exact.log(WISH))),
            Factor(name, value, float(exact.log(1 + EAGERNESS * tenths))),
        )
        draw = luck.draw(self.seed, pitch.week, Stream.RIVAL, self.firm + SLIP)
        chance = float(luck.logistic_table()[draw >> 16]) / luck.UTIL
        return Verdict(self.id, math.fsum(f.weight for f in factors), chance, factors)

    def _behind(self, pitch: Pitch) -> float:
        """Return by how much the gap to the seller is wider than the buyer can bear."""
        return min(max(pitch.quality - self.quality - OWN_GAP, 0.0), MOST_LEAD)

    @staticmethod
    def lead(pitch: Pitch) -> float:
        """Return the seller's lead in quality over the best rival, 0 to 0.3."""
        return min(max(pitch.quality - pitch.best_rival_quality, 0.0), MOST_LEAD)

    def bid(self, pitch: Pitch) -> int:
        """Return the price offered for the whole firm, won: never more than is in the purse."""
        tenths = min(self.lead(pitch) / LEAD_UNIT, MOST_TENTHS)
        worth = max(EARNINGS * pitch.arr_won, TEAM_WON)
        price = min(round(worth * (1 + SCARCITY * pitch.rarity * tenths)), self.cash_won)
        self.last_bid = pitch.week
        self.because("buyer.bids", quality=pitch.quality, own=self.quality, price_won=price)
        return price

    def state(self) -> tuple[object, ...]:
        """Return what this rival remembers, for fingerprints."""
        return (*super().state(), self.backs, self.quality, self.cash_won, self.last_bid)
