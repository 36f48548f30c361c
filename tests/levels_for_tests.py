"""Levels for tests, built in Python so that the rules can be tested without files."""

from dataclasses import replace
from typing import Any

from agents.messages import Decision, ModelKind, Taste
from game.world.level import Business, Fund, Level, Rival, Segment, Start, Strategy, Text, Thesis


def text(en: str) -> Text:
    return Text(en, en)


# Four segments of the reference market: people, minding of privacy, whom open and crawled data are about.
SEGMENTS = (
    Segment("young", text("young"), 270_000, Taste(privacy=0.9), 0.10, 0.45),
    Segment("office", text("office"), 150_000, Taste(privacy=1.2), 0.10, 0.40),
    Segment("parents", text("parents"), 120_000, Taste(privacy=0.8), 0.05, 0.05),
    Segment("overseas", text("overseas"), 60_000, Taste(privacy=1.1), 0.75, 0.10),
)
DISTANCES = (
    (0.0, 0.15, 0.25, 0.55),
    (0.15, 0.0, 0.35, 0.45),
    (0.25, 0.35, 0.0, 0.65),
    (0.55, 0.45, 0.65, 0.0),
)
RIVAL = Rival("giant", text("Giant"), Strategy.INCUMBENT)
FOLLOWER = Rival(
    "copy",
    text("Copy"),
    Strategy.FOLLOWER,
    share=0.0,
    quality=0.0,
    ux=0.0,
    brand=0.0,
    awareness=0.15,
)
FUNDS = (Fund("till", text("Till"), Thesis.EARNS), Fund("rare", text("Rare"), Thesis.SCARCE))
BUYER = Rival("purse", text("Purse"), Strategy.BUYER, share=0.02, quality=0.45, cash_won=200_000_000_000)
START = Start(
    text("We"),
    700_000_000,
    Decision(labelling_won=900_000, governance_won=180_000, ux_won=1_300_000, marketing_won=1_000_000),
)


def tiny(weeks: int = 8, agents: int = 500, **changes: Any) -> Level:
    """Return a small level with the reference market of four segments, one incumbent and two funds."""
    level = Level(
        id="tiny",
        title=text("Tiny"),
        story=text("A small world."),
        weeks=weeks,
        agents=agents,
        segments=SEGMENTS,
        distances=DISTANCES,
        start=START,
        rivals=(RIVAL,),
        funds=FUNDS,
    )
    return replace(level, **changes)


def reference(weeks: int = 8, agents: int = 500, **changes: Any) -> Level:
    """Return the market of the reference model: one incumbent, and a follower that may come."""
    return tiny(weeks, agents, **{"rivals": (RIVAL, FOLLOWER), **changes})


LABORATORY = Start(
    text("Lab"),
    2_500_000_000,
    Decision(
        model=ModelKind.BEST,
        experts=1,
        sellers=2,
        labelling_won=1_800_000,
        buying_won=3_000_000,
        feedback_permille=800,
    ),
    knowledge=0.6,
    business=Business.TECHNOLOGY,
)


def technology(weeks: int = 8, agents: int = 200, **changes: Any) -> Level:
    """Return a small level in which the player sells technology to firms, and one rival might buy it whole."""
    return tiny(weeks, agents, **{"start": LABORATORY, "rivals": (BUYER,), **changes})


def others(number: int, quality: float) -> tuple[Rival, ...]:
    """Return so many firms with a technology of this quality, each with a team that keeps it moving."""
    firms = [Rival(f"lab-{i}", text("Lab"), Strategy.INCUMBENT, 0.01, quality) for i in range(number)]
    return tuple(replace(firm, engineers=6) for firm in firms)
