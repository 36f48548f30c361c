"""What outsiders see of a world: the week's report and a read-only picture of the market.

Screens, bots, CSV files and teachers read these and nothing else. Money is won; shares are 0..1; users are people,
not agents.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from agents.messages import Clientele, Decision, Link, TermSheet, Verdict
from game.world.level import EventCard, Text
from game.world.money import Movement as Movement

if TYPE_CHECKING:  # ledgers and levels are read without NumPy
    import numpy as np
    from numpy.typing import NDArray


class Outcome(Enum):
    """How a level stands."""

    RUNNING = "running"
    WON = "won"
    LOST = "lost"
    TIME = "time"  # the clock ran out before the goal was met


@dataclass(frozen=True, slots=True)
class Ending:
    """The outcome and its cause; `cause` names an objective or a reason such as `out-of-cash`."""

    outcome: Outcome = Outcome.RUNNING
    cause: str = ""
    week: int = 0
    stars: int = 0
    score: int = 0


@dataclass(frozen=True, slots=True)
class Cause:
    """One row of a report: what changed, from what to what, and by what it was moved."""

    what: str  # id, e.g. "users", "quality", "cash"
    before: float
    after: float
    because: str  # id of a reason, e.g. "release", "review-storm", "left.SPEED"
    amount: float = 0.0


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One line of the news: what happened, to whom; `id` picks the sentence, `values` fill it."""

    week: int
    id: str
    severity: str  # "info" | "good" | "warn" | "bad"
    values: tuple[tuple[str, float | str | Text], ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow of the ring as measured this week: how strongly `start` moves the next."""

    start: Link
    elasticity: float  # per cent of the next per 1 % of this
    is_broken: bool  # too weak to pass anything on


@dataclass(frozen=True, slots=True)
class Ring:
    """The deep-lemma, measured. Arrows run users -> data -> performance -> users."""

    arrows: tuple[Arrow, Arrow, Arrow]
    users: float  # gauge 0..1
    data: float
    performance: float
    gain: float  # product of the three elasticities
    weakest: Link
    loop_weeks: float  # weeks the loop needs to grow users by a factor e without marketing; inf if it shrinks
    runway_weeks: float

    @staticmethod
    def unmeasured() -> Ring:
        """Return the ring before the first week: nothing turns yet."""
        still = (
            Arrow(Link.USERS, 0.0, True),
            Arrow(Link.DATA, 0.0, True),
            Arrow(Link.PERFORMANCE, 0.0, True),
        )
        return Ring(still, 0.0, 0.0, 0.0, 0.0, Link.DATA, float("inf"), float("inf"))


@dataclass(frozen=True, slots=True)
class WeekReport:
    """One week of the player's company, in numbers with units."""

    week: int
    users: float
    joined: float
    left: float
    awareness: float
    quality: float
    quality_by_segment: tuple[float, ...]
    accuracy: float  # share of right answers in the average segment, what the team sees
    trust: float
    ux: float
    content: float
    price_won: int
    latency_s: float
    cash_won: int
    revenue_won: int
    cost_won: int
    runway_weeks: float
    movements: tuple[Movement, ...]
    data_items: tuple[float, ...]  # (4,) clean items by Source
    effective_items: float
    backlog_items: tuple[float, float]  # raw: crawl, service
    model: int  # ModelKind in use; -1 before the first release
    releases: int
    weeks_to_release: float  # inf when nothing is being built
    has_launched: bool
    scandals: int
    equity: float  # the founders' share
    rounds: int
    left_by: tuple[float, ...]  # (len(Term),) people who left, by weightiest reason
    firm_users: tuple[float, ...]  # (F,)
    firm_quality: tuple[float, ...]  # (F,)
    firm_price_won: tuple[int, ...]  # (F,)
    ring: Ring
    causes: tuple[Cause, ...]
    news: tuple[NewsItem, ...]
    refused: tuple[str, ...] = ()
    stories: float = 0.0  # people who carry the story of a scandal of ours
    stage: int = (
        -1
    )  # of the eight on the way to the next release (`game.world.pipeline`); -1 when nobody builds
    stage_share: float = 0.0  # of that stage done, as expected
    release_range: tuple[float, float] = (float("inf"), float("inf"))  # weeks, four times out of five
    tuning: float = 0.0
    debt: float = 0.0  # technical; 1 slows the team by a third
    infrastructure: tuple[Movement, ...] = ()  # the items of that line of the ledger; they add up to it
    explainability: float = 0.0  # of the model in use, for those who ask how it came to its answer
    drift: float | None = (
        None  # share of its skill that the model has lost since it was trained; None when nobody looks
    )
    clientele: Clientele = Clientele()  # of a firm that sells technology
    arr_won: int = 0  # a year of what users or clients pay today
    satisfaction: float = 0.0  # share of good reviews that users would write, on the average of all people


@dataclass(frozen=True, slots=True)
class Why:
    """What a rival answers when asked why: the rule that applied, one of `agents.motives.RULES`, and its figures."""

    rule: str
    figures: tuple[tuple[str, float | Text], ...] = ()


@dataclass(frozen=True, slots=True)
class FirmView:
    """A firm as the market sees it."""

    name: Text
    users: float
    share: float
    price_won: int
    quality: float
    is_open: bool
    is_alive: bool
    why: Why | None = None  # a rival's account of its last decision


@dataclass(frozen=True, slots=True)
class MarketView:
    """A picture of the market after a week. All arrays are read-only; index r is the person with id r + 1."""

    week: int  # weeks played
    weeks: int
    people_per_agent: float
    firms: tuple[FirmView, ...]  # the player's first
    segments: tuple[Text, ...]
    service: NDArray[np.int8]  # (N,) firm used, -1 none
    previous: NDArray[np.int8]  # (N,) firm used a week before
    loyal: NDArray[np.uint8]  # (N,) 1 loyal
    segment: NDArray[np.uint8]  # (N,)
    sore: NDArray[np.int8]  # (N,) `Term` by which the service used falls shortest; -1 for none, or no service
    price: NDArray[np.int32]  # (N,) what its price is worth to its user, 2^-16 util; 0 without service
    trust: NDArray[np.int32]  # (N,) the same of trust and privacy
    value: NDArray[
        np.int32
    ]  # (N,) what the service used is worth to its user, 2^-16 util (of the player's service for non-users)
    flows: NDArray[np.float64]  # (F + 1, F + 1) people moved; last index no service
    decision: Decision  # in force
    report: WeekReport
    history: tuple[WeekReport, ...]
    sheets: tuple[TermSheet, ...]
    cards: tuple[EventCard, ...]  # waiting for an answer
    ending: Ending
    verdicts: tuple[Verdict, ...] = ()  # of the last pitch: what each investor looked at
    preferred_won: int = 0  # what investors get before the founders if the company is sold
    missed: tuple[
        str, ...
    ] = ()  # goals that were not met when the time was up, or the company sold; ids of objectives
