"""The technology firm: it sells what its models save, client by client, and each client's data make them better.

Sellers find leads; a lead makes up its mind in some 18 weeks and then asks two things: is it good enough, and is
somebody else better. The fee is a share of what the client saves, higher the fewer could do the same: the source
deck's "a technology nobody has is without price", made finite. A contract brings items to learn from every week,
so the loop is the content firm's, one link longer. Shapes and figures: model document, technology firm.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

from agents import exact, luck
from agents.luck import Stream
from game.world.company import Company
from game.world.data import Cleaned
from game.world.ground import Floats, Ground
from game.world.money import Reason
from game.world.parameters import Parameters

# Reference model, technology firm: judged there unless said otherwise.
GOOD_ENOUGH, JUDGEMENT = 0.62, 12.0  # quality at which half of all clients say yes; util per unit of quality
RIVALRY = 8.0  # util per unit of quality when a client compares
EXPLAINED, ASKED = 0.5, 0.5  # util for a model that can be explained; explainability from which that holds
CLOSE, MARGIN, CROWDING = (
    40.0,
    0.03,
    3.0,
)  # a rival within three points of quality can do the same, and counts three times
SAVES_FROM, SAVES, MOST_SAVED = (
    0.40,
    1.2,
    0.6,
)  # quality from which a client saves; share of the cost per unit; at most
FEE_SHARE = 0.25  # of what is saved
LAPSES = 0.005  # chance a week that a contract is not renewed
ITEMS = 1500  # a week from each contract, raw
DELIVERY_WON = 400_000  # a week of looking after one client
WEEKS = 52
# Chance that the first model of a family does not work at all, for a team that knows nothing of the domain; judged: four in five
# projects that learn from data fail somewhere (RAND 2024), rules hardly ever.
INFEASIBLE = (0.1, 0.25, 0.5)
KEPT = 0.5  # of the work done is of use in the next attempt; judged

_SLOTS = 64  # leads a week that can be told apart; more than there can be sellers
_ARRIVES, _DECIDES, _CHOOSES, _RENEWS = range(4)  # the draws of a client


@dataclass(slots=True)
class TechnologyCompany(Company):
    """A firm that sells technology to other firms, and nothing to people."""

    leads: tuple[int, ...] = ()  # clients making up their minds, by number
    contracts: tuple[int, ...] = ()
    fee_won: int = 0  # a year of one contract, as it would be signed today
    rare: float = 0.0  # 1 when nobody else can do it
    failures: int = 0  # attempts that turned out not to be feasible
    has_failed: bool = False  # one of them this week

    def remember_users(self, week: int) -> None:
        """Note how the business has grown over 13 weeks, by its contracts."""
        place, now = week % len(self.past_users), float(len(self.contracts))
        self.growth = min(max((now + 1) / (self.past_users[place] + 1) - 1, -1.0), 3.0)
        self.past_users[place] = now

    def gather(self, contributors: Floats, ground: Ground) -> Cleaned:  # noqa: ARG002 as every firm
        """Collect, clean and buy data; what a service's users would bring, the clients do."""
        return Company.gather(self, givers(self, ground), ground)

    def train(self, week: int, ground: Ground) -> bool:
        """Work on the next model for a week; return whether it was released."""
        self.has_failed = False
        return Company.train(self, week, ground)

    def proves(self) -> bool:
        """Return whether the model just built works at all; when it does not, half of the work was in vain."""
        if self.releases > 0:
            return True
        risk = INFEASIBLE[self.planned] * (1 - self.knowledge)
        if luck.share(self.seed, self.failures, Stream.PROJECT, -1 - self.index) >= risk:
            return True
        self.has_failed, self.failures = True, self.failures + 1
        self.progress, self.phase = self.progress * KEPT, 0
        return False


def research(company: Company) -> TechnologyCompany:
    """Return the same firm as one that sells technology."""
    return TechnologyCompany(**{f.name: getattr(company, f.name) for f in fields(Company)})


def givers(company: TechnologyCompany, ground: Ground) -> Floats:
    """Return as many users of each segment, (S,), as would bring the items that the clients bring."""
    return len(company.contracts) * ITEMS / ground.parameters.svc_items * ground.weights


@dataclass(frozen=True, slots=True)
class Terms:
    """What clients make of a technology today."""

    rare: float
    fee_won: int  # a year
    good: float  # chance that a client finds it good enough
    best: float  # chance that one who does buys here and not elsewhere


