"""Firms that think for themselves: each reads the news and answers with a `Decision`, like the player.

A strategy sees what the trade press sees and nothing else, and obeys the same costs. One class a strategy.
"""

from dataclasses import replace
from typing import Any

import mesa

from agents.messages import Decision, News

NOTICED_SHARE = 0.03  # of the market at which a newcomer is worth more engineers (model document, rivals)
FEARED_SHARE = 0.05  # at which prices are cut
ALL_HANDS = 12  # engineers of a firm that has been woken
PRICE_CUT = 0.01  # of the first price a week: 0.008 util at the default weight of price, 0.8
LOWEST_PRICE = 0.25  # of the first price: 75 cuts, 0.6 util in all


class Competitor(mesa.Agent):
    """A rival firm's head. `firm` is its index among the companies, `id` the level's name for it."""

    def __init__(self, model: Any, id: str, firm: int, *, reacts: bool = True) -> None:  # noqa: A002 the level's word
        super().__init__(model)
        self.id = id
        self.firm = firm
        self.reacts = reacts

    def decide(self, news: News) -> Decision:
        """Return the orders for the week; a rival without a strategy holds."""
        return news.decision.hold()

    def state(self) -> tuple[object, ...]:
        """Return what this rival remembers, for fingerprints."""
        return (self.id, self.firm, self.reacts)


class Incumbent(Competitor):
    """The firm that was there first: asleep until a newcomer takes 3 % of the market, afraid at 5 %."""

    def __init__(self, model: Any, id: str, firm: int, *, reacts: bool = True) -> None:  # noqa: A002 the level's word
        super().__init__(model, id, firm, reacts=reacts)
        self.newcomers: tuple[int, ...] | None = None
        self.first_price_won = 0

    def decide(self, news: News) -> Decision:
        """Put all hands on the product when noticed, and cut the price week after week when afraid."""
        if self.newcomers is None:
            self._look_around(news)
        order = news.decision.hold()
        threat = self._threat(news)
        if not self.reacts:
            return order
        if threat > NOTICED_SHARE:
            order = replace(order, engineers=max(order.engineers, ALL_HANDS))
        if threat > FEARED_SHARE:
            order = replace(order, price_won=self._cut(order.price_won))
        return order

    def _look_around(self, news: News) -> None:
        """Remember who is small today: only they can surprise."""
        self.newcomers = tuple(
            f for f, share in enumerate(news.shares) if f != self.firm and share <= NOTICED_SHARE
        )
        self.first_price_won = news.decision.price_won

    def _threat(self, news: News) -> float:
        """Return the share of the largest newcomer."""
        return max((news.shares[f] for f in self.newcomers or ()), default=0.0)

    def _cut(self, price_won: int) -> int:
        """Return the price after one cut, never below the lowest."""
        step = max(round(self.first_price_won * PRICE_CUT), 1)
        return min(price_won, max(price_won - step, round(self.first_price_won * LOWEST_PRICE)))

    def state(self) -> tuple[object, ...]:
        """Return what this rival remembers, for fingerprints."""
        return (*super().state(), self.newcomers, self.first_price_won)
