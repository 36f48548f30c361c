"""Firms that think for themselves: each reads the news and answers with a `Decision`, like the player.

A strategy sees what the trade press sees and nothing else, and obeys the same costs. One class a strategy; the
newcomers' are in `agents.challengers`, `agents.specialists` and `agents.buyers`. Whoever is asked why answers with
the rule that applied and the figures it saw.
"""

from dataclasses import replace
from typing import Any

from agents.engine import mesa
from agents.messages import Decision, News
from agents.motives import Deed, Motive

NOTICED_SHARE = 0.03  # of the market at which a newcomer is worth more engineers (model document, rivals)
FEARED_SHARE = 0.05  # at which prices are cut
ALL_HANDS = 12  # engineers of a firm that has been woken
PRICE_CUT = 0.01  # of the first price a week: 0.008 util at the default weight of price, 0.8
LOWEST_PRICE = 0.25  # of the first price: 75 cuts, 0.6 util in all


class Competitor(mesa.Agent):
    """A rival firm's head.

    Attributes:
        id: The level's name for it.
        firm: Its index among the companies.
        seed: Of its luck.
        reacts: Whether it answers what others do at all.
        first_price_won: What it asked when it first looked around.
        motive: Why it decided as it did.
        deed: What it does this week besides its orders.
    """

    def __init__(
        self,
        model: Any,
        id: str,  # noqa: A002 the level's word
        firm: int,
        *,
        seed: int = 0,
        reacts: bool = True,
    ) -> None:
        super().__init__(model)
        self.id, self.firm, self.seed, self.reacts = id, firm, seed, reacts
        self.first_price_won: int | None = None
        self.motive = Motive("holds")
        self.deed: Deed | None = None

    def decide(self, news: News) -> Decision:
        """Return the orders for the week, and remember why."""
        self.deed = None
        if self.first_price_won is None:
            self.first_price_won = news.decision.price_won
            self.look_around(news)
        self.because("holds")
        return self.answer(news) if self.reacts else news.decision.hold()

    def look_around(self, news: News) -> None:
        """Take note of the market on the first day."""

    def answer(self, news: News) -> Decision:
        """Return the orders that the strategy gives in this market; one without a strategy holds."""
        return news.decision.hold()

    def because(self, rule: str, **figures: float) -> None:
        """Remember the rule that applied, one of `agents.motives.RULES`, and its figures."""
        self.motive = Motive(rule, tuple((name, float(x)) for name, x in figures.items()))

    def state(self) -> tuple[object, ...]:
        """Return what this rival remembers, for fingerprints."""
        return (self.id, self.firm, self.seed, self.reacts, self.first_price_won)


class Incumbent(Competitor):
    """The firm that was there first: asleep until a newcomer takes 3 % of the market, afraid at 5 %."""

    newcomers: tuple[int, ...] = ()

    def look_around(self, news: News) -> None:
        """Remember who is small today: only they can surprise."""
        self.newcomers = tuple(
            f for f, share in enumerate(news.shares) if f != self.firm and share <= NOTICED_SHARE
        )

    def answer(self, news: News) -> Decision:
        """Put all hands on the product when noticed, and cut the price week after week when afraid."""
        order, threat = news.decision.hold(), self._threat(news)
        if threat <= NOTICED_SHARE:
            self.because("incumbent.sleeps", share=threat, bar=NOTICED_SHARE)
            return order
        order = replace(order, engineers=max(order.engineers, ALL_HANDS))
        if threat <= FEARED_SHARE:
            self.because("incumbent.wakes", share=threat, bar=NOTICED_SHARE)
            return order
        order = replace(order, price_won=self._cut(order.price_won))
        self.because("incumbent.cuts", share=threat, bar=FEARED_SHARE, price_won=order.price_won)
        return order

    def _threat(self, news: News) -> float:
        """Return the share of the largest newcomer."""
        return max((news.shares[f] for f in self.newcomers), default=0.0)

    def _cut(self, price_won: int) -> int:
        """Return the price after one cut, never below the lowest."""
        first = self.first_price_won or 0
        step = max(round(first * PRICE_CUT), 1)
        return min(price_won, max(price_won - step, round(first * LOWEST_PRICE)))

    def state(self) -> tuple[object, ...]:
        """Return what this rival remembers, for fingerprints."""
        return (*super().state(), self.newcomers)
