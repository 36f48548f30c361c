"""Raw data are not training data.

Four sources: open benchmarks (free, clean, small, about somebody else), the crawler (huge, dirty, dear to clean),
the own service (grows with its users) and bought items (verified, dear). What service and crawler bring waits in
a queue until annotators have cleaned it; what waits goes stale, and what was learned from grows old. K sources in
the order of `Source`, S segments.

An item at distance d from a segment, with a share e of wrong labels, is worth (1-d)^2 (1-2e)^2 of a perfect one:
the first judged, the second after Angluin and Laird (1988) on learning from noisy examples.
"""

from dataclasses import dataclass

import numpy as np

from agents.messages import Decision, Infra, Source
from game.world import infrastructure
from game.world.ground import Floats, Ground
from game.world.parameters import Parameters

CRAWLED, LOGGED = 0, 1  # rows of the queue: raw items of the crawler and of the own service

# Aggregate reference model, section "data"; the shape of the queue was judged there and not moved by calibration.
CRAWLER_WEEKS = 4  # weeks to build a crawler before it brings anything
CRAWLED_KEPT = 0.98  # of what waits a week: links rot
LOGGED_KEPT = 0.90  # of what waits a week: nobody remembers what a click meant
EFFORT_SAVED_BY_FEEDBACK = 0.8  # of annotators' time when the product asks for usable answers
EFFORT_BASE, EFFORT_SAVED_BY_LOGS = 1.15, 0.5  # annotators' time per logged item; rich logs need less
YIELD_BASE, YIELD_BY_FEEDBACK = 0.4, 0.6  # share of logged items that survive cleaning
NOISE_CUT_BY_FEEDBACK = 0.5  # share of wrong labels of the service that good feedback avoids
RECORDED_BASE, RECORDED_BY_COLLECTION = 0.4, 0.6  # share of what willing users do that is recorded
VOUCHER_A_WEEK_WON = 6_000_000  # a data voucher is spent at most this fast
NO_CAPACITY = 1e-9  # items; stands in for zero below a fraction line

# From the nearest source to the farthest: the order in which a team leaves sources out.
NEAREST_FIRST = (Source.SERVICE, Source.BOUGHT, Source.CRAWL, Source.OPEN)


@dataclass(slots=True)
class Stocks:
    """A firm's data: what can be learned from, and what waits to be cleaned."""

    clean: Floats  # (K, S) items
    raw: Floats  # (2, S) items, rows CRAWLED and LOGGED


def no_stocks(segments: int) -> Stocks:
    """Return the data of a firm that has none."""
    return Stocks(np.zeros((len(Source), segments)), np.zeros((2, segments)))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A week of labelling: items done by segment, and the share of the annotators' time that was needed."""

    logged: Floats  # (S,)
    crawled: Floats  # (S,)
    used: float


def recorded_share(collection_permille: int) -> float:
    """Return the share of what willing users do that is recorded."""
    return RECORDED_BASE + RECORDED_BY_COLLECTION * (collection_permille / 1000)


def labelling_effort(decision: Decision) -> float:
    """Return the annotators' time one logged item takes, in crawled items: feedback and rich logs save it."""
    saved = 1 - EFFORT_SAVED_BY_FEEDBACK * feedback_share(decision)
    return saved * (EFFORT_BASE - EFFORT_SAVED_BY_LOGS * (decision.collection_permille / 1000))


def labelling_capacity(decision: Decision, p: Parameters) -> float:
    """Return how many crawled items the annotators could clean this week."""
    items = decision.labelling_won / p.annot_cost * p.annot_rate
    return items * infrastructure.factor(decision, Infra.LABEL_TOOL, infrastructure.FEWER_LABELLED)


def labelled(raw: Floats, capacity: float, effort: float) -> Cleaned:
    """Return what the annotators clean: the own service's items first, then the crawler's.

    Args:
        raw: the queue, (2, S) items.
        capacity: crawled items a week.
        effort: time per logged item, in crawled items.
    """
    wanted = float(np.cumsum(raw[LOGGED])[-1]) * effort
    waiting = float(np.cumsum(raw[CRAWLED])[-1])
    share = min(1.0, capacity / max(wanted, NO_CAPACITY))
    left = max(capacity - wanted * share, 0.0)
    rest = min(1.0, left / max(waiting, NO_CAPACITY))
    idle = max(left - waiting * rest, 0.0)
    used = (capacity - idle) / capacity if capacity > 0 else 0.0
    return Cleaned(raw[LOGGED] * share, raw[CRAWLED] * rest, used)


