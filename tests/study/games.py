"""Played games to ask about: a small market with two cards, and a player who changes course now and then."""

from dataclasses import replace

from agents.messages import Decision, ModelKind
from game.play.playthrough import Playthrough
from game.study.choices import Orders, orders_of
from game.study.recording import Recording
from game.world.conditions import Binary, Condition, Number, Operator, Value
from game.world.level import Choice, Effect, EventCard, Level
from tests.levels_for_tests import START, text, tiny

WEEKS, AGENTS, SEED = 30, 4000, 4


def in_week(week: int) -> Condition:
    return Condition(f"week == {week}", Binary(Operator.EQUAL, Value("week"), Number(float(week))))


CARDS = (
    EventCard(
        "gift",
        in_week(3),
        text("A gift"),
        text("Somebody offers money."),
        choices=(
            Choice("leave", text("Leave it"), text(""), ()),
            Choice("take", text("Take it"), text(""), (Effect("cash", 1.0, 3_000_000_000.0),)),
        ),
    ),
    EventCard("rumour", in_week(14), text("A rumour"), text("."), effects=(Effect("trust", 1.0, -0.4),)),
)


def eventful(weeks: int = WEEKS, agents: int = AGENTS) -> Level:
    """A level of 30 weeks and 4,000 people; a gift waits in week 3, a rumour goes about in week 14."""
    return tiny(weeks=weeks, agents=agents, events=CARDS, start=replace(START, cash_won=110_000_000, ux=0.7))


FIRST = replace(
    START.decision, model=ModelKind.RULES, marketing_won=8_000_000, ux_won=2_000_000, content_won=2_000_000
)
# What the player of these tests decides, by week from 1; the other weeks hold.
COURSE: dict[int, dict[str, object]] = {
    1: {},
    4: {"answers": (("gift", "take"),)},
    6: {"engineers": 40},
    12: {"price_won": 150},
    18: {"marketing_won": 20_000_000, "content_won": 4_000_000},
    22: {"price_won": 600},
}


def decisions(weeks: int) -> list[Decision]:
    """Return the decision of each week."""
    found, now = [], FIRST
    for week in range(1, weeks + 1):
        now = replace(now.hold(), **COURSE.get(week, {}))  # type: ignore[arg-type]
        found.append(now)
    return found


def orders(level: Level, weeks: int) -> tuple[Orders, ...]:
    """Return the same as written."""
    return orders_of(level.start.decision, decisions(weeks))


def game(level: Level | None = None, weeks: int = WEEKS, seed: int = SEED) -> Playthrough:
    """Return a game played for so many weeks, or to its end; what is impossible is held."""
    made = Playthrough.new(level or eventful(), seed, None)
    for decision in decisions(weeks):
        if made.is_over:
            break
        made.play(made.decision if made.check(decision) else decision)
    return made


def recording(level: Level | None = None, weeks: int = WEEKS, seed: int = SEED) -> Recording:
    """Return the same game, recorded with fingerprints."""
    level = level or eventful()
    return Recording.played(level, seed, orders(level, weeks), weeks, takes_fingerprints=True)
