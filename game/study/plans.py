"""Plans of levels as players, beside the bots: whoever can play a level without a person.

A plan says what to order while which condition holds, of the same catalogue that objectives ask. It plays in the player's place,
so it reads what the player's screen shows; rivals, funds and people still get their messages alone. What a player decides is
never what the world would refuse: locked levers stay, and where money is short nothing is raised.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from agents.messages import ACCEPT, DECLINE, Decision, News, TermSheet
from game.study.bots import BOTS, COSTLY
from game.world.level import PLAN, Level, Plan
from game.world.values import Value

if TYPE_CHECKING:  # checking levels asks for names alone, and need not wait for the market
    from game.world.model import MarketModel

Player = Callable[["MarketModel"], Decision]
"""Reads a market and answers with the player's decision for the coming week; changes nothing."""


def player(name: str, level: Level, seed: int) -> Player:
    """Return the bot, or the level's plan `plan:ID`, of this name for one world.

    Raises:
        KeyError: nobody has this name; `names` lists them.
    """
    if name.startswith(PLAN):
        return follower({plan.id: plan for plan in level.plans}[name.removeprefix(PLAN)], level)
    mind = BOTS[name](level, seed)
    return lambda model: mind(model.news())


def names(level: Level) -> tuple[str, ...]:
    """Return the names of all who can play a level: every bot, then the level's plans."""
    return (*BOTS, *(PLAN + plan.id for plan in level.plans))


def decision_of(plan: Plan, news: News, values: Mapping[str, Value], level: Level) -> Decision:
    """Return a plan as this week's orders: the start decision, then every order whose condition holds, later over earlier."""
    orders: dict[str, int] = {}
    for order in plan.orders:
        if order.when.holds(values):
            orders |= dict(order.levers)
    wanted = replace(level.start.decision, **orders, answers=_answers(plan, news))  # type: ignore[arg-type] # of Decision
    kept = {lever: getattr(news.decision, lever) for lever in sorted(news.locked)}
    if wanted.model not in level.start.models:
        kept["model"] = news.decision.model
    return replace(wanted, **kept)


def _answers(plan: Plan, news: News) -> tuple[tuple[str, str], ...]:
    """Return what a plan answers: one word to all money, a price to buyers, its own choice or the first to each card."""
    named = dict(plan.answers)
    sheets = tuple((sheet.id, ACCEPT if _takes(plan, sheet) else DECLINE) for sheet in news.sheets)
    cards = tuple((card, _choice(named.get(card), choices)) for card, choices in news.cards if choices)
    return sheets + cards


def _takes(plan: Plan, sheet: TermSheet) -> bool:
    if sheet.buys_all:
        return plan.sells_at is not None and sheet.amount_won >= plan.sells_at
    return plan.takes_money


def _choice(named: str | None, choices: tuple[str, ...]) -> str:
    return named if named is not None and named in choices else choices[0]


def follower(plan: Plan, level: Level) -> Player:
    """Return a plan as a player of a level, be it the plan of another level; levers that are locked there it leaves alone."""

    def follow(model: "MarketModel") -> Decision:
        news = model.news()
        wanted = decision_of(plan, news, model.values(), level)
        is_short = any(refusal.code == "cash" for refusal in model.check(wanted))
        return _nothing_raised(wanted, news.decision) if is_short else wanted

    return follow


def _nothing_raised(wanted: Decision, before: Decision) -> Decision:
    return replace(wanted, **{name: min(getattr(wanted, name), getattr(before, name)) for name in COSTLY})
