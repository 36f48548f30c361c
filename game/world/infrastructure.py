"""The bill behind a service, item by item, and what each item left out costs instead.

The source deck's list: database and pipeline, labelling tool and those who check, distributed and parallel computing,
deployment and API, DevOps, data transfer, planning and testing what users meet, optimisation, and looking after it all.
An ordinary firm pays for everything; it stands in its overhead, which is split here. The machines for training have a
line of their own in the ledger. Whoever leaves an item out saves its price and pays with something else.

| item         | without it |
|--------------|------------|
| PIPELINE     | raw items that wait are lost three times as fast |
| LABEL_TOOL   | annotators manage 30 % less |
| REVIEW       | half as many wrong labels again |
| CLUSTER      | training a deep model takes twice as long |
| GPU          | training a deep model takes five times as long |
| SERVING      | every answer waits 0.3 s longer |
| DELIVERY     | reading results and optimising take half as long again, each release leaves twice the debt |
| TRANSFER     | a quarter of what users do is never recorded |
| PLANNING     | asking users for answers works 30 % less |
| USABILITY    | design improves half as fast |
| OPTIMISATION | thinking takes twice as long and costs 30 % more |
| MONITORING   | nobody notices that the model grows old |

What is lost is judged: enough to be felt within a quarter, so that the price is worth it for a firm of some size.
"""

from agents.messages import EVERYTHING, Decision, Infra

# Permille of the overhead; what is left is rent and administration. Judged, after price lists of hosted services for small teams.
SHARES: dict[Infra, int] = {
    Infra.PIPELINE: 80,
    Infra.LABEL_TOOL: 40,
    Infra.REVIEW: 50,
    Infra.CLUSTER: 70,
    Infra.SERVING: 60,
    Infra.DELIVERY: 50,
    Infra.TRANSFER: 40,
    Infra.PLANNING: 50,
    Infra.USABILITY: 60,
    Infra.OPTIMISATION: 40,
    Infra.MONITORING: 30,
}
PERMILLE = sum(SHARES.values())  # whole numbers
ROTS_FASTER = 3.0  # times the share of waiting items lost a week
FEWER_LABELLED = 0.7  # of the items
MORE_WRONG = 1.5  # times the share of wrong labels
SLOW_CLUSTER, SLOW_GPU = 2.0, 5.0  # times the training of a deep model
SLOW_DELIVERY, MORE_DEBT = 1.5, 2.0  # times the last looks at a model, and the debt of a release
HOP_S = 0.3  # seconds
LESS_RECORDED = 0.75  # of what users do
WORSE_ASKED = 0.7  # of the feedback
SLOWER_DESIGN = 0.5  # of the pace
SLOW_THINKING, DEAR_THINKING = 2.0, 1.3  # times the seconds, and the cost, of an answer


def has(order: Decision, item: Infra) -> bool:
    """Return whether the firm pays for this item."""
    return bool(order.infrastructure >> item & 1)


def factor(order: Decision, item: Infra, without: float) -> float:
    """Return 1 with the item, and this number without it."""
    return 1.0 if has(order, item) else without


def left_out(order: Decision) -> tuple[Infra, ...]:
    """Return the items a firm does not pay for, in the order of the list."""
    return tuple(item for item in Infra if not has(order, item))


def bits(items: tuple[Infra, ...]) -> int:
    """Return items as one number, a bit for each."""
    return EVERYTHING & int(sum(1 << item for item in Infra if item in items))  # whole numbers


def prices_won(overhead_won: int) -> dict[Infra, int]:
    """Return what each item costs a week, whole won, out of the overhead of a firm that pays for everything."""
    return {item: overhead_won * permille // 1000 for item, permille in SHARES.items()}


def left_out_share(order: Decision) -> float:
    """Return the share of its overhead that a firm saves on what it leaves out."""
    return sum(SHARES.get(item, 0) for item in left_out(order)) / 1000  # whole numbers
