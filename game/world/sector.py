"""Money and fashion of a whole trade: investors fund what others have funded, and a label wears out.

Each round that was closed in the last half-year makes the next one likelier, anybody's (informational cascades, Banerjee
1992; hot markets, Nanda and Rhodes-Kropf 2013). What firms outside this market raise is drawn week by week with that
same contagion, so rounds come in clusters. A trade without a herd draws nothing.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agents import exact, luck
from agents.luck import Stream
from agents.messages import LATER
from game.world import terms
from game.world.parameters import Parameters
from game.world.terms import Pledge

if TYPE_CHECKING:
    from game.world.model import MarketModel

FADED = 0.5  # of the first premium, before its loss is worth a line
MEMORY_WEEKS = 26  # in which a round is talked about (model document, investors)
ROUNDS_A_WEEK = 0.05  # of firms outside this market in a calm trade; chosen so that
# `test_rounds_of_a_trade_with_a_herd_come_in_clusters` holds


@dataclass(slots=True)
class Sector:
    """The rounds people still talk about: the weeks in which they were closed, oldest first."""

    closed: list[int] = field(default_factory=list)
    pledges: list[Pledge] = field(
        default_factory=list, metadata=LATER
    )  # what the player has promised to investors

    def note(self, week: int) -> None:
        """Remember a round closed this week, and forget those of long ago."""
        self.closed = [w for w in self.closed if week - w < MEMORY_WEEKS] + [week]

    def seen(self, week: int) -> int:
        """Return how many rounds of the last half-year an investor has seen."""
        return len([w for w in self.closed if week - w < MEMORY_WEEKS])

    def pass_week(self, week: int, seed: int, p: Parameters) -> bool:
        """Return whether a firm outside this market closes a round this week."""
        hazard = ROUNDS_A_WEEK * (1 + p.chi * self.seen(week)) if p.chi > 0 else 0.0
        closes = luck.share(seed, week, Stream.SECTOR) < hazard
        if closes:
            self.note(week)
        return closes


def hype(week: int, p: Parameters) -> float:
    """Return what the label is worth in this week of the level; it halves in `hype_half` weeks, or never."""
    if p.hype_half <= 0:
        return p.hype
    return p.hype * float(exact.power(0.5, week / p.hype_half))


def hear(model: "MarketModel") -> None:
    """Let a week pass in the trade, tell of it, and settle what was promised to investors."""
    terms.settle(model)
    p, week, room = model.parameters, model.week, model.newsroom
    if model.sector.pass_week(week, model.seed, p):
        room.tell(week + 1, "sector.round", rounds=float(model.sector.seen(week)))
    premium = hype(week, p)
    is_faded = 0 < premium < FADED * p.hype
    room.tell_once(week + 1, "hype.fades", is_faded, share=premium / p.hype if p.hype > 0 else 0.0)