def rarity(quality: float, rivals: Sequence[float]) -> float:
    """Return how rare a technology of this quality is among rivals', 1 alone, towards 0 in a crowd."""
    near = math.fsum(float(exact.sigma(CLOSE * (other - quality + MARGIN))) for other in rivals)
    return 1 / (1 + CROWDING * near)


def terms(quality: float, rivals: Sequence[float], explainability: float, p: Parameters) -> Terms:
    """Return what clients would pay for a technology, and how likely one buys.

    Args:
        quality: of the firm, 0..1.
        rivals: qualities of all others that can be bought.
        explainability: of the firm's model, 0..1.
        p: the world's parameters.
    """
    rare = rarity(quality, rivals)
    saved = min(max(SAVES * (quality - SAVES_FROM), 0.0), MOST_SAVED) * p.client_cost
    asked = EXPLAINED if explainability >= ASKED else 0.0
    better = math.fsum(float(exact.exp(RIVALRY * (other - quality))) for other in rivals)
    return Terms(
        rare=rare,
        fee_won=round(FEE_SHARE * (1 + p.scarcity * rare) * saved),
        good=float(exact.sigma(JUDGEMENT * (quality - GOOD_ENOUGH) + asked)),
        best=1 / (1 + better),
    )


@dataclass(frozen=True, slots=True)
class Week:
    """What a week brought: contracts signed, clients who found it wanting, who went elsewhere, who did not renew."""

    signed: int = 0
    wanting: int = 0
    elsewhere: int = 0
    lapsed: int = 0


def meet(company: TechnologyCompany, rivals: Sequence[float], week: int, ground: Ground) -> Week:
    """Let contracts be renewed, leads make up their minds, and sellers find new ones; a firm without a model finds none."""
    p, offer = ground.parameters, terms_of(company, rivals, ground)
    company.fee_won, company.rare = offer.fee_won, offer.rare

    def drawn(client: int, what: int) -> float:
        return luck.share(company.seed, week, Stream.CONTRACT, client * 4 + what)

    if not company.is_open:
        company.leads = company.contracts = ()
        return Week()
    kept = tuple(c for c in company.contracts if drawn(c, _RENEWS) >= LAPSES)
    decided = tuple(c for c in company.leads if drawn(c, _DECIDES) * p.lead_weeks < 1)
    minds = [drawn(c, _CHOOSES) for c in decided]
    signed = tuple(c for c, u in zip(decided, minds, strict=True) if u < offer.good * offer.best)
    lapsed = len(company.contracts) - len(kept)
    new = (week * _SLOTS + seller for seller in range(company.decision.sellers))
    found = tuple(c for c in new if drawn(c, _ARRIVES) < p.lead_rate)
    company.leads = (*(c for c in company.leads if c not in decided), *found)
    company.contracts = (*kept, *signed)
    wanting = len([u for u in minds if u >= offer.good])
    return Week(len(signed), wanting, len(decided) - len(signed) - wanting, lapsed)


def terms_of(company: Company, rivals: Sequence[float], ground: Ground) -> Terms:
    """Return what clients make of a firm's technology today."""
    quality = ground.overall(company.quality)
    return terms(quality, rivals, company.explainability, ground.parameters)


def others(companies: Sequence[Company], firm: int, ground: Ground) -> tuple[float, ...]:
    """Return the qualities of all other firms whose product can be bought."""
    return tuple(ground.overall(c.quality) for c in companies if c.index != firm and c.is_open)


def settle(company: Company, ground: Ground) -> None:
    """Post what clients pay, and what selling to them and looking after them costs."""
    if not (isinstance(company, TechnologyCompany) and company.is_alive):
        return
    ledger, p, clients = company.ledger, ground.parameters, len(company.contracts)
    sellers, delivery = company.decision.sellers * p.seller_cost, float(clients * DELIVERY_WON)
    ledger.earn(Reason.CONTRACTS, clients * company.fee_won / WEEKS)
    ledger.pay(Reason.SALES, sellers)
    ledger.pay(Reason.DELIVERY, delivery)
    ledger.pay(Reason.OVERHEAD, p.overhead * (sellers + delivery))


def arr_won(company: Company) -> int:
    """Return a year of what is paid today: by clients under contract, or by users."""
    if isinstance(company, TechnologyCompany):
        return len(company.contracts) * company.fee_won
    return WEEKS * company.ledger.revenue_won
