"""What people are like and where they come from, before anybody is born: plain numbers, so that levels check without Mesa."""

from dataclasses import dataclass

from agents.messages import Taste

MOST_FIRMS = 8  # a person's known firms are the bits of one byte


@dataclass(frozen=True, slots=True)
class Nature:
    """How people behave in this market: weights in util, rates a week, shares (sources: `game.world.parameters`)."""

    v0: float
    b_q: float
    b_ux: float
    b_content: float
    b_trust: float
    b_price: float
    b_net: float
    consider: float
    wom: float
    switch_rate: float
    switch_cost: float
    conv_max: float
    promote: float
    lapse_half: float
    aw_p: float
    aw_q: float
    aw_mkt: float
    forget: float
    cpi: float
    taste_sd: float
    rewire: float
    outside: float
    acquaintances: int
    dread: float = (
        0.0  # util that a fresh story of a scandal takes from the trust of who carries it; 0 for no stories
    )
    retell: float = 0.0  # chance that a fresh story is told at a meeting
    dread_half: float = 26.0  # weeks in which a story loses half of both
    recalls: bool = False  # study setting: awareness is drawn anew at each choice, as in the aggregate model


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the people come from: segments and the firms they already use when the level opens.

    `shares` and `awareness` are (F,): loyal users as a share of each segment, and the share who know the firm.
    """

    people: tuple[int, ...]  # (S,)
    tastes: tuple[Taste, ...]  # (S,)
    shares: tuple[float, ...]
    awareness: tuple[float, ...]
    agents: int
