"""Why a rival did what it did, and what it does besides its weekly orders.

Most of what a rival does is in its `Decision`, like the player's. A few strategies also act on the market itself:
aim the product at other people, give a model away, buy a firm. Such a deed rides beside the decision, is carried
out only if the decision can be paid, and is told to everybody.
"""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Motive:
    """The rule a rival followed this week, and the figures it saw."""

    rule: str  # one of `RULES`
    figures: tuple[tuple[str, float], ...] = ()


class Act(Enum):
    """What a rival can do besides its orders."""

    AIM = "aim"  # make the product for another segment: `number`
    PUBLISH = "publish"  # give a trained model away: learning grows easier for everybody
    BACK = "back"  # buy the firm that copies the player, and open its purse to it


@dataclass(frozen=True, slots=True)
class Deed:
    """One act, and what it is about."""

    act: Act
    number: int = -1


# Every rule, and the figures it names; a test holds the sentences of both languages to this list.
RULES: dict[str, tuple[str, ...]] = {
    "holds": (),
    "incumbent.sleeps": ("share", "bar"),
    "incumbent.wakes": ("share", "bar"),
    "incumbent.cuts": ("share", "bar", "price_won"),
    "follower.waits": ("share", "bar"),
    "follower.prepares": ("share", "weeks"),
    "follower.copies": ("quality", "price_won"),
    "follower.spends": ("quality", "marketing_won"),
    "warrior.peace": ("share",),
    "warrior.fights": ("share", "price_won", "cost_won", "weeks"),
    "niche.stays": ("segment", "people"),
    "niche.moves": ("segment", "people", "before"),
    "commoditiser.builds": ("weeks",),
    "commoditiser.publishes": (),
    "buyer.watches": ("quality", "own"),
    "buyer.bids": ("quality", "own", "price_won"),
    "buyer.backs": ("chance",),
    "buyer.drops": ("chance",),
}
