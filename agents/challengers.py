"""Two rivals who fight for the same people: one copies whoever succeeds, the other answers losses with its price.

Figures: model document, rivals; the follower's there prototyped, the price war proposed.
"""

import math
from dataclasses import replace
from itertools import pairwise
from typing import Any

from agents.competitors import ALL_HANDS, Competitor
from agents.messages import Decision, News

ENTERS_AT, ENTERS_AFTER = 0.01, 16  # share of the player that is worth copying; weeks to be ready
TAKES = 0.7  # of how the player differs from an ordinary offer besides its model
CAMPAIGN_WON = (
    3_300_000  # a week: 0.010 of awareness at the default price of awareness, 0.003 per million won
)
BACKED = 2  # times the hands and the campaign once a larger firm has bought it; judged

WAR_WEEKS = 13
TRUCE_WEEKS = 13  # of peace after a war, before the next; judged: nobody can bleed for ever
DOWN_WEEKS = 3  # in a row with a smaller share that start a war
LEAST_LOSS = 0.01  # of its own users in those weeks: chosen so that a steady market stays at peace
UNDERCUT = 0.95  # of the cheapest other price
PRICE_STEP = 0.05  # of the first price: prices are round


class Follower(Competitor):
    """A large firm that waits for somebody to prove the market, and then copies.

    It sees the player pass 1 % of the market and is ready 16 weeks later. From then on it keeps its engineers at
    copying, advertises, and moves its price seven tenths of the way to the player's.
    """

    def __init__(
        self,
        model: Any,
        id: str,  # noqa: A002 the level's word
        firm: int,
        *,
        seed: int = 0,
        reacts: bool = True,
        enters_at: float = ENTERS_AT,
        enters_after: int = ENTERS_AFTER,
    ) -> None:
        super().__init__(model, id, firm, seed=seed, reacts=reacts)
        self.enters_at, self.enters_after = enters_at, enters_after
        self.enters: int | None = None  # week

    def answer(self, news: News) -> Decision:
        """Wait for the player's success, prepare, then copy."""
        share = news.shares[0]
        if self.enters is None and share > self.enters_at:
            self.enters = news.week + self.enters_after
        if news.is_backed:
            self.enters = min(news.week, news.week if self.enters is None else self.enters)
        if self.enters is None:
            self.because("follower.waits", share=share, bar=self.enters_at)
            return news.decision.hold()
        if news.week < self.enters:
            self.because("follower.prepares", share=share, weeks=self.enters - news.week)
            return news.decision.hold()
        return self._copy(news)

    def _copy(self, news: News) -> Decision:
        usual, times = self.first_price_won or 0, BACKED if news.is_backed else 1
        order = replace(
            news.decision.hold(),
            opens_early=True,
            engineers=ALL_HANDS * times,
            marketing_won=CAMPAIGN_WON * times,
            price_won=max(usual + round(TAKES * (news.prices_won[0] - usual)), 0),
        )
        if news.is_backed:
            self.because("follower.spends", quality=news.reviews[0], marketing_won=order.marketing_won)
        else:
            self.because("follower.copies", quality=news.reviews[0], price_won=order.price_won)
        return order

    def state(self) -> tuple[object, ...]:
        """Return what this rival remembers, for fingerprints."""
        return (*super().state(), self.enters_at, self.enters_after, self.enters)


class PriceWarrior(Competitor):
    """A firm that answers a falling share with its price, for a quarter at a time.

    In a war it asks what a seller who faces logit buyers would: price - cost = 1 / (b_price (1 - share)), in units of
    the usual price. Where people hardly mind the price that is dearer than peace; so it also undercuts the cheapest
    and, while its share goes on falling, itself. It never sells below what a user costs.
    """

    def __init__(
        self,
        model: Any,
        id: str,  # noqa: A002 the level's word
        firm: int,
        *,
        seed: int = 0,
        reacts: bool = True,
        war_weeks: int = WAR_WEEKS,
    ) -> None:
        super().__init__(model, id, firm, seed=seed, reacts=reacts)
        self.war_weeks = war_weeks
        self.shares: tuple[float, ...] = ()  # own, of the last weeks
        self.peace_in = 0  # week

    def answer(self, news: News) -> Decision:
        """Fight while a war lasts, begin one after three bad weeks, else ask the price of peace."""
        self.shares = (*self.shares, news.shares[news.firm])[-DOWN_WEEKS - 1 :]
        if news.week >= self.peace_in + (TRUCE_WEEKS if self.peace_in else 0) and self._is_losing():
            self.peace_in = news.week + self.war_weeks
        if news.week < self.peace_in:
            return self._fight(news)
        self.because("warrior.peace", share=news.shares[news.firm])
        return replace(news.decision.hold(), price_won=self.first_price_won or 0)

    def _is_losing(self) -> bool:
        """Return whether the share fell week after week, by more than chance would have it."""
        seen = self.shares
        if len(seen) <= DOWN_WEEKS:
            return False
        falls = all(later < before for before, later in pairwise(seen))
        return falls and seen[-1] < seen[0] * (1 - LEAST_LOSS)

    def _fight(self, news: News) -> Decision:
        cost = self.cost_of_a_user(news)
        price = min(news.decision.price_won, max(self._wanted(news, cost), self._round_up(cost)))
        self.because(
            "warrior.fights",
            share=news.shares[news.firm],
            price_won=price,
            cost_won=cost,
            weeks=self.peace_in - news.week,
        )
        return replace(news.decision.hold(), price_won=price)

    def cost_of_a_user(self, news: News) -> float:
        """Return what the firm spent last week on each user, won."""
        users = news.shares[news.firm] * news.survey.people
        return news.cost_won / users if users > 0 else float(self.first_price_won or 0)

    def _wanted(self, news: News, cost: float) -> int:
        """Return the lowest of the best reply, a price just below the cheapest other firm's, and one step down."""
        others = [
            won
            for firm, won in enumerate(news.prices_won)
            if firm != news.firm and news.is_open[firm] and won > 0
        ]
        cheapest = min(others, default=self.first_price_won or 0)
        wanted = self._round_up(min(self.best_reply(news, cost), UNDERCUT * cheapest))
        is_falling = len(self.shares) > 1 and self.shares[-1] < self.shares[-2]
        return min(wanted, news.decision.price_won - self._step) if is_falling else wanted

    def best_reply(self, news: News, cost: float) -> float:
        """Return the price, won, that earns most from logit buyers while the others stand still."""
        weight, share = news.survey.price_weight, news.shares[news.firm]
        if weight <= 0 or share >= 1:
            return math.inf
        return cost + (self.first_price_won or 0) / (weight * (1 - share))

    @property
    def _step(self) -> int:
        return max(round((self.first_price_won or 0) * PRICE_STEP), 1)

    def _round_up(self, price: float) -> int:
        return math.ceil(price / self._step) * self._step

    def state(self) -> tuple[object, ...]:
        """Return what this rival remembers, for fingerprints."""
        return (*super().state(), self.war_weeks, self.shares, self.peace_in)
