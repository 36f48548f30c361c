"""What a level may say about rival firms: what they are like, and what their strategy needs to know."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.content.forms import Both, ById, Shape
from game.content.scalars import Figure, Name, OneOf, Share, Weeks, Whole, Won, YesNo
from game.content.shape_firms import MOST_WON
from game.world.level import Strategy, Text
from game.world.levers import RANGES

MOST_COMPETITORS = 7  # with the player eight firms: those a person knows are the bits of a byte

# What a rival is like where the level does not say. A follower has heard of the market, and the market of it, and that is all.
_STANDING = {"share": 0.12, "awareness": 0.85, "brand": None}
_WAITING = {"share": 0.0, "awareness": 0.15, "brand": 0.0}

# Keys that only one strategy reads.
SPECIAL: dict[str, Strategy] = {
    "enters_at": Strategy.FOLLOWER,
    "enters_after": Strategy.FOLLOWER,
    "copies": Strategy.FOLLOWER,
    "war": Strategy.PRICE_WARRIOR,
    "segment": Strategy.NICHE,
    "backs": Strategy.BUYER,
}


class Competitor(Shape):
    """A rival firm as the level opens."""

    name: Annotated[Text, Both(24)] = Field(description="what the firm is called")
    strategy: Annotated[Strategy, OneOf({s.value: s for s in Strategy})] = Field(
        Strategy.INCUMBENT, description="how it thinks"
    )
    share: Annotated[float | None, Share(0, 0.9)] = Field(
        None, description="of each segment, loyal users; 12 %, of a follower none"
    )
    quality: Annotated[float, Share()] = Field(
        0.62, description="quality as every segment feels it, or the niche's own; a follower copies its own"
    )
    ux: Annotated[float, Share(0, 0.95)] = Field(0.6, description="how good its design is")
    brand: Annotated[float | None, Figure(-5, 5)] = Field(
        None, description="habit and bundling, util; the market's own when left out, of a follower none"
    )
    awareness: Annotated[float | None, Share()] = Field(
        None, description="share of people who know it, and never fewer; 85 %, of a follower 15 %"
    )
    cash: Annotated[int, Won(0, MOST_WON)] = Field(30_000_000_000, description="money in its till, won")
    engineers: Annotated[int, Whole(*RANGES["engineers"])] = Field(
        4, description="people on its product; 4 maintain it, 12 drive it forward"
    )
    reacts: Annotated[bool, YesNo()] = Field(True, description="answers what others do")
    enters_at: Annotated[float, Share()] = Field(
        0.01, description="follower: share of the player that wakes it"
    )
    enters_after: Annotated[int, Weeks(0, 520)] = Field(16, description="follower: weeks until it is ready")
    copies: Annotated[float, Share()] = Field(0.92, description="follower: of the player's quality")
    war: Annotated[int, Weeks(1, 520)] = Field(13, description="price-warrior: weeks a price war lasts")
    segment: Annotated[str, Name()] = Field(
        "", description="niche: whom it serves first; the first segment when left out"
    )
    backs: Annotated[float, Share()] = Field(
        0.3, description="buyer: chance to buy the follower after a refusal"
    )

    def usual(self, key: str) -> float | None:
        """Return what the level says of `share`, `awareness` or `brand`, or what is usual for the strategy."""
        said: float | None = getattr(self, key)
        return said if said is not None else (_WAITING if self.is_follower else _STANDING)[key]

    @property
    def is_follower(self) -> bool:
        """Return whether the firm waits for somebody to copy."""
        return self.strategy is Strategy.FOLLOWER


Competitors = Annotated[dict[str, Competitor], ById(MOST_COMPETITORS)]
