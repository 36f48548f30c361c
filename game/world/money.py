"""Money is whole won, and every movement of it has a reason.

A rule may reckon in fractions, but what is paid is rounded once, here, to the nearest won and at a tie to the
even one. A ledger can only be changed by posting a movement, so opening + movements = closing holds by
construction and is tested as a law.
"""

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class Movement:
    """One line of the ledger: why money moved, and how much (income positive)."""

    reason: str  # id of a `Reason`
    won: int


def won(x: float) -> int:
    """Return x won as whole won, half to even: the one place where money is rounded."""
    return round(x)


class Reason(Enum):
    """Why money moves: a closed list, so that every won of a bill can be named."""

    USERS = "revenue.users"  # subscriptions and advertisements
    DATA_SALE = "revenue.data"  # what others pay for the users' data
    CONTRACTS = "revenue.contracts"  # what clients pay for a technology
    INVESTMENT = "investment"
    ACQUISITION = "acquisition"  # what one firm pays for another
    GRANT = "grant"
    WAGES = "wages"  # engineers and those who keep a firm running
    EXPERTS = "experts"  # of the domain
    OVERHEAD = "overhead"  # rent, administration
    INFRASTRUCTURE = "infrastructure"  # itemised in the report: see `game.world.infrastructure`
    ANNOTATORS = "annotators"
    PURCHASES = "purchases"  # verified items from outside
    CRAWLER = "crawl.fixed"  # the cluster and those who keep it going
    CRAWLING = "crawl.variable"  # traffic and storage of the items
    GPU = "gpu"
    INFERENCE = "inference"
    UX = "ux"
    CONTENT = "content"
    GOVERNANCE = "governance"
    OPS = "ops"  # platform work that pays back technical debt
    MARKETING = "marketing"
    SALES = "sales"  # people who find clients
    DELIVERY = "delivery"  # looking after clients
    REPORTING = "grant.reports"  # the paperwork of a public grant
    FINE = "fine"
    EVENT = "event"  # what an event card gives or takes

    __hash__ = object.__hash__  # one member, one object: books are looked into ten thousand times a game


OPERATING = (Reason.USERS, Reason.DATA_SALE, Reason.CONTRACTS)  # income that comes from the business itself

_EXTRAORDINARY = frozenset(
    {*OPERATING, Reason.INVESTMENT, Reason.ACQUISITION, Reason.GRANT, Reason.FINE, Reason.EVENT}
)


@dataclass(slots=True)
class Ledger:
    """One firm's books in whole won: what it opened with, what moved this week and in all, and why."""

    opening_won: int
    cash_won: int = field(init=False)
    week: dict[Reason, int] = field(default_factory=dict)
    totals: dict[Reason, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cash_won = self.opening_won

    def post(self, reason: Reason, amount_won: int) -> None:
        """Move money: income is positive, cost negative; nothing happens for 0.

        Raises:
            TypeError: if the amount is not a whole number; round with `won`.
        """
        if type(amount_won) is not int:
            raise TypeError(f"{reason.value}: money is whole won, not {amount_won!r}")
        if amount_won == 0:
            return
        self.cash_won += amount_won
        self.week[reason] = self.week.get(reason, 0) + amount_won
        self.totals[reason] = self.totals.get(reason, 0) + amount_won

    def pay(self, reason: Reason, amount: float) -> None:
        """Pay a cost that a rule has reckoned in fractions of a won."""
        self.post(reason, -won(amount))

    def earn(self, reason: Reason, amount: float) -> None:
        """Take in an income that a rule has reckoned in fractions of a won."""
        self.post(reason, won(amount))

    @property
    def revenue_won(self) -> int:
        """Return what the business itself took in this week."""
        return self._week_of(OPERATING)

    @property
    def cost_won(self) -> int:
        """Return what running the firm cost this week, fines and windfalls aside, as a positive number."""
        return -self._week_of(tuple(r for r in self.week if r not in _EXTRAORDINARY))

    def _week_of(self, reasons: tuple[Reason, ...]) -> int:
        return int(sum(self.week.get(r, 0) for r in reasons))  # whole numbers

    def movements(self) -> tuple[Movement, ...]:
        """Return this week's movements in the order of the closed list."""
        return tuple(Movement(r.value, self.week[r]) for r in Reason if r in self.week)

    def open_week(self) -> None:
        """Begin a new week: the totals go on, the week's page is blank."""
        self.week = {}


def runway_weeks(cash_won: int, revenue_won: int, cost_won: int) -> float:
    """Return how many weeks the cash lasts at this week's loss; infinite for a firm that loses nothing."""
    loss = cost_won - revenue_won
    if loss <= 0:
        return float("inf")
    return max(cash_won, 0) / loss
