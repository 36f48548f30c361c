"""Two rivals who change the market rather than fight in it: one looks for people nobody serves, one gives models away.

Figures: model document, rivals; both proposed there, and judged.
"""

from dataclasses import replace

from agents import luck
from agents.competitors import Competitor
from agents.luck import Stream
from agents.messages import Decision, News
from agents.motives import Act, Deed

NEAR = 0.2  # cultural distance across which a product can be made over
NOT_AGAIN_WEEKS = 26  # a segment that was left is left alone so long
LOOK_BACK_WEEKS = 13  # over which its own share must have fallen; judged: who does well stays
MOVE_WON = 13_000_000  # of design in the week of a move: ten designer-weeks; judged

LEAST_WEEKS, MOST_WEEKS = 26, 52  # between two models that are given away
RESEARCHERS = 8  # engineers of a firm that builds such models


class Niche(Competitor):
    """A firm that serves one kind of people, and when it is losing them turns to those next door (Hotelling 1929)."""

    left: tuple[tuple[int, int], ...] = ()  # (segment, week) of the moves away
    shares: tuple[float, ...] = ()  # own, of the last weeks

    def answer(self, news: News) -> Decision:
        """Stay, or pay for a new design and move to the nearby segment with the most people whom nobody serves."""
        order, unserved = replace(news.decision.hold(), ux_won=0), news.survey.unserved
        self.shares = (*self.shares, news.shares[news.firm])[-LOOK_BACK_WEEKS - 1 :]
        if not 0 <= news.aim < len(unserved):
            return order
        here = unserved[news.aim]
        best = max(self._nearby(news), key=lambda s: (unserved[s], -s), default=news.aim)
        is_losing = len(self.shares) > LOOK_BACK_WEEKS and self.shares[-1] < self.shares[0]
        if not is_losing or unserved[best] <= here:
            self.because("niche.stays", segment=news.aim, people=here)
            return order
        self.left = (*self._recent(news.week), (news.aim, news.week))
        self.deed, self.shares = Deed(Act.AIM, best), ()
        self.because("niche.moves", segment=best, people=unserved[best], before=here)
        return replace(order, ux_won=MOVE_WON)

    def _recent(self, week: int) -> tuple[tuple[int, int], ...]:
        return tuple((s, then) for s, then in self.left if week - then < NOT_AGAIN_WEEKS)

    def _nearby(self, news: News) -> list[int]:
        """Return the segments near enough to move to and not left lately."""
        gone = [s for s, _ in self._recent(news.week)]
        far = news.survey.distances[news.aim]
        return [s for s, d in enumerate(far) if s != news.aim and d <= NEAR and s not in gone]

    def state(self) -> tuple[object, ...]:
        """Return what this rival remembers, for fingerprints."""
        return (*super().state(), self.left, self.shares)


class Commoditiser(Competitor):
    """A firm that earns elsewhere and gives its models away, so that nobody else can earn with theirs.

    Every 26 to 52 weeks a trained model and its data are published; from then on everybody needs fewer items, and
    open data fit everybody's users better.
    """

    due = -1  # week of the next model

    def look_around(self, news: News) -> None:
        """Begin the first model."""
        self._plan(news.week)

    def _plan(self, week: int) -> None:
        drawn = luck.share(self.seed, week, Stream.RIVAL, self.firm)
        self.due = week + LEAST_WEEKS + int(drawn * (MOST_WEEKS - LEAST_WEEKS + 1))

    def answer(self, news: News) -> Decision:
        """Keep a research team, and publish when its model is ready."""
        order = replace(news.decision.hold(), engineers=max(news.decision.engineers, RESEARCHERS))
        if news.week < self.due:
            self.because("commoditiser.builds", weeks=self.due - news.week)
            return order
        self._plan(news.week)
        self.deed = Deed(Act.PUBLISH)
        self.because("commoditiser.publishes")
        return order

    def state(self) -> tuple[object, ...]:
        """Return what this rival remembers, for fingerprints."""
        return (*super().state(), self.due)
