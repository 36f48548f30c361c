"""The patterns that emerge from play: which worlds each needs, and what is read off them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from agents.arrays import Floats
from agents.messages import ModelKind
from game.study.bots import BREAKS, CRAWLER, TRAP, Policy
from tests.patterns.worlds import HOSTING_SHARE, Arm, Laboratory, Record, WordOfMouth

Worlds = Sequence[Record]
Setting = Arm | Laboratory | WordOfMouth
LOST = 1e-9  # users: stands in for none below a fraction line


@dataclass(frozen=True)
class Pattern:
    """One figure: the settings it compares, in the same worlds, and how it is read off them."""

    arms: tuple[Setting, ...]
    read: Callable[..., float]


def broken(*links: str, **more: object) -> Policy:
    """Return the trap with these links mended, and whatever else is asked."""
    orders: dict[str, object] = {}
    for link in links:
        orders |= BREAKS[link]
    return replace(TRAP, **{**orders, **more})


LINKS = ("performance", "data", "users")
SINGLES = tuple(Arm(broken(link)) for link in LINKS)
PAIRS = tuple(Arm(broken(*(k for k in LINKS if k != link))) for link in LINKS)
ALL = Arm(broken(*LINKS))
NONE = Arm()


def mean(worlds: Worlds, of: Callable[[Record], float]) -> float:
    return float(np.mean([of(w) for w in worlds]))


def median(worlds: Worlds, of: Callable[[Record], float]) -> float:
    return float(np.median([of(w) for w in worlds]))


def escapes(worlds: Worlds) -> float:
    return mean(worlds, lambda w: w.escaped)


def last(w: Record) -> float:
    return float(w.users[-1])


# --- learning that ages, segments that differ

FROZEN = Arm(broken("performance", "data"), cash_won=5_700_000_000, weeks=113, still_from=60)
ONE_SEGMENT = Arm(
    broken("performance", "data", open_data=False, buying=0.0, voucher=False, marketing=6.0),
    cash_won=8_700_000_000,
)


def lost_skill(w: Record) -> float:
    return float(1 - w.quality[112] / max(w.quality[60], LOST))


# --- diffusion


def bass(users: Floats) -> tuple[float, float]:
    """Return (R2, q/p) of the best Bass curve through people who have adopted, by a grid made finer twice."""
    t = np.arange(users.size, dtype=float)
    p, q = np.logspace(-5, -1.5, 40), np.logspace(-2.5, 0, 60)
    for finer in (0.15, 0.05, 0.0):
        a, b = (x.ravel()[:, None] for x in np.meshgrid(p, q))
        gone = np.exp(-(a + b) * t)
        share = (1 - gone) / (1 + b / a * gone)
        size = (share * users).sum(axis=1) / (share * share).sum(axis=1)
        left = ((users - size[:, None] * share) ** 2).sum(axis=1)
        best = int(left.argmin())
        innovation, imitation = float(a[best, 0]), float(b[best, 0])
        p, q = (x * np.logspace(-finer, finer, 15) for x in (innovation, imitation))
    spread = ((users - users.mean()) ** 2).sum()
    return float(1 - left[best] / spread), imitation / innovation


SPREADING = WordOfMouth()


@cache
def fitted(world: Record) -> tuple[float, float]:
    """Return (R2, q/p) of a world; kept, for the error of a figure asks many times."""
    return bass(world.users[SPREADING.opens :])


def fit(worlds: Worlds, part: int) -> float:
    return float(np.mean([fitted(w)[part] for w in worlds]))


# --- scandals

CALM = Arm(
    broken("performance", "users", collection_permille=0),
    cash_won=3_700_000_000,
    numbers=(("hz_scandal", 0.0),),
)
STORM = replace(CALM, scandal_in=90)
MODEST, EVERYTHING = (
    Arm(broken("performance", "users", collection_permille=share, governance=0.0)) for share in (100, 1000)
)


def apart(calm: Worlds, storm: Worlds, of: Callable[[Record], float]) -> float:
    """Return the median of a figure with the scandal over the same without, where there was a service to hurt."""
    pairs = [(of(a), of(b)) for a, b in zip(calm, storm, strict=True) if a.users[89] > 2000]
    return float(np.median([b / max(a, LOST) for a, b in pairs]))


# --- rivals and money

WEAK, STRONG = (
    Arm(broken("performance", "users", collection_permille=0), rival_quality=quality)
    for quality in (0.5, 0.8)
)
PIONEER = Arm(broken("performance", "users"), weeks=208)
FOLLOWED = replace(PIONEER, follows=True)
MIXED = Arm(is_mixed=True)
LABEL = Arm(broken("performance"), weeks=104)
NO_LABEL = replace(LABEL, numbers=(("hype", 0.0),))
GROWING = Arm(broken("data", "users"))
EMPTY = Arm(is_idle=True, cash_won=10_000_000_000)
RICH = Arm(cash_won=1_400_000_000)
KEEPS, SELLS = (Arm(broken("users", sell_data=sells, governance=0.0)) for sells in (False, True))
FASHION, LAW = (Arm(broken("performance", "data"), numbers=(("half_life", h),)) for h in (26.0, 260.0))
DEEP_ONLY = Arm(broken("performance", model=ModelKind.DEEP))


UNIQUE, CROWDED = Laboratory(), Laboratory(3, 0.70)


def multiple(worlds: Worlds) -> float:
    """Return the median price of the firms somebody wanted to buy, in years of their revenue."""
    return float(np.median([w.multiple for w in worlds if w.multiple > 0]))


def margin(worlds: Worlds) -> float:
    """Return the median gross margin of services of a size, hosting and support included."""
    sized = [w for w in worlds if 30_000 < w.users[-1] < 400_000]
    return float(np.median([1 - HOSTING_SHARE - w.serving_won / max(w.revenue_won, 1) for w in sized]))


def without_users(worlds: Worlds) -> float:
    failed = [w for w in worlds if not w.alive]
    return mean(failed, lambda w: w.users.max() < 1000)


def living(worlds: Worlds) -> Worlds:
    return [w for w in worlds if w.alive]


def ratio(a: float, b: float) -> float:
    return a / max(b, LOST)


PATTERNS: dict[str, Pattern] = {
    "P8": Pattern((FROZEN,), lambda a: median(a, lost_skill)),
    "P8.1": Pattern((FROZEN,), lambda a: mean(a, lambda w: lost_skill(w) > 0.01)),
    "P9": Pattern((ONE_SEGMENT,), lambda a: median(a, lambda w: w.one_segment.max() / w.one_segment.min())),
    "P10": Pattern((SPREADING,), lambda a: fit(a, 0)),
    "P10.1": Pattern((SPREADING,), lambda a: fit(a, 1)),
    "P12": Pattern((NONE,), escapes),
    "P13": Pattern(SINGLES, lambda *arms: max(escapes(a) for a in arms)),
    "P13.1": Pattern(SINGLES, lambda *arms: min(escapes(a) for a in arms)),
    "P14": Pattern(
        SINGLES + PAIRS,
        lambda *arms: min(escapes(a) for a in arms[3:]) - max(escapes(a) for a in arms[:3]),
    ),
    "P15": Pattern((ALL,), escapes),
    "P16": Pattern((NONE,), without_users),
    "P17": Pattern((Arm(CRAWLER),), lambda a: mean(a, lambda w: not w.alive and not w.launched)),
    "P20": Pattern((CALM, STORM), lambda a, b: 1 - apart(a, b, lambda w: w.users[90])),
    "P20.1": Pattern((CALM, STORM), lambda a, b: 1 - apart(a, b, lambda w: w.trials[91:95].sum())),
    "P20.2": Pattern((CALM, STORM), lambda a, b: apart(a, b, lambda w: w.users[142])),
    "P21": Pattern((MODEST,), lambda a: mean(a, lambda w: w.scandals > 0)),
    "P21.1": Pattern((EVERYTHING,), lambda a: mean(a, lambda w: w.scandals > 0)),
    "P21.2": Pattern((MODEST, EVERYTHING), lambda a, b: ratio(mean(b, last), mean(a, last))),
    "P22": Pattern((PIONEER, FOLLOWED), lambda a, b: ratio(median(living(b), last), median(living(a), last))),
    "P23": Pattern((WEAK, STRONG), lambda a, b: ratio(median(b, last), median(a, last))),
    "P24": Pattern((MIXED,), lambda a: mean(a, lambda w: w.rounds >= 1)),
    "P24.1": Pattern((MIXED,), lambda a: mean(a, lambda w: w.rounds >= 2)),
    "P24.2": Pattern((MIXED,), lambda a: mean(a, lambda w: not w.alive)),
    "P25": Pattern(
        (LABEL, NO_LABEL),
        lambda a, b: ratio(mean(a, lambda w: w.raised_won), mean(b, lambda w: w.raised_won)),
    ),
    "P26": Pattern((GROWING,), margin),
    "P27": Pattern(
        (UNIQUE, CROWDED), lambda a, b: ratio(median(a, lambda w: w.fee_won), median(b, lambda w: w.fee_won))
    ),
    "P28": Pattern((UNIQUE,), multiple),
    "P28.1": Pattern((CROWDED,), multiple),
    "P29": Pattern((EMPTY,), lambda a: median(a, lambda w: w.rival_users[-1] / w.rival_users[0])),
    "P30": Pattern((NONE, RICH), lambda a, b: escapes(b) - escapes(a)),
    "P31": Pattern((KEEPS, SELLS), lambda a, b: ratio(escapes(b), escapes(a))),
    "P32": Pattern(
        (FASHION, LAW), lambda a, b: median(b, lambda w: w.quality[-1]) - median(a, lambda w: w.quality[-1])
    ),
    "P33": Pattern((DEEP_ONLY, SINGLES[0]), lambda a, b: escapes(a) - escapes(b)),
}
