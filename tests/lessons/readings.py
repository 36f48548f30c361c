"""What lessons read off a world at its end, and orders that several of them give."""

from collections.abc import Callable

from agents.messages import Infra, ModelKind, Source, Term
from game.study.views import views_of
from game.world.infrastructure import bits
from game.world.model import MarketModel
from game.world.money import Reason

RULES, CLASSICAL, DEEP, BEST = ModelKind
A_FEW, PLENTY = 12_000, 60_000_000  # won a week of bought items: twenty, and a hundred thousand
HOME, ABROAD = (0, 1, 2), 3  # segments the open data are not about, and the one they are

# A service that anybody can use from the sixth week on, and that many people hear of.
OPEN = {"opens_early": True, "marketing_won": 60_000_000, "content_won": 3_600_000}
# Everything paid for but what makes answers quick.
SLOW = bits(tuple(item for item in Infra if item not in (Infra.SERVING, Infra.OPTIMISATION)))


def quality(world: MarketModel) -> float:
    return world.reports[-1].quality


def quality_at_home(world: MarketModel) -> float:
    felt = world.reports[-1].quality_by_segment
    return sum(felt[s] for s in HOME) / len(HOME)


def hidden_by_the_average(world: MarketModel) -> float:
    """How much worse the model works for the worst-served segment than on the average."""
    last = world.reports[-1]
    return last.quality - min(last.quality_by_segment)


def unfelt(world: MarketModel) -> float:
    """Share of right answers on the firm's own test set that people do not get."""
    measured = views_of(world).measured
    return measured.tested - measured.felt


def effective(world: MarketModel) -> float:
    return world.reports[-1].effective_items


def own_items(world: MarketModel) -> float:
    return world.reports[-1].data_items[Source.SERVICE]


def first_release(world: MarketModel) -> float:
    """The week of the first release; the length of the level when there is none."""
    return next((float(r.week) for r in world.reports if r.releases), float(world.level.weeks))


def users(world: MarketModel) -> float:
    return world.reports[-1].users


def leavers_for(*terms: Term) -> Callable[[MarketModel], float]:
    """The share, of those who left for a reason from week 30 on, who left for one of these."""

    def share(world: MarketModel) -> float:
        by = [sum(report.left_by[term] for report in world.reports[30:]) for term in Term]
        return sum(by[term] for term in terms) / max(sum(by), 1.0)

    return share


def spent(*reasons: Reason) -> Callable[[MarketModel], float]:
    """Won that were spent in all on these lines of the ledger."""
    return lambda world: -sum(world.companies[0].ledger.totals.get(reason, 0) for reason in reasons)


def earned(*reasons: Reason) -> Callable[[MarketModel], float]:
    """Won that came in in all on these lines of the ledger."""
    return lambda world: sum(world.companies[0].ledger.totals.get(reason, 0) for reason in reasons)


def told(world: MarketModel, *ids: str) -> int:
    """How many items of the news had one of these ids."""
    return sum(item.id in ids for report in world.reports for item in report.news)
