"""A world played on by written orders: what is impossible there is skipped and said, the rest is carried out.

Here, and only here, plans meet worlds they were not made in: the same world after another past, or another world.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.play.decisions import Plain, changed
from game.study.choices import Orders, pairs
from game.world.levers import Refusal
from game.world.model import MarketModel
from game.world.report import Outcome


@dataclass(frozen=True, slots=True)
class Skipped:
    """One order that this world refused."""

    week: int  # from 1
    key: str  # a lever, or the id of an offer or a card
    value: Plain
    refusal: Refusal


def play_on(
    world: MarketModel, orders: Sequence[Orders], until: int | None = None
) -> Iterator[tuple[Skipped, ...]]:
    """Play a world to its end, or until a week has been played; yield after each week what was skipped in it.

    Args:
        world: is played on.
        orders: by week, from the first week of the level; beyond their end everything goes on as it was.
        until: the last week to play.
    """
    while world.ending.outcome is Outcome.RUNNING and (until is None or world.week < until):
        yield play_week(world, orders[world.week] if world.week < len(orders) else {})


def play_week(world: MarketModel, order: Orders) -> tuple[Skipped, ...]:
    """Play one week by as much of an order as is possible, and return the rest."""
    kept, skipped = dict(order), list[Skipped]()
    now = world.companies[0].decision
    while True:
        decision = changed(now, kept)
        refusals = world.check(decision)
        if not refusals:
            world.play_week(decision)
            return tuple(skipped)
        skipped += _left_out(kept, refusals[0], world.week + 1)


def _left_out(kept: Orders, refusal: Refusal, week: int) -> list[Skipped]:
    """Take what was refused out of an order; all of it where the refusal names no part of it."""
    if refusal.lever == "answers":
        asked = str(dict(refusal.values)["id"])
        answers = pairs(kept.pop("answers", []))
        rest = [pair for pair in answers if pair[0] != asked]
        if rest:
            kept["answers"] = rest
        return [Skipped(week, id_, choice, refusal) for id_, choice in answers if id_ == asked]
    names = [refusal.lever] if refusal.lever in kept else list(kept)
    assert names, f"a week without orders was refused: {refusal}"
    return [Skipped(week, name, kept.pop(name), refusal) for name in names]
