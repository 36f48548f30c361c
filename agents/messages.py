"""What passes between those who decide and the world: nothing else crosses.

An agent sees messages and answers with messages. Users see `Offers` and answer with `Choices`; competitors and bots
see `News` and answer with a `Decision`, of the same type as the player's; investors see a `Pitch` and answer with a
`TermSheet` or a refusal. Money is whole won, shares are floats 0..1, or whole permille in a `Decision`, which must
survive a trip through a text file exactly.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from agents.kinds import EVERYTHING as EVERYTHING
from agents.kinds import Emphasis as Emphasis
from agents.kinds import Event as Event
from agents.kinds import Infra as Infra
from agents.kinds import Link as Link
from agents.kinds import ModelKind as ModelKind
from agents.kinds import Source as Source
from agents.kinds import Term as Term

if TYPE_CHECKING:  # a level is read with these messages, and without NumPy
    import numpy as np
    from numpy.typing import NDArray

    from agents.arrays import Floats, Ints

LATER = {"later": True}
"""Metadata of a field that came after the first games were saved: at its default it is left out of fingerprints and of the
hashes of levels, so that files made before it stay valid."""


@dataclass(frozen=True, slots=True)
class Taste:
    """What people of one segment value on the average; individuals differ around it.

    Each number multiplies the market's own weight (1 = like everybody); `privacy` multiplies trust, scandals and consent.
    """

    quality: float = 1.0
    ux: float = 1.0
    content: float = 1.0
    price: float = 1.0
    speed: float = 1.0
    privacy: float = 1.0


@dataclass(frozen=True, slots=True)
class Decision:
    """All a firm can do in a week. Budgets are won a week, shares are permille; what is not changed goes on as it was.

    `answers` holds replies to offers and event cards as (id, choice) pairs; they are read once.
    """

    price_won: int = 300  # asked of a user each week, ads and subscription together
    model: ModelKind = ModelKind.DEEP
    engineers: int = 3
    experts: int = 0  # domain experts
    emphasis: Emphasis = Emphasis.BALANCED
    ops_won: int = 0  # platform work that pays back technical debt
    infrastructure: int = EVERYTHING  # what is paid for: one bit for each `Infra`
    open_data: bool = True
    crawl_items: int = 0  # raw items fetched a week
    labelling_won: int = 0  # annotators, cleaning what service and crawler bring
    buying_won: int = 0  # verified items from outside
    feedback_permille: int = 200  # how well the product asks for usable answers
    collection_permille: int = 300  # how much of what users do is recorded
    governance_won: int = 0  # privacy staff, audits, deletion on request
    sell_data: bool = False
    ux_won: int = 0
    content_won: int = 0
    marketing_won: int = 0
    is_visible: bool = False  # the analysis is shown as it works, instead of hidden in the product
    opens_early: bool = False  # the service opens before the first model is ready
    applies_voucher: bool = False
    applies_grant: bool = False
    seeks_funding: bool = True
    sellers: int = 0  # people who find clients for a technology
    answers: tuple[tuple[str, str], ...] = ()

    def hold(self) -> Decision:
        """Return the same orders without the answers: what a firm does when it decides nothing new."""
        return replace(self, answers=())


ACCEPT, DECLINE = "accept", "decline"  # answers to a term sheet; event cards name their own

LEVERS: tuple[str, ...] = tuple(f.name for f in fields(Decision) if f.name != "answers")


@dataclass(frozen=True, slots=True)
class Offers:
    """The services of one week as anybody can see them. F firms, S segments."""

    quality: Floats  # (F, S) share of perfect, as felt by each segment
    lab_quality: (
        Floats  # (F, S) as the firm measures it on its own test set: what lies between the two is fit
    )
    ux: Floats  # (F,) 0..1
    content: Floats  # (F,) 0..1
    speed: Floats  # (F,) or (F, S) util: what waiting, or watching the analysis, is worth
    relative_price: Floats  # (F,) 1 = the level's reference price
    trust: Floats  # (F, S) 0..1
    brand: Floats  # (F,) util: habit and bundling that no lever moves
    people: Floats  # (F, S) people who used it at the end of last week
    is_open: NDArray[np.bool_]  # (F,) can be used this week
    marketing_won: Ints  # (F,) spent on advertisements this week
    advertised: Floats  # (F,) extra awareness a week from other advertising, 0..1
    collection: Floats  # (F,) how much is recorded of those who agree, 0..1
    scandal: NDArray[np.bool_]  # (F,) breaks out this week
    press: Floats  # (F,) util a scandal takes from the firm's reputation
    scandal_churn: float  # share of users a scandal drives out at once, at privacy 1


@dataclass(frozen=True, slots=True)
class Choices:
    """What the people did in one week. F firms, S segments; people, not agents."""

    people: Floats  # (F, S) users at the end of the week
    loyal: Floats  # (F, S) of them loyal
    contributors: Floats  # (F, S) users who let their data be used
    flows: Floats  # (F + 1, F + 1) people moved from row to column; index F is "no service"
    trials: Floats  # (F,) people who tried
    left_by: Floats  # (F, len(Term)) people who left, by the reason that weighed most
    events: Floats  # (len(Event), F) people by what happened to them (firm gained or lost)
    awareness: Floats  # (F, S) share who know the firm
    stories: Floats  # (F,) people who carry a bad story about the firm


@dataclass(frozen=True, slots=True)
class Survey:
    """What market research knows of the people. S segments."""

    people: float = 0.0  # in all
    unserved: tuple[float, ...] = ()  # (S,) people who use no service
    distances: tuple[tuple[float, ...], ...] = ()  # (S, S) how differently they speak, 0..1
    price_weight: float = 0.0  # util that doubling the usual price takes from a service


@dataclass(frozen=True, slots=True)
class Clientele:
    """What a firm that sells technology knows of its clients."""

    contracts: int = 0
    leads: int = 0  # clients making up their minds
    fee_won: int = 0  # a year of one contract, as it would be signed today
    rarity: float = 0.0  # 1 when nobody else can do it, towards 0 in a crowd


@dataclass(frozen=True, slots=True)
class News:
    """What a firm can know about the market and itself at the start of a week."""

    week: int
    weeks: int
    firm: int  # index of the reader
    shares: tuple[float, ...]  # (F,) of all people
    prices_won: tuple[int, ...]  # (F,)
    is_open: tuple[bool, ...]  # (F,)
    reviews: tuple[float, ...]  # (F,) quality as the press measures it, 0..1
    cash_won: int  # own books from here on
    revenue_won: int
    cost_won: int
    quality: float
    best_quality: tuple[float, float, float]  # rules, classical, deep if trained on today's data
    weeks_to_release: float
    has_launched: bool
    decision: Decision  # in force
    refused: tuple[str, ...] = ()
    sheets: tuple[TermSheet, ...] = ()  # money on offer, waiting for `ACCEPT` or `DECLINE`
    cards: tuple[tuple[str, tuple[str, ...]], ...] = ()  # event cards that wait: id, choices
    locked: frozenset[str] = frozenset()  # names of `LEVERS` this firm cannot touch
    survey: Survey = Survey()
    clientele: Clientele = Clientele()
    aim: int = -1  # segment the own product is made for; -1 for everybody
    is_backed: bool = False  # a larger firm has bought this one
    was_declined: bool = False  # the player has turned down this firm's offer to buy


@dataclass(frozen=True, slots=True)
class Pitch:
    """What an investor is shown."""

    week: int
    firm: int
    users: float
    growth: float  # over 13 weeks, clipped to -1..3
    quality: float
    best_rival_quality: float
    scandals: int
    stage: int  # rounds closed so far
    has_ai_label: bool
    runway_weeks: float
    hype: float  # the premium of the day
    bars: tuple[float, float]  # users expected at each stage
    rounds_seen: int = 0  # closed by anybody in the last half-year
    chi: float = 0.0  # what each of them adds to the odds of the next
    arr_won: int = 0  # a year of what clients or users pay today
    rarity: float = 0.0  # 1 when nobody else can do it, towards 0 in a crowd


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing an investor looked at, and what it added to the interest (util)."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """An investor's answer to a pitch: how interested, and why; the luck of the day included."""

    investor: str
    interest: float
    luck: float
    factors: tuple[Factor, ...]

    @property
    def is_yes(self) -> bool:
        """Return whether interest and luck together clear the bar."""
        return self.interest + self.luck > 0

    @property
    def missing(self) -> Factor | None:
        """Return what was missing most: the factor that spoke most against the firm and that it could mend."""
        against = [f for f in self.factors if f.weight < 0 and f.name != "caution"]
        return min(against, key=lambda f: f.weight, default=None)


@dataclass(frozen=True, slots=True)
class Terms:
    """What an investor asks for beside its share; as it stands here, nothing."""

    held_won: int = 0  # of the round, paid only once ...
    users: int = 0  # ... so many people use the service ...
    until_week: int = 0  # ... by the end of this week, as reports count
    forbids: tuple[str, ...] = ()  # levers that are switched off and stay off
    first_won: int = 0  # what the investor gets before the founders if the company is sold


@dataclass(frozen=True, slots=True)
class TermSheet:
    """Money on offer, and what it costs."""

    id: str
    investor: str
    amount_won: int
    share: float  # of the company given away
    expires_week: int
    verdict: Verdict = field(compare=False)
    terms: Terms = field(default=Terms(), metadata=LATER)

    @property
    def paid_won(self) -> int:
        """Return what is paid on signing: the amount, less what is held back."""
        return self.amount_won - self.terms.held_won

    @property
    def buys_all(self) -> bool:
        """Return whether this is an offer for the whole company: accepting it ends the level."""
        return self.share >= 1.0