def collect(stocks: Stocks, logged: Floats, crawled: Floats) -> None:
    """Put a week's raw items (S,) at the end of the queue."""
    stocks.raw[LOGGED] += logged
    stocks.raw[CRAWLED] += crawled


def clean(stocks: Stocks, decision: Decision, ground: Ground) -> Cleaned:
    """Let the annotators work for a week, and the rest grow old; return what they did."""
    p = ground.parameters
    done = labelled(stocks.raw, labelling_capacity(decision, p), labelling_effort(decision))
    stocks.raw[LOGGED] = (stocks.raw[LOGGED] - done.logged) * _kept(decision, LOGGED_KEPT)
    stocks.raw[CRAWLED] = (stocks.raw[CRAWLED] - done.crawled) * _kept(decision, CRAWLED_KEPT)
    stocks.clean *= ground.kept
    stocks.clean[Source.SERVICE] += done.logged * logged_yield(decision)
    stocks.clean[Source.CRAWL] += done.crawled * p.crawl_yield
    return done


def _kept(decision: Decision, kept: float) -> float:
    """Return the share of what waits that is still there after a week."""
    lost = infrastructure.ROTS_FASTER * (1 - kept)
    return kept if infrastructure.has(decision, Infra.PIPELINE) else 1 - lost


def feedback_share(decision: Decision) -> float:
    """Return how well the product asks for usable answers, 0..1."""
    works = infrastructure.factor(decision, Infra.PLANNING, infrastructure.WORSE_ASKED)
    return decision.feedback_permille / 1000 * works


def logged_share(decision: Decision) -> float:
    """Return the share of what is recorded that arrives."""
    return infrastructure.factor(decision, Infra.TRANSFER, infrastructure.LESS_RECORDED)


def logged_yield(decision: Decision) -> float:
    """Return the share of logged items that survive cleaning."""
    return YIELD_BASE + YIELD_BY_FEEDBACK * feedback_share(decision)


def noise(decision: Decision, p: Parameters) -> Floats:
    """Return the share of wrong labels by source, (K,)."""
    service = p.svc_noise * (1 - NOISE_CUT_BY_FEEDBACK * feedback_share(decision))
    sloppy = infrastructure.factor(decision, Infra.REVIEW, infrastructure.MORE_WRONG)
    return np.array([p.open_noise, p.crawl_noise * sloppy, service * sloppy, p.buy_noise])


@dataclass(frozen=True, slots=True)
class TrainingSets:
    """The eight sets a team can train on, as each segment would profit from them, (2, K, S).

    First index: 0 pools all segments, 1 uses a segment's own data only. Second: how many sources, nearest first.
    """

    items: Floats  # effective
    shift: Floats  # effective items times their distance


def effective_items(items: Floats, decision: Decision, ground: Ground) -> float:
    """Return what the clean items, (K, S), are worth in perfect ones about the people asked, on the average of all people."""
    worth = _worth(items, noise(decision, ground.parameters), ground)
    return ground.overall(np.cumsum(worth.reshape(-1, worth.shape[-1]), axis=0)[-1])


def _worth(items: Floats, wrong: Floats, ground: Ground) -> Floats:
    """Return what the items of each source and segment are worth to each segment, (K, from S, to S) effective items."""
    clear = 1 - 2 * wrong
    return items[:, :, None] * ground.closeness * (clear * clear)[:, None, None]


def training_sets(items: Floats, wrong: Floats, ground: Ground) -> TrainingSets:
    """Return the eight training sets of a firm.

    Args:
        items: clean items, (K, S).
        wrong: share of wrong labels by source, (K,).
        ground: people and distances.
    """
    worth = _worth(items, wrong, ground)
    both = np.stack([worth, worth * ground.distance])[:, list(NEAREST_FIRST)]
    pooled = np.cumsum(both, axis=2)[:, :, -1]
    own = np.diagonal(both, axis1=2, axis2=3)
    items_and_shift = np.cumsum(np.stack([pooled, own], axis=1), axis=2)
    return TrainingSets(items_and_shift[0], items_and_shift[1])
